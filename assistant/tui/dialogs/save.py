"""A dialog that writes a file, and names it before it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assistant.cli.output import Taken, Unwritable, free_name
from assistant.paths import expanded
from assistant.tui.safe import shown_line
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.line import Line
from assistant.tui.widgets.refusal import Refusal
from assistant.wording import sentence

_LONGEST_ABOUT = 240
"""In characters; with more, the path would be out of sight."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that can be written.

    `title` is what the dialog is for, `about` what the file is to hold; `name` is suggested for it, without an ending,
    in a `folder`; `endings` are those that it may have, with a word on each, the usual one first. `write` writes it to
    a path, whole or not at all, never over a file that is there; it raises `Unwritable`, and runs in its own thread.
    """

    title: str
    about: str
    name: str
    endings: Mapping[str, str]
    write: Callable[[Path], None]
    folder: Path = Path()


class Save(ModalScreen[Path | None]):
    """Asks where to write what is offered, and writes it; gives the path, None where nothing was written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("ctrl+t,f10", "turn_format", "Another format", priority=True),
    ]

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self._offer = offer
        self._writing = False

    def compose(self) -> ComposeResult:
        """What is saved, the line for its path, the whole path, the keys."""
        endings = self._offer.endings
        turn = f"Ctrl+T or F10: {' or '.join(endings.values())}" if len(endings) > 1 else ""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(shown_line(self._offer.title, "bold"))
            yield Static(shown_line(shorten(self._offer.about, _LONGEST_ABOUT, placeholder=" …")))
            yield Line(f"A file name that ends in {' or '.join(endings)}", id="target")
            yield Static("", id="whole-path")
            yield Refusal()
            yield Hints("Enter writes it", turn, "Escape goes back")

    def on_mount(self) -> None:
        """Begin with a name that no file has."""
        self._line.value = str(free_name(self._offer.folder, self._offer.name, next(iter(self._offer.endings))))
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
        self.query_one(Refusal).say("")

    @on(Input.Submitted, "#target")
    def begin(self) -> None:
        """Write it, unless its name will not do."""
        if self._writing:
            return
        if self._target.suffix.lower() not in self._offer.endings:
            endings = " or ".join(self._offer.endings)
            self.query_one(Refusal).say(f"! “{self._target.name}” does not end in {endings}; name it so.")
            return
        self._writing = True
        self.query_one(Refusal).say("Writing it.")
        self._write(self._target)

    @work(thread=True)
    def _write(self, target: Path) -> None:
        """Write it; where that cannot be, say why, and stay."""
        try:
            self._offer.write(target)
        except Taken:
            refused = "! There is a file of this name already; it is left as it is. Choose another name."
        except Unwritable as wrong:
            refused = f"! {sentence(str(wrong))}"
        else:
            refused = ""
        self.app.call_from_thread(self._end, target, refused)

    def _end(self, target: Path, refused: str) -> None:
        self._writing = False
        if refused:
            self.query_one(Refusal).say(refused)
        else:
            self.dismiss(target)

    def action_turn_format(self) -> None:
        """Change the ending of the name to the next that it may have."""
        endings = list(self._offer.endings)
        path = Path(self._line.value)
        if path.name:
            at = endings.index(path.suffix.lower()) if path.suffix.lower() in endings else -1
            self._line.value = str(path.with_suffix(endings[(at + 1) % len(endings)]))
            self._line.cursor_position = len(self._line.value)

    def action_back(self) -> None:
        """Go back; a file that is being written is first told of."""
        if not self._writing:
            self.dismiss(None)
