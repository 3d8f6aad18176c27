"""TIM001."""

from __future__ import annotations

import re

from checkers.document import Entry, Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, EntryRule
from checkers.rules.filling import has_absence_code, holds_place
from checkers.rules.naming import quoted, session

_FIX = "Write when the session began and ended, with AM or PM, or how many minutes it lasted."
_SPEAKS_OF_TIME = re.compile(
    r"\b(?:hours?|minutes?|min|noon|o['’]?clock|[ap]\.?m\b|half past|until|units?)", re.IGNORECASE
)
_MAY_BE_CANCELLED = re.compile(
    r"\b(?:cancel|absent|(?:session|visit) (?:was )?missed|missed (?:session|visit)|no[- ]show|no (?:session|service)|"
    r"not held)",
    re.IGNORECASE,
)


class NoTime(EntryRule):
    """A session has neither times nor a length

    What is paid is time: a session that does not say when it began and ended, or how long it was, cannot be held
    against the IEP or a claim. A session that did not take place needs no time.
    """

    code = "TIM001"
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.PROGRESS_NOTE, Kind.ATTENDANCE_LOG})
    cites = (("10-nycrr-69-4", "69-4.26"), ("18-nycrr-504", "504.3(a)"))
    bad = """\
        Progress Note
        Child's Name: Ivy Sample
        Date of Service: 3/5/2026
        Start Time: ________
        End Time: ________
        Service Type: Speech Therapy
        Session Notes: Ivy answered "where" questions about a picture book.
        Electronically signed by Dana Example, CCC-SLP on 3/5/2026
        """
    good = """\
        Progress Note
        Child's Name: Ivy Sample
        Date of Service: 3/5/2026
        Start Time: 9:00 AM
        End Time: 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Ivy answered "where" questions about a picture book.
        Electronically signed by Dana Example, CCC-SLP on 3/5/2026
        """

    def judge_entry(self, entry: Entry, case: Case) -> Outcome:
        """Look for start and end, or a duration."""
        number = entry.number
        if entry.cancelled:
            return self.inapplicable("The session did not take place.", entry=number)
        if entry.time is not None:
            return self.passed(entry.time.spot, f"{session(entry)} has a start and an end.", entry=number)
        if entry.minutes is not None:
            return self.passed(
                entry.spot, f"{session(entry)} says how long it was: {entry.minutes} minutes.", entry=number
            )
        if any(holds_place(field) for field in entry.time_fields):
            return self.inapplicable("The time is still a placeholder; see DOC005.", entry=number)
        return self._without_time(entry, case)

    def _without_time(self, entry: Entry, case: Case) -> Outcome:
        number = entry.number
        filled = [field for field in entry.time_fields if field.value]
        units = next((field for field in entry.fields if field.key == "units" and field.value), None)
        spot = entry.time_fields[0].spot if entry.time_fields else entry.spot
        if units:
            return self.incomplete(
                units.spot,
                f"{session(entry)} gives units ({quoted(units.value)}), but no times and no minutes.",
                fix=f"Confirm that units are enough where you send the note. {_FIX}",
                entry=number,
            )
        if len(filled) == 1 and filled[0].key in ("start_time", "end_time"):
            which, other = ("a start", "end") if filled[0].key == "start_time" else ("an end", "start")
            found = f"{session(entry)} has {which} time ({quoted(filled[0].value)}), but no {other} time and no length."
            return case.missing(self.violation(spot, found, fix=_FIX, entry=number))
        if any(re.search(r"\d", field.value) for field in filled):
            return self.incomplete(
                filled[0].spot,
                f"Tandem cannot read the time of {session(entry)}: {quoted(filled[0].value)}.",
                fix=f"Confirm that it tells start and end, or the length. {_FIX}",
                entry=number,
            )
        if _MAY_BE_CANCELLED.search(entry.narrative) or has_absence_code(entry):
            return self.incomplete(
                spot,
                f"{session(entry)} has no time, and may not have taken place.",
                fix=f"Look whether the session took place. {_FIX}",
                entry=number,
            )
        if case.doc.kind is Kind.ATTENDANCE_LOG and not entry.time_fields and _is_attendance(entry):
            return self.incomplete(
                spot,
                f"{session(entry)} is marked as attended, and the log has no place for the time.",
                fix=f"Confirm that attendance alone is enough, as in a class. If it was a session of its own: {_FIX}",
                entry=number,
            )
        if not entry.time_fields and _SPEAKS_OF_TIME.search(entry.narrative):
            return self.incomplete(
                spot,
                f"{session(entry)} has no place for the time, and Tandem finds none that it can read in the text.",
                fix=f"Look whether the note tells how long the session was. {_FIX}",
                entry=number,
            )
        return case.missing(
            self.violation(
                spot, f"{session(entry)} has neither a start and end time nor a length.", fix=_FIX, entry=number
            )
        )


def _is_attendance(entry: Entry) -> bool:
    """Whether a row gives attendance and nothing that a session of its own would have."""
    return any(field.key == "absence" and field.value for field in entry.fields) and not entry.narrative
