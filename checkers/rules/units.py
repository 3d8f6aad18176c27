"""Units of time: the minutes that a session documents, the units claimed, and the blocks that the minutes make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checkers.document import Amount, Document, Entry
from checkers.outcome import Spot

_ANOTHER_UNIT = re.compile(
    r"\b(?P<before>\d{1,3})[- ]?min(?:ute)?s?\b\.?\s*(?:=|per|equals?|is|are)?\s*(?:(?:1|one|a|an)\s+)?units?\b"
    r"|\bunits?\s*\(?\s*(?:=|is|are|of|equals?|in)?\s*(?P<after>\d{1,3})[- ]?min",
    re.IGNORECASE,
)
_MOST_TERMS = 8


@dataclass(frozen=True, slots=True)
class Documented:
    """The minutes that a session documents; `certain`: they stand in fields of its own and agree."""

    minutes: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Claimed:
    """The units that some sessions claim together; `spot` is where the first of them stands."""

    units: float
    certain: bool
    spot: Spot


def span_of(entry: Entry) -> int | None:
    """The minutes from start to end, over all stretches; None without times, and where one ends before it starts."""
    if not entry.times or any(time.end < time.start for time in entry.times):
        return None
    return sum(time.end - time.start for time in entry.times)


def documented(entry: Entry) -> Documented | None:
    """The minutes of a session by its times, or its stated length. Where these differ (TIM004) the larger counts."""
    span, stated = span_of(entry), entry.minutes
    if span is None and stated is None:
        return None
    sure = (
        all(time.text for time in entry.times)
        if span is not None
        else entry.length is not None and entry.length.certain
    )
    return Documented(max(span or 0, stated or 0), sure)


def claimed(doc: Document, entries: Sequence[Entry]) -> Claimed | None:
    """The units that these sessions claim: each for itself, else the total of a document without other sessions."""
    claims = [entry.claim for entry in entries if entry.claim]
    if claims:
        return _sum(claims)
    held = [entry for entry in doc.entries if not entry.cancelled]
    return _sum([doc.units_total]) if doc.units_total and len(held) == len(entries) else None


def _sum(claims: Sequence[Amount]) -> Claimed:
    return Claimed(sum(each.number for each in claims), all(each.certain for each in claims), claims[0].spot)


def unit_of(doc: Document, block: int) -> int:
    """The minutes of one unit as the paper itself explains it ("Units (15 min = 1 unit)"), else those of a block."""
    labels = (entry.claim.label for entry in doc.entries if entry.claim)
    for text in (*labels, *(line.text for line in doc.lines)):
        if "unit" in text.casefold() and (match := _ANOTHER_UNIT.search(text)):
            return int(match["before"] or match["after"]) or block
    return block


def number(units: float) -> str:
    """A number of units as people write it: "2", "1.5"."""
    return f"{units:g}"


def counted(amount: float, word: str) -> str:
    """An amount with its word: "1 unit", "2 units"."""
    return f"{number(amount)} {word}" if amount == 1 else f"{number(amount)} {word}s"


def block_name(minutes: int) -> str:
    """How a block of so many minutes is called."""
    return "half-hour block" if minutes == _HALF_AN_HOUR else f"{minutes}-minute block"


def sum_shown(terms: Sequence[int]) -> str:
    """An addition of minutes written out: "35 + 20 minutes = 55 minutes"; only the sum of a great many."""
    total = counted(sum(terms), "minute")
    return f"{' + '.join(map(str, terms))} minutes = {total}" if 1 < len(terms) <= _MOST_TERMS else total


_HALF_AN_HOUR = 30
