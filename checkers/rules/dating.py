"""What stands in a field that asks for a date, and what the rules say where it is none."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from checkers.document import PLANS, DateFound, Document, Entry, Field
from checkers.outcome import Outcome, Spot
from checkers.rule import Case, Rule
from checkers.rules.filling import holds_place, is_empty
from checkers.rules.naming import quoted
from checkers.rules.wholeness import is_amendment, is_page_of_plan


class Dating(Enum):
    """What a field holds, the best first."""

    DATED = "a date"
    IMPOSSIBLE = "a date that cannot be"
    UNREADABLE = "figures that are no date Tandem can read"
    PLACEHOLDER = "a placeholder"
    MISSING = "no date"


def dating_of(field: Field | None) -> Dating:
    """What a field that asks for a date holds."""
    if field is None or is_empty(field):
        return Dating.MISSING
    if any(found.date for found in field.dates):
        return Dating.DATED
    if field.dates:
        return Dating.IMPOSSIBLE
    if holds_place(field):
        return Dating.PLACEHOLDER
    return Dating.UNREADABLE if re.search(r"\d", field.value) else Dating.MISSING


def best_of(fields: Sequence[Field]) -> Field | None:
    """Of several fields of one meaning the one that comes nearest to a date."""
    order = list(Dating)
    return min(fields, key=lambda field: order.index(dating_of(field)), default=None)


def first_date(field: Field | None) -> DateFound | None:
    """The first true date of a field."""
    return next((found for found in field.dates if found.date), None) if field else None


def end_of_plan(doc: Document) -> DateFound | None:
    """The day on which the plan itself ends, and no single service: of an end date, or of dates "from … to …"."""
    rows = {service.spot.place.row_place for service in doc.services}
    for field in doc.fields:
        dates = [found for found in field.dates if found.date]
        wanted = 1 if field.key == "end_date" else _A_LIST
        if field.key in _ENDS and len(dates) >= wanted and field.spot.place.row_place not in rows:
            return dates[-1]
    return None


_ENDS = frozenset({"start_date", "end_date"})
_A_LIST = 2


def days_of(entry: Entry) -> Sequence[DateFound]:
    """The day of a session; all days where its field is a list of nothing else ("3/2/2026, 3/4/2026 and 3/9/2026")."""
    field = entry.date_field
    if field is None or len(field.dates) < _A_LIST or entry.date not in field.dates:
        return [entry.date] if entry.date else []
    between = field.value
    for found in field.dates:
        between = between.replace(found.text, " ", 1)
    return [entry.date] if re.search(r"\w", re.sub(r"\band\b", " ", between)) else field.dates


_SPEAKS_OF_A_DAY = re.compile(
    r"\d{1,2}[/.\-]\d{1,2}|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d|\b20\d\d\b",
    re.IGNORECASE,
)


def sentence_with_day(doc: Document, about: re.Pattern[str]) -> Spot | None:
    """Where running text, and no label, speaks `about` something together with a day."""
    labelled = {field.order for field in doc.fields if field.key}
    for order, line in enumerate(doc.lines):
        if order not in labelled and (match := about.search(line.text)):
            following = doc.lines[order + 1].text if order + 1 < len(doc.lines) else ""
            if _SPEAKS_OF_A_DAY.search(f"{line.text[match.start() :]} {following}"):
                return Spot(line.place, line.text.strip())
    return None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A date that a rule wants: its name in a sentence ("The meeting date"), and what to write where it is missing.

    `about` finds running text that may give it where it has no line of its own.
    """

    what: str
    fix: str
    about: re.Pattern[str] | None = None


def judge_undated(rule: Rule, case: Case, field: Field | None, wanted: Wanted, entry: int | None = None) -> Outcome:
    """The outcome for a field without a date.

    An impossible date is DAT002's subject and a placeholder DOC005's: each is one fault, reported once. Where there is
    no field, a sentence about the same with a day in it is for a person to read.
    """
    spot = field.spot if field else None
    what, fix, about = wanted.what, wanted.fix, wanted.about
    state = dating_of(field)
    if field and state is Dating.IMPOSSIBLE:
        return rule.inapplicable(f"{what} is no calendar date; see DAT002.", entry=entry)
    if field and state is Dating.PLACEHOLDER:
        return rule.inapplicable(f"{what} is still a placeholder; see DOC005.", entry=entry)
    if field and state is Dating.UNREADABLE:
        return rule.incomplete(
            spot,
            f"{what} says {quoted(field.value)}, which Tandem cannot read as a date.",
            fix="Confirm that it is a date with month, day and year, such as 3/4/2026.",
            entry=entry,
        )
    if field is None and about and (where := sentence_with_day(case.doc, about)):
        return rule.incomplete(
            where,
            f"{what} has no line of its own, but the text may give it: {quoted(where.text)}.",
            fix=f"Confirm that it is there. {fix}",
            entry=entry,
        )
    if field is None and case.doc.kind in PLANS and is_page_of_plan(case.doc):
        return rule.inapplicable(f"{what}: not here, but this seems to be a part of a plan only.", entry=entry)
    if field is None and case.doc.kind in PLANS and is_amendment(case.doc):
        return rule.incomplete(
            None,
            f"{what} was not found. It may stand in the plan that this amendment changes.",
            fix=f"Look for it there. {fix}",
            entry=entry,
        )
    if field is None:
        found = f"{what} was not found."
    else:
        found = f"{what} says {quoted(field.value)}, which is no date." if field.value else f"{what} is blank."
    return case.missing(rule.violation(spot, found, fix=fix, entry=entry))


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later; the last day of the month where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
