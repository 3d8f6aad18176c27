"""What linear mode and the app count and work out: what there is, which figures each needs, and what comes of them.

It is what `tandem when` and `tandem calc` do, with each figure as a person types it.
"""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from assistant.cli.calc import CALCULATIONS, calculation_pieces, dollars, dollars_or_all
from assistant.cli.calc import count as whole_number
from assistant.cli.days import FORMS, read_day, read_days
from assistant.cli.deadlines import Schedule, deadline_pieces
from assistant.cli.output import keep_free, results
from assistant.cli.titles import source_titles
from assistant.cli.when import holds_in
from assistant.pieces import Piece, lines_of
from assistant.wording import sentence
from checkers.visible import visible_line
from knowledge import Topic, load
from knowledge.calculations import Impossible
from knowledge.compose import Cited, cite
from knowledge.deadlines import Event, OffTheCalendar, load_deadlines, nearest_events, work_out

AMOUNTS = "Units and amounts"
"""The heading that calculations are listed under."""
ENDINGS = {".txt": "plain text"}
"""What can be saved, in words, by the ending of the file's name."""
_SUM = ("a sum", "450,000")
_BETWEEN_DAYS = (";", ",", None)
"""What may stand between days: what none of their forms holds first, then what one of them does."""


class Misread(Exception):
    """A figure cannot be understood; the message says why, in a sentence."""


class Uncountable(Exception):
    """Nothing comes of the figures; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that is needed: its name in the command, what to ask, how it is read, and how it is written.

    `form` says how with an `example`. `without` says what nothing typed stands for, "" where something is needed, and
    `usual` is that.
    """

    name: str
    words: str
    read: Callable[[str], Any]
    form: str
    example: str
    without: str = ""
    usual: Any = None

    @property
    def helps(self) -> str:
        """How it is written, in a sentence."""
        return f"Write {self.form}, such as {self.example}."

    def value(self, said: str) -> Any:
        """What is meant by what was typed.

        Raises:
            Misread: it is no such figure, or there is none where one is needed.
        """
        said = said.strip()
        if not said and self.without:
            return self.usual
        if not said:
            raise Misread(self.helps)
        try:
            return self.read(said)
        except argparse.ArgumentTypeError as wrong:
            raise Misread(sentence(str(wrong))) from None


@dataclass(frozen=True, slots=True)
class Worked:
    """What came out: as text, the sources it rests on, the topics to read on it, and a name for a file of it."""

    pieces: tuple[Piece, ...]
    cited: tuple[Cited, ...]
    topics: tuple[Topic, ...]
    name: str

    @property
    def title(self) -> str:
        """What was counted."""
        return self.pieces[0].text

    @property
    def text(self) -> str:
        """All of it, in lines."""
        return "".join(f"{line}\n" for line in lines_of(self.pieces))


@dataclass(frozen=True, slots=True)
class Countable:
    """Something that can be counted: its id, its heading in the list, what it is, and what is to be known before.

    `work` takes the figures by their names and a place ("" for all places).
    """

    id: str
    group: str
    what: str
    about: tuple[str, ...]
    figures: Sequence[Figure]
    work: Callable[[Mapping[str, Any], str], Worked]

    def worked(self, figures: Mapping[str, Any], place: str) -> Worked:
        """What comes of the figures.

        Raises:
            Uncountable: they cannot be, or a date is beyond the calendar.
        """
        try:
            return self.work(figures, place)
        except (Impossible, OffTheCalendar) as why:
            raise Uncountable(sentence(str(why))) from None


def countables(place: str) -> list[Countable]:
    """All that can be counted in a place ("" for all places): deadlines by their event, then calculations."""
    events = [event for event in load_deadlines().events if holds_in(event, place)]
    return [*(_of_event(event, place) for event in events), *map(_of_calculation, CALCULATIONS)]


def matching(there: Iterable[Countable], words: str) -> list[Countable]:
    """Those whose names hold all of the words, in any order; else those whose heading does, else what comes nearest."""
    listed, parts = list(there), words.casefold().split()
    called = {event.id: " ".join(event.names) for event in load_deadlines().events}
    names = {each.id: f"{each.what} {each.id.replace('-', ' ')} {called.get(each.id, '')}" for each in listed}
    groups = {each.id: f"{names[each.id]} {each.group}" for each in listed}
    for texts in (names, groups):
        if found := [each for each in listed if all(part in texts[each.id].casefold() for part in parts)]:
            return found
    near = nearest_events(load_deadlines(), words)
    return [each for each in listed if each.id in near]


def save(worked: Worked, path: Path, *, replace: bool = False) -> None:
    """Write what came out to a file, whole or not at all.

    Raises:
        Taken: there is a file of that name, and it is not to be replaced.
        Unwritable: nothing can be written there.
    """
    keep_free(path, replace=replace)
    with results(path) as out:
        out.write(worked.text)


# --- deadlines -----------------------------------------------------------------------------------------------------


