"""COO006."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Document, Kind
from checkers.outcome import Outcome, Owner, Severity, Spot
from checkers.rule import Case, Rule
from checkers.rules.amounts import amounts_in
from checkers.rules.coordination import needs_coordinator, services_of
from checkers.rules.naming import listed, quoted


class CoordinatorNotNeeded(Rule):
    """A coordinator is designated, with fewer than two services to coordinate

    Coordination is for an IEP with two or more related services, or a SEIT/SEIS and a related service. With one service
    there is nothing to coordinate, and units claimed for it are likely to be questioned.
    """

    code = "COO006"
    severity = Severity.WARNING
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (
        ("8-nycrr-200", "200.16 (coordination of related services)"),
        ("nysed-stac-training", "STAC-1, item 12"),
    )
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Dana Example, Speech Therapist
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Dana Example, Speech Therapist
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        Occupational Therapy: 2 x 30 minutes a week, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Count the services where somebody is to coordinate them."""
        doc = case.doc
        listed_services = [service for service in doc.services if not service.coordination]
        services = services_of(doc)
        if not doc.coordinators:
            yield self.inapplicable("No coordinator is designated.")
            return
        who = doc.coordinators[0]
        if not listed_services:
            yield self.inapplicable("The document has no list of services that Tandem could read.")
        elif needs_coordinator(doc, case.profile.figures["services_to_coordinate"]):
            count = len(services.related)
            with_seit = "a SEIT/SEIS and " if services.itinerant else ""
            named = f"{count} related service{'' if count == 1 else 's'}"
            yield self.passed(who.spot, f"{quoted(who.words)} has {with_seit}{named} to coordinate.")
        elif unsure := [each.name for each in listed_services if each.discipline in _MAY_COUNT] or _unread(doc):
            yield self.incomplete(
                who.spot,
                f"{quoted(who.words)} is to coordinate. Tandem cannot tell whether there are two services for it: "
                f"{listed([quoted(name) for name in unsure])} may be one of them.",
                fix="Confirm that there are two or more related services, or a SEIT/SEIS and a related service.",
            )
        else:
            names = listed(list(dict.fromkeys(quoted(each.name) for each in listed_services)))
            yield case.missing(
                self.violation(
                    who.spot,
                    f"{quoted(who.words)} is designated to coordinate, but the services listed leave nothing to "
                    f"coordinate: {names}.",
                    fix="Take the designation off, or add the service that is missing from the list.",
                )
            )


def _unread(doc: Document) -> list[str]:
    """Lines with an amount that may be a service Tandem did not read: none of a table, nor of the services it did."""
    known = {service.spot for service in doc.services} | {who.spot for who in doc.coordinators}
    lines = (Spot(line.place, line.text.strip()) for line in doc.lines if line.place.table is None)
    return [
        spot.text
        for spot in lines
        if spot not in known
        and len(spot.text.split()) <= _LONGEST_LINE
        and any(amount.period for amount in amounts_in(spot.text).found)
    ]


_LONGEST_LINE = 15
"""In words: what is longer is running text, and no line of a list of services."""


_MAY_COUNT = frozenset({"", "special_class"})
"""Disciplines whose line may be one more service to coordinate: an unknown one, and the class."""
