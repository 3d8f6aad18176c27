"""IEP002."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.statements import Statement, judge_goals

_WANTED = Statement("annual_goals", "The annual goals", "Write at least one goal that the child can reach in a year.")


class NoAnnualGoal(Rule):
    """There is no annual goal

    An IEP says what the child is to learn in a year. Without a goal a service has nothing to work towards, and its
    provider nothing to report on.
    """

    code = "IEP002"
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (("34-cfr-300", "300.320(a)(2)"),)
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Birth: 8/2/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Present Levels of Performance: Leo walks alone on level ground and crawls up stairs.
        Annual Goal: ____________
        Reporting Progress to Parents: a written report every quarter
        Special Education Programs and Services
        Physical Therapy: 2 x 30 minutes a week, individual, preschool
        Participation with Students without Disabilities: all day in his preschool class
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Birth: 8/2/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Present Levels of Performance: Leo walks alone on level ground and crawls up stairs.
        Annual Goal: Leo will walk up four steps with one hand on the rail in 4 of 5 trials.
        Reporting Progress to Parents: a written report every quarter
        Special Education Programs and Services
        Physical Therapy: 2 x 30 minutes a week, individual, preschool
        Participation with Students without Disabilities: all day in his preschool class
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for a goal, else for the section of goals, else for words of one anywhere."""
        yield judge_goals(self, case, _WANTED)
