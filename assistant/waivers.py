"""The waivers beside each file: a check that goes by them, and the reading and writing of the files they are in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from assistant.cli.output import Unwritable, whole_file
from checkers.check import FileReport, Options, check_file
from checkers.checked_toml import LARGEST, WrongFile
from checkers.waivers.applying import apply, covers
from checkers.waivers.beside import beside, content, parse
from checkers.waivers.waiver import Waiver


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


def waive(waiver: Waiver, document: Path, report: FileReport) -> int:
    """Keep a waiver beside its document, in place of one for the same findings; gives how many findings it is for.

    `report` is that on the document. Where it has no such finding, nothing is written, and 0 is given.

    Raises:
        WrongFile: the waivers that are there already are not right, or are too many.
        Unwritable: nothing can be written there.
    """
    found = sum(covers(waiver, outcome) for outcome in report.outcomes)
    if found:
        others = (each for each in waivers_of(document) if (each.rule, each.entry) != (waiver.rule, waiver.entry))
        keep(document, (*others, waiver))
    return found
