"""Cases of the rules on narratives."""

from __future__ import annotations

from collections.abc import Iterator

from tests.cases.making import NOTE, CaseFile, note, session


def cases() -> Iterator[CaseFile]:
    """ACT002."""
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
