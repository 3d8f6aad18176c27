"""What is shown after an error that nobody foresaw: a sentence, and ways to go on. It shows no text of a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from assistant.tui.safe import joined, shown_line


class Trouble(Screen[bool]):
    """Says what went wrong by its kind alone, and asks how to go on; gives whether to stay.

    It covers the whole window: a screen that cannot be drawn is not drawn behind it either.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "dismiss(True)", "Go on"),
        Binding("q", "dismiss(False)", "Leave"),
    ]

    def __init__(self, failures: Iterable[str], kept: str) -> None:
        super().__init__()
        self._failures = list(dict.fromkeys(failures))
        self._kept = kept

    def compose(self) -> ComposeResult:
        """What went wrong, what is kept, the keys."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(shown_line("Something went wrong inside Tandem", "bold"))
            yield Static("", id="failures")
            yield Static(shown_line(self._kept))
            yield Static(shown_line("If it happens again, report what stands above, without any document."))
            yield Static(shown_line("Enter goes on · q leaves", "bold"))

    def on_mount(self) -> None:
        """Show what is known by now."""
        self._show()

    def add(self, failure: str) -> None:
        """Name another error beside the first."""
        if failure not in self._failures:
            self._failures.append(failure)
            if self.is_mounted:
                self._show()

    def _show(self) -> None:
        self.query_one("#failures", Static).update(joined(*map(shown_line, self._failures)))
