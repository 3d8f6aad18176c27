"""The index over the topics' words: BM25 for each topic, and likeness to each of its phrasings.

BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), over one text for each topic: its
question, phrasings and answer, each with a weight of its own (BM25F). Likeness is the cosine of a question and a
phrasing, as sets of words weighted by their inverse document frequency; words of ordinary English weigh less.
All is kept in arrays, so that it can be stored and mapped into memory.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

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

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]

_K1, _B = 1.2, 0.5
_ADDED = 0.4
"""What a word that a lay word stands for weighs beside the question's own. This and the weights below are measured."""
_QUESTION, _PHRASING, _ANSWER = 2.0, 1.0, 0.5
_ORDINARY = 0.6
_EXPANDED = 0.3
"""What a word that an abbreviation stands for weighs in a likeness; SEIT alone would bring four."""
_KINDRED = 0.5
_CARRIED = 0.4
"""What a word weighs in a likeness that is carried over from the question before."""
_SMALL = 0.1
"""What a word without a subject ("who", "when") weighs in a likeness."""
_NOTHING = -2.0
"""Less than any likeness or cosine."""
_NEAREST = 3
"""The mean of so many phrasings most like the question is looked at beside the one most like it."""
_USUAL = 48
"""Few topics have more phrasings."""


@dataclass(frozen=True, slots=True)
class Matches:
    """How the words of a question match each topic, each an array in the topics' order.

    `bm25` is a share of what a topic with every word of the question could have; `coverage` the share of the
    question's weight that the topic knows; `likeness` that to its nearest phrasing, `likenesses` to its nearest three.
    """

    bm25: Floats
    coverage: Floats
    likeness: Floats
    likenesses: Floats


