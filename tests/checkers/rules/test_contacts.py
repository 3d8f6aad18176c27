"""CON001: a calendar month without a contact of the service coordinator."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.outcome import Outcome
from checkers.profile import load_profile
from checkers.registry import find_rule
from checkers.rule import Case
from tests.checkers.rules.judging import TODAY, verdicts
from tests.checkers.understand.model import model
from tests.documents.paper_ifsp import ContactLog
from tests.documents.paper_text import log_text

WORDS = "Talked about the visit plan and the new referral."


def judged(*contacts: tuple[str, str]) -> list[Outcome]:
    """The outcomes for a log of contacts on these days with these words."""
    log = ContactLog(contacts=tuple((day, "Phone", "Mother", words) for day, words in contacts))
    return list(find_rule("CON001").judge(Case(model(log_text(log)), load_profile("ct-birth-to-three"), TODAY)))


def on(*days: str) -> list[Outcome]:
    """The outcomes for plain contacts on these days."""
    return judged(*((day, WORDS) for day in days))


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        (("1/6/2026", "2/3/2026", "3/9/2026"), []),
        (("1/31/2026", "2/1/2026"), []),
        (("12/31/2025", "1/1/2026"), []),
        (("1/1/2026", "3/31/2026"), ["violation"]),
        (("1/6/2026", "6/9/2026"), ["violation"]),
        (("3/9/2026", "1/6/2026", "2/3/2026"), []),
        (("1/6/2026",), []),
        (("1/6/2026", "1/20/2026"), []),
    ],
)
def test_every_calendar_month_counts(days: tuple[str, ...], asked: list[str]) -> None:
    """From the first entry to the last, in whatever order they were written down."""
    assert verdicts(on(*days)) == asked


def test_one_finding_names_all_months() -> None:
    """At the entry behind the gap."""
    (found,) = on("11/6/2025", "2/3/2026", "4/9/2026")
    assert found.message == "No contact is written down for December 2025, January 2026 and March 2026."
    assert found.spot is not None
    assert "2/3/2026" in found.spot.text


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("No answer, left a message.", ["incomplete"]),
        ("LVM for mother", ["incomplete"]),
        ("Home visit: nobody home", ["incomplete"]),
        ("Left a message; mother called back and we moved the visit.", []),
        ("Emailed the PT about the splint.", []),
    ],
)
def test_a_try_alone_is_for_a_person(words: str, asked: list[str]) -> None:
    """It is documented, but nobody was reached."""
    assert verdicts(judged(("1/6/2026", WORDS), ("2/3/2026", words), ("3/9/2026", WORDS))) == asked


def test_a_try_beside_a_contact_is_no_finding() -> None:
    """One contact a month is enough."""
    days = (("1/6/2026", WORDS), ("2/3/2026", "No answer."), ("2/10/2026", WORDS), ("3/9/2026", WORDS))
    assert not verdicts(judged(*days))


def test_a_reason_beside_the_gap_is_for_a_person() -> None:
    """The family may have asked for a pause."""
    assert verdicts(judged(("1/6/2026", "Family will be away until March."), ("3/9/2026", WORDS))) == ["incomplete"]
    assert verdicts(judged(("1/6/2026", WORDS), ("3/9/2026", "Child is home from the hospital."))) == ["incomplete"]


def test_an_entry_without_a_date_may_fill_the_gap() -> None:
    """Its missing date is DAT001's subject."""
    assert verdicts(on("1/6/2026", "", "3/9/2026")) == ["incomplete"]


@given(st.sets(st.integers(0, 23), min_size=2, max_size=8))
def test_a_gap_is_found_wherever_it_is(months: set[int]) -> None:
    """Some month between the first and the last has no entry, or none has."""
    days = [datetime.date(2024 + month // 12, month % 12 + 1, 10) for month in sorted(months)]
    gap = max(months) - min(months) + 1 > len(months)
    found = verdicts(on(*(f"{day.month}/{day.day}/{day.year}" for day in days)))
    assert found == (["violation"] if gap else [])
