"""The screens with something in them: what pictures and snapshots are taken of.

What is answered and browsed here is invented, so that no snapshot changes with the knowledge base.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import chdir
from dataclasses import replace

from textual.pilot import Pilot
from textual.widgets import Input

from assistant.conversation import Reply
from assistant.tui.app import TandemApp
from assistant.tui.dialogs.waive import Waive
from assistant.tui.screens.check import CheckScreen
from assistant.tui.widgets.desk import Desk
from knowledge import KnowledgeBase, Topic
from knowledge.compose import answer_topic
from knowledge.deadlines import Deadline, Deadlines, Event, UnitRule
from knowledge.deadlines.schema import span_from
from knowledge.schema import Citation, Contrast, Currency, Place, Source, Term
from tests.tui.app_driver import SAMPLES, check, count, seen, until

Scene = Callable[[Pilot[None]], Awaitable[None]]
"""Brings an app that just began to where it is shown."""

_PLACES = (
    Place("federal", "the United States (federal rules)", ("federal",)),
    Place("ny", "New York State", ("new york",), "federal"),
)
_SOURCES = (
    Source("code", "Invented Code of Services", "Board of Examples", "federal", "2024-09", "rule", "current", "", ""),
    Source("memo", "Memo on Shared Visits", "Board of Examples", "ny", "2011-03", "guidance", "dated", "", ""),
)
_TOPICS = (
    Topic(
        "example/shared-visit",
        "May two providers share one visit?",
        "Yes, when the plan says so. Each of them writes a note of their own.",
        "example/visits.toml",
        more=(
            "What matters:\n\n- The plan names both services and the **length** of the visit.\n"
            "- Each note says what that provider did, and nothing else.\n- Both sign, with title and date.\n\n"
            "If the plan does not say so yet, ask for a meeting to change it before the first such visit."
        ),
        places=("ny",),
        programme="part-b-preschool",
        currency=Currency("2024-09", "dated", "The memo is from 2011; ask whether it still holds where you are."),
        contrasts=(Contrast("example/observed-visit", "There one of the two only watches, and writes no note."),),
        related=("example/observed-visit", "example/missed-visit"),
        citations=(Citation("code", "Part 7, section 12(b)"), Citation("memo", "page 3")),
    ),
    Topic(
        "example/observed-visit",
        "May a colleague watch a visit?",
        "Yes, with the family's consent.",
        "example/visits.toml",
        places=("ny",),
        programme="part-b-preschool",
        citations=(Citation("code", "Part 7, section 14"),),
    ),
    Topic(
        "example/missed-visit",
        "What happens to a visit that was missed?",
        "It is made up for within the month.",
        "example/visits.toml",
        citations=(Citation("code", "Part 9"),),
    ),
)
_GLOSSARY = (
    Term("plan", "The page that lists a child's services, how often and where.", ("example/shared-visit",), "code"),
)
BASE = KnowledgeBase(
    topics=_TOPICS,
    sources={each.id: each for each in _SOURCES},
    places={each.id: each for each in _PLACES},
    by_id={each.id: each for each in _TOPICS},
    glossary=_GLOSSARY,
)
"""A knowledge base that stays as it is."""

DEADLINES = Deadlines(
    events=(
        Event(
            "plan-signed",
            "A family signs the plan of services",
            "the day of the signature",
            "part-b-preschool",
            ("signature",),
            (
                Deadline(
                    "first-visit",
                    "The first visit is given.",
                    "the provider",
                    "example/shared-visit",
                    (Citation("code", "Part 7, section 3"),),
                    count=(span_from("30 calendar days after"),),
                    extends=("The family asks for a later day.",),
                ),
                Deadline(
                    "ny-first-note",
                    "The first note is sent.",
                    "the provider",
                    "example/missed-visit",
                    (Citation("memo", "page 4"),),
                    place="ny",
                    count=(span_from("10 school days after"),),
                ),
            ),
            "The plan",
            "example.toml",
            1,
        ),
        Event("plan-ended", "A plan of services ends", "its last day", "any", (), (), "The plan", "example.toml", 2),
        Event("visit-missed", "A visit is missed", "the day of the visit", "any", (), (), "Visits", "example.toml", 3),
    ),
    units=(
        UnitRule("calendar days", "Each day counts, weekends too.", (Citation("code", "Part 1"),)),
        UnitRule("school days", "Each day with school counts.", (Citation("code", "Part 1"),), "Ask for its calendar."),
    ),
)
"""Deadlines that stay as they are."""

LOADED = {
    **dict.fromkeys(
        (
            "assistant.tui.screens.library.load",
            "assistant.tui.screens.reading.load",
            "assistant.counting.load",
            "assistant.cli.deadlines.load",
            "assistant.cli.when.load",
        ),
        lambda: BASE,
    ),
    **dict.fromkeys(("assistant.counting.load_deadlines", "assistant.cli.deadlines.load_deadlines"), lambda: DEADLINES),
}
"""By what the screens load theirs, with what is to be loaded in its place."""


async def _began(pilot: Pilot[None]) -> TandemApp:
    app = pilot.app
    assert isinstance(app, TandemApp)
    await until(pilot, lambda: app.has_begun and "Place: not set" in seen(pilot))
    return app


async def home(pilot: Pilot[None]) -> None:
    """Home, as it is seen first."""
    await _began(pilot)


async def documents(pilot: Pilot[None]) -> None:
    """Check, with the samples to mend, at the first finding of the first."""
    await _began(pilot)
    with chdir(SAMPLES):
        await check(pilot, "to-mend")
    await pilot.press("enter")
    await pilot.pause()


async def answer(pilot: Pilot[None]) -> None:
    """Ask, with an answer."""
    app = await _began(pilot)
    await pilot.press("f2")
    await pilot.pause()
    found = answer_topic(BASE, _TOPICS[0].question, _TOPICS[0].id, place="ny")
    await app.asking.show_reply("can the OT and I go together?", Reply(found.answer, found))
    await pilot.pause()


async def topic(pilot: Pilot[None]) -> None:
    """The Library, with a topic that was searched for."""
    await _began(pilot)
    await pilot.press("f7")
    await pilot.pause()
    await pilot.press(*"share", "down", "enter")
    await pilot.pause()


async def counting(pilot: Pilot[None]) -> None:
    """Count, with the deadlines of an event that was searched for."""
    await _began(pilot)
    await count(pilot, "signs", "3/2/2026")


async def keys(pilot: Pilot[None]) -> None:
    """The help, over Check."""
    await documents(pilot)
    await pilot.press("f1")


async def waiving(pilot: Pilot[None]) -> None:
    """The dialog in which a finding is waived, for a document of a known folder."""
    await documents(pilot)
    app, desk = pilot.app, pilot.app.screen.query_one(Desk)
    assert isinstance(app, TandemApp)
    assert isinstance(app.screen, CheckScreen)
    report, finding = desk.report, desk.finding
    assert report
    assert finding
    elsewhere = replace(report, path="/documents/coordination-note.docx")
    app.push_screen(Waive(elsewhere, finding, app.options, ""))


async def saving(pilot: Pilot[None]) -> None:
    """The dialog in which an answer is saved, in a known folder."""
    await answer(pilot)
    await pilot.press("ctrl+s")
    await pilot.pause()
    target = pilot.app.screen.query_one("#target", Input)
    target.value = "/documents/shared-visit.docx"
    await pilot.press("end")


async def tour(pilot: Pilot[None]) -> None:
    """The tour, where it shows what Tandem finds."""
    await _began(pilot)
    await pilot.press("5")
    await until(pilot, lambda: "1 of 5" in seen(pilot))
    await pilot.press("enter")
    await until(pilot, lambda: "2 of 5" in seen(pilot))
