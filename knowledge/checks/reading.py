"""Which file of the knowledge base cannot be read, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from knowledge.checks.problem import Problem
from knowledge.loader import term_from, topic_files, topic_from
from knowledge.schema import Place, Source


def unreadable(folder: Traversable) -> Iterator[Problem]:
    """The files of a knowledge base that are no TOML, with the line, and the tables that are not in the schema."""
    for name, text in topic_files(folder.joinpath("topics"), "topics/"):
        yield from _tables(name, text, "topic", "id", lambda entry: topic_from(entry, ""))
    glossary = folder.joinpath("glossary.toml").read_text("utf-8")
    yield from _tables("glossary.toml", glossary, "term", "name", term_from)
    for name in ("sources.toml", "places.toml"):
        yield from _list(name, folder.joinpath(name).read_text("utf-8"))


def _tables(name: str, text: str, kind: str, key: str, make: Callable[[dict[str, Any]], object]) -> Iterator[Problem]:
    """A file of [[topic]] or [[term]] tables; `key` is what one of them is called by."""
    try:
        tables = tomli.loads(text)
    except tomli.TOMLDecodeError as failure:
        yield Problem(name, f"is no TOML: {failure}")
        return
    for other in sorted(tables.keys() - {kind, *_BESIDE[kind]}):
        yield Problem(name, f"has “{other}” at its top, where only [[{kind}]] stands")
    for table, shape in _BESIDE[kind].items():
        if table not in tables:
            yield Problem(name, f"has no “{table}”")
            continue
        for fault in faults(tables[table], shape):
            yield Problem(name, f"is not as the schema has it: {fault}")
    entries = tables.get(kind, [])
    for number, entry in enumerate(entries if isinstance(entries, list) else [None], start=1):
        called = entry.get(key, f"{kind} {number}") if isinstance(entry, dict) else f"{kind} {number}"
        where = f"{name}, {called}"
        if wrong := list(faults(entry, _SHAPES[kind])):
            yield from (Problem(where, f"is not as the schema has it: {fault}") for fault in wrong)
            continue
        try:
            make(entry)
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
_TERM: Shape = {
    **dict.fromkeys(("name", "explanation", "source"), ""),
    **{key: [""] for key in ("others", "forms", "places", "topics")},
}
_SHAPES = {"topic": _TOPIC, "term": _TERM}
_BESIDE: dict[str, dict[str, Shape]] = {"topic": {}, "term": {"plain": {"words": [""]}}}
"""What else stands in a file of these."""


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
