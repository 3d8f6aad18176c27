"""Counting days: by hand for each unit, against a wall calendar, and what holds of any day."""

from __future__ import annotations

import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.deadlines import OffTheCalendar, day_in_words
from knowledge.deadlines.counting import count, day_before, fixed_day, why_no_working_day
from knowledge.deadlines.schema import FixedDay, Span, day_of_year, span_from

WALL_CALENDAR = """
2026-11  Mo  Tu  We  Th  Fr  Sa  Su
                                  1
          2   3   4   5   6   7   8
          9  10  11H 12  13  14  15
         16  17  18  19  20  21  22
         23  24  25  26H 27  28  29
         30
2026-12  Mo  Tu  We  Th  Fr  Sa  Su
              1   2   3   4   5   6
          7   8   9  10  11  12  13
         14  15  16  17  18  19  20
         21  22  23  24  25H 26  27
         28  29  30  31
2027-01  Mo  Tu  We  Th  Fr  Sa  Su
                          1H  2   3
          4   5   6   7   8   9  10
         11  12  13  14  15  16  17
         18H 19  20  21  22  23  24
         25  26  27  28  29  30  31
"""
"""As it hangs on a wall, the federal holidays marked with H: typed in, not computed."""


def cells() -> dict[date, tuple[int, bool]]:
    """Each day of the wall calendar with its column (Monday 0) and whether it is marked."""
    found: dict[date, tuple[int, bool]] = {}
    month = ""
    for line in WALL_CALENDAR.strip().splitlines():
        if "Mo" in line:
            month = line[:7]
            continue
        for column in range(7):
            cell = line[9 + 4 * column : 12 + 4 * column].strip()
            if cell:
                found[date.fromisoformat(f"{month}-{int(cell.rstrip('H')):02}")] = (column, cell.endswith("H"))
    return found


CELLS = cells()
WORKDAYS = [day for day, (column, marked) in CELLS.items() if column < 5 and not marked]


def day(text: str) -> date:
    """A day from its ISO form."""
    return date.fromisoformat(text)


def test_the_wall_calendar_is_whole() -> None:
    """Ninety-two days in a row, each in the column of its weekday."""
    assert [each.toordinal() for each in CELLS] == list(
        range(day("2026-11-01").toordinal(), day("2027-02-01").toordinal())
    )
    assert all(column == each.weekday() for each, (column, _) in CELLS.items())


@pytest.mark.parametrize(
    ("start", "words", "end"),
    [
        ("2026-03-02", "45 calendar days after", "2026-04-16"),  # 29 days left of March, then 16
        ("2026-03-02", "60 calendar days after", "2026-05-01"),  # 29 and 30, then 1
        ("2024-02-01", "30 calendar days after", "2024-03-02"),  # a February of 29 days
        ("2025-02-01", "30 calendar days after", "2025-03-03"),
        ("2026-03-15", "90 calendar days before", "2025-12-15"),  # 15 and 28 and 31 are 74; 16 more before Dec 31
        ("2026-11-20", "10 business days after", "2026-12-07"),
        ("2026-11-20", "10 school days after", "2026-12-07"),
        ("2026-11-27", "5 business days before", "2026-11-19"),
        ("2026-12-24", "3 business days after", "2026-12-30"),
        ("2026-11-13", "72 hours before", "2026-11-10"),
        ("2026-11-13", "24 hours after", "2026-11-14"),
        ("2026-03-31", "6 months after", "2026-09-30"),
        ("2026-11-30", "9 months before", "2026-02-28"),
        ("2026-03-15", "9 months before", "2025-06-15"),
        ("2024-02-29", "1 year after", "2025-02-28"),
        ("2024-02-29", "4 years after", "2028-02-29"),
        ("2026-11-20", "0 calendar days after", "2026-11-20"),
    ],
)
def test_by_hand(start: str, words: str, end: str) -> None:
    """Each unit, both ways."""
    assert count(day(start), span_from(words)).end == day(end)


@pytest.mark.parametrize("unit", ["business days", "school days"])
@pytest.mark.parametrize("start", ["2026-11-02", "2026-11-08", "2026-11-11", "2026-11-25", "2026-12-31"])
@pytest.mark.parametrize("amount", [1, 2, 3, 10, 15])
def test_working_days_against_the_wall_calendar(unit: str, start: str, amount: int) -> None:
    """The so-many-th unmarked weekday after a day; back again, the so-many-th before."""
    later = [each for each in WORKDAYS if each > day(start)]
    assert count(day(start), span_from(f"{amount} {unit} after")).end == later[amount - 1]
    earlier = [each for each in WORKDAYS if each < day("2027-01-25")]
    assert count(day("2027-01-25"), span_from(f"{amount} {unit} before")).end == earlier[-amount]


def test_what_is_left_out_is_told() -> None:
    """Holidays by name, closed days too; weekends are understood."""
    counted = count(day("2026-11-20"), span_from("10 school days after"), {day("2026-11-27"), day("2026-11-28")})
    assert counted.end == day("2026-12-08")
    assert counted.left_out == ((day("2026-11-26"), "Thanksgiving Day"), (day("2026-11-27"), "closed"))


def test_closed_days_are_school_days_alone() -> None:
    """A school's vacation moves no business day."""
    closed = {day("2026-12-01")}
    assert count(day("2026-11-30"), span_from("1 school day after"), closed).end == day("2026-12-02")
    assert count(day("2026-11-30"), span_from("1 business day after"), closed).end == day("2026-12-01")


