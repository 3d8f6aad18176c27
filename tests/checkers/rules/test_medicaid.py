"""The box "Does not meet Medicaid requirements", in its spellings and with its twin, on coordination and elsewhere."""

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
        ("Meets Medicaid requirements: [x] Yes [x] No", "inapplicable"),
        ("Meets Medicaid requirements: Yes ☐ No ☒", "pass"),
        ("Does not meet Medicaid requirements: ☒ Yes ☐ No", "pass"),
        ("☐ Meets Medicaid requirements   ☒ Does not meet Medicaid requirements", "pass"),
        ("☒ Meets Medicaid requirements   ☐ Does not meet Medicaid requirements", "violation"),
        ("☒ Meets Medicaid requirements   ☒ Does not meet Medicaid requirements", "inapplicable"),
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


def direct(line: str) -> str:
    """A note of direct therapy with this line before its narrative."""
    return NOTE.replace("Session Notes", f"Activity: Direct\n{line}\nSession Notes") + SIGNED


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[x] Does not meet Medicaid requirements", "incomplete"),
        ("[ ] Does not meet Medicaid requirements", "pass"),
        ("Does Not Meet Medicaid Requirements: Yes", "incomplete"),
        ("Does Not Meet Medicaid Requirements: No", "pass"),
        ("Meets Medicaid requirements: [ ] Yes [x] No", "incomplete"),
        ("Meets Medicaid requirements: [x] Yes [ ] No", "pass"),
        ("[x] Does not meet Medicaid eligibility criteria", "inapplicable"),
        ("[x] Parent gave Medicaid consent", "inapplicable"),
        ("☒ Meets Medicaid requirements   ☒ Does not meet Medicaid requirements", "inapplicable"),
        ("", "inapplicable"),
    ],
)
def test_the_box_on_a_direct_session_is_to_be_looked_at(line: str, expected: str) -> None:
    """It may be right there, and is never a violation."""
    assert verdict("MED003", direct(line)) == expected


@pytest.mark.parametrize("activity", ["Coordination of Services", "Indirect", "CPSE Meeting"])
def test_med003_is_about_direct_sessions_alone(activity: str) -> None:
    """Other activities have the box checked as they should."""
    text = direct("[x] Does not meet Medicaid requirements").replace("Activity: Direct", f"Activity: {activity}")
    assert verdict("MED003", text) == "inapplicable"


def test_one_box_over_many_direct_sessions_is_one_finding() -> None:
    """The box stands once, above the table; a session that was cancelled is none of those it is checked for."""
    rows = """\
        Session Notes
        Child's Name: Ana Diaz
        Service Type: Speech Therapy
        [x] Does not meet Medicaid requirements

        | Date of Service | Time | Session Notes |
        | --- | --- | --- |
        | 3/3/2026 | 3:00 - 3:30 PM | Worked on /k/ in words. |
        | 3/5/2026 | | Cancelled - child sick |
        | 3/10/2026 | 3:00 - 3:30 PM | Worked on /g/ in words. |
        """
    (found,) = [each for each in judge_text("MED003", rows) if each.fix]
    assert found.entry is None
    assert "Session 1 (3/3/2026) and Session 3 (3/10/2026)" in found.message


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("☒ Meets Medicaid requirements   ☒ Does not meet Medicaid requirements", "violation"),
        ("☒ Meets Medicaid requirements\n☒ Does not meet Medicaid requirements", "violation"),
        ("Meets Medicaid requirements: [x] Yes [x] No", "violation"),
        ("Meets Medicaid Requirements: Yes\nDoes Not Meet Medicaid Requirements: Yes", "violation"),
        ("Meets Medicaid Requirements: No\nDoes Not Meet Medicaid Requirements: No", "violation"),
        ("☒ Meets Medicaid requirements   ☐ Does not meet Medicaid requirements", "pass"),
        ("☐ Meets Medicaid requirements   ☐ Does not meet Medicaid requirements", "pass"),
        ("☐ Meets Medicaid requirements   ☒ Does not meet Medicaid requirements", "pass"),
        ("Meets Medicaid requirements: [ ] Yes [x] No", "pass"),
        ("☒ Meets Medicaid requirements   ☒ Does not meet Medicaid eligibility criteria", "pass"),
        ("[x] Parent gave Medicaid consent   [x] Parent declined Medicaid consent", "inapplicable"),
        ("", "inapplicable"),
    ],
)
def test_both_boxes_checked_contradict_each_other(line: str, expected: str) -> None:
    """On any session, direct or coordination."""
    assert verdict("MED004", direct(line)) == expected
    assert verdict("MED004", with_line(line)) == expected


