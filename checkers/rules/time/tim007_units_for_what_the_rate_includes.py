"""TIM007."""

from __future__ import annotations

import re

from checkers.document import RECORDS, Activity, Entry
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, EntryRule
from checkers.rules.itinerant import is_itinerants
from checkers.rules.naming import quoted, session
from checkers.rules.units import counted

_INCLUDED = {
    Activity.COORDINATION: "coordination of services",
    Activity.CPSE_MEETING: "a CPSE meeting",
    Activity.PARENT_CONFERENCE: "a parent conference",
    Activity.CLASSROOM_OBSERVATION: "classroom observation",
}
_FIX = "Take the units out of this entry, and keep the time in the notes: only direct and indirect hours are billed."
_NOT_BILLED = re.compile(
    r"\bnon[- ]?bill|\bnot (?:be )?(?:billed|billable|claimed)|\bno (?:charge|units?)\b|\bn/?b\b|\bunbilled\b"
    r"|\bincluded in (?:the )?(?:\w+ )?rate",
    re.IGNORECASE,
)


class UnitsForWhatTheRateIncludes(EntryRule):
    """A SEIT claims units for what the rate includes

    The SEIT's rate already pays for coordination of services, CPSE meetings, parent conferences and classroom
    observation. They have to be documented, but only direct and indirect hours of the IEP are billed.
    """

    code = "TIM007"
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (("schenectady-coordination", "SEIT Providers"), ("nysed-stac-training", "STAC-1, item 12: coordination"))
    bad = """\
        SEIT Session Note
        Child's Name: Max Sample
        Date of Service: 3/4/2026
        Time: 1:00 - 1:30 PM
        Service Type: SEIT
        Activity: Coordination of Services
        Units: 1
        [x] Does not meet Medicaid requirements
        Session Notes: Telephone conference with the OT about the schedule, and shared the progress of March.
        SEIT Signature: Electronically signed by Gwen Example, MS Ed, SEIT on 3/4/2026
        """
    good = """\
        SEIT Session Note
        Child's Name: Max Sample
        Date of Service: 3/4/2026
        Time: 1:00 - 1:30 PM
        Service Type: SEIT
        Activity: Coordination of Services
        Units: 0
        [x] Does not meet Medicaid requirements
        Session Notes: Telephone conference with the OT about the schedule, and shared the progress of March.
        SEIT Signature: Electronically signed by Gwen Example, MS Ed, SEIT on 3/4/2026
        """

    def judge_entry(self, entry: Entry, _case: Case) -> Outcome:
        """Look for units at the activities that are included in the rate."""
        number, claim = entry.number, entry.claim
        if not is_itinerants(entry):
            return self.inapplicable("The session is not told to be a SEIT's.", entry=number)
        if entry.activity not in _INCLUDED or entry.cancelled:
            return self.inapplicable("The session is none of what the SEIT's rate includes.", entry=number)
        what = _INCLUDED[entry.activity]
        if claim is None or not claim.number or _NOT_BILLED.search(claim.text):
            return self.passed(entry.spot, f"{session(entry)}, {what}, claims no units.", entry=number)
        units = counted(claim.number, "unit")
        if not entry.activity_certain or not claim.certain or _NOT_BILLED.search(entry.narrative):
            return self.incomplete(
                claim.spot,
                f"{session(entry)} may be {what}, which the SEIT's rate includes; there stands {quoted(claim.text)}.",
                fix=f"Look what the time went to, and whether units are claimed. {_FIX}",
                entry=number,
            )
        return self.violation(
            claim.spot,
            f"{session(entry)} claims {units} for {what}, which the SEIT's rate includes.",
            fix=_FIX,
            entry=number,
        )
