"""Names of files as they come from anywhere, made into names that every system can have. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

LONGEST = 120
"""In bytes: far below what file systems allow, with room for a number and for Tandem's own endings."""

_NO_NAME = "document"
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
"""What Windows takes for a device, whatever the ending."""


def safe_name(name: str) -> str:
    """A name without a folder, without characters that are not seen, and never a hidden file's or a device's."""
    name = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    name = _FORBIDDEN.sub("_", " ".join(name.split()))
    name = "".join(letter for letter in name if unicodedata.category(letter)[0] != "C").lstrip(".~$ ").rstrip(". ")
    stem, ending = _parted(name)
    if not stem:
        stem = _NO_NAME
    while len((stem + ending).encode()) > LONGEST:
        stem = stem[:-1].rstrip(". ") or _NO_NAME[:1]
    return f"_{stem}{ending}" if _RESERVED.match(stem + ending) else stem + ending


def numbered(name: str, is_taken: Callable[[str], bool]) -> str:
    """The name, or where it is taken, the name with the first number that makes it free: "note (2).docx"."""
    stem, ending = _parted(name)
    number = 1
    free = name
    while is_taken(free):
        number += 1
        free = f"{stem} ({number}){ending}"
    return free


def _parted(name: str) -> tuple[str, str]:
    """A name before its last dot, and from there on; what is long after a dot is no ending."""
    stem, dot, ending = name.rpartition(".")
    if dot and stem and len(ending) <= 10 and ending == ending.strip():
        return stem.rstrip(". "), f".{ending}"
    return name, ""
