"""`tandem verify SHEET`: whether the files of a batch are still those of the sheet that was made on it.

Exit codes: 0 the same, 1 something differs, or the sheet was changed, 2 the sheet or its folder cannot be read.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from pathlib import Path

from assistant.cli.exits import Exit
from assistant.gating import NoFolder, in_words, verify
from checkers.gate.record import NoSheet
from checkers.reports.wording import WIDTH
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
    for line in in_words(found):
        print("\n".join(textwrap.wrap(visible_line(line), WIDTH, subsequent_indent="    ", break_on_hyphens=False)))
    return Exit.FINE if found.holds else Exit.FOUND
