"""TIM005."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from checkers.document import RECORDS, Activity, Document, Entry, Time
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.children import children_of, same_child
from checkers.rules.givers import Provider, providers_of
from checkers.rules.naming import in_sentence, listed, quoted, session
from checkers.words import plain

_FIX = "Check date, start and end of both sessions, and correct what is wrong."
_NOON = 12 * 60
_EARLY, _LATE = 5 * 60, 9 * 60
"""A clock time between these, without AM or PM, may be that of a morning or of an evening."""
_MOST_PARTNERS = 5
_CORRECTION = re.compile(
    r"\b(?:void(?:ed)?|in error|corrected (?:entry|note|time|copy)|correction|amended|addendum|late entry|duplicate"
    r"|superse[dc]es)\b",
    re.IGNORECASE,
)
_INDIVIDUAL = frozenset({"individual", "indiv", "ind", "i", "1 1", "1 on 1", "1", "individual session"})


class OverlappingSessions(Rule):
    """Two sessions of one provider overlap

    Nobody can be in two sessions at once. Sessions that touch, one ending as the next begins, are in order, and so is
    one group session that is written up for each of its children.
    """

    code = "TIM005"
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (("18-nycrr-504", "504.3(a)"),)
    bad = """\
        Progress Notes
        Child's Name: Zoe Sample
        Provider: Kim Example, OTR/L
        Service Type: Occupational Therapy

        | Date of Service | Time In | Time Out | Session Notes |
        | --- | --- | --- | --- |
        | 3/3/2026 | 9:00 AM | 9:30 AM | Zoe strung eight beads with one reminder to use both hands. |
        | 3/3/2026 | 9:15 AM | 9:45 AM | Zoe cut along two curved lines and turned the paper herself. |

        Electronically signed by Kim Example, OTR/L on 3/3/2026
        """
    good = """\
        Progress Notes
        Child's Name: Zoe Sample
        Provider: Kim Example, OTR/L
        Service Type: Occupational Therapy

        | Date of Service | Time In | Time Out | Session Notes |
        | --- | --- | --- | --- |
        | 3/3/2026 | 9:00 AM | 9:30 AM | Zoe strung eight beads with one reminder to use both hands. |
        | 3/3/2026 | 9:30 AM | 10:00 AM | Zoe cut along two curved lines and turned the paper herself. |

        Electronically signed by Kim Example, OTR/L on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare the times of all sessions of a day that one provider gave."""
        timed = list(_timed(case.doc))
        if len(timed) < _TWO:
            yield self.inapplicable("The document has no two sessions with a date, a start and an end.")
            return
        meetings: dict[int, list[_Meeting]] = defaultdict(list)
        for one, other in _overlapping(timed):
            if (how := _how(one, other)) is not _How.NOT_AT_ALL:
                earlier, later = sorted((one, other), key=lambda each: each.entry.number)
                meetings[later.entry.number].append(_Meeting(earlier.entry, how))
        for each in timed:
            yield self._judge_session(each.entry, meetings.get(each.entry.number, []))

    def _judge_session(self, entry: Entry, meetings: Sequence[_Meeting]) -> Outcome:
        time, number = _time_of(entry), entry.number
        if not meetings:
            return self.passed(time.spot, f"{session(entry)} overlaps no other session of its provider.", entry=number)
        certain = [each.other for each in meetings if each.how is _How.CERTAINLY]
        if certain:
            return self.violation(
                time.spot,
                f"{_named(entry)}, overlaps {listed([_named(each, in_sentence) for each in certain])}.",
                fix=_FIX,
                entry=number,
            )
        if all(each.how is _How.THE_SAME for each in meetings):
            others = listed([in_sentence(each.other) for each in meetings])
            return self.incomplete(
                time.spot,
                f"{_named(entry)}, has the same times as {others}.",
                fix="If it is one session written down twice, strike one out. If there were two, correct the times.",
                entry=number,
            )
        others = listed([_named(each.other, in_sentence) for each in meetings])
        return self.incomplete(
            time.spot,
            f"{_named(entry)}, may overlap {others}.",
            fix=f"Look whether one provider gave both, and whether both took place. {_FIX}",
            entry=number,
        )


class _How(Enum):
    """How two sessions whose times overlap stand to each other."""

    NOT_AT_ALL = "of different providers, or one group session, or one session in two tables"
    THE_SAME = "the same times for the same child"
    PERHAPS = "not sure"
    CERTAINLY = "two sessions at once"


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A session that another one overlaps."""

    other: Entry
    how: _How


@dataclass(frozen=True, slots=True)
class _Timed:
    """A session that was held, with all that two of them are compared by."""

    entry: Entry
    day: datetime.date
    spans: tuple[tuple[int, int], ...]
    sure: bool
    provider: Provider
    child: frozenset[str]
    individual: bool | None


_TWO = 2
_GROUPING = ("group", "service_type")


