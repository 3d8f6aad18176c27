"""DOC008."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Document, Evidence, Field, Kind
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import Case, Rule
from checkers.rules.filling import holds_place, is_empty
from checkers.rules.naming import quoted
from checkers.rules.service_words import (
    labelled_service,
    names_service,
    service_of_provider,
    ticked_service,
    titled_service,
)

_DRAWN = (Evidence.PICTURE, Evidence.INK, Evidence.DIGITAL)
_KEYS = ("service_type", "activity")
_FIX = "Write which service was given: speech, occupational or physical therapy, SEIT, coordination of services."


class NoServiceType(Rule):
    """The note does not say which service was given

    A claim is for one service of the child's plan, and the note has to show that it is that one. The line for the
    service type says so, or the paper's title, a ticked box, or the title of whoever gave it.
    """

    code = "DOC008"
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.PROGRESS_NOTE, Kind.ATTENDANCE_LOG})
    cites = (("10-nycrr-69-4", "69-4.26"), ("18-nycrr-504", "504.3(a)"))
    bad = """\
        Progress Note
        Child's Name: Leo Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: ______________________
        Session Notes: Leo climbed three steps with one hand held and kicked a large ball.
        Electronically signed by Robin Example, PT on 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Leo Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Physical Therapy
        Session Notes: Leo climbed three steps with one hand held and kicked a large ball.
        Electronically signed by Robin Example, PT on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for the service at its line, in titles and boxes, and beside the provider's name."""
        doc = case.doc
        asked = doc.values("service_type")
        if doc.is_template:
            yield self.inapplicable("The document is a blank form or an instruction, not a record about a child.")
        elif spot := _told(doc):
            yield self.passed(spot, f"The service is named ({quoted(spot.text)}).")
        elif any(holds_place(field) for field in asked):
            yield self.inapplicable("The service type is still a placeholder; see DOC005.")
        elif asked:
            yield case.missing(self._blank(asked[0]))
        elif spot := service_of_provider(doc):
            yield self.passed(spot, f"The provider's title tells the service ({quoted(spot.text)}).")
        elif spot := _mentioned(doc):
            yield self.incomplete(
                spot,
                f"No line, title or box names the service; {quoted(spot.text)} may tell it.",
                fix=f"Confirm that the document says which service it is about. {_FIX}",
            )
        elif drawn := next((each for each in doc.signatures if each.evidence in _DRAWN), None):
            yield self.incomplete(
                drawn.spot,
                "No line, title or box names the service; the signature is a picture, and a title may stand in it.",
                fix=f"Look whether the signature names the provider's profession. {_FIX}",
            )
        else:
            yield case.missing(self.violation(None, "The document does not say which service was given.", fix=_FIX))

    def _blank(self, field: Field) -> Outcome:
        return self.violation(
            field.spot, f"The service type is missing: the line {quoted(field.label)} is blank.", fix=_FIX
        )


def _told(doc: Document) -> Spot | None:
    """Where the document itself names the service: at its line, else in a title or a ticked box."""
    for field in doc.fields:
        filled = field.key in _KEYS and not is_empty(field) and not holds_place(field)
        if filled and (field.key == "service_type" or names_service(field.value)):
            return field.spot
    return labelled_service(doc) or titled_service(doc) or ticked_service(doc)


def _mentioned(doc: Document) -> Spot | None:
    """The first line that speaks of a service at all."""
    found = (line for line in doc.lines if names_service(line.text))
    return next((Spot(line.place, line.text.strip()) for line in found), None)
