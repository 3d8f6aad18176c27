"""A batch of documents before it goes: checked, with a sheet on it, and compared with that sheet later."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from assistant.cli import version
from assistant.cli.output import Unwritable, keep_free, whole_file
from assistant.pieces import Piece, heading, item
from assistant.waivers import check_with_waivers
from checkers.check import FileReport, Options
from checkers.collect import collect, others
from checkers.gate.decision import Decision, decide
from checkers.gate.record import Comparison, NoSheet, Record, compare, read_sheet
from checkers.gate.sheet import NO_SUM, Facts, beginning_at, make_sheet, shown
from checkers.guard import read_file
from checkers.registry import find_rule
from checkers.reports.grouping import by_owner, mark_of, session_and_spot
from checkers.reports.lean import lean
from checkers.reports.notes import waiver_notes
from checkers.reports.wording import OWNERS, counted
from checkers.unreadable import Unreadable

SHEETS = {".docx": "Word", ".html": "a web page"}
"""What a sheet can be written as, in words, by the ending of its name."""
SUFFIXES = tuple(SHEETS)
"""The endings."""


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


@dataclass(frozen=True, slots=True)
class Batch:
    """A folder whose documents were checked, with those options, and what was decided."""

    folder: Path
    options: Options
    strict: bool
    decision: Decision


def documents_of(folder: Path) -> list[Path]:
    """The documents of a batch, in order.

    Raises:
        NoFolder: it is no folder, or there is none in it.
    """
    if not folder.is_dir():
        what = "is a file; name the folder that it is in" if folder.exists() else "is not there; look at the spelling"
        raise NoFolder(f"{folder} {what}.")
    if files := sorted(collect([folder])):
        return files
    raise NoFolder(f"there is no document in {folder}; name a folder that holds .docx, .pdf or .txt files.")


def decided(
    folder: Path, files: Iterable[Path], options: Options, told: Callable[[FileReport], None], *, strict: bool = False
) -> Batch:
    """Check the documents of a folder, and decide whether all are ready; `told` is given each report as it is there."""
    reports = []
    for file in files:
        reports.append(beginning_at(folder, lean(check_with_waivers(file, options))))
        told(reports[-1])
    return Batch(folder, options, strict, decide(reports, strict=strict))


def usual_place(folder: Path) -> Path:
    """Where a sheet on a folder usually goes: here, or where this is in the folder, beside it."""
    return Path() if not _is_in(Path(), folder) else Path(os.path.relpath(folder.resolve().parent))


def usual_name(today: datetime.date) -> str:
    """What a sheet is usually called, without its suffix."""
    return f"tandem-gate-{today.isoformat()}"


def hold_place(path: Path, folder: Path, *, replace: bool = False) -> None:
    """Refuse to write a sheet into the batch, of which it would be a document, or over a file that is there.

    Raises:
        Taken: there is a file of that name.
        Unwritable: it is no place for a sheet.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise Unwritable(f"a sheet is a {' or '.join(SUFFIXES)} file; {path} is none.")
    if _is_in(path.parent, folder):
        raise Unwritable(f"{path} would be one of the documents of {folder}; name a place outside it.")
    keep_free(path, replace=replace)


def write_sheet(batch: Batch, path: Path, *, replace: bool = False) -> None:
    """Write the sheet on a batch whole, as what the path's suffix says (one of `SUFFIXES`).

    Raises:
        Taken: there is a file of that name.
        Unwritable: it is no place for a sheet, or nothing can be written there.
    """
    hold_place(path, batch.folder, replace=replace)
    aside = tuple(each.relative_to(batch.folder).as_posix() for each in others(batch.folder))
    today = batch.options.day()
    seen = _seen_from(path, batch.folder)
    sheet = make_sheet(batch.decision, Facts(seen, today, version(), batch.strict, aside))
    if path.suffix.lower() == ".html":
        from checkers.gate.page import write_page  # noqa: PLC0415 - loads jinja2

        data = write_page(sheet)
    else:
        from checkers.gate.word import write_word  # noqa: PLC0415 - loads python-docx

        data = write_word(sheet, today)
    with whole_file(path) as file:
        file.write(data)


def decided_in_words(decision: Decision) -> Iterator[Piece]:
    """What stands in the way by who can mend it, with where and how; waivers that do not hold; what to look at."""
    for owner, found in by_owner(decision.in_the_way):
        yield heading(f"{OWNERS[owner][:1].upper()}{OWNERS[owner][1:]} can mend {counted(len(found), 'finding')}.")
        for path, here in groupby(found, key=lambda each: each.report.path):
            yield Piece(path)
            for number, each in enumerate(here, 1):
                rule, where = find_rule(each.outcome.rule), session_and_spot(each)
                yield item(f"{mark_of(each.outcome)[1]}, {rule.code}: {rule.name}", f"{number}. ")
                if where:
                    yield item(where, "   Where: ")
                if each.outcome.fix:
                    yield item(each.outcome.fix, "   To do: ")
    notes = [f"{report.path}: {note}" for report in decision.reports for note in waiver_notes(report)]
    if notes:
        yield heading("Waivers that do not hold")
        yield from map(Piece, notes)
    if decision.ready:
        yield Piece("Nothing stands in the way.")
    if decision.to_look_at:
        more = counted(len(decision.to_look_at), "finding")
        yield Piece(f"To look at before signing, as listed on the sheet: {more}.")


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


def in_words(found: Verification) -> Iterator[str]:
    """What a comparison found, in lines."""
    record, now = found.record, found.comparison
    if not record.whole:
        yield "The sheet itself was changed: its tables do not make the sum that is printed on it."
    for words, paths in (
        ("changed, or cannot be opened now", now.changed),
        ("no longer there", now.missing),
        ("new, and not on the sheet", now.added),
        ("could not be opened when the sheet was made, so nothing can be said", now.without_sum),
    ):
        yield from (f"  {path}: {words}" for path in paths)
    same = f"{len(now.same)} of {counted(len(record.documents), 'document')}"
    if found.holds:
        yield f"The same: {same}, as checked on {record.checked_on}, and none is new."
    else:
        yield f"Not the same: {same} as checked on {record.checked_on}."


def _is_in(place: Path, folder: Path) -> bool:
    full, batch = place.resolve(), folder.resolve()
    return full == batch or batch in full.parents


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
