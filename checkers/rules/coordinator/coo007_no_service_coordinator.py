"""COO007."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Document, Field, Kind
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import Case, Rule
from checkers.rules.coordination import sentence_on_coordination
from checkers.rules.filling import holds_place
from checkers.rules.naming import quoted
from checkers.rules.providers import names_somebody


class NoServiceCoordinator(Rule):
    """The IFSP names no service coordinator

    Every IFSP names the one person who is the family's single point of contact and sees to it that the services on the
    plan are given. Without the name the family does not know whom to call.
    """

    code = "COO007"
    owner = Owner.WRITER
    kinds = frozenset({Kind.IFSP})
    cites = (("34-cfr-303", "303.344(g); 303.34(a)(2)"),)
    bad = """\
        Individualized Family Service Plan (IFSP)
        Child's Name: Maya Sample
        Date of Birth: 3/9/2025
        Date of IFSP Meeting: 5/20/2026
        IFSP Start Date: 6/1/2026
        Date 6 mo. Review Due: 11/18/2026
        Service Coordinator: ____________
        Present Levels of Development: Maya points, babbles and walks with one hand held.
        Outcome 1: Maya will ask for food with a word at four of five meals.
        Early Intervention Services
        | Service | Frequency | Length | Method | Location | Provider |
        | --- | --- | --- | --- | --- | --- |
        | Speech Therapy | 1 x weekly | 45 minutes | Individual | Home | Dana Example, CCC-SLP |
        Natural Environments: All services are given at home.
        Parent Signature: Electronically signed by Rosa Sample on 5/20/2026 4:05 PM
        """
    good = """\
        Individualized Family Service Plan (IFSP)
        Child's Name: Maya Sample
        Date of Birth: 3/9/2025
        Date of IFSP Meeting: 5/20/2026
        IFSP Start Date: 6/1/2026
        Date 6 mo. Review Due: 11/18/2026
        Service Coordinator: Dana Example, CCC-SLP
        Present Levels of Development: Maya points, babbles and walks with one hand held.
        Outcome 1: Maya will ask for food with a word at four of five meals.
        Early Intervention Services
        | Service | Frequency | Length | Method | Location | Provider |
        | --- | --- | --- | --- | --- | --- |
        | Speech Therapy | 1 x weekly | 45 minutes | Individual | Home | Dana Example, CCC-SLP |
        Natural Environments: All services are given at home.
        Parent Signature: Electronically signed by Rosa Sample on 5/20/2026 4:05 PM
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for a name at the label, in a sentence, in the team's table and at the coordinator's signature."""
        doc = case.doc
        field = doc.coordinator_field
        primary = next((each for each in doc.values("primary_provider") if each.value), None)
        named = next((who for who in doc.coordinators if names_somebody(who.words)), None)
        if named:
            yield self.passed(named.spot, f"The service coordinator is {quoted(named.words)}.")
        elif doc.coordinators:
            who = doc.coordinators[0]
            yield self.incomplete(
                who.spot,
                f"The IFSP gives {quoted(who.words)} as service coordinator, which may not be the name of a person.",
                fix="Write the service coordinator's own name.",
            )
        elif holds_place(field):
            yield self.inapplicable("The service coordinator is still a placeholder; see DOC005.")
        elif primary:
            yield self.incomplete(
                primary.spot,
                f"The IFSP names {quoted(primary.value)} as primary provider, and nobody as service coordinator.",
                fix="Confirm who the service coordinator is, and write the name in its own field.",
            )
        elif where := _mention(doc):
            yield self.incomplete(
                where,
                f"No field names a service coordinator, but there may be one at {quoted(where.text)}.",
                fix="Confirm that the service coordinator is named, and write the name in its own field.",
            )
        else:
            yield case.missing(
                self.violation(
                    field.spot if field else None,
                    "The IFSP names no service coordinator.",
                    fix="Write the name of the family's service coordinator.",
                )
            )


_A_ROLE = 3
"""In words: a line as short stands for somebody's role in a table that Tandem may not have read as one."""


def _asks(field: Field, doc: Document) -> bool:
    """Whether a label surely asks for a value, and is no role below the name of somebody."""
    text = doc.lines[field.order].text
    return field == doc.coordinator_field or bool(field.spot.place.table) or ":" in text or "_" in text


def _mention(doc: Document) -> Spot | None:
    """Where the coordinator may be named outside of a field: a role in a table; without any field, a sentence too."""
    own = {field.order for field in doc.values("coordinator") if _asks(field, doc)}
    own |= {each.order for each in doc.signatures}
    for order, line in enumerate(doc.lines):
        if order not in own and "coordinator" in line.text.casefold() and len(line.text.split()) <= _A_ROLE:
            return Spot(line.place, line.text.strip())
    return sentence_on_coordination(doc) if doc.coordinator_field is None else None
