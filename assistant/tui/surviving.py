"""An app that lives on after an error that nobody foresaw, with what is on its other screens.

Textual ends the app at any such error, and before that the widget or screen in which it came about hears no further
message. Here the message alone is lost: the error is told by its kind, and everything else goes on. A screen that
cannot be drawn is begun anew, a dialog closed. An error while another is being told of ends the app, as does one
before the first frame.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from rich.console import RenderableType
from rich.segment import Segment, Segments
from textual._context import active_message_pump
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.widget import Widget
from textual.worker import WorkerFailed

from assistant.failures import frames, where
from assistant.tui.dialogs.trouble import Trouble

_Dispatch = Callable[[Message], Coroutine[Any, Any, None]]

_DRAWING = {"_compose", "on_mount", "_refresh_layout", "_compositor_refresh", "_display"}
"""The calls by which a screen is built and drawn: an error in one of them comes again with the next look at it."""
_MOST = 20
"""So many errors until one of them is told of mean that it cannot be."""
_BROKE_DOWN = 2
"""The exit code."""


class SurvivingApp(App[None]):
    """Tells of an error and goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._failures: list[str] = []
        """Those that are to be told of."""
        self._trouble: Trouble | None = None
        self._is_spoilt = False
        """Whether the screen in front cannot be drawn."""

    @property
    def can_go_on(self) -> bool:
        """Whether there is anything to go on with."""
        return True

    async def begin_anew(self) -> str:
        """Put something sound in the place of a screen that cannot be drawn; gives in words what is kept."""
        raise NotImplementedError

    def _register_child(self, parent: DOMNode, child: Widget, before: int | None, after: int | None) -> None:
        """Guard each widget and screen, Textual's own too, before it hears its first message."""
        child._dispatch_message = self._guarded(child._dispatch_message)  # type: ignore[assignment, method-assign]  # noqa: SLF001
        super()._register_child(parent, child, before, after)

    async def _dispatch_message(self, message: Message) -> None:
        await self._guarded(super()._dispatch_message)(message)

    def _guarded(self, dispatch: _Dispatch) -> _Dispatch:
        """Take messages as `dispatch` does; an error in one is told of, and the next one is heard."""

        async def guarded(message: Message) -> None:
            try:
                await dispatch(message)
            except Exception as failure:  # noqa: BLE001 - the edge: it is told of by its kind alone
                self._handle_exception(failure)

        return guarded

    def _handle_exception(self, error: Exception) -> None:
        failure = error.error if isinstance(error, WorkerFailed) else error
        if not self._can_tell(failure):
            super()._handle_exception(error)
            return
        self._is_spoilt |= not _DRAWING.isdisjoint(frame.f_code.co_name for frame in frames(failure.__traceback__))
        self._failures.append(where(failure))
        if self._trouble:
            self._trouble.add(where(failure))
        elif len(self._failures) == 1:
            self.call_later(self._tell)

    def _can_tell(self, failure: BaseException) -> bool:
        """Whether the app is as it should be, but for this error."""
        pump = active_message_pump.get(None)
        is_of_trouble = self._trouble and isinstance(pump, DOMNode) and self._trouble in pump.ancestors_with_self
        runs = self._running and self._is_mounted and not self._exit and self.can_go_on
        return isinstance(failure, Exception) and runs and not is_of_trouble and len(self._failures) < _MOST

    async def _tell(self) -> None:
        """Tell of all that went wrong by now, once what cannot be drawn is out of the way."""
        kept = "What is on your screens is kept."
        try:
            while self._is_spoilt:
                self._is_spoilt = False
                kept = await self.begin_anew()
            self._trouble = Trouble(self._failures, kept)
            await self.push_screen(self._trouble, self._go_on)
        except Exception as another:  # noqa: BLE001 - the same: there is no way to go on
            super()._handle_exception(another)

    def _go_on(self, stay: bool | None) -> None:
        self._failures = []
        self._trouble = None
        if not stay:
            self.exit(return_code=_BROKE_DOWN)

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002 - Textual's
        """Say that something went wrong, and not what: it would show what a document holds."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """End, and say by its kind alone what went wrong: Textual's own report would show what a document holds."""
        kind = type(self._exception).__name__ if self._exception else "error"
        words = f"Something went wrong inside Tandem ({kind}).\nReport this line, without any document.\n"
        self._return_code = _BROKE_DOWN
        self._exit_renderables.append(Segments([Segment(words)]))
        self._close_messages_no_wait()
