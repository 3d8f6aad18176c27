"""Results handed on: a report in a file, a copy of a document with comments. Both faces of the shell call these.

Whatever cannot be done is an `Unwritable`, whose message says in a line why, and what to do. A file is whole or not
there, and no document is ever written over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.cli import version
from assistant.cli.output import Unwritable, keep_free, results, target_of, whole_file
from assistant.cli.titles import source_titles
from assistant.waivers import with_waivers
from checkers.annotate import Annotated, annotated, ending_of
from checkers.check import FileReport, Options, check_bytes
from checkers.guard import read_file
from checkers.reports.baseline import Baseline, NoBaseline, read_baseline
from checkers.reports.formats import STATISTICS, WRITERS, Writer
from checkers.reports.manner import Manner, Order
from checkers.reports.redact import redacted
from checkers.unreadable import Unreadable

ENDINGS = {"html": ".html", "csv": ".csv", "text": ".txt", "json": ".json", "jsonl": ".jsonl", "sarif": ".sarif"}
"""What a report's name usually ends in, by its format."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is to be like: its format (one of `WRITERS`), for text by what it is put together, what it tells.

    `redact` leaves out every name, date and word of the documents; `all_outcomes` tells what passed too; `statistics`
    tells only how often each rule found something (one of `STATISTICS`).
    """

    format: str = "text"
    by: Order = Order.FILE
    redact: bool = False
    all_outcomes: bool = False
    statistics: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A document's annotated copy, the report that it shows, and what its name has to end in."""

    report: FileReport
    annotated: Annotated
    ending: str


def writer_of(wanted: Wanted) -> Writer:
    """What writes a report like that."""
    return (STATISTICS if wanted.statistics else WRITERS)[wanted.format]


def manner_of(wanted: Wanted, options: Options, *, colour: bool = False, basis: str = "") -> Manner:
    """How to write a report like that on a check with those options."""
    return Manner(
        version(),
        options.day(),
        source_titles(),
        all_outcomes=wanted.all_outcomes,
        colour=colour,
        by=wanted.by,
        redacted=wanted.redact,
        basis=basis,
    )


def write_report(
    reports: Sequence[FileReport], wanted: Wanted, options: Options, path: Path, *, replace: bool = False
) -> None:
    """Write a report on documents that were checked with those options; a file of that name stays unless `replace`.

    Raises:
        Taken: there is a file of that name.
        Unwritable: it is one of the documents, or nothing can be written there.
    """
    spare(path, [Path(report.path) for report in reports])
    keep_free(path, replace=replace)
    told: Iterable[FileReport] = reports
    if wanted.redact:
        told = (redacted(report, number) for number, report in enumerate(reports, start=1))
    with results(path) as out:
        out.writelines(writer_of(wanted)(told, manner_of(wanted, options)))


def spare(path: Path, documents: Iterable[Path]) -> None:
    """Refuse to write over a document, or where nothing can be written. Raises `Unwritable`."""
    if target_of(path) in {document.resolve() for document in documents}:
        raise Unwritable(f"{path} is one of the documents to check; name another file for the results.")


def annotated_copy(document: Path, options: Options) -> Copy:
    """Check a document, and make the copy with what was found in it, in memory.

    Raises:
        Unwritable: it cannot be read, or cannot hold comments.
    """
    try:
        data = read_file(document)
        report = with_waivers(check_bytes(data, str(document), options), document, options)
        return Copy(report, annotated(data, report, options.day(), source_titles()), ending_of(report))
    except Unreadable as refusal:
        raise Unwritable(f"{document}: {refusal}") from None


def write_copy(copy: Copy, path: Path, *, replace: bool = False) -> None:
    """Write an annotated copy; a file of that name stays unless `replace`, and the document itself always.

    Raises:
        Taken: there is a file of that name.
        Unwritable: the name has another ending, it is the document itself, or nothing can be written there.
    """
    if path.suffix.lower() != copy.ending:
        raise Unwritable(
            f"the copy of this document ends in {copy.ending}; name it so, such as {path.stem}{copy.ending}"
        )
    if target_of(path) == Path(copy.report.path).resolve():
        raise Unwritable(f"{path} is the document itself, which is never written to; name another file.")
    keep_free(path, replace=replace)
    with whole_file(path) as file:
        file.write(copy.annotated.data)


def baseline_in(path: Path) -> Baseline:
    """The report of before that a file holds, in JSON or JSON lines; its relative paths begin in this folder.

    Raises:
        NoBaseline: there is no such file, or it is no such report.
    """
    try:
        return read_baseline(path.read_text("utf-8-sig"), Path.cwd())
    except UnicodeDecodeError:
        raise NoBaseline("it is no text, so it is no report in JSON.") from None
    except (OSError, ValueError):
        raise NoBaseline("there is no such file to read.") from None
