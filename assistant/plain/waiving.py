"""Letting a finding stand, with a reason, and taking that back: in a small file beside the document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assistant.cli.days import FORMS
from assistant.cli.output import Unwritable
from assistant.plain.checks import check_again
from assistant.plain.console import Back, Console
from assistant.plain.menus import choose
from assistant.plain.portions import pick
from assistant.plain.session import Session
from assistant.waivers import Grounds, NotWaived, check_with_waivers, grounds, take_back, waive, waivers_of
from assistant.wording import sentence
from checkers.check import UNREADABLE
from checkers.checked_toml import WrongFile
from checkers.reports.grouping import Finding
from checkers.reports.notes import waiver_notes
from checkers.reports.wording import counted, waiver_in_words
from checkers.waivers.beside import CANNOT_BE_WAIVED, beside
from checkers.waivers.waiver import Waiver


def waive_finding(session: Session, found: Finding) -> None:
    """Ask for the reason and the name, say where it is kept, and keep it; the document is then judged anew.

    Raises:
        Back, ToMenu, Left: somebody wants to go there; nothing is written.
    """
    console, outcome, path = session.console, found.outcome, Path(found.report.path)
    if outcome.rule == UNREADABLE or found.report.error:
        console.say(CANNOT_BE_WAIVED)
        return
    fresh = check_with_waivers(path, session.options)
    if fresh.sha256 != found.report.sha256:
        session.reports[found.report.path] = fresh
        console.say("The document has been changed since it was checked, so it was checked again. Decide then.")
        return
    entry = _entry(console, found)
    said = _grounds(session)
    console.say(f"To be written: {beside(path)}")
    console.say("The document itself stays as it is. Once it is changed, decide again.")
    if not console.sure("Write it?"):
        console.say("Nothing is waived.")
        return
    try:
        number = waive(path, fresh, outcome.rule, said, session.options.day(), entry=entry)
    except (Unwritable, WrongFile) as wrong:
        console.say(sentence(str(wrong)))
        return
    session.decided_by = said.by
    session.reports[found.report.path] = check_with_waivers(path, session.options)
    console.say(f"{counted(number, 'finding')} of {outcome.rule} waived. Written: {beside(path)}")


def withdraw(session: Session, path: str) -> None:
    """Tell the waivers of a document one by one, and take back those that somebody picks.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    console, document = session.console, Path(path)
    try:
        waivers = list(waivers_of(document))
    except WrongFile as wrong:
        console.say(sentence(str(wrong)))
        return
    console.say(*waiver_notes(session.reports[path]))
    if not waivers:
        console.say("There are no waivers for this document.")
        return

    def withdraw_one(index: int) -> None:
        console.say(f"To be {'written' if len(waivers) > 1 else 'taken away'}: {beside(document)}")
        if not console.sure("Take this waiver back?"):
            return
        try:
            take_back(document, [waivers[index]])
        except (Unwritable, WrongFile) as wrong:
            console.say(sentence(str(wrong)))
            return
        console.say("The waiver is taken back.")
        check_again(session, [path])
        raise Back

    title = "Waivers of this document. A number takes that one back."
    pick(console, lambda: title, lambda: [_in_words(each) for each in waivers], withdraw_one)


def _in_words(waiver: Waiver) -> str:
    entry = f" in session {waiver.entry}" if waiver.entry else ""
    return f"{waiver.rule}{entry}. {waiver_in_words(waiver)}"


def _entry(console: Console, found: Finding) -> int | None:
    """The number of the session that it is for, None for all that the rule finds in the document."""
    entry = found.outcome.entry
    if entry is None:
        return None
    words = [f"Only in session {entry}", f"All that {found.outcome.rule} finds in this document"]
    return (entry, None)[choose(console, "What may stand?", words)]


def _grounds(session: Session) -> Grounds:
    """Ask for the grounds; for a part of them that will not do, again."""
    console, said = session.console, {"reason": "", "by": "", "until": ""}
    usual = f", or Enter for {session.decided_by}" if session.decided_by else ""
    asked = {
        "reason": ("Why may it stand:", "It is kept with the waiver, and told in every report."),
        "by": (f"Who decides it, by name{usual}:", "A name, as it is to stand in reports and on sheets."),
        "until": ("The last day it holds, or Enter for no end:", f"Write a day {FORMS}."),
    }
    for about, (words, helps) in asked.items():
        said[about] = console.ask(words, helps)
        while wrong := _wrong(session, said, about):
            console.say(f"{sentence(wrong)} b goes back, and nothing is waived.")
            said[about] = console.ask(words, helps)
    return _as_grounds(session, said)


def _wrong(session: Session, said: Mapping[str, str], about: str) -> str:
    """What is wrong with one part of the grounds, "" for nothing."""
    try:
        _as_grounds(session, said)
    except NotWaived as wrong:
        return str(wrong) if wrong.about == about else ""
    return ""


def _as_grounds(session: Session, said: Mapping[str, str]) -> Grounds:
    return grounds(said["reason"], said["by"] or session.decided_by, said["until"], session.options.day())
