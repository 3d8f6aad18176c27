"""What the app's process in a session may see of the files of this computer: its own folder, and what it is made of.

Whoever uses the app in a browser need not be who runs the server. Python tells a hook of every file that is opened and
every folder that is listed, whichever library does it, and Tandem itself tells of every path that it looks for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

_READ = frozenset({"open", "os.listdir", "os.scandir", "glob.glob", "pathlib.Path.glob", "assistant.look"})
_CHANGED = frozenset({
    "os.chdir", "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink",
    "os.truncate", "os.utime",
})  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_DEVICES = frozenset({os.devnull, "/dev/urandom", "/dev/random", "/dev/tty"})
_SYSTEM = (
    "/usr/share/zoneinfo",
    "/usr/lib",
    "/usr/local/lib",
    "/lib",
    "/lib64",
    "/proc/self",
    "/proc/cpuinfo",
    "/sys/devices",
)


def confine(root: Path, refused: Callable[[], None]) -> None:
    """Let this process read and write nothing from now on but what is in `root`, and read what Python and Tandem are.

    `refused` is called, in whichever thread it happens, where Tandem looks for a path that a user named elsewhere.
    """
    own = _real(str(root))
    readable = tuple(sorted({own, *_made_of()}))
    listed = frozenset(map(_real, filter(None, sys.path)))

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event not in _READ and event not in _CHANGED:
            return
        for path in args[:2] if event in {"os.rename", "os.link", "os.symlink"} else args[:1]:
            if not isinstance(path, str | bytes | os.PathLike):
                continue  # a file that is open already
            name = os.fsdecode(path)
            writes = event in _CHANGED or (event == "open" and isinstance(args[2], int) and bool(args[2] & _WRITES))
            real = _real(name)
            if is_within(real, [own] if writes else readable) or name in _DEVICES:
                continue
            if event in {"os.listdir", "os.scandir"} and real in listed:
                continue  # how Python finds its modules
            if event == "assistant.look":
                refused()
            raise PermissionError(f"not in a browser: {event}")

    sys.addaudithook(hook)


def _real(path: str) -> str:
    """A path without links in it, and in one spelling where the system takes several for the same."""
    return os.path.normcase(os.path.realpath(path))


def is_within(path: str, folders: Iterable[str]) -> bool:
    """Whether a path is one of the folders, or in one; both without links in them."""
    return any(path == folder or path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)


def _made_of() -> set[str]:
    """The folders that Python, its libraries and Tandem are in."""
    packages = {str(files(name)) for name in ("assistant", "checkers", "knowledge")}
    libraries = {entry for entry in sys.path if Path(entry).name in {"site-packages", "dist-packages"}}
    python = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}
    return {_real(each) for each in (*packages, *libraries, *python, *_SYSTEM)} - {os.sep}
