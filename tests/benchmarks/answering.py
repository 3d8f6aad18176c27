"""How long a question takes: in a running process, with ten times as many topics, and as a process of its own.

    python -m tests.benchmarks.answering [ROUNDS]

The topics beyond Tandem's own are made of these: the words of each phrasing in another order with some of another
topic's, and vectors turned a little. Each question is new to the process, so nothing that was kept helps. `tandem ask`
takes turns with `import spacy`, so that a busy moment of the machine hits both.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from unittest.mock import patch

from knowledge import KnowledgeBase, load
from knowledge.answer import answer
from knowledge.find.index import Floats, build, phrasings
from knowledge.find.meaning import Meanings
from knowledge.find.prepared import Prepared, prepared
from knowledge.find.prototypes import none_for
from knowledge.schema import Topic
from tests.benchmarks.startup import QUESTION, seconds

_TIMES = 10
_QUESTIONS = 200


def main(rounds: int) -> None:
    """Measure and print."""
    base = load()
    asked = questions(base)
    print(f"{_QUESTIONS} questions, ms each; on a busy machine the processor's time says more\n")
    print("| | median | 95 of 100 below | of the processor's time: median | 95 of 100 below |")
    print("| --- | ---: | ---: | ---: | ---: |")
    print(_row(f"{len(base.topics)} topics", base, asked))
    grown, made = tenfold(base, prepared(base))
    with patch("knowledge.find.finding.prepared", lambda _: made):
        print(_row(f"{len(grown.topics)} topics", grown, asked))
    print(f"\nWhole processes, median of {rounds} rounds")
    ask, spacy = [sys.executable, "-m", "assistant", "ask", QUESTION], [sys.executable, "-c", "import spacy"]
    seconds(ask), seconds(spacy)
    taken = [(seconds(ask), seconds(spacy)) for _ in range(rounds)]
    ratio = statistics.median(one / other for one, other in taken)
    own, others = (1000 * statistics.median(each) for each in zip(*taken, strict=True))
    print(f"tandem ask {own:.0f} ms, import spacy {others:.0f} ms, ratio {ratio:.2f}")


def questions(base: KnowledgeBase) -> list[str]:
    """Questions that stand nowhere: phrasings with a word left out."""
    luck = random.Random(1)  # noqa: S311 - repeatable luck is what is wanted
    texts = luck.sample(
        [each for topic in base.topics if topic.kind == "answer" for each in topic.phrasings], _QUESTIONS
    )
    return [" ".join(words[:-1] or words) for words in map(str.split, texts)]


def tenfold(base: KnowledgeBase, made: Prepared) -> tuple[KnowledgeBase, Prepared]:
    """A knowledge base ten times as large, and what it is searched by."""
    import numpy as np  # after knowledge.find, which bids its arithmetic keep to one thread

    luck, noise = random.Random(2), np.random.default_rng(2)  # noqa: S311 - as above
    topics = [*base.topics]
    for number in range(1, _TIMES):
        topics += [_like(topic, luck.choice(base.topics), number, luck) for topic in base.topics]
    grown = KnowledgeBase(tuple(topics), base.sources, base.places, by_id={each.id: each for each in topics})
    index = build(grown.topics)
    if made.meanings is None:
        return grown, Prepared(grown.topics, index)

    def many(vectors: Floats) -> Floats:
        turned = [vectors + noise.normal(0, 0.03 * min(number, 1), vectors.shape) for number in range(_TIMES)]
        whole: Floats = np.concatenate(turned).astype(np.float32)
        whole /= np.linalg.norm(whole, axis=1, keepdims=True)
        return whole

    meanings = Meanings(many(made.meanings.phrases), many(made.meanings.answers), index.starts, none_for(len(topics)))
    return grown, Prepared(grown.topics, index, meanings, made.encoder)


def _like(topic: Topic, other: Topic, number: int, luck: random.Random) -> Topic:
    """A topic of other words, with as many phrasings."""
    strange = other.question.split()

    def altered(text: str, place: int) -> str:
        words = [*text.split(), *luck.sample(strange, min(3, len(strange))), f"case{number}", f"way{place}"]
        return " ".join(luck.sample(words, len(words)))

    question, *others = (altered(text, place) for place, text in enumerate(phrasings(topic)))
    return replace(topic, id=f"{topic.id}-{number}", question=question, phrasings=tuple(others))


def _row(name: str, base: KnowledgeBase, asked: Sequence[str]) -> str:
    answer(base, "warm up the finder, please")
    clocks = (time.perf_counter, time.process_time)
    taken = [_milliseconds(partial(answer, base, each), clocks) for each in asked]
    columns = [sorted(each) for each in zip(*taken, strict=True)]
    return " | ".join(
        [f"| {name}", *(f"{statistics.median(each):.1f} | {each[int(0.95 * len(each))]:.1f}" for each in columns), ""]
    )


def _milliseconds(work: Callable[[], object], clocks: Sequence[Callable[[], float]]) -> tuple[float, ...]:
    begun = [clock() for clock in clocks]
    work()
    return tuple(1000 * (clock() - start) for clock, start in zip(clocks, begun, strict=True))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
