"""Dates and times as people write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.understand.dates import PageDates, blank_date, compact_date, day_stands_first, find_dates, find_page_year
from checkers.understand.times import find_clock, find_minutes, find_range
from tests.checkers.understand.model import model

MARCH_4 = datetime.date(2024, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2024",
        "03/04/24",
        "3-4-24",
        "03.04.2024",
        "2024-03-04",
        "2024.03.04",
        "03/04/2024 3:12 PM",
        "March 4, 2024",
        "Mar 4 2024",
        "4-Mar-24",
        "March 4th, 2024",
        "Mar. 4, '24",
        "4 March 2024",
        "2024.03.04 15:12:33 -05'00'",
    ],
)
def test_every_common_way_of_writing_a_day(text: str) -> None:
    """Each is read as the fourth of March 2024."""
    assert [found.date for found in find_dates(text)] == [MARCH_4]


@pytest.mark.parametrize(
    "text",
    ["2/30/2025", "13/45/2025", "February 29, 2025", "2025-04-31", "45/2/24", "January 0000", "March 45, '24", "2/31"],
)
def test_what_is_no_day_of_the_calendar(text: str) -> None:
    """It is found, without a date, and the problem is named."""
    assert [(found.date, found.problem) for found in find_dates(text)] == [(None, "no such day")]


@pytest.mark.parametrize(
    "text", ["8 de enero del 2026", "enero 8, 2026", "8-ene-2026 8/1/2026", "2026-01-08", "08.01.26"]
)
def test_a_page_in_spanish_order(text: str) -> None:
    """Words in Spanish; the day first where the page writes it so, but never behind a year."""
    assert datetime.date(2026, 1, 8) in [found.date for found in find_dates(text, PageDates(day_first=True))]


@pytest.mark.parametrize("text", ["2/3", "15/2", "March 3"])
def test_a_day_without_a_year_on_a_page_without_one(text: str) -> None:
    """It is a day, of a year that nobody wrote."""
    assert [(found.date, found.problem) for found in find_dates(text)] == [(None, "no year")]


def test_day_before_month_only_where_it_can_be_nothing_else() -> None:
    """13/04/2024 is the thirteenth of April; 4/3/2024 stays the third of April."""
    assert [found.date for found in find_dates("13/04/2024 and 4/3/2024")] == [
        datetime.date(2024, 4, 13),
        datetime.date(2024, 4, 3),
    ]


def test_a_day_without_a_year_takes_it_from_the_page() -> None:
    """The page's year counts; a school year changes in the summer; without any the problem is named."""
    assert [found.date for found in find_dates("3/4", PageDates(2024))] == [MARCH_4]
    assert [found.date for found in find_dates("10/6 3/4", PageDates(2023, school_year=True))] == [
        datetime.date(2023, 10, 6),
        MARCH_4,
    ]
    assert [found.problem for found in find_dates("3/4")] == ["no year"]


@pytest.mark.parametrize(
    "text",
    ["4/5 trials", "8/10 opportunities", "9:00 - 9:30", "1:1 aide", "555-123-4567", "50%", "Rate 12.5", "1/2 hr"],
)
def test_figures_that_are_no_dates(text: str) -> None:
    """Scores, times, telephone numbers and ratios are not read as dates."""
    assert not [found for found in find_dates(text) if found.date]


@pytest.mark.parametrize("text", ["", "__/__/____", "mm/dd/yyyy", "MM/DD/YY", "/ /", "00/00/0000", "____________"])
def test_empty_places_for_a_date(text: str) -> None:
    """They count as blank."""
    assert blank_date(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("March 2025", PageDates(2025, 3)),
        ("2024-25", PageDates(2024, school_year=True)),
        ("School Year 2024-2025", PageDates(2024, school_year=True)),
        ("spring", PageDates()),
    ],
)
def test_the_year_of_a_page(text: str, year: PageDates) -> None:
    """Headings with a month and year, or with a school year, tell it."""
    assert find_page_year(text) == year


