"""One topic to read: its answer with the sources, the words it uses, and where it leads, by numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from assistant.cli.answers import as_text
from assistant.plain.console import Back
from assistant.plain.handouts import save_answer
from assistant.plain.menus import Choice, Menu, offer
from assistant.plain.session import Session
from assistant.plain.sources import topic_on_a_source
from assistant.reading_on import steps_from
from assistant.wording import sentence, term_in_words
from checkers.reports.wording import counted
from knowledge import Topic
from knowledge.compose import Answer, answer_topic
from knowledge.glossary import terms_of


def read_topic(session: Session, topic: Topic) -> None:
    """Read a topic and follow where it leads; back goes to the topic before, and from the first one out.

    Raises:
        ToMenu, Left: somebody wants to go there.
    """
    trail = [topic]
    while trail:
        _say(session, trail[-1])
        try:
            offer(session.console, partial(_menu, session, trail))
        except Back:
            trail.pop()


def _say(session: Session, topic: Topic) -> None:
    told = replace(_answer(session, topic), related=())  # the menu has where it leads
    session.console.say("", topic.question, "", *as_text(told, session.console.columns))


def _answer(session: Session, topic: Topic) -> Answer:
    return answer_topic(session.base, topic.question, topic.id, place=session.state.place)


def _menu(session: Session, trail: list[Topic]) -> Menu:
    """The topics that the last one leads to, then what else can be done with it."""

    def follow(there: Topic) -> None:
        trail.append(there)
        _say(session, there)

    steps = [
        Choice(
            " ".join(filter(None, (f"{step.title}: {step.topic.question}", sentence(step.difference)))),
            partial(follow, step.topic),
        )
        for step in steps_from(session.base, trail[-1])
    ]
    besides = _besides(session, trail[-1], follow)
    return Menu("Read on from here.", [*steps, *besides], "Back leads to the topic that you came from.")


def _besides(session: Session, topic: Topic, follow: Callable[[Topic], None]) -> Iterator[Choice]:
    """What can be done with a topic besides going to those that it names."""
    if terms := [term_in_words(term) for term in terms_of(topic)]:
        words = f"The words it uses, explained: {counted(len(terms), 'word')}"
        yield Choice(words, lambda: session.console.say("", *terms))
    if cited := [each.source for each in topic.citations]:
        yield Choice("Its sources, and what else rests on them", lambda: follow(topic_on_a_source(session, cited)))
    yield Choice("Save this answer as a handout", lambda: save_answer(session, _answer(session, topic)))
    yield Choice("Hear it again", lambda: _say(session, topic))
