"""IFS005."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.age import age_in_plan, age_words
from checkers.rules.statements import Statement, judge_statement

_WANTED = Statement(
    "transition",
    "The steps to what comes after age three",
    "Write the steps with the family, who does them, and by when.",
)


class NoTransitionSteps(Rule):
    """No steps towards the third birthday, for a child old enough

    Early intervention ends on the third birthday. Not later than 90 days, and up to nine months, before it the plan
    says which steps lead to what comes next. A child of 2 years 3 months has reached that time. The age is taken on the
    day the plan takes effect, else on the day of the meeting.
    """

    code = "IFS005"
    owner = Owner.WRITER
    kinds = frozenset({Kind.IFSP})
    cites = (("34-cfr-303", "303.209(d)"), ("34-cfr-303", "303.344(h)"))
    bad = """\
        Individualized Family Service Plan (IFSP)
        Connecticut Birth to Three
        Child's Name: Theo Sample
        Date of Birth: 8/14/2023
        IFSP Meeting Date: 2/10/2026
        IFSP Start Date: 2/17/2026
        6-Month Review Due: 8/10/2026
        Service Coordinator: Dana Example, Speech-Language Pathologist
        Present Levels of Development: Theo sits alone, reaches for toys and says two words.
        Child Outcome: Theo will ask for food with a word at lunch on four days of five.
        Early Intervention Services
        Speech Therapy: 1 x 45 minutes a week, individual, home, Dana Example
        Natural Environments: all services are given at home, where Theo spends his day
        Transition Steps: ____________
        Parent Signature: /s/ Mary Sample    Date: 2/10/2026
        """
    good = """\
        Individualized Family Service Plan (IFSP)
        Connecticut Birth to Three
        Child's Name: Theo Sample
        Date of Birth: 8/14/2023
        IFSP Meeting Date: 2/10/2026
        IFSP Start Date: 2/17/2026
        6-Month Review Due: 8/10/2026
        Service Coordinator: Dana Example, Speech-Language Pathologist
        Present Levels of Development: Theo sits alone, reaches for toys and says two words.
        Child Outcome: Theo will ask for food with a word at lunch on four days of five.
        Early Intervention Services
        Speech Therapy: 1 x 45 minutes a week, individual, home, Dana Example
        Natural Environments: all services are given at home, where Theo spends his day
        Transition Steps: visit two preschools with the family in May; send the report to the school district
        Parent Signature: /s/ Mary Sample    Date: 2/10/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Reckon the age first; then look for the section, else for words of it anywhere."""
        age = age_in_plan(case.doc)
        months = case.profile.figures["transition_months"]
        if age is None:
            yield self.inapplicable("Tandem found no birth date and day of the plan to tell the child's age by.")
        elif not age.reaches(months):
            yield self.inapplicable(f"The child is {age.words}: younger than {age_words(months)}.")
        else:
            yield judge_statement(self, case, replace(_WANTED, what=f"The child is {age.words}. {_WANTED.what}"))
