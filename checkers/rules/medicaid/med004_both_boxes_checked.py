"""MED004."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checkers.document import RECORDS, Entry
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.medicaid_box import MedicaidBox, State, medicaid_boxes
from checkers.rules.naming import listed, number_of, session

_FIX = "Find out which of the two is true, and uncheck the other one."


class BothBoxesChecked(Rule):
    """A session is said to meet Medicaid requirements and not to meet them

    Some forms ask twice: with a box "Meets" and a box "Does not meet Medicaid requirements", or with a Yes and a No.
    With both checked the paper says nothing, and whoever bills has to guess.
    """

    code = "MED004"
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (("cpse-portal", "Supervision: billing errors"), ("18-nycrr-504", "504.3(a)"))
    bad = """\
        Progress Note
        Child's Name: Rosa Sample
        Date of Service: 3/4/2026
        Time: 9:00 - 9:30 AM
        Service Type: Occupational Therapy
        Activity: Direct
        [x] Meets Medicaid requirements   [x] Does not meet Medicaid requirements
        Session Notes: Rosa cut along three curved lines with one reminder to turn the paper.
        Electronically signed by Kim Example, OTR/L on 3/4/2026
        """
    good = """\
        Progress Note
        Child's Name: Rosa Sample
        Date of Service: 3/4/2026
        Time: 9:00 - 9:30 AM
        Service Type: Occupational Therapy
        Activity: Direct
        [x] Meets Medicaid requirements   [ ] Does not meet Medicaid requirements
        Session Notes: Rosa cut along three curved lines with one reminder to turn the paper.
        Electronically signed by Kim Example, OTR/L on 3/4/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge the boxes of each session; those that stand once for several of them once."""
        boxes = medicaid_boxes(case.doc)
        shared: dict[MedicaidBox, list[Entry]] = defaultdict(list)
        for entry in case.doc.entries:
            if entry.number in boxes and boxes[entry.number].is_of(entry):
                shared[boxes[entry.number]].append(entry)
            else:
                yield self.inapplicable("The note has no Medicaid box.", entry=entry.number)
        for box, entries in shared.items():
            yield self._judge_boxes(box, entries)
        if not case.doc.entries:
            yield self.inapplicable("The document has no sessions.")

    def _judge_boxes(self, box: MedicaidBox, entries: Sequence[Entry]) -> Outcome:
        number, who = number_of(entries), listed([session(entry) for entry in entries])
        if box.state is State.BOTH:
            found = f"{who}: both “meets” and “does not meet Medicaid requirements” are checked."
            return self.violation(box.spot, found, fix=_FIX, entry=number)
        if box.state is State.MIXED:
            found = (
                f"{who}: “meets” and “does not meet Medicaid requirements” are both checked, perhaps for two sessions."
            )
            return self.incomplete(box.spot, found, fix=f"Look which box is whose. {_FIX}", entry=number)
        return self.passed(box.spot, f"{who}: the Medicaid boxes do not contradict each other.", entry=number)
