"""DAT003."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from checkers.document import KNOWN, DateFound
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import number_of, quoted, session
from checkers.rules.signing import covered_by, line_name, lines_to_sign, mended_by_signer


class DateInTheFuture(Rule):
    """A session or a signature is dated in the future

    A session that has not taken place cannot be noted or signed, and a claim may be made only for services that were
    given. Meeting dates and the projected dates of a plan may of course lie ahead.
    """

    code = "DAT003"
    owner = Owner.WRITER
    kinds = KNOWN
    cites = (("18-nycrr-504", "504.3(e)"), ("18-nycrr-504", "504.3(a)"))
    bad = """\
        Progress Note
        Child's Name: Nora Sample
        Date of Service: 3/3/2099
        Time: 10:00 - 10:30 AM
        Service Type: Occupational Therapy
        Session Notes: Nora strung eight beads and cut along a straight line.
        Electronically signed by Kim Example, OTR/L on 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Nora Sample
        Date of Service: 3/3/2026
        Time: 10:00 - 10:30 AM
        Service Type: Occupational Therapy
        Session Notes: Nora strung eight beads and cut along a straight line.
        Electronically signed by Kim Example, OTR/L on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare sessions and signatures with today; a session signed on its own future day is one fault."""
        outcomes = [*self._sessions(case), *self._signatures(case)]
        yield from outcomes or [self.inapplicable("The document has no date of service and no date of a signature.")]

    def _sessions(self, case: Case) -> Iterator[Outcome]:
        for entry in case.doc.entries:
            if (day := _day(entry.date)) is None or entry.date is None:
                continue
            if day > case.today:
                yield self.violation(
                    entry.date.spot,
                    f"{session(entry)} is dated after today, {case.today:%B} {case.today.day}, {case.today.year}.",
                    fix="Correct the date if it is a slip. A session that is still to come has no note yet.",
                    entry=entry.number,
                )
            else:
                yield self.passed(entry.date.spot, f"{session(entry)} is not in the future.", entry=entry.number)

    def _signatures(self, case: Case) -> Iterator[Outcome]:
        for line in lines_to_sign(case.doc):
            for signature in line:
                if not signature.evidence.signed or signature.date is None or (day := _day(signature.date)) is None:
                    continue
                covered = covered_by(case.doc, signature)
                if day <= case.today:
                    yield self.passed(signature.spot, f"{line_name((signature,))} is not dated in the future.")
                elif all(_day(entry.date) != day for entry in covered):
                    outcome = self.violation(
                        signature.date_spot or signature.spot,
                        f"{line_name((signature,))} is dated {quoted(signature.date.text)}, which is after today.",
                        fix="Correct the date if it is a slip; else sign again, with the day on which you sign.",
                        entry=number_of(covered),
                    )
                    yield mended_by_signer(outcome, signature)


def _day(date: DateFound | None) -> datetime.date | None:
    return None if date is None or date.month_only else date.date
