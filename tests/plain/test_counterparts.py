"""Linear mode can do what the app can: each action of the app, by its name, with what does it here."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.plain.start import PARTS
from tests.plain.plain_driver import TO_MEND, heard
from tests.tui.app_driver import ask, check, running

COUNTERPARTS = {
    r"Ask a question": "Ask a question",
    r"Check documents": "Check documents",
    r"Browse the library": "Browse the library",
    r"Choose the place": "Choose the place",
    r"Choose your role": "Choose your role",
    r"Help": "Help",
    r"Leave Tandem": "0. Leave",
    r"Save this answer": "save this answer",
    r"Copy this answer": "save this answer",  # what is written here can be copied as it stands; a terminal's clipboard
    r"New subject": "a new subject",
    r"Search the topics": "Search by a word or two",
    r"Back to: .*": "b back",
    r"Go to the first screen": "Main menu.",
    r"Choose place and role": "Choose the place",
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
    r"Learn an agency’s form from an empty copy": "Learn a form from an empty copy",
    r"(No longer c|C)heck again by itself whatever I save": "Check again whatever is saved in a folder",
    r"Show only what is new since an earlier report": "Tell only what is new since an earlier report",
    r"Start over with an empty list.*": "Forget all of them",
}
"""The actions of the app, and words of linear mode by which the same is done."""

NEEDLESS = {"Change the colours"}
"""What linear mode has no use for: it has no colours."""


async def test_every_action_of_the_app_has_its_counterpart() -> None:
    """On each screen, with an answer and a document open."""
    names: set[str] = set()
    async with running() as pilot:
        await ask(pilot, "Who coordinates when there is no SEIT?")
        names |= {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        await check(pilot, str(TO_MEND))
        names |= {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        await pilot.press("f7")
        await pilot.pause()
        names |= {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
    unknown = {name for name in names - NEEDLESS if not any(re.fullmatch(each, name) for each in COUNTERPARTS)}
    assert len(names) > 20
    assert not unknown


def test_the_counterparts_are_said() -> None:
    """In a walk through all menus."""
    paths = [str(TO_MEND), ""]
    text = heard(
        "?", "1", "1", *paths, "1", "b", "b", "choose which", "m",
        "2", "Who coordinates when there is no SEIT?", "m", "3", "search", "bus", "1", "q", "y",
    )  # fmt: skip
    words = " ".join(text.split())
    assert {each for each in COUNTERPARTS.values() if each not in words} == set()


def test_every_part_of_the_main_menu_is_a_module_of_its_own() -> None:
    """Small, and named for what it does."""
    folder = Path(__file__).parents[2] / "assistant" / "plain"
    assert len({do.__module__ for _, do in PARTS}) >= 7
    assert all(len(path.read_text("utf-8").splitlines()) < 300 for path in folder.glob("*.py"))
