"""DAT008."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from checkers.document import Entry, Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, EntryRule
from checkers.rules.dating import days_of
from checkers.rules.naming import listed, quoted, session

if TYPE_CHECKING:
    from holidays.countries.united_states import UnitedStates

_WEEKEND = (calendar.SATURDAY, calendar.SUNDAY)
_OBSERVED = " (observed)"
"""How the library marks the working day on which a holiday at a weekend is kept."""


class NoWorkingDay(EntryRule):
    """A session is dated on a weekend or a holiday

    Sessions claimed for days on which schools were closed are among the first things that auditors look for, and such
    a date is often a slip. Yet a make-up session, a home visit or a program that runs all year may be on any day: so
    this is never more than a question, and none where the session itself says that it makes up
    for another. Asked about are Saturdays and Sundays, the federal holidays (5 U.S.C. 6103), and
    the days which the profile names as closed. Of a holiday that falls on a weekend the Friday or Monday counts too on
    which it is kept, as schools and offices are closed then. A cancelled session needs no working day.
    """

    code = "DAT008"
    severity = None
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.PROGRESS_NOTE, Kind.ATTENDANCE_LOG})
    cites = (("18-nycrr-504", "504.3(e)"),)
    bad = """\
        Progress Note
        Child's Name: Ivy Sample
        Date of Service: 1/19/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Ivy answered "where" questions about a picture book.
        Electronically signed by Dana Example, CCC-SLP on 1/19/2026 2:05 PM
        """
    good = """\
        Progress Note
        Child's Name: Ivy Sample
        Date of Service: 1/20/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Ivy answered "where" questions about a picture book.
        Electronically signed by Dana Example, CCC-SLP on 1/20/2026 2:05 PM
        """

    def judge_entry(self, entry: Entry, case: Case) -> Outcome:
        """Look up the day of the service, or each of its days where they are a list."""
        if entry.cancelled:
            return self.inapplicable("The session did not take place.", entry=entry.number)
        found = [each for each in days_of(entry) if each.date and not each.month_only]
        days = [each.date for each in found if each.date and each.date <= case.today]
        if not days:
            why = "lies in the future; see DAT003" if found else "is not known"
            return self.inapplicable(f"The day of session {entry.number} {why}.", entry=entry.number)
        free = [(each, names) for each in days if (names := _names_of(each, case.profile.closed_days))]
        if not free:
            return self.passed(entry.spot, f"{session(entry)} is on a working day.", entry=entry.number)
        if words := _made_up(entry):
            return self.passed(
                entry.spot, f"{session(entry)} says that it makes up for another ({quoted(words)}).", entry=entry.number
            )
        day, names = free[0]
        which = "" if len(days) == 1 else f" ({day.month}/{day.day}/{day.year})"
        return self.incomplete(
            entry.date.spot if entry.date else entry.spot,
            f"{session(entry)} falls on {listed(names)}{which}.",
            fix="Confirm that the session took place on that day, such as to make up for another, or correct the date.",
            entry=entry.number,
        )


_MAKE_UP = re.compile(r"\bm(?:ake|ade)[- ]?up\b", re.IGNORECASE)


def _made_up(entry: Entry) -> str:
    """The words by which a session says that it makes up for one that was missed; "" where none do.

    They stand at their own label, in a ticked box, beside the date, or begin the note.
    """
    for field in entry.fields:
        if field.key == "makeup_date" and field.value:
            return f"{field.label}: {field.value}"
    beside = [entry.date_field.value] if entry.date_field else []
    if words := next((said for said in (*_ticked(entry), *beside) if _MAKE_UP.search(said)), ""):
        return words
    return match[0] if (match := _MAKE_UP.match(entry.narrative)) else ""


def _ticked(entry: Entry) -> Iterator[str]:
    return (box.label for box in entry.boxes if box.checked)


def _names_of(day: datetime.date, closed: Mapping[datetime.date, str]) -> list[str]:
    """What makes a day no working day: its weekday, its holiday, the profile's own words. Nothing for a working day."""
    names = [f"a {calendar.day_name[day.weekday()]}"] if day.weekday() in _WEEKEND else []
    if holiday := _federal().get(day):
        kept = holiday.removesuffix(_OBSERVED)
        names.append(f"the day on which {kept} is kept" if kept != holiday else kept)
    if day in closed:
        names.append(f"a day without service ({quoted(closed[day])})" if closed[day] else "a day without service")
    return names


@cache
def _federal() -> UnitedStates:
    """The federal calendar, which adds each year as it is asked for."""
    from holidays.countries.united_states import UnitedStates  # noqa: PLC0415 - loads 400 modules

    return UnitedStates()  # type: ignore[no-untyped-call]
