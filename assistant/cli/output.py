"""Where results go: to standard output, or to a file that is either whole or not there.

Until all is there, it stands in a file without a name, which the system takes away however the run ends. Then it is
written under a hidden name beside the target, and takes the target's name in one step.
"""

from __future__ import annotations

import codecs
import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, TextIO, cast


class Unwritable(Exception):
    """The results cannot be written there; the message says what to do."""


class Taken(Unwritable):
    """There is a file of that name; the message says so, and the caller what its user can do."""


def free_name(folder: Path, name: str, ending: str) -> Path:
    """A path in a folder that no file has yet: "name.docx", else "name-2.docx", and so on."""
    number, path = 1, folder / f"{name}{ending}"
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}{ending}"
    return path


def keep_free(path: Path, *, replace: bool) -> None:
    """Refuse to write over a file, unless `replace` says to.

    Raises:
        Taken: there is a file of that name.
        Unwritable: nothing can be written there.
    """
    if target_of(path).is_file() and not replace:
        raise Taken(f"there is a file {path} already")


def target_of(path: Path) -> Path:
    """The file itself where the path is a link to it.

    Raises:
        Unwritable: it is a folder, or in none that is there.
    """
    try:
        target = path.resolve()
        has_folder, is_folder = target.parent.is_dir(), target.is_dir()
    except (OSError, ValueError):
        raise Unwritable(f"{path} cannot be written; look whether its name is too long.") from None
    if not has_folder:
        raise Unwritable(f"{path} cannot be written: there is no folder {path.parent}. Make it, or name another file.")
    if is_folder:
        raise Unwritable(f"{path} cannot be written: it is a folder. Name a file in it, such as {path / 'report'}.")
    return target


@contextmanager
def results(path: Path | None, *, as_is: bool = False) -> Iterator[TextIO]:
    """Open the file of that path, or standard output for None, in UTF-8 with line ends as they are written.

    A file takes its name only when all is written, so that one that was there before stays if anything goes wrong.
    `as_is`: standard output is for programs too, and not in the terminal's own encoding and line ends.

    Raises:
        Unwritable: nothing can be written there.
    """
    if path is None:
        if as_is:
            with suppress(AttributeError):  # whatever stands in for standard output in the app and in tests
                sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")  # type: ignore[union-attr]
        yield sys.stdout
        return
    with whole_file(path) as file:
        yield cast("TextIO", codecs.getwriter("utf-8")(file, "replace"))


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write to, which takes its name only when all is written: one of that name stays until then.

    What was written until something goes wrong is taken away, where the process is told to end, too.

    Raises:
        Unwritable: nothing can be written there.
    """
    target = target_of(path)
    try:
        replaced = not target.exists() or target.is_file()  # a device or a pipe is written to as it comes
        with _nameless_beside(target) if replaced else target.open("wb") as out, _ended_in_order():
            yield out
            if replaced:
                out.seek(0)
                _replace(target, out)
    except OSError:
        raise Unwritable(
            f"{path} cannot be written; name a file in a folder that is there and is yours, on a disk with room."
        ) from None


def _nameless_beside(target: Path) -> BinaryIO:
    """A file without a name on the same disk, which is gone once it is closed or its process has ended."""
    return cast("BinaryIO", TemporaryFile(dir=target.parent))


def _replace(target: Path, content: BinaryIO) -> None:
    """Write the content under another name, which becomes the target's once all is written."""
    written = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with written.open("xb") as out:
            shutil.copyfileobj(content, out)
        written.replace(target)
    finally:
        written.unlink(missing_ok=True)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Within this block, let a process that is told to end (as by `kill`) clear up first. Its exit code says so."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is ever told
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _: object) -> None:
    raise SystemExit(128 + number)  # as a shell says it
