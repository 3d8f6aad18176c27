"""The line for a path, with a hint on how it may go on, and the button to look for one."""

from __future__ import annotations

from pathlib import PurePath

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Button, Input, Static
from textual.worker import get_current_worker

from assistant.tui.paths import completion, in_one_line
from assistant.tui.safe import shown_line
from assistant.tui.widgets.line import Line


class PathLine(Line):
    """A line for a path, which looks in the folders for how it may go on."""

    class Offered(Message):
        """How the path may go on; "" for nothing."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    def __init__(self) -> None:
        super().__init__("Type, paste or drop a file or folder", id="path")
        self._offer = ""
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
        self._take_offer(self._offer if self._offer.startswith(event.value) else "")
        self._look(event.value)

    @work(thread=True, exclusive=True)
    def _look(self, text: str) -> None:
        offer = completion(text)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._take_offer, offer)

    def _take_offer(self, offer: str) -> None:
        self._offer = offer if offer != self.value else ""
        self.post_message(self.Offered(self._offer))

    @on(Input.Submitted)
    def settle(self) -> None:
        """What stands there now is what was meant: nothing is offered any more."""
        self.untouched = True
        self.workers.cancel_node(self)
        self._take_offer("")

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT002 - Textual's
        """At the end of the line, take what is offered."""
        if self._offer and self.cursor_at_end and not select:
            self.value = self._offer
            self.cursor_position = len(self.value)
        else:
            super().action_cursor_right(select)


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
        name = PurePath(event.path).name + ("/" if event.path.endswith("/") else "") if event.path else ""
        offer = self.query_one("#offer", Static)
        offer.update(shown_line(f"→ {name}") if name else "")
        offer.display = bool(name)
