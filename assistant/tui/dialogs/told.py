"""A dialog that tells something longer, and goes on from there if whoever reads it wants to."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui.laid import Laid, Lines, flowing
from assistant.tui.safe import shown_line


class Told(ModalScreen[bool]):
    """Tells something; gives whether to go on. `go_on` says to what ("writes the sheet"), "" where there is nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Back"),
        Binding("enter", "go_on", "Go on"),
    ]

    def __init__(self, title: str, body: Lines, go_on: str = "") -> None:
        super().__init__()
        self._title = title
        self._body = body
        self._go_on = go_on

    def compose(self) -> ComposeResult:
        """The title and the text, which scrolls; the keys."""
        dialog = VerticalScroll(
            Static(Laid(flowing(shown_line(self._title, "bold")))), Static(Laid(self._body)), classes="dialog"
        )
        dialog.border_subtitle = f"{f'Enter {self._go_on} · ' if self._go_on else ''}↑ ↓ read · Escape goes back"
        yield dialog

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def action_go_on(self) -> None:
        """Go on, where there is something to go on to; else back."""
        self.dismiss(bool(self._go_on))
