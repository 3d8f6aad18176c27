"""What the knowledge base is made of. All are plain values; `loader` makes them from the TOML files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["answer", "decline", "smalltalk", "crisis"]
State = Literal["current", "dated", "superseded"]

PROGRAMMES = ("part-c", "part-b-preschool", "part-b-school-age", "any", "transition", "funding")
"""From birth on, as people browse them."""
ROLES = ("family", "provider", "trainer")


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is written. `text` names its text in the folder of the project's sources."""

    id: str
    title: str
    publisher: str
    place: str
    dated: str
    authority: str
    currency: State
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source with the place in it, and the figures or terms that it supports."""

    source: str
    locator: str
    supports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Currency:
    """As of which month (YYYY-MM) a topic holds; `note` tells what a reader must know of its age, "" for nothing."""

    as_of: str
    state: State
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A topic that this one is confused with, and what tells them apart."""

    topic: str
    difference: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that a person asks, with its answer. `file` is the name of the file it was read from."""

    id: str
    question: str
    short: str
    file: str
    kind: Kind = "answer"
    phrasings: tuple[str, ...] = ()
    more: str = ""
    places: tuple[str, ...] = ("federal",)
    programme: str = "any"
    roles: tuple[str, ...] = ROLES
    currency: Currency = Currency("", "current")
    contrasts: tuple[Contrast, ...] = ()
    related: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    rules: tuple[str, ...] = ()
    """Public codes of the document checks that the topic gives the background of ("MED001")."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with rules of its own, and the words people use for it."""

    id: str
    name: str
    names: tuple[str, ...]
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the field, explained once.

    `others` are its abbreviations and other names, the most used first; `forms` are other shapes of the word by which
    it is found in a text, such as a verb; `places` are where it is used, () for everywhere; `topics` are what to read
    on; `source` is the source of the explanation.
    """

    name: str
    explanation: str
    topics: tuple[str, ...]
    source: str
    others: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All by which it is found: its name, its other names and their forms."""
        return (self.name, *self.others, *self.forms)


@dataclass(frozen=True, eq=False)
class KnowledgeBase:
    """All topics, sources, places and terms. `not_covered` are names of places that Tandem must not answer for."""

    topics: tuple[Topic, ...]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    not_covered: tuple[str, ...] = ()
    not_covered_careful: tuple[str, ...] = ()
    by_id: Mapping[str, Topic] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    plain_capitals: tuple[str, ...] = ()
    """Words in capitals that are no abbreviation of the field."""

    def topic(self, topic_id: str) -> Topic | None:
        """The topic of that id, or None."""
        return self.by_id.get(topic_id)

    def line_of(self, place: str) -> tuple[str, ...]:
        """A place and the places it lies in, the nearest first: a county, its state, the federal rules."""
        found: list[str] = []
        while place in self.places and place not in found:
            found.append(place)
            place = self.places[place].parent
        return tuple(found)