@pytest.mark.parametrize(
    ("texts", "day_first"),
    [
        (["13/04/2024", "05/04/2024"], True),
        (["04/13/2024", "04/05/2024"], False),
        (["13/04/2024", "04/13/2024"], False),  # one of them is wrong: nothing is proved
        (["04/05/2024"], False),
        ([], False),
    ],
)
def test_one_order_for_a_document(texts: list[str], day_first: bool) -> None:
    """Month before day, unless a date of the document can only be read the other way round."""
    assert day_stands_first(texts) is day_first


def test_a_document_with_the_day_first_is_read_so_throughout() -> None:
    """Also where both orders are possible."""
    doc = model("Progress Note\nDate of Birth: 20/03/2022\nDate of Service: 05/04/2024\nSession Notes: Blocks.")
    assert [date.date for field in doc.values("service_date") for date in field.dates] == [datetime.date(2024, 4, 5)]


@pytest.mark.parametrize(
    ("text", "date"),
    [("030424", MARCH_4), ("03042024", MARCH_4), ("134524", None), ("3424", None), ("ID 030424", None)],
)
def test_figures_alone_in_a_field_for_a_date(text: str, date: datetime.date | None) -> None:
    """As stamps write it; other figures are none."""
    found = compact_date(text)
    assert (found.date if found else None) == date


@pytest.mark.parametrize("text", ["4 de marzo de 2024", "4 marzo 2024", "4-Mar-24", "4th March, 2024"])
def test_the_day_before_the_months_name(text: str) -> None:
    """In English and Spanish."""
    assert [found.date for found in find_dates(text)] == [MARCH_4]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9:00 - 9:30 AM", 540, 570),
        ("9:00am-9:30am", 540, 570),
        ("1:05 – 1:35", 65, 95),
        ("1-1:30", 60, 90),
        ("0900-0930", 540, 570),
        ("13:05 to 13:35", 785, 815),
        ("11:30 - 12:15 pm", 690, 735),
        ("12:45 - 1:15", 765, 795),
        ("1:00 – 1:30 pm", 780, 810),
        ("9:00 a.m. to 9:30 a.m.", 540, 570),
        ("9-10", 540, 600),
        ("2:00 PM - 1:30 PM", 840, 810),
        ("10:00 - 9:30", 600, 570),
    ],
)
def test_spans_of_time(text: str, start: int, end: int) -> None:
    """Start and end in minutes after midnight; a wrong order is kept as written."""
    span = find_range(text)
    assert span is not None
    assert (span[0].minutes, span[1].minutes) == (start, end)


@pytest.mark.parametrize("text", ["ages 3-4", "page 2-3 of the report", "555-1234", "3/4/2024", "25:00 - 26:00"])
def test_what_is_no_span_of_time(text: str) -> None:
    """Figures in prose are not taken for times."""
    assert find_range(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("9:05 AM", 545), ("1:30 pm", 810), ("0900", 540), ("13:05", 785), ("9", 540), ("12:00 AM", 0)],
)
def test_one_time_of_day(text: str, minutes: int) -> None:
    """A field with one time."""
    clock = find_clock(text)
    assert clock is not None
    assert clock.minutes == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30 min", 30),
        ("30 minutes", 30),
        ("½ hr", 30),
        (".5 hr", 30),
        ("1 hour", 60),
        ("1 hr 15 min", 75),
        ("1.5 hours", 90),
        ("half hour", 30),
    ],
)
def test_durations(text: str, minutes: int) -> None:
    """In minutes, however written."""
    assert find_minutes(text) == minutes


def test_a_bare_number_is_minutes_only_where_minutes_are_asked() -> None:
    """Figures: "30" under "Minutes" is a duration, "30" in a sentence is not."""
    assert find_minutes("30", bare=True) == 30
    assert find_minutes("30") is None


@given(st.text())
def test_any_text_gives_dates_inside_it(text: str) -> None:
    """No text makes the search fail, and every date found is the text at its place."""
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text
    find_range(text)
    find_clock(text)
    find_minutes(text, bare=True)


@given(st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2089, 12, 31)))
def test_every_day_is_found_again(day: datetime.date) -> None:
    """Whatever way a day is written, it is read back."""
    for written in (
        f"{day.month}/{day.day}/{day.year}",
        day.isoformat(),
        day.strftime("%B %d, %Y"),
        day.strftime("%d-%b-%Y"),
    ):
        assert [found.date for found in find_dates(f"on {written}, at home")] == [day]
