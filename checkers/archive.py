"""Zip archives from strangers: opened only within limits, so that none can fill the memory or reach outside itself.

A Word document is a zip archive. A hostile one of a megabyte can unpack to gigabytes, and `zipfile` would let it.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from checkers.unreadable import Unreadable

MOST_PARTS = 2_000
MOST_BYTES = 200 * 2**20
MOST_BYTES_OF_A_PART = 50 * 2**20
MOST_RATIO = 200
_SMALL = 2**20
"""A part up to this size may shrink as far as it likes: a page of spaces does."""

_LEAVES = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
)
"""What `zipfile` raises for bytes that are no sound archive."""


def damaged() -> Unreadable:
    """The refusal for a file that is broken."""
    return Unreadable(
        "The file is damaged or was not copied completely.",
        "Open it in Word, let Word repair it, and save it again as a .docx file, or ask for a new copy.",
    )


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open an archive and look through its list of parts; nothing is unpacked.

    Raises:
        Unreadable: it is broken, encrypted, beyond the limits, or has a part whose name leads out of it.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN:
        raise damaged() from None
    parts = archive.infolist()
    if len({part.filename for part in parts}) != len(parts):
        raise damaged()
    if (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > MOST_BYTES
        or any(part.file_size > MOST_BYTES_OF_A_PART or _shrinks_too_far(part) for part in parts)
    ):
        raise Unreadable(
            "The file would unpack to far more than a note or plan can hold.",
            "If it comes from someone you trust, open it in Word, remove large pictures, and save it as a new file.",
        )
    if any(part.flag_bits & 0x1 for part in parts):
        raise Unreadable(
            "The file is locked with a password.", "Remove the password, save the file, and check it again."
        )
    if any(_LEAVES.search(part.filename) for part in parts):
        raise Unreadable(
            "The file holds parts with names that point outside of it, as no word processor writes them.",
            "Do not open it unless you trust where it comes from, and ask for a new copy.",
        )
    return archive


def _shrinks_too_far(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > MOST_RATIO * part.compress_size


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Unpack one part of an archive that `open_archive` let through.

    Raises:
        Unreadable: there is no such part, or it is broken.
    """
    try:
        with archive.open(name) as part:
            return part.read(MOST_BYTES_OF_A_PART)
    except (KeyError, *_BROKEN):
        raise damaged() from None


def rewritten(archive: zipfile.ZipFile, parts: Mapping[str, bytes | None]) -> bytes:
    """An archive like one that `open_archive` let through, with these parts replaced, added, or (None) left out.

    The same archive and parts give the same bytes.

    Raises:
        Unreadable: a part is broken.
    """
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as copy:
        for old in archive.infolist():
            name = old.filename
            data = parts[name] if name in parts else read_part(archive, name)
            if data is not None:
                _add(copy, zipfile.ZipInfo(name, old.date_time), data)
        for name, data in parts.items():
            if data is not None and name not in archive.NameToInfo:
                _add(copy, zipfile.ZipInfo(name), data)
    return written.getvalue()


def _add(copy: zipfile.ZipFile, part: zipfile.ZipInfo, data: bytes) -> None:
    part.compress_type = zipfile.ZIP_DEFLATED
    copy.writestr(part, data)
