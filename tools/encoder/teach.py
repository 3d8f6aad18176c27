"""Fine-tuning: questions of one topic come to lie close together and to its answer, those of others apart.

In-batch contrast (Henderson and others, "Efficient Natural Language Response Suggestion", 2017): each question is to
pick its partner, another question of its topic or the answer, among the partners of all others and one text of the
topic that was nearest to it before the round. Some questions are misspelled on the way.
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


@dataclass(frozen=True, slots=True)
class Plan:
    """How to teach."""

    rounds: int = 3
    each: int = 4
    """So many questions of a topic are asked in a round."""
    batch: int = 64
    rate: float = 5e-5
    warm_up: float = 0.1
    temperature: float = 0.05
    first_taught: int = 3
    answer_share: float = 0.3
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
    steps = plan.rounds * -(-sum(min(plan.each, len(lesson.questions)) for lesson in lessons) // plan.batch)
    optimiser = torch.optim.AdamW(network.taught, lr=plan.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step / steps, plan.warm_up))
    for number in range(plan.rounds):
        begun, losses = time.perf_counter(), []
        with torch.no_grad():
            nearest = _nearest(network, below, lessons)
        asked = [(topic, place) for topic, lesson in enumerate(lessons) for place in _some(lesson, plan.each, luck)]
        for batch in _batches(asked, plan.batch, luck):
            anchors, partners, rivals = zip(
                *(_drawn(lessons, topic, place, nearest, plan, luck) for topic, place in batch), strict=True
            )
            found = [network.vectors([below[each] for each in group]) for group in (anchors, partners, rivals)]
            scores = found[0] @ torch.cat(found[1:]).T / plan.temperature
            loss = nn.cross_entropy(scores, torch.arange(len(batch)))
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        spent = time.perf_counter() - begun
        say(f"round {number + 1} of {plan.rounds}: loss {np.mean(losses):.3f}, {spent:.0f} s")
        yield network.arrays()


def _some(lesson: Lesson, most: int, luck: random.Random) -> list[int]:
    return luck.sample(range(len(lesson.questions)), min(most, len(lesson.questions)))


def _rate(done: float, warm_up: float) -> float:
    return min(done / warm_up, (1 - done) / (1 - warm_up)) if done < 1 else 0.0


def _batches(asked: Sequence[tuple[int, int]], size: int, luck: random.Random) -> list[list[tuple[int, int]]]:
    """All questions in a new order; no batch has two of one topic, as each would be a wrong answer to the other."""
    left, found = luck.sample(asked, len(asked)), []
    while left:
        batch: dict[int, tuple[int, int]] = {}
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


def _drawn(
    lessons: Sequence[Lesson], topic: int, place: int, nearest: Mapping[int, Sequence[int]], plan: Plan,
    luck: random.Random,
) -> tuple[int, int, int]:  # fmt: skip
    """A question, its partner, and a text of another topic that is easily taken for one of this."""
    own = lessons[topic]
    misspelled = own.misspelled.get(place)
    anchor = own.questions[place] if misspelled is None or luck.random() < plan.as_meant else misspelled
    others = [each for each in own.questions if each != own.questions[place]]
    partner = luck.choice(own.answers if not others or luck.random() < plan.answer_share else others)
    return anchor, partner, luck.choice(nearest[own.questions[place]])


def _nearest(network: Network, below: Sequence[torch.Tensor], lessons: Sequence[Lesson]) -> dict[int, list[int]]:
    """For each question, the three nearest questions of other topics."""
    numbers = [each for lesson in lessons for each in lesson.questions]
    topics = torch.tensor([topic for topic, lesson in enumerate(lessons) for _ in lesson.questions])
    order = sorted(numbers, key=lambda each: len(below[each]))
    found = torch.cat(
        [network.vectors([below[each] for each in order[at : at + 64]]) for at in range(0, len(order), 64)]
    )
    rows = {number: row for row, number in enumerate(order)}
    vectors = found[[rows[each] for each in numbers]]
    nearest = {}
    for place, number in enumerate(numbers):
        scores = vectors @ vectors[place]
        scores[topics == topics[place]] = -1
        nearest[number] = [numbers[each] for each in scores.topk(3).indices.tolist()]
    return nearest
