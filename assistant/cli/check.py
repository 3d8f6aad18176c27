"""`tandem check`: checks files and folders, and writes what was found as each file is done.

Results go to standard output or the file of `--output`, everything else to standard error. Exit codes: 0 nothing wrong,
1 a violation of severity error (`--strict`: of any severity), 2 a wrong call, a file that could not be read, or nothing
to check at all.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from assistant.cli import version
from assistant.cli.choices import Refused, add_choices, chosen_options
from assistant.cli.output import Unwritable, results
from assistant.cli.titles import source_titles
from checkers.check import FileReport, Options, check_file
from checkers.collect import collect
from checkers.outcome import Severity, Verdict
from checkers.reports.formats import STATISTICS, WRITERS, Writer
from checkers.reports.lean import lean
from checkers.reports.manner import Manner, Order
from checkers.reports.redact import redacted
from checkers.visible import visible_line


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "check",
        help="check progress notes and draft IEPs",
        description="Check notes, logs, IEPs, IFSPs, STAC-1s (.docx, .pdf, .txt, .csv). Nothing leaves this computer.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all below it")
    add_choices(parser)
    parser.add_argument("--format", default="text", metavar="|".join(WRITERS), help="how to write the results")
    parser.add_argument(
        "--by",
        default=Order.FILE.value,
        metavar="|".join(Order),
        help="in text: by document, by rule, or by who can mend it (provider, supervisor, parent, district, county)",
    )
    parser.add_argument("--statistics", action="store_true", help="only how often each rule found something")
    parser.add_argument("--redact", action="store_true", help="leave out every name, date and word of the documents")
    parser.add_argument("--all", action="store_true", help="also write what passed and what did not apply")
    parser.add_argument("--strict", action="store_true", help="exit with 1 for a violation of any severity")
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are violations")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the results to a file")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check what was named, write the results, and give the exit code."""
    try:
        writer = _writer(args)
        options = chosen_options(args)
        files = sorted(collect(args.paths))
        for folder in args.paths:
            if folder.is_dir() and not any(folder in file.parents for file in files):
                _say(f"there is no document to check in {folder}; name one that holds .docx, .pdf or .txt files.")
        if not files and args.format == "text":
            return 2
        _spare(files, args.output)
        with results(args.output, as_is=args.format != "text") as out:
            reports = _check_all(files, options, args, (writer, out))
    except (Refused, Unwritable) as refusal:
        _say(str(refusal))
        return 2
    return _exit_code(reports, args)


def _check_all(
    files: Sequence[Path], options: Options, args: argparse.Namespace, to: tuple[Writer, TextIO]
) -> list[FileReport]:
    """Check the files one by one, writing as the format allows; the documents themselves are not kept."""
    writer, out = to
    reports: list[FileReport] = []
    manner = Manner(
        version(),
        options.day(),
        source_titles(),
        all_outcomes=args.all,
        colour=_wants_colour(out),
        by=Order(args.by),
        redacted=args.redact,
    )
    for piece in writer(_checked(files, options, args, reports), manner):
        out.write(piece)
        out.flush()
    return reports


def _checked(
    files: Sequence[Path], options: Options, args: argparse.Namespace, done: list[FileReport]
) -> Iterator[FileReport]:
    """The report on each file as it is done, put into `done` as well."""
    told_by_text = args.format == "text" and not (args.output or args.statistics) and _is_one_screen()
    for number, path in enumerate(files, start=1):
        _show_progress(number, len(files), path)
        report = check_file(path, options)
        _show_progress()
        report = redacted(report, number) if args.redact else lean(report)
        if report.error and not told_by_text:
            _say(f"{report.path}: {report.error}")
        done.append(report)
        yield report


def _writer(args: argparse.Namespace) -> Writer:
    if args.format not in WRITERS:
        raise Refused(f"there is no format “{args.format}”; choose {', '.join(WRITERS)}.")
    if args.by not in list(Order):
        raise Refused(f"results cannot be put together by “{args.by}”; choose {', '.join(Order)}.")
    if args.by != Order.FILE and (args.format != "text" or args.statistics):
        raise Refused("--by is for text; leave it out, or leave out --format and --statistics.")
    if not args.statistics:
        return WRITERS[args.format]
    if args.format not in STATISTICS:
        raise Refused(f"--statistics is written as {' or '.join(STATISTICS)}; “{args.format}” has the findings alone.")
    return STATISTICS[args.format]


def _spare(files: Sequence[Path], output: Path | None) -> None:
    if output and output.resolve() in {file.resolve() for file in files}:
        raise Refused(f"{output} is one of the documents to check; name another file for the results.")


def _exit_code(reports: Sequence[FileReport], args: argparse.Namespace) -> int:
    if not reports or any(report.error for report in reports):
        return 2
    wrong = any(
        outcome.verdict is Verdict.VIOLATION and (args.strict or outcome.severity is Severity.ERROR)
        for report in reports
        for outcome in report.outcomes
    )
    return 1 if wrong and not args.exit_zero else 0


def _wants_colour(out: TextIO) -> bool:
    return out is sys.stdout and out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_one_screen() -> bool:
    """Whether results and errors are read in one place, so that what both would tell is told once."""
    return sys.stdout.isatty() and sys.stderr.isatty()


def _say(message: str) -> None:
    sys.stderr.write(f"tandem check: {visible_line(message)}\n")


def _show_progress(number: int = 0, total: int = 0, path: Path | None = None) -> None:
    """Say on a terminal which file is being read; without a path, take it away again."""
    if sys.stderr.isatty():
        words = f"Checking {number} of {total}: {visible_line(str(path))}" if path else ""
        sys.stderr.write(f"\r\x1b[K{words[:78]}")
        sys.stderr.flush()
