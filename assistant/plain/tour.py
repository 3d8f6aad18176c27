"""The tour: a sample note is checked, mended and checked again, and a question asked, step by step."""

from __future__ import annotations

from contextlib import closing

from assistant.cli.answers import as_text
from assistant.plain.findings import finding_lines
from assistant.plain.session import Session
from assistant.touring import QUESTION, SampleNote
from assistant.verdicts import mended, state_of
from checkers.reports.grouping import findings_of
from knowledge.asking import ask

_NEXT = "Enter goes on, b ends the tour:"


def tour(session: Session) -> None:
    """Lead through it; nothing of it stays.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    console = session.console
    with closing(SampleNote()) as note:
        console.say("", "A tour of a minute, with a therapist's note. Everybody in it is invented.")
        console.say("It is a copy in a private folder, which is taken away at the end.")
        console.ask(_NEXT)
        before = note.check(session.options)
        findings = list(findings_of(before))
        console.say("", f"The note is checked: {state_of(before)[1]}. The first finding:", "")
        console.say(*finding_lines(findings[0], 1, len(findings)))
        console.ask(_NEXT)
        console.say("", "Now the note is mended, as you would do it in your own program. These lines read now:")
        console.say(*note.mend())
        console.ask("Enter checks it again, b ends the tour:")
        console.say("", mended(before, note.check(session.options)))
        console.say("What is left only a person can decide: you look, and may let it stand with a reason.")
        console.ask(_NEXT)
        answer = ask(session.base, QUESTION, place=session.state.place, role=session.state.role)
        console.say("", f"You can ask, too: {QUESTION}", "", *as_text(answer, console.columns, numbered=True))
        console.say("", "That is all. In the main menu, 1 checks documents of your own, and 2 takes your questions.")
