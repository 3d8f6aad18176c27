"""DAT002."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import KNOWN, RECORDS, DateFound, Document
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import quoted

_DAYS = frozenset({"service_date", "date", "birth_date", "signed_date", "cosigned_date", "parent_signed_date"})
_PLAN = frozenset({"meeting_date", "start_date", "end_date", "review_date"})
_ALSO_READ = frozenset({"period", "note_date"})
"""Understood without a year too ("9/1 to 12/20" under a school year): only an impossible day is a fault."""
_WHY = {
    "no year": ("has no year, and the page names none", "Write the date with its year, such as 3/4/2026."),
    "no such day": ("is no day of the calendar", "Correct the date. Month comes before day, as in 3/4/2026."),
}


class ImpossibleDate(Rule):
    """A date is no day of the calendar, or has no year

    A date such as 2/30/2026 cannot be true, so nobody knows when the session took place or the paper was signed. A date
    without a year is understood only where the page names the month and year, as a monthly log does.
    """

    code = "DAT002"
    owner = Owner.WRITER
    kinds = KNOWN
    cites = (("18-nycrr-504", "504.3(a)"), ("8-nycrr-29", "29.2(a)(3)"))
    bad = """\
        Progress Note
        Child's Name: Leo Sample
        Date of Service: 2/30/2026
        Time: 9:00 - 9:30 AM
        Service Type: Physical Therapy
        Session Notes: Leo climbed three steps with one hand held.
        Electronically signed by Robin Example, PT on 3/2/2026
        """
    good = """\
        Progress Note
        Child's Name: Leo Sample
        Date of Service: 2/27/2026
        Time: 9:00 - 9:30 AM
        Service Type: Physical Therapy
        Session Notes: Leo climbed three steps with one hand held.
        Electronically signed by Robin Example, PT on 3/2/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge every date that a rule reads: of sessions, signatures, meetings, plans, periods and birth."""
        doc = case.doc
        dates = list(_dates_read(doc))
        session_of = {
            order: each.number for each in reversed(doc.entries) for order in range(each.first, each.last + 1)
        }
        for date in dates:
            entry = session_of.get(date.order)
            if date.problem:
                why, fix = _WHY[date.problem]
                yield self.violation(date.spot, f"The date {quoted(date.text)} {why}.", fix=fix, entry=entry)
            else:
                yield self.passed(date.spot, f"{quoted(date.text)} is a day of the calendar.", entry=entry)
        if not dates:
            yield self.inapplicable("The document has no date to judge.")


def _dates_read(doc: Document) -> Iterator[DateFound]:
    seen: set[tuple[int, str]] = set()
    of_fields = (
        found
        for field in doc.fields
        for found in field.dates
        if not (doc.kind not in RECORDS and found.text.isdigit())  # part of a date that a page break cut
        if field.key in _DAYS | _PLAN or (field.key in _ALSO_READ and found.problem != "no year")
    )
    of_sessions = (entry.date for entry in doc.entries if entry.date)
    of_signatures = (signature.date for signature in doc.signatures if signature.date)
    for date in (*of_fields, *of_sessions, *of_signatures):
        if (date.order, date.text) not in seen:
            seen.add((date.order, date.text))
            yield date
