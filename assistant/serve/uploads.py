"""Documents that a browser sends, into the folder of a session: what can be checked, and as much as it may hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from aiohttp import BodyPartReader, MultipartReader

from assistant.serve.folders import SessionFolder
from assistant.serve.names import numbered, safe_name
from checkers.collect import DOCUMENTS, PICTURES
from checkers.extras import has_ocr
from checkers.guard import LARGEST_FILE
from checkers.visible import visible_line

MOST_FILES = 500
"""A year of notes, one file each."""
MOST_BYTES = 500 * 2**20
_MEGABYTE = 2**20
_READ = 2**16


@dataclass
class Uploaded:
    """What came of an upload: the names of the documents that were added, and a sentence on each that was refused."""

    added: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


class _Refused(Exception):
    """A file is not taken; the message is a sentence without its name."""


def accepted() -> list[str]:
    """The endings of what can be checked here, with text recognition where it is installed."""
    return sorted(DOCUMENTS | PICTURES if has_ocr() else DOCUMENTS)


async def receive(body: MultipartReader, folder: SessionFolder) -> Uploaded:
    """Put the files of a form into the folder, each under a name that is safe and free.

    Raises:
        ValueError: the body is no form with files.
    """
    came = Uploaded()
    while (part := await body.next()) is not None:
        if isinstance(part, BodyPartReader) and part.filename:
            try:
                came.added.append(await _keep(part, safe_name(part.filename), folder))
            except _Refused as why:
                came.refused.append(f"{visible_line(part.filename[-80:])}: {why}")
    return came


async def _keep(part: BodyPartReader, name: str, folder: SessionFolder) -> str:
    """Write one file under a name that is free, once it is there whole; gives that name."""
    if Path(name).suffix.lower() not in accepted():
        await part.release()
        raise _Refused(
            f"this kind of file cannot be checked. Tandem reads {', '.join(accepted())}: open it in the program it was "
            "made with, and save or export it as .docx or PDF."
        )
    there = [each.stat().st_size for each in folder.documents.iterdir()]
    if len(there) >= MOST_FILES:
        await part.release()
        raise _Refused(f"there are {MOST_FILES} files already. Open Tandem in another page for more.")
    room = min(LARGEST_FILE, MOST_BYTES - sum(there))
    with NamedTemporaryFile(dir=folder.temporary, delete=False) as file:
        half = Path(file.name)
        size = await _write(part, file, room)
    return _placed(half, name, size, room, folder)


def _placed(half: Path, name: str, size: int, room: int, folder: SessionFolder) -> str:
    """Give a file that was received its name, unless it is too large; then it is deleted."""
    try:
        if size > LARGEST_FILE:
            raise _Refused(f"it is larger than {LARGEST_FILE // _MEGABYTE} MB. Split it, or leave out its pictures.")
        if size > room:
            raise _Refused(f"there is no more room: {MOST_BYTES // _MEGABYTE} MB for all. Open Tandem in another page.")
        free = numbered(name, lambda each: (folder.documents / each).exists())
        half.rename(folder.documents / free)
    finally:
        half.unlink(missing_ok=True)
    return free


async def _write(part: BodyPartReader, file: IO[bytes], room: int) -> int:
    """Write as much as there is room for; gives how much there was. Half a file is deleted with its session."""
    size = 0
    while chunk := await part.read_chunk(_READ):
        size += len(chunk)
        if size <= room:
            file.write(chunk)
    return size
