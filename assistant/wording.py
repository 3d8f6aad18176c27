"""Words that are the same wherever they are shown: those of sources, of days; and words as a sentence."""

from __future__ import annotations

import calendar
import datetime
import re

from checkers.visible import visible_line
from knowledge.compose import Cited
from knowledge.schema import Term

_CURRENCY = {
    "current": "current",
    "dated": "an older source: check before you rely on it",
    "superseded": "superseded by a newer rule: check what holds now",
}
_OTHER_NAMES = 2
"""So many other names of a term stand beside it."""


def currency_in_words(cited: Cited) -> str:
    """How old a source is and whether it still holds: "dated July 19, 2022; current"."""
    return visible_line(f"{_dated(cited.dated)}; {_CURRENCY.get(cited.currency, cited.currency)}")


def _dated(dated: str) -> str:
    """The date of a source as it is read aloud."""
    day = re.fullmatch(r"\d{4}-\d\d-\d\d", dated)
    if day or re.fullmatch(r"\d{4}-\d\d", dated):
        dated = day_in_words(datetime.date.fromisoformat(dated)) if day else month_in_words(dated)
        return f"dated {dated}"
    return f"dated {dated}" if dated[:1].isdigit() else dated


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


def sentence(words: str) -> str:
    """Words as a sentence, with a capital and a full stop; "" for none."""
    end = "" if not words or words.endswith((".", "?", "!")) else "."
    return f"{words[:1].upper()}{words[1:]}{end}"
