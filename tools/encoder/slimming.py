"""Making layers slimmer: of the places between its two dense parts, a layer keeps those that say most.

A place says as much as it answers to the texts, times how far what it answers reaches (after Molchanov and others,
"Pruning Convolutional Neural Networks for Resource Efficient Inference", 2017). Teaching makes up for what is lost.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.encoder.network import Network

_TEXTS = 2_000
"""So many texts show what a place answers to."""


def slimmer(
    weights: Mapping[str, NDArray[Any]], texts: Sequence[Sequence[int]], first: int, width: int, seed: int
) -> dict[str, NDArray[Any]]:
    """The weights, whose layers from `first` on (counted from 0) keep `width` places; `texts` are word pieces."""
    luck = random.Random(seed)  # noqa: S311 - repeatable luck is what is wanted
    activity = Network(weights, len(weights)).activity(luck.sample(texts, min(_TEXTS, len(texts))))
    found = dict(weights)
    for number in range(first, len(activity)):
        wide, narrow = f"encoder.layer.{number}.intermediate.dense", f"encoder.layer.{number}.output.dense"
        telling = activity[number].numpy() * np.linalg.norm(weights[f"{narrow}.weight"], axis=0)
        kept = np.sort(np.argsort(-telling, kind="stable")[:width])
        for part in ("weight", "bias"):
            found[f"{wide}.{part}"] = weights[f"{wide}.{part}"][kept]
        found[f"{narrow}.weight"] = weights[f"{narrow}.weight"][:, kept]
    return found
