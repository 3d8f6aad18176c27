"""Dates and times as people write them.

US order (month before day) is the rule. A date without a year takes it from the page (a heading with a month and
year, a period, a school year) and is a problem where the page has none.

Libraries that parse dates answer another question: they make a date of a text that is one, and often of one that is
not. Here it matters where in a line a date stands, that "2/30/2026" is meant as one and is none, that "4/5 trials" is
none, and that a year was not written.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january enero",
            "feb february febrero",
            "mar march marzo",
            "apr april abril",
            "may mayo",
            "jun june junio",
            "jul july julio",
            "aug august agosto",
            "sep sept september septiembre",
            "oct october octubre",
            "nov november noviembre",
            "dec december diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"

_NUMERIC = r"(?<![\d/.\-])(?P<a>\d{1,2})(?P<sep>[/.\-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/]|[.\-]\d)"
_ISO = r"(?<!\d)(?P<iy>\d{4})(?P<isep>[/.\-])(?P<im>\d{1,2})(?P=isep)(?P<id>\d{1,2})(?!\d)"
_NAMED = (
    rf"\b{_MONTH}\s+(?P<nd>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s*,?\s+(?P<ny>\d{{4}})|\s*,\s*'?(?P<ny2>\d{{2}})(?!\d|:))?"
)
_DAY_FIRST = (
    r"(?<!\d)(?P<fd>\d{1,2})(?:st|nd|rd|th)?[\s\-]+(?:de\s+)?"
    rf"{_MONTH.replace('name', 'fname')}[\s\-,]+(?:del?\s+)?(?P<fy>\d{{4}}|\d{{2}})(?!\d)"
)
_MONTH_YEAR = rf"\b{_MONTH.replace('name', 'mname')},?\s+(?P<my>\d{{4}})\b"
_SHORT = (
    r"(?<![\d/.\-:])(?P<sm>\d{1,2})/(?P<sd>\d{1,2})"
    r"(?![\d/%]|\s*(?:trials?|opportunities|times|correct|attempts|sessions)\b)"
)

_MONTH_SLASH_YEAR = r"(?<![\d/.\-])(?P<lm>0?[1-9]|1[0-2])/(?P<ly>(?:19|20)\d\d)(?![\d/])"

_DATE = re.compile(f"{_MONTH_SLASH_YEAR}|{_ISO}|{_NUMERIC}|{_DAY_FIRST}|{_MONTH_YEAR}|{_NAMED}", re.IGNORECASE)
_DATE_OR_SHORT = re.compile(f"{_DATE.pattern}|{_SHORT}", re.IGNORECASE)

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
        return _dated(0, len(text), text.strip(), self.year, self.month, int(text))


def find_dates(text: str, page_dates: PageDates = PageDates(), *, short: bool = True) -> Iterator[Written]:
    """All dates in `text`, in order. `short`: month and day alone ("3/4") count too."""
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
        int(match["a"]) > _MONTHS_OF_A_YEAR
        for text in texts
        for match in re.finditer(_NUMERIC, text)
        if (int(match["a"]) > _MONTHS_OF_A_YEAR) != (int(match["b"]) > _MONTHS_OF_A_YEAR)
    }
    return proofs == {True}


def compact_date(text: str) -> Written | None:
    """A date of figures alone, as stamps and some forms have it: MMDDYY or MMDDYYYY; None for other figures."""
    match = re.fullmatch(r"\s*(\d\d)(\d\d)((?:20)?\d\d)\s*", text)
    if match is None:
        return None
    written = _dated(0, len(text), text.strip(), _full_year(match[3]), int(match[1]), int(match[2]))
    return written if written.date else None


def _written(match: re.Match[str], page_dates: PageDates) -> Written:
    got = match.groupdict()
    start, end, text = match.start(), match.end(), match.group()
    if got["iy"]:
        return _dated(start, end, text, int(got["iy"]), int(got["im"]), int(got["id"]))
    if got["a"]:
        month, day = (int(got["b"]), int(got["a"])) if page_dates.day_first else (int(got["a"]), int(got["b"]))
        return _dated(start, end, text, _full_year(got["y"]), month, day)
    if got["fd"]:
        return _dated(start, end, text, _full_year(got["fy"]), _MONTHS[got["fname"].lower()], int(got["fd"]))
    if got["lm"]:
        return Written(start, end, text, datetime.date(int(got["ly"]), int(got["lm"]), 1), month_only=True)
    if got["mname"]:
        return Written(
            start, end, text, datetime.date(int(got["my"]), _MONTHS[got["mname"].lower()], 1), month_only=True
        )
    if got["name"]:
        year = got["ny"] or got["ny2"]
        month = _MONTHS[got["name"].lower()]
        return _dated(start, end, text, _full_year(year) if year else page_dates.of(month), month, int(got["nd"]))
    month = int(got["sm"])
    return _dated(start, end, text, page_dates.of(month), month, int(got["sd"]))


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _dated(start: int, end: int, text: str, year: int | None, month: int, day: int) -> Written:
    """A date, month before day; day before month only where it can be nothing else (13/04/2024)."""
    if year is None:
        possible = 1 <= month <= 12 and 1 <= day <= 31
        return Written(start, end, text, None, "no year" if possible else "no such day")
    for candidate in ((month, day), (day, month)) if month > _MONTHS_OF_A_YEAR else ((month, day),):
        try:
            return Written(start, end, text, datetime.date(year, *candidate))
        except ValueError:
            continue
    return Written(start, end, text, None, "no such day")


# --- times -------------------------------------------------------------------------------------------------------

_CLOCK = r"(?P<h{n}>\d{{1,2}})(?::(?P<m{n}>\d{{2}})(?::\d{{2}})?)?\s*(?P<p{n}>[ap]\.?\s?m\b\.?|[ap]\b)?"
_RANGE = re.compile(
    r"(?<![\d/:.$#])"
    + _CLOCK.format(n=1)
    + r"\s*(?:[-–—~]|\bto\b|\buntil\b|\btill\b)\s*"
    + _CLOCK.format(n=2)
    + r"(?![\d/%])",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?:(?<=:\d\d)|(?<=[ap]m)|(?<=[ap]\.m\.))\s*[/\n]\s*(?=\d{1,2}:\d\d)", re.IGNORECASE)
"""What stands between the times of one field for both: "3:00 PM / 3:30 PM"."""
_BOTH_HALVES = re.compile(r"(?<![a-z])(?:am\s*/?\s*pm\b|a\.m\.\s*/?\s*p\.m\.)", re.IGNORECASE)
"""Both halves of the day as a form prints them, for the writer to circle one: they tell nothing."""
_MILITARY_RANGE = re.compile(r"(?<!\d)([01]\d|2[0-3])([0-5]\d)\s*(?:[-–—]|to)\s*([01]\d|2[0-3])([0-5]\d)(?!\d)")
_ONE = re.compile(r"^\W*(?:at\s+)?" + _CLOCK.format(n=1) + r"(?!\d)", re.IGNORECASE)
_MILITARY = re.compile(r"^\s*([01]\d|2[0-3])([0-5]\d)\s*(?:hrs?|hours)?\s*$")
_MINUTES = re.compile(r"(?<![\d.:/])(\d{1,3}(?:\.\d+)?)\s*[- ]?\s*(?:minutes?|mins?|mns|m)\b\.?", re.IGNORECASE)
_HOURS = re.compile(
    r"(?<![\d.:/])(\d{1,2}(?:\.\d+)?|\.\d+)?\s*(½|1/2|¼|¾)?\s*[- ]?\s*(?:hours?|hrs?|h)\b\.?", re.IGNORECASE
)
_HALF = re.compile(r"\bhalf[- ](?:an )?hour\b", re.IGNORECASE)
_NUMBERS = {
    "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "thirty-five": 35, "forty": 40,
    "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90, "one": 1, "two": 2,
}  # fmt: skip
_NUMBER_WORD = re.compile(
    rf"\b(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?=[\s-]+(?:min|hour|hr))", re.IGNORECASE
)
_CLOCK_DURATION = re.compile(r"^\s*(\d{1,2}):([0-5]\d)\s*$")
_FRACTION = {"½": 30, "1/2": 30, "¼": 15, "¾": 45}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: minutes after midnight; `sure` where am or pm is written or the 24-hour clock makes it plain."""

    minutes: int
    sure: bool


