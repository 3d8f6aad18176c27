"""IEP007."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.age import age_in_plan, age_words
from checkers.rules.statements import Statement, judge_statement

_YEAR = 12
_WANTED = Statement(
    "transition",
    "The transition to life after school",
    "Write goals for education, work and, where needed, living, and the services that lead there.",
)


class NoTransition(Rule):
    """Nothing on life after school, for a student who is old enough

    From a certain age on (16 under federal rules, 15 in New York) an IEP says what the student wants to do after school
    and which services lead there. The age is taken on the day the plan takes effect, else on the day of the meeting.
    """

    code = "IEP007"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (("34-cfr-300", "300.320(b)"), ("8-nycrr-200", "200.4(d)(2)(ix)"))
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Ruben Sample
        Date of Birth: 3/11/2010
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Present Levels of Performance: Ruben reads short texts and needs help to plan a task of several steps.
        Measurable Postsecondary Goals: ____________
        Annual Goal: Ruben will ask a friend for help with his frustration in 4 of 5 trials.
        Reporting Progress to Parents: a written report every quarter
        Special Education Programs and Services
        Counseling: 1 x 30 minutes a week, individual, school
        Participation with Students without Disabilities: all classes but one
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Ruben Sample
        Date of Birth: 3/11/2010
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Present Levels of Performance: Ruben reads short texts and needs help to plan a task of several steps.
        Measurable Postsecondary Goals: Ruben will train as a baker and live with his family.
        Annual Goal: Ruben will ask a friend for help with his frustration in 4 of 5 trials.
        Reporting Progress to Parents: a written report every quarter
        Special Education Programs and Services
        Counseling: 1 x 30 minutes a week, individual, school
        Participation with Students without Disabilities: all classes but one
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Reckon the age first; then look for the section, else for words of it anywhere."""
        age = age_in_plan(case.doc)
        months = case.profile.figures["transition_age"] * _YEAR
        if age is None:
            yield self.inapplicable("Tandem found no birth date and day of the plan to tell the student's age by.")
        elif not age.reaches(months):
            yield self.inapplicable(f"The student is {age.words}: younger than {age_words(months)}.")
        else:
            yield judge_statement(self, case, replace(_WANTED, what=f"The student is {age.words}. {_WANTED.what}"))