def _of_event(event: Event, place: str) -> Countable:
    line = load().line_of(place) if place else tuple(load().places)
    mine = [each for each in event.deadlines if each.place in line]
    closed = any(span.unit == "school days" for each in mine for span in each.count)
    about = ("What follows from it:", *(f"- {each.what}" for each in mine))
    words = f"{event.counted_from[:1].upper()}{event.counted_from[1:]}"
    day = Figure("day", words, _day, "a day with its year", "3/31/2026")
    figures = (day, _CLOSED) if closed else (day,)
    return Countable(event.id, event.group, event.what, about, figures, partial(_due, event))


def _due(event: Event, figures: Mapping[str, Any], place: str) -> Worked:
    day = figures["day"]
    due = work_out(event, day, load(), place=place, closed=figures.get("closed", ()))
    pieces = tuple(deadline_pieces(Schedule(event, day, place, due), with_commands=False))
    cited = (cite(load(), each.source, each.locator) for one in due for each in one.deadline.citations)
    topics = (load().by_id[one.deadline.topic] for one in due)
    return Worked(pieces, tuple(dict.fromkeys(cited)), tuple(dict.fromkeys(topics)), f"{event.id}-{day.isoformat()}")


def _day(text: str) -> datetime.date:
    day = read_day(text)
    if day is None:
        raise argparse.ArgumentTypeError(
            f"“{visible_line(text)}” is no day of the calendar; write one with its year, {FORMS}"
        )
    return day


def _days(text: str) -> frozenset[datetime.date]:
    for between in _BETWEEN_DAYS:
        read = [read_days(part) for part in text.split(between) if part.strip()]
        days = [days for days in read if days is not None]
        if days and len(days) == len(read):
            return frozenset(day for each in days for day in each)
    raise argparse.ArgumentTypeError(
        f"“{visible_line(text)}” holds what is no day; write each {FORMS}, or two with dots: 2026-12-24..2027-01-01"
    )


_CLOSED = Figure(
    "closed",
    "Days without school, such as 2026-12-24..2027-01-01; 3/5/2027",
    _days,
    "each day, or a stretch with dots",
    "2026-12-24..2027-01-01; 3/5/2027",
    without="none",
    usual=frozenset(),
)


# --- calculations --------------------------------------------------------------------------------------------------


def _of_calculation(name: str) -> Countable:
    words, work = CALCULATIONS[name]

    def worked(figures: Mapping[str, Any], _: str) -> Worked:
        found = work(argparse.Namespace(**figures))
        cited = tuple(cite(load(), source, locator) for source, locator in found.cites)
        return Worked(tuple(calculation_pieces(found, source_titles())), cited, (), name)

    about = ("Each step is shown, and where the rule stands.",)
    return Countable(name, AMOUNTS, sentence(words).removesuffix("."), about, _FIGURES[name], worked)


def _several(text: str) -> list[int]:
    """Whole numbers. Raises `ArgumentTypeError` for what is none."""
    return [whole_number(each) for each in text.replace(",", " ").split() or [""]]


def _yes(text: str) -> bool:
    if text.lower() not in ("y", "yes", "n", "no"):
        raise argparse.ArgumentTypeError("type yes or no")
    return text.lower().startswith("y")


def _number(name: str, words: str, **optional: Any) -> Figure:
    return Figure(name, words, whole_number, "a whole number", "12", **optional)


def _dollars(name: str, words: str, **optional: Any) -> Figure:
    return Figure(name, f"{words} in dollars", dollars, *_SUM, **optional)


def _yes_or_no(name: str, words: str) -> Figure:
    return Figure(name, words, _yes, "yes or no", "yes", without="no", usual=False)


def _dollars_or_none(name: str, words: str) -> Figure:
    return _dollars(name, words, without="none", usual=dollars("0"))


_FIGURES: dict[str, Sequence[Figure]] = {
    "coordination-units": (
        Figure("minutes", "Each period in minutes, apart by spaces", _several, "minutes", "45 30 15"),
        _number("claimed", "Units that a claim states, to compare", without="none"),
        _number("before", "Units already paid in the period", without="none", usual=0),
        _yes_or_no("summer", "Is it a summer program, and not the school year?"),
    ),
    "offset": (
        _dollars("this_year", "The section 611 allocation"),
        _dollars("last_year", "That of the year before"),
        _dollars_or_none("section_619", "The section 619 allocation"),
        Figure(
            "ceis",
            "Used for early intervening services in dollars, or “all”",
            dollars_or_all,
            *_SUM,
            without="none",
            usual=dollars("0"),
        ),
    ),
    "early-intervening": (
        _dollars("section_611", "The section 611 allocation"),
        _dollars_or_none("section_619", "The section 619 allocation"),
    ),
    "integrated-share": (
        _number("with_disabilities", "Students with disabilities in the class"),
        _number("in_class", "All students in the class"),
        _dollars("price", "What the purchase costs", without="none"),
    ),
    "vendor-funding": (
        Figure("allocation", "The district's allocation in dollars, under one section", dollars, *_SUM),
        _number("count", "The district's students with disabilities"),
        _number("students", "Students in the program, at the full amount"),
        _number("related_only", "Students with related services only", without="none", usual=0),
        _yes_or_no("full", "Is it a municipality exempt from the one-third rule?"),
    ),
}
"""What each calculation asks for, by its name in the command."""
