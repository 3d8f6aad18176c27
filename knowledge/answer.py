"""From a question to an answer with its source, or to the word that Tandem does not know.

The steps: danger first; then small talk; then the place (one that is not covered is declined); then whether the
question is nearer to one that is known to be out of scope than to any topic; then whether the finder is sure enough,
whether the topic holds what was asked for (a price, a telephone number), and whether another place's topic is as good.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.danger import tells_of_danger, without_everyday
from knowledge.find.finding import Finding, find
from knowledge.find.index import Hit
from knowledge.schema import KnowledgeBase, Topic
from knowledge.settings import settings

Status = Literal["answered", "clarify", "declined", "smalltalk", "crisis"]

LONGEST_QUESTION = 2_000
"""In characters; a longer text is no question."""
_LONGEST_READ = 20_000
"""So much of it is looked through for danger all the same."""

_RELATED = 3


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


def answer(base: KnowledgeBase, question: str, *, place: str = "", role: str = "", after: str = "") -> Answer:
    """Answer a question.

    Args:
        base: the knowledge base.
        question: what was asked, in any words.
        place: the id of the asker's place; a place named in the question goes before it.
        role: "family", "provider" or "trainer"; "" for not known.
        after: the id of the topic spoken of before, where the question follows on it.

    Returns:
        The answer; any text at all gets one.
    """
    if not re.search(r"[^\W_]{2}", question):
        return Answer(question, "declined", settings()["words"]["empty"])
    if len(question) > LONGEST_QUESTION and not tells_of_danger(question[:_LONGEST_READ]):
        return Answer(question[:LONGEST_QUESTION], "declined", settings()["words"]["too_long"])
    found = find(base, question[:LONGEST_QUESTION], place=place, role=role, after=after)
    if danger := _danger(base, question, found):
        return _of_topic(base, question, danger, 1.0, "")
    limits = settings()["limits"]
    talk, decline = found.other("smalltalk"), found.other("decline")
    talk_from = limits["smalltalk" if found.telling > 1 else "smalltalk_alone"]
    if talk and talk.likeness >= max(talk_from, found.nearness):
        return _of_topic(base, question, talk.topic, round(talk.likeness, 2), "")
    if found.named.other and not _is_a_move(found):
        return _not_covered(question, found.named.other, found.answers)
    decline_from = limits["decline" if found.telling > 1 else "decline_alone"]
    if decline and decline.likeness >= max(decline_from, found.nearness + limits["nearer"]):
        return _of_topic(base, question, decline.topic, round(decline.likeness, 2), "")
    asked_for = found.named.covered[0] if found.named.covered else place
    if elsewhere := _only_elsewhere(base, question, asked_for, found):
        return nothing_there(base, question, elsewhere.id, asked_for)
    if found.confidence < limits["confidence"]:
        return _unsure(question, found) if found.confidence >= limits["unsure"] else _declined(question, found.answers)
    return _of_best(base, question, found, place)


def _is_a_move(found: Finding) -> bool:
    """Whether it is about moving to or from a place that is not covered: the federal rule on that holds everywhere."""
    sure = found.confidence >= settings()["limits"]["confidence"]
    return sure and found.answers[0].topic.id in settings()["moving"]["topics"]


def _only_elsewhere(base: KnowledgeBase, question: str, place: str, found: Finding) -> Topic | None:
    """The topic of another place that a question is plainly about, where none of the asker's place is as near to it."""
    limits = settings()["limits"]
    anywhere = find(base, question, everywhere=True) if place else found
    sure = found.confidence >= limits["confidence"]
    nearer = anywhere.nearness - found.nearness >= limits["elsewhere_though_sure" if sure else "elsewhere"]
    return anywhere.answers[0].topic if nearer and anywhere.confidence >= limits["confidence"] else None


def _of_best(base: KnowledgeBase, question: str, found: Finding, place: str) -> Answer:
    """The answer from the best topic, unless it lacks the thing asked for or another place's is as good."""
    best = found.answers[0].topic
    if slot := _slot_missing(question, best):
        topic = base.topic(settings()["slots"][slot]["topic"])
        if topic:
            return _of_topic(base, question, topic, found.confidence, "", near=best)
    if rivals := _rivals(base, found, place):
        return _clarify(base, question, (best, *rivals), found.confidence)
    return _of_topic(base, question, best, found.confidence, found.named.covered[0] if found.named.covered else place)


def _rivals(base: KnowledgeBase, found: Finding, place: str) -> tuple[Topic, ...]:
    """Topics of another place that are nearly as good as the best, where the asker named no place and none is set."""
    if found.named.covered or place:
        return ()
    best, *others = found.answers
    limits, contrasted = settings()["limits"], {each.topic for each in best.topic.contrasts}

    def is_close(hit: Hit) -> bool:
        close = limits["close_contrast" if hit.topic.id in contrasted else "close"]
        return bool(hit.score >= close * best.score and hit.likeness >= close * best.likeness)

    return tuple(
        hit.topic
        for hit in others[:3]
        if is_close(hit) and not _one_in_the_other(base, hit.topic.places[0], best.topic.places[0])
    )[:2]


def _one_in_the_other(base: KnowledgeBase, one: str, other: str) -> bool:
    return one in base.line_of(other) or other in base.line_of(one)


