"""DAT007."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from checkers.document import PLANS, DateFound, Field, Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.dating import Wanted, best_of, end_of_plan, first_date, judge_undated, months_after
from checkers.rules.naming import quoted

_REVIEW = re.compile(r"\breview(?:ed)?\b", re.IGNORECASE)


class NoTimelyReview(Rule):
    """The review date is missing or too late

    The team reviews an IEP at least once a year, and an IFSP every six months, counted from the meeting. A review
    planned for later leaves the child with a plan that has run out.
    """

    code = "DAT007"
    owner = Owner.WRITER
    kinds = PLANS
    cites = (("34-cfr-300", "300.324(b)(1)"), ("34-cfr-303", "303.342(b)"))
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Nora Sample
        Date of Birth: 1/9/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 8/15/2027
        Related Services
        Occupational Therapy: 2 x 30 minutes a week, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Nora Sample
        Date of Birth: 1/9/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Related Services
        Occupational Therapy: 2 x 30 minutes a week, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for the review date, and compare it with that of the meeting where both are there."""
        meeting = first_date(best_of(case.doc.values("meeting_date")))
        field = _next_review(case.doc.values("review_date"), meeting)
        review = first_date(field)
        months = case.profile.figures["ifsp_review_months" if case.doc.kind is Kind.IFSP else "review_months"]
        if field is None or review is None or review.date is None:
            fix = f"Write a date within {months} months of the meeting."
            end = end_of_plan(case.doc) if field is None else None
            if end and end.date and meeting and meeting.date and end.date <= months_after(meeting.date, months):
                yield self.incomplete(
                    end.spot,
                    f"No date of a review was found, but the plan ends on {quoted(end.text)}.",
                    fix=f"Confirm that the plan is reviewed before it ends. {fix}",
                )
                return
            yield judge_undated(self, case, field, Wanted("The date of the next review", fix, _REVIEW))
            return
        if meeting is None or meeting.date is None:
            yield self.passed(
                field.spot, f"The review date is there: {quoted(review.text)}. There is no meeting date to compare."
            )
        else:
            yield self._compare(field, review, (meeting.date, months))

    def _compare(self, field: Field, review: DateFound, limit: tuple[datetime.date, int]) -> Outcome:
        meeting, months = limit
        assert review.date is not None  # `judge` saw to it
        latest = months_after(meeting, months)
        held = f"{meeting.month}/{meeting.day}/{meeting.year}"
        if review.date > latest:
            return self.violation(
                field.spot,
                f"The review is planned for {quoted(review.text)}, over {months} months after the meeting on {held}.",
                fix=f"Plan the review for {latest.month}/{latest.day}/{latest.year} or earlier.",
            )
        if review.date < meeting and not (
            review.month_only and (review.date.year, review.date.month) == (meeting.year, meeting.month)
        ):
            return self.incomplete(
                field.spot,
                f"The review date, {quoted(review.text)}, lies before the meeting on {held}.",
                fix="Confirm that the date of the next review is meant, and correct it if not.",
            )
        return self.passed(field.spot, f"The review, {quoted(review.text)}, is within {months} months of the meeting.")


def _next_review(fields: Sequence[Field], meeting: DateFound | None) -> Field | None:
    """Of several fields the one with the first review after the meeting: an IFSP names the yearly review too."""
    dated = [(found.date, field) for field in fields if (found := first_date(field)) and found.date]
    ahead = [each for each in dated if meeting is None or meeting.date is None or each[0] > meeting.date]
    return min(ahead, key=lambda each: each[0])[1] if ahead else best_of(fields)
