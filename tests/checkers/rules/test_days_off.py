"""DAT008: sessions on weekends, federal holidays and the closed days of a profile."""

import calendar
import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.outcome import Outcome, Verdict
from tests.checkers.rules.judging import COORDINATION, NOTE, SCHENECTADY, SIGNED, judge_document, judge_text, verdicts
from tests.checkers.understand.model import model


def on(day: str) -> str:
    """The note with another day."""
    return NOTE.replace("3/3/2026", day)


def only(outcomes: list[Outcome]) -> Outcome:
    """The one outcome."""
    assert len(outcomes) == 1
    return outcomes[0]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("3/7/2026", "a Saturday."),
        ("3/8/2026", "a Sunday."),
        ("11/27/2025", "Thanksgiving Day."),
        ("1/19/2026", "Martin Luther King Jr. Day."),
        ("2/16/2026", "Washington's Birthday."),
        ("5/25/2026", "Memorial Day."),
        ("6/19/2025", "Juneteenth National Independence Day."),
        ("10/13/2025", "Columbus Day."),
        ("7/4/2020", "a Saturday and Independence Day."),
        ("7/3/2020", "the day on which Independence Day is kept."),
        ("12/26/2022", "the day on which Christmas Day is kept."),
        ("12/31/2021", "the day on which New Year's Day is kept."),
    ],
)
def test_a_day_off_is_named_and_asked_about(day: str, said: str) -> None:
    """Never a violation: there are make-up sessions."""
    found = only(judge_text("DAT008", on(day)))
    assert (found.verdict, found.entry) == (Verdict.INCOMPLETE, 1)
    assert found.message == f"Session 1 ({day}) falls on {said}"


@pytest.mark.parametrize("day", ["3/3/2026", "11/28/2025", "12/24/2025", "7/2/2020", "6/18/2025", "2/17/2026"])
def test_a_working_day_passes(day: str) -> None:
    """The day beside a holiday is none."""
    assert only(judge_text("DAT008", on(day))).verdict is Verdict.PASS


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2026, 5, 31)))
def test_no_weekend_passes(day: datetime.date) -> None:
    """Whatever else a day is."""
    found = only(judge_text("DAT008", on(f"{day:%m/%d/%Y}")))
    if day.weekday() in (calendar.SATURDAY, calendar.SUNDAY):
        assert found.verdict is Verdict.INCOMPLETE
        assert calendar.day_name[day.weekday()] in found.message


def test_the_profiles_own_closed_days_are_asked_about() -> None:
    """In the profile's own words, or without."""
    closed = {datetime.date(2026, 3, 3): "Staff day", datetime.date(2026, 3, 4): ""}
    profile = replace(SCHENECTADY, closed_days=closed)
    named, unnamed, other = (
        only(judge_document("DAT008", model(on(day)), profile=profile)) for day in ("3/3/2026", "3/4/2026", "3/5/2026")
    )
    assert named.message == "Session 1 (3/3/2026) falls on a day without service (“Staff day”)."
    assert unnamed.message == "Session 1 (3/4/2026) falls on a day without service."
    assert other.verdict is Verdict.PASS


@pytest.mark.parametrize("day", ["2/30/2026", "7/4/2026", "______"])
def test_what_is_no_day_yet_is_another_rules(day: str) -> None:
    """An impossible date, one in the future, none."""
    assert only(judge_text("DAT008", on(day))).verdict is Verdict.INAPPLICABLE


def test_a_cancelled_session_needs_no_working_day() -> None:
    """It did not take place."""
    text = "Progress Note\nChild's Name: Ana Diaz\nDate of Service: 3/7/2026\nSession Notes: Cancelled - child sick.\n"
    assert only(judge_text("DAT008", text)).verdict is Verdict.INAPPLICABLE


def test_coordination_on_a_sunday_is_asked_about_too() -> None:
    """A telephone call has a day as well."""
    assert verdicts(judge_text("DAT008", COORDINATION.replace("3/3/2026", "3/8/2026"))) == ["incomplete"]


def test_only_the_day_of_the_service_counts() -> None:
    """A note may be signed, and its child born, on any day."""
    text = NOTE.replace("Time:", "DOB: 7/4/2022\nTime:") + SIGNED.replace("3/3", "3/8")
    assert not verdicts(judge_text("DAT008", text))


def test_each_session_on_such_a_day_is_one_finding() -> None:
    """The others pass."""
    rows = "\n".join(
        f"| {day} | 9:00 - 9:30 AM | Worked on /{sound}/ in words. |"
        for day, sound in (("3/6/2026", "k"), ("3/7/2026", "g"), ("3/8/2026", "f"))
    )
    text = f"Progress Notes\nChild's Name: Ana Diaz\n\n| Date | Time | Session Notes |\n| --- | --- | --- |\n{rows}\n"
    found = judge_text("DAT008", text)
    assert [(each.verdict.value, each.entry) for each in found] == [("pass", 1), ("incomplete", 2), ("incomplete", 3)]


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("3/3/2026", "3/7/2026 (make-up for 3/4/2026)", "pass"),
        ("Time:", "Make-up for session of: 3/4/2026\nTime:", "pass"),
        ("Time:", "[x] Make-up  [ ] Regular\nTime:", "pass"),
        ("Worked", "Make-up session. Worked", "pass"),
        ("Time:", "[ ] Make-up  [x] Regular\nTime:", "incomplete"),
        ("Worked", "Session of 3/4 still to make up. Worked", "incomplete"),
    ],
)
def test_a_session_that_makes_up_for_another_is_asked_about_no_more(old: str, new: str, outcome: str) -> None:
    """The page itself has answered."""
    (found,) = judge_text("DAT008", on("3/7/2026").replace("3/7/2026" if old == "3/3/2026" else old, new))
    assert found.verdict.value == outcome
