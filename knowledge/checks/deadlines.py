"""Checks of the deadlines: that they can be read, hold together, and say nothing that is not in their sources."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import get_args

import tomli

from knowledge.checks.figures import figures, figures_told
from knowledge.checks.problem import Problem
from knowledge.checks.reading import Shape, faults
from knowledge.checks.wording import all_words, copied, figures_there, texts_of
from knowledge.deadlines.loader import EVENTS, UNITS, event_files, event_from, line_of, unit_from
from knowledge.deadlines.naming import key_of, names_of
from knowledge.deadlines.schema import Bound, Deadline, Deadlines, Event, FixedDay, Unit
from knowledge.schema import PROGRAMMES, KnowledgeBase

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CITATIONS: Shape = [{"source": "", "locator": ""}]
_DEADLINE: Shape = {
    **dict.fromkeys(
        ("id", "what", "who", "topic", "place", "undated", "bound", "counted_from", "note", "beside", "compared"), ""
    ),
    **{key: [""] for key in ("count", "extends")},
    **dict.fromkeys(("first_day_counts", "replaces"), bool),
    "fixed": [{"born_from": "", "born_to": "", "day": "", "years": int}],
    "citations": _CITATIONS,
}
_EVENT: Shape = {
    **dict.fromkeys(("id", "what", "counted_from", "programme"), ""),
    "names": [""],
    "deadline": [_DEADLINE],
}
_FILE: Shape = {"title": "", "order": int, "event": [{}]}
_UNIT: Shape = {**dict.fromkeys(("unit", "rule", "caution"), ""), "citations": _CITATIONS}


def unreadable(folder: Traversable) -> Iterator[Problem]:
    """The files of a folder of deadlines that are no TOML, and the tables that are not in the schema, with the line."""
    for name, text in event_files(folder):
        yield from _unreadable_file(f"deadlines/{EVENTS}/{name}", text)
    where = f"deadlines/{UNITS}"
    try:
        units = tomli.loads(folder.joinpath(UNITS).read_text("utf-8"))["unit"]
        for entry in units:
            yield from (Problem(where, _not_so(fault)) for fault in faults(entry, _UNIT))
            unit_from(entry)
    except tomli.TOMLDecodeError as failure:
        yield Problem(where, f"is no TOML: {failure}")
    except (KeyError, TypeError) as failure:
        yield Problem(where, _not_so(failure))


def content(base: KnowledgeBase, deadlines: Deadlines) -> Iterator[Problem]:
    """Ids, names, places, sources, topics and dates hold together."""
    yield from _names(deadlines)
    for event in deadlines.events:
        if event.programme not in PROGRAMMES:
            yield _problem(event, f"there is no programme “{event.programme}”; there are: {', '.join(PROGRAMMES)}")
        if not event.deadlines:
            yield _problem(event, "no deadline follows from it")
        for deadline in event.deadlines:
            for check in (_references, _dates, _comparison):
                yield from (_problem(event, what, deadline) for what in check(base, event, deadline))
    yield from _units(base, deadlines)


def cited(deadlines: Deadlines) -> frozenset[str]:
    """The ids of all sources that the deadlines cite."""
    return frozenset(
        citation.source for event in deadlines.events for deadline in event.deadlines for citation in deadline.citations
    )


def against_texts(base: KnowledgeBase, deadlines: Deadlines, folder: Path) -> Iterator[Problem]:
    """Hold every deadline against the texts of the sources it cites: its figures stand there, its sentences do not."""
    texts = texts_of(base, folder)
    everything = all_words(texts)
    for event in deadlines.events:
        for deadline in event.deadlines:
            if all(citation.source in texts for citation in deadline.citations):
                for figure in sorted(_told(deadline) - figures_there(base, deadline.citations, texts)):
                    yield _problem(event, f"the figure “{figure}” stands in none of the texts it cites", deadline)
            yield from (_problem(event, what, deadline) for what in copied(_words(deadline), everything))


def _unreadable_file(where: str, text: str) -> Iterator[Problem]:
    try:
        tables = tomli.loads(text)
    except tomli.TOMLDecodeError as failure:
        yield Problem(where, f"is no TOML: {failure}")
        return
    top = {**tables, "event": []} if isinstance(tables.get("event"), list) else tables
    yield from (Problem(where, _not_so(fault)) for fault in faults(top, _FILE))
    yield from (
        Problem(where, f"has no “{key}” at its top") for key in ("title", "order", "event") if key not in tables
    )
    entries = tables.get("event", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else (), start=1):
        named = entry.get("id") if isinstance(entry, dict) else None
        at = f"{where}, line {line_of(text, named)}, {named}" if named else f"{where}, event {number}"
        if wrong := list(faults(entry, _EVENT)):
            yield from (Problem(at, _not_so(fault)) for fault in wrong)
            continue
        try:
            event_from(entry, "", "", 0)
        except (KeyError, TypeError, ValueError) as failure:
            yield Problem(at, _not_so(failure))


def _not_so(fault: object) -> str:
    return f"is not as the schema has it: {fault}"


def _names(deadlines: Deadlines) -> Iterator[Problem]:
    counts = Counter(event.id for event in deadlines.events)
    owners: dict[frozenset[str], str] = {}
    for event in deadlines.events:
        if counts[event.id] > 1:
            yield _problem(event, "another event has this id too")
        for each in (event.id, *(deadline.id for deadline in event.deadlines)):
            if not _ID.fullmatch(each):
                yield _problem(event, f"“{each}”: an id is written in small letters with hyphens")
        for name in names_of(event):
            owner = owners.setdefault(key_of(name), event.id)
            if owner != event.id:
                yield _problem(event, f"“{name}” is a name of {owner} too")
            if not key_of(name):
                yield _problem(event, f"“{name}” holds only words that say nothing")


def _units(base: KnowledgeBase, deadlines: Deadlines) -> Iterator[Problem]:
    where = f"deadlines/{UNITS}"
    known = {rule.unit for rule in deadlines.units}
    yield from (Problem(where, f"does not say how {unit} are counted") for unit in get_args(Unit) if unit not in known)
    for rule in deadlines.units:
        for citation in rule.citations:
            if citation.source not in base.sources:
                yield Problem(where, f"cites “{citation.source}”, which is not in sources.toml")


def _references(base: KnowledgeBase, event: Event, deadline: Deadline) -> Iterator[str]:
    """What a deadline points to is there."""
    if sum(other.id == deadline.id for other in event.deadlines) > 1:
        yield "another deadline of the event has this id too"
    if deadline.place not in base.places:
        yield f"there is no place “{deadline.place}”; there are: {', '.join(base.places)}"
    if base.topic(deadline.topic) is None:
        yield f"points to the topic “{deadline.topic}”, which is not there"
    if not deadline.citations:
        yield "cites no source"
    for citation in deadline.citations:
        if citation.source not in base.sources:
            yield f"cites “{citation.source}”, which is not in sources.toml"
        if not citation.locator.strip():
            yield f"does not say where in “{citation.source}”"


def _dates(_base: KnowledgeBase, _event: Event, deadline: Deadline) -> Iterator[str]:
    """A deadline has one way to its date, or none."""
    if deadline.bound not in get_args(Bound):
        yield f"there is no bound “{deadline.bound}”; there are: {', '.join(get_args(Bound))}"
    if bool(deadline.undated) == bool(deadline.count or deadline.fixed):
        yield "has either a date (count, fixed) or the words of a rule without one (undated)"
    if deadline.fixed and not _whole_year(deadline.fixed):
        yield "the birthdays of “fixed” leave out a day of the year, or name one twice"


def _comparison(_base: KnowledgeBase, event: Event, deadline: Deadline) -> Iterator[str]:
    """A State's deadline stands beside a federal one, and says which of them governs."""
    federal = {other.id for other in event.deadlines if other.place == "federal"}
    if deadline.beside and (deadline.beside not in federal or deadline.place == "federal"):
        yield f"“{deadline.beside}”, which it stands beside, is no federal deadline of the event"
    if bool(deadline.beside) != bool(deadline.compared):
        yield "says beside which federal deadline it stands and which of them governs, or neither"
    if deadline.replaces and not deadline.beside:
        yield "replaces a deadline that it does not name in “beside”"


def _whole_year(choices: tuple[FixedDay, ...]) -> bool:
    """Whether each day of a leap year is the birthday of one choice."""
    return all(
        sum(choice.born_from <= (month, day) <= choice.born_to for choice in choices) == 1
        for month in range(1, 13)
        for day in range(1, calendar.monthrange(2024, month)[1] + 1)
    )


def _words(deadline: Deadline) -> str:
    parts = (deadline.what, deadline.who, deadline.undated, *deadline.extends, deadline.note, deadline.compared)
    return "\n\n".join(parts)


def _told(deadline: Deadline) -> frozenset[str]:
    """The figures that a deadline tells, in words or as a count; “0 days”, the day itself, is none."""
    days = (f"{calendar.month_name[choice.day[0]]} {choice.day[1]}" for choice in deadline.fixed)
    counts = (str(span) for span in deadline.count if span.amount)
    return figures_told(_words(deadline)) | figures(" ".join((*days, *counts)))


def _problem(event: Event, what: str, deadline: Deadline | None = None) -> Problem:
    name = f"{event.id}/{deadline.id}" if deadline else event.id
    return Problem(f"deadlines/{EVENTS}/{event.file}, line {event.line}, {name}", what)
