"""TIM001, ACT002 and the rules about the document as a whole."""

from dataclasses import replace

import pytest

from checkers.layout import Reading
from tests.checkers.rules.judging import NOTE, SIGNED, judge_document, judge_text, verdict, verdicts
from tests.checkers.understand.model import model

CANCELLED = """\
Progress Note
Child's Name: Ana Diaz
Date of Service: 3/3/2026
Session Notes: {}
Electronically signed by Jo Hill, CCC-SLP on 3/3/2026
"""


def note(old: str, new: str) -> str:
    """A good signed note with one thing changed."""
    assert old in NOTE
    return NOTE.replace(old, new) + SIGNED


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Time: 9:00 - 9:30 AM", "pass"),
        ("Duration: 30 minutes", "pass"),
        ("Time In: 9:00 AM   Time Out: 9:30 AM", "pass"),
        ("Time: ________", "violation"),
        ("Time In: 9:00 AM   Time Out: ______", "violation"),
        ("", "violation"),
        ("Units: 2", "incomplete"),
        ("Time: TBD", "inapplicable"),
    ],
)
def test_a_session_says_how_long_it_was(line: str, expected: str) -> None:
    """Start and end, or a duration; units alone have to be looked at."""
    assert verdict("TIM001", note("Time: 9:00 - 9:30 AM\n", f"{line}\n" if line else "")) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Cancelled - child sick.", "pass"), ("Session cancelled.", "violation"), ("Absent", "violation")],
)
def test_a_cancelled_session_gives_its_reason_and_no_time(words: str, expected: str) -> None:
    """Its own duties are a date and a reason."""
    text = CANCELLED.format(words)
    assert verdict("ACT002", text) == expected
    assert verdict("TIM001", text) == "inapplicable"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Worked on /k/ in words.", "pass"),
        ("______________", "violation"),
        ("N/A", "violation"),
        ("See attached sheet", "incomplete"),
        ("TBD", "inapplicable"),
        ("[describe activities]", "inapplicable"),
    ],
)
def test_a_session_says_what_was_done(words: str, expected: str) -> None:
    """Blank is ACT002, a placeholder DOC005, a pointer to another paper has to be looked at."""
    text = note("Worked on /k/ in words with cues, 8/10 trials.", words)
    assert verdict("ACT002", text) == expected
    assert bool(verdicts(judge_text("DOC005", text))) == (expected == "inapplicable")


@pytest.mark.parametrize(
    ("line", "doc004", "doc005"),
    [
        ("Child's Name: Ana Diaz\n", [], []),
        ("Child's Name: ________\n", ["violation"], []),
        ("", ["violation"], []),
        ("Child's Name: [Child's name]\n", [], ["violation"]),
        ("Child's Name: TBD\n", [], ["violation"]),
        ("Child's Name: XXXX\n", [], ["violation"]),
    ],
)
def test_one_fault_in_the_childs_name_is_one_finding(line: str, doc004: list[str], doc005: list[str]) -> None:
    """Missing is DOC004, a placeholder is DOC005."""
    text = note("Child's Name: Ana Diaz\n", line)
    assert verdicts(judge_text("DOC004", text)) == doc004
    assert verdicts(judge_text("DOC005", text)) == doc005


def test_a_name_in_the_title_is_not_certainly_missing() -> None:
    """A person has to look."""
    text = note("Progress Note\nChild's Name: Ana Diaz\n", "Progress Note for Ana Diaz\n")
    assert verdict("DOC004", text) == "incomplete"


def test_a_blank_form_is_named_and_not_blamed() -> None:
    """No child's name is missing on a form that nobody filled in; but it is no finished note either."""
    form = """\
        Progress Note
        Child's Name: ____________
        Date of Service: ____________
        Time: ____________
        Service Type: ____________
        Session Notes: ____________
        """
    doc = model(form)
    assert doc.is_template
    assert not verdicts(judge_document("DOC004", doc))
    assert not verdicts(judge_document("DOC005", doc))
    assert verdicts(judge_document("DOC003", doc)) == ["incomplete"]


def test_pages_that_are_pictures_are_named() -> None:
    """All of them in one finding."""
    doc = replace(model(NOTE + SIGNED), reading=Reading("pdf", (), pages=3, unread_pages=(2, 3)))
    found = judge_document("DOC002", doc)
    assert verdicts(found) == ["incomplete"]
    assert "Pages 2 and 3" in found[0].message


def test_another_kind_of_document_is_named_with_its_reason() -> None:
    """DOC003 says what it looks like."""
    found = judge_text("DOC003", "Prior Written Notice\nChild: Ana Diaz\n")
    assert verdicts(found) == ["incomplete"]
    assert "prior written notice" in found[0].message
