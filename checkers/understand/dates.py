"""Dates as people write them.

US order (month before day) is the rule. A date without a year takes it from the page (a heading with a month and
year, a period, a school year) and is a problem where the page has none.

Two steps. Patterns find where in a line something stands that is written as a date, and in which shape: a library makes
a date of a text that is one, and often of one that is not ("4/5 trials"). dateutil then reads it, and says that
"2/30/2026" is none.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateutil.parser import parser, parserinfo


class _Words(parserinfo):  # type: ignore[misc]
    """The words of a date in English and Spanish; a year of two figures is one of this century."""

    MONTHS = [  # noqa: RUF012 - dateutil asks for a list
        ("jan", "january", "enero"),
        ("feb", "february", "febrero"),
        ("mar", "march", "marzo"),
        ("apr", "april", "abril"),
        ("may", "mayo"),
        ("jun", "june", "junio"),
        ("jul", "july", "julio"),
        ("aug", "august", "agosto"),
        ("sep", "sept", "september", "septiembre"),
        ("oct", "october", "octubre"),
        ("nov", "november", "noviembre"),
        ("dec", "december", "diciembre"),
    ]
    JUMP = [*parserinfo.JUMP, "de", "del"]  # noqa: RUF012

    def convertyear(self, year: int, century_specified: bool = False) -> int:  # noqa: FBT002 - dateutil's own
        return year if century_specified else 2000 + year


_READER = parser(_Words())
_ANY_YEAR = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a leap year, so that February 29 is a day

_MONTH = rf"(?:{'|'.join(sorted((name for names in _Words.MONTHS for name in names), key=len, reverse=True))})\.?"
_NUMERIC = (
    r"(?<![\d/.\-])(?P<first>\d{1,2})(?P<between>[/.\-])(?P<second>\d{1,2})(?P=between)(?:\d{4}|\d{2})(?![\d/]|[.\-]\d)"
)
_SHAPES = {
    "month_and_year": r"(?<![\d/.\-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/])",
    "year_first": r"(?<!\d)\d{4}(?P<after_year>[/.\-])\d{1,2}(?P=after_year)\d{1,2}(?!\d)",
    "numeric": _NUMERIC,
    "day_first": (
        rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[\s\-]+(?:de\s+)?{_MONTH}[\s\-,]+(?:del?\s+)?(?:\d{{4}}|\d{{2}})(?!\d)"
    ),
    "named_month_and_year": rf"\b{_MONTH},?\s+\d{{4}}\b",
    "named": rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s*,?\s+\d{{4}}|\s*,\s*'?\d{{2}}(?!\d|:))",
    "named_without_year": rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b",
}
_SHORT = r"(?<![\d/.\-:])\d{1,2}/\d{1,2}(?![\d/%]|\s*(?:trials?|opportunities|times|correct|attempts|sessions)\b)"
_MONTH_ONLY = frozenset({"month_and_year", "named_month_and_year"})
_WITHOUT_YEAR = frozenset({"named_without_year", "short"})


def _any_of(shapes: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """A pattern whose `lastgroup` is the shape that it found."""
    return re.compile("|".join(f"(?P<{shape}>{pattern})" for shape, pattern in shapes), re.IGNORECASE)


_DATE = _any_of(_SHAPES.items())
_DATE_OR_SHORT = _any_of([*_SHAPES.items(), ("short", _SHORT)])

_FIGURE = re.compile(r"\d")
_BLANK_DATE = re.compile(
    r"^[\s_/\-.:]*$|^(?:0?0[/\-]0?0[/\-](?:00)?00|[md_]{1,2}[/\-][md_]{1,2}[/\-][y_]{2,4})$", re.IGNORECASE
)
_SCHOOL_YEAR_BEGINS = 7
_MONTHS_OF_A_YEAR = 12
_SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s*[-–/]\s*(?:20)?(\d\d)\b")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written at `start` to `end` of a text; see `DateFound` for `problem` and `month_only`."""

    start: int
    end: int
    text: str
    date: datetime.date | None
    problem: str = ""
    month_only: bool = False


@dataclass(frozen=True, slots=True)
class PageDates:
    """How a page writes dates: which year it is about, and whether the day stands before the month.

    `year` None: the page does not say; `school_year`: the year is a school year from September on; `month`: the one
    month that the page is about.
    """

    year: int | None = None
    month: int | None = None
    school_year: bool = False
    day_first: bool = False

    def of(self, month: int) -> int | None:
        """The year of a month on this page, None where the page does not tell."""
        return self.year + 1 if self.year and self.school_year and month < _SCHOOL_YEAR_BEGINS else self.year

    def day(self, text: str) -> Written | None:
        """The date of a day of the month alone ("14"), None for other text."""
        if not re.fullmatch(r"\s*\d{1,2}\s*", text):
            return None
        if self.month is None or self.year is None:
            return Written(0, len(text), text.strip(), None, "no year")
        try:
            return Written(0, len(text), text.strip(), datetime.date(self.year, self.month, int(text)))
        except ValueError:
            return Written(0, len(text), text.strip(), None, "no such day")


