"""MED001 and MED002: the box on coordination notes, in its spellings and with its twin."""

from dataclasses import replace

import pytest

from checkers.document import Checkbox, Document
from checkers.layout import Place
from checkers.outcome import Spot
from tests.checkers.rules.judging import COORDINATION, NOTE, SIGNED, judge_document, judge_text, verdict, verdicts
from tests.checkers.understand.model import model


def with_line(line: str) -> str:
    """A coordination note with this line before its narrative."""
    return COORDINATION.replace("Session Notes", f"{line}\nSession Notes") + SIGNED


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[x] Does not meet Medicaid requirements", "pass"),
        ("[ ] Does not meet Medicaid requirements", "violation"),
        ("☒ Session does NOT meet Medicaid requirement", "pass"),
        ("☐ “Does Not Meet Medicaid Requirements”", "violation"),
        ("☒ Doesn’t meet Medicaid requirements", "pass"),
        ("☐ DNMMR", "violation"),
        ("☒ DNMMR", "pass"),
        ("Does Not Meet Medicaid Requirements: Yes", "pass"),
        ("Does Not Meet Medicaid Requirements: No", "violation"),
        ("Does Not Meet Medicaid Requirements: True", "pass"),
        ("Meets Medicaid Requirements: No", "pass"),
        ("Meets Medicaid Requirements: Yes", "violation"),
        ("Meets Medicaid requirements: [ ] Yes [x] No", "pass"),
        ("Meets Medicaid requirements: [x] Yes [ ] No", "violation"),
        ("Meets Medicaid requirements: [ ] Yes [ ] No", "violation"),
        ("Meets Medicaid requirements: [x] Yes [x] No", "incomplete"),
        ("Meets Medicaid requirements: Yes ☐ No ☒", "pass"),
        ("Does not meet Medicaid requirements: ☒ Yes ☐ No", "pass"),
        ("☐ Meets Medicaid requirements   ☒ Does not meet Medicaid requirements", "pass"),
        ("☒ Meets Medicaid requirements   ☐ Does not meet Medicaid requirements", "violation"),
        ("☒ Meets Medicaid requirements   ☒ Does not meet Medicaid requirements", "incomplete"),
        ("☐ Does not meet Medicaid\nrequirements", "violation"),
        ("☒ Does not meet Medicaid\nrequirements", "pass"),
        ("[ ] Does not meet Medicaid eligibility criteria", "inapplicable"),
        ("[ ] Parent gave Medicaid consent", "inapplicable"),
        ("o Does not meet Medicaid requirements", "incomplete"),
        ("þ Does not meet Medicaid requirements", "incomplete"),
        ("Does not meet Medicaid requirements o", "incomplete"),
        ("x Does not meet Medicaid requirements", "pass"),
        ("x Meets Medicaid requirements   o Does not meet Medicaid requirements", "incomplete"),
        ("This session does not meet Medicaid requirements (2 x a week).", "inapplicable"),
    ],
)
def test_the_box_on_a_coordination_note(line: str, expected: str) -> None:
    """Spellings, polarity, Yes and No, broken lines; and what only looks like it."""
    assert verdict("MED001", with_line(line)) == expected


def unclear(doc: Document) -> Document:
    """The same document with boxes whose state cannot be told."""
    return replace(doc, boxes=tuple(replace(box, checked=None) for box in doc.boxes))


def test_a_box_that_cannot_be_read_has_to_be_looked_at() -> None:
    """Never a violation."""
    doc = unclear(model(with_line("[ ] Does not meet Medicaid requirements")))
    assert verdicts(judge_document("MED001", doc)) == ["incomplete"]


def test_direct_sessions_need_no_box() -> None:
    """Speech therapy with the box unchecked is as it should be."""
    text = NOTE.replace("Session Notes", "[ ] Does not meet Medicaid requirements\nSession Notes") + SIGNED
    assert verdict("MED001", text) == "inapplicable"
    assert verdict("MED002", NOTE + SIGNED) == "inapplicable"


def test_coordination_told_only_by_the_narrative_is_never_certain() -> None:
    """The form itself does not say what the time went to."""
    text = with_line("[ ] Does not meet Medicaid requirements")
    text = text.replace("Coordination of Services Note", "Progress Note").replace(
        "Activity: Coordination of Services\n", ""
    )
    assert verdict("MED001", text) == "incomplete"


def test_a_box_that_stands_once_counts_for_all_rows() -> None:
    """It stands above the table."""
    rows = """\
        Coordination of Services Notes
        Child's Name: Ana Diaz
        {} Does not meet Medicaid requirements

        | Date of Service | Time | Session Notes |
        | --- | --- | --- |
        | 3/3/2026 | 3:00 - 3:30 PM | Called the OT about the schedule. |
        | 3/5/2026 | 3:00 - 3:30 PM | Gathered progress reports. |
        """
    assert not verdicts(judge_text("MED001", rows.format("[x]")))
    assert verdicts(judge_text("MED001", rows.format("[ ]"))) == ["violation", "violation"]


def test_a_box_on_another_page_is_not_this_sessions() -> None:
    """A box counts for the sessions of its own page."""
    doc = model(COORDINATION + SIGNED)
    entry = replace(doc.entries[0], spot=Spot(Place(page=1)), first=1, last=6)
    box = Checkbox("Does not meet Medicaid requirements", True, Spot(Place(page=2)), 90)
    assert verdicts(judge_document("MED001", replace(doc, entries=(entry,), boxes=(box,)))) == []
    assert verdicts(judge_document("MED002", replace(doc, entries=(entry,), boxes=(box,)))) == ["violation"]


def test_a_form_without_the_box_is_a_violation_and_prose_is_not() -> None:
    """The county's rule is about the form's box."""
    assert verdict("MED002", COORDINATION + SIGNED) == "violation"
    prose = """\
        Coordination of Services Notes
        3/3/2026 Called the OT and the PT about the schedule for April, 30 minutes. J. Hill, CCC-SLP
        3/5/2026 Gathered progress reports from all providers, 30 minutes. J. Hill, CCC-SLP
        """
    assert verdict("MED002", prose) == "incomplete"


def test_a_sentence_that_says_the_same_is_enough() -> None:
    """No box, but the words."""
    text = COORDINATION.replace("for April.", "for April. This session does not meet Medicaid requirements.") + SIGNED
    assert verdict("MED002", text) == "pass"
    assert verdict("MED001", text) == "inapplicable"