def find_range(text: str) -> tuple[Clock, Clock] | None:
    """The first "9:00 - 9:30 AM", "1-1:30", "0900-0930" of a text."""
    return next(find_ranges(text), None)


def find_ranges(text: str) -> Iterator[tuple[Clock, Clock]]:
    """All stretches of time in a text, in order."""
    military = [[int(each) for each in match.groups()] for match in _MILITARY_RANGE.finditer(text)]
    yield from ((Clock(a * 60 + b, True), Clock(c * 60 + d, True)) for a, b, c, d in military)
    if military:
        return
    text = _SLASHED.sub(" - ", _BOTH_HALVES.sub("", text))
    for match in _RANGE.finditer(text):
        if not (match["m1"] or match["m2"] or match["p1"] or match["p2"]) and not _bare_hours(text, match):
            continue
        first, second = _clock(match, "1"), _clock(match, "2")
        if first and second:
            yield _settle(first, second)


def _bare_hours(text: str, match: re.Match[str]) -> bool:
    """Whether "9-10" is a range of hours: only where it is the whole value."""
    return match.group().strip() == text.strip()


def find_clock(text: str) -> Clock | None:
    """The time of day with which a value begins."""
    if match := _MILITARY.match(text):
        return Clock(int(match[1]) * 60 + int(match[2]), True)
    text = _BOTH_HALVES.sub("", text)
    match = _ONE.match(text)
    if match is None or not (match["m1"] or match["p1"] or text.strip() == match["h1"]):
        return None
    return _clock(match, "1")


