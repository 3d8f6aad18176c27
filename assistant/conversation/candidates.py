"""The topics for a turn that follows on another: by its words, and by where they stand beside the last topic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.conversation import cues
from assistant.conversation.counterparts import is_own
from assistant.conversation.state import State
from knowledge import KnowledgeBase
from knowledge.find.analyzer import own_stems
from knowledge.find.finding import Hit, find
from knowledge.find.places import without_places
from knowledge.parts import tells
from knowledge.schema import Topic

_NEXT = 0.5
"""For a topic that people ask about after the last one, beside what the finder gives it. This and the weights below go
with the finder's scores; they were fitted to turns of conversations (a multinomial logistic model over the topics)."""
_ALIKE = 1.0
"""For a topic of the same file as the last, thus of the same subject."""
_PROGRAMME = 1.25
"""For a topic of the programme that is spoken of."""
_HERE = 2.0
"""For a topic of the place that the last one is of, or of the asker's own."""
_AGAIN = -1.0
"""For the last topic itself: mostly something else is asked."""
_IN_LAST = 1.5
"""For the last topic, times the share of the turn's words that its question has: it may answer that too."""
_TOLD, _LIKE_IF_TOLD = 1.0, 0.3
"""For the last topic, where the turn asks no more than how long, how much or who, and its answer tells that; and how
like it the turn counts then at least."""
_TELLING = 2
"""With so many words of its own that tell a subject, a turn still leans fully on what went before."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic with how well it suits a turn and what was spoken of before; `own` is how like it the turn alone is."""

    topic: Topic
    score: float
    own: float


def candidates(base: KnowledgeBase, state: State, said: str) -> list[Candidate]:
    """The topics for a turn after the topic that was told last, the best first."""
    last, leaning = base.by_id[state.topic], _leaning(base, said)
    alone = {hit.topic.id: hit for hit in find(base, said, place=state.place, role=state.role).answers}
    after = {hit.topic.id: hit for hit in find(base, said, place=state.place, role=state.role, after=last.id).answers}
    told = last.id if is_told(base, said, last) else ""
    found = []
    for each in alone.keys() | after.keys():
        score = leaning * _score(each, after) + (1 - leaning) * _score(each, alone)
        score += leaning * _beside(base, state, said, base.by_id[each])
        if each == told:
            found.append(Candidate(last, score + _TOLD, max(_likeness(alone.get(each)), _LIKE_IF_TOLD)))
        else:
            found.append(Candidate(base.by_id[each], score, _likeness(alone.get(each))))
    return sorted(found, key=lambda each: (-each.score, each.topic.id))


def is_told(base: KnowledgeBase, said: str, last: Topic) -> bool:
    """Whether a turn of hardly a word of its own, such as "how long?", asks for what the last answer tells."""
    return len(own_stems(without_places(base, said))) < _TELLING and tells(last, said)


def _leaning(base: KnowledgeBase, said: str) -> float:
    """How much a turn leans on what went before, 0 to 1: the fewer words of its own it has, the more."""
    return min(1.0, _TELLING / max(len(own_stems(without_places(base, said))), 1))


def _likeness(hit: Hit | None) -> float:
    return min(max(hit.likeness, hit.meaning), 1.0) if hit else 0.0


def _score(topic: str, hits: Mapping[str, Hit]) -> float:
    """The finder's score for a topic, that of the last one found where it was not found."""
    return hits[topic].score if topic in hits else min((hit.score for hit in hits.values()), default=0.0)


def _beside(base: KnowledgeBase, state: State, said: str, topic: Topic) -> float:
    """What a topic gains by standing near the last one."""
    last = base.by_id[state.topic]
    spoken_of = (cues.programme_in(said) or last.programme, state.programme)
    return (
        _NEXT * (topic.id in last.related or last.id in topic.related)
        + _ALIKE * (topic.file == last.file)
        + _PROGRAMME * (topic.programme in spoken_of)
        + _HERE * (topic.places[0] == last.places[0] or is_own(base, topic, state.place))
        + (_AGAIN + _IN_LAST * _share(base, said, last)) * (topic.id == last.id)
    )


def _share(base: KnowledgeBase, said: str, topic: Topic) -> float:
    """The share of a turn's words that a topic's question has."""
    own = set(own_stems(without_places(base, said)))
    return len(own.intersection(own_stems(topic.question))) / max(len(own), 1)
