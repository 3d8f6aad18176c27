"""Putting a handout into a file: a Word file or Markdown, by the ending of its name. Nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.handout import Handout
from checkers.visible import visible_line

ENDINGS = (".docx", ".md")


class NotSaved(Exception):
    """The file was not written; the message says in one line why, and what to do."""


class TargetTaken(NotSaved):
    """There is a file of that name; the message says so, and the caller what its user can do."""


def save(handout: Handout, path: Path, *, replace: bool = False) -> None:
    """Write a handout to `path`; an existing file stays as it is unless `replace` says otherwise.

    Raises:
        TargetTaken: there is a file of this name.
        NotSaved: the name has another ending, or the file cannot be written.
    """
    data = _writer(path)(handout)
    shown = visible_line(str(path))
    try:
        with path.open("wb" if replace else "xb") as file:
            file.write(data)
    except FileExistsError:
        raise TargetTaken(f"there is a file {shown} already, and it was left as it is.") from None
    except (OSError, ValueError):
        raise NotSaved(f"{shown} cannot be written. Name a file in a folder that is there and is yours.") from None


def free_name(folder: Path, name: str, ending: str) -> Path:
    """A path in a folder that no file has yet: "name.docx", else "name-2.docx", and so on."""
    number, path = 1, folder / f"{name}{ending}"
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}{ending}"
    return path


def _writer(path: Path) -> Callable[[Handout], bytes]:
    """What makes the bytes for a name's ending. Raises `NotSaved` for an ending that is not known."""
    match path.suffix.lower():
        case ".docx":
            from assistant.handout.word import as_word  # noqa: PLC0415 - loads python-docx

            return as_word
        case ".md":
            from assistant.handout.markdown import as_markdown  # noqa: PLC0415 - beside the other

            return lambda handout: as_markdown(handout).encode("utf-8")
        case _:
            name = visible_line(path.name)
            raise NotSaved(f"“{name}” ends neither in .docx (for Word) nor in .md (Markdown); name it so.")
