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

WAIVERS = ".tandem.toml"
"""What the name of a file of waivers has after the whole name of its document: `march.docx.tandem.toml`."""


def collect(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files to check: a file as it is, whatever its name; of a folder, every document in it and below.

    Hidden files, Word's lock files (`~$…`) and files of other kinds in a folder are left out, links to folders are
    not followed. A path that does not exist is given as it is, so that reading it says so. A file of waivers is no
    document, even where it is named (by `notes/*`).
    """
    yield from (found for found, named in _files(paths) if (named or is_document(found)) and not document_of(found))


def waiver_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files of waivers among the same files."""
    yield from (found for found, _ in _files(paths) if document_of(found))


def others(folder: Path) -> Iterator[Path]:
    """Give the files in a folder and below that by their names are no documents, without hidden ones."""
    yield from (found for found, _ in _files([folder]) if not is_document(found) and not document_of(found))


def is_document(path: Path) -> bool:
    """Whether a file in a folder is to be checked, by its name."""
    return path.suffix.lower() in _COLLECTED and not is_hidden(path.name)


def is_hidden(name: str) -> bool:
    """Whether a file or folder is left out by its name: it is hidden, or a lock file of Word's."""
    return name.startswith((".", "~$"))


def document_of(path: Path) -> Path | None:
    """The document that a file of waivers is for; None for a file that by its name is none."""
    name = path.name.removesuffix(WAIVERS)
    return path.with_name(name) if name and name != path.name else None


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file once, and whether it was named itself."""
    seen: set[Path] = set()
    for path in paths:
        is_folder = path.is_dir()
        for found in _below(path) if is_folder else (path,):
            if found not in seen:
                seen.add(found)
                yield found, not is_folder


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(names) if not is_hidden(name))
