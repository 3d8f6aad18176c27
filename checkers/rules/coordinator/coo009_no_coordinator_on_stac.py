"""COO009."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Document, Kind
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import Case, Rule
from checkers.rules.coordination import coordination_service, sentence_on_coordination, services_of
from checkers.rules.naming import listed, quoted
from checkers.rules.providers import gives, is_surely_outside
from checkers.words import plain


class NoCoordinatorOnStac(Rule):
    """The STAC-1 lists no related service provider as coordinator

    The county approves payment for coordination only where the STAC-1 lists a related service provider as coordinator
    of services. With a SEIT nobody has to be listed, as nothing more is paid.
    """

    code = "COO009"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.STAC1})
    cites = (
        ("schenectady-coordination", "SEIT Providers, note on the STAC-1"),
        ("nysed-stac-training", "STAC-1, item 12"),
    )
    bad = """\
        STAC-1
        Request for Commissioner's Approval of Reimbursement
        1. Name of Child: Maya Sample
        2. Date of Birth: 3/9/2022
        7. Placement Type - Section 4410
        [ ] Special Class   [x] Related Services Only   [ ] Special Education Itinerant Teacher
        12. Service Information
        Related Service 1: Speech Therapy   Number of Half Hour Sessions: 72
        Related Service 2: Occupational Therapy   Number of Half Hour Sessions: 36
        14. Authorization of Placement
        Signature: Electronically signed by Lee Sample on 6/1/2026 9:15 AM
        """
    good = """\
        STAC-1
        Request for Commissioner's Approval of Reimbursement
        1. Name of Child: Maya Sample
        2. Date of Birth: 3/9/2022
        7. Placement Type - Section 4410
        [ ] Special Class   [x] Related Services Only   [ ] Special Education Itinerant Teacher
        12. Service Information
        Related Service 1: Speech Therapy   Number of Half Hour Sessions: 72
        Related Service 2: Occupational Therapy   Number of Half Hour Sessions: 36
        Related Service 3: Coordination (Speech Therapist)   Number of Half Hour Sessions: 10
        14. Authorization of Placement
        Signature: Electronically signed by Lee Sample on 6/1/2026 9:15 AM
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Count the related services, and look who coordinates them."""
        doc = case.doc
        services = services_of(doc)
        if services.itinerant:
            yield self.inapplicable("The child has a SEIT/SEIS, who need not be listed as coordinator.")
        elif unclear := _unclear_seit(doc):
            yield self.incomplete(
                unclear,
                f"Tandem cannot tell whether {quoted(unclear.text)} is ticked.",
                fix="If it is not, look whether one of two or more related service providers is listed as coordinator.",
            )
        elif not doc.services:
            yield self.incomplete(
                doc.services_spot,
                "Tandem could not read which services the STAC-1 lists.",
                fix="Look whether a related service provider is listed as coordinator, if there are two or more.",
            )
        elif len(services.related) < case.profile.figures["services_to_coordinate"]:
            yield self.inapplicable("The STAC-1 lists too few related services for a coordinator.")
        else:
            yield self._listed(case)

    def _listed(self, case: Case) -> Outcome:
        doc = case.doc
        related = [service for service in doc.services if service.related]
        names = listed(list(dict.fromkeys(quoted(service.name) for service in related)))
        for who in doc.coordinators:
            if giver := next((service for service in related if gives(who, service)), None):
                return self.passed(
                    who.spot, f"The coordinator, {quoted(who.words)}, belongs to the service {quoted(giver.name)}."
                )
        if doc.coordinators:
            who = doc.coordinators[0]
            if all(is_surely_outside(each, related) for each in doc.coordinators):
                return self.violation(
                    who.spot,
                    f"The coordinator listed, {quoted(who.words)}, gives none of the related services: {names}.",
                    fix="List the provider of one of these services as coordinator.",
                )
            return self.incomplete(
                who.spot,
                f"Tandem cannot tell which of the related services {quoted(who.words)} gives: {names}.",
                fix="Confirm that the coordinator is one of these providers, and write the title beside the name.",
            )
        if line := coordination_service(doc):
            return self.incomplete(
                line.spot,
                f"The STAC-1 lists coordination, but not which of the providers coordinates: {quoted(line.spot.text)}.",
                fix="Confirm that it is a related service provider, and write who.",
                entry=line.number,
            )
        if where := sentence_on_coordination(doc):
            return self.incomplete(
                where,
                f"No item lists a coordinator, but the text may: {quoted(where.text)}.",
                fix="Confirm that a related service provider is listed as coordinator.",
            )
        return case.missing(
            self.violation(
                doc.coordinator_field.spot if doc.coordinator_field else doc.services_spot,
                f"The STAC-1 lists {names} and no SEIT, but no related service provider as coordinator.",
                fix="List the designated related service provider as coordinator of services.",
            )
        )


def _unclear_seit(doc: Document) -> Spot | None:
    """Where a box of the SEIT's is neither surely ticked nor surely empty."""
    return next((box.spot for box in doc.boxes if box.checked is None and "itinerant" in plain(box.label)), None)
