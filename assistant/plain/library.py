"""Browse the library: by place, program and subject, or by words; and read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from assistant.plain.menus import Choice, Menu, offer
from assistant.plain.portions import pick
from assistant.plain.reading import read_topic
from assistant.plain.session import Session
from assistant.plain.sources import topic_on_a_source
from checkers.reports.wording import counted
from knowledge import Topic
from knowledge.browse import Shelf, answers, programme_name, search, shelves

_LONGEST = 200
"""In characters; more is no search."""


def browse(session: Session) -> None:
    """Find topics and read them, until somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    topics = answers(session.base)
    offer(
        session.console,
        lambda: Menu(
            f"The library: {counted(len(topics), 'topic')}.",
            [
                Choice("By place, program and subject", lambda: _places(session, list(shelves(session.base, topics)))),
                Choice("Search by a word or two", lambda: _search(session, topics)),
                Choice("By source: which topics rest on it", lambda: _by_source(session)),
            ],
        ),
    )


def _places(session: Session, shelved: Sequence[Shelf]) -> None:
    """Place, then program, then subject, then topic: each picked from what the one before holds."""
    base = session.base
    named = {place: base.places[place].name for place in base.places}
    _pick_group(session, "Places.", shelved, lambda shelf: named[shelf.place], partial(_programmes, session))


def _programmes(session: Session, name: str, shelved: Sequence[Shelf]) -> None:
    def named(shelf: Shelf) -> str:
        return programme_name(shelf.programme)

    _pick_group(session, f"{name}: programs.", shelved, named, partial(_subjects, session))


def _subjects(session: Session, name: str, shelved: Sequence[Shelf]) -> None:
    _pick_group(session, f"{name}: subjects.", shelved, lambda shelf: shelf.subject, partial(_topics, session))


def _topics(session: Session, name: str, shelved: Sequence[Shelf]) -> None:
    _pick_topic(session, f"{name}.", [topic for shelf in shelved for topic in shelf.topics])


def _pick_group(
    session: Session,
    title: str,
    shelved: Sequence[Shelf],
    named: Callable[[Shelf], str],
    go_on: Callable[[str, Sequence[Shelf]], None],
) -> None:
    """Have one picked of the groups that the shelves make by their names, and go on with its shelves."""
    groups = [(name, list(each)) for name, each in groupby(shelved, named)]
    words = [f"{name}: {counted(sum(len(shelf.topics) for shelf in each), 'topic')}" for name, each in groups]
    pick(session.console, lambda: title, lambda: words, lambda index: go_on(*groups[index]))


def _pick_topic(session: Session, title: str, topics: Sequence[Topic]) -> None:
    questions = [topic.question for topic in topics]
    pick(session.console, lambda: title, lambda: questions, lambda index: read_topic(session, topics[index]))


def _search(session: Session, topics: Sequence[Topic]) -> None:
    """The topics that have the words that somebody types, to pick from."""
    console = session.console
    said = console.ask("Search for:", "A word or two of what you look for, or their beginnings.")
    if not said:
        return
    found = search(session.base, said[:_LONGEST], topics, place=session.state.place)
    if not found.topics:
        console.say("No topic is like that. A whole question can be asked in “Ask a question”.")
        return
    title = f"{counted(len(found.topics), 'topic')}." if found.exact else "No topic has all of that. The nearest:"
    _pick_topic(session, title, found.topics)


def _by_source(session: Session) -> None:
    read_topic(session, topic_on_a_source(session, session.base.sources))
