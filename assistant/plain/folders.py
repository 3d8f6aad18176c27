"""Looking for a document: folder by folder, only what can be checked."""

from __future__ import annotations

from pathlib import Path

from assistant.plain.console import Console
from assistant.plain.portions import pick
from checkers.collect import is_document, is_hidden


def find_document(console: Console, folder: Path) -> Path:
    """The document or the folder that somebody picks, beginning in `folder`.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    here = folder.resolve()

    def entries() -> list[Path]:
        try:
            there = sorted(here.iterdir(), key=lambda path: path.name.casefold())
        except OSError:
            console.say("This folder cannot be opened.")
            there = []
        folders = [path for path in there if path.is_dir() and not is_hidden(path.name)]
        return [*folders, *(path for path in there if is_document(path) and not path.is_dir())]

    def words() -> list[str]:
        named = [f"{path.name}, folder" if path.is_dir() else path.name for path in entries()]
        return ["Check this whole folder", "The folder above", *named]

    def take(index: int) -> None:
        nonlocal here
        path = entries()[index - 2] if index > 1 else here
        if index == 1:
            here = here.parent
        elif index and path.is_dir():
            here = path
        else:
            raise _Picked(path)

    try:
        pick(console, lambda: f"Folder {here}.", words, take, "Folders open; a document is checked.")
    except _Picked as picked:
        return picked.path


class _Picked(Exception):
    """A path was picked."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
