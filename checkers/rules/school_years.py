"""School years (September to June) and summer programs (July and August), as New York pays coordination by them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

_SEPTEMBER, _JULY = 9, 7


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A school year by the calendar year it begins in, or the summer program of a calendar year."""

    year: int
    summer: bool

    def __str__(self) -> str:
        """How a message calls it: "the school year 2025-26", "the summer program 2026"."""
        return (
            f"the summer program {self.year}"
            if self.summer
            else f"the school year {self.year}-{(self.year + 1) % 100:02}"
        )


def period_of(day: datetime.date) -> Period:
    """The school year (September to June) or summer program (July and August) in which a day falls."""
    if _JULY <= day.month < _SEPTEMBER:
        return Period(day.year, summer=True)
    return Period(day.year if day.month >= _SEPTEMBER else day.year - 1, summer=False)
