"""COO004 to COO006: coordination beside a SEIT, how much of it, and whether there is anything to coordinate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.outcome import Severity, Verdict
from checkers.rules.amounts import Amount, Period, amounts_in
from tests.checkers.rules.judging import IEP, SEIT_AND_SPEECH, SPEECH_AND_OT, judge_text, verdict, verdicts

SLP = "Coordinator of Services: Speech Therapist\n"
SEIT = "Coordinator of Services: Lee Example, SEIT\n"
MONTH, WEEK, SCHOOL_YEAR, SUMMER, YEAR = (
    Period.MONTH, Period.WEEK, Period.SCHOOL_YEAR, Period.SUMMER, Period.YEAR,
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1 x 30 minutes monthly", [Amount(1, 30, MONTH)]),
        ("1x30 monthly – OT", [Amount(1, 30, MONTH)]),
        ("1x/mo 30 min", [Amount(1, 30, MONTH)]),
        ("1 x month, 30 min", [Amount(1, 30, MONTH)]),
        ("once a month for 30 minutes", [Amount(1, 30, MONTH)]),
        ("one 30-minute session per month", [Amount(1, 30, MONTH)]),
        ("one (1) half hour unit per month", [Amount(1, 30, MONTH, units=True)]),
        ("½ hour per month", [Amount(None, 30, MONTH)]),
        ("0.5 hr/month", [Amount(None, 30, MONTH)]),
        ("1/2 hr monthly", [Amount(None, 30, MONTH)]),
        ("1 hour per month", [Amount(None, 60, MONTH)]),
        ("2 hours monthly", [Amount(None, 120, MONTH)]),
        ("one additional unit per month", [Amount(1, None, MONTH, units=True)]),
        ("30 min., 1 time per month, 10 months", [Amount(1, 30, MONTH)]),
        ("10 units (30 minutes each) for the 10-month school year", [Amount(10, 30, SCHOOL_YEAR, units=True)]),
        ("10 sessions of 30 minutes per school year", [Amount(10, 30, SCHOOL_YEAR)]),
        ("10 half-hour units September to June and 2 in July and August",
         [Amount(10, 30, SCHOOL_YEAR, units=True), Amount(2, 30, SUMMER)]),
        ("1 x monthly, 30 minutes (10 sessions in the school year, 2 in summer)",
         [Amount(1, 30, MONTH), Amount(10, 30, SCHOOL_YEAR), Amount(2, 30, SUMMER)]),
        ("School year: 1 x 30 minutes monthly; Summer: 2 x 30 minutes", [Amount(1, 30, MONTH), Amount(2, 30, SUMMER)]),
        ("12 units per year", [Amount(12, None, YEAR, units=True)]),
        ("not to exceed 10", [Amount(10, most=True)]),
        ("Frequency: 1 | Period: Monthly | Duration: 30 | Location: Preschool", [Amount(1, 30, MONTH)]),
        ("Ratio: 1:1 | Freq.: 1/Month | Min/Session: 30 | Start Date: 9/8/2026 - 6/25/2027", [Amount(1, 30, MONTH)]),
        ("1/Month 30 Preschool 07/06/2026", [Amount(1, 30, MONTH)]),
        ("Dana Example, (518) 555-0100, school year 2026-2027", []),
        ("monthly", []),
        ("", []),
    ],
)  # fmt: skip
def test_how_much_a_line_says(words: str, expected: list[Amount]) -> None:
    """Counts, lengths and periods in whatever order; dates, ratios and telephone numbers are none of them."""
    assert list(amounts_in(words).found) == expected
    assert amounts_in(words).clear


@pytest.mark.parametrize(
    "words",
    ["1-2 x 30 monthly", "30 or 45 minutes monthly", "1 x 30 every other month", "1 x 30 quarterly", "as needed"],
)
def test_what_can_be_read_in_two_ways_is_not_clear(words: str) -> None:
    """A range, a choice, a period of its own kind."""
    assert not amounts_in(words).clear


@given(st.text(max_size=80))
def test_any_words_have_amounts_or_none(words: str) -> None:
    """No text makes the reading fail, and an amount has a count or a length."""
    assert all(amount.count is not None or amount.minutes for amount in amounts_in(words).found)


@given(st.integers(1, 40), st.sampled_from([15, 20, 30, 45, 60, 90]), st.sampled_from(list(Period)))
def test_what_was_written_is_read(count: int, minutes: int, period: Period) -> None:
    """Whatever the figures."""
    assert amounts_in(f"{count} x {minutes} minutes per {period}").found == (Amount(count, minutes, period),)


@given(st.integers(1, 12), st.integers(1, 4))
def test_a_month_allows_one_half_hour(count: int, blocks: int) -> None:
    """The arithmetic: the count times the half hours of a session is at most one."""
    line = f"Coordination of Services: {count} x {30 * blocks} minutes a month, preschool\n"
    (found,) = judge_text("COO005", IEP + SLP + SPEECH_AND_OT + line)
    assert (found.verdict is Verdict.VIOLATION) == (count * blocks > 1)
    assert found.verdict is Verdict.PASS or f"= {count * blocks} units; 1 is allowed" in found.message


@given(st.integers(1, 20), st.sampled_from(["sessions", "units", "half-hour blocks"]))
def test_a_school_year_allows_ten(count: int, what: str) -> None:
    """Ten are enough, eleven too many."""
    line = f"Coordination of Services: {count} {what} of 30 minutes in the school year, preschool\n"
    assert (verdict("COO005", IEP + SLP + SPEECH_AND_OT + line) == "violation") == (count > 10)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("1 x 30 minutes monthly", "pass"),
        ("1 unit monthly, not to exceed 10 units in the school year and 2 units in the summer", "pass"),
        ("12 half-hour units a year", "pass"),
        ("10 x 30 minutes, school year", "pass"),
        ("13 half-hour units a year", "violation"),
        ("3 half-hour sessions in the summer", "violation"),
        ("1 x 60 minutes monthly", "violation"),
        ("1 x 30 minutes weekly", "violation"),
        ("1 x 15 minutes monthly", "violation"),
        ("45 minutes a month", "violation"),
        ("2 x 15 minutes monthly", "incomplete"),
        ("2 sessions monthly", "incomplete"),
        ("1 session monthly", "incomplete"),
        ("10 x 30 minutes", "incomplete"),
        ("1-2 x 30 minutes monthly", "incomplete"),
        ("1 x 30 minutes every other month", "incomplete"),
        ("1 x 30 minutes monthly beside speech 2 x 30 minutes weekly", "incomplete"),
    ],
)
def test_how_much_coordination_can_be_paid(amount: str, expected: str) -> None:
    """A violation only where the figures leave no doubt."""
    assert verdict("COO005", f"{IEP}{SLP}{SPEECH_AND_OT}Coordination of Services: {amount}\n") == expected


def test_columns_of_frequency_period_and_duration_belong_together() -> None:
    """As IEP software prints them."""
    table = """\
