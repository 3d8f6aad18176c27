"""The topics' vectors, and how near in meaning a question is to each topic.

A topic has a vector for each way to ask it and two for its answer. What counts is the nearest of its questions, the
middle of all, its answer and its prototype: the nearest alone is often another topic's by chance.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge.find.index import Floats, Numbers, phrasings
from knowledge.find.prototypes import Prototypes
from knowledge.schema import Topic

_CLOSE = 24
"""So many topics are looked at closely."""
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Nearness:
    """Cosines of a question and each topic: its nearest phrasing, its nearest three, the middle of all, its answer.

    `prototype` is how likely the question is the topic's by the prototypes alone, as `Prototypes.near` tells it.
    """

    best: Floats
    several: Floats
    middle: Floats
    answer: Floats
    prototype: Floats


@dataclass(frozen=True)
class Meanings:
    """The vectors of all phrasings (in the topics' order) and of all answers (two for each topic), and the prototypes.

    The middle of its vectors stands for a prototype that is not there.
    """

    phrases: Floats
    answers: Floats
    starts: Numbers
    fitted: Prototypes

    @cached_property
    def _sums(self) -> Floats:
        pairs = self.answers.reshape(len(self.starts) - 1, 2, -1).sum(axis=1)
        whole = np.concatenate([np.zeros((1, self.phrases.shape[1]), np.float32), np.cumsum(self.phrases, axis=0)])
        found: Floats = whole[self.starts[1:]] - whole[self.starts[:-1]] + pairs
        return found

    @cached_property
    def _middles(self) -> Floats:
        found: Floats = self._sums / np.linalg.norm(self._sums, axis=1, keepdims=True)
        return found

    @cached_property
    def _prototypes(self) -> Prototypes:
        return self.fitted.completed(self._middles)

    def near(self, vector: Floats, alike: Floats, without: int = -1) -> Nearness:
        """How near a question's vector is to each topic.

        Args:
            vector: the question's.
            alike: how the question's words match each topic. Only the topics that come near by these, or by the middle
                of their vectors, are looked at more closely; of the others the middle stands for all.
            without: the number of a phrasing that is looked past.
        """
        middle = self._middles @ vector
        owner = -1
        if without >= 0:
            owner = int(np.searchsorted(self.starts, without, side="right")) - 1
            rest = self._sums[owner] - self.phrases[without]
            middle[owner] = rest @ vector / np.linalg.norm(rest)
        close = np.union1d(_greatest(middle, _CLOSE), _greatest(alike, _CLOSE))
        best, several, answer = middle.copy(), middle.copy(), middle.copy()
        answer[close] = (self.answers[np.stack([2 * close, 2 * close + 1])] @ vector).max(axis=0)
        bounds = zip(self.starts[close].tolist(), self.starts[close + 1].tolist(), strict=True)
        for topic, (first, last) in zip(close.tolist(), bounds, strict=True):
            values = self.phrases[first:last] @ vector
            if topic == owner:
                values[without - first] = -1.0
            values.sort()
            nearest = values[-_NEAREST:]
            best[topic], several[topic] = values[-1], nearest.sum() / len(nearest)
        return Nearness(best, several, middle, answer, self._prototypes.near(vector))


def _greatest(values: Floats, count: int) -> NDArray[np.intp]:
    """The places of the greatest values."""
    if len(values) <= count:
        return np.arange(len(values))
    return np.argpartition(-values, count)[:count]


def answer_texts(topics: Iterable[Topic]) -> list[str]:
    """The texts of the answers' vectors: two for each topic."""
    return [text for topic in topics for text in (topic.short, f"{topic.question} {topic.short} {topic.more}")]


def phrase_texts(topics: Iterable[Topic]) -> list[str]:
    """The texts of the phrasings' vectors."""
    return [text for topic in topics for text in phrasings(topic)]
