"""IEP005."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.service_lines import judge_lines

_PARTS = {"frequency": "how often", "duration": "how long", "place": "where"}


class ServiceLineIncomplete(Rule):
    """A service line lacks how often, how long or where

    The family, the provider and the county read from this line what is owed and what may be paid. Services that are
    given as needed, consultation, transportation, devices and modifications have no such amount and are not looked at.
    """

    code = "IEP005"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (("34-cfr-300", "300.320(a)(7)"),)
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Omar Sample
        Date of Birth: 2/9/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Special Education Programs and Services
        Speech/Language Therapy: 2 x a week, individual, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Omar Sample
        Date of Birth: 2/9/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Special Education Programs and Services
        Speech/Language Therapy: 2 x 30 minutes a week, individual, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge each service line by its columns and its words; one finding names all that a line lacks."""
        yield from judge_lines(self, case, _PARTS, "Write how often, for how long and where the service is given.")
