"""Calibrate the finder: what each signal is worth, learned from phrasings that neither index nor encoder may know.

    python -m tools.calibrate

For each topic, the phrasing that the encoder was not taught (`tools.held_out`) is asked with the index looking past it:
the topic is right. The same is asked with the topic and its relatives taken away: "none of them" is right, as for a
question that the knowledge base lacks; `lacking.toml` has more of those. Others are asked half said, with the index as
it is. The questions of the benchmark's part for calibration count too: people wrote them who did not know the
phrasings. Declines, small talk
and danger are topics like the rest. Five folds tell how well that does on what was not learned from. Writes
knowledge/find/calibration.toml.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
import tomli
from numpy.typing import NDArray

from knowledge import load
from knowledge.find import calibration
from knowledge.find.calibration import DOUBTS, FREE, SIGNALS
from knowledge.find.finding import look
from knowledge.find.index import Floats, phrasings
from knowledge.find.prepared import Prepared, prepared
from knowledge.find.signals import Seen, see
from knowledge.schema import KnowledgeBase, Topic
from tests.benchmarks.questions.sets import in_scope, out_of_scope
from tools.held_out import held_out

_FILE = Path(calibration.__file__).with_suffix(".toml")
_LACKED = Path(__file__).with_name("lacking.toml")
_FOLDS = 5
_CANDIDATES = 40
"""So many topics of a question are learned from, the nearest by a plain sum of their signals."""
_LACKING = 2
"""Of so many topics, one is asked about as though the knowledge base lacked it."""
_SAID_OTHERWISE = (1, 4)
"""The places of phrasings that are asked in other words as well: most questions are near to a phrasing."""
_KEPT = 0.6
"""The share of its words that is kept then."""
_BEFORE = ("", "", "hello, my question is", "can you tell me", "so", "please help:")
_ASKED = 4.0
"""What a question of the benchmark counts beside a phrasing: it was written by somebody who did not know them."""
_TOLD_OF = 2.0
"""What a question that is lacking counts."""
_NEVER = -1e9
_ROUNDS, _RATE, _RIDGE = 800, 0.05, 0.0005


@dataclass(frozen=True, slots=True)
class Example:
    """A question: the signals of its candidates, what is added to their scores, the doubts, and what is right.

    `right` has a truth for each candidate, and a last one for "none of them". `weight` is what the example counts.
    """

    signals: Floats
    preferred: Floats
    doubts: Floats
    right: NDArray[np.bool_]
    fold: int
    weight: float = 1.0


def main() -> None:
    """Learn both models, print how well they do, and write them."""
    argparse.ArgumentParser(prog="python -m tools.calibrate").parse_args()
    base = load()
    made, parts = prepared(base), []
    for name, used in (("with_encoder", made), ("words_alone", Prepared(base.topics, made.index))):
        if name == "with_encoder" and made.encoder is None:
            sys.exit("The encoder is not there: python -m tools.encoder makes it.")
        examples = examples_of(base, used)
        _report(name, examples)
        parts.append(_written(name, *learn(examples)))
    _FILE.write_text("# Made by `python -m tools.calibrate`: what each signal is worth.\n" + "".join(parts), "utf-8")


def examples_of(base: KnowledgeBase, made: Prepared) -> list[Example]:
    """All examples."""
    return [*_phrasings(base, made), *_lacking(base, made), *_questions(base, made)]


def _phrasings(base: KnowledgeBase, made: Prepared) -> Iterator[Example]:
    """For each topic its held-out phrasing, with the topic and, for some, without it; and others, half said."""
    starts, everyone = made.index.starts.tolist(), np.ones(len(base.topics), np.bool_)
    for number, topic in enumerate(base.topics):
        text = held_out(topic)
        if not text:
            continue
        fold, own = _luck(topic.id) % _FOLDS, _only(len(base.topics), [number])
        seen = _seen(made, text, without=starts[number] + phrasings(topic).index(text))
        yield _example(seen, everyone, own, fold)
        if _luck(text) % _LACKING == 0:
            rest = ~_only(len(base.topics), [base.topics.index(each) for each in _kin(base, topic)])
            yield _example(_without(seen, rest), rest, np.zeros_like(own), fold)
        for place in _SAID_OTHERWISE:
            half = _half_said(topic.phrasings[place % len(topic.phrasings)])
            yield _example(_seen(made, half, without=-1), everyone, own, fold)


def _lacking(base: KnowledgeBase, made: Prepared) -> Iterator[Example]:
    """Questions that no topic is about; that one is taken for a decline does no harm."""
    everyone, declines = np.ones(len(base.topics), np.bool_), made.of_kind("decline") > 0
    for text in tomli.loads(_LACKED.read_text("utf-8"))["questions"]:
        fold = _luck(text) % _FOLDS
        yield _example(_seen(made, text, without=-1), everyone, declines, fold, weight=_TOLD_OF, none=True)


def _questions(base: KnowledgeBase, made: Prepared) -> Iterator[Example]:
    """The questions of the benchmark that are there to calibrate with; its other part is never looked at here."""
    numbers = {topic.id: number for number, topic in enumerate(base.topics)}
    kinds = {"declined": "decline", "smalltalk": "smalltalk", "crisis": "crisis"}
    with patch("knowledge.find.finding.prepared", lambda _: made):
        for asked in in_scope("calibration"):
            looked = look(base, asked.ask, place=asked.place)
            own = _only(len(base.topics), [numbers[each] for each in asked.topics])
            yield _example(looked.seen, looked.there, own, _luck(asked.ask) % _FOLDS, looked.preferred, _ASKED)
        for other in out_of_scope("calibration"):
            if other.status in kinds:
                looked = look(base, other.ask)
                own = np.array([topic.kind == kinds[other.status] for topic in base.topics], np.bool_)
                fold = _luck(other.ask) % _FOLDS
                yield _example(looked.seen, looked.there, own, fold, looked.preferred, _ASKED, none=True)


def _only(count: int, numbers: Sequence[int]) -> NDArray[np.bool_]:
    found = np.zeros(count, np.bool_)
    found[list(numbers)] = True
    return found


def _seen(made: Prepared, text: str, without: int) -> Seen:
    return see(made, text, made.analyse(text), made.meaning(text), without)


def _without(seen: Seen, rest: NDArray[np.bool_]) -> Seen:
    """What is seen where only the rest of the topics is there."""
    doubts = seen.doubts.copy()
    doubts[DOUBTS.index("unlike")] = 1 - seen.matches.likeness[rest].max()
    if seen.nearness is not None:
        doubts[DOUBTS.index("far")] = 1 - seen.nearness.best[rest].max()
    return replace(seen, doubts=doubts)


def _half_said(text: str) -> str:
    """A phrasing as another person puts it: some of its words, with words of no weight around."""
    luck = random.Random(text)  # noqa: S311 - repeatable luck is what is wanted
    kept = [word for word in text.split() if luck.random() < _KEPT] or text.split()
    return f"{luck.choice(_BEFORE)} {' '.join(kept)}".strip()


def _kin(base: KnowledgeBase, topic: Topic) -> list[Topic]:
    """The topic and those that might answer in its place."""
    near = {topic.id, *topic.related, *(each.topic for each in topic.contrasts)}
    return [each for each in base.topics if each.id in near or topic.id in each.related]


def _example(  # noqa: PLR0913 - what makes an example
    seen: Seen, there: NDArray[np.bool_], right: NDArray[np.bool_], fold: int,
    preferred: Floats | None = None, weight: float = 1.0, *, none: bool = False,
) -> Example:  # fmt: skip
    """An example of the nearest candidates, and the right ones; with no right one there, none of them is right."""
    added = np.zeros(len(right), np.float32) if preferred is None else preferred
    order = np.argsort(-(seen.signals.sum(axis=1) + added + 1000 * there), kind="stable")[:_CANDIDATES]
    missing = np.flatnonzero(right & there & ~np.isin(np.arange(len(right)), order))[: _CANDIDATES // 4]
    order[len(order) - len(missing) :] = missing
    own = right[order] & there[order]
    added = np.where(there, added, _NEVER).astype(np.float32)
    return Example(seen.signals[order], added[order], seen.doubts, np.append(own, none or not own.any()), fold, weight)


def _luck(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def learn(examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """The weights under which what is right is likeliest, kept small; signals that speak for a topic count for it."""
    signals, preferred, doubts = (
        np.stack([getattr(each, part) for each in examples]) for part in ("signals", "preferred", "doubts")
    )
    right = np.stack([each.right for each in examples])
    counted = np.array([each.weight for each in examples])
    counted /= counted.sum()
    split, free = len(SIGNALS), np.isin(SIGNALS, FREE)
    weights = np.zeros(split + len(DOUBTS))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _ROUNDS + 1):
        likely = _likely(signals @ weights[:split] + preferred, doubts @ weights[split:])
        meant = np.where(right, likely, 0) + 1e-12 * right
        wrong = (likely - meant / meant.sum(axis=1, keepdims=True)) * counted[:, None]
        slope = np.concatenate([np.einsum("ec,ecs->s", wrong[:, :-1], signals), wrong[:, -1] @ doubts])
        slope += _RIDGE * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights[:split] = np.where(free, weights[:split], np.maximum(weights[:split], 0))
    return weights[:split].astype(np.float32), weights[split:].astype(np.float32)


def _likely(scores: NDArray[np.float64], none: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chance of each candidate and, last, of none of them."""
    every = np.concatenate([scores, none[:, None]], axis=1)
    found = np.exp(every - every.max(axis=1, keepdims=True))
    return np.asarray(found / found.sum(axis=1, keepdims=True))


