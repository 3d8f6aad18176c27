"""From a question to its topics, ranked by words, place and role, and how sure the finder is of the first."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache

from knowledge.find.analyzer import analyse, words
from knowledge.find.index import Hit, Index, build
from knowledge.find.places import Named, find_places
from knowledge.schema import Kind, KnowledgeBase
from knowledge.settings import settings


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for a question: the places it names, and its topics, the best first.

    `answers` are topics that answer; `others` (declines, small talk, danger) are ordered by their likeness.
    `confidence` is 0 to 1: how sure it is that the first of `answers` is right.
    """

    named: Named
    answers: tuple[Hit, ...]
    others: tuple[Hit, ...]
    confidence: float
    telling: int = 1
    """How many words of the question carry a subject."""

    @property
    def nearness(self) -> float:
        """Likeness of the question to the topic that answers it best."""
        return self.answers[0].likeness if self.answers else 0.0

    def other(self, *kinds: Kind) -> Hit | None:
        """The topic of these kinds that is most like the question."""
        return next((hit for hit in self.others if hit.topic.kind in kinds), None)


@cache
def index_of(base: KnowledgeBase) -> Index:
    """The index over a knowledge base, made once."""
    return build(base.topics)


def find(
    base: KnowledgeBase, question: str, *, place: str = "", role: str = "", after: str = "", everywhere: bool = False
) -> Finding:
    """Find the topics for a question.

    Args:
        base: the knowledge base.
        question: what was asked, in any words.
        place: the id of the asker's place; a place named in the question goes before it. Only topics that hold there,
            in a place around it or in a part of it are looked at, beside small talk and danger.
        role: "family", "provider" or "trainer"; "" for not known.
        after: the id of the topic spoken of before, where the question follows on it: its words count a little, and the
            topics that people ask about next are preferred.
        everywhere: look at the topics of all places, whatever place is named or set.
    """
    index = index_of(base)
    named = find_places(base, question)
    asked = analyse(_without_places(base, question, named), index.vocabulary)
    last = base.topic(after)
    if last:
        asked = replace(asked, carried=analyse(last.question, index.vocabulary).own)
    next_ones = {*last.related, *(each.topic for each in last.contrasts)} if last else set()
    wanted = named.covered or ((place,) if place else ())
    hits = index.rank(asked, None if everywhere else _among(base, index, wanted))
    weights = settings()["weights"]

    def weighed(hit: Hit) -> Hit:
        bonus: float = weights["place"] * bool(set(wanted).intersection(hit.topic.places))
        bonus += weights["role"] * (bool(role) and role in hit.topic.roles)
        nearer = 1 + weights["next"] * (hit.topic.id in next_ones)
        return replace(hit, score=hit.score * (nearer + bonus), likeness=min(1.0, hit.likeness * nearer))

    ranked = sorted(map(weighed, hits), key=lambda hit: (-hit.score, hit.topic.id))
    answers = tuple(hit for hit in ranked if hit.topic.kind == "answer")
    others = tuple(sorted((hit for hit in ranked if hit.topic.kind != "answer"), key=lambda hit: -hit.likeness))
    confidence = _confidence(answers, others, len(question.split()))
    return Finding(named, answers, others, confidence, telling=len(asked.own))


def _confidence(answers: Sequence[Hit], others: Sequence[Hit], length: int) -> float:
    """How sure it is that the first answer is right, by a logistic model fitted on tests/benchmarks/questions.

    It looks at the likeness to a known phrasing, the share of the question that the topic knows, how much nearer the
    topic is than one that declines, how far it is ahead of the second, and the question's length in words: a long
    story is less like any phrasing (but below a few words the length says nothing).
    """
    if not answers or not answers[0].score:
        return 0.0
    model, best = settings()["confidence"], answers[0]
    declined = others[0].likeness if others else 0.0
    ahead = (best.score - answers[1].score) / best.score if len(answers) > 1 else 1.0
    total: float = (
        model["likeness"] * best.likeness
        + model["coverage"] * best.coverage
        + model["nearer"] * (best.likeness - declined)
        + model["ahead"] * ahead
        + model["length"] * math.log(1 + max(length, model["shortest"]))
        + model["bias"]
    )
    return round(1 / (1 + math.exp(-total)), 2)


def _among(base: KnowledgeBase, index: Index, covered: Sequence[str]) -> Collection[int] | None:
    """The topics that hold in these places, by their indexes; None for all where no place is known."""
    if not covered:
        return None
    allowed = {each for place in covered for each in _around(base, place)}
    return {
        number
        for number, topic in enumerate(index.topics)
        if topic.kind in ("smalltalk", "crisis") or allowed.intersection(topic.places)
    }


def _around(base: KnowledgeBase, place: str) -> set[str]:
    """A place, those it lies in, and those that lie in it: who names New York may mean Schenectady's rules."""
    return {*base.line_of(place), *(each for each in base.places if place in base.line_of(each))}


def _without_places(base: KnowledgeBase, question: str, named: Named) -> str:
    """The question without the names of places, which say where and not what; a programme's name says both."""
    text = question
    for place in named.covered:
        names = [name for name in base.places[place].names if not any(said in name for said in words()["joined"])]
        for name in sorted(names, key=len, reverse=True):
            text = re.sub(rf"(?<![\w]){re.escape(name)}(?![\w])", " ", text, flags=re.IGNORECASE)
    return text if re.search(r"\w{2}", text) else question
