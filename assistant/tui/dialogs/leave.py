"""A dialog that asks before something is lost."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui.safe import shown, shown_line
from assistant.tui.widgets.hints import Hints


class Leave(ModalScreen[bool]):
    """Asks whether to leave; gives the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Leave"),
        Binding("escape", "dismiss(False)", "Stay"),
    ]

    def compose(self) -> ComposeResult:
        """The question, what would be lost, the keys."""
        with Vertical(classes="dialog small"):
            yield Static(shown_line("Leave Tandem?", "bold"))
            yield Static(shown("The conversation and the results are not kept.\n"))
            yield Hints("Enter leaves", "Escape stays")
