"""ACT001."""

from __future__ import annotations

import re

from checkers.document import Activity, Entry, Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, EntryRule
from checkers.rules.filling import holds_place, is_empty
from checkers.rules.naming import listed, quoted, session
from checkers.understand.narratives import Shown, coordination_shown

_ELSEWHERE = re.compile(r"(?:\bsee\b|\battached\b|\brefer to\b|cpse\s?exchange)", re.IGNORECASE)
_LONGEST_POINTER = 10
_NAMED_BY_FORM = ("activity", "aims")


class NoCoordinationActivity(EntryRule):
    """A coordination note shows none of the coordination activities

    Schenectady County lists seven activities that are coordination of services, and wants the note to say which of
    them was done: arranging the schedule; sharing information with the other providers; gathering their progress
    reports; attending meetings of the CPSE; giving the parents progress information at the CPSE's request; telephone
    conferences and other communication; completing the draft IEP and goals. Tandem looks for the words by which a note
    tells of one. It may miss one that is told in other words, so this is never more than something to look at.
    """

    code = "ACT001"
    severity = None
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.PROGRESS_NOTE, Kind.ATTENDANCE_LOG})
    cites = (
        ("schenectady-coordination", "Appropriate coordination activities, items 1-7"),
        ("schenectady-coordination", "The Reimbursement Process, item 4"),
    )
    bad = """\
        Coordination of Services Note
        Child's Name: Maya Sample
        Date of Service: 3/3/2026
        Time: 3:00 - 3:30 PM
        Activity: Coordination of Services
        [x] Does not meet Medicaid requirements
        Session Notes: Half an hour for Maya as planned, no problems to tell of.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """
    good = """\
        Coordination of Services Note
        Child's Name: Maya Sample
        Date of Service: 3/3/2026
        Time: 3:00 - 3:30 PM
        Activity: Coordination of Services
        [x] Does not meet Medicaid requirements
        Session Notes: Spoke with the PT about moving Maya's Tuesday session to Thursday.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """

    def judge_entry(self, entry: Entry, case: Case) -> Outcome:
        """Look for the seven activities in what a coordination session tells."""
        number = entry.number
        if entry.activity is not Activity.COORDINATION or entry.cancelled:
            return self.inapplicable("The session is no coordination of services.", entry=number)
        if shown := coordination_shown(_told(entry)):
            return self.passed(entry.spot, f"{session(entry)} shows coordination: {_named(shown)}.", entry=number)
        if case.doc.kind is Kind.ATTENDANCE_LOG:
            return self.inapplicable("The activity is told in the progress note, not in the log.", entry=number)
        field = entry.narrative_field
        if not entry.narrative.strip() or (field and (is_empty(field) or holds_place(field))):
            return self.inapplicable("The session has no narrative; see ACT002 and DOC005.", entry=number)
        if _ELSEWHERE.search(entry.narrative) and len(entry.narrative.split()) <= _LONGEST_POINTER:
            return self.inapplicable("The narrative stands elsewhere; see ACT002.", entry=number)
        return self.incomplete(
            field.spot if field else entry.spot,
            f"{session(entry)} is coordination of services; Tandem finds none of the seven coordination activities in "
            f"{quoted(entry.narrative)}.",
            fix="Confirm that the note says what was coordinated: scheduling, sharing or gathering information, a CPSE "
            "meeting, progress for the parents, a telephone conference, or the draft IEP.",
            entry=number,
        )


def _told(entry: Entry) -> str:
    """The narrative, and what the form names beside it: ticked boxes, and the line for the activity."""
    ticked = [box.label for box in entry.boxes if box.checked and "medicaid" not in box.label.casefold()]
    boxed = [box.spot.text for box in entry.boxes if box.spot.text]
    filled = [field.value for field in entry.fields if field.key in _NAMED_BY_FORM]
    named = [value for value in filled if not any(each in value for each in boxed)]
    return "\n".join([entry.narrative, *ticked, *named])


def _named(shown: tuple[Shown, ...]) -> str:
    return listed([f"{each.name} ({quoted(each.words)})" for each in shown])