def test_boxes_of_two_sessions_do_not_contradict_each_other() -> None:
    """One row is direct and meets them, the other is coordination and does not."""
    rows = """\
        Session Notes
        Child's Name: Ana Diaz

        | Date of Service | Activity | Meets Medicaid requirements | Session Notes |
        | --- | --- | --- | --- |
        | 3/3/2026 | Direct | [x] Yes [ ] No | Worked on /k/ in words. |
        | 3/5/2026 | Coordination of Services | [ ] Yes [x] No | Gathered progress reports. |
        """
    assert not verdicts(judge_text("MED004", rows))


def test_boxes_that_stand_far_from_each_other_have_to_be_looked_at() -> None:
    """They may be those of two sessions of which only one was found."""
    doc = model(with_line("☒ Meets Medicaid requirements\n☒ Does not meet Medicaid requirements"))
    first, second = (box for box in doc.boxes if "Medicaid" in box.label)
    apart = replace(
        doc, boxes=(first, replace(second, order=second.order + 9)), entries=(replace(doc.entries[0], last=99),)
    )
    assert verdicts(judge_document("MED004", apart)) == ["incomplete"]
    assert verdicts(judge_document("MED001", apart)) == []


def test_an_empty_cell_in_the_column_of_boxes_is_a_box_left_unchecked() -> None:
    """Whatever stands in the cell before it."""
    rows = """\
        Session Notes
        Child's Name: Ana Diaz

        | Date | Time | Type of Session | Does Not Meet Medicaid Requirements | Notes |
        | --- | --- | --- | --- | --- |
        | 4/7/2026 | 9:00-9:30 | Direct | | Jumped over a line with both feet. |
        | 4/8/2026 | 3:00-3:30 | Coordination of Services | {} | Called the OT about the schedule in May. |
        """
    assert verdicts(judge_text("MED001", rows.format(" "))) == ["violation"]
    assert verdicts(judge_text("MED001", rows.format("X"))) == []
    assert verdicts(judge_text("MED003", rows.format("X"))) == []


def test_a_contact_log_of_coordination_has_its_box_too() -> None:
    """MED001 is about coordination entries of any record; MED002 about forms of progress notes alone."""
    log = """\
        Service Coordination Contact Log
        Child's Name: Ana Diaz
        [ ] Does not meet Medicaid requirements

        | Date | Contact With | Notes |
        | --- | --- | --- |
        | 3/3/2026 | OT | Called about the schedule for April. |
        """
    doc = model(log)
    assert doc.kind == "contact_log"
    assert verdicts(judge_document("MED001", doc)) == ["violation"]


def test_the_box_of_another_session_is_not_that_of_a_direct_one() -> None:
    """Coordination last on the page has its box; the therapy before it has none."""
    text = """\
        Progress Notes
        Child's Name: Ana Diaz
        Service: Occupational Therapy
        Provider: Kim Oduya, OTR/L

        Date: 3/3/2026   Time: 9:00-9:30
        Note: Cut along curved lines, 3 of 4 with one cue.

        Date: 3/5/2026   Time: 1:30-2:00
        Type: Coordination of Services
        [X] Does not meet Medicaid requirements
        Note: Phone conference with the SLP to arrange the Thursday schedule.
        """
    assert verdict("MED001", text) == "pass"
    assert verdict("MED003", text) == "inapplicable"
    found = judge_text("MED004", text.replace("[X] Does", "[X] Meets Medicaid requirements  [X] Does"))
    assert [(each.entry, each.verdict.value) for each in found] == [(1, "inapplicable"), (2, "violation")]


@pytest.mark.parametrize(
    "words",
    [
        "Medicaid: does not meet requirements",
        "Does not meet requirements for Medicaid",
        "Not meeting criteria for Medicaid",
    ],
)
def test_the_box_may_name_medicaid_first_or_last(words: str) -> None:
    """It is the same box."""
    assert verdict("MED001", f"{COORDINATION}[x] {words}\n") == "pass"
    assert verdict("MED001", f"{COORDINATION}[ ] {words}\n") == "violation"
    assert verdict("MED002", f"{COORDINATION}[x] {words}\n") == "pass"
