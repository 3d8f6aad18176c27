"""The line to look for words in what one reads, with how many places there are."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from assistant.tui.safe import shown_line
from assistant.tui.widgets.line import Line

_LONGEST = 100
"""In characters; more stands nowhere."""


class FindBar(Horizontal):
    """Asks for words; tells which place is wanted: the first for other words, then one on or back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next"),
        Binding("up", "step(-1)", "Previous"),
        Binding("escape", "close", "Close"),
    ]

    class Wanted(Message):
        """These words are looked for, and of their places the chosen one, counted from 1."""

        def __init__(self, words: str, chosen: int) -> None:
            super().__init__()
            self.words = words
            self.chosen = chosen

    class Closed(Message):
        """Nothing is looked for any more."""

    def __init__(self) -> None:
        super().__init__()
        self._count = self._chosen = 0
        self.display = False

    def compose(self) -> ComposeResult:
        """The line, and beside it what was found."""
        yield Line("Find here; ↓ next, ↑ previous, Escape closes", id="find", longest=_LONGEST)
        yield Static("", id="found")

    @property
    def _line(self) -> Line:
        return self.query_one("#find", Line)

    def open(self) -> None:
        """Begin to look for something."""
        self.display = True
        self._line.focus()
        self._want(1)

    def close(self) -> None:
        """Look for nothing; the words stay for the next time."""
        self.display = False
        self.post_message(self.Closed())

    def step(self, step: int) -> None:
        """Go on by a place, or back; behind the last comes the first."""
        if self._count:
            self._want((self._chosen - 1 + step) % self._count + 1)

    def tell(self, count: int) -> None:
        """Say how many places there are."""
        self._count = count
        found = f"{self._chosen} of {count}" if count else "not found" if self._line.value.strip() else ""
        self.query_one("#found", Static).update(shown_line(found))

    @on(Input.Changed, "#find")
    def _change(self) -> None:
        if self.display:
            self._want(1)

    @on(Input.Submitted, "#find")
    def _go_on(self) -> None:
        self.step(1)

    @on(Line.Full)
    def _tell_of_the_limit(self, event: Line.Full) -> None:
        event.stop()
        self.query_one("#found", Static).update(shown_line(f"at most {_LONGEST} characters"))

    def action_step(self, step: int) -> None:
        """Go to the next place, or the one before."""
        self.step(step)

    def action_close(self) -> None:
        """Close the line."""
        self.close()

    def _want(self, chosen: int) -> None:
        self._chosen = chosen
        self.post_message(self.Wanted(self._line.value, chosen))
