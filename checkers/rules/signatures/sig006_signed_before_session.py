"""SIG006."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from checkers.document import RECORDS, Entry, Role, Signature
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.dating import days_of
from checkers.rules.naming import in_sentence, listed, number_of
from checkers.rules.signing import covered_by, mended_by_signer


class SignedBeforeSession(Rule):
    """The signature is dated before the session

    Nobody can confirm a session that has not taken place yet. A signature that is older than the session it stands for
    looks like a form signed ahead of time, and makes every session on the page doubtful.
    """

    code = "SIG006"
    owner = Owner.WRITER
    kinds = RECORDS
    cites = (("18-nycrr-504", "504.3(a)"), ("10-nycrr-69-4", "69-4.26"))
    bad = """\
        Progress Note
        Child's Name: Ivy Sample
        Date of Service: 3/5/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Ivy answered "where" questions about a picture book.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026 2:05 PM
        """
    good = """\
        Progress Note
        Child's Name: Ivy Sample
        Date of Service: 3/5/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Ivy answered "where" questions about a picture book.
        Electronically signed by Dana Example, CCC-SLP on 3/5/2026 2:05 PM
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare the date of each signature with those of the sessions it stands for."""
        outcomes = [
            mended_by_signer(self._judge_one(case, each, day), each)
            for each in case.doc.signatures
            if (day := _day(each))
        ]
        yield from outcomes or [self.inapplicable("The document has no dated signature.")]

    def _judge_one(self, case: Case, signature: Signature, day: datetime.date) -> Outcome:
        covered = covered_by(case.doc, signature)
        later = [entry for entry in covered if _is_between(entry, day, case.today)]
        if not later:
            return self.passed(
                signature.spot, "The signature is not older than the sessions it stands for.", entry=number_of(covered)
            )
        assert signature.date is not None  # `_day` gave one
        sessions = listed([in_sentence(entry) for entry in later])
        if all(entry.cancelled for entry in later):
            return self.incomplete(
                signature.date_spot or signature.spot,
                f"The signature is dated {signature.date.text}, before {sessions}, which did not take place.",
                fix="Confirm that it was known by then that there would be no session; else correct the wrong date.",
                entry=number_of(covered),
            )
        return self.violation(
            signature.date_spot or signature.spot,
            f"The signature is dated {signature.date.text}, before {sessions}.",
            fix="Check both dates and correct the wrong one. If the form was signed ahead of time, sign it anew.",
            entry=number_of(covered),
        )


def _day(signature: Signature) -> datetime.date | None:
    if signature.role is Role.DISTRICT:
        return None  # an order is older than the sessions, as it must be
    if not signature.evidence.signed or signature.date is None or signature.date.month_only:
        return None
    return signature.date.date


def _is_between(entry: Entry, signed: datetime.date, today: datetime.date) -> bool:
    """Whether a session is later than its signature. One in the future is DAT003's subject."""
    days = [found.date for found in days_of(entry) if found.date and not found.month_only]
    return bool(days) and signed < max(days) <= today