@dataclass(frozen=True)
class Index:
    """The topics' words, made by `build`. For each stem, `bounds` say which part of the arrays beside it is its own."""

    stems: tuple[str, ...]
    vocabulary: frozenset[str]
    rarity: Floats
    """The inverse document frequency of each stem, over all phrasings."""
    telling: Floats
    """The same over all topics."""
    bounds: Numbers
    topics: Numbers
    """The topics that have the stem, and how often, by the weight of the part it stands in."""
    counts: Floats
    lengths: Floats
    """Of each topic, beside the mean."""
    phrase_bounds: Numbers
    phrases: Numbers
    phrase_weights: Floats
    masses: Floats
    """Of each phrasing, the sum of its words' weights."""
    owners: Numbers
    """Of each phrasing, its topic; phrasings stand in their topics' order."""
    unknown: float
    """The weight of a word that no phrasing uses."""

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        return {stem: row for row, stem in enumerate(self.stems)}

    @cached_property
    def starts(self) -> Numbers:
        """Where each topic's phrasings begin; the last number is where all end."""
        found: Numbers = np.searchsorted(self.owners, np.arange(len(self.lengths) + 1)).astype(np.int32)
        return found

    @cached_property
    def groups(self) -> Groups:
        """The phrasings by their topics."""
        return Groups(self.starts)

    def knows(self, stem: str) -> bool:
        """Whether any topic has a word of that stem."""
        return stem in self._rows

    def match(self, asked: Analysed, without: int = -1) -> Matches:
        """Match a question with every topic; `without` is the number of a phrasing that is looked past."""
        weights = self._weighted(asked)
        mass = sum(weights.values()) or 1.0
        found = self._likenesses(weights, mass)
        if without >= 0:
            found[without] = 0.0
        best, several = self.groups.greatest(found)
        return Matches(self._bm25(asked, without), self._coverage(weights, mass, without), best, several)

    def _weighted(self, asked: Analysed) -> dict[str, float]:
        small, expanded = dict.fromkeys(asked.small, _SMALL), dict.fromkeys(asked.expanded, _EXPANDED)
        carried, own = dict.fromkeys(asked.carried, _CARRIED), dict.fromkeys(asked.own, 1.0)
        rows = self._rows
        return {
            word: weight * (float(self.rarity[rows[word]]) if word in rows else self.unknown)
            for word, weight in (small | carried | expanded | own).items()
        }

    def _bm25(self, asked: Analysed, without: int) -> Floats:
        scores = np.zeros(len(self.lengths), np.float32)
        full = (*asked.own, *asked.expanded)
        added = {*asked.added, *asked.carried}.difference(full)
        norms = _K1 * (1 - _B + _B * self.lengths)
        most = 0.0
        for weight, group in ((1.0, full), (_ADDED, sorted(added))):
            for word in group:
                row = self._rows.get(word)
                most += weight * (_K1 + 1) * (self.unknown if row is None else float(self.telling[row]))
                if row is None:
                    continue
                topics, counts = self._in_topics(row, without)
                scores[topics] += weight * self.telling[row] * counts * (_K1 + 1) / (counts + norms[topics])
        return scores / np.float32(most or 1.0)

    def _in_topics(self, row: int, without: int) -> tuple[Numbers, Floats]:
        """The topics that have a stem, and how often."""
        part = slice(self.bounds[row], self.bounds[row + 1])
        topics, counts = self.topics[part], self.counts[part]
        if without >= 0 and self._is_in(row, without):
            counts = np.where(topics == self.owners[without], np.maximum(counts - _PHRASING, 0), counts)
        return topics, counts

    def _coverage(self, weights: Mapping[str, float], mass: float, without: int) -> Floats:
        covered = np.zeros(len(self.lengths), np.float32)
        for word, weight in weights.items():
            row = self._rows.get(word)
            if row is not None:
                topics, counts = self._in_topics(row, without)
                covered[topics[counts > 0]] += weight
        shares: Floats = np.minimum(covered / np.float32(mass), np.float32(1))
        return shares

    def _likenesses(self, weights: Mapping[str, float], mass: float) -> Floats:
        """For each phrasing, how much weight it has in common with the question; a kindred word counts for a part."""
        common = np.zeros(len(self.masses), np.float32)
        for word, weight in weights.items():
            where, own = self._in_phrases(word)
            common[where] += np.minimum(np.float32(weight), own)
            near = np.zeros(0, np.float32)
            for other in sorted(kindred().get(word, frozenset()).difference(weights)):
                near = near if len(near) else np.zeros(len(self.masses), np.float32)
                there, other_weights = self._in_phrases(other)
                near[there] = np.maximum(near[there], other_weights)
            if len(near):
                near[where] = 0.0
                common += np.float32(_KINDRED) * np.minimum(np.float32(weight), near)
        common /= np.sqrt(np.maximum(np.float32(mass) * self.masses, np.float32(1e-9)))
        return np.minimum(common, np.float32(1), out=common)

    def _in_phrases(self, word: str) -> tuple[Numbers, Floats]:
        row = self._rows.get(word)
        if row is None:
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        part = slice(self.phrase_bounds[row], self.phrase_bounds[row + 1])
        return self.phrases[part], self.phrase_weights[part]

    def _is_in(self, row: int, phrase: int) -> bool:
        part = self.phrases[self.phrase_bounds[row] : self.phrase_bounds[row + 1]]
        place = int(np.searchsorted(part, phrase))
        return place < len(part) and int(part[place]) == phrase


class Groups:
    """Values in groups that lie one behind the other, such as phrasings by their topics."""

    def __init__(self, starts: Numbers) -> None:
        sizes = np.diff(starts)
        self._counted = np.clip(sizes, 1, _NEAREST).astype(np.float32)
        # The few groups that are far larger than the others would make every row as wide as theirs.
        bands = (np.flatnonzero(sizes <= _USUAL), np.flatnonzero(sizes > _USUAL))
        self._bands = tuple((band, _places(starts, sizes, band)) for band in bands if len(band))

    def greatest(self, values: Floats) -> tuple[Floats, Floats]:
        """The greatest value of each group, and the mean of its greatest three; 0 where there are none."""
        spread = np.append(values, np.float32(_NOTHING))
        best, several = np.zeros_like(self._counted), np.zeros_like(self._counted)
        for band, places in self._bands:
            top = np.partition(spread[places], -_NEAREST, axis=1)[:, -_NEAREST:]
            top = np.where(top == _NOTHING, np.float32(0), top)
            best[band], several[band] = top.max(axis=1), top.sum(axis=1)
        return best, several / self._counted


