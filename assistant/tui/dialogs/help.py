"""The keys, in words: F1."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui.safe import joined, shown, shown_line

EVERYWHERE = """\
F1            this page
F2            ask a question
F3            check documents
F4            choose the place whose rules you want
F5            say who you are (family, provider, trainer)
Tab           to the next part of the screen, Shift+Tab back
Ctrl+P        all actions in plain words
Escape        back
q             leave Tandem (Ctrl+Q while you are typing)

No mouse is needed. Nothing you ask or check is kept, and nothing leaves this computer."""

ASK = """\
Enter         ask what you typed
1 2 3 Enter   take one of the numbered questions
Page up/down  read up and down in the conversation
Ctrl+N        start over with a new subject; place and role stay"""

CHECK = """\
Enter         check the file or folder in the line above
              (type it, paste it, or drop files onto this window)
→             take the path that is offered while you type
F6            look for a document
n, p          next and previous finding
r             check the document again
a             ask about the rule of this finding
d             show the document, or the findings again
Escape        stop a check that is running"""


class Help(ModalScreen[None]):
    """The keys of everything and of one screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q,enter", "dismiss(None)", "Back")]

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The keys of this screen first."""
        with VerticalScroll(classes="dialog tall"):
            yield Static(
                joined(
                    shown_line(self._title, "bold"), shown(self._keys + "\n"),
                    shown_line("Everywhere", "bold"), shown(EVERYWHERE + "\n"),
                    shown_line("Escape goes back.", "dim"),
                )
            )  # fmt: skip
