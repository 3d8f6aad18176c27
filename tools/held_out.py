"""Which phrasings the encoder is not taught, so that what is calibrated on them is no memory of its lessons."""

from __future__ import annotations

import hashlib

from knowledge.schema import Topic

_FEWEST = 5
"""A topic with fewer phrasings keeps them all for the lessons."""


def held_out(topic: Topic) -> str:
    """One phrasing of the topic, always the same one, "" where it has too few."""
    own = [each for each in topic.phrasings if len(each.split()) > 2]
    if len(own) < _FEWEST:
        return ""
    return min(own, key=lambda text: hashlib.sha256(text.encode()).digest())
