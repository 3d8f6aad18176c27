"""A conversation about rights and procedures: pure functions from a state and what was said to a state and a reply.

Nothing of it is stored anywhere; a conversation replays in a test from its list of utterances.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge import KnowledgeBase
from knowledge.answer import Answer, answer, answer_topic, nothing_there
from knowledge.find.analyzer import own_stems
from knowledge.find.places import find_places

_FRESH_START = re.compile(r"^\s*(?:/new|start over|new question|begin again|reset)\s*[.!]?\s*$", re.IGNORECASE)
_FOLLOW_UP = re.compile(
    r"^\s*(?:and\b|but\b|so\b|what about|how about|what if|same\b|also\b|then\b|or\b|even if|only if)"
    r"|\b(?:it|that|this|them|those|she|he|they|her|him)\b",
    re.IGNORECASE,
)
_WHAT_IF = re.compile(r"^\s*(?:(?:and|but|so)\s+)?(?:what|how)?\s*(?:if|about|with)\b", re.IGNORECASE)
_BESIDE_A_PLACE = re.compile(
    r"\b(?:and|but|what|how|about|same|in|for|no|i|mean|meant|county|state|the|is|it|there|then|so)\b"
)
_LONGEST_FOLLOW_UP = 12
"""In words; a longer question tells its subject itself."""
_ROLES = {
    "family": re.compile(
        r"\b(?:i am|i'm|im|as) (?:a |an |the |his |her )?"
        r"(?:parent|mother|mom|father|dad|guardian|grand\w+|foster \w+)\b"
        r"|\bmy (?:son|daughter|child|kid|baby|toddler)\b",
        re.IGNORECASE,
    ),
    "provider": re.compile(
        r"\b(?:i am|i'm|im|as) (?:a |an |the )?(?:\w+ )?"
        r"(?:provider|therapist|slp|ot|pt|seit|teacher|pathologist|counselor)\b|\bcan i bill\b",
        re.IGNORECASE,
    ),
    "trainer": re.compile(r"\b(?:i am|i'm|im|as) (?:a |an |the )?trainer\b|\bmy trainees\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class State:
    """What a conversation carries on: place and role ("" for not known), the last topic, the choices last offered."""

    place: str = ""
    role: str = ""
    topic: str = ""
    options: tuple[tuple[str, str], ...] = ()
    """Words to choose by, each with the id of its topic."""
    asked: str = ""
    """The last question that was answered or asked back about."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said back; `answer` is None where the conversation was begun anew."""

    text: str
    answer: Answer | None = None


def say(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply]:
    """Take in what a person said; any text at all gets a reply.

    An empty line or "/new" begins anew and forgets the subject; place and role stay, as they are shown and changed
    with keys of their own.
    """
    if not said.strip() or _FRESH_START.match(said):
        return State(place=state.place, role=state.role), Reply("Starting over. What would you like to know?")
    if chosen := _chosen(state, said):
        found = answer_topic(base, said, chosen, place=state.place)
        return _answered(replace(state, place=state.place or found.place), found)
    state = replace(state, role=state.role or _role_in(said))
    named = find_places(base, said)
    if named.covered and not named.other:
        state = replace(state, place=named.covered[0])
        if state.topic and _is_only_a_place(base, said, named.covered):
            return _answered(state, _there(base, state), moved=True)
    return _answered(state, _reply(base, state, said, elsewhere=bool(named.other)))


def _reply(base: KnowledgeBase, state: State, said: str, *, elsewhere: bool) -> Answer:
    """The answer to what was said, as a follow-up where its words say so, else on its own.

    `elsewhere` tells that it names a place that is not covered: no word of the last topic may turn that into an answer.
    """
    alone = answer(base, said, place=state.place, role=state.role)
    if not state.topic or elsewhere or not _follows_up(said) or alone.status in ("crisis", "smalltalk"):
        return alone
    if opposite := _opposite(base, state, said):
        return answer_topic(base, said, opposite, place=state.place)
    mixed = answer(base, said, place=state.place, role=state.role, after=state.topic)
    return mixed if mixed.status == "answered" or alone.status != "answered" else alone


def _opposite(base: KnowledgeBase, state: State, said: str) -> str:
    """For "and if there is a SEIT?" the topic that the last one is contrasted with on that, "" for none."""
    supposed = set(own_stems(said)) if _WHAT_IF.match(said) else set()
    near = (base.by_id[each.topic] for each in base.by_id[state.topic].contrasts)
    return next((topic.id for topic in near if supposed and supposed.issubset(own_stems(topic.question))), "")


def _there(base: KnowledgeBase, state: State) -> Answer:
    """What was asked last, for the place named now: the topic's counterpart there, or the question asked anew."""
    if counterpart := _counterpart(base, state):
        return answer_topic(base, state.asked, counterpart, place=state.place)
    names = sorted((name for place in base.places.values() for name in place.names), key=len, reverse=True)
    bare = re.sub(rf"\b(?:in |for )?(?:{'|'.join(map(re.escape, names))})\b", " ", state.asked, flags=re.IGNORECASE)
    found = answer(base, f"{bare} ({base.places[state.place].names[0]})", place=state.place, role=state.role)
    if found.status == "answered":
        return replace(found, question=state.asked)
    return nothing_there(base, state.asked, state.topic, state.place)


def _counterpart(base: KnowledgeBase, state: State) -> str:
    """The topic that the last one is contrasted with and that holds in the conversation's place, "" for none."""
    last = base.by_id[state.topic]
    near = [each.topic for each in last.contrasts]
    near += [topic.id for topic in base.topics if any(each.topic == last.id for each in topic.contrasts)]
    return next((each for each in near if state.place in base.by_id[each].places), "")


def _answered(state: State, found: Answer, *, moved: bool = False) -> tuple[State, Reply]:
    options = tuple((words, item.topic) for words, item in zip(found.options, found.related, strict=False))
    is_topic = found.status == "answered"
    state = replace(
        state,
        topic=found.topic if is_topic else state.topic,
        asked=found.question if (is_topic or options) and not moved else state.asked,
        options=options,
    )
    return state, Reply(found.answer, found)


def _chosen(state: State, said: str) -> str:
    """The topic chosen from the options last offered, by number or by words."""
    small = said.strip().lower().rstrip(".!")
    for number, (words, topic) in enumerate(state.options, start=1):
        if small in (str(number), words.lower()) or (len(small) > 3 and small in words.lower()):
            return topic
    return ""


def _role_in(said: str) -> str:
    return next((role for role, pattern in _ROLES.items() if pattern.search(said)), "")


def _follows_up(said: str) -> bool:
    return bool(_FOLLOW_UP.search(said)) and len(said.split()) <= _LONGEST_FOLLOW_UP


def _is_only_a_place(base: KnowledgeBase, said: str, covered: tuple[str, ...]) -> bool:
    """Whether something like "and in Connecticut?" names a place and nothing else."""
    rest = said.lower()
    for place in covered:
        for name in sorted(base.places[place].names, key=len, reverse=True):
            rest = rest.replace(name, " ")
    return not re.search(r"[a-z]{2}", _BESIDE_A_PLACE.sub(" ", rest))
