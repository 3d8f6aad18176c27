"""What became of each question: the outcome beside what was expected."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.conversation import State, say
from knowledge import KnowledgeBase
from knowledge.answer import Answer, answer
from knowledge.find.finding import find
from tests.benchmarks.questions.plain import PlainSearch
from tests.benchmarks.questions.sets import Dialogue, InScope, OutOfScope, Turn

Outcome = Literal["right", "asked back", "wrong", "declined", "alarm"]
"""Of a question in scope. "wrong" is a wrong answer given as though known; "asked back" without need."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question in scope with its answer, and how long that took.

    `ranked` are the topics found, the best first, with the finder's `confidence` in that; `plain` those of plain BM25.
    """

    asked: InScope
    answer: Answer
    ranked: tuple[str, ...]
    confidence: float
    plain: tuple[str, ...]
    milliseconds: float

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        return outcome(self.answer, self.asked.topics, clarify=self.asked.clarify)


def outcome(given: Answer, topics: tuple[str, ...], *, clarify: bool) -> Outcome:
    """Compare an answer with the topics that are right."""
    if given.status == "answered":
        return "right" if given.topic in topics else "wrong"
    if given.status == "clarify":
        offered = {item.topic for item in given.related}
        return "right" if clarify and offered.intersection(topics) else "asked back"
    return "alarm" if given.status == "crisis" else "declined"


def ask_all(base: KnowledgeBase, questions: Iterable[InScope]) -> list[Answered]:
    """Ask every question in scope."""
    plain = PlainSearch(topic for topic in base.topics if topic.kind == "answer")
    found = []
    for asked in questions:
        begun = time.perf_counter()
        given = answer(base, asked.ask, place=asked.place)
        spent = 1000 * (time.perf_counter() - begun)
        best = find(base, asked.ask, place=asked.place)
        ranked = tuple(hit.topic.id for hit in best.answers)
        found.append(Answered(asked, given, ranked, best.confidence, tuple(plain.rank(asked.ask)), spent))
    return found


def is_right(asked: OutOfScope, given: Answer) -> bool:
    """Whether a question out of scope got the status it must get."""
    return given.status != "crisis" if asked.status == "no-alarm" else given.status == asked.status


def converse(base: KnowledgeBase, dialogue: Dialogue) -> list[tuple[Turn, Answer | None, bool]]:
    """Hold a conversation: each turn, its answer, and whether it was right."""
    state, found = State(place=dialogue.place), []
    for turn in dialogue.turns:
        state, reply = say(base, state, turn.say)
        given = reply.answer
        if given is None:
            right = False
        elif turn.status:
            right = given.status == turn.status
        else:
            right = outcome(given, turn.topics, clarify=turn.clarify) == "right"
        found.append((turn, given, right))
    return found
