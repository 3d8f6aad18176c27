"""The shape of a question: whether it asks who, when, how much, what something is, or whether one may."""

from __future__ import annotations

import re
from functools import cache

from knowledge.find.analyzer import words


def shape_names() -> tuple[str, ...]:
    """All shapes there are."""
    return tuple(_patterns())


def shapes(question: str) -> frozenset[str]:
    """The shapes of a question, such as "who" or "amount"; none where its words show none."""
    return frozenset(name for name, pattern in _patterns().items() if pattern.search(question.lower()))


def programmes(question: str) -> frozenset[str]:
    """The programmes that a question's words point to, such as "part-c"; none where they point to none."""
    return _told("programmes", question)


def programmes_by_age(question: str) -> frozenset[str]:
    """The programmes for the ages of children that a question tells; none where it tells of none, or of moving on."""
    return frozenset() if "transition" in programmes(question) else _told("ages", question)


def ages() -> frozenset[str]:
    """The programmes that a child's age can tell."""
    return frozenset(words()["ages"])


def _told(table: str, question: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _programme_patterns(table).items() if pattern.search(question.lower()))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(cues) for name, cues in words()["shapes"].items()}


@cache
def _programme_patterns(table: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{'|'.join(cues)})\b") for name, cues in words()[table].items()}
