"""What deadlines are made of. All are plain values; `loader` makes them from the TOML files of this folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from knowledge.schema import Citation

Unit = Literal["calendar days", "business days", "school days", "hours", "months", "years"]
Direction = Literal["after", "before"]
Bound = Literal["by", "from", "until", "on"]

_SPAN = re.compile(r"(\d{1,4}) (calendar day|business day|school day|hour|month|year)s? (after|before)")
_DAY_OF_YEAR = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, as a rule gives it: "45 calendar days after"."""

    amount: int
    unit: Unit
    direction: Direction

    @property
    def length(self) -> str:
        """The stretch without its direction: "1 year", "45 calendar days"."""
        return f"{self.amount} {self.unit.removesuffix('s') if self.amount == 1 else self.unit}"

    def __str__(self) -> str:
        return f"{self.length} {self.direction}"


def span_from(words: str) -> Span:
    """A span from its words. Raises ValueError, with a sentence, for other words.

    Hours are whole days, as nobody types the hour of an event.
    """
    match = _SPAN.fullmatch(words)
    if match is None:
        raise ValueError(f"“{words}” is no stretch of time such as “45 calendar days after” or “9 months before”")
    unit, direction = f"{match[2]}s", match[3]
    amount = int(match[1])
    if unit == "hours" and amount % 24:
        raise ValueError(f"“{words}” is no whole number of days: hours come in multiples of 24")
    return Span(amount, unit, direction)  # type: ignore[arg-type]  # the pattern holds it to the words of Unit


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day of the calendar that depends on when in the year the child was born.

    `born_from`, `born_to` and `day` are (month, day); `years` are added to the year of birth.
    """

    born_from: tuple[int, int]
    born_to: tuple[int, int]
    day: tuple[int, int]
    years: int


def day_of_year(words: str) -> tuple[int, int]:
    """Month and day from "09-01". Raises ValueError, with a sentence, for other words."""
    match = _DAY_OF_YEAR.fullmatch(words)
    if match is None:
        raise ValueError(f"“{words}” is no day of the year such as “09-01”")
    return int(match[1]), int(match[2])


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing that is due because of an event.

    It has a date by `count`, the spans one after the other, beginning at the day of the event; by `fixed`, with `count`
    going on from there; or it has no date, and `undated` says what the rule says instead.
    """

    id: str
    what: str
    who: str
    topic: str
    citations: tuple[Citation, ...]
    place: str = "federal"
    count: tuple[Span, ...] = ()
    fixed: tuple[FixedDay, ...] = ()
    undated: str = ""
    bound: Bound = "by"
    counted_from: str = ""
    """From which day, where it is another one than the event's other deadlines are counted from."""
    first_day_counts: bool = False
    """Whether the day of the event is day 1 itself, as with days on which a child is kept out."""
    extends: tuple[str, ...] = ()
    """What may put it off or stop the clock, a sentence each."""
    note: str = ""
    beside: str = ""
    """The federal deadline of the same event that this one of a State belongs with."""
    replaces: bool = False
    """Whether it governs there in place of that one; else both hold."""
    compared: str = ""
    """Which of the two governs, and why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day, and sets deadlines going.

    `what` says it in a sentence; `counted_from` which day to type; `names` are ways in which people call it. `group` is
    the heading it is listed under, `file` and `line` where it stands.
    """

    id: str
    what: str
    counted_from: str
    programme: str
    names: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    group: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class UnitRule:
    """How a unit is counted: the rule in words, where it stands, and what a reader must know of Tandem's count."""

    unit: Unit
    rule: str
    citations: tuple[Citation, ...]
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """All events, in the order of their files, and how each unit is counted."""

    events: tuple[Event, ...]
    units: tuple[UnitRule, ...]

    def event(self, event_id: str) -> Event | None:
        """The event of that id, or None."""
        return next((event for event in self.events if event.id == event_id), None)

    def rule_of(self, unit: Unit) -> UnitRule:
        """How a unit is counted. Raises KeyError for one that `units.toml` leaves out."""
        return {rule.unit: rule for rule in self.units}[unit]
