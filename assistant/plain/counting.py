"""Deadlines and calculations: what `tandem when` and `tandem calc` work out, with each figure asked for."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from assistant.cli.calc import CALCULATIONS, calculation_lines, dollars, dollars_or_all
from assistant.cli.calc import count as whole_number
from assistant.cli.days import FORMS, read_day, read_days
from assistant.cli.deadlines import Schedule, deadline_lines
from assistant.cli.titles import source_titles
from assistant.cli.when import holds_in
from assistant.plain.console import Console
from assistant.plain.menus import Choice, Menu, offer
from assistant.plain.portions import pick
from assistant.plain.reading import read_topic
from assistant.plain.session import Session
from assistant.wording import sentence
from knowledge.calculations import Impossible
from knowledge.deadlines import Event, OffTheCalendar, load_deadlines, work_out


def count(session: Session) -> None:
    """Offer what can be counted and worked out, until somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    choices = [
        Choice("Deadlines that follow from an event", lambda: _deadlines(session)),
        *(Choice(sentence(CALCULATIONS[name][0]), partial(_calculate, session, name)) for name in _FIGURES),
    ]
    offer(session.console, lambda: Menu("Deadlines and calculations.", choices))


# --- deadlines -----------------------------------------------------------------------------------------------------


def _deadlines(session: Session) -> None:
    """Have an event picked of those that hold in the place that is set."""
    events = [event for event in load_deadlines().events if holds_in(event, session.state.place)]
    title = "What happened, or is to happen?"
    pick(session.console, lambda: title, lambda: [event.what for event in events], lambda at: _due(session, events[at]))


def _due(session: Session, event: Event) -> None:
    """Count the deadlines of an event from its day, and offer the topics on them."""
    console, place = session.console, session.state.place
    day = _day(console, f"The day ({event.counted_from}):")
    closed = _closed(console)
    try:
        due = work_out(event, day, session.base, place=place, closed=closed)
    except OffTheCalendar as why:
        console.say(sentence(str(why)))
        return
    console.say("", *deadline_lines(Schedule(event, day, place, due), console.columns, with_commands=False))
    topics = [session.base.by_id[topic] for topic in dict.fromkeys(each.deadline.topic for each in due)]
    read = [Choice(f"Read: {topic.question}", partial(read_topic, session, topic)) for topic in topics]
    offer(console, lambda: Menu("Read on from here.", read))


def _day(console: Console, words: str) -> datetime.date:
    while (day := read_day(console.ask(words, f"Write a day with its year, {FORMS}."))) is None:
        console.say(f"That is no day. Write one with its year, {FORMS}.")
    return day


def _closed(console: Console) -> frozenset[datetime.date]:
    """Days without school, asked for one by one until an empty line."""
    closed: set[datetime.date] = set()
    helps = f"They count where school days do. Write a day {FORMS}, or two: 2026-12-24..2027-01-01."
    while said := console.ask("A day without school, or Enter for no more:", helps):
        if (days := read_days(said)) is None:
            console.say(f"That is no day. {helps}")
        else:
            closed.update(days)
    return frozenset(closed)


# --- calculations --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that a calculation needs: its name in the command, what to ask, and how the answer is read.

    `usual` is what Enter alone stands for; `needed`: there is no such thing.
    """

    name: str
    words: str
    read: Callable[[str], Any]
    usual: Any = None
    needed: bool = True


def _several(text: str) -> list[int]:
    """Whole numbers. Raises `ArgumentTypeError` for none, and for what is no number."""
    return [whole_number(each) for each in text.replace(",", " ").split() or [""]]


def _yes(text: str) -> bool:
    if text.lower() not in ("y", "yes", "n", "no"):
        raise argparse.ArgumentTypeError("type yes or no")
    return text.lower().startswith("y")


def _optional(name: str, words: str, read: Callable[[str], Any], usual: Any = None) -> Figure:
    return Figure(name, f"{words}, or Enter for none", read, usual, needed=False)


def _yes_or_no(name: str, words: str) -> Figure:
    return Figure(name, f"{words} Yes, or Enter for no", _yes, usual=False, needed=False)


_FIGURES: dict[str, Sequence[Figure]] = {
    "coordination-units": (
        Figure("minutes", "Each period in minutes, apart by spaces", _several),
        _optional("claimed", "Units that a claim states, to compare", whole_number),
        _optional("before", "Units already paid in the period", whole_number, 0),
        _yes_or_no("summer", "Is it a summer program, and not the school year?"),
    ),
    "offset": (
        Figure("this_year", "The section 611 allocation in dollars", dollars),
        Figure("last_year", "That of the year before in dollars", dollars),
        _optional("section_619", "The section 619 allocation in dollars", dollars, dollars("0")),
        _optional("ceis", "Used for early intervening services in dollars, or “all”", dollars_or_all, dollars("0")),
    ),
    "early-intervening": (
        Figure("section_611", "The section 611 allocation in dollars", dollars),
        _optional("section_619", "The section 619 allocation in dollars", dollars, dollars("0")),
    ),
    "integrated-share": (
        Figure("with_disabilities", "Students with disabilities in the class", whole_number),
        Figure("in_class", "All students in the class", whole_number),
        _optional("price", "What the purchase costs in dollars", dollars),
    ),
    "vendor-funding": (
        Figure("allocation", "The district's allocation in dollars, under one section", dollars),
        Figure("count", "The district's students with disabilities", whole_number),
        Figure("students", "Students in the program, at the full amount", whole_number),
        _optional("related_only", "Students with related services only", whole_number, 0),
        _yes_or_no("full", "Is it a municipality exempt from the one-third rule?"),
    ),
}
"""What each calculation asks for, by its name in the command."""


def _calculate(session: Session, name: str) -> None:
    """Ask for the figures, work it out, and say it step by step."""
    console = session.console
    figures = argparse.Namespace(**{figure.name: _figure(console, figure) for figure in _FIGURES[name]})
    try:
        worked = CALCULATIONS[name][1](figures)
    except Impossible as why:
        console.say(sentence(str(why)))
        return
    console.say("", *calculation_lines(worked, source_titles(), console.columns))


def _figure(console: Console, figure: Figure) -> Any:
    while True:
        said = console.ask(f"{figure.words}:")
        if not said and not figure.needed:
            return figure.usual
        try:
            return figure.read(said)
        except argparse.ArgumentTypeError as wrong:
            console.say(sentence(str(wrong)))
