"""Handouts: an answer on one page, to print or to send. A rendering alone: what it says is the knowledge base's.

`handout_of` makes one of an answer, `handout_of_all` of several, `markdown` and `word` write it, `saving` puts it in a
file.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.wording import citation_in_words, day_in_words, month_in_words
from checkers.visible import visible_line
from knowledge import KnowledgeBase
from knowledge.browse import programme_name
from knowledge.compose import Answer

HANDED_OUT = ("answered", "crisis")
"""What an answer's status is that can be made a handout."""
NOT_ADVICE = "This is information, not legal advice."
_SEVERAL = "{number} questions, with their answers"
_CURRENCY = {
    "current": "{as_of}; current",
    "dated": "{as_of}; it rests on an older source, so ask whether it still holds",
    "superseded": "{as_of}; it is about a rule that a newer one has replaced",
}
"""How old a topic is and whether it still holds."""


class NothingToSave(Exception):
    """The reply is no answer that could be handed out; the message says so in one line."""


@dataclass(frozen=True, slots=True)
class Handout:
    """What stands on the page. `short` and `more` are Markdown, the rest is plain text in single lines."""

    title: str
    short: str
    more: str
    holds: tuple[str, ...]
    """Where, for which programme, and as of when it holds: as much of that as is known."""
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    made: str
    """Who made it, when, and that it is no legal advice."""
    day: datetime.date
    further: tuple[Handout, ...] = ()
    """What follows on it, where it holds several answers."""

    @property
    def heading(self) -> str:
        """What stands at the top."""
        return _SEVERAL.format(number=1 + len(self.further)) if self.further else self.title


def handout_of(base: KnowledgeBase, answer: Answer, day: datetime.date) -> Handout:
    """The handout of an answer, dated `day`.

    Raises:
        NothingToSave: it is no answer (a decline, small talk, a question back).
    """
    if answer.status not in HANDED_OUT:
        raise NothingToSave("there is no answer here to save. Only an answer can be made a handout.")
    short, _, more = answer.answer.partition("\n\n")
    return Handout(
        title=visible_line(answer.question.strip()),
        short=short,
        more=more.strip(),
        holds=_holds(base, answer),
        notes=tuple(map(visible_line, answer.cautions)),
        sources=tuple(map(citation_in_words, answer.citations)),
        made=f"Made with Tandem on {day_in_words(day)}. {NOT_ADVICE}",
        day=day,
    )


def to_hand_out(answers: Iterable[Answer]) -> list[Answer]:
    """What of it can be made a handout, each answer once."""
    return list(dict.fromkeys(each for each in answers if each.status in HANDED_OUT))


def handout_of_all(base: KnowledgeBase, answers: Iterable[Answer], day: datetime.date) -> Handout:
    """One handout of several answers, one after the other; what is no answer is left out, and none stands twice.

    Raises:
        NothingToSave: none of them is an answer.
    """
    found = to_hand_out(answers)
    if not found:
        raise NothingToSave("there is no answer here to save. Only an answer can be made a handout.")
    first, *further = (handout_of(base, each, day) for each in found)
    return replace(first, further=tuple(further))


def _holds(base: KnowledgeBase, answer: Answer) -> tuple[str, ...]:
    topic = base.topic(answer.topic)
    if topic is None or topic.kind != "answer":
        return ()
    return (
        f"Place: {base.places[answer.place or topic.places[0]].name}",
        f"Program: {programme_name(topic.programme)}",
        f"As of: {_CURRENCY[topic.currency.state].format(as_of=month_in_words(topic.currency.as_of))}",
    )
