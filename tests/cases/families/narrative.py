"""Cases of the rules on narratives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import NOTE, CaseFile, coordination, note, session, text
from tests.documents.papers import COORDINATION, Note, Session

_SHOWN = {
    "scheduling": "Emailed OT re: new slot on Wed mornings; PT agreed to move her Monday visit.",
    "reports": "Rec'd progress reports from Mr. Dale (PT) and Ms. Petrov (OT), read both for the quarterly summary.",
    "draft-iep": "Typed up draft goals for next year and forwarded them w/ all reports to the chairperson.",
    "committee": "Attended the CPSE annual review by Zoom.",
    "abbreviated": "T/C w/ SLP; sched for summer set up, info on AFOs shared w/ both providers.",
}


def cases() -> Iterator[CaseFile]:
    """ACT001 to ACT003."""
    yield from _coordination_activities()
    yield from _copied()
    yield from note("ACT002", "violation", "blank", session(notes=""))
    yield from note(
        "ACT002",
        "violation",
        "cancelled-without-reason",
        session(start="", end="", notes="Session cancelled."),
        "grid",
        "rows",
        "typed",
    )
    yield from note("ACT002", "pass", "written", NOTE)
    yield from note(
        "ACT002",
        "pass",
        "cancelled-with-reason",
        session(start="", end="", notes="Cancelled - child sick"),
        "grid",
        "rows",
        "typed",
    )


def _coordination_activities() -> Iterator[CaseFile]:
    """ACT001: what shows one of the seven activities, and what shows none."""
    for name, words in _SHOWN.items():
        yield from note("ACT001", "pass", name, coordination(notes=words), "grid", "typed")
    yield from note("ACT001", "pass", "telephone-conference", coordination())
    yield from note(
        "ACT001", "incomplete", "half-hour", coordination(notes="Half an hour of coordination as on the IEP.")
    )
    yield from note(
        "ACT001",
        "incomplete",
        "hand-and-eye",
        coordination(notes="Worked on eye-hand coordination with beads, and on body coordination in the gym."),
        "grid",
        "rows",
        "typed",
    )
    yield from note("ACT001", "inapplicable", "direct", NOTE, "grid", "typed")
    yield from note("ACT001", "inapplicable", "no-narrative", coordination(notes=""), "grid", "typed")
    cancelled = coordination(start="", end="", notes="Cancelled - provider sick")
    yield from note("ACT001", "inapplicable", "cancelled", cancelled, "grid", "typed")
    yield text(
        "ACT001",
        "pass",
        "portal",
        "Treatment Log\nChild: Ava Chen\nService Date: 3/4/2026\nService Type: Coordination of Services\n"
        "Start Time: 3:00 PM\nEnd Time: 3:30 PM\nDoes Not Meet Medicaid Requirements: Yes\n"
        "Session Notes: Touched base with OT and PT about progress before the quarterly reports.\n"
        "Signature, Title, and Credentials: Maria Lopez, MS, CCC-SLP\nSigned Date: 3/4/2026\n",
    )


def _copied() -> Iterator[CaseFile]:
    """ACT003: one narrative for two days, and what looks like it."""
    named = "Jayden named {} of ten pictures on {} and waited for his turn in a board game."
    scored = (named.format(6, "2/10/2026"), named.format("eight", "February 12, 2026"))
    other = "Jayden retold a story about a lost dog in four steps and asked a question about it."
    wide = scored[0].replace(" ", "  ").upper()
    yield from note("ACT003", "violation", "other-numbers-and-dates", _days(*scored))
    yield from note("ACT003", "violation", "first-and-third", _days(other, scored[0], scored[0]), "rows", "typed")
    yield from note("ACT003", "violation", "spaces-and-capitals", _days(scored[0], wide), "grid", "typed")
    yield from note("ACT003", "pass", "own-words", _days(scored[0], other))
    slip = (
        "Jayden followed directions with two steps at the sensory table, {} a turn with words, and helped a friend to "
        "put away the blocks after the teacher sang the song for cleaning up."
    )
    yield from note(
        "ACT003", "incomplete", "slip-mended", _days(slip.format("requested"), slip.format("requsted")), "grid", "typed"
    )
    yield from note("ACT003", "pass", "she-and-he", _days(slip.format("asked for"), slip.format("waited for")), "typed")
    yield from note(
        "ACT003",
        "inapplicable",
        "short",
        _days("Worked on sounds, 8/10.", "Worked on sounds, 7/10."),
        "grid",
        "rows",
        "typed",
    )
    away = replace(Session(), start="", end="", notes="Cancelled - school was closed for the winter holiday break")
    twice = replace(NOTE, sessions=(replace(away, date="2/9/2026"), replace(away, date="2/10/2026")))
    yield from note("ACT003", "inapplicable", "cancelled-twice", twice, "grid", "typed")
    above = "See above for what was done in this session."
    yield from note("ACT003", "pass", "see-above", _days(other, above, above), "grid", "typed")
    share = "Telephone conference with the occupational therapist about the schedule for {}."
    months = tuple(
        replace(COORDINATION, date=date, notes=share.format(month))
        for date, month in (("1/6/2026", "January"), ("2/3/2026", "February"))
    )
    yield from note("ACT003", "violation", "coordination", replace(coordination(), sessions=months), "grid", "typed")


def _days(*narratives: str) -> Note:
    """A note of as many sessions, on days of their own."""
    sessions = (
        replace(Session(), date=f"2/{day}/2026", notes=narrative) for day, narrative in enumerate(narratives, start=3)
    )
    return replace(NOTE, sessions=tuple(sessions))