def _timed(doc: Document) -> Iterator[_Timed]:
    providers, children, above = providers_of(doc), children_of(doc), list(_said_once(doc))
    for entry in doc.entries:
        spans = tuple(_span(time) for time in entry.times if time.start < time.end)
        if entry.cancelled or not spans or entry.date is None or entry.date.date is None or entry.date.month_only:
            continue
        sure = all(time.text and _half_is_clear(time) for time in entry.times)
        yield _Timed(
            entry,
            entry.date.date,
            spans,
            sure and not _CORRECTION.search(entry.narrative),
            providers[entry.number],
            children[entry.number],
            _is_individual(entry, above),
        )


def _span(time: Time) -> tuple[int, int]:
    """Start and end; without AM and PM an hour before five is one of the afternoon."""
    shift = _NOON if not time.sure and time.start < _EARLY else 0
    return time.start + shift, time.end + shift


def _half_is_clear(time: Time) -> bool:
    return time.sure or not _EARLY <= time.start < _LATE


def _overlapping(timed: Sequence[_Timed]) -> Iterator[tuple[_Timed, _Timed]]:
    """The pairs whose times overlap on one day; of a session that meets a great many, the first few."""
    pieces = sorted(
        ((each.day, start, end, number) for number, each in enumerate(timed) for start, end in each.spans),
    )
    seen: set[tuple[int, int]] = set()
    open_: list[tuple[datetime.date, int, int]] = []
    for day, start, end, number in pieces:
        open_ = [each for each in open_ if each[0] == day and each[1] > start]
        for other in islice((other for *_, other in open_ if other != number), _MOST_PARTNERS):
            pair = (min(number, other), max(number, other))
            if pair not in seen:
                seen.add(pair)
                yield timed[pair[0]], timed[pair[1]]
        open_.append((day, end, number))


def _how(one: _Timed, other: _Timed) -> _How:
    same_provider = one.provider.is_same(other.provider)
    if same_provider is None and _are_two_disciplines(one.entry, other.entry):
        return _How.NOT_AT_ALL
    if same_provider is False:
        return _How.NOT_AT_ALL
    together = set(one.spans) == set(other.spans)
    if not same_child(one.child, other.child):
        if together:
            both_alone = bool(one.individual and other.individual)
            return _weighed(one, other, same_provider) if both_alone else _How.NOT_AT_ALL
        in_group = one.individual is False or other.individual is False
        return _How.PERHAPS if in_group else _weighed(one, other, same_provider)
    if _in_two_tables(one.entry, other.entry):
        return _How.NOT_AT_ALL if together else _How.PERHAPS
    if together and not _are_two_activities(one.entry, other.entry):
        return _How.THE_SAME
    return _weighed(one, other, same_provider)


def _weighed(one: _Timed, other: _Timed, same_provider: bool | None) -> _How:
    return _How.CERTAINLY if same_provider and one.sure and other.sure else _How.PERHAPS


def _in_two_tables(one: Entry, other: Entry) -> bool:
    """Whether the sessions are rows of two tables: side 1 with the times, say, and side 2 with the notes."""
    tables = (one.spot.place.table, other.spot.place.table)
    return one.row and other.row and None not in tables and tables[0] != tables[1]


def _are_two_disciplines(one: Entry, other: Entry) -> bool:
    return bool(one.disciplines and other.disciplines) and not one.disciplines & other.disciplines


def _are_two_activities(one: Entry, other: Entry) -> bool:
    certain = one.activity_certain and other.activity_certain
    return certain and one.activity is not other.activity and Activity.UNKNOWN not in (one.activity, other.activity)


def _is_individual(entry: Entry, above: Sequence[str]) -> bool | None:
    """Whether a child was alone with the provider (True) or in a group (False), as the form says; None: it does not."""
    own = [field.value for field in entry.fields if field.key in _GROUPING and field.value]
    own += [box.label for box in entry.boxes if box.checked]
    for words in map(plain, (*own, *above)):
        if words in _INDIVIDUAL or words.startswith("individual"):
            return True
        if "group" in words.split() or re.fullmatch(r"(?:of )?[2-9]|[2-9] 1|1 [2-9]", words):
            return False
    return None


def _said_once(doc: Document) -> Iterator[str]:
    """What stands above all sessions about group or individual."""
    first = min(entry.first for entry in doc.entries) if doc.entries else 0
    return (field.value for field in doc.fields if field.key in _GROUPING and field.value and field.order < first)


def _time_of(entry: Entry) -> Time:
    assert entry.time is not None  # only sessions with times are compared
    return entry.time


def _named(entry: Entry, called: Callable[[Entry], str] = session) -> str:
    """A session with its times: "Session 2 (3/4/2026), “9:00 - 9:30 AM”"."""
    time = _time_of(entry)
    return f"{called(entry)}, {quoted(time.text)}" if time.text else called(entry)
