"""DAT005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import PLANS, Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.dating import Dating, Wanted, best_of, dating_of, first_date, judge_undated
from checkers.rules.naming import quoted

_MEETING = re.compile(r"\bmeeting\b", re.IGNORECASE)


class NoMeetingDate(Rule):
    """The plan has no meeting date

    The yearly review is counted from the meeting in which the plan was made. Without that day nobody can see whether
    the review is on time, or which meeting the draft is for.
    """

    code = "DAT005"
    owner = Owner.WRITER
    kinds = PLANS
    cites = (("34-cfr-300", "300.324(b)(1)"),)
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Birth: 5/14/2022
        Date of Meeting: ____________
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: May 2027
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Birth: 5/14/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: May 2027
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for the day of the meeting."""
        field = best_of(case.doc.values("meeting_date"))
        if field is None or dating_of(field) is not Dating.DATED:
            meeting = "IFSP" if case.doc.kind is Kind.IFSP else "CPSE"
            fix = f"Write the day of the {meeting} meeting, with month, day and year."
            yield judge_undated(self, case, field, Wanted("The meeting date", fix, _MEETING))
        elif (date := first_date(field)) and date.month_only:
            yield self.incomplete(
                field.spot,
                f"The meeting date names a month only: {quoted(date.text)}.",
                fix="Write the day of the meeting too.",
            )
        else:
            yield self.passed(field.spot, f"The meeting date is there: {quoted(field.value)}.")
