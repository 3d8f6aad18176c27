"""The reply to an answer to "which do you mean?": by number, by words, by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.conversation import cues
from assistant.conversation.state import Reply, State
from knowledge import KnowledgeBase
from knowledge.asking import ask
from knowledge.compose import Answer, Related, answer_topic
from knowledge.find.analyzer import own_stems
from knowledge.find.places import find_places

_LONGEST = 8
"""In words; a longer turn asks anew."""


def next_questions(reply: Reply) -> tuple[Related, ...]:
    """What people ask next after a reply, to be chosen by number; none where it asks back, with choices of its own."""
    return reply.answer.related if reply.answer and not reply.answer.options else ()


def meant(state: State, related: Sequence[Related], said: str) -> str:
    """The question of `next_questions` that a number stands for; else what was said."""
    number = 0 if state.options else cues.number_in(said)
    return related[number - 1].question if 0 < number <= len(related) else said


def chosen(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply] | None:
    """What comes of a choice; None where something else was said."""
    if topic := _chosen(base, state, said):
        found = _of_choice(base, state, said, topic)
        own = "" if found.place == "federal" else found.place
        return replace(state, place=state.place or own).after(found)
    if number := cues.number_in(said):
        words = f"There is no question {number}. Please choose a number from 1 to {len(state.options)}"
        return state, Reply(f"{words}, or ask in other words.")
    if cues.refuses(said):
        return replace(state, options=()), Reply("Then ask in other words, with the place if it matters.")
    return None


def _of_choice(base: KnowledgeBase, state: State, said: str, topic: str) -> Answer:
    """The answer of a chosen topic; where a place was chosen, the question is asked anew for that place."""
    place = base.by_id[topic].places[0]
    if (base.places[place].name, topic) in state.options:
        found = ask(base, state.asked, place=place, role=state.role)
        if found.status == "answered":
            return found
    return answer_topic(base, state.asked or said, topic, place=state.place)


def _chosen(base: KnowledgeBase, state: State, said: str) -> str:
    """The topic chosen from the options last offered: by number, by words, or by the place it holds in."""
    number = len(state.options) if cues.is_the_last(said) else cues.number_in(said)
    if 0 < number <= len(state.options):
        return state.options[number - 1][1]
    small = said.strip().lower().rstrip(".!?")
    by_words = [topic for words, topic in state.options if len(small) > 3 and small in words.lower()]
    if len(by_words) == 1:
        return by_words[0]
    named = () if cues.stated_role(said) else find_places(base, said).covered
    if len(named) == 1 and cues.says_nothing_beside(said, base.places[named[0]].names):
        there = [topic for _, topic in state.options if named[0] in base.by_id[topic].places]
        return there[0] if len(there) == 1 else ""
    return "" if cues.is_question(said) or len(said.split()) > _LONGEST else _by_its_words(state, said)


def _by_its_words(state: State, said: str) -> str:
    """The one topic whose words hold all that were said: "the one about parents"; "" for none or more."""
    own = set(own_stems(said))
    holding = [topic for words, topic in state.options if own and own <= set(own_stems(words))]
    return holding[0] if len(holding) == 1 else ""