def find_dates(text: str, page_dates: PageDates = PageDates(), *, short: bool = True) -> Iterator[Written]:
    """All dates in `text`, in order. `short`: month and day alone ("3/4") count too."""
    if not _FIGURE.search(text):
        return  # all shapes have one, and most lines of a document do not
    pattern = _DATE_OR_SHORT if short else _DATE
    for match in pattern.finditer(text):
        yield _written(match, page_dates)


def unbroken(value: str) -> str:
    """A value with a date that a narrow column broke in two ("09/08/ 2026", "09/0 8/2026") put together again."""
    joined = "".join(value.split())
    return joined if _BROKEN.fullmatch(joined) else value


_BROKEN = re.compile(r"\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d")


def blank_date(text: str) -> bool:
    """Whether the text is an empty place for a date ("__/__/____", "mm/dd/yyyy", "00/00/0000")."""
    return bool(_BLANK_DATE.match(text.strip()))


def find_page_year(text: str) -> PageDates:
    """How a page with this heading or period writes dates, as far as its year goes.

    The year is the one that a heading or period ("March 2025", "2024-25", "9/1/2024 - 6/30/2025", "2025") gives.
    """
    if match := _SCHOOL_YEAR.search(text):
        first, second = int(match[1]), int(match[2])
        if (first + 1) % 100 == second:
            return PageDates(first, school_year=True)
    found = [each for each in find_dates(text, short=False) if each.date]
    years = {each.date.year for each in found if each.date}
    if len(found) == 1 and found[0].month_only and found[0].date:
        return PageDates(found[0].date.year, found[0].date.month)
    if not years:
        years = {int(year) for year in re.findall(r"\b(20\d\d)\b", text)}
    return PageDates(years.pop() if len(years) == 1 else None)


def day_stands_first(texts: Iterable[str]) -> bool:
    """Whether a document writes the day before the month: some date proves it (13/04/2024), and none the contrary."""
    proofs = {
        int(match["first"]) > _MONTHS_OF_A_YEAR
        for text in texts
        for match in re.finditer(_NUMERIC, text)
        if (int(match["first"]) > _MONTHS_OF_A_YEAR) != (int(match["second"]) > _MONTHS_OF_A_YEAR)
    }
    return proofs == {True}


def compact_date(text: str) -> Written | None:
    """A date of figures alone, as stamps and some forms have it: MMDDYY or MMDDYYYY; None for other figures."""
    if not re.fullmatch(r"\s*\d{4}(?:20)?\d\d\s*", text):
        return None
    figures = text.strip()
    try:
        date = datetime.datetime.strptime(f"{figures[:4]}20{figures[-2:]}", "%m%d%Y").date()  # noqa: DTZ007
    except ValueError:
        return None
    return Written(0, len(text), figures, date)


def _written(match: re.Match[str], page_dates: PageDates) -> Written:
    start, end, text, shape = match.start(), match.end(), match.group(), match.lastgroup
    date = _read(text, day_first=page_dates.day_first and shape != "year_first")
    if date is None or not _is_of_year(date, text, shape):
        return Written(start, end, text, None, "no such day")
    if shape not in _WITHOUT_YEAR:
        return Written(start, end, text, date, month_only=shape in _MONTH_ONLY)
    year = page_dates.of(date.month)
    if year is None:
        return Written(start, end, text, None, "no year")
    try:
        return Written(start, end, text, date.replace(year=year))
    except ValueError:
        return Written(start, end, text, None, "no such day")


@lru_cache(maxsize=4096)
def _read(text: str, *, day_first: bool) -> datetime.date | None:
    """What dateutil reads, in whichever order makes a day of it; the year 2000 where the text has none."""
    for order in (day_first, not day_first):
        try:
            read: datetime.datetime = _READER.parse(text, default=_ANY_YEAR, dayfirst=order)
            return read.date()
        except (ValueError, OverflowError):
            continue
    return None


def _is_of_year(date: datetime.date, text: str, shape: str | None) -> bool:
    """Whether the year is the one that stands where this shape has it, and no day too large to be one ("45/2/24")."""
    if shape in _WITHOUT_YEAR:
        return date.year == _ANY_YEAR.year
    figures = text[:4] if shape == "year_first" else text[-4:]
    return int(figures) == date.year if figures.isdecimal() else text.endswith(f"{date.year % 100:02}")