def settle(first: Clock, second: Clock) -> tuple[Clock, Clock]:
    """Start and end written in two fields, read together as `find_range` reads them."""
    return _settle(first, second)


def find_minutes(text: str, *, bare: bool = False) -> int | None:
    """A duration in minutes: "30 min", "½ hr", ".5 hours", "1 hr 15 min"; `bare`: a number alone is minutes."""
    text = _NUMBER_WORD.sub(lambda match: str(_NUMBERS[match[0].casefold()]), text.strip())
    if bare and re.fullmatch(r"\d{1,3}", text):
        return int(text)
    if bare and (match := _CLOCK_DURATION.match(text)):
        return int(match[1]) * 60 + int(match[2])
    total, found = 0.0, False
    for match in _HOURS.finditer(text):
        if match[1] or match[2]:
            total += float(match[1] or 0) * 60 + _FRACTION.get(match[2], 0)
            found = True
    if match := _MINUTES.search(text):
        total, found = total + float(match[1]), True
    if not found and _HALF.search(text):
        return 30
    return round(total) if found else None


def _clock(match: re.Match[str], which: str) -> Clock | None:
    hour, minute = int(match[f"h{which}"]), int(match[f"m{which}"] or 0)
    half = (match[f"p{which}"] or "").lower()[:1]
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(hour * 60 + minute, bool(half) or hour > 12)


_LONGEST_DAY = 7 * 60
"""In minutes: from "8:30 - 2:30" a school day is read, from "9:30 - 9:00" an end before the start."""


def _settle(first: Clock, second: Clock) -> tuple[Clock, Clock]:
    """Give a time without am or pm the half of the day of its neighbour, or the one that makes the order right.

    "11:30 - 12:15 pm" begins in the morning, "1:00 - 1:30 pm" in the afternoon; "11:30 - 12:15" and "12:45 - 1:15"
    cross noon. Where both are written out nothing is changed, so that an end before its start shows.
    """
    noon = 12 * 60
    if not first.sure and second.sure:
        options = [
            minutes for minutes in (first.minutes % noon, first.minutes % noon + noon) if minutes < second.minutes
        ]
        first = Clock(max(options, default=first.minutes), True)
    elif first.sure and not second.sure:
        options = [
            minutes for minutes in (second.minutes % noon, second.minutes % noon + noon) if minutes > first.minutes
        ]
        second = Clock(min(options, default=second.minutes), True)
    elif (
        not first.sure
        and second.minutes <= first.minutes
        and second.minutes % noon + noon - first.minutes % (2 * noon) <= _LONGEST_DAY
    ):
        second = Clock(second.minutes % noon + noon, False)
    return first, second
