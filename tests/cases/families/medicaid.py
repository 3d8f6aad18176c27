"""Cases of the rules on Medicaid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import docx

from tests.cases.making import COORD, NOTE, CaseFile, coordination, note, text
from tests.documents.paper_docx import add_checkbox, save
from tests.documents.paper_text import note_text
from tests.documents.papers import COORDINATION, Session


def cases() -> Iterator[CaseFile]:
    """MED001 to MED004."""
    yield from _on_coordination()
    yield from _on_direct_sessions()
    yield from _contradicting()


def _on_coordination() -> Iterator[CaseFile]:
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
    column = (
        "Schenectady County - Session Notes\nChild: Ana Ruiz   DOB: 3/4/2022   Provider: Jo Hill, PT\n\n"
        "| Date | Time | Activity | Does Not Meet Medicaid Requirements | Notes |\n| --- | --- | --- | --- | --- |\n"
        "| 4/7/2026 | 9:00-9:30 | Direct | | Jumped off a step with both feet. |\n"
        "| 4/8/2026 | 3:00-3:30 | Coordination of Services | {} | Called the OT about May. |\n\n"
        "Electronically signed by Jo Hill, PT 4/9/2026\n"
    )
    yield text("MED001", "violation", "empty-cell", column.format(" "))
    yield text("MED001", "pass", "crossed-cell", column.format("X"))

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


def _direct(boxes: str) -> str:
    """A note of direct therapy with these boxes."""
    return note_text(replace(NOTE, sessions=(Session(medicaid=None),))).replace(
        "Session Notes:", f"{boxes}\nSession Notes:"
    )


def _on_direct_sessions() -> Iterator[CaseFile]:
    yield from note("MED003", "incomplete", "checked", replace(NOTE, sessions=(Session(medicaid=True),)))
    yield from note("MED003", "pass", "unchecked", NOTE)
    yield from note("MED003", "inapplicable", "coordination", COORD, "grid", "printed", "typed")
    yield text("MED003", "incomplete", "portal-yes", _direct("Does Not Meet Medicaid Requirements: Yes"))
    yield text("MED003", "pass", "portal-no", _direct("Does Not Meet Medicaid Requirements: No"))
    yield text("MED003", "incomplete", "positive-no", _direct("Meets Medicaid requirements: [ ] Yes [x] No"))
    yield text("MED003", "pass", "positive-yes", _direct("Meets Medicaid requirements: [x] Yes [ ] No"))
    yield text("MED003", "inapplicable", "eligibility", _direct("[x] Does not meet Medicaid eligibility criteria"))
    yield text("MED003", "inapplicable", "consent", _direct("[x] Parent consent to bill Medicaid is on file"))
    cancelled = replace(NOTE, sessions=(Session(start="", end="", notes="Cancelled - child sick", medicaid=True),))
    yield from note("MED003", "inapplicable", "cancelled", cancelled, "grid", "rows", "typed")
    mixed = replace(NOTE, sessions=(Session(), replace(COORDINATION, date="2/12/2026")))
    yield from note("MED003", "pass", "each-its-box", mixed, "grid", "rows", "form", "typed")


def _contradicting() -> Iterator[CaseFile]:
    twin = replace(NOTE, sessions=(Session(medicaid=True, activity="Direct"),))
    both = "[x] Meets Medicaid requirements   [x] Does not meet Medicaid requirements"
    yield text("MED004", "violation", "side-by-side", _direct(both))
    yield text("MED004", "violation", "one-below-the-other", _direct(both.replace("   ", "\n")))
    yield text("MED004", "violation", "yes-and-no", _direct("Meets Medicaid requirements: [x] Yes [x] No"))
    portal = "Meets Medicaid Requirements: {}\nDoes Not Meet Medicaid Requirements: Yes"
    yield text("MED004", "violation", "portal", _direct(portal.format("Yes")))
    yield text("MED004", "pass", "portal", _direct(portal.format("No")))
    yield CaseFile("MED004", "violation", "word", "docx", _two_boxes(meets=True, fails=True))
    yield CaseFile("MED004", "pass", "word", "docx", _two_boxes(meets=True, fails=False))
    yield text("MED004", "pass", "one-of-two", _direct(both.replace("[x] Does", "[ ] Does")))
    yield text("MED004", "pass", "none-of-two", _direct(both.replace("[x]", "[ ]")))
    yield from note("MED004", "pass", "one-box", twin, "grid", "printed")
    no_box = replace(NOTE, sessions=(Session(medicaid=None),))
    yield from note("MED004", "inapplicable", "no-box", no_box, "grid", "typed")
    eligible = "[x] Meets Medicaid requirements   [x] Does not meet Medicaid eligibility criteria"
    yield text("MED004", "pass", "eligibility", _direct(eligible))
    rows = replace(NOTE, sessions=(Session(), replace(COORDINATION, date="2/12/2026")))
    yield from note("MED004", "pass", "two-sessions", rows, "rows", "grid", "typed")


def _two_boxes(*, meets: bool, fails: bool) -> bytes:
    """A Word note that asks both ways, with boxes to tick."""
    document = docx.Document()
    for line in _direct("").split("\n"):
        if line.startswith("Session Notes"):
            box = document.add_paragraph()
            add_checkbox(box, "Meets Medicaid requirements", meets)
            add_checkbox(document.add_paragraph(), "Does not meet Medicaid requirements", fails)
        document.add_paragraph(line)
    return save(document)
