"""Checks of the content that need nothing but the content: ids, lengths, words shared, and what points to what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import get_args

from knowledge.checks.problem import Problem, problem_of
from knowledge.find.analyzer import tokens
from knowledge.schema import PROGRAMMES, ROLES, Kind, KnowledgeBase, State

LONGEST_SHORT, LONGEST_MORE = 60, 120
"""In words: what a person reads before looking away."""
FEWEST_PHRASINGS = 6

_ID = re.compile(r"([a-z][a-z0-9-]*)/[a-z0-9]+(?:-[a-z0-9]+)*")
_LIMITS = "limits"
"""Stands for a place in the ids of topics that answer nothing: declines, small talk, danger."""
_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")


def ids(base: KnowledgeBase) -> Iterator[Problem]:
    """Ids are unique, and of the form place/short-name with a place where the topic holds."""
    counts = Counter(topic.id for topic in base.topics)
    for topic in base.topics:
        if counts[topic.id] > 1:
            yield problem_of(topic, "another topic has this id too")
        match = _ID.fullmatch(topic.id)
        if not match:
            yield problem_of(topic, "an id is place/short-name, in small letters with hyphens")
        elif match[1] != _LIMITS and match[1] not in topic.places:
            yield problem_of(topic, f"the id begins with “{match[1]}”, which is none of its places")


def phrasings(base: KnowledgeBase) -> Iterator[Problem]:
    """An answer has enough phrasings, and no two topics share one, however it is written."""
    owners: dict[tuple[str, ...], str] = {}
    for topic in base.topics:
        if topic.kind == "answer" and len(topic.phrasings) < FEWEST_PHRASINGS:
            yield problem_of(topic, f"has {len(topic.phrasings)} phrasings; {FEWEST_PHRASINGS} are the least")
        for text in (topic.question, *topic.phrasings):
            owner = owners.setdefault(tuple(tokens(text)), topic.id)
            if owner != topic.id:
                yield problem_of(topic, f"shares “{text}” with {owner}")


def lengths(base: KnowledgeBase) -> Iterator[Problem]:
    """The short answer and the rest of it are short enough to be read, and there is one."""
    for topic in base.topics:
        if not topic.short.strip():
            yield problem_of(topic, "the short answer is empty")
        for part, text, most in (("short", topic.short, LONGEST_SHORT), ("more", topic.more, LONGEST_MORE)):
            if (count := len(text.split())) > most:
                yield problem_of(topic, f"“{part}” has {count} words; {most} are the most")


def known_words(base: KnowledgeBase) -> Iterator[Problem]:
    """Kinds, places, programmes, roles and states are those that there are."""
    for topic in base.topics:
        for part, used, known in (
            ("kind", (topic.kind,), get_args(Kind)),
            ("place", topic.places, base.places),
            ("programme", (topic.programme,), PROGRAMMES),
            ("role", topic.roles, ROLES),
            ("state", (topic.currency.state,), get_args(State)),
        ):
            if not used:
                yield problem_of(topic, f"names no {part}")
            for word in used:
                if word not in known:
                    yield problem_of(topic, f"there is no {part} “{word}”; there are: {', '.join(known)}")
    for source in base.sources.values():
        if source.place not in base.places:
            yield Problem(f"sources.toml, {source.id}", f"there is no place “{source.place}”")
        if source.currency not in get_args(State):
            yield Problem(f"sources.toml, {source.id}", f"there is no state “{source.currency}”")


def links(base: KnowledgeBase) -> Iterator[Problem]:
    """What a topic points to is there, and is another topic."""
    known = {topic.id for topic in base.topics}
    for topic in base.topics:
        for target in (*topic.related, *(each.topic for each in topic.contrasts)):
            if target not in known:
                yield problem_of(topic, f"points to “{target}”, which is not there")
            elif target == topic.id:
                yield problem_of(topic, "points to itself")


def citations(base: KnowledgeBase) -> Iterator[Problem]:
    """An answer cites a source that is there, with a place in it that a reader can find."""
    for topic in base.topics:
        if topic.kind == "answer" and not topic.citations:
            yield problem_of(topic, "cites no source")
        for citation in topic.citations:
            if citation.source not in base.sources:
                yield problem_of(topic, f"cites “{citation.source}”, which is not in sources.toml")
            if not citation.locator.strip():
                yield problem_of(topic, f"does not say where in “{citation.source}”")


def sources_used(base: KnowledgeBase, cited_elsewhere: Collection[str]) -> Iterator[Problem]:
    """Every source is cited by a topic or elsewhere, and what is cited elsewhere is a source."""
    cited = {citation.source for topic in base.topics for citation in topic.citations}
    for source in sorted(base.sources.keys() - cited - set(cited_elsewhere)):
        yield Problem(f"sources.toml, {source}", "nothing cites this source")
    for source in sorted(set(cited_elsewhere) - base.sources.keys()):
        yield Problem(f"sources.toml, {source}", "is cited by a rule but not in the list")


def currency(base: KnowledgeBase) -> Iterator[Problem]:
    """An answer says as of which month it holds; one that is dated or superseded says what a reader must know."""
    for topic in base.topics:
        if topic.kind == "answer" and not _MONTH.fullmatch(topic.currency.as_of):
            yield problem_of(topic, f"“{topic.currency.as_of}” is no month (as_of is YYYY-MM)")
        if topic.currency.state != "current" and not topic.currency.note.strip():
            yield problem_of(topic, f"is {topic.currency.state} and has no note that says so")
