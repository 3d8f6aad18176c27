"""Whether what families read is easy to read: at most grade 8 by the Flesch-Kincaid formula of the library `textstat`.

`textstat` is there where topics are written (the group `dev` of pyproject.toml), not where they are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import cast

from knowledge.checks.problem import Problem, problem_of, problem_of_term
from knowledge.glossary import names
from knowledge.schema import KnowledgeBase, Place

HARDEST = 8.0
"""The grade that the requirement sets for what families read."""

_FIGURE = re.compile(r"[$§]?\d(?:[\w,.:/()–-]*[\w)%])?")
_LINE_END = re.compile(r"\s*\n[\s-]*")
_EASY_WORD, _EASY_FIGURE = "word", "ten"


class NoTextstat(Exception):
    """The library that reckons the grade is not installed; the message says what to do."""


def too_hard(base: KnowledgeBase) -> Iterator[Problem]:
    """The short answers for families, and the glossary's explanations, that are above grade 8.

    Raises:
        NoTextstat: the library is not installed.
    """
    for topic in base.topics:
        if "family" in topic.roles and (found := grade(topic.short, base)) > HARDEST:
            yield problem_of(topic, f"“short” reads at grade {found:.1f}; {HARDEST:g} is the hardest for families")
    for term in base.glossary:
        if (found := grade(term.explanation, base)) > HARDEST:
            yield problem_of_term(term, f"is explained at grade {found:.1f}; {HARDEST:g} is the hardest")


def grade(text: str, base: KnowledgeBase) -> float:
    """The Flesch-Kincaid grade of a text, in which each of these counts as one easy word.

    - A term of the glossary: a family has to learn it whatever words stand around it ("IEP", "prior written notice"),
      and it is explained where it is used.
    - The name of a place that Tandem knows: people know where they live.
    - A figure, however it is written, and the number of a law: "1,200", "60", "300.613(a)"; its points end no
      sentence.

    The end of a line ends a sentence: lists have no other mark.

    Raises:
        NoTextstat: the library is not installed.
    """
    plain = names(base.glossary).sub(_EASY_WORD, _LINE_END.sub(". ", text))
    plain = _place_names(tuple(base.places.values())).sub(_EASY_WORD, plain)
    return _flesch_kincaid()(_FIGURE.sub(_EASY_FIGURE, plain))


@cache
def _place_names(places: tuple[Place, ...]) -> re.Pattern[str]:
    """The names of places, as names are written: with a capital."""
    known = {name.title() for place in places for name in (place.name, *place.names)}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, known), key=len, reverse=True))})\b")


@cache
def _flesch_kincaid() -> Callable[[str], float]:
    try:
        textstat = import_module("textstat")
    except ImportError:
        raise NoTextstat(
            "The reading level needs the library textstat, which comes with the tests: run `python3 run.py test` once."
        ) from None
    return cast("Callable[[str], float]", textstat.flesch_kincaid_grade)
