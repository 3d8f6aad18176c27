"""A dialog that writes a handout, and names the file before it does."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assistant.handout import Handout
from assistant.handout.saving import ENDINGS, NotSaved, TargetTaken, free_name, save
from assistant.tui.paths import expanded
from assistant.tui.safe import shown_line
from assistant.tui.widgets.line import Line


class Save(ModalScreen[Path | None]):
    """Asks where to write a handout and writes it; gives the path, None where nothing was written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("ctrl+t", "turn_format", "Word or Markdown", priority=True),
    ]

    def __init__(self, handout: Handout, name: str) -> None:
        super().__init__()
        self._handout = handout
        self._path = free_name(Path(), name, ENDINGS[0])

    def compose(self) -> ComposeResult:
        """What is saved, the line for its path, the whole path, the keys."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(shown_line("Save this answer as a one-page handout", "bold"))
            yield Static(shown_line(self._handout.title))
            yield Line("A file name that ends in .docx or .md", id="target")
            yield Static("", id="whole-path")
            yield Static("", id="refused")
            yield Static(shown_line("Enter writes it · Ctrl+T Word or Markdown · Escape goes back", "dim"))

    def on_mount(self) -> None:
        """Begin with a name that no file has."""
        self._line.value = str(self._path)
        self._line.focus()

    @property
    def _line(self) -> Line:
        return self.query_one("#target", Line)

    @property
    def _target(self) -> Path:
        return expanded(self._line.value.strip()).absolute()

    @on(Input.Changed, "#target")
    def name_the_target(self) -> None:
        """Show the whole path of what would be written."""
        self.query_one("#whole-path", Static).update(shown_line(f"To be written: {self._target}"))
        self._refuse("")

    @on(Input.Submitted, "#target")
    def write(self) -> None:
        """Write it; where that cannot be, say why, and stay."""
        target = self._target
        try:
            save(self._handout, target)
        except TargetTaken:
            self._refuse("! There is a file of this name already; it is left as it is. Choose another name.")
        except NotSaved as wrong:
            words = str(wrong)
            self._refuse(f"! {words[:1].upper()}{words[1:]}")
        else:
            self.dismiss(target)

    def action_turn_format(self) -> None:
        """Change the ending of the name from Word to Markdown, or back."""
        word, markdown = ENDINGS
        path = Path(self._line.value)
        if path.name:
            self._line.value = str(path.with_suffix(markdown if path.suffix.lower() == word else word))
            self._line.cursor_position = len(self._line.value)

    def _refuse(self, words: str) -> None:
        refused = self.query_one("#refused", Static)
        refused.update(shown_line(words, "bold"))
        refused.display = bool(words)
