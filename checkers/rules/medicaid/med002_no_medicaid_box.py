"""MED002."""

from __future__ import annotations

from checkers.document import Activity, Document, Entry, Kind
from checkers.outcome import Outcome
from checkers.rule import Case, EntryRule
from checkers.rules.medicaid_box import medicaid_box_of, says_not_medicaid
from checkers.rules.naming import session


class NoMedicaidBox(EntryRule):
    """A coordination note has no Medicaid box

    Schenectady County wants "Does not meet Medicaid requirements" checked for all coordination of services. A form
    without that box gives no place to say so. A sentence that says the same is enough.
    """

    code = "MED002"
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

    def judge_entry(self, entry: Entry, case: Case) -> Outcome:
        """Look for the box, or for words that say the same."""
        number = entry.number
        if entry.activity is not Activity.COORDINATION or entry.cancelled:
            return self.inapplicable("The session is no coordination of services.", entry=number)
        if box := medicaid_box_of(entry, case.doc):
            return self.passed(box.spot, "The note has the Medicaid box.", entry=number)
        if _states_it(entry, case.doc):
            return self.passed(entry.spot, "The note says that it does not meet Medicaid requirements.", entry=number)
        spot = entry.activity_spot or entry.spot
        found = "and neither a box nor a sentence says that it does not meet Medicaid requirements."
        fix = "Use a form with the box “Does not meet Medicaid requirements”, checked, or write these words down."
        if entry.form and entry.activity_certain:
            return case.missing(
                self.violation(spot, f"{session(entry)} is coordination of services, {found}", fix=fix, entry=number)
            )
        kind = "is" if entry.activity_certain else "reads like"
        return self.incomplete(
            spot, f"{session(entry)} {kind} coordination of services, {found}", fix=fix, entry=number
        )


def _states_it(entry: Entry, doc: Document) -> bool:
    """Whether the session's lines, or lines of no session, say so; a sentence may run over two lines."""
    for order, line in enumerate(doc.lines):
        owner = next((each for each in doc.entries if each.first <= order <= each.last), None)
        if owner in (entry, None):
            following = doc.lines[order + 1].text if order + 1 < len(doc.lines) else ""
            if says_not_medicaid(line.text) or (
                "edicaid" in line.text and says_not_medicaid(f"{line.text} {following}")
            ):
                return True
    return False
