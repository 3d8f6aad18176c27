"""A dialog that asks for a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assistant.tui.safe import shown_line
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.line import Line
from assistant.tui.widgets.refusal import Refusal


class Name(ModalScreen[str | None]):
    """Asks for a name in one line; gives it, None where none was given. `wrong` says what is wrong with one, if any."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, title: str, suggested: str, wrong: Callable[[str], str]) -> None:
        super().__init__()
        self._title = title
        self._suggested = suggested
        self._wrong = wrong

    def compose(self) -> ComposeResult:
        """What is asked for, the line, what is wrong, the keys."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(shown_line(self._title, "bold"))
            yield Line("A name", id="name")
            yield Refusal()
            yield Hints("Enter takes it", "Escape goes back")

    def on_mount(self) -> None:
        """Begin with what is suggested."""
        self.query_one(Line).value = self._suggested

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Give back the name; where it will not do, say why, and stay."""
        if wrong := self._wrong(event.value):
            self.query_one(Refusal).say(f"! {wrong}")
        else:
            self.dismiss(event.value.strip())
