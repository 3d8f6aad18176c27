"""COO008."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checkers.document import Coordinator, Document, Kind, Service, Term
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import Case, Rule
from checkers.rules.naming import listed, quoted
from checkers.rules.providers import gives, may_be_same_person, name_in, surely_different_people
from checkers.words import holds, phrases, plain


class ServiceCoordinatorNotAProvider(Rule):
    """The service coordinator gives none of the services on the IFSP

    In Connecticut the service coordinator is one of the family's providers, who sees them regularly. In the rare case
    that this is not possible, the notes section of the IFSP says why.
    """

    code = "COO008"
    owner = Owner.WRITER
    kinds = frozenset({Kind.IFSP})
    cites = (("ct-service-coordination", "Ongoing Service Coordination; Qualifications of Service Coordinators"),)
    bad = """\
        Connecticut Birth to Three
        Individualized Family Service Plan (IFSP)
        Child's Name: Leo Sample
        Date of Birth: 3/9/2025
        Date of IFSP Meeting: 5/20/2026
        IFSP Start Date: 6/1/2026
        Date 6 mo. Review Due: 11/18/2026
        Service Coordinator: Robin Trial, MSW
        Present Levels of Development: Leo points, babbles and walks with one hand held.
        Outcome 1: Leo will ask for food with a word at four of five meals.
        Early Intervention Services
        | Service | Frequency | Length | Method | Location | Provider |
        | --- | --- | --- | --- | --- | --- |
        | Speech Therapy | 1 x weekly | 45 minutes | Individual | Home | Dana Example, CCC-SLP |
        Natural Environments: All services are given at home.
        Parent Signature: Electronically signed by Rosa Sample on 5/20/2026 4:05 PM
        """
    good = """\
        Connecticut Birth to Three
        Individualized Family Service Plan (IFSP)
        Child's Name: Leo Sample
        Date of Birth: 3/9/2025
        Date of IFSP Meeting: 5/20/2026
        IFSP Start Date: 6/1/2026
        Date 6 mo. Review Due: 11/18/2026
        Service Coordinator: Dana Example, CCC-SLP
        Present Levels of Development: Leo points, babbles and walks with one hand held.
        Outcome 1: Leo will ask for food with a word at four of five meals.
        Early Intervention Services
        | Service | Frequency | Length | Method | Location | Provider |
        | --- | --- | --- | --- | --- | --- |
        | Speech Therapy | 1 x weekly | 45 minutes | Individual | Home | Dana Example, CCC-SLP |
        Natural Environments: All services are given at home.
        Parent Signature: Electronically signed by Rosa Sample on 5/20/2026 4:05 PM
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare the coordinator with the providers of the services, then read the notes."""
        doc = case.doc
        services = tuple(service for service in doc.services if not service.coordination)
        staying = [who for who in doc.coordinators if who.term is not Term.INITIAL]
        if not doc.coordinators:
            yield self.inapplicable("No service coordinator is named; see COO007.")
        elif not staying:
            yield self.inapplicable("Only an initial service coordinator is named, who need not be a provider yet.")
        elif not services:
            yield self.inapplicable("The document has no list of services that Tandem could read.")
        elif giver := next(((who, each) for who in staying for each in services if _may_give(who, each)), None):
            who, service = giver
            yield self.passed(
                who.spot,
                f"The service coordinator, {quoted(who.words)}, gives the service {quoted(service.name)}.",
            )
        elif primary := _primary(doc, staying):
            yield self.passed(primary, f"The service coordinator is the primary provider: {quoted(primary.text)}.")
        elif why := _explanation(doc):
            yield self.passed(why, f"The notes say why the coordinator is not a provider: {quoted(why.text)}.")
        else:
            yield self._outside(case, staying[0], services)

    def _outside(self, case: Case, who: Coordinator, services: Sequence[Service]) -> Outcome:
        names = listed(list(dict.fromkeys(quoted(each.provider or each.name) for each in services)))
        if where := _mention(case.doc, who):
            return self.incomplete(
                where,
                f"The service coordinator, {quoted(who.words)}, is not among the providers ({names}), but the text "
                f"may explain it: {quoted(where.text)}.",
                fix="Confirm that it shows the coordinator as a provider, or says why not in the notes section.",
            )
        if all(_surely_gives_it_not(who, service) for service in services):
            return case.missing(
                self.violation(
                    who.spot,
                    f"The service coordinator, {quoted(who.words)}, is not among the plan's providers ({names}), "
                    "and the notes do not say why.",
                    fix="Name a provider of the family as service coordinator, or say in the notes why not.",
                )
            )
        return self.incomplete(
            who.spot,
            f"Tandem cannot tell whether the coordinator, {quoted(who.words)}, is one of the providers: {names}.",
            fix="Confirm that the coordinator gives one of the services, and write the provider's name beside each.",
        )


_COORDINATOR = re.compile(r"coordinat", re.IGNORECASE)
_GENERAL = frozenset({"", "counseling", "parent_training", "special_instruction", "special_class", "itinerant"})
"""Services that people of many professions give: a credential alone does not tell who does not give them."""
_RUNNING_WORDS = 7
"""A line of fewer words is a row of a table or a signature."""


def _may_give(who: Coordinator, service: Service) -> bool:
    """Whether the coordinator gives a service: another person of the same profession does not make it so."""
    return gives(who, service) and not surely_different_people(who.words, service.provider)


def _surely_gives_it_not(who: Coordinator, service: Service) -> bool:
    """Certain by two full names, or by a profession that does not give the service where none is."""
    if name_in(service.provider):
        return surely_different_people(who.words, service.provider)
    return bool(who.disciplines) and service.discipline not in _GENERAL


def _primary(doc: Document, coordinators: Sequence[Coordinator]) -> Spot | None:
    """Where one of the coordinators is named as primary provider."""
    return next(
        (
            field.spot
            for field in doc.values("primary_provider")
            for who in coordinators
            if may_be_same_person(who.words, field.value)
        ),
        None,
    )


def _explanation(doc: Document) -> Spot | None:
    """Where the notes section speaks of the coordinator and gives a reason."""
    for field in doc.values("plan_notes"):
        if _COORDINATOR.search(field.value) and _gives_reason(field.value):
            return Spot(field.spot.place, " ".join(field.value.split()))
    return None


def _gives_reason(text: str) -> bool:
    return holds(plain(text), phrases("coordinators", "reasons")) is not None


def _mention(doc: Document, who: Coordinator) -> Spot | None:
    """Where running text names the coordinator, or the notes speak of one without a reason that Tandem can read."""
    for field in doc.values("plan_notes"):
        if _COORDINATOR.search(field.value):
            return Spot(field.spot.place, " ".join(field.value.split()))
    for line in doc.lines:
        spot = Spot(line.place, line.text.strip())
        if spot == who.spot or len(line.text.split()) < _RUNNING_WORDS:
            continue
        explains = _COORDINATOR.search(line.text) and _gives_reason(line.text)
        if explains or (
            name_in(who.words) and may_be_same_person(name_in(who.words), line.text) and ":" not in spot.text
        ):
            return spot
    return None
