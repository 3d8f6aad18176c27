"""A turn that leans on what was said before: what it asks, understood from itself and from the last question.

The words of both are not put together, for the longer question would drown the shorter: each finds its topics, and
what the last one found counts less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.conversation import cues
from assistant.conversation.state import State
from knowledge import KnowledgeBase
from knowledge.asking import ask
from knowledge.compose import Answer, answer_topic
from knowledge.find.analyzer import own_stems
from knowledge.find.finding import Hit, find
from knowledge.find.prepared import prepared
from knowledge.schema import Topic

_BEFORE = 0.6
"""How much what the last question found counts beside what a turn of one word of its own found; of two, half as much.
This and the weights below go with the finder's scores, and are measured with tests/benchmarks/questions."""
_NEXT = 1.0
"""For a topic that people ask about after the last one."""
_ALIKE = 1.0
"""For a topic of the same file as the last, thus of the same subject."""
_PROGRAMME = 0.4
"""For a topic of the programme that is spoken of."""
_AGAIN = -1.0
"""For the last topic itself, where the turn says that it goes on: it asks for something else."""
_OWN = 0.25
"""So like the topic, in words or in meaning, the turn alone must be, unless it has no word of its own."""
_FEW_WORDS = 3
_HALF_SURE = 0.45
"""A short question answered alone with this confidence needs nothing of what went before, unless its words say so."""
_SURE = 0.75
"""A decline this sure stands, though the words of the turn follow on what went before."""
_NEARLY = 0.3
"""A topic of the programme spoken of, this near to the best in chance, goes before it; so does its counterpart."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic with how well it suits a turn and what was spoken of before; `own` is how like it the turn alone is."""

    topic: Topic
    score: float
    own: float


def follow(
    base: KnowledgeBase, state: State, said: str, *, elsewhere: bool = False, corrects: bool = False
) -> tuple[Answer, str]:
    """The answer to a turn that asks, as a follow-up where it is one, else on its own; and the question in full words.

    Args:
        base: the knowledge base.
        state: the state, with what the turn tells already taken in.
        said: the turn.
        elsewhere: it names a place that is not covered, so no word of the last topic may turn it into an answer.
        corrects: it takes back what was said before, and so leans on it whatever its words.
    """
    alone = _alone(base, state, said)
    if alone.status in ("crisis", "smalltalk"):
        return alone, said
    if state.elsewhere and not elsewhere:
        return _for_elsewhere(base, state, said, alone), said
    if not state.topic or elsewhere:
        return in_the_light_of(base, state, alone), said
    if opposite := _opposite(base, state, said):
        return answer_topic(base, said, opposite, place=state.place), base.by_id[opposite].question
    if alone.status == "clarify" and _asks_for_a_place(base, alone) and not cues.follows_up(said):
        return alone, said
    unsure = alone.status == "clarify" or (_is_short(said) and alone.confidence < _HALF_SURE)
    unsure = unsure and not _is_strange(base, said)
    leans = corrects or cues.follows_up(said) or unsure
    if not leans or (alone.status == "declined" and alone.topic and alone.confidence >= _SURE):
        return in_the_light_of(base, state, alone), said
    found = _mixed(base, state, said, alone)
    return found, base.by_id[found.topic].question if found.status == "answered" and found.topic else said


def _alone(base: KnowledgeBase, state: State, said: str) -> Answer:
    """The answer to a turn on its own; where it is not sure, with the asker's title: what a SEIT may bill."""
    alone = ask(base, said, place=state.place, role=state.role)
    if state.title and (alone.status == "clarify" or (alone.status == "declined" and not alone.topic)):
        titled = ask(base, f"{said} {state.title}", place=state.place, role=state.role)
        return replace(titled, question=said) if titled.status == "answered" else alone
    return alone


def _for_elsewhere(base: KnowledgeBase, state: State, said: str, alone: Answer) -> Answer:
    """The answer for who lives where no rules are known: a federal rule, else that nothing is guessed."""
    topic = base.topic(alone.topic)
    if alone.status == "declined" or (topic and "federal" in topic.places):
        return alone
    return replace(ask(base, f"{said} in {state.elsewhere}"), question=said)


def _asks_for_a_place(base: KnowledgeBase, found: Answer) -> bool:
    return set(found.options) <= {place.name for place in base.places.values()}


def _is_short(said: str) -> bool:
    return len(own_stems(said)) <= _FEW_WORDS


def _is_strange(base: KnowledgeBase, said: str) -> bool:
    """Whether it has words of its own, and no topic knows any of them, however they are spelled."""
    looked_in = prepared(base)
    own = looked_in.analyse(said).own
    return bool(own) and not any(map(looked_in.index.knows, own))


