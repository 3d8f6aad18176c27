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

Keys = Sequence[tuple[str, str]]

EVERYWHERE: Keys = (
    ("F2, F3, F7", "ask a question; check documents; browse the library"),
    ("F4, F5", "choose the place whose rules you want; say who you are"),
    ("Tab", "to the next part of the screen, Shift+Tab back"),
    ("Ctrl+P", "all actions in plain words"),
    ("Escape", "back"),
    ("q", "leave Tandem (Ctrl+Q or Ctrl+C while you are typing)"),
)
ASK: Keys = (
    ("Enter", "ask what you typed"),
    ("1, 2, 3", "and Enter: take one of the numbered questions"),
    ("PgUp, PgDn", "read up and down in the conversation"),
    ("Ctrl+N", "start over with a new subject; place and role stay"),
    ("Ctrl+S", "save the answer you read as a one-page handout"),
)
CHECK: Keys = (
    ("Enter", "check what stands in the line above; in a list, go on to the next part"),
    ("→", "take the path that is offered while you type"),
    ("F6", "look for a document"),
    ("n, p", "next and previous finding, over all documents"),
    ("d", "show the document, or the findings again"),
    ("a", "ask about the rule of this finding"),
    ("r", "check this document again, after mending it"),
    ("Escape", "stop a check that is running"),
)
LIBRARY: Keys = (
    ("Enter", "open or close a place, a program, a subject; read a topic"),
    ("→, ←", "open; close, or go to the line above"),
    ("/", "search: type a word or two, ↓ goes to what was found"),
    ("PgUp, PgDn", "read up and down in the answer"),
    ("1 to 9", "go to the topic of that number under the answer"),
    ("Backspace", "back to the answer you came from"),
    ("s", "save the answer as a one-page handout, for Word or as text"),
    ("c", "copy the answer with its sources"),
    ("Escape", "from the answer to the topics, from there to the search"),
)
_PRIVACY = "No mouse is needed. Nothing you ask or check is kept unless you save it, and nothing leaves this computer."
_COLUMN = 12


class Help(ModalScreen[None]):
    """The keys of everything and of one screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q,enter", "dismiss(None)", "Back")]

    def __init__(self, title: str, keys: Keys) -> None:
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


def _table(title: str, keys: Keys) -> Lines:
    rows = [hung(shown_line(f"{key:<{_COLUMN}}"), flowing(shown_line(words))) for key, words in keys]
    return stacked(flowing(shown_line(title, "bold")), *rows, flowing(shown_line("")))
