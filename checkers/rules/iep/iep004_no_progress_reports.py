"""IEP004."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.statements import Statement, judge_statement

_WANTED = Statement(
    "progress_reports",
    "How and when parents hear of progress",
    "Write when the parents get a report, and in what form, for instance “a written report each quarter”.",
)


class NoProgressReports(Rule):
    """How and when progress is reported to parents is missing

    An IEP says when the parents are told how far their child has come towards the goals. Parents who do not know when
    to expect a report cannot ask for the one that did not come.
    """

    code = "IEP004"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (("34-cfr-300", "300.320(a)(3)(ii)"),)
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Birth: 5/14/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Present Levels of Performance: Maya names six pictures and points to what she wants.
        Annual Goal: Maya will name 20 farm and house pictures in 4 of 5 trials.
        Reporting Progress to Parents: ____________
        Special Education Programs and Services
        Speech/Language Therapy: 2 x 30 minutes a week, individual, preschool
        Participation with Students without Disabilities: all day in her preschool class
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Birth: 5/14/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Present Levels of Performance: Maya names six pictures and points to what she wants.
        Annual Goal: Maya will name 20 farm and house pictures in 4 of 5 trials.
        Reporting Progress to Parents: a written report every quarter
        Special Education Programs and Services
        Speech/Language Therapy: 2 x 30 minutes a week, individual, preschool
        Participation with Students without Disabilities: all day in her preschool class
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for the section, else for a sentence that says it."""
        yield judge_statement(self, case, _WANTED)
