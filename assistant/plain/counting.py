"""Deadlines and calculations: what `tandem when` and `tandem calc` work out, with each figure asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from assistant.cli.output import free_name
from assistant.counting import AMOUNTS, Countable, Figure, Misread, Uncountable, Worked, countables, save
from assistant.pieces import lines_of
from assistant.plain.console import Console
from assistant.plain.menus import Choice, Menu, offer
from assistant.plain.portions import pick
from assistant.plain.reading import read_topic
from assistant.plain.session import Session
from assistant.plain.targets import write_to
from assistant.wording import sentence


def count(session: Session) -> None:
    """Offer what can be counted and worked out, until somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    choices = [
        Choice("Deadlines that follow from an event", lambda: _deadlines(session)),
        *(
            Choice(sentence(each.what), partial(_count, session, each))
            for each in countables(session.state.place)
            if each.group == AMOUNTS
        ),
    ]
    offer(session.console, lambda: Menu("Deadlines and calculations.", choices))


def _deadlines(session: Session) -> None:
    """Have an event picked of those that hold in the place that is set."""
    events = [each for each in countables(session.state.place) if each.group != AMOUNTS]
    title = "What happened, or is to happen?"
    pick(
        session.console, lambda: title, lambda: [event.what for event in events], lambda at: _count(session, events[at])
    )


def _count(session: Session, countable: Countable) -> None:
    """Ask for the figures, say what comes of them, and offer to read on and to save it."""
    console = session.console
    figures = {figure.name: _figure(console, figure) for figure in countable.figures}
    try:
        worked = countable.worked(figures, session.state.place)
    except Uncountable as why:
        console.say(str(why))
        return
    console.say("", *lines_of(worked.pieces, console.columns))
    read = [Choice(f"Read: {topic.question}", partial(read_topic, session, topic)) for topic in worked.topics]
    keep = Choice("Save this as text", partial(_save, console, worked))
    offer(console, lambda: Menu("Go on from here.", [*read, keep]))


def _figure(console: Console, figure: Figure) -> Any:
    """What is answered for a figure, asked for until it can be read."""
    enter = f"Enter for {figure.without}" if figure.without else ""
    words = (
        f"{figure.words} Yes, or {enter}"
        if figure.words.endswith("?")
        else ", or ".join(filter(None, (figure.words, enter)))
    )
    while True:
        try:
            return figure.value(console.ask(f"{words}:", figure.helps))
        except Misread as wrong:
            console.say(str(wrong))


def _save(console: Console, worked: Worked) -> None:
    """Ask where, and write it."""
    write_to(console, free_name(Path(), worked.name, ".txt"), partial(save, worked))
