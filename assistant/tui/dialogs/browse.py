"""A dialog to find a document or a folder on this computer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import DirectoryTree, Static
from textual.widgets._directory_tree import DirEntry
from textual.widgets._tree import TreeNode

from assistant.tui.safe import shown_line
from assistant.tui.widgets.hints import Hints
from checkers.collect import DOCUMENTS, PICTURES
from checkers.visible import visible_line


class Documents(DirectoryTree):
    """Folders, and the documents that can be checked; hidden ones are left out."""

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leave out what cannot be checked."""
        return [
            path
            for path in paths
            if not path.name.startswith((".", "~$")) and (path.is_dir() or path.suffix.lower() in DOCUMENTS | PICTURES)
        ]

    def render_label(self, node: TreeNode[DirEntry], base_style: object, style: object) -> Text:  # noqa: ARG002 - Textual's
        """The name made harmless, a folder with a sign that needs no picture font, the one under the cursor with ▶."""
        data = node.data
        name = visible_line(data.path.name or str(data.path)) if data else ""
        sign = ("▾ " if node.is_expanded else "▸ ") if node.allow_expand else "  "
        label = Text(("▶" if node is self.cursor_node else " ") + sign + name)
        label.stylize(style)  # type: ignore[arg-type]  # Textual hands on one of Rich's styles
        return label


class Browse(ModalScreen[Path | None]):
    """Asks for a document or folder; gives its path, None where nothing was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("f", "take_folder", "Check the whole folder"),
        Binding("backspace", "up", "Folder above"),
        Binding("h", "home", "Home folder"),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """A title, the folders, the keys."""
        with Vertical(classes="dialog tall"):
            yield Static(shown_line("Choose a document", "bold"))
            yield Static("", id="whole-path")
            yield Documents(self._folder)
            yield Hints(
                "Enter opens a folder or takes a document",
                "f takes the folder",
                "h home",
                "Backspace up",
                "Escape back",
            )

    def on_mount(self) -> None:
        """Say which folder it is."""
        self._show(self._folder)

    def _show(self, folder: Path) -> None:
        self.query_one(Documents).path = folder
        self.query_one("#whole-path", Static).update(shown_line(f"In {folder.absolute()}"))

    @on(DirectoryTree.FileSelected)
    def take_file(self, event: DirectoryTree.FileSelected) -> None:
        """Give back the document."""
        self.dismiss(event.path)

    def action_take_folder(self) -> None:
        """Give back the folder that the cursor is on, or the one that the document is in."""
        node = self.query_one(Documents).cursor_node
        path = node.data.path if node and node.data else self._folder
        self.dismiss(path if path.is_dir() else path.parent)

    def action_up(self) -> None:
        """Show the folder above."""
        self._show(Path(self.query_one(Documents).path).resolve().parent)

    def action_home(self) -> None:
        """Show the home folder."""
        self._show(Path.home())
