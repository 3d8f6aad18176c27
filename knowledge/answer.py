"""From a question to an answer with its source, or to the word that Tandem does not know.

The steps: danger first; then the place (a place that is not covered is declined); then ranking the topics; then whether
the best one is good enough, whether it holds what was asked for (a price, a telephone number), and whether another one
of another place is as good.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import tomli

from knowledge.find.analyzer import Analysed, analyse
from knowledge.find.index import Hit, Index, build
from knowledge.find.places import Named, find_places
from knowledge.schema import KnowledgeBase, Topic

Status = Literal["answered", "clarify", "declined", "smalltalk", "crisis"]

LONGEST_QUESTION = 2_000
"""In characters; a longer text is no question."""

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


@cache
def _settings() -> dict[str, Any]:
    return tomli.loads(files("knowledge").joinpath("answering.toml").read_text("utf-8"))


@cache
def index_of(base: KnowledgeBase) -> Index:
    """The index over a knowledge base, made once."""
    return build(base.topics)


def answer(
    base: KnowledgeBase, question: str, *, place: str = "", role: str = "", subject: Sequence[str] = ()
) -> Answer:
    """Answer a question.

    Args:
        base: the knowledge base.
        question: what was asked, in any words.
        place: the id of the asker's place; a place named in the question goes before it.
        role: "family", "provider" or "trainer"; "" for not known.
        subject: stems of what was spoken of before, which count a little.

    Returns:
        The answer; any text at all gets one.
    """
    if not question.strip():
        return Answer(question, "declined", _settings()["words"]["empty"])
    if len(question) > LONGEST_QUESTION:
        return Answer(question[:LONGEST_QUESTION], "declined", _settings()["words"]["too_long"])
    index = index_of(base)
    if _is_crisis(question):
        return _of_topic(base, question, _kind(base, "crisis")[0], 1.0, "")
    named = find_places(base, question)
    asked = analyse(_without_places(base, question, named), index.vocabulary)
    asked = Analysed(asked.own, (*asked.added, *subject), asked.mended)
    hits = _ranked(base, index, asked, named, place, role)
    best = next(iter(hits), None)
    if best and best.topic.kind == "crisis" and best.likeness >= _settings()["limits"]["crisis"]:
        return _of_topic(base, question, best.topic, 1.0, "")
    if named.other and not (best and best.topic.kind == "smalltalk" and best.likeness > 0.9):
        return _not_covered(base, question, named.other, hits)
    if best is None or _confidence(best, asked) < _settings()["limits"]["confidence"]:
        return _declined(base, question, hits)
    return _of_best(base, question, hits, asked, named, place)


def _of_best(
    base: KnowledgeBase, question: str, hits: Sequence[Hit], asked: Analysed, named: Named, place: str
) -> Answer:
    """The answer from the best topic, unless it lacks the thing asked for or another place's is as good."""
    best = hits[0]
    confidence = _confidence(best, asked)
    if best.topic.kind == "answer":
        if slot := _slot_missing(question, best.topic):
            topic = base.topic(_settings()["slots"][slot]["topic"])
            if topic:
                return _of_topic(base, question, topic, confidence, "", near=best.topic)
        rivals = _rivals(base, hits, named, place)
        if rivals:
            return _clarify(base, question, (best.topic, *rivals), confidence)
    return _of_topic(base, question, best.topic, confidence, _place_of(base, best.topic, named, place))


# --- ranking -------------------------------------------------------------------------------------------------------


def _ranked(base: KnowledgeBase, index: Index, asked: Analysed, named: Named, place: str, role: str) -> tuple[Hit, ...]:
    """The topics for a question, the best first; only those that hold in the place named, if one was."""
    among = None
    if named.covered:
        allowed = {each for covered in named.covered for each in _around(base, covered)}
        among = {
            number
            for number, topic in enumerate(index.topics)
            if topic.kind != "answer" or allowed.intersection(topic.places)
        }
    hits = index.rank(asked, among)
    near = set(base.line_of(place)) if place else set()
    wanted = set(named.covered)
    weights = _settings()["weights"]

    def score(hit: Hit) -> float:
        bonus: float = weights["place"] * bool(near.intersection(hit.topic.places))
        bonus += weights["named_place"] * bool(wanted.intersection(hit.topic.places))
        return hit.score * (1 + bonus + weights["role"] * (bool(role) and role in hit.topic.roles))

    return tuple(sorted(hits, key=lambda hit: (-score(hit), hit.topic.id)))


def _around(base: KnowledgeBase, place: str) -> set[str]:
    """A place, those it lies in, and those that lie in it: who names New York may mean Schenectady's rules."""
    return {*base.line_of(place), *(each for each in base.places if place in base.line_of(each))}


def _without_places(base: KnowledgeBase, question: str, named: Named) -> str:
    """The question without the names of places, which say where and not what."""
    text = question
    for place in named.covered:
        for name in sorted(base.places[place].names, key=len, reverse=True):
            text = re.sub(rf"(?<![\w]){re.escape(name)}(?![\w])", " ", text, flags=re.IGNORECASE)
    return text if re.search(r"\w{2}", text) else question


def _confidence(hit: Hit, asked: Analysed) -> float:
    """How sure the finder is, 0 to 1: the likeness to a known phrasing and the share of the question that is known.

    A logistic model; its figures are in answering.toml and are measured by tests/benchmarks/questions.
    """
    model = _settings()["confidence"]
    few = len(asked.own) < model["few_words"]
    total: float = (
        model["likeness"] * hit.likeness + model["coverage"] * hit.coverage + model["bias"] - model["few"] * few
    )
    return round(1 / (1 + 2.718281828**-total), 2)


