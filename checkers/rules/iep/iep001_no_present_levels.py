"""IEP001."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.statements import Statement, judge_statement

_WANTED = Statement(
    "present_levels",
    "The present levels of performance",
    "Write what the child can do now, and how the disability affects taking part in suitable activities.",
)


class NoPresentLevels(Rule):
    """The present levels of performance are missing or blank

    Goals and services rest on what the child can do now. A plan that does not tell it cannot show that its goals fit,
    and nobody can see later whether there was progress.
    """

    code = "IEP001"
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (("34-cfr-300", "300.320(a)(1)"),)
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Birth: 5/14/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Present Levels of Performance: ____________
        Annual Goal: Maya will name 20 farm and house pictures in 4 of 5 trials.
        Reporting Progress to Parents: a written report every quarter
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
        """Look for the section, else for words of it anywhere."""
        yield judge_statement(self, case, _WANTED)
