"""Linear mode can do what the app can: each action of the app, by its name, with what does it here."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.conversation.context import choosing
from assistant.plain.start import PARTS
from knowledge import load
from knowledge.browse import answers
from tests.plain.plain_driver import TO_MEND, heard
from tests.tui.app_driver import ask, check, count, running

COUNTERPARTS = {
    r"Ask a question": "Ask a question",
    r"Check documents": "Check documents",
    r"Browse the library": "Browse the library",
    r"Count a deadline or an amount": "Deadlines and calculations",
    r"Search what can be counted": "or its first words",
    r"(Save|Copy) what was counted": "Save this as text",
    r"Choose the place": "Choose the place",
    r"Choose your role": "Choose your role",
    r"Help": "Help",
    r"Leave Tandem": "0. Leave",
    r"Save this answer": "save this answer",
    r"Copy this answer": "save this answer",  # what is written here can be copied as it stands; a terminal's clipboard
    r"Save all answers": "save all 2 answers",
    r"Keep what you chose": "Keep place and role for the next time",
    r"New subject": "a new subject",
    r"Search the topics": "Search by a word or two",
    r"Back( to: .*)?": "b back",
    r"Go to the first screen": "Main menu.",
    r"Choose your place and role": "Choose the place",
    r"Take the tour": "A tour on sample documents",
    r"Ask: .*": "People also ask:",
    r"Ask the last question again": "the last question again",
    r"Correct what is noted of you": "what is noted of you",
    r"Find words here": "an earlier answer again",
    r"Explain the words": "its words explained",
    r"Browse the glossary": "The glossary",
    r"Browse the sources": "By source: which topics rest on it",
    r"Open a source": "Its sources, and what else rests on them",
    r"Read: .*": "Read on from here.",
    r"Look for a document": "Look for a document",
    r"Check this document again": "Check it again, after mending it",
    r"Next finding": "Enter: next.",
    r"Previous finding": "1 previous",
    r"Ask about this rule": "ask about this rule",
    r"Waive this finding": "waive it",
    r"Show the document or the findings": "The document as it was read",
    r"Show only some findings": "Choose which findings are told",
    r"Show all findings": "All of them",
    r"Put findings together by who can mend them": "Order findings by who can mend them",
    r"Take this document off the list": "Take it off the list",
    r"Write a report on all that is listed": "Write a report",
    r"Write a copy of .* with the findings as comments": "Write a copy with the findings as comments",
    r"See whether a whole folder is ready, with a sheet to sign": "Gate: is a whole folder ready to go",
    r"See whether documents are still as on a sheet that was signed": "Verify: are the files still those of a sheet",
    r"Choose by whose rules documents are checked": "Choose by whose rules documents are checked",
    r"Learn an agency’s form from an empty copy": "Learn a form from an empty copy",
    r"(No longer c|C)heck again by itself whatever I save": "Check again whatever is saved in a folder",
    r"Show only what is new since an earlier report": "Tell only what is new since an earlier report",
    r"Start over with an empty list.*": "Forget all of them",
}
"""The actions of the app, and words of linear mode by which the same is done."""

NEEDLESS = {
    r"Colors: .*|Change to the next colors": "it has no colours",
    r"Read (on|up)": "nothing has to be scrolled",
}
"""What linear mode has no use for, and why."""


async def test_every_action_of_the_app_has_its_counterpart() -> None:
    """On each screen, with answers and a document open and a choice not kept; and none is held here that is gone."""
    names: set[str] = set()

    def listen() -> None:
        names.update(command.title for command in pilot.app.get_system_commands(pilot.app.screen))

    async with running(start="home") as pilot:
        pilot.app.state = choosing(pilot.app.state, role="family")  # type: ignore[attr-defined]
        for key in ("f8", "f2"):
            await pilot.press(key)
            await pilot.pause()
            listen()
        await ask(pilot, "Who coordinates when there is no SEIT?")
        await ask(pilot, "What is an IEP?")
        listen()
        await check(pilot, str(TO_MEND))
        listen()
        await pilot.press("f7")
        await pilot.pause()
        listen()
        topics = answers(load())
        for topic in topics[:2]:
            pilot.app.screen.go_to(topic)  # type: ignore[attr-defined]  # the Library's
            await pilot.pause()
        listen()
        await count(pilot, "referral", "3/2/2026")
        listen()
    known = {*COUNTERPARTS, *NEEDLESS}
    assert {name for name in names if not any(re.fullmatch(each, name) for each in known)} == set()
    assert {each for each in known if not any(re.fullmatch(each, name) for name in names)} == set()


def test_the_counterparts_are_said() -> None:
    """In a walk through all menus."""
    paths = [str(TO_MEND), ""]
    text = heard(
        "?", "1", "1", *paths, "1", "b", "b", "choose which", "m",
        "2", "Who coordinates when there is no SEIT?", "What is an IEP?", "m", "3", "search", "bus", "1", "m",
        "5", "1", "1", "3/2/2026", "q", "y",
    )  # fmt: skip
    words = " ".join(text.split())
    assert {each for each in COUNTERPARTS.values() if each not in words} == set()


def test_every_part_of_the_main_menu_is_a_module_of_its_own() -> None:
    """Small, and named for what it does."""
    folder = Path(__file__).parents[2] / "assistant" / "plain"
    assert len({do.__module__ for _, do in PARTS}) >= 7
    assert all(len(path.read_text("utf-8").splitlines()) < 300 for path in folder.glob("*.py"))
