"""MED003."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checkers.document import RECORDS, Activity, Entry
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.medicaid_box import MedicaidBox, State, medicaid_boxes
from checkers.rules.naming import listed, number_of, session


class BoxCheckedOnDirectSession(Rule):
    """The Medicaid box is checked on a direct session

    "Does not meet Medicaid requirements" is meant for coordination of services. On a direct session it can be right (an
    evaluation, a session before the supervisor's first visit, a service that Medicaid does not pay), or a slip by
    which the county loses what Medicaid would have paid. A person has to tell.
    """

    code = "MED003"
    severity = None
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (
        ("schenectady-coordination", "The Reimbursement Process, item 5"),
        ("cpse-portal", "Supervision: billing errors"),
    )
    bad = """\
        Progress Note
        Child's Name: Noa Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Activity: Direct
        [x] Does not meet Medicaid requirements
        Session Notes: Noa named six of eight pictures after one spoken cue.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Noa Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Activity: Direct
        [ ] Does not meet Medicaid requirements
        Session Notes: Noa named six of eight pictures after one spoken cue.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge the box of each direct session; one that stands once for several of them once."""
        boxes = medicaid_boxes(case.doc)
        shared: dict[MedicaidBox, list[Entry]] = defaultdict(list)
        for entry in case.doc.entries:
            if entry.activity is not Activity.DIRECT or entry.cancelled:
                yield self.inapplicable("The session is no direct service.", entry=entry.number)
            elif entry.number not in boxes or not boxes[entry.number].is_of(entry):
                yield self.inapplicable("The note has no Medicaid box.", entry=entry.number)
            else:
                shared[boxes[entry.number]].append(entry)
        for box, entries in shared.items():
            yield self._judge_box(box, entries)
        if not case.doc.entries:
            yield self.inapplicable("The document has no sessions.")

    def _judge_box(self, box: MedicaidBox, entries: Sequence[Entry]) -> Outcome:
        number, who = number_of(entries), listed([session(entry) for entry in entries])
        if box.state in (State.BOTH, State.MIXED):
            return self.inapplicable("The Medicaid boxes contradict each other; see MED004.", entry=number)
        if box.state is State.NOT_CHECKED:
            return self.passed(box.spot, f"{who}: the Medicaid box is not checked.", entry=number)
        certain = all(entry.activity_certain for entry in entries)
        of = "direct service" if certain else "what reads like direct service"
        found = (
            f"The box “Does not meet Medicaid requirements” is checked for {of}: {who}."
            if box.state is State.CHECKED
            else f"Tandem cannot tell whether the Medicaid box is checked for {of}: {who}."
        )
        return self.incomplete(
            box.spot,
            found,
            fix="Confirm that this session does not meet Medicaid requirements (an evaluation, a session before the "
            "supervisor's first visit, a service that Medicaid does not pay). If it does, uncheck the box.",
            entry=number,
        )