def _places(starts: Numbers, sizes: Numbers, groups: NDArray[np.intp]) -> Numbers:
    """A row for each of the groups with the places of its values, filled up with the place behind all values."""
    counted = np.arange(max(int(sizes[groups].max()), _NEAREST))
    found: Numbers = np.where(counted < sizes[groups, None], starts[groups, None] + counted, starts[-1])
    return found


# --- building ------------------------------------------------------------------------------------------------------


def build(topics: Iterable[Topic]) -> Index:
    """Index the topics."""
    topics = tuple(topics)
    ordinary = ordinary_stems().difference(*(stems(topic.question) for topic in topics if topic.kind == "answer"))
    counts = [_counted(topic) for topic in topics]
    phrases = [_weights(text) for topic in topics for text in phrasings(topic)]
    words = tuple(sorted({word for each in (*counts, *phrases) for word in each}))
    telling, spread = _rarity(counts, words, ordinary), _rarity(phrases, words, ordinary)
    rows = {word: row for row, word in enumerate(words)}
    phrases = [{word: weight * float(spread[rows[word]]) for word, weight in each.items()} for each in phrases]
    lengths = np.array([sum(count.values()) for count in counts], np.float32)
    return Index(
        words,
        frozenset(word for topic in topics for text in _texts(topic) for word in tokens(text)),
        spread,
        telling,
        *_columns(counts, rows),
        lengths / np.float32(max(float(lengths.mean()), 1e-9) if len(lengths) else 1),
        *_columns(phrases, rows),
        np.array([sum(each.values()) for each in phrases], np.float32),
        np.repeat(np.arange(len(topics), dtype=np.int32), [len(phrasings(topic)) for topic in topics]),
        math.log(1 + len(topics)),
    )


def phrasings(topic: Topic) -> tuple[str, ...]:
    """The ways to ask a topic: its question first, and none twice."""
    return tuple(dict.fromkeys((topic.question, *topic.phrasings)))


def _columns(texts: Sequence[Mapping[str, float]], rows: Mapping[str, int]) -> tuple[Numbers, Numbers, Floats]:
    """For each word (row) the texts that have it, with its weight there: where each row begins, and both arrays."""
    found: list[list[tuple[int, float]]] = [[] for _ in rows]
    for number, text in enumerate(texts):
        for word, weight in text.items():
            found[rows[word]].append((number, weight))
    flat = [each for row in found for each in row]
    return (
        np.cumsum([0, *map(len, found)], dtype=np.int32),
        np.array([number for number, _ in flat], np.int32),
        np.array([weight for _, weight in flat], np.float32),
    )


def _weights(text: str) -> dict[str, float]:
    small, expanded = dict.fromkeys(small_words(text), _SMALL), dict.fromkeys(expanded_stems(text), _EXPANDED)
    return small | expanded | dict.fromkeys(own_stems(text), 1.0)


def _rarity(texts: Collection[Iterable[str]], words: Sequence[str], ordinary: Collection[str]) -> Floats:
    """The inverse document frequency of each word; ordinary words weigh less."""
    having = Counter(word for text in texts for word in text)
    return np.array(
        [
            math.log(1 + (len(texts) - having[word] + 0.5) / (having[word] + 0.5))
            * (_ORDINARY if word in ordinary else 1)
            for word in words
        ],
        np.float32,
    )


def _texts(topic: Topic) -> tuple[str, ...]:
    return (*phrasings(topic), topic.short, topic.more)


def _counted(topic: Topic) -> dict[str, float]:
    """How often each stem stands in a topic, by the weight of the part it stands in."""
    count: defaultdict[str, float] = defaultdict(float)
    weights = (_QUESTION, *(_PHRASING for _ in phrasings(topic)[1:]), _ANSWER, _ANSWER)
    for weight, text in zip(weights, _texts(topic), strict=True):
        for word in stems(text):
            count[word] += weight
    return count
