"""`tandem annotate FILE -o OUT`: a copy of a document with what `check` finds as comments at their places.

The document itself is never written to, nor any other file that is there unless `--force` says so. Exit codes: those
of `check`.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from assistant.cli.choices import Refused, add_choices, chosen_options
from assistant.cli.exits import Exit
from assistant.cli.output import Taken, Unwritable
from assistant.exporting import Copy, annotated_copy, write_copy
from checkers.outcome import Severity
from checkers.reports.grouping import found_in_words
from checkers.reports.wording import WIDTH, counted
from checkers.visible import visible_line


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "annotate",
        help="a copy of a document with the findings as comments",
        description="Write a copy of a Word file or PDF with the findings as comments at their places, and a summary "
        "at its top. The document itself is left as it is.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a Word file (.docx, .docm, .dotx) or a .pdf file")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="the copy: OUT.docx, or OUT.pdf of a PDF")
    parser.add_argument("--force", action="store_true", help="replace a file of that name, never FILE itself")
    add_choices(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check the document, write the copy, say what is in it, and give the exit code."""
    try:
        copy = annotated_copy(args.file, chosen_options(args))
        if copy.report.waiver_error:
            _say(copy.report.waiver_error)
        target = _target(args, copy.ending)
        write_copy(copy, target, replace=args.force)
    except Taken as taken:
        return _say(f"{taken}; name another, or add --force to replace it.")
    except (Refused, Unwritable) as refusal:
        return _say(str(refusal))
    sys.stdout.writelines(f"{line}\n" for line in _told(copy, target))
    return Exit.FOUND if copy.report.violations(Severity.ERROR) else Exit.FINE


def _target(args: argparse.Namespace, ending: str) -> Path:
    """Where the copy goes. Raises `Refused` where that is not said."""
    if args.output is None:
        raise Refused(f"say where the copy goes, such as -o {args.file.stem}-annotated{ending}")
    target: Path = args.output
    return target


def _told(copy: Copy, target: Path) -> Iterator[str]:
    """What was found, where the copy is, and how much of it could not be marked in its place."""
    noun = "note" if target.suffix.lower() == ".pdf" else "comment"
    comments = copy.annotated
    yield from _wrapped(f"{copy.report.path}: {found_in_words([copy.report])}.")
    holds = f"{counted(len(comments.anchors), noun)} and a summary" if comments.anchors else "a summary that says so"
    yield from _wrapped(f"Written: {target}, a copy with {holds}.")
    if comments.elsewhere:
        yield from _wrapped(f"{comments.elsewhere} of them could not stand in place; each says where it belongs.")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(visible_line(text), WIDTH, break_on_hyphens=False, break_long_words=False)


def _say(message: str) -> int:
    sys.stderr.write(f"tandem annotate: {visible_line(message)}\n")
    return Exit.WRONG
