"""Which file of the knowledge base cannot be read, and why."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

import tomli

from knowledge.checks.problem import Problem
from knowledge.loader import topic_files, topic_from
from knowledge.schema import Place, Source


def unreadable(folder: Traversable) -> Iterator[Problem]:
    """The files of a knowledge base that are no TOML, with the line, and the tables that are not in the schema."""
    for name, text in topic_files(folder.joinpath("topics"), "topics/"):
        yield from _topics(name, text)
    for name in ("sources.toml", "places.toml"):
        yield from _list(name, folder.joinpath(name).read_text("utf-8"))


def _topics(name: str, text: str) -> Iterator[Problem]:
    try:
        tables = tomli.loads(text)
    except tomli.TOMLDecodeError as failure:
        yield Problem(name, f"is no TOML: {failure}")
        return
    for key in tables.keys() - {"topic"}:
        yield Problem(name, f"has “{key}” at its top, where only [[topic]] stands")
    entries = tables.get("topic", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else [None], start=1):
        where = f"{name}, {entry.get('id', f'topic {number}') if isinstance(entry, dict) else f'topic {number}'}"
        if wrong := list(faults(entry, _TOPIC)):
            yield from (Problem(where, f"is not as the schema has it: {fault}") for fault in wrong)
            continue
        try:
            topic_from(entry, name)
        except (KeyError, TypeError) as failure:
            yield Problem(where, f"is not as the schema has it: {failure}")


Shape = str | type[int] | list["Shape"] | dict[str, "Shape"]
"""What a value must be: "" a text, int a whole number, bool true or false, a list of its one member, a table with these
keys."""

_TOPIC: Shape = {
    **dict.fromkeys(("id", "question", "short", "more", "kind", "programme"), ""),
    **{key: [""] for key in ("phrasings", "places", "roles", "related", "cautions", "rules")},
    "currency": dict.fromkeys(("as_of", "state", "note"), ""),
    "contrasts": [dict.fromkeys(("topic", "difference"), "")],
    "citations": [{"source": "", "locator": "", "supports": [""]}],
}


_SCALARS: dict[str | type[int], tuple[type, str]] = {
    "": (str, "a text"),
    int: (int, "a whole number"),
    bool: (bool, "true or false"),
}


def faults(value: object, shape: Shape, where: str = "") -> Iterator[str]:
    """Where a value differs from its shape."""
    at = f" at “{where}”" if where else ""
    if isinstance(shape, str | type):
        kind, words = _SCALARS[shape]
        if type(value) is not kind:
            yield f"{words} is wanted{at}"
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"a list is wanted{at}"
            return
        for each in value:
            yield from faults(each, shape[0], where)
    elif not isinstance(value, dict):
        yield f"a table is wanted{at}"
    else:
        for key, inner in value.items():
            if key in shape:
                yield from faults(inner, shape[key], key)
            else:
                yield f"unexpected '{key}'{at}"


def _list(name: str, text: str) -> Iterator[Problem]:
    """The sources or the places."""
    try:
        tables = tomli.loads(text)
    except tomli.TOMLDecodeError as failure:
        yield Problem(name, f"is no TOML: {failure}")
        return
    if name == "places.toml":
        for key in {"place", "not_covered"} - tables.keys():
            yield Problem(name, f"has no “{key}”")
    entries = tables.get("place") or [
        {"id": key, **table} if isinstance(table, dict) else {"id": key} for key, table in tables.items()
    ]
    for entry in entries:
        try:
            (Place if "place" in tables else Source)(**entry)
        except TypeError as failure:
            yield Problem(f"{name}, {entry.get('id', '?')}", f"is not as the schema has it: {failure}")
