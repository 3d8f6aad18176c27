"""From a source to the topics that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.plain.portions import pick
from assistant.plain.session import Session
from assistant.wording import currency_in_words
from checkers.reports.wording import counted
from knowledge import Topic
from knowledge.browse import resting_on
from knowledge.compose import cite
from knowledge.schema import Source


def topic_on_a_source(session: Session, ids: Iterable[str]) -> Topic:
    """The topic that somebody picks of those that rest on one of these sources, which is picked first.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    console = session.console
    sources = sorted((session.base.sources[each] for each in set(ids)), key=lambda source: source.title)

    def open_one(at: int) -> None:
        console.say("", _in_words(session, sources[at]))
        _pick(session, resting_on(session.base, sources[at].id))

    try:
        pick(console, lambda: "Sources.", lambda: [source.title for source in sources], open_one)
    except _Picked as picked:
        return picked.topic


class _Picked(Exception):
    """A topic was picked."""

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self.topic = topic


def _pick(session: Session, topics: Sequence[Topic]) -> None:
    def take(at: int) -> None:
        raise _Picked(topics[at])

    title = f"{counted(len(topics), 'topic')} on it."
    pick(session.console, lambda: title, lambda: [topic.question for topic in topics], take)


def _in_words(session: Session, source: Source) -> str:
    """What a source is, where it holds, how old it is, and whether it still holds."""
    cited = cite(session.base, source.id)
    return f"{source.title}. {source.publisher}. {cited.place}; {currency_in_words(cited)}."
