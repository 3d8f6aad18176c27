"""Figures over many questions: risk against coverage, a difference with its interval, words in common."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, quantiles

from knowledge import KnowledgeBase
from knowledge.find.analyzer import ordinary_stems, own_stems

_RESAMPLES, _SEED = 2_000, 20_260


def risk_at(sure: Sequence[tuple[float, bool]], coverage: float) -> float:
    """The share of wrong ones among the surest `coverage` (0 to 1) of (confidence, right)."""
    surest = sorted(sure, key=lambda each: -each[0])[: max(1, round(coverage * len(sure)))]
    return 1 - mean(right for _, right in surest)


def coverage_at(sure: Sequence[tuple[float, bool]], risk: float) -> float:
    """The largest share of (confidence, right), the surest first, of which no more than `risk` are wrong.

    Those that are as sure as one another are taken together, as a limit on the confidence would take them.
    """
    surest = sorted(sure, key=lambda each: -each[0])
    most = wrong = 0
    for number, (confidence, right) in enumerate(surest, 1):
        wrong += not right
        is_last_of_its_kind = number == len(surest) or surest[number][0] < confidence
        if is_last_of_its_kind and wrong <= risk * number:
            most = number
    return most / len(surest)


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more of `ours` than of `theirs` is right, with its 95 % interval."""

    ours: float
    theirs: float
    low: float
    high: float

    @property
    def more(self) -> float:
        """The difference itself."""
        return self.ours - self.theirs


def paired_difference(ours: Sequence[bool], theirs: Sequence[bool]) -> Difference:
    """Compare two answers to the same questions by the paired bootstrap, always with the same random numbers.

    Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), percentile interval over the questions.
    """
    gains = [mine - other for mine, other in zip(ours, theirs, strict=True)]
    chance = random.Random(_SEED)  # noqa: S311 - resamples, no secret
    cuts = quantiles((mean(chance.choices(gains, k=len(gains))) for _ in range(_RESAMPLES)), n=40)
    return Difference(mean(ours), mean(theirs), cuts[0], cuts[-1])


class SharedWords:
    """Which content words a question shares with the question and short answer of a topic.

    Content words are stems without stop words, words of ordinary English, names of places, and words that stand in a
    quarter of the topics ("child", "service", "district"), which tell one from another no better than a stop word.
    """

    def __init__(self, base: KnowledgeBase) -> None:
        names = sorted((name for place in base.places.values() for name in place.names), key=len, reverse=True)
        self._places = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
        self._topics = {
            topic.id: self._stems(f"{topic.question} {topic.short}") for topic in base.topics if topic.kind == "answer"
        }
        having = Counter(stem for stems in self._topics.values() for stem in stems)
        self._everywhere = {stem for stem, count in having.items() if count >= len(self._topics) / 4}

    def with_topics(self, question: str, topics: Sequence[str]) -> frozenset[str]:
        """The content words of a question that at least one of the topics uses."""
        theirs = frozenset().union(*(self._topics[each] for each in topics))
        return (self._stems(question) & theirs) - self._everywhere

    def _stems(self, text: str) -> frozenset[str]:
        return frozenset(own_stems(self._places.sub(" ", text))) - ordinary_stems()
