"""SIG008."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checkers.document import Entry, Kind, Role, Signature
from checkers.outcome import Outcome, Owner, Severity
from checkers.rule import Case, Rule
from checkers.rules.dating import days_of
from checkers.rules.naming import in_sentence, listed, number_of
from checkers.rules.signing import covered_by, is_signed

FIGURE = "contemporaneous_days"
"""The profile's figure: within how many days of the service its note is to be signed."""


class SignedLate(Rule):
    """The note was signed long after the session

    A record is to be made at the time of the service. How many days may pass until it is signed is not the same
    everywhere, so no profile of Tandem's own asks: a profile that sets `contemporaneous_days` under `[figures]` does.
    Counted are the days of the calendar from the service to the signature of whoever gave it; a supervisor or parent
    may sign later.
    """

    code = "SIG008"
    severity = Severity.WARNING
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.PROGRESS_NOTE})
    cites = (("18-nycrr-504", "504.3(a)"), ("nyc-ei-note-instructions", "date note written"))
    bad = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: Omar followed two-step directions in eight of ten turns.
        Electronically signed by Dana Example, CCC-SLP on 4/30/2026 2:05 PM
        """
    good = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: Omar followed two-step directions in eight of ten turns.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026 2:05 PM
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare each session with the earliest signature of its provider, and group them by that signature."""
        allowed = case.profile.figures.get(FIGURE)
        if allowed is None:
            yield self.inapplicable("The profile sets no time within which a note has to be signed.")
            return
        signed: dict[int, tuple[Signature, datetime.date, list[Entry]]] = {}
        signatures = _by_session(case)
        for entry in case.doc.entries:
            mine = [] if entry.cancelled else signatures[entry.number]
            if first := _first_of(mine, entry, case.today):
                signature, day = first
                signed.setdefault(id(signature), (signature, day, []))[2].append(entry)
        for signature, day, entries in signed.values():
            yield self._judge_one(signature, day, entries, allowed)
        if not signed:
            yield self.inapplicable("No session has both a date and a dated signature of its provider.")

    def _judge_one(self, signature: Signature, day: datetime.date, entries: list[Entry], allowed: int) -> Outcome:
        late = [entry for entry in entries if _days_until(entry, day) > allowed]
        if not late:
            return self.passed(
                signature.spot, f"Signed within {_days(allowed)} of the service.", entry=number_of(entries)
            )
        longest = max(_days_until(entry, day) for entry in late)
        sessions = listed([in_sentence(entry) for entry in late])
        after = _days(longest) if len(late) == 1 else f"up to {_days(longest)}"
        return self.violation(
            signature.date_spot or signature.spot,
            f"Signed on {day.month}/{day.day}/{day.year}, {after} after {sessions}; "
            f"the profile allows {_days(allowed)}.",
            fix="Correct the date if it is a slip. Do not date it back: sign from now on when the note is written.",
            entry=number_of(late),
        )


def _by_session(case: Case) -> dict[int, list[Signature]]:
    """The signatures of the provider by the numbers of the sessions that they stand for."""
    found: dict[int, list[Signature]] = defaultdict(list)
    for each in case.doc.signatures:
        if each.role is Role.PROVIDER and is_signed(each, case.profile):
            for entry in covered_by(case.doc, each):
                found[entry.number].append(each)
    return found


def _first_of(
    signatures: Sequence[Signature], entry: Entry, today: datetime.date
) -> tuple[Signature, datetime.date] | None:
    """The earliest of a session's signatures with its day; None where one of them has no date.

    Dates in the future are DAT003's subject, and signatures before the session SIG006's.
    """
    dated = [(each, each.date.date) for each in signatures if each.date and each.date.date and not each.date.month_only]
    if len(dated) < len(signatures) or not dated or (began := _day_of(entry)) is None:
        return None
    first = min(dated, key=lambda each: each[1])
    return first if began <= first[1] <= today else None


def _day_of(entry: Entry) -> datetime.date | None:
    """The last day of a session's date, which may be a list of days."""
    return max((each.date for each in days_of(entry) if each.date and not each.month_only), default=None)


def _days_until(entry: Entry, day: datetime.date) -> int:
    began = _day_of(entry)
    assert began is not None  # `_first_of` saw to it
    return (day - began).days


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
