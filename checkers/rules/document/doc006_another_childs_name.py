"""DOC006."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Document, Kind
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import Case, Rule
from checkers.rules.called_names import Called, Passage, called_otherwise, child_names
from checkers.rules.naming import quoted

_FEWEST_WORDS = 5


class AnotherChildsName(Rule):
    """The text calls the child by another name

    A narrative that is pasted from another child's note or plan keeps that child's name. The record then tells of the
    wrong child, and shows one child's name in another's file. Tandem knows no names: it looks for a capitalised word
    that does what the child does, and that belongs to nobody else on the page. A nickname that it does not know looks
    the same, so this is never more than something to look at.
    """

    code = "DOC006"
    severity = None
    owner = Owner.WRITER
    kinds = frozenset({Kind.PROGRESS_NOTE, Kind.DRAFT_IEP})
    cites = (("8-nycrr-29", "29.2(a)(3)"), ("18-nycrr-504", "504.3(a)"))
    bad = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: Benjamin produced /k/ in eight of ten words. Benjamin needed one reminder to wait.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: Omar produced /k/ in eight of ten words and took turns with his friend Benjamin.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look in narratives, or in a plan's text, for a name that is not the child's."""
        doc = case.doc
        passages = list(_passages(doc))
        if not child_names(doc):
            yield self.inapplicable("The child's name is not given; see DOC004.")
        elif not passages:
            yield self.inapplicable("The document holds no text about the child.")
        elif called := called_otherwise(doc, passages):
            yield from (self._called(each) for each in called)
        else:
            yield self.passed(None, "The text calls the child by no name that is not the child's.")

    def _called(self, called: Called) -> Outcome:
        first = called.passages[0]
        return self.incomplete(
            Spot(first.spot.place, called.words),
            f"The text calls somebody {quoted(called.name)} who does what the child does ({quoted(called.words)}); "
            "that is not the child's name.",
            fix="If this was written for another child, write it anew for this one. A nickname may stay, and so may "
            "the name of a playmate.",
            entry=first.entry if len(called.passages) == 1 else None,
        )


def _passages(doc: Document) -> Iterator[Passage]:
    """The narratives of a note; of a report or a plan its sentences."""
    if doc.entries:
        for entry in doc.entries:
            if entry.narrative and not entry.cancelled:
                spot = entry.narrative_field.spot if entry.narrative_field else entry.spot
                yield Passage(entry.narrative, spot, entry.number)
        return
    values = {field.order: field.value for field in doc.fields if field.value}
    for order, line in enumerate(doc.lines):
        text = values.get(order, line.text)
        if len(text.split()) >= _FEWEST_WORDS:
            yield Passage(text.strip(), Spot(line.place, line.text.strip()))