| Related Services | Frequency | Period | Duration | Location |
| --- | --- | --- | --- | --- |
| Speech Therapy | 2 | Weekly | 30 | Preschool |
| Occupational Therapy | 2 | Weekly | 30 | Preschool |
| Coordination of Services | 1 | Monthly | {minutes} | Preschool |
"""
    assert verdict("COO005", IEP + SLP + table.format(minutes=30)) == "pass"
    (found,) = judge_text("COO005", IEP + SLP + table.format(minutes=60))
    assert (found.verdict, found.entry) == (Verdict.VIOLATION, 3)


def test_a_coordinator_alone_says_nothing_of_how_much() -> None:
    """A designation has no amount to judge, and neither has a line that IEP005 asks for one."""
    assert verdict("COO005", IEP + SLP + SPEECH_AND_OT) == "inapplicable"
    assert verdict("COO005", f"{IEP}{SLP}{SPEECH_AND_OT}Coordination of Services, preschool\n") == "inapplicable"


def test_a_sentence_may_speak_of_another_service() -> None:
    """Its figures are a question, unless it begins with coordination."""
    told = "The occupational therapist will serve as coordinator of services, 2 x 30 minutes a month.\n"
    plain = "Coordination will be provided by the speech therapist 2 x 30 minutes monthly.\n"
    assert verdict("COO005", IEP + SPEECH_AND_OT + told) == "incomplete"
    assert verdict("COO005", IEP + SPEECH_AND_OT + plain) == "violation"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", "pass"),
        ("Coordination of Services: SEIT provider (included in the rate)\n", "pass"),
        ("Coordination of Services: 1 x 30 minutes monthly\n", "violation"),
        ("Coordination of Services: 1 x 30 minutes monthly, included in the SEIT rate\n", "incomplete"),
        ("Coordination of Services: 1 x 30 minutes monthly, at no additional reimbursement\n", "incomplete"),
    ],
)
def test_beside_a_seit_coordination_has_no_units(line: str, expected: str) -> None:
    """It is in the rate; figures that say so themselves are a question. How much it is, is then no fault of its own."""
    assert verdict("COO004", IEP + SEIT + SEIT_AND_SPEECH + line) == expected
    assert verdict("COO005", IEP + SEIT + SEIT_AND_SPEECH + line) == "inapplicable"


def test_without_a_seit_units_are_right() -> None:
    """Then COO005 alone looks at them."""
    line = "Coordination of Services: 1 x 30 minutes monthly\n"
    assert verdict("COO004", IEP + SLP + SPEECH_AND_OT + line) == "inapplicable"


@pytest.mark.parametrize(
    ("services", "expected"),
    [
        ("Speech/Language Therapy: 2 x 30 a week, preschool\n", "violation"),
        ("Speech/Language Therapy: 2 x 30 a week\nSpeech/Language Therapy: 1 x 30 group a week\n", "violation"),
        ("Speech/Language Therapy: 2 x 30 a week\nTransportation: daily\n", "violation"),
        ("Speech/Language Therapy: 2 x 30 a week\nParent Counseling and Training: 1 x 30 monthly\n", "pass"),
        ("Speech/Language Therapy: 2 x 30 a week\nSpecial Class: 5 x 180 a week\n", "incomplete"),
        ("Speech/Language Therapy: 2 x 30 a week\nO.T.: 2 x 30 a week\n", "pass"),
        ("Speech Therapy and Occupational Therapy 2 x 30 a week each\n", "pass"),
        ("Speech/Language Therapy: 2 x 30 a week\nBehavior support 1 x 30 a week\n", "incomplete"),
    ],
)
def test_there_is_something_to_coordinate(services: str, expected: str) -> None:
    """Two related services; a class may be one more service, a bus is none."""
    assert verdict("COO006", f"{IEP}{SLP}Related Services\n{services}") == expected


def test_too_few_services_are_a_warning_and_a_page_not_read_a_question() -> None:
    """The other service may stand on the page that could not be read."""
    text = f"{IEP}{SLP}Related Services\nSpeech/Language Therapy: 2 x 30 a week\n"
    (found,) = judge_text("COO006", text)
    assert found.severity is Severity.WARNING
    assert verdicts(judge_text("COO006", text, unread=(2,))) == ["incomplete"]


def test_nobody_designated_is_no_fault_of_one_service() -> None:
    """Words that say so are the right answer there."""
    text = f"{IEP}Coordinator of Services: N/A\nRelated Services\nSpeech/Language Therapy: 2 x 30 a week\n"
    assert verdict("COO006", text) == "inapplicable"
