"""A batch of documents before it goes: checked, with a sheet on it, and compared with that sheet later."""

from __future__ import annotations

import datetime
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from assistant.cli.output import whole_file
from assistant.waivers import check_with_waivers
from checkers.check import FileReport, Options
from checkers.collect import collect, others
from checkers.gate.record import Comparison, NoSheet, Record, compare, read_sheet
from checkers.gate.sheet import NO_SUM, Facts, Sheet, beginning_at, shown
from checkers.guard import read_file
from checkers.reports.lean import lean
from checkers.unreadable import Unreadable

SUFFIXES = (".docx", ".html")
"""What a sheet can be written as."""


class NoFolder(Exception):
    """The folder that a sheet speaks of is not there; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What a sheet says, the folder that it was compared with, and what became of the documents."""

    record: Record
    folder: Path
    comparison: Comparison

    @property
    def holds(self) -> bool:
        """Whether the sheet is whole, and the files are those that it lists."""
        return self.record.whole and self.comparison.is_same


def check_document(path: Path, folder: Path, options: Options) -> FileReport:
    """The report on one document of a batch, what is waived marked, its path as seen from the folder of the batch."""
    return beginning_at(folder, lean(check_with_waivers(path, options)))


def facts_on(folder: Path, sheet: Path, options: Options, version: str, *, strict: bool) -> Facts:
    """What a sheet that is to stand there says of a batch besides its documents."""
    aside = tuple(path.relative_to(folder).as_posix() for path in others(folder))
    return Facts(_seen_from(sheet, folder), options.day(), version, strict, aside)


def write_sheet(sheet: Sheet, path: Path, today: datetime.date) -> None:
    """Write a sheet whole, as what the path's suffix says (one of `SUFFIXES`).

    Raises:
        Unwritable: nothing can be written there.
    """
    if path.suffix.lower() == ".html":
        from checkers.gate.page import write_page  # noqa: PLC0415 - loads jinja2

        data = write_page(sheet)
    else:
        from checkers.gate.word import write_word  # noqa: PLC0415 - loads python-docx

        data = write_word(sheet, today)
    with whole_file(path) as file:
        file.write(data)


def verify(sheet: Path, folder: Path | None = None) -> Verification:
    """Compare the files of a folder, by default the one that the sheet names, with those that the sheet lists.

    Raises:
        NoSheet: it cannot be read, or is no sheet.
        NoFolder: the folder is not there.
    """
    try:
        record = read_sheet(read_file(sheet), sheet.name)
    except Unreadable as refusal:
        raise NoSheet(str(refusal)) from None
    place = folder or sheet.parent / record.folder
    if not place.is_dir():
        where = f"There is no folder {place}" if folder else f"The sheet is about a folder “{record.folder}” beside it"
        raise NoFolder(f"{where}. Say where the documents are: tandem verify {sheet} FOLDER")
    there = (path for path in collect([place]) if path.resolve() != sheet.resolve())
    found = ((shown(path.relative_to(place).as_posix()), _sum_of(path)) for path in there)
    return Verification(record, place, compare(record, found))


def _sum_of(path: Path) -> str:
    try:
        return hashlib.sha256(read_file(path)).hexdigest()
    except Unreadable:
        return NO_SUM


def _seen_from(sheet: Path, folder: Path) -> str:
    """The folder's path from the sheet; its full one where they are on different disks of Windows."""
    full = folder.resolve()
    try:
        return Path(os.path.relpath(full, sheet.resolve().parent)).as_posix()
    except ValueError:
        return full.as_posix()
