"""Browsing the topics: by place, programme and subject, and by words of their questions.

Goes in: a knowledge base, and what is looked for. Comes out: topics that answer (no small talk, no declines), in the
order in which a reader goes through them. Their plain names are in `subjects.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

import tomli

from knowledge.danger import tells_of_danger
from knowledge.schema import PROGRAMMES, KnowledgeBase, Term, Topic
from knowledge.settings import settings

_WORD = re.compile(r"[^\W_]+")
_NEAREST = 10


@dataclass(frozen=True, slots=True)
class Shelf:
    """The topics of one place, programme and subject."""

    place: str
    programme: str
    subject: str
    topics: tuple[Topic, ...]

    @property
    def path(self) -> tuple[str, str, str]:
        """The way to it."""
        return self.place, self.programme, self.subject


@dataclass(frozen=True, slots=True)
class Search:
    """What a search came to, the best first; where no topic has all the words, the nearest, and `exact` is False."""

    topics: tuple[Topic, ...]
    exact: bool = True


def programme_name(programme: str) -> str:
    """A programme in plain words. Raises KeyError for one that there is not."""
    return str(_names()["programmes"][programme])


def subject_of(topic: Topic) -> str:
    """The subject that a topic belongs to, in plain words."""
    area = topic.file.removesuffix(".toml")
    return str(_names()["subjects"].get(area) or area.rpartition("/")[2].replace("-", " ").capitalize())


def answers(base: KnowledgeBase, *, place: str = "", programme: str = "", subject: str = "") -> tuple[Topic, ...]:
    """The topics that answer: those that hold in a place, belong to a programme, and whose subject has all the words.

    "" leaves a condition out.
    """
    wanted = _words(subject)
    return tuple(
        topic
        for topic in base.topics
        if topic.kind == "answer"
        and (not place or place in topic.places)
        and (not programme or programme == topic.programme)
        and _has(wanted, _in_a_row(subject_of(topic)))
    )


def shelves(base: KnowledgeBase, topics: Iterable[Topic]) -> Iterator[Shelf]:
    """The topics by the place that they are of, programme and subject, each in its own order."""
    places, programmes = list(base.places), list(PROGRAMMES)

    def where(topic: Topic) -> tuple[int, int, str]:
        return places.index(topic.places[0]), programmes.index(topic.programme), subject_of(topic)

    for (place, programme, subject), found in groupby(sorted(topics, key=where), where):
        yield Shelf(places[place], programmes[programme], subject, tuple(found))


def resting_on(base: KnowledgeBase, source: str) -> tuple[Topic, ...]:
    """The topics that answer by a source, those of its own place first; none for a source that no topic cites."""
    found = [topic for topic in answers(base) if any(each.source == source for each in topic.citations)]
    return tuple(sorted(found, key=lambda topic: topic.places[0] != base.sources[source].place))


def search_terms(base: KnowledgeBase, words: str) -> tuple[Term, ...]:
    """The terms of the glossary with all the words, or words that begin so, in one of their names.

    A term of just that name goes first, then those whose first name has the words.
    """
    wanted = _words(words)

    def rank(term: Term) -> tuple[bool, bool]:
        return all(_words(name) != wanted for name in term.names), not _has(wanted, _in_a_row(term.name))

    found = (term for term in base.glossary if wanted and any(_has(wanted, _in_a_row(name)) for name in term.names))
    return tuple(sorted(found, key=rank))


def search(base: KnowledgeBase, words: str, among: Iterable[Topic], *, place: str = "", near: bool = True) -> Search:
    """The topics that have all the words, or words that begin so; else those that the finder holds for the nearest.

    Args:
        base: the knowledge base.
        words: what was typed, the last word perhaps not to its end.
        among: the topics to look through.
        place: the reader's place, "" for none: topics of it, and of those it lies in, go before the others.
        near: whether to ask the finder for the nearest where no topic has all the words.

    Returns:
        What was found. Words that tell of danger find the help for it first.
    """
    wanted, line = _words(words), base.line_of(place)
    looked = tuple(among) if wanted or not words.strip() else ()
    help_first = (base.by_id[settings()["crisis"]["topic"]],) if tells_of_danger(words) else ()

    def rank(topic: Topic) -> tuple[bool, bool, int]:
        away = min((line.index(each) for each in topic.places if each in line), default=len(line))
        said = _said(base, topic)
        whole = all(f" {each} " in said for each in wanted)  # who types "bus" means no "business", unless it goes on
        return not whole, not _has(wanted, _in_a_row(topic.question)), away

    if found := sorted((topic for topic in looked if _has(wanted, _said(base, topic))), key=rank):
        return Search((*help_first, *found))
    if not near:
        return Search(help_first, exact=False)
    from knowledge.find.finding import find  # noqa: PLC0415 - it loads numpy, and most of browsing needs none

    hits = find(base, words, place=place, everywhere=True).answers
    least, ids = settings()["limits"]["worth_showing"], {topic.id for topic in looked}
    nearest = [hit.topic for hit in hits if hit.topic.id in ids and hit.coverage >= least]
    return Search((*help_first, *nearest[:_NEAREST]), exact=False)


@cache
def _said(base: KnowledgeBase, topic: Topic) -> str:
    """The words by which a topic is found: of its question, its phrasings, its subject, its place and its id."""
    names = (subject_of(topic), topic.id, *(base.places[place].name for place in topic.places))
    return _in_a_row(" ".join((topic.question, *topic.phrasings, *names)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _in_a_row(text: str) -> str:
    """The words of a text, each once, with a space around each."""
    return f" {' '.join(dict.fromkeys(_words(text)))} "


def _has(wanted: Iterable[str], words: str) -> bool:
    """Whether each of the wanted words begins one of the words, which stand in a row."""
    return all(f" {each}" in words for each in wanted)


@cache
def _names() -> dict[str, Any]:
    return tomli.loads(files("knowledge").joinpath("subjects.toml").read_text("utf-8"))
