"""What is asked about the last answer: what else there is, where it stands, the same again, the same more simply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.conversation import cues
from assistant.conversation.state import Reply, State
from assistant.wording import citation_in_words
from knowledge import KnowledgeBase
from knowledge.compose import Answer, Related, answer_topic
from knowledge.find.analyzer import words

_OFFERED = 3
_EXPLAINED = 4
"""So many abbreviations are explained at most."""
_ASKS = (cues.asks_simpler, cues.asks_again, cues.asks_for_sources, cues.asks_for_more)
_NO_ANSWER = "There is no answer yet that this could be about. Ask in your own words, or choose from what is offered."


def reply(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply] | None:
    """The reply to such a turn; None where it says something else."""
    if not state.topic:
        return (state, Reply(_NO_ANSWER)) if any(asks(said) for asks in _ASKS) else None
    found = answer_topic(base, said, state.topic, place=state.place)
    if cues.asks_simpler(said):
        return state, _with(found, _simply(base, state.topic))
    if cues.asks_again(said):
        return state, _with(found, found.answer)
    if cues.asks_for_sources(said):
        return state, _with(found, _sources(found))
    return _more(base, state, said) if cues.asks_for_more(said) else None


def _with(found: Answer, text: str) -> Reply:
    return Reply(text, replace(found, answer=text))


def _simply(base: KnowledgeBase, topic: str) -> str:
    """The short answer alone, with what its abbreviations stand for."""
    short = base.by_id[topic].short.strip()
    used = [each for each in words()["abbreviations"] if re.search(rf"\b{each.upper()}s?\b", short)]
    meanings = [f"- {each.upper()}: {words()['abbreviations'][each]}" for each in used[:_EXPLAINED]]
    explained = "\n\nIn these words:\n\n" + "\n".join(meanings) if meanings else ""
    return f"In short: {short}{explained}"


def _sources(found: Answer) -> str:
    places = "\n".join(f"- {citation_in_words(cited)}" for cited in found.citations)
    if not places:
        return "No source is cited for that: it says what Tandem does, not what a rule says."
    return f"That rests on:\n\n{places}\n\nA rule can change after such a paper: when it matters, ask to be shown it."


def _more(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply]:
    """What people ask next and was not told yet, to choose from."""
    near = tuple(_next(base, state))[:_OFFERED]
    if not near:
        text = "That is all I know on it. Ask in your own words about anything else."
        return state, Reply(text)
    text = "People also ask these. Choose a number, or ask in your own words."
    found = Answer(said, "clarify", text, related=near, options=tuple(each.question for each in near))
    options = tuple((each.question, each.topic) for each in near)
    return replace(state, options=options), Reply(text, found)


def _next(base: KnowledgeBase, state: State) -> Iterator[Related]:
    """The topics that go with the last one, its counterparts, then others on its subject that hold in the place."""
    last = base.by_id[state.topic]
    alike = (each.id for each in base.topics if each.file == last.file and each.kind == "answer")
    near = dict.fromkeys((*last.related, *(each.topic for each in last.contrasts), *alike))
    for topic in (base.topic(each) for each in near):
        if topic and topic.id not in (*state.told, state.topic) and _holds(base, state.place, topic.places):
            yield Related(topic.id, topic.question)


def _holds(base: KnowledgeBase, place: str, places: tuple[str, ...]) -> bool:
    return not place or not set(base.line_of(place)).isdisjoint(places)
