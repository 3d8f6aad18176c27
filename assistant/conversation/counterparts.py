"""What the last topic has for another place or programme: the topic that says there what it says here."""

from __future__ import annotations

from knowledge import KnowledgeBase
from knowledge.find.finding import find
from knowledge.find.places import without_places
from knowledge.schema import Topic

_LEAST = 6.5
"""So high must a topic's score for the last one's question be, with what follows, that it is its counterpart."""
_LEAST_IF_NAMED = 3.0
"""The same for a programme that is named: it is asked for, so little is enough."""
_CONTRASTED = 3.0
"""For a topic that the last one is contrasted with: the same question, another rule."""
_LINKED = 1.5
"""For a topic that goes with the last one, or is contrasted with one that it is contrasted with too."""
_APART = -3.0
"""For early intervention's topic where the last one is of school, and the other way round."""


def counterpart(base: KnowledgeBase, last: str, *, place: str, programme: str = "", only: str = "") -> str:
    """The topic that answers the last one's question for a place, the place's own before the federal one.

    Args:
        base: the knowledge base.
        last: the id of the topic spoken of last.
        place: the id of the place, "" for any.
        programme: what the asker is known to ask for, "" for not known: then that of the last topic.
        only: the programme that is asked for now; no topic of another will do.

    Returns:
        Its id; the last topic's own where it holds there and nothing more particular is known; "" for none.
    """
    topic = base.by_id[last]
    meant = only or programme or topic.programme
    hits = find(base, without_places(base, topic.question), place=place).answers
    scores = dict.fromkeys(sorted(_contrasts(topic)), 0.0) | {hit.topic.id: hit.score for hit in hits}
    found: dict[str, tuple[bool, bool, float]] = {}
    for other in map(base.by_id.__getitem__, scores):
        if other.id == last or not _suits(base, other, topic, place=place, only=only):
            continue
        link, own = _link(base, topic, other), is_own(base, other, place)
        if place and not (only or own or link):
            continue  # a federal rule that has nothing to do with the last one
        score = scores[other.id] + link + _APART * _are_apart(other.programme, meant)
        if link == _CONTRASTED or score >= (_LEAST_IF_NAMED if only else _LEAST):
            found[other.id] = (own, link == _CONTRASTED, score)
    best = max(found, key=found.__getitem__, default="")
    if (only and topic.programme != only) or (place and not _holds(base, topic, place)):
        return best
    return best if best and is_own(base, base.by_id[best], place) and not is_own(base, topic, place) else last


def is_own(base: KnowledgeBase, topic: Topic, place: str) -> bool:
    """Whether a topic is a place's own: not federal, and of the place or one that it lies in."""
    return bool(place) and "federal" not in topic.places and _holds(base, topic, place)


def _suits(base: KnowledgeBase, other: Topic, last: Topic, *, place: str, only: str) -> bool:
    """Whether a topic may stand for the last one: it holds there, and money of 2010 is no family's rule.

    A topic on funds that the last one is contrasted with is on the same thing all the same.
    """
    contrasted = _link(base, last, other) == _CONTRASTED
    funds = "funding" in (other.programme, last.programme) and other.programme != last.programme and not contrasted
    general = "any" if not contrasted else "any funding"
    fits = only in ("", other.programme) or (only.startswith("part-b") and other.programme in general.split())
    return other.kind == "answer" and _holds(base, other, place) and not funds and fits


def _holds(base: KnowledgeBase, topic: Topic, place: str) -> bool:
    return not place or not set(base.line_of(place)).isdisjoint(topic.places)


def _link(base: KnowledgeBase, last: Topic, other: Topic) -> float:
    if other.id in _contrasts(last) or last.id in _contrasts(other):
        return _CONTRASTED
    shared = any(other.id in _contrasts(base.by_id[each]) for each in _contrasts(last))
    return _LINKED if shared or other.id in last.related or last.id in other.related else 0.0


def _contrasts(topic: Topic) -> frozenset[str]:
    return frozenset(each.topic for each in topic.contrasts)


def _are_apart(one: str, other: str) -> bool:
    school = {"part-b-preschool", "part-b-school-age", "any"}
    return "part-c" in (one, other) and not school.isdisjoint((one, other))
