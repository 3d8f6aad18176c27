"""Times of day, stretches of time and durations as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
