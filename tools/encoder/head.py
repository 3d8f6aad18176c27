"""Fit the encoder's last step to the topics as they are now: a matrix by which all vectors are turned.

    python -m tools.encoder.head

Same contrast as in `teach`, over the vectors alone, so that it takes a few minutes, most of them to encode, and can be
done whenever topics have changed much. The phrasings held out for calibration take no part. Writes the matrix into
knowledge/model/encoder.safetensors, and the topics' vectors beside it. Needs torch.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as nn

from knowledge import load, stored
from knowledge.find.encoder import FILE, WIDTH, Encoder
from knowledge.find.meaning import answer_texts, phrase_texts
from knowledge.find.tensors import Tensors, read_tensors, write_tensors
from knowledge.find.vectors import SHIPPED, Vectors, packed, unpacked, write_vectors
from tools.held_out import held_out

_STEPS, _BATCH, _RATE, _TEMPERATURE, _SEED = 1000, 256, 1e-3, 0.05, 1
_STAY = 1e-3
"""What it costs to turn the vectors: the matrix stays near to one that changes nothing."""
_ANSWER_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Rows:
    """A topic's questions and answers, by their rows among all vectors."""

    questions: tuple[int, ...]
    answers: tuple[int, ...]


def main() -> None:
    """Fit, and write both files."""
    base, file = load(), read_tensors(FILE)
    body = Tensors({name: array for name, array in file.arrays.items() if name != "head"}, _as_body(file))
    phrases, answers = phrase_texts(base.topics), answer_texts(base.topics)
    found = Vectors(Encoder(body), (SHIPPED, stored.FOLDER / "vectors.safetensors"))
    vectors = unpacked(*found.of([*phrases, *answers]))
    head = fitted(torch.tensor(vectors), _rows(phrases, len(base.topics)))
    digest = hashlib.sha256(head.tobytes() + body.texts["digest"].encode()).hexdigest()[:16]
    texts = {**body.texts, "body": body.texts["digest"], "digest": digest}
    texts["head"] = f"fitted to the {len(base.topics)} topics of {stored.digest()}"
    write_tensors(FILE, Tensors({**body.arrays, "head": head}, texts))
    turned = vectors @ head
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    write_vectors(SHIPPED, [*phrases, *answers], *packed(turned), {"encoder": digest})


def fitted(vectors: torch.Tensor, topics: list[Rows]) -> NDArray[np.float32]:
    """The matrix under which questions of one topic lie closest together."""
    torch.manual_seed(_SEED)
    luck = random.Random(_SEED)  # noqa: S311 - repeatable luck is what is wanted
    still = torch.eye(WIDTH)
    head = still.clone().requires_grad_()
    optimiser = torch.optim.Adam([head], lr=_RATE)
    right = torch.arange(min(_BATCH, len(topics)))
    for step in range(_STEPS):
        pairs = [_pair(each, luck) for each in luck.sample(topics, len(right))]
        one, other = (nn.normalize(vectors[list(rows)] @ head, dim=-1) for rows in zip(*pairs, strict=True))
        scores = one @ other.T / _TEMPERATURE
        loss = (nn.cross_entropy(scores, right) + nn.cross_entropy(scores.T, right)) / 2
        loss = loss + _STAY * ((head - still) ** 2).sum()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
        optimiser.step()
        for group in optimiser.param_groups:
            group["lr"] = _RATE * (1 - step / _STEPS)
    return np.array(head.detach().numpy(), np.float32)


def _pair(topic: Rows, luck: random.Random) -> tuple[int, int]:
    """A question of the topic, and another one or an answer."""
    one = luck.choice(topic.questions)
    others = [each for each in topic.questions if each != one]
    return one, luck.choice(topic.answers if not others or luck.random() < _ANSWER_SHARE else others)


def _rows(phrases: list[str], count: int) -> list[Rows]:
    topics, found, place = load().topics, [], 0
    for number, topic in enumerate(topics):
        own = phrase_texts([topic])
        questions = tuple(place + each for each, text in enumerate(own) if text != held_out(topic))
        found.append(Rows(questions, (len(phrases) + 2 * number, len(phrases) + 2 * number + 1)))
        place += len(own)
    return found[:count]


def _as_body(file: Tensors) -> dict[str, str]:
    """What is kept with the weights under the head."""
    return {**file.texts, "digest": file.texts.get("body", file.texts["digest"])}


if __name__ == "__main__":
    main()
