"""Fine-tuning: questions of one topic come to lie close together and to its answer, those of others apart.

Each text is to be likeliest for its own topic among all, by prototypes that are learned with the encoder (Movshovitz-
Attias and others, "No Fuss Distance Metric Learning using Proxies", 2017), and near to another text of its topic among
all in the batch (Khosla and others, "Supervised Contrastive Learning", 2020). Some word pieces are left out on the way,
and some questions are misspelled.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as nn

from tools.encoder.lessons import Lesson
from tools.encoder.network import Network

Pair = tuple[int, int, int]
"""The number of a topic, and of two of its texts."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to teach."""

    rounds: int = 4
    batch: int = 48
    """So many topics are in a batch, each with two texts."""
    rate: float = 5e-5
    rate_of_prototypes: float = 3e-3
    warm_up: float = 0.1
    temperature: float = 0.05
    first_taught: int = 1
    width: int = 1_024
    """So many of the 1,536 places between their dense parts the layers that learn keep."""
    doubt: float = 0.1
    """The share of each text that is left to all other topics."""
    contrast: float = 0.5
    """What the nearness of two texts counts beside the nearness of each to its prototype."""
    left_out: float = 0.15
    """The share of its word pieces that is left out of a text."""
    as_meant: float = 0.5
    """How often a question that has a misspelled twin is asked without the slip."""
    seed: int = 20261126


def teach(
    weights: Mapping[str, NDArray[np.float32]],
    pieces: Sequence[Sequence[int]],
    lessons: Sequence[Lesson],
    plan: Plan,
    say: Callable[[str], None],
) -> Iterator[dict[str, NDArray[np.float32]]]:
    """The weights after each round; `pieces` are the word pieces of the texts that the lessons name by number."""
    torch.manual_seed(plan.seed)
    luck = random.Random(plan.seed)  # noqa: S311 - repeatable luck is what is wanted
    network = Network(weights, plan.first_taught)
    below = network.below(pieces)
    say(f"{len(pieces)} texts prepared")
    prototypes = _middles(network, below, lessons).requires_grad_()
    optimiser = torch.optim.AdamW(
        [
            {"params": network.taught, "lr": plan.rate, "weight_decay": 0.01},
            {"params": [prototypes], "lr": plan.rate_of_prototypes, "weight_decay": 0.0},
        ]
    )
    steps = plan.rounds * len(_batches(_pairs(lessons, luck), plan.batch, luck))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step / steps, plan.warm_up))
    for number in range(plan.rounds):
        begun, losses = time.perf_counter(), []
        for batch in _batches(_pairs(lessons, luck), plan.batch, luck):
            topics = torch.tensor([topic for topic, _, _ in batch])
            one, other = (
                network.vectors([_asked(below, lessons[pair[0]], pair[place], plan, luck) for pair in batch])
                for place in (1, 2)
            )
            loss = _loss(one, other, prototypes, topics, plan)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        spent = time.perf_counter() - begun
        say(f"round {number + 1} of {plan.rounds}: loss {np.mean(losses):.3f}, {spent:.0f} s")
        yield network.arrays()


def _loss(
    one: torch.Tensor, other: torch.Tensor, prototypes: torch.Tensor, topics: torch.Tensor, plan: Plan
) -> torch.Tensor:
    both, twice = torch.cat([one, other]), torch.cat([topics, topics])
    to_topics = nn.cross_entropy(both @ prototypes.T / plan.temperature, twice, label_smoothing=plan.doubt)
    near, right = one @ other.T / plan.temperature, torch.arange(len(one))
    return to_topics + plan.contrast * (nn.cross_entropy(near, right) + nn.cross_entropy(near.T, right)) / 2


def _asked(below: Sequence[torch.Tensor], lesson: Lesson, text: int, plan: Plan, luck: random.Random) -> torch.Tensor:
    """A text as it is asked this time: misspelled or as it is meant, and without some of its word pieces."""
    slipped = lesson.misspelled.get(text)
    values = below[text if slipped is None or luck.random() < plan.as_meant else slipped]
    kept = torch.rand(len(values)) >= plan.left_out
    kept[0] = kept[-1] = True
    return values[kept]


def _middles(network: Network, below: Sequence[torch.Tensor], lessons: Sequence[Lesson]) -> torch.Tensor:
    """For each topic, the middle of its texts' vectors, of length one."""
    with torch.no_grad():
        found = [network.vectors([below[each] for each in (*own.questions, *own.answers)]).sum(0) for own in lessons]
    return nn.normalize(torch.stack(found), dim=-1)


def _rate(done: float, warm_up: float) -> float:
    return min(done / warm_up, (1 - done) / (1 - warm_up)) if done < 1 else 0.0


def _pairs(lessons: Sequence[Lesson], luck: random.Random) -> list[Pair]:
    """Each topic's texts two by two, in a new order; where one is left over, it goes with another once more."""
    found = []
    for topic, lesson in enumerate(lessons):
        own = [*lesson.questions, *lesson.answers]
        luck.shuffle(own)
        found += [(topic, one, other) for one, other in zip(own[::2], own[1::2] + own[: len(own) % 2], strict=True)]
    return found


def _batches(pairs: Sequence[Pair], size: int, luck: random.Random) -> list[list[Pair]]:
    """All pairs in a new order; no batch has two of one topic, as each would be a wrong answer to the other."""
    left, found = luck.sample(pairs, len(pairs)), []
    while left:
        batch: dict[int, Pair] = {}
        rest = []
        for each in left:
            if len(batch) < size and each[0] not in batch:
                batch[each[0]] = each
            else:
                rest.append(each)
        if len(batch) > 1:
            found.append(list(batch.values()))
        left = rest
    return found
