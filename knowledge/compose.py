"""What an answer is made of: the parts of a topic, its sources, what to be careful of, and what is near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.parts import text_for
from knowledge.schema import KnowledgeBase, Topic
from knowledge.settings import settings

Status = Literal["answered", "clarify", "declined", "smalltalk", "crisis"]

_RELATED = 3
_STATUS: dict[str, Status] = {"answer": "answered", "decline": "declined", "smalltalk": "smalltalk", "crisis": "crisis"}


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as a reader sees it."""

    source: str
    title: str
    locator: str
    dated: str
    currency: str
    place: str


@dataclass(frozen=True, slots=True)
class Related:
    """A topic that people ask next."""

    topic: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gets. `topic` and `place` are "" where none is meant; `options` are questions to choose from."""

    question: str
    status: Status
    answer: str
    topic: str = ""
    confidence: float = 0.0
    place: str = ""
    citations: tuple[Cited, ...] = ()
    cautions: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    options: tuple[str, ...] = ()


# --- what is answered ----------------------------------------------------------------------------------------------


def of_topic(
    base: KnowledgeBase, question: str, topic: Topic, confidence: float, place: str, near: Sequence[Topic] = ()
) -> Answer:
    """The topic as an answer for a place ("" where none is known); `near` are topics to point to before its own."""
    related = dict.fromkeys((*near, *filter(None, map(base.topic, topic.related))))
    return Answer(
        question=question,
        status=_STATUS[topic.kind],
        answer=text_for(topic, question) if topic.kind == "answer" else f"{topic.short}\n\n{topic.more}".strip(),
        topic=topic.id,
        confidence=confidence,
        place=_place_of(base, topic, place),
        citations=tuple(_cited(base, topic)),
        cautions=_cautions(base, topic, place),
        related=_related(tuple(related)),
    )


def of_both(base: KnowledgeBase, question: str, topics: tuple[Topic, Topic], confidence: float, place: str) -> Answer:
    """The short answers to both parts of a question, the first part's first, with the sources of both."""
    first, second = topics
    citations = dict.fromkeys((*_cited(base, first), *_cited(base, second)))
    cautions = dict.fromkeys((*_cautions(base, first, place), *_cautions(base, second, place)))
    return Answer(
        question=question,
        status="answered",
        answer=f"{first.short}\n\n{second.short}",
        topic=first.id,
        confidence=confidence,
        place=_place_of(base, first, place),
        citations=tuple(citations),
        cautions=tuple(cautions),
        related=_related((first, second)),
    )


def answer_topic(base: KnowledgeBase, question: str, topic_id: str, *, place: str = "") -> Answer:
    """The answer that a topic gives, chosen by its id. Raises KeyError where there is no such topic."""
    return of_topic(base, question, base.by_id[topic_id], 1.0, place)


def _related(topics: Sequence[Topic]) -> tuple[Related, ...]:
    return tuple(Related(topic.id, topic.question) for topic in topics[:_RELATED])


def cite(base: KnowledgeBase, source_id: str, locator: str = "") -> Cited:
    """A source as a reader sees it, with a place in it or as a whole. Raises KeyError where there is no such source."""
    source = base.sources[source_id]
    place = base.places[source.place].name
    return Cited(source.id, source.title, locator, source.dated, source.currency, place)


def _cited(base: KnowledgeBase, topic: Topic) -> list[Cited]:
    return [cite(base, citation.source, citation.locator) for citation in topic.citations]


def _cautions(base: KnowledgeBase, topic: Topic, place: str) -> tuple[str, ...]:
    """What has to be said beside an answer: its age, for which place it holds, that it is no legal advice."""
    notes = [topic.currency.note] if topic.currency.note else []
    if topic.kind == "answer" and (where := _where_it_holds(base, topic, place)):
        notes.append(where)
    return (*notes, *topic.cautions)


def _where_it_holds(base: KnowledgeBase, topic: Topic, place: str) -> str:
    """A sentence on the place that a topic holds for, "" where it is just the one asked about."""
    if place in topic.places or (not place and "federal" in topic.places):
        return ""
    own, words = base.places[topic.places[0]].name, settings()["words"]
    if not place:
        return str(words["own_place"].format(holds=own))
    if "federal" in topic.places:
        return f"This is the federal rule; {base.places[place].name} may add to it."
    if place in base.line_of(topic.places[0]):
        return str(words["broader"].format(place=base.places[place].name, holds=own))
    return ""


def _place_of(base: KnowledgeBase, topic: Topic, place: str) -> str:
    """The place an answer speaks for: the one asked about where the topic holds there, else the topic's own."""
    if topic.kind != "answer":
        return ""
    if place and "federal" in topic.places:
        return place
    return next((each for each in base.line_of(place) if each in topic.places), topic.places[0])


# --- what is asked back --------------------------------------------------------------------------------------------


def which_place(base: KnowledgeBase, question: str, topics: Sequence[Topic], confidence: float) -> Answer:
    """Ask which place is meant; each of the topics is another place's."""
    names = tuple(base.places[topic.places[0]].name for topic in topics)
    words = settings()["words"]["which_place"].format(places=" or ".join(names))
    return Answer(question, "clarify", words, confidence=confidence, related=_related(topics), options=names)


def which_topic(question: str, near: Sequence[Topic], confidence: float) -> Answer:
    """Ask which of the nearest topics is meant."""
    related = _related(near)
    options = tuple(item.question for item in related)
    words = settings()["words"]["which_topic"]
    return Answer(question, "clarify", words, confidence=confidence, related=related, options=options)


# --- what is declined ----------------------------------------------------------------------------------------------


def unknown(question: str, near: Sequence[Topic], role: str) -> Answer:
    """Say that there is no answer, what is covered, and who knows more, for somebody of this role."""
    words, whom = settings()["words"], settings()["ask"]
    text = words["unknown"].format(covered=words["covered"], whom=whom.get(role, whom["anybody"]))
    return Answer(question, "declined", text, related=_related(near))


def not_covered(question: str, other: str, near: Sequence[Topic]) -> Answer:
    """Say that another place is not covered."""
    words = settings()["words"]["place"].format(place=other.title(), covered=settings()["words"]["covered"])
    return Answer(question, "declined", words, related=_related(near))


def nothing_there(base: KnowledgeBase, question: str, topic_id: str, place: str) -> Answer:
    """Says that a topic has no counterpart in a place. Raises KeyError where there is no such topic or place."""
    topic = base.by_id[topic_id]
    words = settings()["words"]["nothing_there"].format(
        place=base.places[place].name, known=base.places[topic.places[0]].name
    )
    return Answer(question, "declined", words, related=_related((topic,)))
