"""Cases of the rules on time and billing."""

from __future__ import annotations

from collections.abc import Iterator

from tests.cases.making import NOTE, RUNNING, CaseFile, note, session, text
from tests.documents.paper_text import note_text


def cases() -> Iterator[CaseFile]:
    """TIM001."""
    yield from note("TIM001", "violation", "no-times", session(start="", end=""))
    yield from note("TIM001", "violation", "no-end", session(end=""), "grid", "rows", "typed")
    yield from note("TIM001", "pass", "times", NOTE)
    yield text(
        "TIM001",
        "pass",
        "duration",
        note_text(session(start="", end="")).replace("Session Notes:", "Duration: 30 min\nSession Notes:"),
    )
    yield text("TIM001", "pass", "running-minutes", RUNNING.replace("9:00-9:30", "30 min"))
    yield from note("TIM001", "inapplicable", "cancelled", session(start="", end="", notes="Cancelled - child sick"))
