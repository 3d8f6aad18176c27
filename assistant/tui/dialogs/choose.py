"""A dialog that offers a few choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from assistant.tui.laid import flowing
from assistant.tui.safe import shown_line
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.marked_list import Item, MarkedList


class Choose(ModalScreen[str | None]):
    """Asks to choose one of (value, words); gives the value, None where nothing was chosen.

    With `can_keep`, a key takes the choice and says that it is to be kept for the next time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("k", "keep", "Take it and keep it"),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], current: str, *, can_keep: bool = False) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._current = current
        self._can_keep = can_keep
        self.to_be_kept = False
        """Whether the choice is to be kept for the next time."""

    def compose(self) -> ComposeResult:
        """A title and the choices, the present one marked."""
        keep = "k keeps it for the next time, too" if self._can_keep else ""
        with Vertical(classes="dialog"):
            yield Static(shown_line(self._title, "bold"))
            yield MarkedList(id="choices")
            yield Hints("↑ ↓ choose", "Enter takes it", keep, "Escape goes back")

    def on_mount(self) -> None:
        """Begin at the present choice."""
        choices = self.query_one(MarkedList)
        choices.fill(
            Item("●" if value == self._current else "○", flowing(shown_line(words))) for value, words in self._choices
        )
        values = [value for value, _ in self._choices]
        choices.highlighted = values.index(self._current) if self._current in values else 0

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Give back what was chosen."""
        self.dismiss(self._choices[event.option_index][0])

    def action_keep(self) -> None:
        """Give it back to be kept."""
        at = self.query_one(MarkedList).highlighted
        if self._can_keep and at is not None:
            self.to_be_kept = True
            self.dismiss(self._choices[at][0])
