"""Paths as people give them: typed, pasted, or dropped onto the terminal by a file manager.

Terminals give a dropped file as a quoted path, with spaces escaped by backslashes, or as a `file://` address; several
files come on one line or on several. People write `~`, `$HOME` and `notes/*.txt` as they would to a shell.
"""

from __future__ import annotations

import glob
import os
import shlex
import sys
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
    for end in ("", "'", '"'):
        try:
            return shlex.split(line + end, posix=os.name == "posix")
        except ValueError:  # a quotation mark that was not closed yet; or an apostrophe in a name
            continue
    return [line]


def _path(text: str) -> Path:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.lower().startswith(_ADDRESS):
        text = url2pathname(urlsplit(text).path)
    return in_reach(expanded(text))


def in_reach(path: Path) -> Path:
    """The path as it is. Where an audit hook forbids to look for it (in a browser), its name alone, to be found here.

    So nobody learns there what else is on the computer.
    """
    try:
        sys.audit("assistant.look", str(path))
    except PermissionError:
        return Path(path.name)
    return path


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


def completions(text: str) -> list[str]:
    """How a line with a path may go on: the names in its folder that begin so, in order; none for an empty line.

    Where several paths stand in the line, it is the last one that goes on; one that begins with a quotation mark keeps
    it. A name with characters that are not shown as they are is left out: what is offered is what one sees. Hidden
    names are offered to whoever types the dot.
    """
    for start in dict.fromkeys((0, _last_piece(text))):
        before, piece = text[:start], text[start:]
        quote = piece[:1] if piece[:1] in ("'", '"') else ""
        written = piece.removeprefix(quote) if quote else piece.replace("\\ ", " ") if os.name == "posix" else piece
        if found := _going_on(written):
            return [before + _quoted(path, quote, several=bool(before)) for path in found]
    return []


def _last_piece(text: str) -> int:
    """Where the last of several paths in a line begins."""
    start, quote = 0, ""
    for at, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"" and at == start:
            quote = sign
        elif sign == " " and (os.name != "posix" or text[at - 1 : at] != "\\"):
            start = at + 1
    return start


def _quoted(path: str, quote: str, *, several: bool) -> str:
    """A path as it stands in a line: in quotation marks where it was begun so, or would be taken for several."""
    mark = quote or ('"' if several and " " in path else "")
    return f"{mark}{path}{mark if mark and not path.endswith('/') else ''}"


def _going_on(text: str) -> list[str]:
    """The paths that a text may go on to be, folders with a slash behind; in any case of letters if none begins so."""
    at = max(text.rfind("/"), text.rfind(os.sep)) + 1
    start = text[at:]
    if not text:
        return []
    try:
        names = [
            entry.name + ("/" if entry.is_dir() else "")
            for entry in os.scandir(expanded(text[:at]))
            if entry.name == visible_line(entry.name) and (start.startswith(".") or entry.name[0] != ".")
        ]
    except (OSError, ValueError):
        return []
    exact = [name for name in names if name.startswith(start)]
    alike = exact or [name for name in names if name.casefold().startswith(start.casefold())]
    return [text[:at] + name for name in sorted(alike)]
