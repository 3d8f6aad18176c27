"""`tandem gate FOLDER`: whether a whole batch is ready, what stands in the way, and a sheet for a supervisor to sign.

Exit codes: 0 ready, 1 not ready, 2 a wrong call. The sheet is written in either case, and says which it is.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assistant.cli import version
from assistant.cli.days import FORMS, read_day
from assistant.cli.exits import Exit
from assistant.cli.output import Unwritable
from assistant.cli.progress import ProgressBar
from assistant.cli.titles import source_titles
from assistant.gating import SUFFIXES, check_document, facts_on, write_sheet
from assistant.profiles import choose
from assistant.settings import Unusable
from checkers.check import Options
from checkers.collect import collect
from checkers.gate.decision import Decision, decide
from checkers.gate.sheet import make_sheet
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
        path = _sheet_path(args, options.day())
        decision = _decided(args, options)
        facts = facts_on(args.folder, path, options, version(), strict=args.strict)
        write_sheet(make_sheet(decision, facts), path, options.day())
    except (_Refused, Unusable, Unwritable) as wrong:
        _say(str(wrong))
        return Exit.WRONG
    sys.stdout.writelines(f"{visible_line(line)}\n" for line in _lines(decision, path))
    return Exit.FINE if decision.ready else Exit.FOUND


def _decided(args: argparse.Namespace, options: Options) -> Decision:
    """Check every document, and decide. Raises `_Refused` where there is none."""
    files = sorted(collect([args.folder]))
    if not files:
        raise _Refused(f"there is no document in {args.folder}; name a folder that holds .docx, .pdf or .txt files.")
    reports = []
    bar = ProgressBar(len(files))
    for file in files:
        bar.show()
        report = check_document(file, args.folder, options)
        bar.count(len(report.findings))
        bar.hide()
        if report.waiver_error:
            _say(report.waiver_error)
        reports.append(report)
    return decide(reports, strict=args.strict)


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
    """Where the sheet is to be written: never into the batch, of which it would be a document."""
    folder: Path = args.folder
    if not folder.is_dir():
        what = "is a file; name the folder that it is in" if folder.exists() else "is not there; look at the spelling"
        raise _Refused(f"{folder} {what}.")
    if args.output:
        path: Path = args.output
    else:
        place = Path() if not _is_in(Path(), folder) else Path(os.path.relpath(folder.resolve().parent))
        path = place / f"tandem-gate-{today.isoformat()}.docx"
    if path.suffix.lower() not in SUFFIXES:
        raise _Refused(f"a sheet is a {' or '.join(SUFFIXES)} file; {path} is none.")
    if _is_in(path.parent, folder):
        raise _Refused(f"{path} would be one of the documents of {folder}; name a place outside it.")
    if path.exists() and not args.force:
        raise _Refused(f"{path} is there already: name another with -o, or say --force to write over it.")
    return path


def _is_in(place: Path, folder: Path) -> bool:
    full, batch = place.resolve(), folder.resolve()
    return full == batch or batch in full.parents


def _day(given: str) -> datetime.date:
    day = read_day(given)
    if day is None:
        raise _Refused(f"--today “{given}” is no day; write one {FORMS}.")
    return day


def _say(message: str) -> None:
    print(f"tandem gate: {visible_line(message)}", file=sys.stderr)
