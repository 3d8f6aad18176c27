"""The field's words, each explained: the one that is typed, or all of them in portions."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from assistant.plain.console import Back
from assistant.plain.menus import Choice, Menu, offer
from assistant.plain.portions import pick
from assistant.plain.reading import read_topic
from assistant.plain.session import Session
from assistant.wording import term_in_words
from knowledge.glossary import nearest_names, term_named
from knowledge.schema import Term


def explain_words(session: Session) -> None:
    """Explain word after word, until somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    console, terms = session.console, session.base.glossary
    while True:
        console.say("")
        said = console.ask("A word or an abbreviation, or Enter for the list of all:", "Such as SEIT, or stay-put.")
        with suppress(Back):
            if not said:
                _list(session)
            elif term := term_named(said, terms):
                _explain(session, term)
            else:
                near = nearest_names(said, terms)
                console.say("There is no such word here." + (f" Nearest: {', '.join(near)}." if near else ""))


def _list(session: Session) -> None:
    terms = session.base.glossary
    names = [", ".join((term.name, *term.others[:1])) for term in terms]
    title = "The words of the field, by the alphabet."
    pick(session.console, lambda: title, lambda: names, lambda index: _explain(session, terms[index]))


def _explain(session: Session, term: Term) -> None:
    """A term with what it is, where it is used, its source, and what to read on."""
    base = session.base
    where = f"A word of {' and '.join(base.places[place].name for place in term.places)}." if term.places else ""
    also = f"Also: {', '.join(term.others)}." if term.others else ""
    source = f"Where it stands: {base.sources[term.source].title}."
    session.console.say("", *filter(None, (term_in_words(term), also, where, source)))
    topics = [base.by_id[topic] for topic in term.topics]
    read = [Choice(f"Read: {topic.question}", partial(read_topic, session, topic)) for topic in topics]
    offer(session.console, lambda: Menu("Read on from here.", read))
