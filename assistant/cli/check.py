"""`tandem check`: checks files and folders, and writes what was found as each file is done.

Results go to standard output or the file of `--output`, everything else to standard error. Exit codes: 0 nothing wrong,
1 a violation of severity error (`--strict`: of any severity) that is neither waived nor in the baseline, 2 a wrong
call, a file or its waivers that could not be read, or nothing to check at all.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from assistant.cli import version
from assistant.cli.choices import Refused, add_choices, chosen_options
from assistant.cli.output import Unwritable, results
from assistant.cli.progress import show_progress
from assistant.cli.titles import source_titles
from assistant.cli.watch import watch
from assistant.waivers import check_with_waivers
from checkers.check import FileReport, Options
from checkers.collect import collect, document_of, waiver_files
from checkers.extras import GET_WATCH, has_watch
from checkers.outcome import Severity, Verdict
from checkers.reports.baseline import Baseline, NoBaseline, read_baseline
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
    parser.add_argument(
        "--baseline", type=Path, metavar="FILE", help="only what is new since that report, written with --format json"
    )
    parser.add_argument("--all", action="store_true", help="also write what passed and what did not apply")
    parser.add_argument("--strict", action="store_true", help="exit with 1 for a violation of any severity")
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are violations")
    parser.add_argument("--watch", action="store_true", help="then check again what is saved, until Ctrl-C")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the results to a file")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check what was named, write the results, and give the exit code."""
    try:
        writer = _writer(args)
        options = chosen_options(args)
        baseline = _baseline(args)
        files = sorted(collect(args.paths))
        for folder in args.paths:
            if folder.is_dir() and not any(folder in file.parents for file in files):
                _say(f"there is no document to check in {folder}; name one that holds .docx, .pdf or .txt files.")
        _say_unattached(args.paths, files)
        if not (files or args.watch) and args.format == "text":
            return 2
        _spare(files, args)
        check = partial(_check_one, options=options, baseline=baseline)
        since = time.time()
        with results(args.output, as_is=args.format != "text") as out:
            manner = _manner(options, args, out)
            reports = _write(_checked(files, check, baseline, args), manner, (writer, out))
        if args.watch:
            watch(args.paths, reports, check, manner, since)
    except (Refused, Unwritable) as refusal:
        _say(str(refusal))
        return 2
    return _exit_code(reports, args)


def _manner(options: Options, args: argparse.Namespace, out: TextIO) -> Manner:
    return Manner(
        version(),
        options.day(),
        source_titles(),
        all_outcomes=args.all,
        colour=_wants_colour(out),
        by=Order(args.by),
        redacted=args.redact,
    )


def _write(checked: Iterable[FileReport], manner: Manner, to: tuple[Writer, TextIO]) -> list[FileReport]:
    """Write the reports as the files are checked one by one, and give them all."""
    writer, out = to
    reports: list[FileReport] = []
    for piece in writer(_kept(checked, reports), manner):
        out.write(piece)
        out.flush()
    return reports


def _kept(reports: Iterable[FileReport], kept: list[FileReport]) -> Iterator[FileReport]:
    """The reports as they come, put into `kept` as well."""
    for report in reports:
        kept.append(report)
        yield report


def _check_one(path: Path, options: Options, baseline: Baseline | None) -> FileReport:
    """The report on one file, without its document, what is waived in it marked, and what is known left out."""
    report = lean(check_with_waivers(path, options))
    return baseline.new_in(report) if baseline else report


def _checked(
    files: Sequence[Path], check: Callable[[Path], FileReport], baseline: Baseline | None, args: argparse.Namespace
) -> Iterator[FileReport]:
    """The report on each file as it is done."""
    held = baseline is None
    told_by_text = args.format == "text" and not (args.output or args.statistics) and _is_one_screen()
    for number, path in enumerate(files, start=1):
        show_progress(number, len(files), path)
        report = check(path)
        show_progress()
        held = held or (baseline is not None and baseline.holds(report))
        if args.redact:
            report = redacted(report, number)
        for wrong in filter(None, (report.error, report.waiver_error)):
            if not told_by_text:
                _say(f"{report.path}: {wrong}")
        yield report
    if files and not held:
        _say(f"none of these files is in the baseline {args.baseline}: call from the folder it was made in.")


