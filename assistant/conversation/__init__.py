"""A conversation about rights and procedures: pure functions from a state and what was said to a state and a reply.

Nothing of it is stored anywhere; a conversation replays in a test from its list of utterances.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge import KnowledgeBase
from knowledge.answer import Answer, answer, answer_topic, subject_of
from knowledge.find.places import find_places

_FRESH_START = re.compile(r"^\s*(?:/new|start over|new question|begin again|reset)\s*[.!]?\s*$", re.IGNORECASE)
_FOLLOW_UP = re.compile(
    r"^\s*(?:and\b|but\b|so\b|what about|how about|what if|same\b|also\b|then\b|or\b|even if|only if)|\b(?:it|that|this|them|those|she|he|they|her|him)\b",
    re.IGNORECASE,
)
_PLACE_ONLY = re.compile(
    r"^\s*(?:and\s+|but\s+)?(?:(?:what|how) about|same (?:for|in)|in|for|no,?\s*i mean(?:t)?|i mean(?:t)?)?\s*(?:in\s+|for\s+)?[\w\s,.]{2,40}\??\s*$",
    re.IGNORECASE,
)
_FEW_WORDS = 6
_ROLES = {
    "family": re.compile(r"\b(?:i am|i'm|im|as) (?:a |an |the |his |her )?(?:parent|mother|mom|father|dad|guardian|grand\w+|foster \w+)\b|\bmy (?:son|daughter|child|kid|baby|toddler)\b", re.IGNORECASE),
    "provider": re.compile(r"\b(?:i am|i'm|im|as) (?:a |an |the )?(?:\w+ )?(?:provider|therapist|slp|ot|pt|seit|teacher|pathologist|counselor)\b|\bcan i bill\b", re.IGNORECASE),
    "trainer": re.compile(r"\b(?:i am|i'm|im|as) (?:a |an |the )?trainer\b|\bmy trainees\b", re.IGNORECASE),
}  # fmt: skip


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
        return _answered(base, state, answer_topic(base, said, chosen, place=state.place))
    state = replace(state, role=state.role or _role_in(said))
    named = find_places(base, said)
    if named.covered and not named.other and state.topic and _is_only_a_place(base, said, named.covered):
        moved = replace(state, place=named.covered[0])
        return _answered(base, moved, answer(base, state.asked or said, place=moved.place, role=moved.role), moved=True)
    subject = subject_of(base, state.topic) if state.topic and _follows_up(said) else ()
    found = answer(base, said, place=state.place, role=state.role, subject=subject)
    if found.status == "declined" and subject and not named.other and not found.topic:
        found = answer(base, f"{said} {_question(base, state)}", place=state.place, role=state.role)
        found = replace(found, question=said)
    if named.covered and not named.other:
        state = replace(state, place=named.covered[0])
    return _answered(base, state, found)


def _answered(base: KnowledgeBase, state: State, found: Answer, *, moved: bool = False) -> tuple[State, Reply]:
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
    return bool(_FOLLOW_UP.search(said)) or len(said.split()) <= _FEW_WORDS


def _is_only_a_place(base: KnowledgeBase, said: str, covered: tuple[str, ...]) -> bool:
    """Whether something like "and in Connecticut?" names a place and nothing else."""
    if not _PLACE_ONLY.match(said):
        return False
    rest = said.lower()
    for place in covered:
        for name in sorted(base.places[place].names, key=len, reverse=True):
            rest = rest.replace(name, " ")
    left = re.sub(
        r"\b(?:and|but|what|how|about|same|in|for|no|i|mean|meant|county|state|the|is|it|there|then|so)\b", " ", rest
    )
    return not re.search(r"[a-z]{2}", left)


def _question(base: KnowledgeBase, state: State) -> str:
    topic = base.topic(state.topic)
    return topic.question if topic else ""
