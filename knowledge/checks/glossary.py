"""Checks of the glossary: it explains each term that a topic uses, and none that no topic uses, each in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.problem import Problem, problem_of, problem_of_term
from knowledge.find.analyzer import words
from knowledge.glossary import names, term_named, terms_of, text_of
from knowledge.schema import KnowledgeBase, Term

LONGEST = 45
"""In words: one or two sentences."""

_ABBREVIATION = re.compile(r"(?<![\w@.])[A-Z][A-Z0-9]+(?:-\d+(?:-[A-Z])?)?(?=s?(?!\w))")
"""Two capitals and more, and the number of a form after them."""


def terms(base: KnowledgeBase) -> Iterator[Problem]:
    """A term has names of its own, is explained shortly, and points to places, topics and sources that are there."""
    owners: dict[str, Term] = {}
    for term in base.glossary:
        for name in term.names:
            owner = owners.setdefault(name.casefold(), term)
            if owner is not term:
                yield problem_of_term(term, f"shares the name “{name}” with {owner.name}")
        if not 0 < (count := len(term.explanation.split())) <= LONGEST:
            yield problem_of_term(
                term, f"is explained in {count} words; one or two sentences, of {LONGEST} at most, are wanted"
            )
        for place in term.places:
            if place not in base.places:
                yield problem_of_term(term, f"there is no place “{place}”; there are: {', '.join(base.places)}")
        yield from _to_read_on(base, term)


def _to_read_on(base: KnowledgeBase, term: Term) -> Iterator[Problem]:
    """There is a topic to read on, and one of those cites the term's source."""
    if not term.topics:
        yield problem_of_term(term, "names no topic to read on")
    for topic_id in term.topics:
        if topic_id not in base.by_id:
            yield problem_of_term(term, f"points to “{topic_id}”, which is not there")
    if term.source not in base.sources:
        yield problem_of_term(term, f"rests on “{term.source}”, which is not in sources.toml")
    elif term.source not in {
        citation.source
        for topic_id in term.topics
        if topic_id in base.by_id
        for citation in base.by_id[topic_id].citations
    }:
        yield problem_of_term(term, f"rests on “{term.source}”, which none of its topics cites")


def used(base: KnowledgeBase) -> Iterator[Problem]:
    """Each term is used by a topic."""
    found = {term for topic in base.topics for term in terms_of(topic, base=base)}
    for term in base.glossary:
        if term not in found:
            yield problem_of_term(term, "no topic uses it")


def explained(base: KnowledgeBase) -> Iterator[Problem]:
    """Each abbreviation that a topic uses is the name of a term, or one of the glossary's plain words."""
    for topic in base.topics:
        rest = names(base.glossary).sub(" ", text_of(topic))
        for word in dict.fromkeys(_ABBREVIATION.findall(rest)):
            if word not in base.plain_capitals:
                yield problem_of(topic, f"uses “{word}”, which glossary.toml does not explain")


def alike(base: KnowledgeBase) -> Iterator[Problem]:
    """What an abbreviation stands for is the same for the finder (`words.toml`) as in the glossary."""
    for short, meaning in words()["abbreviations"].items():
        term = term_named(short, base.glossary)
        if term and term_named(meaning, base.glossary) is not term:
            yield problem_of_term(term, f"has no name “{meaning}”, which “{short}” stands for in words.toml")
