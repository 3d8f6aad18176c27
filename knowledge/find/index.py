"""The index over the topics, and ranking them for a question: BM25, and likeness to a topic's best phrasing.

BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), over one text for each topic: its
question, phrasings and answer, each with a weight of its own (BM25F). Likeness is the cosine of a question and a
phrasing, as sets of words weighted by their inverse document frequency; words of ordinary English weigh less.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from knowledge.find.analyzer import (
    Analysed,
    expanded_stems,
    kindred,
    ordinary_stems,
    own_stems,
    small_words,
    stems,
    tokens,
)
from knowledge.schema import Topic

_K1, _B = 1.2, 0.5
_ADDED = 0.4
"""What a word that a lay word stands for weighs beside the question's own."""
_LIKENESS = 25.0
"""How much likeness weighs beside BM25. This and the weights below are measured with tests/benchmarks/questions."""
_QUESTION, _PHRASING, _ANSWER = 2.0, 1.0, 0.5
_ORDINARY = 0.6
_EXPANDED = 0.3
"""What a word that an abbreviation stands for weighs in a likeness; SEIT alone would bring four."""
_KINDRED = 0.5
_CARRIED = 0.4
"""What a word weighs in a likeness that is carried over from the question before."""
_SMALL = 0.1
"""What a word without a subject ("who", "when") weighs in a likeness."""
_NEAREST = 3
"""So many phrasings count in a topic's score: the one most like the question for a half, their mean for the other."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic with its score, its `likeness` to the question and the share of the question it covers (0 to 1)."""

    topic: Topic
    score: float
    likeness: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A question as people put it: its stems with their weights, the sum of these, and the stems kindred to them."""

    weights: Mapping[str, float]
    mass: float
    kindred: frozenset[str]


@dataclass(frozen=True, slots=True)
class Index:
    """The topics as stems; made once by `build`."""

    topics: tuple[Topic, ...]
    postings: Mapping[str, Mapping[int, float]]
    """For each stem, its BM25 score in each topic that has it, by the topic's index."""
    phrasings: tuple[tuple[Phrasing, ...], ...]
    """For each topic, its question and phrasings."""
    rarity: Mapping[str, float]
    """The inverse document frequency of each stem, over all phrasings."""
    vocabulary: frozenset[str]
    unknown: float
    """The weight of a word that no phrasing uses."""

    def rank(self, asked: Analysed, among: Collection[int] | None = None) -> tuple[Hit, ...]:
        """All topics with a word in common with the question, the best first; `among` limits them by their indexes."""
        scores: defaultdict[int, float] = defaultdict(float)
        full, added = (*asked.own, *asked.expanded), {*asked.added, *asked.carried}
        if not full:  # "what can you do": nothing but small words
            scores.update(dict.fromkeys(range(len(self.topics)), 0.0))
        for weight, group in ((1.0, full), (_ADDED, added.difference(full))):
            for word in group:
                for number, score in self.postings.get(word, {}).items():
                    if among is None or number in among:
                        scores[number] += weight * score
        small, expanded = dict.fromkeys(asked.small, _SMALL), dict.fromkeys(asked.expanded, _EXPANDED)
        carried, own = dict.fromkeys(asked.carried, _CARRIED), dict.fromkeys(asked.own, 1.0)
        question = self._weighted(small | carried | expanded | own)
        hits = [self._hit(number, score, question) for number, score in scores.items()]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.topic.id)))

    def _hit(self, number: int, score: float, question: Mapping[str, float]) -> Hit:
        nearest = sorted((likeness(question, each) for each in self.phrasings[number]), reverse=True)[:_NEAREST]
        score += _LIKENESS * (nearest[0] + sum(nearest) / len(nearest)) / 2
        covered = sum(weight for word, weight in question.items() if number in self.postings.get(word, ()))
        return Hit(self.topics[number], score, nearest[0], covered / (sum(question.values()) or 1.0))

    def _weighted(self, group: Mapping[str, float]) -> dict[str, float]:
        return {word: weight * self.rarity.get(word, self.unknown) for word, weight in group.items()}


def likeness(question: Mapping[str, float], phrasing: Phrasing) -> float:
    """Cosine-like likeness of a question and a phrasing, 0 to 1; a kindred word counts for a part."""
    common, weights = 0.0, phrasing.weights
    for word, weight in question.items():
        if word in weights:
            common += min(weight, weights[word])
        elif word in phrasing.kindred and (near := kindred()[word].intersection(weights).difference(question)):
            common += _KINDRED * min(weight, max(weights[each] for each in near))
    return common / math.sqrt(sum(question.values()) * phrasing.mass or 1.0)


def build(topics: Iterable[Topic]) -> Index:
    """Index the topics."""
    topics = tuple(topics)
    ordinary = ordinary_stems().difference(*(stems(topic.question) for topic in topics if topic.kind == "answer"))
    counts = [_counted(topic) for topic in topics]
    rarity = _rarity(counts, ordinary)
    length = sum(map(sum, (count.values() for count in counts))) / max(len(counts), 1) or 1.0
    postings: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for number, count in enumerate(counts):
        for word in count:
            postings[word][number] = rarity[word] * _saturated(count, word, length)
    phrasings = [[_weights(text) for text in (topic.question, *topic.phrasings)] for topic in topics]
    spread = _rarity([each for group in phrasings for each in group], ordinary)
    return Index(
        topics=topics,
        postings=postings,
        phrasings=tuple(tuple(_phrasing(each, spread) for each in group) for group in phrasings),
        rarity=spread,
        vocabulary=frozenset(word for topic in topics for text in _texts(topic) for word in tokens(text)),
        unknown=math.log(1 + len(topics)),
    )


def _phrasing(words: Mapping[str, float], spread: Mapping[str, float]) -> Phrasing:
    weights = {word: weight * spread[word] for word, weight in words.items()}
    near = frozenset[str]().union(*(kindred().get(word, ()) for word in weights))
    return Phrasing(weights, sum(weights.values()), near)


def _weights(text: str) -> dict[str, float]:
    small, expanded = dict.fromkeys(small_words(text), _SMALL), dict.fromkeys(expanded_stems(text), _EXPANDED)
    return small | expanded | dict.fromkeys(own_stems(text), 1.0)


def _rarity(texts: Collection[Iterable[str]], ordinary: Collection[str]) -> dict[str, float]:
    """The inverse document frequency of each word; ordinary words weigh less."""
    having = Counter(word for text in texts for word in text)
    return {
        word: math.log(1 + (len(texts) - count + 0.5) / (count + 0.5)) * (_ORDINARY if word in ordinary else 1.0)
        for word, count in having.items()
    }


def _texts(topic: Topic) -> tuple[str, ...]:
    return (topic.question, *topic.phrasings, topic.short, topic.more)


def _counted(topic: Topic) -> dict[str, float]:
    """How often each stem stands in a topic, by the weight of the part it stands in."""
    count: defaultdict[str, float] = defaultdict(float)
    weights = (_QUESTION, *(_PHRASING for _ in topic.phrasings), _ANSWER, _ANSWER)
    for weight, text in zip(weights, _texts(topic), strict=True):
        for word in stems(text):
            count[word] += weight
    return count


def _saturated(count: Mapping[str, float], word: str, length: float) -> float:
    norm = _K1 * (1 - _B + _B * sum(count.values()) / length)
    return count[word] * (_K1 + 1) / (count[word] + norm)
