"""MED002."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import Activity, Document, Entry, Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.medicaid_box import medicaid_boxes, says_not_medicaid
from checkers.rules.naming import quoted, session

_NUMBER = re.compile(r"#|\b(?:no|number|id|cin|consent)\b", re.IGNORECASE)


class NoMedicaidBox(Rule):
    """A coordination note has no Medicaid box

    Schenectady County wants "Does not meet Medicaid requirements" checked for all coordination of services. A form
    without that box gives no place to say so. A sentence that says the same is enough.
    """

    code = "MED002"
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.PROGRESS_NOTE})
    cites = (("schenectady-coordination", "The Reimbursement Process, item 5"),)
    bad = """\
        Coordination of Services Note
        Child's Name: Leo Sample
        Date of Service: 3/3/2026
        Time: 3:00 - 3:30 PM
        Activity: Coordination of Services
        Session Notes: Gathered progress reports from the OT and the PT for the annual review.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """
    good = """\
        Coordination of Services Note
        Child's Name: Leo Sample
        Date of Service: 3/3/2026
        Time: 3:00 - 3:30 PM
        Activity: Coordination of Services
        [x] Does not meet Medicaid requirements
        Session Notes: Gathered progress reports from the OT and the PT for the annual review.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for the box of each coordination session, or for words that say the same."""
        boxes = medicaid_boxes(case.doc)
        stated = list(_lines_that_say_so(case.doc))
        for entry in case.doc.entries:
            if entry.activity is not Activity.COORDINATION or entry.cancelled:
                yield self.inapplicable("The session is no coordination of services.", entry=entry.number)
            elif box := boxes.get(entry.number):
                yield self.passed(box.spot, "The note has the Medicaid box.", entry=entry.number)
            elif any(_is_about(order, entry, case.doc) for order in stated):
                yield self.passed(
                    entry.spot, "The note says that it does not meet Medicaid requirements.", entry=entry.number
                )
            else:
                yield self._without_box(entry, case)
        if not case.doc.entries:
            yield self.inapplicable("The document has no sessions.")

    def _without_box(self, entry: Entry, case: Case) -> Outcome:
        spot = entry.activity_spot or entry.spot
        kind = "is" if entry.activity_certain else "reads like"
        found = self.incomplete(
            spot,
            f"{session(entry)} {kind} coordination of services, and neither a box nor a sentence says that it does not "
            "meet Medicaid requirements.",
            fix="Use a form with the box “Does not meet Medicaid requirements”, checked, or write these words down.",
            entry=entry.number,
        )
        if not entry.form or not entry.activity_certain:
            return found
        if word := _field_on_medicaid(entry):
            return self.incomplete(
                spot,
                f"{session(entry)} is coordination; the form asks about Medicaid in other words: {quoted(word)}.",
                fix="Confirm that it says that the session does not meet Medicaid requirements.",
                entry=entry.number,
            )
        return case.missing(self.violation(spot, found.message, fix=found.fix, entry=entry.number))


def _field_on_medicaid(entry: Entry) -> str:
    """The label of a field or box of the session that speaks of Medicaid, and not of the child's number there."""
    labels = (*(field.label for field in entry.fields), *(box.label for box in entry.boxes))
    return next((label for label in labels if "medicaid" in label.casefold() and not _NUMBER.search(label)), "")


def _lines_that_say_so(doc: Document) -> Iterator[int]:
    """The lines that state it; a sentence may run on into the next line."""
    for order, line in enumerate(doc.lines):
        if "edicaid" in line.text or "EDICAID" in line.text:
            following = doc.lines[order + 1].text if order + 1 < len(doc.lines) else ""
            if says_not_medicaid(line.text) or says_not_medicaid(f"{line.text} {following}"):
                yield order


def _is_about(order: int, entry: Entry, doc: Document) -> bool:
    """Whether a line is the session's own, or stands outside of all sessions and so is about each."""
    owner = next((each for each in doc.entries if each.first <= order <= each.last), None)
    return owner is None or owner is entry
