"""DOC005."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import KNOWN, Document
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import Case, Rule
from checkers.rules.filling import holds_place, required_fields
from checkers.rules.naming import quoted


class UnfilledTemplate(Rule):
    """Template text was left in place

    Words such as "[Child's name]", "XXXX" or "Click or tap to enter text" belong to the empty form. Where they are
    still there, something was forgotten. "TBD" counts only where the document needs an answer.
    """

    code = "DOC005"
    owner = Owner.WRITER
    kinds = KNOWN
    cites = (("8-nycrr-29", "29.2(a)(3)"), ("18-nycrr-504", "504.3(a)"))
    bad = """\
        Progress Note
        Child's Name: [Child's name]
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: Followed two-step directions in eight of ten turns.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: Omar followed two-step directions in eight of ten turns.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Name each piece of template text, and each placeholder where a value is needed."""
        doc = case.doc
        if doc.is_template:
            yield self.inapplicable("The document is a blank form or an instruction, not a record about a child.")
            return
        found = list(_unfilled(doc, case.profile.figures.get("services_to_coordinate")))
        for label, spot in found:
            where = (
                f"The line {quoted(label)} still says {quoted(spot.text)}."
                if label
                else f"Template text was left in: {quoted(spot.text)}."
            )
            entry = next((each.number for each in doc.entries if each.spot.place == spot.place), None)
            yield self.violation(
                spot, where, fix="Write what belongs there, or take the template text out.", entry=entry
            )
        if not found:
            yield self.passed(None, "No template text was left in.")


def _unfilled(doc: Document, services_to_coordinate: int | None) -> Iterator[tuple[str, Spot]]:
    """The label, where there is one, and the words left in; each line is one fault."""
    seen = set()
    for spot in doc.template_words:
        if spot not in seen:
            seen.add(spot)
            label = next((field.label for field in doc.fields if field.spot.place == spot.place and field.template), "")
            yield label, spot
    places = {spot.place for spot in seen}
    for field in required_fields(doc, services_to_coordinate):
        if holds_place(field) and field.spot.place not in places:
            places.add(field.spot.place)
            yield field.label, Spot(field.spot.place, field.template or field.value)
