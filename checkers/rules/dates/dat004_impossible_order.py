"""DAT004."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import KNOWN, DateFound, Document, Entry, Field
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.dating import best_of, first_date
from checkers.rules.naming import listed, number_of, quoted, session

_PERIODS = ("period", "start_date")


class ImpossibleOrder(Rule):
    """Two dates or times are in an order that cannot be

    A session that ends before it starts, a period that does, or a service before the child was born cannot be true: one
    of the two is wrong, and with it the length of the session or the age of the child.
    """

    code = "DAT004"
    owner = Owner.WRITER
    kinds = KNOWN
    cites = (("18-nycrr-504", "504.3(a)"), ("8-nycrr-29", "29.2(a)(3)"))
    bad = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Start Time: 10:30 AM
        End Time: 10:00 AM
        Service Type: Speech Therapy
        Session Notes: Omar followed two-step directions in eight of ten turns.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Start Time: 10:00 AM
        End Time: 10:30 AM
        Service Type: Speech Therapy
        Session Notes: Omar followed two-step directions in eight of ten turns.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge the times of sessions, the ends of periods, and the services against the child's birth."""
        outcomes = [*self._times(case.doc), *self._periods(case.doc), *self._birth(case)]
        yield from outcomes or [self.inapplicable("The document has no two dates or times to compare.")]

    def _times(self, doc: Document) -> Iterator[Outcome]:
        for entry in doc.entries:
            time = entry.time
            if time is None:
                continue
            if time.start <= time.end:
                yield self.passed(time.spot, f"{session(entry)} ends after it starts.", entry=entry.number)
            elif time.text:
                yield self.violation(
                    time.spot,
                    f"{session(entry)} ends before it starts: {quoted(time.text)}.",
                    fix="Check the times of the session, with AM and PM, and correct the wrong one.",
                    entry=entry.number,
                )
            else:
                yield self.incomplete(
                    time.spot,
                    f"The times in the text of {session(entry)} seem to end before they start.",
                    fix="Read the times in the note, and correct them if one is wrong.",
                    entry=entry.number,
                )

    def _periods(self, doc: Document) -> Iterator[Outcome]:
        for start, end in _periods(doc):
            if _is_before(end, start):
                yield self.violation(
                    end.spot,
                    f"The period ends ({quoted(end.text)}) before it starts ({quoted(start.text)}).",
                    fix="Check both dates and correct the wrong one.",
                )
            else:
                yield self.passed(start.spot, "The period ends after it starts.")

    def _birth(self, case: Case) -> Iterator[Outcome]:
        birth = first_date(best_of(case.doc.values("birth_date")))
        if birth is None or birth.date is None or birth.month_only:
            return
        if birth.date > case.today:
            yield self.incomplete(
                birth.spot,
                f"The date of birth, {quoted(birth.text)}, lies in the future as Tandem reads it.",
                fix="Write the date of birth with its year in full.",
            )
            return
        early = [
            entry for entry in case.doc.entries if _is_on_day(entry) and entry.date and _is_before(entry.date, birth)
        ]
        if early:
            yield self.violation(
                early[0].spot,
                f"{listed([session(entry) for entry in early])}: before the child's birth on {quoted(birth.text)}.",
                fix="Check the date of service and the date of birth, and correct the wrong one.",
                entry=number_of(early),
            )
        elif case.doc.entries:
            yield self.passed(birth.spot, "No session is dated before the child's birth.")


def _periods(doc: Document) -> Iterator[tuple[DateFound, DateFound]]:
    """Start and end of each period: two dates in one field, or a start date and the end date that follows it."""
    start: Field | None = None
    for field in doc.fields:
        dates = [found for found in field.dates if found.date]
        if field.key in _PERIODS and len(dates) == 2:
            yield dates[0], dates[1]
        elif field.key == "start_date":
            start = field
        elif field.key == "end_date" and dates and start and (first := first_date(start)) and _in_one_row(start, field):
            yield first, dates[0]
            start = None


def _in_one_row(start: Field, end: Field) -> bool:
    mine, theirs = start.spot.place, end.spot.place
    return (mine.table, mine.row) == (theirs.table, theirs.row)


def _is_before(date: DateFound, other: DateFound) -> bool:
    assert date.date is not None  # only true dates are compared
    assert other.date is not None
    if date.month_only or other.month_only:
        return (date.date.year, date.date.month) < (other.date.year, other.date.month)
    return date.date < other.date


def _is_on_day(entry: Entry) -> bool:
    return entry.date is not None and entry.date.date is not None
