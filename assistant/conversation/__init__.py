"""The conversation: (state, what was said) -> (state, reply). Pure: nothing is printed, stored or looked up elsewhere.

Place, role, programme, services and subject carry over from turn to turn, until the person changes them or starts over.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation import about_last, choices, cues
from assistant.conversation.context import commanded, known, taking_in
from assistant.conversation.counterparts import counterpart
from assistant.conversation.following import follow, in_the_light_of
from assistant.conversation.state import Reply, State
from assistant.conversation.told import Told, asks, in_words, told_in
from assistant.private import gently, private_in, without_names
from knowledge import KnowledgeBase
from knowledge.asking import ask
from knowledge.compose import Answer, answer_topic, nothing_there
from knowledge.danger import tells_of_danger
from knowledge.find.places import find_places, without_places

__all__ = ["Reply", "State", "say"]

_SMALL_TALK = {
    "thanks": "limits/thanks",
    "goodbye": "limits/goodbye",
    "greeting": "limits/greeting",
    "worn": "limits/worn-out",
}
_WHAT_NEXT = "What would you like to know?"
_SURE = 0.75
"""As sure as this that a turn asks something, it is answered, though it only seems to tell."""


def say(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply]:
    """Take in what a person said; any text at all gets a reply.

    An empty line or "/new" begins anew and forgets the subject; what is known of the person stays, as it is shown and
    can be changed ("/place Connecticut", "/forget"). A detail of the child that no answer needs is gently told of, once
    for each kind, and never beside the help in danger; a name is not asked about.
    """
    nameless = without_names(base, said)
    state, reply = _said(base, state, nameless)
    if reply.answer and reply.answer.question == nameless != said:
        reply = replace(reply, answer=replace(reply.answer, question=said))
    kinds = tuple(kind for kind in private_in(base, said) if kind not in state.warned)
    if not kinds or (reply.answer and reply.answer.status == "crisis"):
        return state, reply
    return replace(state, warned=(*state.warned, *kinds)), replace(reply, private=gently(kinds))


def _said(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply]:
    if cues.is_fresh_start(said):
        return state.anew(), Reply(f"Starting over. {_WHAT_NEXT}")
    if command := commanded(base, state, said):
        return command
    if not tells_of_danger(said) and (short := _short_turn(base, state, said)):
        return short
    return _told_or_asked(base, state, said)


def _short_turn(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply] | None:
    """The reply to a choice, to small talk, and to what is asked about the last answer; None for all else."""
    if state.options and (chosen := choices.chosen(base, state, said)):
        return chosen
    if not state.options and (number := cues.number_in(said)):
        found = Answer(said, "declined", f"There is no question {number} to choose. Ask in your own words.")
        return state, Reply(found.answer, found)
    if (small := _SMALL_TALK.get(cues.small_talk(said), "")) and base.topic(small):
        alone = ask(base, said)
        return state.after(alone if alone.status == "crisis" else answer_topic(base, said, small))
    return about_last.reply(base, state, said)


def _told_or_asked(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply]:
    """The reply to a turn that tells something of the asker, corrects what was said, or asks."""
    meant = cues.corrected(said)
    text = meant or said
    question = asks(text)
    stated = told_in(base, text if meant else _telling(text, question))
    told = replace(told_in(base, text), programme=stated.programme, services=stated.services)
    elsewhere = find_places(base, said).other
    before, state = state, taking_in(base, state, told, said)
    if elsewhere and not question:
        state = replace(state, place="", elsewhere=elsewhere)
    names = base.places[told.place].names if told.place else ()
    if told.place and cues.says_nothing_beside(text, names) and not cues.asks_what_that_is(text, names):
        return _in_new_light(base, before, state, told, said)
    if told and (not question or (meant and not cues.is_question(text))) and not elsewhere:
        alone = ask(base, text, place=state.place, role=state.role)
        sure = alone.status == "crisis" or (alone.status == "answered" and alone.confidence >= _SURE and not meant)
        if not sure or (alone.status != "crisis" and cues.tells_nothing_else(text, names)):
            return _in_new_light(base, before, state, told, said)
    found, asked = follow(base, state, text, elsewhere=bool(elsewhere), corrects=bool(meant))
    noted = _noted(base, before, stated)
    return state.after(found, noted=noted, asked=asked)


def _telling(text: str, question: str) -> str:
    """What of a turn does not ask."""
    if not question:
        return text
    return text.replace(question, " ") if question in text else ""


def _noted(base: KnowledgeBase, before: State, told: Told) -> str:
    """What is new in what was told, in a sentence."""
    return in_words(base, told.beside(known(before)))


def _in_new_light(base: KnowledgeBase, before: State, state: State, told: Told, said: str) -> tuple[State, Reply]:
    """What to say where only facts were told: what was asked last, in their light; else that they are noted."""
    noted = _noted(base, before, told)
    moved = bool(told.place) and (told.place != before.place or cues.follows_up(said))
    changed = bool(told.programme) and told.programme != before.programme
    if (state.topic or state.options) and moved:
        beside = replace(told, place="")
        return state.after(_there(base, state), noted=_noted(base, before, beside), moved=True)
    if state.topic and (changed or told.services):
        anew = in_the_light_of(base, state, answer_topic(base, state.asked, state.topic, place=state.place))
        if anew.topic != state.topic:
            return state.after(anew, noted=noted)
    if changed and (state.options or state.topic):
        found = _for_programme(base, state, said)
        fits = bool(found.topic) and base.by_id[found.topic].programme == state.programme
        if state.options or (fits and found.topic != state.topic):
            return state.after(found, noted=noted)
    if told.place and noted and not any((told.role, told.programme, told.services, told.age)):
        return state, Reply(f"I will go by the rules of {base.places[told.place].name}. {_WHAT_NEXT}")
    return state, Reply(f"{noted or in_words(base, told)} {_WHAT_NEXT}")


def _for_programme(base: KnowledgeBase, state: State, said: str) -> Answer:
    """What was asked last, for the programme named now: of what would be asked back, the topic of that programme."""
    found = ask(base, f"{state.asked} {cues.corrected(said) or said}", place=state.place, role=state.role)
    near = (each.topic for each in found.related if base.by_id[each.topic].programme == state.programme)
    topic = next(near, "") if found.status == "clarify" else ""
    return answer_topic(base, state.asked, topic, place=state.place) if topic else replace(found, question=state.asked)


def _there(base: KnowledgeBase, state: State) -> Answer:
    """What was asked last, for the place named now: its counterpart there, else asked anew, else that none is known."""
    if not state.topic:
        found = ask(base, without_places(base, state.asked), place=state.place, role=state.role)
        return replace(found, question=state.asked)
    if topic := counterpart(base, state.topic, place=state.place, programme=state.programme):
        there, last = answer_topic(base, state.asked, topic, place=state.place), base.by_id[state.topic]
        difference = next((each.difference for each in last.contrasts if each.topic == topic), "")
        if "federal" in last.places or not difference:  # the federal rule and a State's own are on the same thing
            return there
        return replace(there, answer=f"{difference[:1].upper()}{difference[1:]}.\n\n{there.answer}")
    found = ask(base, without_places(base, state.asked), place=state.place, role=state.role)
    if found.status == "answered":
        return replace(found, question=state.asked)
    return nothing_there(base, state.asked, state.topic, state.place)
