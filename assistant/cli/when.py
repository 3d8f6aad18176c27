"""`tandem when` lists the events that set deadlines going; `tandem when EVENT DATE` counts the deadlines of one.

`--format json` writes what `assistant.cli.deadlines` describes.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Iterable, Sequence

from assistant.cli.ask import places_in_words, settle_context
from assistant.cli.days import FORMS, read_day, read_days
from assistant.cli.deadlines import Schedule, deadline_pieces, deadlines_object, event_object, list_lines
from assistant.cli.exits import Exit
from assistant.pieces import lines_of
from checkers.visible import visible_line
from knowledge import load
from knowledge.deadlines import Deadlines, Event, OffTheCalendar, find_event, load_deadlines, nearest_events, work_out

_EXAMPLE = "tandem when part-c-referral 2026-03-02"
_DATE_WORDS = (3, 1)
"""In how many words a day may be typed: "March 2, 2026" in three, else one."""


class _Refused(Exception):
    """The call was wrong; the message says what to do."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "when",
        help="the deadlines that follow from an event",
        description="Count the deadlines that follow from an event: the dates, the rule, the working, and what may put "
        "them off. Without words: the events there are.",
    )
    parser.add_argument(
        "words", nargs="*", metavar="EVENT DATE", help=f"an event's id or words for it, then its day, {FORMS}"
    )
    parser.add_argument(
        "--place", metavar="ID", default="", help=f"only what holds there: {places_in_words()}, or a place's name"
    )
    parser.add_argument(
        "--closed",
        action="append",
        default=[],
        metavar="DAY",
        help="a day without school, or DAY..DAY for a vacation; may be given more than once",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write it")
    parser.set_defaults(run=run, role="")


def run(args: argparse.Namespace) -> int:
    """Count the deadlines and write them, or list the events, and give the exit code."""
    if not settle_context(args):
        return Exit.WRONG
    deadlines = load_deadlines()
    if not args.words:
        events = [event for event in deadlines.events if holds_in(event, args.place)]
        _write(args.format, [event_object(event) for event in events], list_lines(events))
        return Exit.FINE
    try:
        event, day = _understood(deadlines, args.words)
        due = work_out(event, day, load(), place=args.place, closed=_closed(args.closed))
    except (_Refused, OffTheCalendar) as why:
        print(f"tandem: {why}", file=sys.stderr)
        return Exit.WRONG
    schedule = Schedule(event, day, args.place, due)
    _write(args.format, deadlines_object(schedule), lines_of(deadline_pieces(schedule)))
    return Exit.FINE


def _write(form: str, value: object, lines: Iterable[str]) -> None:
    if form == "json":
        print(json.dumps(value, indent=1, ensure_ascii=False))
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines)


def holds_in(event: Event, place: str) -> bool:
    """Whether one of its deadlines holds in a place; "" for any place."""
    line = load().line_of(place)
    return not place or any(deadline.place in line for deadline in event.deadlines)


def _understood(deadlines: Deadlines, words: Sequence[str]) -> tuple[Event, datetime.date]:
    """The event and the day that the words of the call name."""
    for size in _DATE_WORDS:
        day = read_day(" ".join(words[-size:]))
        if day and words[:-size]:
            return _event(deadlines, " ".join(words[:-size])), day
        if day:
            raise _Refused(f"what happened on that day? For example: {_EXAMPLE}. “tandem when” lists the events.")
    event = find_event(deadlines, " ".join(words))
    if event:
        raise _Refused(f"give the day too, {FORMS}: it is {event.counted_from}.")
    if len(words) > 1 and (find_event(deadlines, " ".join(words[:-1])) or any(map(str.isdigit, words[-1]))):
        raise _Refused(f"“{visible_line(words[-1])}” is no day of the calendar. Write it with its year, {FORMS}.")
    raise _unknown(deadlines, " ".join(words))


def _event(deadlines: Deadlines, words: str) -> Event:
    event = find_event(deadlines, words)
    if event is None:
        raise _unknown(deadlines, words)
    return event


def _unknown(deadlines: Deadlines, words: str) -> _Refused:
    near = nearest_events(deadlines, words)
    hint = f"Nearest: {', '.join(near)}." if near else "“tandem when” lists them."
    return _Refused(f"there is no event “{visible_line(words)}”. {hint}")


def _closed(given: Sequence[str]) -> frozenset[datetime.date]:
    closed: set[datetime.date] = set()
    for words in given:
        days = read_days(words)
        if days is None:
            raise _Refused(
                f"--closed “{visible_line(words)}” is no day. Write one, {FORMS}, or two: 2026-12-24..2027-01-01."
            )
        closed.update(days)
    return frozenset(closed)
