"""Counted deadlines as text, and as plain values for JSON.

The list of events is `[{"id", "what", "group", "programme", "date_is", "names"}]`. An event with its deadlines is

    {"event": "part-c-referral", "what": "…", "programme": "part-c", "date": "2026-03-02", "date_is": "…",
     "place": "ny",
     "deadlines": [
      {"id": "first-ifsp-meeting", "place": "federal", "bound": "by|from|until|on",
       "date": "2026-04-16", "weekday": "Thursday", "what": "…", "who": "…", "rule": "45 calendar days after the day …",
       "fixed": null, "first_day_counts": false,
       "working": [{"from": "2026-03-02", "span": "45 calendar days after", "to": "2026-04-16",
                    "left_out": [{"date": "…", "why": "Labor Day"}]}],
       "notes": ["…"], "extends": ["…"], "beside": null, "compared": null, "governed_in": ["ny"],
       "citations": [{"source": "…", "title": "…", "locator": "…"}], "topic": "…", "question": "…"}],
     "counting": [{"unit": "calendar days", "rule": "…", "caution": "…", "citations": […]}], "cautions": ["…"]}

`date_is` says which day `date` has to be, and `place` is "" for all places. Where the rule sets no number, `date` and
`weekday` are null and `rule` has its words. `fixed` is the day of the calendar that the birthday decides. With
`first_day_counts` the day of the event is day 1, else the day after. `beside` is the federal deadline that one of a
State belongs with; `governed_in` are places where a limit of the State holds instead of this one.
"""

from __future__ import annotations

import calendar
import datetime
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.cli.ask import places_in_words
from assistant.pieces import WIDTH, Piece, heading, item
from knowledge import load
from knowledge.deadlines import Due, Event, UnitRule, day_in_words, load_deadlines
from knowledge.schema import Citation

