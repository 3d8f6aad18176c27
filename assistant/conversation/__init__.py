"""The conversation: (state, what was said) -> (state, reply). Pure: nothing is printed, stored or looked up elsewhere.

Place, role and subject carry over from turn to turn, until the person changes them or starts over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.conversation import cues
from assistant.wording import citation_in_words
from knowledge import KnowledgeBase
from knowledge.answer import answer
from knowledge.compose import Answer, answer_topic, nothing_there
from knowledge.find.analyzer import own_stems
from knowledge.find.places import find_places


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
    """What is said back; `answer` is None where nothing was asked."""

    text: str
    answer: Answer | None = None


def say(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply]:
    """Take in what a person said; any text at all gets a reply.

    An empty line or "/new" begins anew and forgets the subject; place and role stay, as they are shown and changed
    with keys of their own.
    """
    if cues.is_fresh_start(said):
        return State(place=state.place, role=state.role), Reply("Starting over. What would you like to know?")
    if state.options and (chosen := _choice(base, state, said)):
        return chosen
    if not state.options and (number := cues.number_in(said)):
        found = Answer(said, "declined", f"There is no question {number} to choose. Ask in your own words.")
        return state, Reply(found.answer, found)
    if state.topic and cues.asks_for_more(said):
        return _more(base, state, said)
    if state.topic and (told := _of_last_answer(base, state, said)):
        return state, told
    state = replace(state, role=cues.role_in(said, state.role))
    named = find_places(base, said)
    if len(named.covered) == 1 and not named.other:
        state = replace(state, place=named.covered[0])
        if cues.says_nothing_beside(said, base.places[state.place].names):
            return _at_a_place(base, state)
    return _answered(state, _reply(base, state, said, elsewhere=bool(named.other)))


# --- choosing ------------------------------------------------------------------------------------------------------


def _choice(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply] | None:
    """What comes of an answer to "which do you mean?"; None where something else was said."""
    if topic := _chosen(base, state, said):
        found = _of_choice(base, state, said, topic)
        own = "" if found.place == "federal" else found.place
        return _answered(replace(state, place=state.place or own), found)
    if number := cues.number_in(said):
        words = f"There is no question {number}. Please choose a number from 1 to {len(state.options)}"
        return state, Reply(f"{words}, or ask in other words.")
    if cues.refuses(said):
        return replace(state, options=()), Reply("Then ask in other words, with the place if it matters.")
    return None


def _of_choice(base: KnowledgeBase, state: State, said: str, topic: str) -> Answer:
    """The answer of a chosen topic, for the place that was chosen with it."""
    place = base.by_id[topic].places[0]
    chosen = place if (base.places[place].name, topic) in state.options else state.place
    return answer_topic(base, state.asked or said, topic, place=chosen)


def _chosen(base: KnowledgeBase, state: State, said: str) -> str:
    """The topic chosen from the options last offered: by number, by words, or by the place it holds in."""
    number = cues.number_in(said)
    if 0 < number <= len(state.options):
        return state.options[number - 1][1]
    small = said.strip().lower().rstrip(".!?")
    by_words = [topic for words, topic in state.options if len(small) > 3 and small in words.lower()]
    if len(by_words) == 1:
        return by_words[0]
    named = find_places(base, said).covered
    if len(named) == 1 and cues.says_nothing_beside(said, base.places[named[0]].names):
        there = [topic for _, topic in state.options if named[0] in base.by_id[topic].places]
        return there[0] if len(there) == 1 else ""
    return ""


# --- what leans on the last answer -----------------------------------------------------------------------------------


def _more(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply]:
    """What people ask next, to choose from."""
    near = answer_topic(base, said, state.topic, place=state.place).related
    options = tuple((each.question, each.topic) for each in near)
    words = "People also ask these. Choose a number, or ask in your own words."
    found = Answer(said, "clarify", words, related=near, options=tuple(each.question for each in near))
    return replace(state, options=options), Reply(words, found)


def _of_last_answer(base: KnowledgeBase, state: State, said: str) -> Reply | None:
    """Where the last answer stands, or that answer again; None where neither is asked for."""
    if not (cues.asks_for_sources(said) or cues.asks_again(said)):
        return None
    found = answer_topic(base, said, state.topic, place=state.place)
    if cues.asks_again(said):
        return Reply(found.answer, found)
    places = "\n".join(f"- {citation_in_words(cited)}" for cited in found.citations)
    text = f"That rests on:\n\n{places}\n\nA rule can change after such a paper: when it matters, ask to be shown it."
    return Reply(text, replace(found, answer=text))


def _reply(base: KnowledgeBase, state: State, said: str, *, elsewhere: bool) -> Answer:
    """The answer to what was said, as a follow-up where its words say so, else on its own.

    `elsewhere` tells that it names a place that is not covered: no word of the last topic may turn that into an answer.
    """
    alone = answer(base, said, place=state.place, role=state.role)
    if not state.topic or elsewhere or not cues.follows_up(said) or alone.status in ("crisis", "smalltalk"):
        return alone
    if opposite := _opposite(base, state, said):
        return answer_topic(base, said, opposite, place=state.place)
    mixed = answer(base, said, place=state.place, role=state.role, after=state.topic)
    return mixed if mixed.status == "answered" or alone.status != "answered" else alone


def _opposite(base: KnowledgeBase, state: State, said: str) -> str:
    """For "and if there is a SEIT?" the topic that the last one is contrasted with on that, "" for none."""
    supposed = set(own_stems(said)) if cues.supposes(said) else set()
    near = (base.by_id[each.topic] for each in base.by_id[state.topic].contrasts)
    return next((topic.id for topic in near if supposed and supposed.issubset(own_stems(topic.question))), "")


# --- places ----------------------------------------------------------------------------------------------------------


def _at_a_place(base: KnowledgeBase, state: State) -> tuple[State, Reply]:
    """What to say where only a place was named: what was asked last, for that place; else what to ask."""
    if state.topic or state.options:
        return _answered(state, _there(base, state), moved=True)
    return state, Reply(f"I will go by the rules of {base.places[state.place].name}. What would you like to know?")


def _there(base: KnowledgeBase, state: State) -> Answer:
    """What was asked last, for the place named now: asked anew, else what differs there, else that it is not known."""
    names = sorted((name for place in base.places.values() for name in place.names), key=len, reverse=True)
    bare = re.sub(rf"\b(?:in |for )?(?:{'|'.join(map(re.escape, names))})\b", " ", state.asked, flags=re.IGNORECASE)
    found = answer(base, bare, place=state.place, role=state.role)
    if found.status == "answered" or not state.topic:
        return replace(found, question=state.asked)
    for contrast in base.by_id[state.topic].contrasts:
        if state.place in base.by_id[contrast.topic].places:
            there = answer_topic(base, state.asked, contrast.topic, place=state.place)
            difference = contrast.difference[:1].upper() + contrast.difference[1:]
            return replace(there, answer=f"{difference}.\n\n{there.answer}")
    return nothing_there(base, state.asked, state.topic, state.place)


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
