"""Topics that lose a phrasing of their own to another topic, when the finder looks past that phrasing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from knowledge.find import calibration
from knowledge.find.index import phrasings
from knowledge.find.prepared import prepared
from knowledge.find.signals import see
from knowledge.schema import KnowledgeBase, Topic

_CLEARLY = 2.0
"""So much ahead the other topic must be, in its score, to be a find worth mending."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A phrasing of `topic` that would find `winner` first; `ahead` is the difference of their scores."""

    topic: Topic
    phrasing: str
    winner: Topic
    ahead: float


def lost_phrasings(base: KnowledgeBase) -> Iterator[Lost]:
    """Leave each phrasing out in turn, ask it, and give those that clearly find another topic. Takes a while."""
    made = prepared(base)
    vectors = None if made.meanings is None else made.meanings.phrases
    weights = calibration.model(with_meaning=vectors is not None)
    number = 0
    for own, topic in enumerate(base.topics):
        for phrasing in phrasings(topic):
            vector = None if vectors is None else vectors[number]
            scores = see(made, phrasing, made.analyse(phrasing), vector, without=number).signals @ weights.signals
            number += 1
            best = int(np.argmax(scores))
            ahead = float(scores[best] - scores[own])
            if ahead > _CLEARLY and base.topics[best].kind == topic.kind == "answer":
                yield Lost(topic, phrasing, base.topics[best], ahead)
