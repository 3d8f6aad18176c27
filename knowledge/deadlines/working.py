"""From an event and its day to the deadlines that follow, each with its working. Pure: no clock, no file."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from knowledge.deadlines.counting import Counted, count, day_before, day_in_words, fixed_day, why_no_working_day
from knowledge.deadlines.schema import Deadline, Event
from knowledge.schema import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline with its day: None where the rule sets no number.

    `start` is the day that the steps begin with: that of the event, or the `fixed` one. `notes` tell what a reader must
    know of this date. `governed_in` are the ids of the places where a limit of the State holds instead.
    """

    deadline: Deadline
    day: datetime.date | None
    start: datetime.date
    steps: tuple[Counted, ...] = ()
    notes: tuple[str, ...] = ()
    governed_in: tuple[str, ...] = ()


def work_out(
    event: Event, day: datetime.date, base: KnowledgeBase, *, place: str = "", closed: Collection[datetime.date] = ()
) -> tuple[Due, ...]:
    """What is due after an event, sorted by date; what has no date comes last.

    Args:
        event: what happened, or will.
        day: on which day; for a birthday, the day of birth.
        base: the knowledge base, for which place lies in which.
        place: only what holds there, the federal rules among it; "" for all places.
        closed: days on which the school is closed, besides weekends and federal holidays.

    Raises:
        OffTheCalendar: a date would lie before the year 1 or after the year 9999.
    """
    line = base.line_of(place) if place else tuple(base.places)
    mine = [each for each in event.deadlines if each.place in line]
    due = [_worked(each, day, closed, _governed_in(each, mine)) for each in mine]
    return tuple(sorted(due, key=lambda each: (each.day is None, each.day or day, each.deadline.place != "federal")))


def _governed_in(deadline: Deadline, others: Collection[Deadline]) -> tuple[str, ...]:
    """The places of those that hold instead, each once."""
    return tuple(dict.fromkeys(each.place for each in others if each.beside == deadline.id and each.replaces))


def _worked(
    deadline: Deadline, day: datetime.date, closed: Collection[datetime.date], governed_in: tuple[str, ...]
) -> Due:
    if deadline.undated:
        return Due(deadline, None, day, notes=(deadline.note,) if deadline.note else (), governed_in=governed_in)
    start = fixed_day(day, deadline.fixed) if deadline.fixed else day
    end = day_before(start) if deadline.first_day_counts else start
    steps: list[Counted] = []
    for span in deadline.count:
        steps.append(count(end, span, closed))
        end = steps[-1].end
    return Due(deadline, end, start, tuple(steps), tuple(_notes(deadline, steps, end)), governed_in)


def _notes(deadline: Deadline, steps: list[Counted], end: datetime.date) -> Iterator[str]:
    if deadline.note:
        yield deadline.note
    units = {step.span.unit for step in steps}
    if "school days" in units:
        yield "A day without school puts this off: see below how school days are counted."
    for step in steps:
        if step.span.unit in ("months", "years") and step.end.day != step.start.day:
            yield f"That month has no day {step.start.day}, so its last day was taken; the rule does not say."
    if deadline.bound == "by" and not units & {"school days", "business days"} and (why := why_no_working_day(end)):
        named = why if why.startswith("a ") else f"a holiday ({why})"
        yield f"{day_in_words(end)} is {named}. The rule does not move it, so plan for a workday before."
