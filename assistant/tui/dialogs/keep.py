"""A dialog that keeps choices for the next time, and names the file before it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.settings import Unusable
from assistant.tui.safe import joined, shown_line
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.refusal import Refusal


class Keep(ModalScreen[bool]):
    """Asks whether to keep these choices, each with its words, in a file, and does it by `write`; gives whether."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "Keep"),
        Binding("escape", "dismiss(False)", "Only for now"),
    ]

    def __init__(self, choices: Mapping[str, str], path: Path, write: Callable[[], object]) -> None:
        super().__init__()
        self._choices = choices
        self._path = path
        self._write = write

    def compose(self) -> ComposeResult:
        """What is kept, where, the keys."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(shown_line("Keep this choice for the next time?", "bold"))
            yield Static(joined(*(shown_line(f"{name}: {words}") for name, words in self._choices.items())))
            yield Static(shown_line(f"It is written to {self._path}"), id="whole-path")
            yield Refusal()
            yield Static(shown_line("Nothing else in that file is changed."))
            yield Hints("Enter keeps it", "Escape: only for now")

    def action_write(self) -> None:
        """Write it; where that cannot be, say why, and stay."""
        try:
            self._write()
        except Unusable as wrong:
            self.query_one(Refusal).say(f"! {wrong}")
        else:
            self.dismiss(True)
