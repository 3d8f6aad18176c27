"""From the paths a user names to the files to check, in path order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

DOCUMENTS = frozenset({".docx", ".docm", ".dotx", ".pdf", ".txt", ".md", ".csv", ".tsv"})
"""What can be read."""

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff"})
"""What is read with the extra `ocr`, and refused without it, by DOC001 and with how to get it."""

REFUSED_BY_NAME = frozenset({".doc", ".odt", ".rtf", ".pages", ".xlsx", ".xls", ".heic"})
"""What people keep notes in and Tandem cannot read: each gets its DOC001, so that none is passed over."""

_COLLECTED = DOCUMENTS | PICTURES | REFUSED_BY_NAME


def collect(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files to check: a file as it is, whatever its name; of a folder, every document in it and below.

    Hidden files, Word's lock files (`~$…`) and files of other kinds in a folder are left out, links to folders are
    not followed. A path that does not exist is given as it is, so that reading it says so.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _documents_below(path) if path.is_dir() else (path,):
            if found not in seen:
                seen.add(found)
                yield found


def _documents_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in _COLLECTED:
                yield Path(parent) / name