def _mixed(base: KnowledgeBase, state: State, said: str, alone: Answer) -> Answer:
    """The answer of the topic that suits both the turn and what was spoken of; `alone` where none does."""
    found = candidates(base, state, said)
    if not found:
        return alone
    best = found[0]
    if own_stems(said) and best.own < _OWN:
        return alone
    return replace(answer_topic(base, said, best.topic.id, place=state.place), confidence=round(best.own, 2))


def _opposite(base: KnowledgeBase, state: State, said: str) -> str:
    """For "and if there is a SEIT?" the topic that the last one is contrasted with on that, "" for none."""
    supposed = set(own_stems(said)) if cues.supposes(said) else set()
    near = (base.by_id[each.topic] for each in base.by_id[state.topic].contrasts)
    return next((topic.id for topic in near if supposed and supposed.issubset(own_stems(topic.question))), "")


def in_the_light_of(base: KnowledgeBase, state: State, found: Answer) -> Answer:
    """An answer, or that of its counterpart for the programme and the services that the asker spoke of."""
    if found.status != "answered" or not found.topic:
        return found
    if other := with_service(base, found.topic, state.services):
        return replace(answer_topic(base, found.question, other, place=state.place), confidence=found.confidence)
    own = base.by_id[found.topic].programme
    if state.programme and own != state.programme and own.startswith("part-"):
        hits = find(base, found.question, place=state.place, role=state.role).answers
        fitting = (hit for hit in hits if hit.topic.programme == state.programme)
        counterparts = {each.topic for each in base.by_id[found.topic].contrasts}
        near = next(
            (hit for hit in fitting if hit.topic.id in counterparts or hit.chance >= _NEARLY * hits[0].chance), None
        )
        if near:
            return replace(
                answer_topic(base, found.question, near.topic.id, place=state.place), confidence=found.confidence
            )
    return found


def candidates(base: KnowledgeBase, state: State, said: str) -> list[Candidate]:
    """The topics for a turn after the question that was answered last, the best first."""
    place, role, programme = state.place, state.role, cues.programme_in(said) or state.programme
    now = {hit.topic.id: hit for hit in find(base, said, place=place, role=role).answers}
    before = {hit.topic.id: hit for hit in find(base, state.asked, place=place, role=role).answers}
    nearby, weight = _beside(base, state.topic), _BEFORE / max(len(own_stems(said)), 1)
    found = []
    for topic_id in now.keys() | before.keys() | nearby.keys():
        topic = base.by_id[topic_id]
        if topic.kind != "answer" or not _holds(base, topic, place):
            continue
        score = _score(topic_id, now) + weight * _score(topic_id, before) + nearby.get(topic_id, 0.0)
        score += _PROGRAMME * (bool(programme) and topic.programme == programme)
        score += _AGAIN * (topic_id == state.topic and cues.follows_up(said))
        found.append(Candidate(topic, score, _likeness(now.get(topic_id))))
    return sorted(found, key=lambda each: (-each.score, each.topic.id))


def _score(topic: str, hits: Mapping[str, Hit]) -> float:
    """The finder's score for a topic, that of the last one found where it was not found."""
    return hits[topic].score if topic in hits else min((hit.score for hit in hits.values()), default=0.0)


def _likeness(hit: Hit | None) -> float:
    return min(max(hit.likeness, hit.meaning), 1.0) if hit else 0.0


def _holds(base: KnowledgeBase, topic: Topic, place: str) -> bool:
    if not place:
        return True
    near = {*base.line_of(place), *(each for each in base.places if place in base.line_of(each))}
    return not near.isdisjoint(topic.places)


def _beside(base: KnowledgeBase, last: str) -> Mapping[str, float]:
    """What a topic gains by standing near the last one."""
    gains: defaultdict[str, float] = defaultdict(float)
    topic = base.topic(last)
    if topic is None:
        return gains
    for each in _next_to(base, topic):
        gains[each] += _NEXT
    for other in base.topics:
        if other.file == topic.file:
            gains[other.id] += _ALIKE
    return gains


def _next_to(base: KnowledgeBase, topic: Topic) -> Iterable[str]:
    forth = {*topic.related, *(each.topic for each in topic.contrasts)}
    back = {each.id for each in base.topics if topic.id in each.related}
    return (forth | back) & set(base.by_id)


def with_service(base: KnowledgeBase, topic: str, services: Iterable[str]) -> str:
    """The topic that one is contrasted with on a service the child has, "" for none: a SEIT coordinates."""
    named = {stem for each in services if not each.startswith("no ") for stem in own_stems(each)}
    own = set(own_stems(base.by_id[topic].question))
    for each in base.by_id[topic].contrasts:
        theirs = set(own_stems(base.by_id[each.topic].question))
        if named & (theirs - own) and len(theirs & own) >= len(own) / 2:
            return each.topic
    return ""
