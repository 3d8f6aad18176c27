"""MED001."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import RECORDS, Activity, Entry
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.medicaid_box import MedicaidBox, State, medicaid_boxes
from checkers.rules.naming import quoted, session


class MedicaidBoxNotChecked(Rule):
    """A coordination note leaves its Medicaid box unchecked

    Medicaid does not pay for coordination of services. Schenectady County wants the box "Does not meet Medicaid
    requirements" checked for all coordination, so that the time is not billed to Medicaid by mistake.
    """

    code = "MED001"
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (
        ("schenectady-coordination", "The Reimbursement Process, item 5"),
        ("ny-medicaid-alert-11-01", "Attachment 1"),
    )
    bad = """\
        Coordination of Services Note
        Child's Name: Maya Sample
        Date of Service: 3/3/2026
        Time: 3:00 - 3:30 PM
        Activity: Coordination of Services
        [ ] Does not meet Medicaid requirements
        Session Notes: Telephone conference with the OT about the therapy schedule for April.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """
    good = """\
        Coordination of Services Note
        Child's Name: Maya Sample
        Date of Service: 3/3/2026
        Time: 3:00 - 3:30 PM
        Activity: Coordination of Services
        [x] Does not meet Medicaid requirements
        Session Notes: Telephone conference with the OT about the therapy schedule for April.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge the box of each coordination session."""
        boxes = medicaid_boxes(case.doc)
        for entry in case.doc.entries:
            if entry.activity is not Activity.COORDINATION or entry.cancelled:
                yield self.inapplicable("The session is no coordination of services.", entry=entry.number)
            elif box := boxes.get(entry.number):
                yield self._judge_box(entry, box)
            else:
                yield self.inapplicable("The note has no Medicaid box; see MED002.", entry=entry.number)
        if not case.doc.entries:
            yield self.inapplicable("The document has no sessions.")

    def _judge_box(self, entry: Entry, box: MedicaidBox) -> Outcome:
        number = entry.number
        if box.state is State.CHECKED:
            return self.passed(box.spot, f"The Medicaid box is checked{_words(box)}.", entry=number)
        if box.state in (State.BOTH, State.MIXED):
            return self.inapplicable("The Medicaid boxes contradict each other; see MED004.", entry=number)
        if box.state is State.UNCLEAR:
            return self.incomplete(
                box.spot,
                f"Tandem cannot tell whether the Medicaid box is checked{_words(box)}.",
                fix="Look whether the box “Does not meet Medicaid requirements” is checked, and check it if not.",
                entry=number,
            )
        if not entry.activity_certain:
            return self.incomplete(
                box.spot,
                f"{session(entry)} reads like coordination of services, and its Medicaid box is not checked.",
                fix="If the session was coordination, check the box “Does not meet Medicaid requirements”.",
                entry=number,
            )
        return self.violation(
            box.spot,
            f"{session(entry)} is coordination of services; its Medicaid box is not checked{_words(box)}.",
            fix="Check the box “Does not meet Medicaid requirements”.",
            entry=number,
        )


def _words(box: MedicaidBox) -> str:
    """The words beside the box; in a column of boxes there are none."""
    words = f": {quoted(box.spot.text)}" if any(letter.isalpha() for letter in box.spot.text) else ""
    return f"{words} ({box.told})" if box.told else words