def test_a_holiday_is_left_out_on_the_day_on_which_it_is_kept() -> None:
    """July 4, 2026 is a Saturday: the Friday before is the holiday."""
    assert why_no_working_day(day("2026-07-04")) == "a Saturday"
    assert why_no_working_day(day("2026-07-03")) == "Independence Day (observed)"
    assert count(day("2026-07-02"), span_from("1 business day after")).end == day("2026-07-06")


def test_a_birthday_decides_a_day_of_the_calendar() -> None:
    """The choice in which it lies, both ends counted in."""
    choices = (FixedDay((1, 1), (8, 31), (9, 1), 3), FixedDay((9, 1), (12, 31), (1, 2), 4))
    assert fixed_day(day("2023-08-31"), choices) == day("2026-09-01")
    assert fixed_day(day("2023-09-01"), choices) == day("2027-01-02")
    with pytest.raises(LookupError, match="Fri Sep 1, 2023"):
        fixed_day(day("2023-09-01"), choices[:1])


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("9999-12-30", "2 calendar days after"),
        ("9999-12-31", "1 business day after"),
        ("9999-06-01", "7 months after"),
        ("0001-01-01", "1 school day before"),
        ("0001-01-01", "24 hours before"),
        ("0001-01-01", "1 year before"),
    ],
)
def test_the_end_of_the_calendar_is_told(start: str, words: str) -> None:
    """In a sentence."""
    with pytest.raises(OffTheCalendar, match="Type another day"):
        count(day(start), span_from(words))


def test_the_first_and_last_day_of_all() -> None:
    """No day before the one, no birthday long after the other."""
    assert day_before(day("2026-03-01")) == day("2026-02-28")
    with pytest.raises(OffTheCalendar):
        day_before(date.min)
    with pytest.raises(OffTheCalendar):
        fixed_day(date.max, (FixedDay((1, 1), (12, 31), (9, 1), 3),))


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("45 calendar days after", Span(45, "calendar days", "after")),
        ("1 school day before", Span(1, "school days", "before")),
        ("1 year after", Span(1, "years", "after")),
    ],
)
def test_a_span_is_read_and_written_alike(words: str, span: Span) -> None:
    """One is singular."""
    assert span_from(words) == span
    assert str(span) == words
    assert words.startswith(span.length)


@pytest.mark.parametrize("words", ["45 days after", "after 45 calendar days", "45 calendar days", "36 hours after", ""])
def test_other_words_are_no_span(words: str) -> None:
    """“Days” alone does not say which; hours are whole days."""
    with pytest.raises(ValueError, match="“"):
        span_from(words)


@pytest.mark.parametrize("words", ["9-1", "13-01", "09-32", "September 1"])
def test_other_words_are_no_day_of_the_year(words: str) -> None:
    """Two figures and two."""
    with pytest.raises(ValueError, match="no day of the year"):
        day_of_year(words)


def test_a_day_in_words() -> None:
    """With its weekday; a year of three figures stays one."""
    assert day_in_words(day("2026-04-16")) == "Thu Apr 16, 2026"
    assert day_in_words(date(987, 6, 5)).endswith("Jun 5, 987")


# --- what holds of any day ------------------------------------------------------------------------------------------

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
AMOUNTS = st.integers(1, 70)
WORKING_UNITS = st.sampled_from(["business days", "school days"])
CLOSED = st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=30)


@given(DAYS, AMOUNTS)
def test_calendar_days_invert(start: date, amount: int) -> None:
    """There and back is the same day, and the way is as long as it says."""
    there = count(start, span_from(f"{amount} calendar days after"))
    assert count(there.end, span_from(f"{amount} calendar days before")).end == start
    assert there.end - start == datetime.timedelta(days=amount)


@given(DAYS, AMOUNTS, WORKING_UNITS, st.sampled_from(["after", "before"]))
def test_working_days_never_land_on_a_weekend_or_holiday(start: date, amount: int, unit: str, way: str) -> None:
    """And lie at least so many days away."""
    end = count(start, span_from(f"{amount} {unit} {way}")).end
    assert end.weekday() < 5
    assert not why_no_working_day(end)
    assert (end > start) == (way == "after")
    assert abs((end - start).days) >= amount


@given(DAYS, AMOUNTS, WORKING_UNITS)
def test_a_working_day_more_is_later(start: date, amount: int, unit: str) -> None:
    """One more is the next one; the same count from a later day ends no earlier."""
    end = count(start, span_from(f"{amount} {unit} after")).end
    assert (
        count(start, span_from(f"{amount + 1} {unit} after")).end == count(end, span_from(f"1 {unit[:-1]} after")).end
    )
    assert count(start + datetime.timedelta(days=1), span_from(f"{amount} {unit} after")).end >= end


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), AMOUNTS, CLOSED, CLOSED)
def test_closed_days_put_school_days_off(start: date, amount: int, closed: set[date], more: set[date]) -> None:
    """Never nearer, never onto a closed day."""
    span = span_from(f"{amount} school days after")
    end = count(start, span, closed).end
    assert end not in closed
    assert count(start, span).end <= end <= count(start, span, closed | more).end


@given(DAYS, st.integers(1, 300))
def test_months_keep_the_day_or_take_the_last(start: date, amount: int) -> None:
    """So many months on; a shorter month gives its last day."""
    end = count(start, span_from(f"{amount} months after")).end
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == amount
    assert end.day == start.day or (end.day < start.day and (end + datetime.timedelta(days=1)).day == 1)
