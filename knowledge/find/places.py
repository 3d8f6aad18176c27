"""Which place a question names: one that is covered, one that is not, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from knowledge.schema import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Named:
    """`covered`: ids of the places named, the most particular of each line; `other`: a place that is not covered."""

    covered: tuple[str, ...]
    other: str = ""


def find_places(base: KnowledgeBase, question: str) -> Named:
    """Find the places that a question names, in any way of writing them."""
    text = " ".join(re.sub(r"[^a-z0-9.&]+", " ", question.lower()).split())
    covered = {place.id for place in base.places.values() if place.id != "federal" and _named(place.names, text)}
    covered -= {parent for place in covered for parent in base.line_of(place)[1:]}
    other = _first(base.not_covered, text) or _first_careful(base.not_covered_careful, question)
    if (
        not other
        and (match := re.search(r"\b([a-z]+) county\b", text))
        and match[1] not in ("schenectady", "schenectedy")
    ):
        other = "" if match[1] in _NOT_COUNTIES else f"{match[1]} county"
    return Named(tuple(sorted(covered)), other)


def without_places(base: KnowledgeBase, text: str) -> str:
    """A question without the names of places in it."""
    names = sorted((name for place in base.places.values() for name in place.names), key=len, reverse=True)
    return re.sub(rf"\b(?:in |for )?(?:{'|'.join(map(re.escape, names))})\b", " ", text, flags=re.IGNORECASE)


_NOT_COUNTIES = frozenset({
    "a", "and", "another", "any", "ask", "at", "bill", "both", "by", "call", "can", "could", "do", "does", "each",
    "every", "first", "for", "from", "has", "home", "if", "in", "is", "it's", "local", "must", "my", "neighboring",
    "new", "next", "of", "one", "or", "other", "our", "pay", "preschool", "resident", "same", "send", "should",
    "tell", "that", "the", "their", "this", "to", "what", "what's", "when", "which", "whose", "will", "with",
    "would", "your",
})  # fmt: skip
"""Words that stand before "county" and name none."""


def _named(names: Iterable[str], text: str) -> bool:
    return bool(_pattern(tuple(names)).search(text))


def _first(names: Iterable[str], text: str) -> str:
    match = _pattern(tuple(names)).search(text)
    return match.group().strip() if match else ""


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, longest_first))})(?![a-z0-9])")


def _first_careful(names: Iterable[str], question: str) -> str:
    """A name that is a word of its own counts behind "in", or as two capital letters."""
    for match in re.finditer(r"\b(?:in|from)\s+([A-Za-z]+)\b|\b([A-Z]{2})\b", question):
        word = (match[1] or match[2]).lower()
        if word in names:
            return word
    return ""
