"""COO002."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Coordinator, Kind, Service
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.coordination import services_of
from checkers.rules.naming import listed, quoted
from checkers.rules.providers import may_be_same_person

_TEACHER = "special_class"
"""The discipline of a plain "special education teacher", which may be the SEIT under a shorter title."""


class CoordinatorNotItinerantTeacher(Rule):
    """The IEP has a SEIT, and somebody else is to coordinate

    Where an IEP lists special education itinerant services (SEIT/SEIS) with a related service, the itinerant teacher is
    responsible for coordination, as part of the rate. Naming a therapist instead leads to a payment that is denied.
    """

    code = "COO002"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (
        ("8-nycrr-200", "200.16 (coordination of related services)"),
        ("schenectady-coordination", "SEIT Providers, note on the designation of the coordinator"),
    )
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Dana Example, Speech Therapist
        Special Education Programs and Services
        Special Education Itinerant Teacher (SEIT): 5 x 60 minutes a week, preschool
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Lee Example, SEIT
        Special Education Programs and Services
        Special Education Itinerant Teacher (SEIT): 5 x 60 minutes a week, preschool
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare the coordinator with the SEIT/SEIS line."""
        doc = case.doc
        if not services_of(doc).itinerant_and_related:
            yield self.inapplicable("The IEP does not list a SEIT/SEIS together with a related service.")
            return
        if not doc.coordinators:
            yield self.inapplicable("No coordinator is designated; see COO001.")
            return
        itinerant = [service for service in doc.services if service.itinerant]
        who = next((each for each in doc.coordinators if _is_itinerant(each, itinerant)), None)
        if who:
            yield self.passed(who.spot, f"The SEIT/SEIS provider coordinates: {quoted(who.words)}.")
        else:
            yield self._other(doc.coordinators, doc.services)

    def _other(self, coordinators: tuple[Coordinator, ...], services: tuple[Service, ...]) -> Outcome:
        named = listed([quoted(each.words) for each in coordinators])
        if all(_is_surely_another(each, services) for each in coordinators):
            return self.violation(
                coordinators[0].spot,
                f"The IEP lists a SEIT/SEIS with a related service, but the coordinator of services is {named}.",
                fix="Designate the SEIT/SEIS provider as coordinator of services.",
            )
        return self.incomplete(
            coordinators[0].spot,
            f"The IEP lists a SEIT/SEIS with a related service. Tandem cannot tell whether {named} is that provider.",
            fix="Confirm that the coordinator is the SEIT/SEIS provider, and write the title beside the name.",
        )


def _is_itinerant(who: Coordinator, itinerant: list[Service]) -> bool:
    return who.itinerant or any(may_be_same_person(who.words, service.provider) for service in itinerant)


def _is_surely_another(who: Coordinator, services: tuple[Service, ...]) -> bool:
    """Certain by the coordinator's own discipline, or by the name of another service's provider."""
    if who.disciplines:
        return _TEACHER not in who.disciplines
    others = [service for service in services if not service.itinerant and not service.coordination]
    known = all(service.provider for service in services if service.itinerant)
    return known and any(may_be_same_person(who.words, service.provider) for service in others)
