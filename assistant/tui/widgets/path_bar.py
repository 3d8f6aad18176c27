"""The line for a path, with a hint on how it may go on, and the button to look for one."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Button, Input, Static
from textual.worker import get_current_worker

from assistant.paths import completions, in_one_line
from assistant.tui.safe import shown_line
from assistant.tui.widgets.line import Line


class PathLine(Line):
    """A line for a path, which looks in the folders for how it may go on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete(1)", "Go on", show=False),
        Binding("shift+tab", "complete(-1)", "Go on", show=False),
    ]

    class Offered(Message):
        """How the path may go on; "" for nothing. `more`: how many other ways there are."""

        def __init__(self, path: str, more: int) -> None:
            super().__init__()
            self.path = path
            self.more = more

    def __init__(self) -> None:
        super().__init__("Type, paste or drop a file or folder", id="path")
        self._offers: list[str] = []
        self._tried: list[str] = []
        """What Tab goes through, one after the other, as long as nothing is typed."""
        self.untouched = True
        """Whether nothing was typed since the last Enter."""

    def in_one_line(self, text: str) -> str:
        """Several files that were dropped stand side by side."""
        return in_one_line(text)

    def fill(self, path: str) -> None:
        """Show a path that was found otherwise than by typing."""
        with self.prevent(Input.Changed):
            self.value = path
        self.cursor_position = len(path)
        self.settle()

    @on(Input.Changed)
    def look(self, event: Input.Changed) -> None:
        """Look how the path may go on."""
        self.untouched = False
        if event.value not in self._tried:
            self._tried = []
        self._take_offers([each for each in self._offers if each.startswith(event.value)])
        self._look(event.value)

    @work(thread=True, exclusive=True)
    def _look(self, text: str) -> None:
        offers = completions(text)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._take_found, text, offers)

    def _take_found(self, text: str, offers: list[str]) -> None:
        """Offer what was found, unless something else stands there by now, or it was sent off."""
        if text == self.value and not self.untouched:
            self._take_offers(offers)

    def _take_offers(self, offers: list[str]) -> None:
        self._offers = [each for each in offers if each != self.value]
        first = self._offers[0] if self._offers else ""
        self.post_message(self.Offered(first, len(self._offers) - 1))

    @on(Input.Submitted)
    def settle(self) -> None:
        """What stands there now is what was meant: nothing is offered any more."""
        self.untouched = True
        self._tried = []
        self.workers.cancel_node(self)
        self._take_offers([])

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT002 - Textual's
        """At the end of the line, take what is offered."""
        if self._offers and self.cursor_at_end and not select:
            self._write(self._offers[0])
        else:
            super().action_cursor_right(select)

    def action_complete(self, step: int) -> None:
        """Take what is offered; again, the next in its place. Where nothing is, go on to the next part."""
        if len(self._tried) > 1 and self.value in self._tried:
            at = self._tried.index(self.value) + step
            self._write(self._tried[at % len(self._tried)])
        elif self._offers and self.cursor_at_end and step > 0:
            self._tried = self._offers
            self._write(self._offers[0])
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def _write(self, path: str) -> None:
        self.value = path
        self.cursor_position = len(path)


class PathBar(Horizontal):
    """The line, the hint, the button."""

    def compose(self) -> ComposeResult:
        """From left to right."""
        yield PathLine()
        yield Static("", id="offer")
        yield Button("Browse", id="browse", compact=True)

    @on(PathLine.Offered)
    def show_offer(self, event: PathLine.Offered) -> None:
        """Show the name that is offered beside what was typed, with the key that takes it."""
        path = event.path.rstrip("'\"")
        name = PurePath(path).name + ("/" if path.endswith("/") else "") if path else ""
        more = f" (Tab: {event.more} more)" if event.more > 0 else ""
        offer = self.query_one("#offer", Static)
        offer.update(shown_line(f"→ {name}{more}") if name else "")
        offer.display = bool(name)
