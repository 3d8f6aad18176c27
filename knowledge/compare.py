"""A question that compares places ("how does Connecticut differ from New York on …") gets the rule of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.compose import Answer
from knowledge.find.places import find_places
from knowledge.schema import KnowledgeBase

_MOST = 3
_COMPARING = re.compile(
    r"\b(?:versus|vs|compar\w+|differ\w*|differences?|than in|unlike|both|between|same (?:in|for)|or (?:in )?)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:how (?:does|do|is|are)(?= +(?:differ|compare|unlike|different))|(?:what(?:'s| is) the )?differences? between"
    r"|compared? (?:to|with)|compare|versus|vs\.?|differs? from|different (?:from|than|in)|than in|between|both)(?!\w)",
    re.IGNORECASE,
)


def compared(base: KnowledgeBase, question: str, ask: Callable[[str, str], Answer]) -> Answer | None:
    """The answers for each of the places that a question compares, in one; None where it compares none.

    Args:
        base: the knowledge base.
        question: what was asked.
        ask: answers a question for a place.

    Returns:
        One answer with the citations of all. Where a place has no rule on it, that is said in its stead.
    """
    places = find_places(base, question).covered
    if not 1 < len(places) <= _MOST or not _COMPARING.search(question):
        return None
    bare = _bare(base, question, places)
    found = [(place, ask(bare, place)) for place in sorted(places, key=_position(base, question))]
    known = [(place, each) for place, each in found if each.status == "answered"]
    if len({each.topic for _, each in known}) < len(places):
        known = _by_contrast(base, known, places, ask)
    return _together(base, question, [place for place, _ in found], known) if known else None


def _by_contrast(
    base: KnowledgeBase, known: list[tuple[str, Answer]], places: tuple[str, ...], ask: Callable[[str, str], Answer]
) -> list[tuple[str, Answer]]:
    """The answers, where a place has none of its own the counterpart of another's, if it has one."""
    have = {place for place, each in known if place in base.by_id[each.topic].places}
    own = [(place, each) for place, each in known if place in have]
    for place in (each for each in places if each not in have):
        near = (contrast.topic for _, each in own for contrast in base.by_id[each.topic].contrasts)
        other = next((topic for topic in near if place in base.by_id[topic].places), None)
        if other:
            own.append((place, ask(base.by_id[other].question, place)))
        else:
            own.extend(each for each in known if each[0] == place)
    return own


def _together(base: KnowledgeBase, question: str, places: list[str], known: list[tuple[str, Answer]]) -> Answer:
    answers = dict(known)
    parts = [
        f"{base.places[place].name}:\n\n{answers[place].answer}" if place in answers
        else f"{base.places[place].name}: I have no rule on that, so I won't guess."
        for place in places
    ]  # fmt: skip
    first = known[0][1]
    every = [each for _, each in known]
    return replace(
        first,
        question=question,
        answer="\n\n".join(parts),
        confidence=min(each.confidence for each in every),
        citations=tuple(dict.fromkeys(cited for each in every for cited in each.citations)),
        cautions=tuple(dict.fromkeys(each for found in every for each in found.cautions)),
        related=tuple(dict.fromkeys(each for found in every for each in found.related))[:_MOST],
    )


def _position(base: KnowledgeBase, question: str) -> Callable[[str], int]:
    small = question.lower()
    return lambda place: min((small.find(name) for name in base.places[place].names if name in small), default=0)


def _bare(base: KnowledgeBase, question: str, places: tuple[str, ...]) -> str:
    """The question without the places and the words that compare."""
    names = sorted((name for place in places for name in base.places[place].names), key=len, reverse=True)
    named = "|".join(map(re.escape, names))
    text = re.sub(rf"\b(?:in |for |from |and |or )*(?<!\w)(?:{named})(?!\w)(?:'s)?", " ", question, flags=re.IGNORECASE)
    return " ".join(_BESIDE.sub(" ", text).split())
