"""The index over the topics, and ranking them for a question: BM25, and likeness to a topic's best phrasing.

BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), over one text for each topic: its
question, phrasings and answer. Likeness is the share of a question's weight (inverse document frequency) that it has in
common with the one phrasing most like it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from knowledge.find.analyzer import Analysed, stems, tokens
from knowledge.schema import Topic

_K1, _B = 1.2, 0.5
_ADDED = 0.4
"""What a word that a lay word stands for weighs beside the question's own."""
_LIKENESS = 6.0
"""How much likeness weighs beside BM25; measured with tests/benchmarks/questions."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic with its score, its `likeness` to the question and the share of the question it covers (0 to 1)."""

    topic: Topic
    score: float
    likeness: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Index:
    """The topics as stems; made once by `build`."""

    topics: tuple[Topic, ...]
    postings: Mapping[str, Mapping[int, float]]
    idf: Mapping[str, float]
    units: tuple[tuple[frozenset[str], ...], ...]
    vocabulary: frozenset[str]
    unknown: float
    """The weight of a word that no topic uses."""

    def rank(self, asked: Analysed, among: Collection[int] | None = None) -> tuple[Hit, ...]:
        """All topics with a word in common with the question, the best first; `among` limits them by their indexes."""
        scores: defaultdict[int, float] = defaultdict(float)
        for weight, group in ((1.0, asked.own), (_ADDED, asked.added)):
            for word in group:
                for number, score in self.postings.get(word, {}).items():
                    if among is None or number in among:
                        scores[number] += weight * score
        mass = sum(self.idf.get(word, self.unknown) for word in asked.own) or 1.0
        hits = [self._hit(number, score, asked, mass) for number, score in scores.items()]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.topic.id)))

    def _hit(self, number: int, score: float, asked: Analysed, mass: float) -> Hit:
        own = frozenset(asked.own)
        likeness = max((self._likeness(own, unit, mass) for unit in self.units[number]), default=0.0)
        covered = sum(self.idf[word] for word in own if number in self.postings.get(word, ()))
        return Hit(self.topics[number], score + _LIKENESS * likeness, likeness, covered / mass)

    def _likeness(self, own: frozenset[str], unit: frozenset[str], mass: float) -> float:
        """Cosine of the question and one phrasing, both as sets of weighted words."""
        common = sum(self.idf.get(word, 0.0) for word in own & unit)
        size = sum(self.idf.get(word, 0.0) for word in unit) or 1.0
        return common / math.sqrt(mass * size)


def build(topics: Iterable[Topic]) -> Index:
    """Index the topics."""
    topics = tuple(topics)
    texts = [f"{topic.question} {' '.join(topic.phrasings)} {topic.short} {topic.more}" for topic in topics]
    counts = [Counter(stems(text)) for text in texts]
    length = sum(map(sum, (count.values() for count in counts))) / max(len(counts), 1) or 1.0
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, count in enumerate(counts):
        for word in count:
            found[word].append(number)
    idf = {word: math.log(1 + (len(topics) - len(where) + 0.5) / (len(where) + 0.5)) for word, where in found.items()}
    postings = {
        word: {number: idf[word] * _saturated(counts[number], word, length) for number in where}
        for word, where in found.items()
    }
    units = tuple(tuple(frozenset(stems(text)) for text in (topic.question, *topic.phrasings)) for topic in topics)
    vocabulary = frozenset(word for text in texts for word in tokens(text))
    return Index(topics, postings, idf, units, vocabulary, math.log(1 + len(topics)))


def _saturated(count: Counter[str], word: str, length: float) -> float:
    norm = _K1 * (1 - _B + _B * sum(count.values()) / length)
    return count[word] * (_K1 + 1) / (count[word] + norm)
