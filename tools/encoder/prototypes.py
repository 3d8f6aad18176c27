"""Encode the topics' texts, and fit the topics' prototypes to them, as they are now.

    python -m tools.encoder.prototypes

A prototype is a row of a multinomial logistic model over the vectors of phrasings and answers: each is to be likeliest
for its own topic, not too surely (Szegedy and others, "Rethinking the Inception Architecture", 2016, section 7), also
when it is shaken a little. The phrasings held out for calibration take no part. Takes a few minutes; needs torch.
Writes knowledge/model/vectors.safetensors and prototypes.safetensors; afterwards run `python -m tools.calibrate`.
"""

from __future__ import annotations

import numpy as np
import torch
from torch.nn import functional as nn

from knowledge import load, stored
from knowledge.find.encoder import encoder
from knowledge.find.index import Floats, phrasings
from knowledge.find.meaning import answer_texts, phrase_texts
from knowledge.find.prototypes import SHIPPED as PROTOTYPES
from knowledge.find.prototypes import Prototypes, write_prototypes
from knowledge.find.vectors import SHIPPED as VECTORS
from knowledge.find.vectors import Vectors, unpacked, write_vectors
from tools.held_out import held_out

_ROUNDS, _BATCH, _RATE, _SEED = 20, 512, 3e-3, 1
_SURENESS = 20.0
"""By which cosines are multiplied: how far the nearest is preferred."""
_SHAKEN = 0.05
_DOUBT = 0.1
"""The share of each question that is left to all other topics."""
_STAY = 1e-3
"""What it costs to leave the middle of the topic's vectors."""


def main() -> None:
    """Encode, fit, and write both files. Raises SystemExit where there is no encoder."""
    topics, found = load().topics, encoder()
    if found is None:
        raise SystemExit("The encoder is not there: python -m tools.encoder makes it.")
    phrases, answers = phrase_texts(topics), answer_texts(topics)
    eight, scales = Vectors(found, (VECTORS, stored.FOLDER / VECTORS.name)).of([*phrases, *answers])
    write_vectors(VECTORS, [*phrases, *answers], eight, scales, {"encoder": found.digest})
    owners = [number for number, topic in enumerate(topics) for _ in phrasings(topic)]
    owners += [number for number in range(len(topics)) for _ in range(2)]
    taught = [row for row, text in enumerate(phrases) if text != held_out(topics[owners[row]])]
    taught += range(len(phrases), len(owners))
    vectors = torch.tensor(unpacked(eight, scales)[taught])
    made = fitted(vectors, torch.tensor(owners)[taught], len(topics))
    write_prototypes(PROTOTYPES, topics, made, found.digest)


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
