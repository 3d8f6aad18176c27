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
        entries = tomli.loads(text).get("topic", ())
    except tomli.TOMLDecodeError as failure:
        yield Problem(name, f"is no TOML: {failure}")
        return
    for number, entry in enumerate(entries, start=1):
        try:
            topic_from(entry, name)
        except (KeyError, TypeError, AttributeError) as failure:
            yield Problem(f"{name}, {entry.get('id', f'topic {number}')}", f"is not as the schema has it: {failure}")


def _list(name: str, text: str) -> Iterator[Problem]:
    """The sources or the places."""
    try:
        tables = tomli.loads(text)
    except tomli.TOMLDecodeError as failure:
        yield Problem(name, f"is no TOML: {failure}")
        return
    entries = tables.get("place") or [{"id": key, **table} for key, table in tables.items()]
    for entry in entries:
        try:
            (Place if "place" in tables else Source)(**entry)
        except TypeError as failure:
            yield Problem(f"{name}, {entry.get('id', '?')}", f"is not as the schema has it: {failure}")
