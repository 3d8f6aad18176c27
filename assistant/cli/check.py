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
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TextIO

from assistant.cli.choices import Refused, add_choices, chosen_options
from assistant.cli.output import Unwritable, results
from assistant.cli.progress import ProgressBar
from assistant.cli.resuming import Foreign, going_on, put_in_order, tally_in, to_go_on_from, why_not
from assistant.cli.watch import watch
from assistant.exporting import Wanted, baseline_in, manner_of, spare, writer_of
from assistant.waivers import check_with_waivers, with_waivers
from checkers.basis import basis
from checkers.check import FileReport, Options
from checkers.collect import collect, document_of, waiver_files
from checkers.extras import GET_WATCH, has_watch
from checkers.many import check_many, worker_count
from checkers.outcome import Severity
from checkers.reports.baseline import Baseline, NoBaseline
from checkers.reports.formats import STATISTICS, WRITERS, Writer
from checkers.reports.lean import lean
from checkers.reports.manner import Manner, Order
from checkers.reports.redact import redacted
from checkers.reports.tally import Tally
from checkers.reports.wording import counted
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
    parser.add_argument(
        "--resume",
        type=Path,
        metavar="FILE.jsonl",
        help="put each result into this file as it is done, and check no file again whose result there still holds",
    )
    parser.add_argument(
        "--jobs", default="0", metavar="N", help="how many files at a time (0: as many as there is use for)"
    )
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
        if args.resume:
            return _resume(files, options, args, writer) if files else 2
        since = time.time()
        latest: dict[str, FileReport] = {}
        if args.watch:
            writer = _keeping(latest, writer)
        with results(args.output, as_is=args.format != "text") as out:
            tally = _check_all(files, options, args, (writer, out), baseline=baseline)
        if args.watch:
            check = partial(_check_again, options=options, baseline=baseline)
            watch(args.paths, latest, check, _manner(options, args, sys.stdout), since)
    except (Refused, Unwritable, Foreign) as refusal:
        _say(str(refusal))
        return 2
    return _exit_code(tally, args)


def _check_all(
    files: Sequence[Path],
    options: Options,
    args: argparse.Namespace,
    to: tuple[Writer, TextIO],
    *,
    before: int = 0,
    baseline: Baseline | None = None,
) -> Tally:
    """Check the files, writing as the format allows; `before`: how many more need no check. Reports are not kept."""
    writer, out = to
    tally = Tally()
    bar = ProgressBar(before + len(files), before)
    shares_the_screen = out is sys.stdout and out.isatty()
    with closing(_checked(files, options, args, (tally, bar), baseline)) as reports:
        for piece in writer(reports, _manner(options, args, out)):
            if shares_the_screen:
                bar.hide()
            out.write(piece)
            out.flush()
    return tally


def _manner(options: Options, args: argparse.Namespace, out: TextIO) -> Manner:
    to_go_on_from = args.format == "jsonl" and not args.redact
    return manner_of(
        Wanted(args.format, Order(args.by), redact=args.redact, all_outcomes=args.all),
        options,
        colour=_wants_colour(out),
        basis=basis(options, all_outcomes=args.all) if to_go_on_from else "",
    )


def _keeping(latest: dict[str, FileReport], writer: Writer) -> Writer:
    """The writer, with each report kept by its path as it comes."""

    def kept(reports: Iterable[FileReport]) -> Iterator[FileReport]:
        for report in reports:
            latest[report.path] = report
            yield report

    return lambda reports, manner: writer(kept(reports), manner)


def _check_again(path: Path, options: Options, baseline: Baseline | None) -> FileReport:
    """The report on one file that was saved."""
    report = lean(check_with_waivers(path, options))
    return baseline.new_in(report) if baseline else report


def _checked(
    files: Sequence[Path],
    options: Options,
    args: argparse.Namespace,
    done: tuple[Tally, ProgressBar],
    baseline: Baseline | None,
) -> Generator[FileReport, None, None]:
    """The report on each file as it is done, what is waived marked, counted in the tally and on the bar."""
    tally, bar = done
    told_by_text = args.format == "text" and not (args.output or args.statistics) and _is_one_screen()
    held = baseline is None
    workers = worker_count(_jobs(args.jobs), len(files))
    bar.show()
    try:
        with closing(check_many(files, options, workers)) as reports:
            for number, report in enumerate(reports, start=1):
                report = with_waivers(report, Path(report.path), options)
                held = held or (baseline is not None and baseline.holds(report))
                report = baseline.new_in(report) if baseline else report
                if args.redact:
                    report = redacted(report, number)
                if (wrong := report.error or report.waiver_error) and not told_by_text:
                    bar.hide()
                    _say(f"{report.path}: {wrong}")
                tally.add(report)
                bar.count(len(report.findings))
                yield report
                bar.show()
    finally:
        bar.hide()
    if files and not held:
        _say(f"none of these files is in the baseline {args.baseline}: call from the folder it was made in.")