def _baseline(args: argparse.Namespace) -> Baseline | None:
    if not args.baseline:
        return None
    try:
        return read_baseline(args.baseline.read_text("utf-8-sig"), Path.cwd())
    except NoBaseline as none:
        raise Refused(f"--baseline {args.baseline}: {none}") from None
    except UnicodeDecodeError:
        raise Refused(f"--baseline {args.baseline}: it is no text, so it is no report in JSON.") from None
    except (OSError, ValueError):
        raise Refused(
            f"--baseline {args.baseline}: there is no such file to read. "
            f"Make it: tandem check FOLDER --format json --output {args.baseline}"
        ) from None


def _say_unattached(paths: Sequence[Path], files: Sequence[Path]) -> None:
    """Name the files of waivers whose documents are not among those to be checked."""
    for path in waiver_files(paths):
        document = document_of(path)
        if document not in files:
            gone = "is not checked" if document and document.exists() else "is no longer there"
            _say(f"{path} holds waivers for a document that {gone}: {document}.")


def _writer(args: argparse.Namespace) -> Writer:
    if args.format not in WRITERS:
        raise Refused(f"there is no format “{args.format}”; choose {', '.join(WRITERS)}.")
    if args.by not in list(Order):
        raise Refused(f"results cannot be put together by “{args.by}”; choose {', '.join(Order)}.")
    _hold_watch(args)
    if args.by != Order.FILE and (args.format != "text" or args.statistics):
        raise Refused("--by is for text; leave it out, or leave out --format and --statistics.")
    if not args.statistics:
        return WRITERS[args.format]
    if args.format not in STATISTICS:
        raise Refused(f"--statistics is written as {' or '.join(STATISTICS)}; “{args.format}” has the findings alone.")
    return STATISTICS[args.format]


def _hold_watch(args: argparse.Namespace) -> None:
    """Refuse what does not go with --watch, and --watch itself where nothing can tell what is saved."""
    if not args.watch:
        return
    given = {"--format": args.format != "text", "--by": args.by != Order.FILE}
    given |= {f"--{name}": bool(getattr(args, name)) for name in ("statistics", "redact", "output")}
    if wrong := " and ".join(name for name, is_given in given.items() if is_given):
        raise Refused(f"--watch writes on the screen, document by document; leave out {wrong}.")
    if not has_watch():
        raise Refused(f"--watch needs a library that is not installed yet. {GET_WATCH}")


def _spare(files: Sequence[Path], args: argparse.Namespace) -> None:
    """Refuse to write over a document, or over the baseline, of which only what is new would be left."""
    output = args.output
    if output and output.resolve() in {file.resolve() for file in files}:
        raise Refused(f"{output} is one of the documents to check; name another file for the results.")
    if output and args.baseline and output.resolve() == args.baseline.resolve():
        raise Refused(f"{output} is the baseline, and would lose what is not new; name another file for the results.")


def _exit_code(reports: Sequence[FileReport], args: argparse.Namespace) -> int:
    if not reports or any(report.error or report.waiver_error for report in reports):
        return 2
    wrong = any(
        outcome.verdict is Verdict.VIOLATION and (args.strict or outcome.severity is Severity.ERROR)
        for report in reports
        for outcome in report.findings
    )
    return 1 if wrong and not args.exit_zero else 0


def _wants_colour(out: TextIO) -> bool:
    return out is sys.stdout and out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_one_screen() -> bool:
    """Whether results and errors are read in one place, so that what both would tell is told once."""
    return sys.stdout.isatty() and sys.stderr.isatty()


def _say(message: str) -> None:
    sys.stderr.write(f"tandem check: {visible_line(message)}\n")
