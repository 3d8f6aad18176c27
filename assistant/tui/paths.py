"""Paths as they reach the app: typed, pasted, or dropped onto the terminal by a file manager.

Terminals give a dropped file as a quoted path, with spaces escaped by backslashes, or as a `file://` address; several
files come on one line or on several. People write `~`, `$HOME` and `notes/*.txt` as they would to a shell.
"""

from __future__ import annotations

import glob
import os
import shlex
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from checkers.visible import visible_line

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
        pieces = [path for piece in _pieces(line) for path in _matching(_path(piece), exists)]
        if exists(whole) or not (any(map(exists, pieces)) or _is_quoted(line)):
            found += _matching(whole, exists)
        else:
            found += pieces
    return found


def in_one_line(text: str) -> str:
    """Pasted paths as they can stand in a line to type in: several lines become quoted paths side by side."""
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    if len(lines) < 2:
        return "".join(lines)
    quote = shlex.quote if os.name == "posix" else '"{}"'.format  # Windows has no quotation mark in a name
    return " ".join(quote(str(path)) for line in lines for path in paths_in(line))


def _is_quoted(line: str) -> bool:
    """Whether a line is several quoted paths side by side."""
    return line[0] in "'\"" and len(_pieces(line)) > 1


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
    return expanded(text)


def expanded(text: str) -> Path:
    """A path with `~` and `$HOME` put in, unless a file has just that name."""
    if is_there(Path(text)):
        return Path(text)
    path = Path(os.path.expandvars(text))
    try:
        return path.expanduser()
    except RuntimeError:  # "~somebody" who is not there
        return path


def _matching(path: Path, exists: Callable[[Path], bool]) -> list[Path]:
    """What a pattern such as `notes/*.txt` stands for; the path itself where it is no pattern, or nothing fits."""
    if not glob.has_magic(str(path)) or exists(path):
        return [path]
    try:
        return [Path(found) for found in sorted(glob.glob(str(path)))] or [path]  # noqa: PTH207 - no folder to begin in
    except (OSError, ValueError):
        return [path]


def completion(text: str) -> str:
    """What a typed path may go on to be: the first name in its folder that begins so; "" where there is none.

    A name with characters that are not shown as they are is left out: what is offered is what one sees.
    """
    at = max(text.rfind("/"), text.rfind(os.sep)) + 1
    start = text[at:]
    try:
        names = sorted(
            entry.name + ("/" if entry.is_dir() else "")
            for entry in os.scandir(expanded(text[:at]))
            if entry.name.startswith(start) and entry.name[0] != "." and entry.name == visible_line(entry.name)
        )
    except (OSError, ValueError):
        return ""
    return text[:at] + names[0] if names and text else ""
