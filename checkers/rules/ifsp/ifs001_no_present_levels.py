"""IFS001."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.statements import Statement, judge_statement

_WANTED = Statement(
    "development",
    "The present levels of development",
    "Write what the child can do now in each area of development, and how it is known.",
)


class NoPresentLevelsOfDevelopment(Rule):
    """The present levels of development are missing or blank

    The plan starts from what the child can do now in each area: moving, seeing and hearing, thinking, communicating,
    getting along with others and doing things alone. Outcomes and services rest on that.
    """

    code = "IFS001"
    owner = Owner.WRITER
    kinds = frozenset({Kind.IFSP})
    cites = (("34-cfr-303", "303.344(a)"),)
    bad = """\
        Individualized Family Service Plan (IFSP)
        Connecticut Birth to Three
        Child's Name: Theo Sample
        Date of Birth: 8/14/2024
        IFSP Meeting Date: 2/10/2026
        IFSP Start Date: 2/17/2026
        6-Month Review Due: 8/10/2026
        Service Coordinator: Dana Example, Speech-Language Pathologist
        Present Levels of Development: ____________
        Child Outcome: Theo will ask for food with a word at lunch on four days of five.
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
        """Look for the section, else for words of it anywhere."""
        yield judge_statement(self, case, _WANTED)
