"""A question of two parts ("who coordinates and is she paid extra?") gets both answered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.answer import Answer

_JOINT = re.compile(
    r"(?:[?;.,]\s+(?:and |also )*|\s+and (?:also |then )?|\s+also )"
    r"(?=(?:who|whom|when|where|what|which|why|how|is|are|does|do|can|could|must|may|will|should)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:who|whom|when|where|what|which|why|how|is|are|does|do|can|could|must|may|will|should)\b", re.IGNORECASE
)
_SHORTEST = 2
"""In words; less is no part of its own."""
_RELATED = 3
_SURE = 0.75
"""From here on the parts go before a whole that neither of them is about."""


def parts_of(question: str) -> tuple[str, str] | None:
    """The two parts of a question that asks two things, None for one that asks one thing or more than two."""
    parts = [each.strip(" ?,.;") for each in _JOINT.split(question) if each.strip(" ?,.;")]
    if len(parts) != 2 or not all(_ASKS.search(each) and len(each.split()) >= _SHORTEST for each in parts):
        return None
    return parts[0], parts[1]


def in_parts(question: str, whole: Answer, ask: Callable[[str, str, str], Answer]) -> Answer:
    """The answer to a question, with that to its other part where it has two.

    Args:
        question: what was asked.
        whole: the answer to the question as a whole.
        ask: answers a question that follows on a topic, by the topic's id, for a place ("" for the asker's own).

    Returns:
        `whole` where the question has one part, or the parts are no surer than the whole.
    """
    parts = parts_of(question)
    if parts is None or whole.status in ("crisis", "smalltalk", "declined"):
        return whole
    first = ask(parts[0], "", "")
    if first.status == "clarify" and whole.place:  # the other part tells which place is meant
        first = ask(parts[0], "", whole.place)
    if first.status != "answered":
        return whole
    second = ask(parts[1], first.topic, whole.place)
    if second.status != "answered" or second.topic == first.topic:
        return whole
    sure = min(first.confidence, second.confidence)
    if whole.status == "answered" and whole.topic not in (first.topic, second.topic) and sure < _SURE:
        return whole
    return replace(
        first,
        question=question,
        answer=f"{first.answer}\n\n{second.answer}",
        confidence=sure,
        citations=tuple(dict.fromkeys((*first.citations, *second.citations))),
        cautions=tuple(dict.fromkeys((*first.cautions, *second.cautions))),
        related=tuple(each for each in (*first.related, *second.related) if each.topic != second.topic)[:_RELATED],
    )
