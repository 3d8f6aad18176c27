"""`tandem verify SHEET`: whether the files of a batch are still those of the sheet that was made on it.

Exit codes: 0 the same, 1 something differs, or the sheet was changed, 2 the sheet or its folder cannot be read.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from assistant.cli.exits import Exit
from assistant.gating import NoFolder, Verification, verify
from checkers.gate.record import NoSheet
from checkers.reports.wording import WIDTH, counted
from checkers.visible import visible_line


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its arguments."""
    parser = subparsers.add_parser(
        "verify",
        help="whether the files are still those of a sheet",
        description="Say whether the documents of a batch are still the same as when `tandem gate` wrote its sheet: "
        "which are changed, gone or new.",
    )
    parser.add_argument("sheet", type=Path, metavar="SHEET", help="the sheet, .docx or .html")
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="where the documents are (default: as the sheet says)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare, say what differs, and give the exit code."""
    try:
        found = verify(args.sheet, args.folder)
    except (NoSheet, NoFolder) as wrong:
        message = f"{args.sheet}: {wrong}" if isinstance(wrong, NoSheet) else str(wrong)
        print(f"tandem verify: {visible_line(message)}", file=sys.stderr)
        return Exit.WRONG
    for line in _lines(found):
        print("\n".join(textwrap.wrap(visible_line(line), WIDTH, subsequent_indent="    ", break_on_hyphens=False)))
    return Exit.FINE if found.holds else Exit.FOUND


def _lines(found: Verification) -> Iterator[str]:
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
