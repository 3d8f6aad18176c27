"""A dialog that asks for a file or a folder, typed with completion, dropped, or looked for."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from assistant.paths import is_there, paths_in
from assistant.tui.dialogs.browse import Browse
from assistant.tui.safe import shown_line
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.path_bar import PathBar, PathLine
from assistant.tui.widgets.refusal import Refusal


class Which(ModalScreen[Path | None]):
    """Asks for a file or a folder that is there; gives its path, None where none was named."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("f6", "browse", "Browse"),
    ]

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self._title = title
        self._about = about

    def compose(self) -> ComposeResult:
        """What is asked for, the line, what is wrong with it, the keys."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(shown_line(self._title, "bold"))
            yield Static(shown_line(self._about))
            yield PathBar()
            yield Refusal()
            yield Hints("Enter takes it", "F6 looks for one", "Escape goes back")

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one(PathLine).focus()

    def on_paste(self, event: events.Paste) -> None:
        """A file that is dropped goes into the line, wherever the cursor is."""
        self.query_one(PathLine).fill(event.text.strip())

    @on(Input.Submitted, "#path")
    def take(self, event: Input.Submitted) -> None:
        """Give back the path; where nothing is there, say so, and stay."""
        paths = paths_in(event.value)
        if len(paths) == 1 and is_there(paths[0]):
            self.dismiss(paths[0])
        elif paths:
            self.query_one(Refusal).say(
                "! There is no such file. Look at the spelling." if len(paths) == 1 else "! Name one alone."
            )

    @on(Button.Pressed, "#browse")
    def action_browse(self) -> None:
        """Look for it."""
        self.app.push_screen(Browse(Path.cwd()), self._browsed)

    def _browsed(self, path: Path | None) -> None:
        if path is not None:
            self.dismiss(path)
