"""Fit the topics' prototypes to the topics as they are now.

    python -m tools.encoder.prototypes

A multinomial logistic model over the vectors of phrasings and answers: each is to be likeliest for its own topic, not
too surely (Szegedy and others, "Rethinking the Inception Architecture", 2016, section 7), also when it is shaken a
little. The phrasings held out for calibration take no part. Takes a minute beyond encoding; needs torch. Writes
knowledge/model/prototypes.safetensors; afterwards run `python -m tools.calibrate`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch.nn import functional as nn

from knowledge import load, stored
from knowledge.find.index import Floats, phrasings
from knowledge.find.meaning import answer_texts
from knowledge.find.prepared import prepared
from knowledge.find.prototypes import SHIPPED, Prototypes, write_prototypes
from knowledge.find.vectors import SHIPPED as VECTORS
from knowledge.find.vectors import Vectors, unpacked
from knowledge.schema import Topic
from tools.held_out import held_out

_ROUNDS, _BATCH, _RATE, _SEED = 40, 512, 3e-3, 1
_SURENESS = 20.0
"""By which cosines are multiplied: how far the nearest is preferred."""
_SHAKEN = 0.05
_DOUBT = 0.1
"""The share of each question that is left to all other topics."""
_STAY = 1e-3
"""What it costs to leave the middle of the topic's vectors."""


def main() -> None:
    """Fit, and write the file. Raises SystemExit where there is no encoder."""
    base = load()
    made = prepared(base)
    if made.meanings is None or made.encoder is None:
        raise SystemExit("The encoder is not there: python -m tools.encoder makes it.")
    texts, numbers = taught(base.topics)
    kept = Vectors(made.encoder, (VECTORS, stored.FOLDER / VECTORS.name))
    vectors = torch.tensor(unpacked(*kept.of(texts)))
    found = fitted(vectors, torch.tensor(numbers), len(base.topics))
    write_prototypes(SHIPPED, base.topics, found, made.encoder.digest)


def taught(topics: Sequence[Topic]) -> tuple[list[str], list[int]]:
    """The texts to learn from, and the number of each one's topic."""
    found = [
        (text, number)
        for number, topic in enumerate(topics)
        for text in (*(each for each in phrasings(topic) if each != held_out(topic)), *answer_texts([topic]))
    ]
    return [text for text, _ in found], [number for _, number in found]


def fitted(vectors: torch.Tensor, numbers: torch.Tensor, count: int) -> Prototypes:
    """The prototypes of so many topics, under which each vector is likeliest for its own."""
    torch.manual_seed(_SEED)
    middles = nn.normalize(torch.zeros(count, vectors.shape[1]).index_add(0, numbers, vectors), dim=-1)
    rows, added = middles.clone().requires_grad_(), torch.zeros(count, requires_grad=True)
    optimiser = torch.optim.Adam([rows, added], lr=_RATE)
    for number in range(_ROUNDS):
        for batch in torch.randperm(len(vectors)).split(_BATCH):
            shaken = nn.normalize(vectors[batch] + _SHAKEN * torch.randn(len(batch), vectors.shape[1]), dim=-1)
            scores = _SURENESS * shaken @ rows.T + added
            loss = nn.cross_entropy(scores, numbers[batch], label_smoothing=_DOUBT)
            loss = loss + _STAY * ((rows - middles) ** 2).sum()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
            optimiser.step()
        for group in optimiser.param_groups:
            group["lr"] = _RATE * (1 - number / _ROUNDS)
    return Prototypes(_floats(_SURENESS * rows), _floats(added))


def _floats(tensor: torch.Tensor) -> Floats:
    return np.array(tensor.detach().numpy(), np.float32)


if __name__ == "__main__":
    main()
