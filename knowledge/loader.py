"""From the TOML files, or what was stored of them, to a `KnowledgeBase`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from knowledge import stored
from knowledge.schema import Citation, Contrast, Currency, KnowledgeBase, Place, Source, Term, Topic

Tables = dict[str, Any]
"""The content of the files as it stands in them: "topics" (file and table of each), "sources", "places",
"glossary"."""


@cache
def load() -> KnowledgeBase:
    """The knowledge base that ships with Tandem. `knowledge.checks` tells what is wrong with a file that fails here."""
    return base_of(stored.tables() or tables(files("knowledge")))


def read(folder: Traversable) -> KnowledgeBase:
    """Read a knowledge base from a folder with `sources.toml`, `places.toml`, `glossary.toml` and `topics/`."""
    return base_of(tables(folder))


def tables(folder: Traversable) -> Tables:
    """What stands in the files of a folder."""
    return {
        "topics": [
            [name, entry]
            for name, text in topic_files(folder.joinpath("topics"))
            for entry in tomli.loads(text).get("topic", ())
        ],
        "sources": tomli.loads(folder.joinpath("sources.toml").read_text("utf-8")),
        "glossary": tomli.loads(folder.joinpath("glossary.toml").read_text("utf-8")),
        "places": tomli.loads(folder.joinpath("places.toml").read_text("utf-8")),
    }


def base_of(content: Tables) -> KnowledgeBase:
    """The knowledge base of what stands in the files."""
    topics = tuple(topic_from(entry, name) for name, entry in content["topics"])
    places, beyond = content["places"]["place"], content["places"]["not_covered"]
    return KnowledgeBase(
        topics=topics,
        sources={key: Source(id=key, **entry) for key, entry in content["sources"].items()},
        places={entry["id"]: Place(**{**entry, "names": tuple(entry["names"])}) for entry in places},
        not_covered=(*beyond["counties"], *beyond["states"]),
        not_covered_careful=(*beyond["careful_counties"], *beyond["careful_states"]),
        by_id={topic.id: topic for topic in topics},
        glossary=tuple(map(term_from, content["glossary"]["term"])),
        plain_capitals=tuple(content["glossary"]["plain"]["words"]),
    )


def topic_files(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    """The topic files of a folder and those below it, in the order of their names: name and text."""
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        name = f"{above}{entry.name}"
        if entry.is_dir():
            yield from topic_files(entry, f"{name}/")
        elif name.endswith(".toml"):
            yield name, entry.read_text("utf-8")


def topic_from(entry: dict[str, Any], file: str) -> Topic:
    """A topic from its table. Raises KeyError or TypeError for a table that does not keep to the schema."""
    parts = dict(entry)
    for key in ("phrasings", "places", "roles", "related", "cautions", "rules"):
        if key in parts:
            parts[key] = tuple(parts[key])
    if "currency" in parts:
        parts["currency"] = Currency(**parts["currency"])
    parts["contrasts"] = tuple(Contrast(**each) for each in parts.get("contrasts", ()))
    parts["citations"] = tuple(
        Citation(each["source"], each["locator"], tuple(each.get("supports", ())))
        for each in parts.get("citations", ())
    )
    parts["more"] = parts.get("more", "").strip()
    return Topic(file=file, **parts)


def term_from(entry: dict[str, Any]) -> Term:
    """A term from its table. Raises TypeError for a table that does not keep to the schema."""
    parts = dict(entry)
    for key in ("others", "forms", "places", "topics"):
        if key in parts:
            parts[key] = tuple(parts[key])
    return Term(**parts)
