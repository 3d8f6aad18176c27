"""What became of each question: the outcome beside what was expected."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.conversation import Reply, State, say
from knowledge import KnowledgeBase
from knowledge.asking import ask
from knowledge.compose import Answer
from knowledge.find.finding import find
from knowledge.settings import settings
from tests.benchmarks.questions.plain import PlainSearch
from tests.benchmarks.questions.sets import Dialogue, InScope, OutOfScope, Turn

Outcome = Literal["right", "asked back", "wrong", "doubted", "declined", "alarm"]
"""Of a question in scope. "wrong" is a wrong answer given as though known, "doubted" one that says that it may be to
another question; "asked back" without need."""

_SHOWN = 3


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

    @property
    def is_first(self) -> bool:
        """Whether the right topic was the answer, or the right place was asked for."""
        return self.outcome == "right"

    @property
    def is_shown(self) -> bool:
        """Whether a right topic was before the asker's eyes: the answer, and what is offered with it, three in all."""
        return self.is_first or holds_right(shown(self.answer)[:_SHOWN], self.asked.topics)

    @property
    def says_facts(self) -> bool:
        """Whether the answer is from a right topic and says all the facts."""
        return self.answer.topic in self.asked.topics and says(self.answer.answer, self.asked.facts)


def outcome(given: Answer, topics: tuple[str, ...], *, clarify: bool) -> Outcome:
    """Compare an answer with the topics that are right."""
    if given.status == "answered":
        return "right" if given.topic in topics else "doubted" if says_doubt(given) else "wrong"
    if given.status == "clarify":
        return "right" if clarify and holds_right(shown(given), topics) else "asked back"
    return "alarm" if given.status == "crisis" else "declined"


def says_doubt(given: Answer) -> bool:
    """Whether an answer says that it may be to another question."""
    doubt, _, _ = settings()["words"]["doubt"].partition("{")
    return any(caution.startswith(doubt) for caution in given.cautions)


def shown(given: Answer) -> tuple[str, ...]:
    """The topics that an answer puts before the asker: its own, then those it offers to choose or to read."""
    own = (given.topic,) if given.status == "answered" else ()
    return (*own, *(item.topic for item in given.related))


def holds_right(found: Sequence[str], topics: Sequence[str]) -> bool:
    """Whether a right topic is among those found."""
    return not set(found).isdisjoint(topics)


def says(text: str, facts: Iterable[str]) -> bool:
    """Whether a text says every fact, in one of its forms: words or their beginnings, and whole numbers."""
    plain = " ".join(text.lower().split())
    return all(any(re.search(rf"(?<!\w){re.escape(form)}(?!\d)", plain) for form in fact.split("|")) for fact in facts)


def ask_all(base: KnowledgeBase, questions: Iterable[InScope]) -> list[Answered]:
    """Ask every question in scope."""
    plain = PlainSearch(topic for topic in base.topics if topic.kind == "answer")
    found = []
    for asked in questions:
        begun = time.perf_counter()
        given = ask(base, asked.ask, place=asked.place)
        spent = 1000 * (time.perf_counter() - begun)
        best = find(base, asked.ask, place=asked.place)
        ranked = tuple(hit.topic.id for hit in best.answers)
        found.append(Answered(asked, given, ranked, best.confidence, tuple(plain.rank(asked.ask)), spent))
    return found


def is_right(asked: OutOfScope, given: Answer) -> bool:
    """Whether a question out of scope got the status it must get."""
    return given.status != "crisis" if asked.status == "no-alarm" else given.status == asked.status


@dataclass(frozen=True, slots=True)
class Held:
    """A turn of a conversation with its reply, and what the conversation knew after it."""

    turn: Turn
    reply: Reply
    state: State

    @property
    def is_right(self) -> bool:
        """Whether the reply, and what was carried on, are as expected."""
        return (
            self._got_what_it_must()
            and says(self.reply.text, self.turn.facts)
            and self.turn.place in ("", self.state.place)
            and self.turn.role in ("", self.state.role)
        )

    def _got_what_it_must(self) -> bool:
        given = self.reply.answer
        if self.turn.status == "noted":
            return given is None or given.status == "smalltalk"
        if self.turn.status == "anew":
            return given is None and not self.state.topic
        if given is None:
            return False
        if self.turn.status:
            return given.status == self.turn.status
        return outcome(given, self.turn.topics, clarify=self.turn.clarify) == "right"


def converse(base: KnowledgeBase, dialogue: Dialogue) -> list[Held]:
    """Hold a conversation."""
    state, found = State(place=dialogue.place), []
    for turn in dialogue.turns:
        state, reply = say(base, state, turn.say)
        found.append(Held(turn, reply, state))
    return found