def _baseline(args: argparse.Namespace) -> Baseline | None:
    try:
        return baseline_in(args.baseline) if args.baseline else None
    except NoBaseline as none:
        how = "tandem check FOLDER --format json --output baseline.json"
        raise Refused(f"--baseline {args.baseline}: {none} Make one: {how}") from None


def _say_unattached(paths: Sequence[Path], files: Sequence[Path]) -> None:
    """Name the files of waivers whose documents are not among those to be checked."""
    for path in waiver_files(paths):
        document = document_of(path)
        if document not in files:
            gone = "is not checked" if document and document.exists() else "is no longer there"
            _say(f"{path} holds waivers for a document that {gone}: {document}.")


def _resume(files: Sequence[Path], options: Options, args: argparse.Namespace, writer: Writer) -> int:
    """Check what has no result in the file yet, and leave the results of all there, in order."""
    manner = _manner(options, args, sys.stderr)
    earlier = to_go_on_from(args.resume, files)
    for sentence in why_not(earlier, files, manner):
        _say(sentence)
    left = [file for file in files if not earlier.holds(file, manner)]
    before = len(files) - len(left)
    try:
        with going_on(args.resume, earlier) as out:
            _check_all(left, options, args, (writer, out), before=before)
    except KeyboardInterrupt:
        _say(f"stopped. The same command goes on from what is in {args.resume}.")
        raise
    put_in_order(args.resume, files)
    tally = tally_in(args.resume)
    unchanged = f" ({before} of them before)" if before else ""
    _say(f"{counted(tally.files, 'file')} checked{unchanged}: {tally.in_words()}. See {args.resume}.")
    return _exit_code(tally, args)


def _writer(args: argparse.Namespace) -> Writer:
    _jobs(args.jobs)
    if args.resume:
        _hold_resume(args)
    _hold_watch(args)
    if args.format not in WRITERS:
        raise Refused(f"there is no format “{args.format}”; choose {', '.join(WRITERS)}.")
    if args.by not in list(Order):
        raise Refused(f"results cannot be put together by “{args.by}”; choose {', '.join(Order)}.")
    if args.by != Order.FILE and (args.format != "text" or args.statistics):
        raise Refused("--by is for text; leave it out, or leave out --format and --statistics.")
    if args.statistics and args.format not in STATISTICS:
        raise Refused(f"--statistics is written as {' or '.join(STATISTICS)}; “{args.format}” has the findings alone.")
    return writer_of(Wanted(args.format, statistics=args.statistics))


def _hold_resume(args: argparse.Namespace) -> None:
    """Results to go on from are JSON lines with everything in them; text, which is what is usual, is not asked for."""
    if args.format not in ("text", "jsonl") or args.output or args.redact or args.statistics:
        raise Refused("--resume writes its own file, as jsonl: leave out --format, --output, --redact, --statistics.")
    if args.baseline or args.watch:
        raise Refused("--resume keeps all results, of one run: leave out --baseline and --watch.")
    args.format = "jsonl"


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
    output = args.output or args.resume
    if output:
        spare(output, files)
    if output and args.baseline and output.resolve() == args.baseline.resolve():
        raise Refused(f"{output} is the baseline, and would lose what is not new; name another file for the results.")


def _exit_code(tally: Tally, args: argparse.Namespace) -> int:
    if not tally.files or tally.unreadable or tally.wrong_waivers:
        return 2
    wrong = tally.violations if args.strict else tally.found[Severity.ERROR]
    return 1 if wrong and not args.exit_zero else 0


def _jobs(given: str) -> int:
    if not given.isdecimal():
        raise Refused(f"“{given}” is no number of files to check at a time; write --jobs 2, or leave it out.")
    return int(given)


def _wants_colour(out: TextIO) -> bool:
    return out is sys.stdout and out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_one_screen() -> bool:
    """Whether results and errors are read in one place, so that what both would tell is told once."""
    return sys.stdout.isatty() and sys.stderr.isatty()


def _say(message: str) -> None:
    sys.stderr.write(f"tandem check: {visible_line(message)}\n")
