"""Counting days as the rules do: pure functions from a day to a day.

The day of an event is not counted: the day after it is day 1. "Day" means a calendar day unless a rule says business
day or school day (34 CFR 300.11). The rules at hand do not say that a last day on a weekend moves, so it is not moved.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from knowledge.deadlines.schema import FixedDay, Span

if TYPE_CHECKING:
    from holidays.countries.united_states import UnitedStates

_ONE_DAY = datetime.timedelta(days=1)
_WEEKEND = (calendar.SATURDAY, calendar.SUNDAY)


class OffTheCalendar(Exception):
    """The count leaves the years 1 to 9999."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One step of a count. `left_out` are the days from Monday to Friday that it passed over, with the reason."""

    start: datetime.date
    span: Span
    end: datetime.date
    left_out: tuple[tuple[datetime.date, str], ...] = ()


def count(start: datetime.date, span: Span, closed: Collection[datetime.date] = ()) -> Counted:
    """Count a span from a day.

    Args:
        start: the day that is not counted itself.
        span: how much of what, and in which direction.
        closed: days without school besides weekends and federal holidays; they matter to school days alone.

    Raises:
        OffTheCalendar: the result would lie before the year 1 or after the year 9999.
    """
    sign = 1 if span.direction == "after" else -1
    try:
        match span.unit:
            case "calendar days":
                return Counted(start, span, start + sign * span.amount * _ONE_DAY)
            case "hours":
                return Counted(start, span, start + datetime.timedelta(hours=sign * span.amount))
            case "months":
                return Counted(start, span, _months(start, sign * span.amount))
            case "years":
                return Counted(start, span, _months(start, sign * span.amount * 12))
            case "business days":
                return _working_days(start, span, sign * _ONE_DAY, ())
            case "school days":
                return _working_days(start, span, sign * _ONE_DAY, closed)
    except (OverflowError, ValueError):
        raise OffTheCalendar(f"{span} {day_in_words(start)} is in no year from 1 to 9999. Type another day.") from None


def day_before(day: datetime.date) -> datetime.date:
    """The day before. Raises OffTheCalendar for the calendar's first."""
    if day == datetime.date.min:
        raise OffTheCalendar(f"{day_in_words(day)} is the first day of the calendar. Type another day.")
    return day - _ONE_DAY


def fixed_day(birth: datetime.date, choices: Collection[FixedDay]) -> datetime.date:
    """The day of the calendar for a child born on a day.

    Raises:
        LookupError: no choice has that birthday.
        OffTheCalendar: the result would lie after the year 9999.
    """
    for choice in choices:
        if choice.born_from <= (birth.month, birth.day) <= choice.born_to:
            try:
                return datetime.date(birth.year + choice.years, *choice.day)
            except ValueError:
                raise OffTheCalendar(
                    f"{birth.year + choice.years} is no year from 1 to 9999. Type another day."
                ) from None
    raise LookupError(f"no day is set for a child born on {day_in_words(birth)}")


def why_no_working_day(day: datetime.date, closed: Collection[datetime.date] = ()) -> str:
    """Why a day is neither a business day nor, as far as Tandem can know, a school day; "" where it may be one."""
    if day.weekday() in _WEEKEND:
        return f"a {calendar.day_name[day.weekday()]}"
    return _federal().get(day) or ("closed" if day in closed else "")


def day_in_words(day: datetime.date) -> str:
    """A day with its weekday: "Thu Apr 16, 2026"."""
    return f"{calendar.day_abbr[day.weekday()]} {calendar.month_abbr[day.month]} {day.day}, {day.year}"


def _months(start: datetime.date, months: int) -> datetime.date:
    """The same day of another month, or its last day where that month is shorter."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - only where months are counted

    end: datetime.date = start + relativedelta(months=months)
    return end


def _working_days(
    start: datetime.date, span: Span, step: datetime.timedelta, closed: Collection[datetime.date]
) -> Counted:
    day, counted = start, 0
    left_out: list[tuple[datetime.date, str]] = []
    while counted < span.amount:
        day += step
        why = why_no_working_day(day, closed)
        if not why:
            counted += 1
        elif day.weekday() not in _WEEKEND:
            left_out.append((day, why))
    return Counted(start, span, day, tuple(left_out))


@cache
def _federal() -> UnitedStates:
    """The federal calendar, which adds each year as it is asked for."""
    from holidays.countries.united_states import UnitedStates  # noqa: PLC0415 - loads 400 modules

    return UnitedStates()  # type: ignore[no-untyped-call]
