"""`tandem gate FOLDER`: whether a whole batch is ready, what stands in the way, and a sheet for a supervisor to sign.

Exit codes: 0 ready, 1 not ready, 2 a wrong call. The sheet is written in either case, and says which it is.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.cli.days import FORMS, read_day
from assistant.cli.exits import Exit
from assistant.cli.output import Taken, Unwritable
from assistant.cli.progress import ProgressBar
from assistant.cli.titles import source_titles
from assistant.gating import (
    SUFFIXES,
    Batch,
    NoFolder,
    decided,
    documents_of,
    hold_place,
    usual_name,
    usual_place,
    write_sheet,
)
from assistant.profiles import choose
from assistant.settings import Unusable
from checkers.check import FileReport, Options
from checkers.gate.decision import Decision
from checkers.reports.grouping import found_in_words
from checkers.reports.notes import waiver_notes
from checkers.reports.text import TextReport
from checkers.reports.wording import counted
from checkers.visible import visible_line


class _Refused(Exception):
    """The call is wrong; the message says what to do."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "gate",
        help="whether a whole folder is ready to go, with a sheet to sign",
        description="Say whether all documents of a folder are ready to go and what stands in the way, and write a "
        "sheet for a supervisor to sign. `tandem verify SHEET` says later whether they are still the same.",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the batch: a folder with all below it")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="SHEET",
        help="where to write the sheet, .docx or .html (default: tandem-gate-DATE.docx, outside FOLDER)",
    )
    parser.add_argument("--force", action="store_true", help="write over a sheet that is there")
    parser.add_argument("--strict", action="store_true", help="everything that is found stands in the way")
    parser.add_argument("--profile", metavar="ID|FILE", help="the rules to go by, as for `tandem check`")
    parser.add_argument("--today", metavar="DATE", help="the day that counts as today")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check the batch, say what stands in the way, write the sheet, and give the exit code."""
    try:
        options = replace(choose(args.profile), today=_day(args.today) if args.today else None)
        path, files = _sheet_path(args, options.day()), documents_of(args.folder)
        hold_place(path, args.folder, replace=args.force)
        batch = _decided(args, files, options)
        write_sheet(batch, path, replace=args.force)
    except Taken:
        _say(f"{path} is there already: name another with -o, or say --force to write over it.")
        return Exit.WRONG
    except (_Refused, Unusable, Unwritable, NoFolder) as wrong:
        _say(str(wrong))
        return Exit.WRONG
    sys.stdout.writelines(f"{visible_line(line)}\n" for line in _lines(batch.decision, path))
    return Exit.FINE if batch.decision.ready else Exit.FOUND


def _decided(args: argparse.Namespace, files: Sequence[Path], options: Options) -> Batch:
    """Check the batch, with a bar; documents whose waivers cannot be read are named."""
    bar = ProgressBar(len(files))

    def told(report: FileReport) -> None:
        bar.count(len(report.findings))
        if report.waiver_error:
            bar.hide()
            _say(report.waiver_error)
        bar.show()

    bar.show()
    try:
        return decided(args.folder, files, options, told, strict=args.strict)
    finally:
        bar.hide()


def _lines(decision: Decision, path: Path) -> Iterator[str]:
    text = TextReport(source_titles())
    documents = counted(len(decision.reports), "document")
    yield f"{'Ready' if decision.ready else 'Not ready'}: {documents}; {found_in_words(decision.reports)}."
    yield ""
    yield from text.by_owner(decision.in_the_way)
    for report in decision.reports:
        for note in waiver_notes(replace(report, waiver_error=None)):
            yield from text.noted(f"{report.path}: {note}")
    if decision.to_look_at:
        yield f"To look at before signing, as listed on the sheet: {counted(len(decision.to_look_at), 'finding')}."
    yield f"Sheet: {path}"


def _sheet_path(args: argparse.Namespace, today: datetime.date) -> Path:
    """Where the sheet is to be written: as the call says, else where it usually goes."""
    return args.output or usual_place(args.folder) / f"{usual_name(today)}{SUFFIXES[0]}"


def _day(given: str) -> datetime.date:
    day = read_day(given)
    if day is None:
        raise _Refused(f"--today “{given}” is no day; write one {FORMS}.")
    return day


def _say(message: str) -> None:
    print(f"tandem gate: {visible_line(message)}", file=sys.stderr)
