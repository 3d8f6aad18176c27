"""From the TOML files of this folder to `Deadlines`: `events/*.toml` and `units.toml`.

A file of events has a `title` (the heading they are listed under), an `order` among the files, and `[[event]]` tables
with `[[event.deadline]]` tables in them; `schema` says what their keys mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from knowledge.deadlines.schema import Deadline, Deadlines, Event, FixedDay, UnitRule, day_of_year, span_from
from knowledge.schema import Citation

EVENTS, UNITS = "events", "units.toml"


@cache
def load_deadlines() -> Deadlines:
    """The deadlines that ship with Tandem. `knowledge.checks` tells what is wrong with a file that fails here."""
    return read(files("knowledge").joinpath("deadlines"))


def read(folder: Traversable) -> Deadlines:
    """Read deadlines from a folder with `units.toml` and `events/`."""
    loaded = [(name, text, tomli.loads(text)) for name, text in event_files(folder)]
    return Deadlines(
        events=tuple(
            event_from(entry, tables["title"], name, line_of(text, entry["id"]))
            for name, text, tables in sorted(loaded, key=lambda each: int(each[2]["order"]))
            for entry in tables["event"]
        ),
        units=tuple(unit_from(entry) for entry in tomli.loads(folder.joinpath(UNITS).read_text("utf-8"))["unit"]),
    )


def event_files(folder: Traversable) -> Iterator[tuple[str, str]]:
    """The files of events in the order of their names: name and text."""
    for entry in sorted(folder.joinpath(EVENTS).iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".toml"):
            yield entry.name, entry.read_text("utf-8")


def line_of(text: str, table_id: str) -> int:
    """The line on which the table with this id gives it; 1 where it gives none."""
    at = text.find(f'id = "{table_id}"')
    return text.count("\n", 0, max(at, 0)) + 1


def event_from(entry: dict[str, Any], group: str, file: str, line: int) -> Event:
    """An event from its table. Raises KeyError, TypeError or ValueError for one that does not keep to the schema."""
    parts = {key: value for key, value in entry.items() if key != "deadline"}
    parts["names"] = tuple(parts["names"])
    return Event(deadlines=tuple(map(deadline_from, entry["deadline"])), group=group, file=file, line=line, **parts)


def deadline_from(entry: dict[str, Any]) -> Deadline:
    """A deadline from its table. Raises KeyError, TypeError or ValueError for one that does not keep to the schema."""
    parts = dict(entry)
    parts["count"] = tuple(map(span_from, parts.get("count", ())))
    parts["fixed"] = tuple(map(_fixed_day, parts.get("fixed", ())))
    parts["extends"] = tuple(parts.get("extends", ()))
    parts["citations"] = _citations(parts)
    return Deadline(**parts)


def unit_from(entry: dict[str, Any]) -> UnitRule:
    """How a unit is counted, from its table. Raises KeyError or TypeError for one that does not keep to the schema."""
    return UnitRule(**{**entry, "citations": _citations(entry)})


def _citations(parts: dict[str, Any]) -> tuple[Citation, ...]:
    return tuple(Citation(each["source"], each["locator"]) for each in parts["citations"])


def _fixed_day(entry: dict[str, Any]) -> FixedDay:
    return FixedDay(
        day_of_year(entry["born_from"]), day_of_year(entry["born_to"]), day_of_year(entry["day"]), entry["years"]
    )
