"""Paths as they reach the app: typed, pasted, or dropped onto the terminal by a file manager.

Terminals give a dropped file as a quoted path, with spaces escaped by backslashes, or as a `file://` address; several
files come on one line or on several.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

_ADDRESS = "file://"


def is_there(path: Path) -> bool:
    """Whether there is a file or folder; a name that no system could have is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def paths_in(text: str, exists: Callable[[Path], bool] = is_there) -> list[Path]:
    """The paths in a text. What names no file is given back whole, so that whoever reads it can be told.

    Args:
        text: what was typed or dropped.
        exists: whether there is such a file or folder.

    Returns:
        The paths, in order; none for a blank text.
    """
    found: list[Path] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        whole = _path(line)
        if exists(whole):
            found.append(whole)
            continue
        pieces = [_path(piece) for piece in _pieces(line)]
        found += pieces if any(map(exists, pieces)) else [whole]
    return found


def _pieces(line: str) -> list[str]:
    """A line cut as a shell would cut it; whole where its quotes do not match (an apostrophe in a name)."""
    try:
        return shlex.split(line, posix=os.name == "posix")
    except ValueError:
        return [line]


def _path(text: str) -> Path:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.lower().startswith(_ADDRESS):
        text = url2pathname(urlsplit(text).path)
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:  # "~somebody" who is not there
        return path


def completion(text: str) -> str:
    """What a typed path may go on to be: the first name in its folder that begins so; "" where there is none."""
    path = Path(text).expanduser() if text.startswith("~/") else Path(text)
    folder, start = (path, "") if text.endswith(("/", os.sep)) else (path.parent, path.name)
    try:
        names = sorted(
            entry.name + ("/" if entry.is_dir() else "")
            for entry in os.scandir(folder)
            if entry.name.startswith(start) and not entry.name.startswith(".")
        )
    except (OSError, ValueError):
        return ""
    return text[: len(text) - len(start)] + names[0] if names and text else ""
