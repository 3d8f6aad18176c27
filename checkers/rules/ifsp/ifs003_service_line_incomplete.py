"""IFS003."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.service_lines import judge_lines

_PARTS = {"frequency": "how often", "duration": "how long", "method": "how (alone or in a group)", "place": "where"}


class EarlyServiceLineIncomplete(Rule):
    """A service line lacks how often, how long, how or where

    The family reads from this line what it was promised: how often and how long, with the child alone or in a group,
    and in which place. The method is certain to be missing only where the form has a place for it that is blank.
    """

    code = "IFS003"
    owner = Owner.WRITER
    kinds = frozenset({Kind.IFSP})
    cites = (("34-cfr-303", "303.344(d)(1)(i)"),)
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
        Child Outcome: Theo will ask for food with a word at lunch on four days of five.
        Early Intervention Services
        Speech Therapy: 1 x a week, individual, home, Dana Example
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
        """Judge each service line by its columns and its words; one finding names all that a line lacks."""
        yield from judge_lines(self, case, _PARTS, "Write how often, how long, how and where the service is given.")
