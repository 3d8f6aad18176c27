"""Putting a handout into a file: a Word file or Markdown, by the ending of its name. Nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.cli.output import Unwritable, keep_free, whole_file
from assistant.handout import Handout
from checkers.visible import visible_line

ENDINGS = {".docx": "Word", ".md": "Markdown"}
"""What a handout can be written as."""


def save(handout: Handout, path: Path, *, replace: bool = False) -> None:
    """Write a handout to `path`; an existing file stays as it is unless `replace` says otherwise.

    Raises:
        Taken: there is a file of this name.
        Unwritable: the name has another ending, or the file cannot be written.
    """
    data = _writer(path)(handout)
    keep_free(path, replace=replace)
    with whole_file(path) as file:
        file.write(data)


def _writer(path: Path) -> Callable[[Handout], bytes]:
    """What makes the bytes for a name's ending. Raises `Unwritable` for an ending that is not known."""
    match path.suffix.lower():
        case ".docx":
            from assistant.handout.word import as_word  # noqa: PLC0415 - loads python-docx

            return as_word
        case ".md":
            from assistant.handout.markdown import as_markdown  # noqa: PLC0415 - beside the other

            return lambda handout: as_markdown(handout).encode("utf-8")
        case _:
            name = visible_line(path.name)
            raise Unwritable(f"“{name}” ends neither in .docx (for Word) nor in .md (Markdown); name it so.")
