"""DOC004."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import KNOWN, Document, Field
from checkers.layout import Place
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import Case, Rule
from checkers.rules.filling import holds_place, is_empty
from checkers.rules.naming import quoted

_FIX = "Write the child's first and last name."
_MAY_NAME_A_CHILD = re.compile(
    r"\b(?:[Nn]otes?|[Rr]eport|[Ll]og|IEP|[Rr]ecord|[Rr]e|for)\b(?:\s+(?:for|of|on))?[\s:–—-]+[A-Z][a-z]+\s+[A-Z]"
    r"|^[A-Z][\w'’\-]{1,30}\s+[A-Z][\w'’\-]{1,30}\s*[:–—|-]\s*(?:\w+\s+){0,2}(?i:notes?|report|log|iep|ifsp|record)\b"
)
_NAMED_WITH_BIRTH = re.compile(
    r"\b[A-ZÀ-Þ][\w'’\-]{1,30}(?:\s+[A-ZÀ-Þ][\w.'’\-]{,30}){1,3}[\s,;(–—\-]{1,4}"
    r"(?:DOB|dob|D\.O\.B|[Dd]ate of [Bb]irth|[Bb]orn)\b"
)
"""A name right before the birth date, as in the title "Progress Notes for Ana Diaz (DOB 3/4/2021)"."""
_A_NAME = re.compile(r"[A-ZÀ-Þ][\w'’\-]+,?(?:\s+[A-ZÀ-Þ][\w.'’\-]*){1,2}")
_OF_OTHERS = re.compile(
    r"\b(?:parents?|mother|father|guardian|caregiver|teacher|agency|school|district|program|county|doctor|physician|"
    r"chairperson|goal|address|services?|diagnosis|setting|location)\b",
    re.IGNORECASE,
)
_FIRST_LINES = 8
_LABELS_OF_A_FORM = 3


class NoChildName(Rule):
    """The child's name is missing

    A note or plan that does not name the child belongs to nobody's file. It cannot be matched with the IEP or the
    attendance log, and it cannot be put right once it is among other papers.
    """

    code = "DOC004"
    owner = Owner.WRITER
    kinds = KNOWN
    cites = (("10-nycrr-69-4", "69-4.26"), ("8-nycrr-29", "29.2(a)(3)"))
    bad = """\
        Progress Note
        Child's Name: ______________________
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Physical Therapy
        Session Notes: Climbed three steps with one hand held and kicked a large ball.
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
        """Look for the child's name in the body, headers and footers."""
        doc = case.doc
        fields = doc.values("child_name")
        if doc.is_template:
            yield self.inapplicable("The document is a blank form or an instruction, not a record about a child.")
        elif named := next((field for field in fields if not is_empty(field) and not holds_place(field)), None):
            yield self.passed(named.spot, f"The child's name is there ({quoted(named.label)}).")
        elif not fields and (line := _named_with_birth(doc)):
            yield self.passed(line, "The child's name stands before the birth date.")
        elif any(holds_place(field) for field in fields):
            yield self.inapplicable("The child's name is still a placeholder; see DOC005.")
        else:
            yield self._without_name(case, fields)

    def _without_name(self, case: Case, fields: tuple[Field, ...]) -> Outcome:
        spot = fields[0].spot if fields else None
        if not fields and (where := _may_be_named(case.doc) or _name_at_unknown_label(case.doc)):
            return self.incomplete(
                where,
                "Tandem finds no line for the child's name; it may stand in the text or a heading.",
                fix=f"Confirm that the document names the child. {_FIX}",
            )
        label = quoted(fields[0].label) if fields else ""
        found = (
            f"The child's name is missing: the line {label} is blank." if fields else "The child's name was not found."
        )
        return case.missing(self.violation(spot, found, fix=_FIX))


def _name_at_unknown_label(doc: Document) -> Spot | None:
    """A name of two or three words at a label that Tandem does not know."""
    found = (field for field in doc.fields if not field.key and not _OF_OTHERS.search(field.label))
    return next((field.spot for field in found if _A_NAME.fullmatch(field.value.strip())), None)


def _named_with_birth(doc: Document) -> Spot | None:
    found = next((line for line in doc.lines if _NAMED_WITH_BIRTH.search(line.text)), None)
    return Spot(found.place, found.text.strip()) if found else None


def _may_be_named(doc: Document) -> Spot | None:
    """Where a document without a line for the name may name the child: in running prose, or in a heading or margin."""
    if sum(bool(field.key) for field in doc.fields) < _LABELS_OF_A_FORM:
        return Spot(doc.lines[0].place, doc.lines[0].text) if doc.lines else Spot(Place())
    labelled = {field.order for field in doc.fields if field.key and not _A_NAME.fullmatch(field.value)}
    top = [order for order, line in enumerate(doc.lines) if line.text.strip()][:_FIRST_LINES]
    margins = [order for order, line in enumerate(doc.lines) if line.place.part != "body"]
    for order in (*top, *margins):
        line = doc.lines[order]
        if order not in labelled and _MAY_NAME_A_CHILD.search(line.text.strip()):
            return Spot(line.place, line.text.strip())
    return None
