"""A whole batch before it goes: whether it is ready, a sheet to sign, and later whether it is still the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

from assistant.cli.output import free_name
from assistant.gating import (
    SUFFIXES,
    NoFolder,
    decided,
    decided_in_words,
    documents_of,
    in_words,
    usual_name,
    usual_place,
    verify,
    write_sheet,
)
from assistant.pieces import lines_of
from assistant.plain.asked import one_path
from assistant.plain.console import Console
from assistant.plain.pace import Pace
from assistant.plain.session import Session
from assistant.plain.targets import write_to
from assistant.wording import sentence
from checkers.check import FileReport
from checkers.gate.record import NoSheet
from checkers.reports.grouping import found_in_words
from checkers.reports.wording import counted


def gate(session: Session) -> None:
    """Ask for a folder, say whether it is ready and what stands in the way, and write the sheet where somebody says.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    console, options = session.console, session.options
    folder = one_path(console, "The folder of the batch:")
    try:
        files = documents_of(folder)
    except NoFolder as wrong:
        console.say(sentence(str(wrong)))
        return
    strict = console.sure("Does everything that is found stand in the way, and not errors alone?")
    try:
        batch = decided(folder, files, options, _telling(console, len(files)), strict=strict)
    except KeyboardInterrupt:
        console.say("Stopped. Nothing is decided of half a batch.")
        return
    decision = batch.decision
    ready, documents = "Ready" if decision.ready else "Not ready", counted(len(files), "document")
    console.say("", f"{ready}: {documents}; {found_in_words(decision.reports)}.")
    console.say(*lines_of(decided_in_words(decision), console.columns), "", "The sheet for a supervisor to sign:")
    usual = free_name(usual_place(folder), usual_name(options.day()), SUFFIXES[0])
    write_to(console, usual, partial(write_sheet, batch), f"A {' or '.join(SUFFIXES)} file, not in the folder itself.")


def _telling(console: Console, total: int) -> Callable[[FileReport], None]:
    """What says now and then how many are done."""
    pace, done = Pace(), count(1)

    def told(_: FileReport) -> None:
        number = next(done)
        if pace.is_due():
            console.say(f"Checked {number} of {total}.")

    return told


def verify_sheet(session: Session) -> None:
    """Ask for a sheet, and say whether the documents are still those that it lists.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    console = session.console
    sheet = one_path(console, "The sheet:")
    try:
        found = verify(sheet)
    except NoSheet as wrong:
        console.say(f"{sheet}: {wrong}")
        return
    except NoFolder:
        console.say("The folder that the sheet speaks of is not where it was.")
        try:
            found = verify(sheet, one_path(console, "Where the documents are:"))
        except (NoSheet, NoFolder) as wrong:
            console.say(sentence(str(wrong)))
            return
    console.say("", *map(str.strip, in_words(found)))
