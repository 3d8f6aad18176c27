"""COO001."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner, Severity
from checkers.rule import Case, Rule
from checkers.rules.coordination import coordination_service, needs_coordinator, sentence_on_coordination, services_of
from checkers.rules.filling import holds_place
from checkers.rules.naming import listed, quoted


class NoCoordinator(Rule):
    """No coordinator of services is designated

    Where an IEP lists two or more related services, one of their providers has to be designated to coordinate them;
    otherwise nobody arranges the schedule, gathers the reports or is paid for it. With a SEIT/SEIS and a related
    service the SEIT is the coordinator by regulation, so a missing designation is only likely to be asked about.
    """

    code = "COO001"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (
        ("8-nycrr-200", "200.16 (coordination of related services)"),
        ("schenectady-coordination", "Requirements and Procedures, opening paragraph"),
        ("nysed-stac-training", "STAC-1, item 12"),
    )
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: ____________
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        Occupational Therapy: 2 x 30 minutes a week, preschool
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
        """Count the services, and look for a coordinator where there are enough."""
        doc = case.doc
        services = services_of(doc)
        field = doc.coordinator_field
        if doc.services_spot is None:
            yield self.inapplicable("The document has no list of services.")
        elif not doc.services:
            yield self.incomplete(
                doc.services_spot,
                "Tandem found where the services are listed, but could not read any of them.",
                fix="Look whether a coordinator of services is designated, if there are two or more related services.",
            )
        elif not needs_coordinator(doc, case.profile.figures["services_to_coordinate"]):
            yield self.inapplicable("The IEP lists too few services for a coordinator.")
        elif doc.coordinators:
            who = doc.coordinators[0]
            yield self.passed(who.spot, f"The coordinator of services is {quoted(who.words)}.")
        elif field is not None and holds_place(field):
            yield self.inapplicable("The coordinator of services is still a placeholder; see DOC005.")
        elif line := coordination_service(doc):
            yield self.incomplete(
                line.spot,
                f"The IEP lists {quoted(line.name)}, but does not say which of the providers coordinates.",
                fix="Confirm whom the CPSE designated, and write who it is.",
                entry=line.number,
            )
        elif where := sentence_on_coordination(doc):
            yield self.incomplete(
                where,
                f"No field designates a coordinator of services, but the text may: {quoted(where.text)}.",
                fix="Confirm that this designates one of the providers, and write the name in its own field.",
            )
        else:
            names = listed([quoted(name) for name in services.related])
            found = f"The IEP lists {f'a SEIT/SEIS and {names}' if services.itinerant else names}"
            yield case.missing(
                self.violation(
                    field.spot if field else doc.services_spot,
                    f"{found}, but designates no coordinator of services.",
                    fix="Write the SEIT/SEIS provider as coordinator of services."
                    if services.itinerant
                    else "Have the CPSE designate one of the providers, and write who it is.",
                    severity=Severity.WARNING if services.itinerant else Severity.ERROR,
                )
            )