_BELOW = " " * 10
"""As wide as the labels before the parts of a deadline."""
_BOUNDS = {"by": "By {}", "from": "From {} on", "until": "Until {}", "on": "On {}"}
_CAUTIONS = (
    "Each date is counted from the day you typed. If that day was another one, so are the dates.",
    "This is information, not legal advice. Before you rely on a date, ask the agency or a parent center.",
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The deadlines of an event on a day; `place` is "" for all places."""

    event: Event
    day: datetime.date
    place: str
    due: tuple[Due, ...]


# --- plain values -----------------------------------------------------------------------------------------------------


def event_object(event: Event) -> dict[str, Any]:
    """An event of the list as plain values."""
    return {
        "id": event.id,
        "what": event.what,
        "group": event.group,
        "programme": event.programme,
        "date_is": event.counted_from,
        "names": list(event.names),
    }


def deadlines_object(schedule: Schedule) -> dict[str, Any]:
    """An event with its deadlines as plain values."""
    return {
        "event": schedule.event.id,
        "what": schedule.event.what,
        "programme": schedule.event.programme,
        "date": schedule.day.isoformat(),
        "date_is": schedule.event.counted_from,
        "place": schedule.place,
        "deadlines": [_due_object(schedule.event, due) for due in schedule.due],
        "counting": [
            {
                "unit": rule.unit,
                "rule": rule.rule,
                "caution": rule.caution,
                "citations": _citation_objects(rule.citations),
            }
            for rule in _counting(schedule)
        ],
        "cautions": list(_CAUTIONS),
    }


def _due_object(event: Event, due: Due) -> dict[str, Any]:
    deadline = due.deadline
    topic = load().by_id[deadline.topic]
    return {
        "id": deadline.id,
        "place": deadline.place,
        "bound": deadline.bound,
        "date": due.day and due.day.isoformat(),
        "weekday": due.day and calendar.day_name[due.day.weekday()],
        "what": deadline.what,
        "who": deadline.who,
        "rule": _rule(event, due),
        "fixed": due.start.isoformat() if deadline.fixed else None,
        "first_day_counts": deadline.first_day_counts,
        "working": [
            {
                "from": step.start.isoformat(),
                "span": str(step.span),
                "to": step.end.isoformat(),
                "left_out": [{"date": day.isoformat(), "why": why} for day, why in step.left_out],
            }
            for step in due.steps
        ],
        "notes": list(due.notes),
        "extends": list(deadline.extends),
        "beside": deadline.beside or None,
        "compared": deadline.compared or None,
        "governed_in": list(due.governed_in),
        "citations": _citation_objects(deadline.citations),
        "topic": topic.id,
        "question": topic.question,
    }


def _citation_objects(citations: Iterable[Citation]) -> list[dict[str, str]]:
    sources = load().sources
    return [{"source": each.source, "title": sources[each.source].title, "locator": each.locator} for each in citations]


# --- text -------------------------------------------------------------------------------------------------------------


def list_lines(events: Iterable[Event]) -> Iterator[str]:
    """The events by group, each with its id."""
    group = ""
    for event in events:
        if event.group != group:
            yield from ([""] if group else [])
            group = event.group
            yield group
        yield f"  {event.id}"
        yield from textwrap.wrap(event.what, WIDTH, initial_indent="      ", subsequent_indent="      ")
    yield ""
    yield "“tandem when EVENT DATE” counts its deadlines. For example:"
    yield "  tandem when part-c-referral 2026-03-02"
    yield "  tandem when parent signed consent 3/2/2026 --place ny"


def deadline_pieces(schedule: Schedule, *, with_commands: bool = True) -> Iterator[Piece]:
    """The deadlines of an event, to be read; `with_commands` names those of Tandem that tell more."""
    places = load().places
    yield heading(f"{schedule.event.what}: {day_in_words(schedule.day)}")
    yield item(f"{schedule.event.counted_from}.", "Counted from: ", beside=False)
    if schedule.place:
        yield item(places[schedule.place].name, "Only what holds in: ", beside=False)
    if not schedule.due:
        others = sorted({places[each.place].name for each in schedule.event.deadlines})
        yield Piece()
        yield Piece(f"Tandem holds no deadline for this there. It holds some for: {', '.join(others)}.")
    for due in schedule.due:
        yield Piece()
        yield heading(_BOUNDS[due.deadline.bound].format(day_in_words(due.day)) if due.day else "No set day")
        yield from (item(text, label) for label, text in _due_parts(schedule.event, due))
        if with_commands:
            yield item(f"tandem topic {due.deadline.topic}", "Read:     ")
    rules = _counting(schedule)
    if rules:
        yield from (Piece(), heading("How the days are counted"))
    for rule in rules:
        where = "".join(f" ({_cited(citation)})" for citation in rule.citations)
        yield item(f"{rule.rule}{where} {rule.caution}", f"{rule.unit.capitalize()}: ", beside=False)
    yield Piece()
    yield from (Piece(f"Note: {caution}") for caution in _CAUTIONS)
    if with_commands and any(rule.unit == "school days" for rule in rules):
        yield Piece("--closed DAY, or --closed DAY..DAY, leaves out days without school.")
    if with_commands and not schedule.place:
        yield Piece(f"All places are shown. --place keeps to one: {places_in_words()}.")


def _due_parts(event: Event, due: Due) -> Iterator[tuple[str, str]]:
    """The parts of a deadline, each with its label."""
    deadline, places = due.deadline, load().places
    yield "", deadline.what
    yield "Who:      ", deadline.who
    yield "Where:    ", places[deadline.place].name
    yield "Rule:     ", _rule(event, due)
    for citation in deadline.citations:
        yield _BELOW, _cited(citation)
    for number, line in enumerate(_working(due)):
        yield _BELOW if number else "Working:  ", line
    for sentence in deadline.extends:
        yield "May move: ", sentence
    for note in due.notes:
        yield "Note:     ", note
    if deadline.compared:
        yield "Governs:  ", deadline.compared
    if due.governed_in:
        names = " and ".join(places[place].name for place in due.governed_in)
        yield "Governs:  ", f"Not in {names}: there the State’s own limit holds, which is shown too."


def _rule(event: Event, due: Due) -> str:
    """The rule of a deadline in words, from the day on that it is counted from."""
    deadline = due.deadline
    if deadline.undated:
        return deadline.undated
    start = deadline.counted_from or event.counted_from
    if deadline.first_day_counts:
        return ", then ".join(step.span.length for step in due.steps) + f", {start} counted in"
    parts = ["a day that the birthday decides"] if deadline.fixed else []
    for step in due.steps:
        words = f"{step.span} {'that' if parts else start}"
        parts.append(words if step.span.amount else start)
    return ", then ".join(parts)


def _working(due: Due) -> Iterator[str]:
    """The arithmetic of a deadline, a line a step."""
    if due.deadline.fixed:
        yield f"For this birthday it is {day_in_words(due.start)}"
    for step in due.steps:
        if not step.span.amount:
            yield f"{day_in_words(step.end)}, the day itself"
        elif due.deadline.first_day_counts:
            yield f"{day_in_words(due.start)} counted in, {step.span.length} = {day_in_words(step.end)}"
        else:
            sign = "+" if step.span.direction == "after" else "−"
            yield f"{day_in_words(step.start)} {sign} {step.span.length} = {day_in_words(step.end)}"
        if step.left_out:
            days = "; ".join(f"{day_in_words(day)} ({why})" for day, why in step.left_out)
            yield f"left out besides weekends: {days}"


def _counting(schedule: Schedule) -> tuple[UnitRule, ...]:
    """How the units that were counted with are counted, each once."""
    used = {step.span.unit for due in schedule.due for step in due.steps if step.span.amount}
    return tuple(rule for rule in load_deadlines().units if rule.unit in used)


def _cited(citation: Citation) -> str:
    return f"{load().sources[citation.source].title}, {citation.locator}"
