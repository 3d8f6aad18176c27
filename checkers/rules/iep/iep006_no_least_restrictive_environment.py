"""IEP006."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.statements import Statement, judge_statement

_WANTED = Statement(
    "participation",
    "The statement on children without disabilities",
    "Write how much the child is with children without disabilities, and why where it is not.",
)


class NoLeastRestrictiveEnvironment(Rule):
    """Nothing is said on being with children without disabilities

    A child learns among children without disabilities as far as that is suitable. The IEP says to what extent the child
    will not be with them, and why; without it nobody can see that the least restrictive setting was looked for.
    """

    code = "IEP006"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (("34-cfr-300", "300.320(a)(5)"),)
    bad = """\
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
        Participation with Students without Disabilities: ____________
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
        """Look for the section, else for a sentence that says it."""
        yield judge_statement(self, case, _WANTED)
