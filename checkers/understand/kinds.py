"""What kind of document it is, told by what it holds and not by its file name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from checkers.document import PLANS, Kind
from checkers.form import Form
from checkers.layout import Line
from checkers.understand.labelled import Labelled
from checkers.understand.regions import REMARKS
from checkers.words import holds, load, phrases, plain

_TITLE_WORDS = 14
_SHORT_TITLE = 4
_TITLES_WITHIN = 25
"""A title stands among the first lines that are not empty; further down it may be a heading."""
_ENOUGH_LABELS = 3


@dataclass(frozen=True, slots=True)
class Recognised:
    """The kind with the reason in words and how sure it is; `report`: a progress report over a period.

    `instructions`: no record, but a sheet about others: how to fill in a form, or what was found in some.
    """

    kind: Kind
    reason: str
    confidence: float
    report: bool = False
    instructions: bool = False


@dataclass(frozen=True, slots=True)
class _Title:
    """The words of a title that name a kind; `kind` is None for one that Tandem does not check, told in `other`."""

    words: str
    kind: Kind | None
    other: str = ""
    report: bool = False


def recognise_kind(lines: Sequence[Line], labelled: Sequence[Labelled], form: Form | None = None) -> Recognised:
    """Tell the kind from titles first, then from the labels and headings that belong to it.

    `form`: the form that it was made from, whose kind a user told.
    """
    if form:
        return Recognised(form.kind.kind, "It is a form that you taught Tandem, and you said so.", 1.0)
    titles = _titles(lines)
    if any(holds(title, phrases("kinds", "own_sheet", "titles")) for title in titles):
        return Recognised(Kind.UNKNOWN, "It is a sheet of Tandem's own about other documents.", 1.0, instructions=True)
    filled = sum(bool(item.key) and not item.empty for item in labelled)
    if not filled and (words := _first(titles, phrases("kinds", "instructions", "titles"))):
        reason = f"It looks like instructions (“{words}”), not a record."
        return Recognised(Kind.UNKNOWN, reason, _TITLE_ALONE, instructions=True)
    return _by_title(titles, labelled, lines) or _by_labels(_keys(labelled), lines)


def _keys(labelled: Sequence[Labelled]) -> Counter[str | None]:
    return Counter[str | None](item.key for item in labelled if item.key)


def _by_labels(keys: Counter[str | None], lines: Sequence[Line]) -> Recognised:
    """The kind that the labels and headings tell where no title does."""
    plans = {kind: _strength(kind, keys) + 2 * _signs(kind, lines) for kind in (Kind.IFSP, Kind.DRAFT_IEP)}
    plan = max(plans, key=lambda kind: plans[kind])
    note = _strength(Kind.PROGRESS_NOTE, keys)
    if plans[plan] >= _ENOUGH_LABELS and plans[plan] > note:
        return Recognised(plan, f"It has the headings and labels of {_NAMES[plan]}.", _LABELS_ALONE)
    if note >= 2 and ("service_date" in keys or "date" in keys) and ("narrative" in keys or note >= _ENOUGH_LABELS):
        return Recognised(Kind.PROGRESS_NOTE, "It has the labels of a progress note.", _LABELS_ALONE)
    return Recognised(Kind.UNKNOWN, "Neither its title nor its labels are those of such a document.", 0.0)


def _titles(lines: Sequence[Line]) -> list[str]:
    """The lines that may be titles, plain: short ones at the top, and headings anywhere."""
    titles: list[str] = []
    seen = 0
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        seen += 1
        if (
            (seen <= _TITLES_WITHIN or line.heading)
            and len(text.split()) <= _TITLE_WORDS
            and not text.endswith((".", "?", "!", ","))
        ):
            titles.append(plain(text.partition(":")[0] if re.search(r":\s*\S", text) and seen > 3 else text))
    return titles


def _first(titles: Sequence[str], words: frozenset[str]) -> str | None:
    for title in titles[:3]:
        if found := holds(title, words):
            return found
    return None


def _by_title(titles: Sequence[str], labelled: Sequence[Labelled], lines: Sequence[Line]) -> Recognised | None:
    """The first title that names a kind decides; a more telling one on the same line wins ("contact note log")."""
    keys = _keys(labelled)
    for title in titles:
        found = max(_named_in(title), key=lambda each: len(each.words), default=None)
        if found is None or _is_mention(found, title, keys):
            continue
        if found.kind is None:
            reason = f"It looks like {found.other}, a kind that Tandem does not check."
            return Recognised(Kind.UNKNOWN, reason, _TITLE_ALONE)
        if _is_bare_log(found, labelled):
            return Recognised(
                Kind.ATTENDANCE_LOG, f"Its title says “{found.words}”, and no column asks for notes.", _BOTH
            )
        agrees = _strength(found.kind, keys) + _signs(found.kind, lines) >= 2
        sure = _BOTH if agrees else _TITLE_ALONE
        if found.report and not (keys["service_date"] and keys["narrative"]):
            reason = f"Its title says “{found.words}”: a report over a period."
            return Recognised(found.kind, reason, sure, report=True)
        return Recognised(found.kind, f"Its title says “{found.words}”.", sure)
    return None


def _named_in(title: str) -> list[_Title]:
    """The kinds that a title names, each by its longest words."""
    found = [_Title(words, kind) for kind in _KINDS if (words := holds(title, phrases("kinds", kind.value, "titles")))]
    if words := holds(title, phrases("kinds", Kind.PROGRESS_NOTE.value, "report_titles")):
        found.append(_Title(words, Kind.PROGRESS_NOTE, report=True))
    found += [_Title(words, None, other) for other, names in _others().items() if (words := holds(title, names))]
    return found


def _is_bare_log(found: _Title, labelled: Sequence[Labelled]) -> bool:
    """Whether what calls itself a log is a table of dates and times that leaves no room for what was done.

    A column for remarks is room for an absence's reason, not for the note of a session.
    """
    words = found.words.split()
    if found.kind is not Kind.PROGRESS_NOTE or "log" not in words or "coordination" in words:
        return False
    columns = {item.key for item in labelled if item.column}
    noted = any(item.key in _NOTES and not REMARKS.search(item.label) for item in labelled)
    told = any(item.key == "activity" and len(item.value.split()) > _NAME_OF_ACTIVITY for item in labelled)
    return not (noted or told) and bool(columns & _DAYS) and bool(columns & _TIMES)


def _is_mention(found: _Title, title: str, keys: Counter[str | None]) -> bool:
    """Whether a title only speaks of a plan: "per IEP", "IFSP outcomes addressed"; or heads what is plainly a note."""
    if found.kind not in PLANS:
        return False
    if found.words in _SHORT_NAMES and len(title.split()) > _SHORT_TITLE:
        return True
    note_like = keys["service_date"] + keys["narrative"] + keys["time"] + keys["start_time"] > 0
    return note_like and not (keys["meeting_date"] or keys["review_date"] or keys["coordinator"])


_NOTES = frozenset({"narrative", "aims"})
_NAME_OF_ACTIVITY = 6
"""An activity of more words is no name of one, but tells what was done."""
_DAYS = frozenset({"date", "service_date", "day"})
_TIMES = frozenset({"time", "start_time", "end_time", "duration", "units"})
_KINDS = tuple(kind for kind in Kind if kind is not Kind.UNKNOWN)
_SHORT_NAMES = frozenset({"iep", "ifsp"})
_NAMES = {Kind.DRAFT_IEP: "an IEP", Kind.IFSP: "an IFSP"}
_BOTH, _TITLE_ALONE, _LABELS_ALONE = 0.95, 0.8, 0.7
"""How sure a kind is that the title and the labels, or one of them, tell."""


@cache
def _others() -> dict[str, frozenset[str]]:
    return {kind: frozenset(map(plain, names)) for kind, names in load("kinds")["others"].items()}


def _strength(kind: Kind, keys: Counter[str | None]) -> int:
    return sum(key in keys for key in load("kinds")[kind.value]["labels"])


def _signs(kind: Kind, lines: Sequence[Line]) -> int:
    """How many different headings of a kind's own there are."""
    if "signs" not in load("kinds")[kind.value]:
        return 0
    words = phrases("kinds", kind.value, "signs")
    found = {holds(plain(line.text), words) for line in lines if 0 < len(line.text) <= 120}
    return len(found - {None})
