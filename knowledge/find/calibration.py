"""The small model that weighs the signals: what each is worth, and when none of the topics is meant.

A multinomial logistic model (McFadden, "Conditional Logit Analysis", 1974) over the topics and "none of them". Its
weights are data, `calibration.toml`, which `python -m tools.calibrate` makes from the phrasings.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import tomli

from knowledge.find.index import Floats

SIGNALS = (
    "words", "coverage", "likeness", "likenesses", "meaning", "meanings", "middle", "answer", "prototype",
    "words_among", "likeness_among", "meaning_among", "middle_among", "programme", "shape",
    "declines", "declines_near", "chats", "helps",
)  # fmt: skip
"""What is known of a topic beside a question; those in `_among` are z-scores over all topics.

The last four are not of the question but of the topic: that it declines (and how near in meaning it is then), is small
talk, or helps in danger. A topic that declines stands for far more questions than it has phrasings.
"""
FREE = ("programme", "declines", "chats", "helps")
"""The signals that may speak against a topic too."""
DOUBTS = ("always", "length", "unknown", "unlike", "far")
"""What speaks for none of the topics: a long question, words that no topic has, no phrasing alike, no meaning near."""


class Weights(NamedTuple):
    """What each signal and each doubt is worth, in the orders above."""

    signals: Floats
    doubts: Floats


@cache
def model(*, with_meaning: bool) -> Weights:
    """The weights as calibrated: with the encoder, or for words alone."""
    data = _data()["with_encoder" if with_meaning else "words_alone"]
    return Weights(_row(data["signals"], SIGNALS), _row(data["doubts"], DOUBTS))


def chances(scores: Floats, none: float) -> tuple[Floats, float]:
    """How likely each topic is meant, by its score, and how likely none is; together one."""
    most = max(float(scores.max(initial=none)), none)
    likely, nothing = np.exp(scores - most), float(np.exp(none - most))
    whole = float(likely.sum()) + nothing
    return likely / whole, nothing / whole


def _row(weights: Mapping[str, float], names: tuple[str, ...]) -> Floats:
    return np.array([weights.get(name, 0.0) for name in names], np.float32)


@cache
def _data() -> dict[str, Any]:
    return tomli.loads(files("knowledge.find").joinpath("calibration.toml").read_text("utf-8"))
