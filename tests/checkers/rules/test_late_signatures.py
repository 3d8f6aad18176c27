"""SIG008: how long after the session a note was signed, where a user's profile asks."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.outcome import Outcome, Severity, Verdict
from tests.checkers.rules.judging import NOTE, SCHENECTADY, judge_document, judge_text, verdicts
from tests.checkers.understand.model import model

ROWS = """\
Progress Notes
Child's Name: Ana Diaz

| Date of Service | Time | Session Notes |
| --- | --- | --- |
| 3/3/2026 | 9:00 - 9:30 AM | Worked on /k/ in words with cues. |
| 3/10/2026 | | Cancelled - child sick. |
| 3/27/2026 | 9:00 - 9:30 AM | Worked on /g/ in words with cues. |

Therapist Signature: /s/ Jo Hill, CCC-SLP   Date: 3/31/2026
"""


def judged(text: str, days: int = 7) -> list[Outcome]:
    """The outcomes where so many days are allowed."""
    profile = replace(SCHENECTADY, figures=SCHENECTADY.figures | {"contemporaneous_days": days})
    return judge_document("SIG008", model(text), profile=profile)


def signed(on: str) -> str:
    """The note, signed on a day."""
    return f"{NOTE}Electronically signed by Jo Hill, CCC-SLP on {on}"


def test_without_the_figure_the_rule_does_not_ask() -> None:
    """No profile of Tandem's own sets it."""
    found = judge_text("SIG008", signed("5/30/2026"))
    assert [(each.verdict, each.message) for each in found] == [
        (Verdict.INAPPLICABLE, "The profile sets no time within which a note has to be signed.")
    ]


def test_a_late_signature_shows_its_arithmetic() -> None:
    """The days are counted, and those allowed are named."""
    found = judged(signed("3/25/2026"))
    assert [(each.verdict, each.severity, each.entry) for each in found] == [(Verdict.VIOLATION, Severity.WARNING, 1)]
    assert found[0].message == "Signed on 3/25/2026, 22 days after session 1 (3/3/2026); the profile allows 7 days."


@given(st.integers(0, 60), st.integers(0, 60))
def test_it_is_late_on_the_day_after_the_last_and_not_before(passed: int, allowed: int) -> None:
    """Calendar days from the service to the signature."""
    day = datetime.date(2026, 3, 3) + datetime.timedelta(days=passed)
    assert bool(verdicts(judged(signed(f"{day:%m/%d/%Y}"), allowed))) == (passed > allowed)


def test_in_a_log_the_late_sessions_are_named() -> None:
    """One signature at the foot, and one finding; the cancelled session is not counted."""
    found = judged(ROWS)
    assert [(each.verdict.value, each.entry) for each in found] == [("violation", 1)]
    assert "28 days after session 1 (3/3/2026)" in found[0].message


@pytest.mark.parametrize(
    "lines",
    [
        "Therapist Signature: /s/ Jo Hill, CCC-SLP",
        "Therapist Signature: /s/ Jo Hill, CCC-SLP   Date: 3/1/2026",
        "Therapist Signature: /s/ Jo Hill, CCC-SLP   Date: 7/7/2027",
        "Therapist Signature: /s/ Jo Hill, CCC-SLP   Date: 2/30/2026",
        "Therapist Signature: ________   Date: 4/30/2026",
        "Parent Signature: /s/ Rosa Diaz   Date: 4/30/2026",
    ],
)
def test_other_faults_are_other_rules(lines: str) -> None:
    """Undated, before the session, in the future, impossible, unsigned, and none of the provider's."""
    assert {each.verdict for each in judged(NOTE + lines)} == {Verdict.INAPPLICABLE}


def test_the_first_of_several_signatures_counts() -> None:
    """A supervisor or parent may sign later, and so may the provider again."""
    text = signed("3/3/2026") + "\nSupervisor Signature: /s/ Kim Roe, CCC-SLP   Date: 4/20/2026\n"
    assert not verdicts(judged(text))
    again = text + "Therapist Signature: /s/ Jo Hill, CCC-SLP   Date: 4/30/2026\n"
    assert not verdicts(judged(again))