def _rivals(base: KnowledgeBase, hits: Sequence[Hit], named: Named, place: str) -> tuple[Topic, ...]:
    """Topics of another place that are nearly as good as the best, where the asker named no place and none is set."""
    if named.covered or place:
        return ()
    best = hits[0]
    own = {line for each in best.topic.places for line in base.line_of(each)} - {"federal"}
    close = _settings()["limits"]["close"]
    return tuple(
        hit.topic
        for hit in hits[1:4]
        if hit.topic.kind == "answer"
        and hit.score >= close * best.score
        and hit.likeness >= close * best.likeness
        and own
        and not own.intersection(hit.topic.places)
        and "federal" not in hit.topic.places
    )[:2]


# --- what is declined ----------------------------------------------------------------------------------------------


@cache
def _crisis_patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in _settings()["crisis"]["patterns"]), re.IGNORECASE)


def _is_crisis(question: str) -> bool:
    return bool(_crisis_patterns().search(" ".join(question.replace("’", "'").split())))


def _slot_missing(question: str, topic: Topic) -> str:
    """The name of a thing asked for (a price, a telephone number) that the topic does not hold, "" for none."""
    for name, slot in _settings()["slots"].items():
        if re.search(slot["asks"], question, re.IGNORECASE) and not re.search(
            slot["holds"], f"{topic.short} {topic.more}"
        ):
            return str(name)
    return ""


def _not_covered(base: KnowledgeBase, question: str, other: str, hits: Sequence[Hit]) -> Answer:
    words = _settings()["words"]["place"].format(place=other.title(), covered=_settings()["words"]["covered"])
    return Answer(question, "declined", words, related=_near(hits))


def _declined(base: KnowledgeBase, question: str, hits: Sequence[Hit]) -> Answer:
    words = _settings()["words"]["unknown"].format(covered=_settings()["words"]["covered"])
    return Answer(question, "declined", words, related=_near(hits))


def _near(hits: Sequence[Hit]) -> tuple[Related, ...]:
    """The nearest topics, for somebody whose question is not covered."""
    least = _settings()["limits"]["worth_showing"]
    topics = [hit.topic for hit in hits if hit.topic.kind == "answer" and hit.coverage >= least]
    return tuple(Related(topic.id, topic.question) for topic in topics[:_RELATED])


def _kind(base: KnowledgeBase, kind: str) -> list[Topic]:
    return [topic for topic in base.topics if topic.kind == kind]


# --- wording -------------------------------------------------------------------------------------------------------

_STATUS: dict[str, Status] = {"answer": "answered", "decline": "declined", "smalltalk": "smalltalk", "crisis": "crisis"}


def _of_topic(
    base: KnowledgeBase, question: str, topic: Topic, confidence: float, place: str, near: Topic | None = None
) -> Answer:
    """The topic as an answer; `near` is a topic to point to beside a decline."""
    related = [base.topic(each) for each in topic.related] if near is None else [near]
    text = f"{topic.short}\n\n{topic.more}".strip()
    return Answer(
        question=question,
        status=_STATUS[topic.kind],
        answer=text,
        topic=topic.id,
        confidence=confidence,
        place=place,
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
    """What has to be said beside an answer: its age, that it is a federal rule, that it is no legal advice."""
    notes = [topic.currency.note] if topic.currency.note else []
    if place and place not in topic.places and topic.kind == "answer" and "federal" in topic.places:
        name = base.places[place].name
        notes.append(f"This is the federal rule; {name} may add to it.")
    return (*notes, *topic.cautions)


def _clarify(base: KnowledgeBase, question: str, topics: Sequence[Topic], confidence: float) -> Answer:
    names = [base.places[topic.places[0]].name for topic in topics]
    words = _settings()["words"]["which_place"].format(places=" or ".join(names))
    return Answer(
        question, "clarify", words, confidence=confidence,
        related=tuple(Related(topic.id, topic.question) for topic in topics),
        options=tuple(names),
    )  # fmt: skip


def _place_of(base: KnowledgeBase, topic: Topic, named: Named, place: str) -> str:
    """The place an answer speaks for: the one asked about where the topic holds there, else the topic's own."""
    if topic.kind != "answer":
        return ""
    for wanted in (*named.covered, *((place,) if place else ())):
        if set(base.line_of(wanted)).intersection(topic.places):
            return (
                next((each for each in base.line_of(wanted) if each in topic.places), wanted)
                if "federal" not in topic.places
                else wanted
            )
    return topic.places[0]


def answer_topic(base: KnowledgeBase, question: str, topic_id: str, *, place: str = "") -> Answer:
    """The answer that a topic gives, chosen by its id. Raises KeyError where there is no such topic."""
    topic = base.by_id[topic_id]
    return _of_topic(base, question, topic, 1.0, _place_of(base, topic, Named(()), place))


def subject_of(base: KnowledgeBase, topic_id: str) -> tuple[str, ...]:
    """The stems of what a topic is about: what a follow-up question takes over from it."""
    topic = base.topic(topic_id)
    if topic is None or topic.kind != "answer":
        return ()
    asked = analyse(topic.question, index_of(base).vocabulary)
    return asked.own
