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
from assistant.cli.output import Unwritable, whole_file
from assistant.cli.titles import source_titles
from assistant.waivers import with_waivers
from checkers.annotate import Annotated, annotated, ending_of
from checkers.check import FileReport, check_bytes
from checkers.guard import read_file
from checkers.outcome import Severity
from checkers.reports.grouping import found_in_words
from checkers.reports.wording import WIDTH, counted
from checkers.unreadable import Unreadable
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
        options = chosen_options(args)
        data = read_file(args.file)
        report = with_waivers(check_bytes(data, str(args.file), options), args.file, options)
        if report.waiver_error:
            _say(report.waiver_error)
        target = _target(args, ending_of(report))
        copy = annotated(data, report, options.day(), source_titles())
        with whole_file(target) as file:
            file.write(copy.data)
    except Unreadable as refusal:
        return _say(f"{args.file}: {refusal}")
    except (Refused, Unwritable) as refusal:
        return _say(str(refusal))
    except OSError:
        return _say(f"{args.output} could not be written; look whether its name is too long, or the disk full.")
    sys.stdout.writelines(f"{line}\n" for line in _told(report, copy, target))
    return Exit.FOUND if report.violations(Severity.ERROR) else Exit.FINE


def _target(args: argparse.Namespace, ending: str) -> Path:
    """Where the copy goes. Raises `Refused` where that is not said, or would take the place of something."""
    output: Path | None = args.output
    if output is None:
        raise Refused(f"say where the copy goes, such as -o {args.file.stem}-annotated{ending}")
    if output.suffix.lower() != ending:
        raise Refused(f"the copy of this document ends in {ending}; name it so, such as -o {output.stem}{ending}")
    if output.exists():
        if output.samefile(args.file):
            raise Refused(f"{output} is the document itself, which is never written to; name another file.")
        if output.is_file() and not args.force:
            raise Refused(f"there is a file {output} already; name another, or add --force to replace it.")
    return output


def _told(report: FileReport, copy: Annotated, target: Path) -> Iterator[str]:
    """What was found, where the copy is, and how much of it could not be marked in its place."""
    noun = "note" if target.suffix.lower() == ".pdf" else "comment"
    found = found_in_words([report])
    yield from _wrapped(f"{report.path}: {found}.")
    holds = f"{counted(len(copy.anchors), noun)} and a summary" if copy.anchors else "a summary that says so"
    yield from _wrapped(f"Written: {target}, a copy with {holds}.")
    if copy.elsewhere:
        yield from _wrapped(f"{copy.elsewhere} of them could not stand in place; each says where it belongs.")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(visible_line(text), WIDTH, break_on_hyphens=False, break_long_words=False)


def _say(message: str) -> int:
    sys.stderr.write(f"tandem annotate: {visible_line(message)}\n")
    return Exit.WRONG
