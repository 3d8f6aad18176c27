"""COO003."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Coordinator, Kind, Service
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import listed, quoted
from checkers.rules.providers import gives, is_surely_outside


class CoordinatorNotAProvider(Rule):
    """The coordinator gives none of the services on the IEP

    The coordinator has to be one of the providers who serve the child under this IEP. Somebody from outside cannot be
    paid for coordination, and does not know how the child does in each service.
    """

    code = "COO003"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (
        ("8-nycrr-200", "200.16 (coordination of related services)"),
        ("nysed-stac-training", "STAC-1, item 12"),
    )
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Nora Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Robin Example, Physical Therapist
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        Occupational Therapy: 2 x 30 minutes a week, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Nora Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Kim Example, Occupational Therapist
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        Occupational Therapy: 2 x 30 minutes a week, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare each designated coordinator with the list of services."""
        doc = case.doc
        services = tuple(service for service in doc.services if not service.coordination)
        if doc.services_spot is None or not services:
            yield self.inapplicable("The document has no list of services to compare the coordinator with.")
            return
        if not doc.coordinators:
            yield self.inapplicable("No coordinator is designated.")
        for who in doc.coordinators:
            yield self._judge_one(who, services)

    def _judge_one(self, who: Coordinator, services: tuple[Service, ...]) -> Outcome:
        if giver := next((service for service in services if gives(who, service)), None):
            return self.passed(
                who.spot, f"The coordinator, {quoted(who.words)}, belongs to the service {quoted(giver.name)}."
            )
        names = listed(list(dict.fromkeys(quoted(service.name) for service in services)))
        if is_surely_outside(who, services):
            return self.violation(
                who.spot,
                f"The coordinator of services, {quoted(who.words)}, gives none of the services on this IEP: {names}.",
                fix="Designate one of the providers of these services as coordinator.",
            )
        return self.incomplete(
            who.spot,
            f"Tandem cannot tell which of the services on this IEP {quoted(who.words)} gives: {names}.",
            fix="Confirm that the coordinator is one of these providers, and write the title beside the name.",
        )
