"""The waivers beside each file: a check that goes by them, and the reading and writing of the files they are in."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.cli.days import FORMS, read_day
from assistant.cli.output import Unwritable, whole_file
from checkers.check import FileReport, Options, check_file
from checkers.checked_toml import LARGEST, WrongFile
from checkers.waivers.applying import apply, covers
from checkers.waivers.beside import beside, content, parse, printable
from checkers.waivers.waiver import Waiver


class NotWaived(Exception):
    """What was said of a waiver will not do; the message says why. `about`: "reason", "by" or "until"."""

    def __init__(self, about: str, message: str) -> None:
        super().__init__(message)
        self.about = about


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why what was found may stand, who decides it, and the last day it holds, if any."""

    reason: str
    by: str
    until: datetime.date | None = None


def grounds(reason: str, by: str, until: str, today: datetime.date) -> Grounds:
    """The grounds of a waiver as somebody wrote them; "" for `until` sets it no end.

    Raises:
        NotWaived: a reason or a name is missing, or the last day is none, or past.
    """
    said = Grounds(printable(reason), printable(by), read_day(until) if until.strip() else None)
    for about, words in (("reason", "say why it may stand"), ("by", "say who decides it")):
        if not getattr(said, about):
            raise NotWaived(about, words)
    if until.strip() and said.until is None:
        raise NotWaived("until", f"“{until}” is no day; write one {FORMS}.")
    if said.until and said.until < today:
        raise NotWaived("until", f"{until} is past; name a day from today on, or leave it out.")
    return said


def check_with_waivers(path: Path, options: Options) -> FileReport:
    """Check one file as `check_file` does, with what is waived marked so.

    Where its file of waivers is not right, nothing is waived, and the report's `waiver_error` says why.
    """
    return with_waivers(check_file(path, options), path, options)


def with_waivers(report: FileReport, path: Path, options: Options) -> FileReport:
    """The report on a file with what is waived in it marked so; see `check_with_waivers`."""
    try:
        waivers = waivers_of(path)
    except WrongFile as wrong:
        return replace(report, waiver_error=str(wrong))
    return apply(waivers, report, options) if waivers else report


def waivers_of(document: Path) -> tuple[Waiver, ...]:
    """The waivers beside a document, none where there is no file of them.

    Raises:
        WrongFile: the file is not right.
    """
    path = beside(document)
    if not path.exists():
        return ()
    try:
        with path.open("rb") as file:
            return parse(path, file.read(LARGEST + 1))
    except OSError:
        raise WrongFile(path, None, "the file cannot be opened.") from None


def keep(document: Path, waivers: Collection[Waiver]) -> Path:
    """Write a document's waivers beside it, or take the file away where there are none; gives the file's path.

    Raises:
        Unwritable: nothing can be written there.
        WrongFile: they are more than one file can hold.
    """
    path = beside(document)
    if waivers:
        data = content(waivers)
        parse(path, data)
        with whole_file(path) as file:
            file.write(data)
        return path
    try:
        path.unlink(missing_ok=True)
    except OSError:
        raise Unwritable(f"{path} cannot be taken away; it may not be yours.") from None
    return path


def waive(
    document: Path, report: FileReport, rule: str, said: Grounds, today: datetime.date, *, entry: int | None = None
) -> int:
    """Let what a rule found stand, beside the document, in place of a waiver for the same; gives for how many findings.

    Args:
        document: the document.
        report: that on the document as it is waived.
        rule: the rule's code.
        said: the grounds.
        today: the day on which it is decided.
        entry: the session alone that it is for; None for all of the document.

    Returns:
        How many findings it lets stand; where there is none, nothing is written.

    Raises:
        WrongFile: the waivers that are there already are not right, or are too many.
        Unwritable: nothing can be written there.
    """
    waiver = Waiver(rule, said.reason, said.by, today, report.sha256 or "", entry, said.until)
    found = sum(covers(waiver, outcome) for outcome in report.outcomes)
    if found:
        others = (each for each in waivers_of(document) if (each.rule, each.entry) != (rule, entry))
        keep(document, (*others, waiver))
    return found


def take_back(document: Path, gone: Collection[Waiver]) -> tuple[Waiver, ...]:
    """Take waivers of a document back; gives those that are left. The last one takes the file with it.

    Raises:
        WrongFile: the file of waivers is not right.
        Unwritable: nothing can be written there.
    """
    left = tuple(each for each in waivers_of(document) if each not in gone)
    keep(document, left)
    return left