def _report(name: str, examples: Sequence[Example]) -> None:
    """What cross-validation says: how often a right topic comes first, and what the chances are worth."""
    tried: list[tuple[Example, NDArray[np.float64]]] = []
    for fold in range(_FOLDS):
        signals, doubts = learn([each for each in examples if each.fold != fold])
        for each in (each for each in examples if each.fold == fold):
            scores = (each.signals @ signals + each.preferred)[None].astype(np.float64)
            tried.append((each, _likely(scores, np.array([each.doubts @ doubts], np.float64))[0]))
    for kind, weight in (("phrasings", 1.0), ("lacking", _TOLD_OF), ("questions", _ASKED)):
        own = [(each, likely) for each, likely in tried if each.weight == weight]
        ranks = [
            int((likely[:-1] > likely[:-1][each.right[:-1]].max()).sum()) for each, likely in own if not each.right[-1]
        ]
        if ranks:
            first, three = (np.mean(np.array(ranks) < least) for least in (1, 3))
            print(f"{name}, {kind}: {len(ranks)} in scope, first {first:.1%}, among three {three:.1%}")
        sure = np.array([likely[:-1].max() for each, likely in own])
        right = np.array([bool(each.right[:-1][likely[:-1].argmax()]) for each, likely in own])
        for least in (0.3, 0.5, 0.7):
            taken = sure >= least
            print(f"  chance from {least}: {np.mean(taken):.1%} of all, of these right {np.mean(right[taken]):.1%}")


def _written(name: str, signals: Floats, doubts: Floats) -> str:
    lines = [f"\n[{name}.signals]", *map(_line, SIGNALS, signals.tolist())]
    return "\n".join([*lines, f"\n[{name}.doubts]", *map(_line, DOUBTS, doubts.tolist()), ""])


def _line(name: str, weight: float) -> str:
    return f"{name} = {weight:.3f}"


if __name__ == "__main__":
    main()
