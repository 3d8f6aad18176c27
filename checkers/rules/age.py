"""The child's age while a plan is in effect: on the day it takes effect, else on the day of the meeting."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from checkers.document import Document
from checkers.rules.dating import best_of, first_date, months_after

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Age:
    """A child's birth and the day that counts; `day_told` says which day it is."""

    birth: datetime.date
    day: datetime.date
    day_told: str

    def reaches(self, months: int) -> bool:
        """Whether the child is that many months old on the day."""
        return months_after(self.birth, months) <= self.day

    @property
    def words(self) -> str:
        """The age in whole years and months, with the day: "16 years 2 months old on 9/8/2026 (start of the plan)"."""
        months = (self.day.year - self.birth.year) * _YEAR + self.day.month - self.birth.month
        months -= months_after(self.birth, months) > self.day
        day = f"{self.day.month}/{self.day.day}/{self.day.year}"
        return f"{_many(months // _YEAR, 'year')} {_many(months % _YEAR, 'month')} old on {day} ({self.day_told})"


def age_in_plan(doc: Document) -> Age | None:
    """The child's age under the plan; None where the birth date or both days are not there, or out of order."""
    birth = first_date(best_of(doc.values("birth_date")))
    for key, told in (("start_date", "start of the plan"), ("meeting_date", "meeting")):
        day = first_date(best_of(doc.values(key)))
        if birth and birth.date and day and day.date:
            return Age(birth.date, day.date, told) if birth.date <= day.date else None
    return None


def age_words(months: int) -> str:
    """A limit of age in words: "16 years", "2 years 3 months"."""
    years, rest = divmod(months, _YEAR)
    return _many(years, "year") + (f" {_many(rest, 'month')}" if rest else "")


def _many(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"
