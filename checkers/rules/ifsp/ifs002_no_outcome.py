"""IFS002."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.statements import Statement, judge_goals

_WANTED = Statement(
    "outcomes",
    "The outcomes",
    "Write at least one outcome for the child or the family, and how progress is judged.",
)


class NoOutcome(Rule):
    """There is no outcome for the child or family

    An IFSP names the changes that the family hopes to see. Without one, nobody can tell what the services are for, or
    whether they helped.
    """

    code = "IFS002"
    owner = Owner.WRITER
    kinds = frozenset({Kind.IFSP})
    cites = (("34-cfr-303", "303.344(c)"),)
    bad = """\
        Individualized Family Service Plan (IFSP)
        Connecticut Birth to Three
        Child's Name: Theo Sample
        Date of Birth: 8/14/2024
        IFSP Meeting Date: 2/10/2026
        IFSP Start Date: 2/17/2026
        6-Month Review Due: 8/10/2026
        Service Coordinator: Dana Example, Speech-Language Pathologist
        Present Levels of Development: Theo sits alone, reaches for toys and says two words.
        Child Outcome: ____________
        Early Intervention Services
        Speech Therapy: 1 x 45 minutes a week, individual, home, Dana Example
        Natural Environments: all services are given at home, where Theo spends his day
        Parent Signature: /s/ Mary Sample    Date: 2/10/2026
        """
    good = """\
        Individualized Family Service Plan (IFSP)
        Connecticut Birth to Three
        Child's Name: Theo Sample
        Date of Birth: 8/14/2024
        IFSP Meeting Date: 2/10/2026
        IFSP Start Date: 2/17/2026
        6-Month Review Due: 8/10/2026
        Service Coordinator: Dana Example, Speech-Language Pathologist
        Present Levels of Development: Theo sits alone, reaches for toys and says two words.
        Child Outcome: Theo will ask for food with a word at lunch on four days of five.
        Early Intervention Services
        Speech Therapy: 1 x 45 minutes a week, individual, home, Dana Example
        Natural Environments: all services are given at home, where Theo spends his day
        Parent Signature: /s/ Mary Sample    Date: 2/10/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for an outcome, else for the section of outcomes, else for words of one anywhere."""
        yield judge_goals(self, case, _WANTED)