# --- what is declined ----------------------------------------------------------------------------------------------


def _danger(base: KnowledgeBase, question: str, found: Finding) -> Topic | None:
    """The topic with the help that is meant, where the question tells of danger."""
    calm = without_everyday(question)
    calmly = found if calm == question else find(base, calm)
    nearest = next(iter(calmly.others), None)
    least = settings()["limits"]["crisis"]
    told = calmly.telling > 1 or (nearest and nearest.likeness >= settings()["limits"]["crisis_alone"])
    if told and nearest and nearest.topic.kind == "crisis" and nearest.likeness >= max(least, found.nearness):
        return nearest.topic
    if not tells_of_danger(question):
        return None
    meant = calmly.other("crisis")
    if meant and meant.likeness >= settings()["limits"]["crisis_kind"]:
        return meant.topic
    return base.topic(settings()["crisis"]["topic"])


def _slot_missing(question: str, topic: Topic) -> str:
    """The name of a thing asked for (a price, a telephone number) that the topic does not hold, "" for none."""
    for name, slot in settings()["slots"].items():
        if re.search(slot["asks"], question, re.IGNORECASE) and not re.search(
            slot["holds"], f"{topic.short} {topic.more}"
        ):
            return str(name)
    return ""


def _not_covered(question: str, other: str, hits: Sequence[Hit]) -> Answer:
    words = settings()["words"]["place"].format(place=other.title(), covered=settings()["words"]["covered"])
    return Answer(question, "declined", words, related=_near(hits))


def _declined(question: str, hits: Sequence[Hit]) -> Answer:
    words = settings()["words"]["unknown"].format(covered=settings()["words"]["covered"])
    return Answer(question, "declined", words, related=_near(hits))


def _near(hits: Sequence[Hit]) -> tuple[Related, ...]:
    """The nearest topics, for somebody whose question is not covered."""
    least = settings()["limits"]["worth_showing"]
    topics = [hit.topic for hit in hits if hit.topic.kind == "answer" and hit.coverage >= least]
    return tuple(Related(topic.id, topic.question) for topic in topics[:_RELATED])


# --- wording -------------------------------------------------------------------------------------------------------

_STATUS: dict[str, Status] = {"answer": "answered", "decline": "declined", "smalltalk": "smalltalk", "crisis": "crisis"}


def _of_topic(
    base: KnowledgeBase, question: str, topic: Topic, confidence: float, place: str, near: Topic | None = None
) -> Answer:
    """The topic as an answer for a place ("" where none is known); `near` is a topic to point to beside a decline."""
    related = [base.topic(each) for each in topic.related] if near is None else [near]
    text = f"{topic.short}\n\n{topic.more}".strip()
    return Answer(
        question=question,
        status=_STATUS[topic.kind],
        answer=text,
        topic=topic.id,
        confidence=confidence,
        place=_place_of(base, topic, place),
        citations=tuple(_cited(base, topic)),
        cautions=_cautions(base, topic, place),
        related=tuple(Related(each.id, each.question) for each in related if each)[:_RELATED],
    )


def _cited(base: KnowledgeBase, topic: Topic) -> list[Cited]:
    found = []
    for citation in topic.citations:
        source = base.sources[citation.source]
        found.append(
            Cited(
                source.id, source.title, citation.locator, source.dated, source.currency, base.places[source.place].name
            )
        )
    return found


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


def _clarify(base: KnowledgeBase, question: str, topics: Sequence[Topic], confidence: float) -> Answer:
    names = [base.places[topic.places[0]].name for topic in topics]
    words = settings()["words"]["which_place"].format(places=" or ".join(names))
    return Answer(
        question, "clarify", words, confidence=confidence,
        related=tuple(Related(topic.id, topic.question) for topic in topics),
        options=tuple(names),
    )  # fmt: skip


def _unsure(question: str, found: Finding) -> Answer:
    """Ask which of the nearest topics is meant."""
    near = tuple(Related(hit.topic.id, hit.topic.question) for hit in found.answers[:_RELATED])
    options = tuple(item.question for item in near)
    return Answer(question, "clarify", settings()["words"]["which_topic"], confidence=found.confidence,
                  related=near, options=options)  # fmt: skip


def _place_of(base: KnowledgeBase, topic: Topic, place: str) -> str:
    """The place an answer speaks for: the one asked about where the topic holds there, else the topic's own."""
    if topic.kind != "answer":
        return ""
    if place and "federal" in topic.places:
        return place
    return next((each for each in base.line_of(place) if each in topic.places), topic.places[0])


def answer_topic(base: KnowledgeBase, question: str, topic_id: str, *, place: str = "") -> Answer:
    """The answer that a topic gives, chosen by its id. Raises KeyError where there is no such topic."""
    topic = base.by_id[topic_id]
    return _of_topic(base, question, topic, 1.0, place)


def nothing_there(base: KnowledgeBase, question: str, topic_id: str, place: str) -> Answer:
    """Says that a topic has no counterpart in a place. Raises KeyError where there is no such topic or place."""
    topic = base.by_id[topic_id]
    words = settings()["words"]["nothing_there"].format(
        place=base.places[place].name, known=base.places[topic.places[0]].name
    )
    return Answer(question, "declined", words, related=(Related(topic.id, topic.question),))
