"""The private folders in which documents live as long as a session does.

All are in one folder of this server's, which only this user may enter. A small process of its own (`sweeper`) holds the
other end of a pipe to the server, and deletes that folder as soon as the server is gone, however it went. Where that
process was ended too (the computer was switched off), the next start deletes what is left: the folder of a server that
runs is locked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from assistant import settings

_BEGINNING = "tandem-serve-"
_LOCK = "lock"
_NEW = 60.0
"""In seconds: so long a folder is left alone that is not locked, as its server may be about to."""
_PATIENCE = 15.0
"""In seconds: so long the server waits at its end until all is deleted."""
_KEPT = frozenset({
    "PATH", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TZ", "NO_COLOR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    "SYSTEMROOT", "WINDIR", "PATHEXT", "NUMBER_OF_PROCESSORS", "PYTHONDONTWRITEBYTECODE", "PYTHONUTF8", "PYTHONHOME",
})  # fmt: skip
"""What a process needs to know of the user's environment; other things in it are nobody's to see in a browser."""
OF_ITS_OWN: dict[str, Any] = {
    "start_new_session": True,
    "creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
}
"""How a process is started that Ctrl+C in the server's terminal is not to reach."""


@dataclass(frozen=True)
class SessionFolder:
    """What one session has on the disk: the documents, what is ready to be downloaded, and what is in the making."""

    root: Path

    @property
    def documents(self) -> Path:
        """The documents that were added, and what stands beside them."""
        return self.root / "documents"

    @property
    def downloads(self) -> Path:
        """What the app has made for the browser to fetch."""
        return self.root / "downloads"

    @property
    def settings(self) -> Path:
        """A copy of the configuration: what is kept in a browser is not kept."""
        return self.root / "settings"

    @property
    def temporary(self) -> Path:
        """Half received files, and temporary ones of the app."""
        return self.root / "t"  # short: sockets in it must have short names

    def delete(self) -> None:
        """Delete it with all that is in it."""
        shutil.rmtree(self.root, ignore_errors=True)


def new_session_folder(parent: Path) -> SessionFolder:
    """Make the folders of one session."""
    folder = SessionFolder(Path(tempfile.mkdtemp(dir=parent, prefix="")))
    for each in (folder.documents, folder.downloads, folder.temporary):
        each.mkdir()
    if settings.folder().is_dir():
        shutil.copytree(settings.folder(), folder.settings, ignore=shutil.ignore_patterns(".*"))
    return folder


@contextmanager
def server_folder() -> Iterator[Path]:
    """The folder of a server, which is gone with all that is in it when the server is."""
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=_BEGINNING)).resolve()
    sweeper = subprocess.Popen(  # noqa: S603 - this Python, with a module of Tandem's
        [sys.executable, "-P", "-m", "assistant.serve.sweeper", str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment(), cwd=folder.parent, **OF_ITS_OWN,
    )  # fmt: skip
    try:
        with (folder / _LOCK).open("wb") as file:
            _lock(file)
            yield folder
    finally:
        if sweeper.stdin:
            sweeper.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            sweeper.wait(_PATIENCE)


def environment() -> dict[str, str]:
    """The environment for a Python that finds the very modules which this one has, and nothing else of the user's."""
    kept = {name: value for name, value in os.environ.items() if name.upper() in _KEPT}
    modules = dict.fromkeys([str(Path(__file__).parents[2]), *filter(os.path.isabs, sys.path)])
    return {**kept, "PYTHONPATH": os.pathsep.join(modules), "PYTHONIOENCODING": "utf-8"}


def sweep() -> None:
    """Delete the folders of servers that are gone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_BEGINNING}*"):
        if _is_mine(folder) and not _is_used(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_mine(folder: Path) -> bool:
    """Whether it is a folder that this user made; others may write where temporary files are kept."""
    return (
        folder.is_dir() and not folder.is_symlink() and (sys.platform == "win32" or folder.stat().st_uid == os.getuid())
    )


def _is_used(folder: Path) -> bool:
    """Whether a server runs that it belongs to, or is just being started or ended."""
    lock = folder / _LOCK
    try:
        if not lock.is_file() or lock.stat().st_mtime > time.time() - _NEW:
            return True
        with lock.open("rb+") as file:
            _lock(file)
    except OSError:
        return True
    return False


def _lock(file: BinaryIO) -> None:
    """Lock an open file until it is closed or its process ends.

    Raises:
        OSError: another process has locked it.
    """
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - there alone

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not there on Windows

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
