"""Words that are the same wherever they are shown: those of sources."""

from __future__ import annotations

import calendar
import datetime

from checkers.visible import visible_line
from knowledge.compose import Cited
from knowledge.schema import Term

_CURRENCY = {"current": "current", "dated": "an older source", "superseded": "superseded by a newer rule"}
_OTHER_NAMES = 2
"""So many other names of a term stand beside it."""


def currency_in_words(cited: Cited) -> str:
    """How old a source is and whether it still holds: "dated 2018-07; current"."""
    dated = f"dated {cited.dated}" if cited.dated[:1].isdigit() else cited.dated
    return visible_line(f"{dated}; {_CURRENCY.get(cited.currency, cited.currency)}")


def citation_in_words(cited: Cited) -> str:
    """A source with the place in it, where it holds, its date and its currency, in one line."""
    return visible_line(f"{cited.title}, {cited.locator} ({cited.place}; {currency_in_words(cited)})")


def term_in_words(term: Term) -> str:
    """A term with its most used other names and its explanation, in one line."""
    others = f" ({', '.join(term.others[:_OTHER_NAMES])})" if term.others else ""
    return visible_line(f"{term.name}{others}: {term.explanation}")


def day_in_words(day: datetime.date) -> str:
    """A day as it is written in a letter: "November 26, 2026"."""
    return f"{calendar.month_name[day.month]} {day.day}, {day.year}"


def month_in_words(month: str) -> str:
    """A month (YYYY-MM) as it is written in a letter: "November 2026"."""
    year, _, number = month.partition("-")
    return f"{calendar.month_name[int(number)]} {year}"
