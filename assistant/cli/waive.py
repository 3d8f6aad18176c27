"""`tandem waive`: lets what a rule finds in a document stand, with a reason and a name; lists and takes back waivers.

They are kept in a small file beside the document, and hold for the document as it is: once it is changed, no more.
Exit codes: 0 done, 2 a wrong call, or nothing there to waive.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assistant.cli.days import FORMS, read_day
from assistant.cli.exits import Exit
from assistant.cli.output import Unwritable
from assistant.profiles import choose
from assistant.settings import Unusable
from assistant.waivers import Grounds, NotWaived, check_with_waivers, grounds, take_back, waive, waivers_of
from checkers.check import UNREADABLE, FileReport, Options
from checkers.checked_toml import WrongFile, nearest
from checkers.registry import all_rules
from checkers.reports.notes import notes_on
from checkers.reports.wording import WIDTH, counted, day_in_words, waiver_in_words
from checkers.visible import visible_line
from checkers.waivers.beside import CANNOT_BE_WAIVED, beside
from checkers.waivers.waiver import Standing


class _Refused(Exception):
    """The call is wrong, or there is nothing to waive; the message says what to do."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "waive",
        help="let a finding stand, with a reason",
        description="Let what a rule finds in a document stand, in a small file beside it. It holds for the document "
        "as it is: once it is changed, decide again.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the document")
    parser.add_argument("code", nargs="?", metavar="CODE", help="the rule, such as SIG003")
    parser.add_argument("--reason", metavar="TEXT", help="why it may stand")
    parser.add_argument("--by", metavar="NAME", help="who decides it")
    parser.add_argument("--until", metavar="DATE", help=f"the last day it holds, {FORMS}")
    parser.add_argument("--entry", type=int, metavar="N", help="only in session N")
    parser.add_argument("--remove", action="store_true", help="take waivers of CODE back")
    parser.add_argument("--list", action="store_true", help="list the document's waivers, and whether they hold")
    parser.add_argument("--profile", metavar="ID|FILE", help="the rules to go by, as for `tandem check`")
    parser.add_argument("--today", metavar="DATE", help="the day that counts as today")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Waive, list or take back, say what was done, and give the exit code."""
    try:
        _hold_call(args)
        code = _code(args.code) if args.code else ""
        options = replace(choose(args.profile), today=_day(args.today, "--today") if args.today else None)
        lines = list(_done(args, code, options))
    except (_Refused, Unusable, Unwritable, WrongFile) as wrong:
        print(f"tandem waive: {visible_line(str(wrong))}", file=sys.stderr)
        return Exit.WRONG
    for line in lines:
        print("\n".join(textwrap.wrap(visible_line(line), WIDTH, subsequent_indent="  ", break_on_hyphens=False)))
    return Exit.FINE


def _hold_call(args: argparse.Namespace) -> None:
    """Refuse options that do not go together, and a call that says too little."""
    given = [f"--{name}" for name in ("reason", "by", "until") if getattr(args, name) is not None]
    if args.list and (args.remove or given or args.entry):
        raise _Refused("--list only lists; leave out the other options.")
    if args.remove and given:
        raise _Refused(f"--remove takes waivers back; leave out {' and '.join(given)}.")
    if not args.list and not args.code:
        raise _Refused("name the rule too, such as SIG003; or say --list to see what is waived.")
    if not (args.list or args.remove):
        _grounds(args, datetime.date.min)


def _done(args: argparse.Namespace, code: str, options: Options) -> Iterator[str]:
    """Do what the call asks for, and say what was done."""
    if args.remove:
        return _removed(args, code)
    report = check_with_waivers(args.file, options)
    if report.error:
        raise _Refused(f"{args.file}: {report.error}")
    if report.waiver_error:
        raise _Refused(report.waiver_error)
    return _listed(report, code) if args.list else _waived(args, code, report, options)


def _waived(args: argparse.Namespace, code: str, report: FileReport, options: Options) -> Iterator[str]:
    said = _grounds(args, options.day())
    found = waive(args.file, report, code, said, options.day(), entry=args.entry)
    if not found:
        raise _Refused(_nothing_found(args, code, report))
    ends = f", and until {day_in_words(said.until)}" if said.until else ""
    yield f"{counted(found, 'finding')} of {code} in {args.file} waived."
    yield f"That holds while the document stays as it is{ends}."
    yield f"Written: {beside(args.file)}"


def _grounds(args: argparse.Namespace, today: datetime.date) -> Grounds:
    """What the options say. Raises `_Refused`, naming the option."""
    try:
        return grounds(args.reason or "", args.by or "", args.until or "", today)
    except NotWaived as wrong:
        if wrong.about == "until":
            raise _Refused(f"--until {wrong}") from None
        raise _Refused(f'{wrong}: --{wrong.about} "…"') from None


def _nothing_found(args: argparse.Namespace, code: str, report: FileReport) -> str:
    """Why there is nothing to waive, with what there is."""
    here = sorted({outcome.entry for outcome in report.listed() if outcome.rule == code and outcome.entry})
    if args.entry and here:
        return f"{code} finds nothing in session {args.entry} of {args.file}; it does in: {', '.join(map(str, here))}."
    codes = sorted({outcome.rule for outcome in report.listed()})
    found = f"found there: {', '.join(codes)}" if codes else "there is nothing to waive"
    return f"{code} finds nothing in {args.file}; {found}."


def _removed(args: argparse.Namespace, code: str) -> Iterator[str]:
    waivers = waivers_of(args.file)
    gone = [each for each in waivers if each.rule == code and args.entry in (None, each.entry)]
    if not gone:
        there = ", ".join(sorted({each.rule for each in waivers}))
        raise _Refused(f"{args.file} has no such waiver; it has {there or 'none'}.")
    left, path = take_back(args.file, gone), beside(args.file)
    yield f"{counted(len(gone), 'waiver')} of {code} taken back."
    yield f"Written: {path}" if left else f"None is left, so {path} was taken away."


def _listed(report: FileReport, code: str) -> Iterator[str]:
    shown = [each for each in report.waivers if code in ("", each.waiver.rule)]
    for waiver, standing in shown:
        if standing is Standing.HOLDS:
            entry = f" in session {waiver.entry}" if waiver.entry else ""
            yield f"{waiver.rule}{entry} {waiver_in_words(waiver).replace('Waived', 'waived', 1)}"
    yield from notes_on(replace(report, doc=None, waivers=tuple(shown)))
    if not shown:
        yield f"There are no waivers for {report.path}."


def _code(given: str) -> str:
    code = given.upper()
    codes = [rule.code for rule in all_rules()]
    if code not in codes:
        raise _Refused(f"there is no rule “{given}”{nearest(code, codes)}")
    if code == UNREADABLE:
        raise _Refused(CANNOT_BE_WAIVED)
    return code


def _day(given: str, option: str) -> datetime.date:
    day = read_day(given)
    if day is None:
        raise _Refused(f"{option} “{given}” is no day; write one {FORMS}.")
    return day
