"""Plain BM25 over the same topics, for comparison: words as they are, no stems, no spelling, no place.

Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), k1 1.2 and b 0.75 as commonly set.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from knowledge.schema import Topic

_K1, _B = 1.2, 0.75


class PlainSearch:
    """An index over topics' questions, phrasings and answers."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        topics = tuple(topics)
        self._ids = [topic.id for topic in topics]
        self._counts = [
            Counter(_words(" ".join((topic.question, *topic.phrasings, topic.short, topic.more)))) for topic in topics
        ]
        self._lengths = [sum(count.values()) for count in self._counts]
        self._mean = sum(self._lengths) / len(self._lengths)
        self._having = Counter(word for count in self._counts for word in count)

    def rank(self, question: str) -> list[str]:
        """The ids of all topics, the best first."""
        scores = [self._score(number, _words(question)) for number in range(len(self._ids))]
        order = sorted(range(len(self._ids)), key=lambda number: -scores[number])
        return [self._ids[number] for number in order]

    def _score(self, number: int, words: list[str]) -> float:
        count, norm = self._counts[number], 1 - _B + _B * self._lengths[number] / self._mean
        return sum(
            math.log(1 + (len(self._ids) - self._having[word] + 0.5) / (self._having[word] + 0.5))
            * count[word] * (_K1 + 1) / (count[word] + _K1 * norm)
            for word in words
        )  # fmt: skip


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())
