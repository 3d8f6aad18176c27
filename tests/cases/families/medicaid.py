"""Cases of the rules on Medicaid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import COORD, NOTE, CaseFile, coordination, note, text
from tests.documents.paper_text import note_text
from tests.documents.papers import Session


def cases() -> Iterator[CaseFile]:
    """MED001 and MED002."""
    yield from note("MED001", "violation", "unchecked", coordination(medicaid=False))
    yield from note("MED001", "pass", "checked", COORD)
    yield from note("MED001", "inapplicable", "direct", NOTE, "grid", "printed", "typed")
    twin = note_text(coordination(medicaid=None)).replace(
        "Session Notes:", "Meets Medicaid requirements: {} \nSession Notes:"
    )
    yield text("MED001", "violation", "positive-yes", twin.format("[x] Yes [ ] No"))
    yield text("MED001", "pass", "positive-no", twin.format("[ ] Yes [x] No"))
    word = note_text(coordination(medicaid=None)).replace(
        "Session Notes:", "Does Not Meet Medicaid Requirements: {}\nSession Notes:"
    )
    yield text("MED001", "violation", "portal-no", word.format("No"))
    yield text("MED001", "pass", "portal-yes", word.format("Yes"))

    yield from note("MED002", "violation", "no-box", coordination(medicaid=None))
    yield from note("MED002", "pass", "box", COORD)
    yield text(
        "MED002",
        "pass",
        "statement",
        note_text(coordination(medicaid=None)) + "This session does not meet Medicaid requirements.\n",
    )
    prose = (
        "Progress notes\nChild: Ben Katz\n3/4/2026 9:00-9:30 Coordination of services: "
        "phone conference with the PT about the schedule. J. Doe OTR/L 3/4/2026\n"
    )
    yield text("MED002", "incomplete", "prose", prose)
    yield from note(
        "MED002", "inapplicable", "direct", replace(NOTE, sessions=(Session(medicaid=None),)), "grid", "typed"
    )
