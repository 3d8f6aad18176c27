"""What holds for any document, however odd."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from checkers.check import FileReport, Options, check_bytes
from checkers.outcome import Severity, Verdict

PIECES = (
    "Progress Note", "Coordination of Services Note", "DRAFT IEP", "Quarterly Progress Report",
    "Child's Name: Ana Diaz", "Child's Name:", "Date of Service: 3/3/2026", "Date of Service: 2/30/2026",
    "Date of Service: TBD", "Date: ______", "Time: 9:00 - 9:30 AM", "Time In: 10:30   Time Out: 9:00",
    "Activity: Coordination of Services", "Duration: 30 min", "[x] Does not meet Medicaid requirements",
    "Meets Medicaid requirements: [ ] Yes [ ] No", "Session Notes:", "Session Notes: Worked on /k/ in words.",
    "Cancelled - child sick", "Therapist Signature: ______  Date: ____", "Signature: N/A",
    "Parent Signature: did not attend", "Electronically signed by Jo Hill, CCC-SLP on 3/3/2026", "/s/ Jo Hill",
    "Date of Meeting: 5/20/2026", "Projected Date of Annual Review: May 2027", "Related Services",
    "Speech/Language Therapy: 2 x 30 weekly", "SEIT: 5 x 60 weekly", "Coordinator of Services: ______",
    "Coordinator of Services: Jo Hill, SLP", "| Date | Time | Session Notes | Signature |",
    "| --- | --- | --- | --- |", "| 3/3/2026 | 9:00 - 9:30 | Worked on /k/. | |", "| 3/5/2026 | | Absent | JH |",
    "| | | | |", "[Child's name]", "XXXX", "",
)  # fmt: skip
DOCUMENTS = st.lists(st.sampled_from(PIECES), max_size=25).map("\n".join)


def checked(text: str) -> FileReport:
    """The report on a text, with all rules."""
    options = Options(profile="ny-schenectady-preschool", today=datetime.date(2026, 6, 1))
    return check_bytes(f"{text}\n.".encode(), "x.txt", options)


@settings(max_examples=300)
@given(DOCUMENTS)
def test_every_rule_says_something_of_any_document(text: str) -> None:
    """No rule breaks down, none keeps silent, and each finding says what to do."""
    report = checked(text)
    assert report.profile is not None
    assert {outcome.rule for outcome in report.outcomes} == report.profile.rules
    for outcome in report.outcomes:
        assert "could not finish" not in outcome.message
        asks = outcome.verdict in (Verdict.VIOLATION, Verdict.INCOMPLETE)
        assert bool(outcome.fix) == asks
        assert isinstance(outcome.severity, Severity) == (outcome.verdict is Verdict.VIOLATION)


@given(DOCUMENTS)
def test_entries_named_by_findings_are_there(text: str) -> None:
    """A finding's number is that of a session of the document, of a goal or of a service line of a plan."""
    report = checked(text)
    assert report.doc is not None
    doc = report.doc
    entries = (each.number for each in doc.entries)
    numbers = {None, *entries, *(each.number for each in doc.goals), *(each.number for each in doc.services)}
    assert {outcome.entry for outcome in report.outcomes} <= numbers


@given(st.text(max_size=200))
def test_any_text_at_all_is_checked(text: str) -> None:
    """Nothing raises."""
    assert checked(text).outcomes
