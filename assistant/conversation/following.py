"""A turn that leans on what was said before: whether it does, and what it asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.conversation import cues
from assistant.conversation.candidates import Candidate, candidates, is_told
from assistant.conversation.counterparts import counterpart
from assistant.conversation.state import State
from knowledge import KnowledgeBase
from knowledge.asking import ask
from knowledge.compose import Answer, answer_topic, which_topic
from knowledge.find.analyzer import own_stems
from knowledge.find.finding import find
from knowledge.find.places import without_places
from knowledge.find.prepared import prepared
from knowledge.schema import Topic
from knowledge.settings import settings

_OWN = 0.25
"""So like the topic, in words or in meaning, the turn alone must be, unless it has no word of its own."""
_NEAR = 1.0
"""So near in score it must be to the topic that stands nearest to what went before."""
_IN_SCOPE, _IN_SCOPE_OWN = 10.75, 0.4
"""A decline does not stand beside a topic of this score and likeness: "what does it cost?", where that is known."""
_FEW_WORDS, _MORE_WORDS = 3, 2
"""Words that tell a subject: a short turn has so many at most; one that is asked back about for its place, at least."""
_HALF_SURE = 0.4
_SHORTLY_SURE = 0.97
"""A question, and a short one, answered alone with this confidence need nothing of what went before, unless their
words say so."""
_NEARLY = 0.3
"""A topic of the programme spoken of, this near to the best in chance, goes before it; so does its counterpart."""


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
    if other := _for_another_programme(base, state, said) or _for_another_service(base, state, said):
        return answer_topic(base, said, other, place=state.place), base.by_id[other].question
    telling = len(own_stems(without_places(base, said)))
    if _asks_for_a_place(base, state, alone) and not (telling < _MORE_WORDS or cues.follows_up(said)):
        return alone, said
    unsure = alone.status == "clarify" or alone.confidence < (_SHORTLY_SURE if telling <= _FEW_WORDS else _HALF_SURE)
    unsure = unsure and not _is_strange(base, said)
    leans = corrects or cues.follows_up(said) or unsure
    if not leans:
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


def _asks_for_a_place(base: KnowledgeBase, state: State, found: Answer) -> bool:
    """Whether it asks back which place is meant, and what was spoken of last is of none of these places."""
    own = base.by_id[state.topic].places[0]
    apart = (place for place in base.places if own == "federal" or own not in base.line_of(place))
    return found.status == "clarify" and set(found.options) <= {base.places[place].name for place in apart}


def _is_strange(base: KnowledgeBase, said: str) -> bool:
    """Whether it has words of its own, and no topic knows any of them, however they are spelled."""
    looked_in = prepared(base)
    own = looked_in.analyse(said).own
    return bool(own) and not any(map(looked_in.index.knows, own))


def _mixed(base: KnowledgeBase, state: State, said: str, alone: Answer) -> Answer:
    """The answer of the topic that suits both the turn and what was spoken of; `alone` where none does.

    Where what was spoken of speaks for topics of which the turn says nothing, it is asked which of the others is meant.
    """
    found = candidates(base, state, said)
    like = [each for each in found if each.own >= _OWN] if own_stems(without_places(base, said)) else found
    if not like or (_declines(alone) and not _is_known(base, state, said, like[0], alone.topic)):
        return alone
    if like[0].score < found[0].score - _NEAR and alone.status != "declined":
        return which_topic(said, [each.topic for each in like], like[0].own)
    best = like[0].topic
    topic = _served(base, state, said, best.id) or ("" if state.place else _general(base, state.topic, best)) or best.id
    return replace(answer_topic(base, said, topic, place=state.place), confidence=round(like[0].own, 2))


def _is_known(base: KnowledgeBase, state: State, said: str, best: Candidate, decline: str) -> bool:
    """Whether a decline does not stand: the topic is too near to what is asked, or the last answer tells it.

    A price or a telephone number that the last topic lacks is told by no other figure in it.
    """
    lacking = {slot["topic"] for slot in settings()["slots"].values()}
    if best.topic.id == state.topic:
        return decline not in lacking and is_told(base, said, best.topic)
    return best.score >= _IN_SCOPE and best.own >= _IN_SCOPE_OWN


def _declines(found: Answer) -> bool:
    """Whether a question is known to be out of scope."""
    return found.status == "declined" and bool(found.topic)


def _general(base: KnowledgeBase, last: str, best: Topic) -> str:
    """The federal topic that a State's is contrasted with, where federal rules are spoken of; "" for none."""
    if "federal" not in base.by_id[last].places or "federal" in best.places:
        return ""
    near = (each.topic for each in best.contrasts if "federal" in base.by_id[each.topic].places)
    return next(near, "")


def _opposite(base: KnowledgeBase, state: State, said: str) -> str:
    """For "and if there is a SEIT?" the topic that the last one is contrasted with on that, "" for none."""
    supposed = set(own_stems(said)) if cues.supposes(said) else set()
    near = (base.by_id[each.topic] for each in base.by_id[state.topic].contrasts)
    return next((topic.id for topic in near if supposed and supposed.issubset(own_stems(topic.question))), "")


def _for_another_programme(base: KnowledgeBase, state: State, said: str) -> str:
    """For "same for early intervention?" the topic that answers the last question for it, "" for none."""
    bare = without_places(base, said)
    programme = cues.programme_in(bare)
    if not programme or not cues.tells_nothing_else(bare, ()):
        return ""
    own = base.by_id[state.topic].places[0]
    place = state.place or ("" if own == "federal" else own)
    return counterpart(base, state.topic, place=place, only=programme)


def _for_another_service(base: KnowledgeBase, state: State, said: str) -> str:
    """For "same for PT?" the topic on that beside the last one, else the last one; "" where it asks no such thing."""
    bare, last = without_places(base, said), base.by_id[state.topic]
    named = cues.services_named(bare)
    if not named or not cues.asks_the_same(said) or not cues.tells_nothing_else(bare, ()):
        return ""
    near = (each.topic for each in candidates(base, state, said) if each.topic.file == last.file)
    return next((topic.id for topic in near if named & cues.services_named(topic.question)), last.id)


def in_the_light_of(base: KnowledgeBase, state: State, found: Answer) -> Answer:
    """An answer, or that of its counterpart for the programme and the services that the asker spoke of."""
    if found.status != "answered" or not found.topic:
        return found
    if other := _served(base, state, found.question, found.topic):
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


def _served(base: KnowledgeBase, state: State, said: str, topic: str) -> str:
    """The topic that one is contrasted with on a service of the child's, or of the asker's own; "" for none.

    A service that the turn supposes away ("and if there's no SEIT?") counts no more.
    """
    away = {each.removeprefix("no ") for each in cues.services_in(said) if each.startswith("no ")}
    return with_service(base, topic, (each for each in (*state.services, state.title) if each and each not in away))


def with_service(base: KnowledgeBase, topic: str, services: Iterable[str]) -> str:
    """The topic that one is contrasted with on a service the child has, "" for none: a SEIT coordinates."""
    named = {stem for each in services if not each.startswith("no ") for stem in own_stems(each)}
    own = set(own_stems(base.by_id[topic].question))
    for each in base.by_id[topic].contrasts:
        theirs = set(own_stems(base.by_id[each.topic].question))
        if named & (theirs - own) and len(theirs & own) >= len(own) / 2:
            return each.topic
    return ""
