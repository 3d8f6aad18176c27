"""Days and stretches of days, as people type them on the command line."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import suppress

FORMS = "such as 2026-03-31 or 3/31/2026"
"""How to write a day, for the end of a sentence."""
_LONGEST = 3660
"""In days: ten years of closed days are a slip."""


def read_day(text: str) -> datetime.date | None:
    """A day in ISO form or in that of the United States ("3/2/2026", "March 2, 2026"); None for other text."""
    text = text.strip()
    with suppress(ValueError):
        return datetime.date.fromisoformat(text)
    from checkers.understand.dates import find_dates  # noqa: PLC0415 - with the library that reads a date

    for found in find_dates(text, short=False):
        if (found.start, found.end) == (0, len(text)) and not found.month_only:
            return found.date
    return None


def read_days(text: str) -> tuple[datetime.date, ...] | None:
    """A day, or all days from one to another ("2026-12-24..2027-01-01"); None for other text."""
    first, dots, last = text.partition("..")
    start = read_day(first)
    end = read_day(last) if dots else start
    if start is None or end is None or not 0 <= (end - start).days <= _LONGEST:
        return None
    return tuple(_days(start, end))


def _days(start: datetime.date, end: datetime.date) -> Iterator[datetime.date]:
    for number in range(start.toordinal(), end.toordinal() + 1):
        yield datetime.date.fromordinal(number)
