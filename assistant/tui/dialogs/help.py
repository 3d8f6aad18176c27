"""The keys, in words: F1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui.laid import Laid, Lines, flowing, hung, stacked
from assistant.tui.safe import shown_line

KeyHelp = Sequence[tuple[str, str]]
"""Each key with what it does."""

EVERYWHERE: KeyHelp = (
    ("F2, F3, F7", "ask a question; check documents; browse the library"),
    ("F4, F5", "choose the place whose rules you want; say who you are"),
    ("Tab", "to the next part of the screen, Shift+Tab back"),
    ("Ctrl+P", "all actions in plain words"),
    ("Escape", "back"),
    ("q", "leave Tandem (Ctrl+Q or Ctrl+C while you are typing)"),
)
_PRIVACY = "No mouse is needed. Nothing you ask or check is kept unless you save it, and nothing leaves this computer."
_COLUMN = 12


class Help(ModalScreen[None]):
    """The keys of everything and of one screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q,enter", "dismiss(None)", "Back")]

    def __init__(self, title: str, keys: KeyHelp) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The keys of this screen first."""
        dialog = VerticalScroll(
            Static(Laid(stacked(_table(self._title, self._keys), _table("Everywhere", EVERYWHERE)))),
            Static(shown_line(_PRIVACY)),
            classes="dialog help",
        )
        dialog.border_subtitle = "↑ ↓ read · Escape goes back"
        yield dialog


def _table(title: str, keys: KeyHelp) -> Lines:
    rows = [hung(shown_line(f"{key:<{_COLUMN}}"), flowing(shown_line(words))) for key, words in keys]
    return stacked(flowing(shown_line(title, "bold")), *rows, flowing(shown_line("")))
