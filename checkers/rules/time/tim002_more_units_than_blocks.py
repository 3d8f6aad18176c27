"""TIM002."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checkers.document import RECORDS, Entry, Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.itinerant import coordination_of_related_services, may_be_itinerants, why_no_coordination
from checkers.rules.naming import listed, number_of, session
from checkers.rules.units import Claimed, block_name, claimed, counted, documented, sum_shown, unit_of

_ADDED_ELSEWHERE = re.compile(
    r"\baggregat|\bcombin\w+ with|\badded to\b|\bcarr(?:y|ied)[- ](?:over|forward)", re.IGNORECASE
)
_SEES_MISSING_TIME = frozenset({Kind.PROGRESS_NOTE, Kind.ATTENDANCE_LOG})
"""Kinds in which TIM001 speaks of a session without any time."""


class MoreUnitsThanBlocks(Rule):
    """More units of coordination are claimed than the minutes make

    Coordination is paid in blocks of half an hour. Periods shorter than that may be added up: 20 minutes on one day and
    10 on another make one block. Each unit claimed needs a whole block of minutes that the paper shows.
    """

    code = "TIM002"
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (("schenectady-coordination", "Related Service Coordinators, items 1 and 2"),)
    bad = """\
        Coordination of Services Notes
        Child's Name: Eli Sample
        Provider: Dana Example, CCC-SLP
        Service Type: Speech Therapy
        Activity: Coordination of Services
        [x] Does not meet Medicaid requirements

        | Date of Service | Time In | Time Out | Units | Session Notes |
        | --- | --- | --- | --- | --- |
        | 3/3/2026 | 3:00 PM | 3:35 PM | 1 | Telephone conference with the OT about the schedule. |
        | 3/5/2026 | 3:00 PM | 3:20 PM | 1 | Gathered the progress reports of the OT and the PT. |

        Electronically signed by Dana Example, CCC-SLP on 3/5/2026
        """
    good = """\
        Coordination of Services Notes
        Child's Name: Eli Sample
        Provider: Dana Example, CCC-SLP
        Service Type: Speech Therapy
        Activity: Coordination of Services
        [x] Does not meet Medicaid requirements

        | Date of Service | Time In | Time Out | Units | Session Notes |
        | --- | --- | --- | --- | --- |
        | 3/3/2026 | 3:00 PM | 3:35 PM | 1 | Telephone conference with the OT about the schedule. |
        | 3/5/2026 | 3:00 PM | 3:25 PM | 1 | Gathered the progress reports of the OT and the PT. |

        Electronically signed by Dana Example, CCC-SLP on 3/5/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Add up the minutes of all coordination in the document and hold the units claimed against them."""
        entries = coordination_of_related_services(case.doc)
        claim = claimed(case.doc, entries) if entries else None
        if not entries:
            yield self.inapplicable(why_no_coordination(case.doc))
        elif claim is None:
            yield self.inapplicable("The document claims no units of coordination.")
        else:
            yield self._judge_claim(case, entries, claim)

    def _judge_claim(self, case: Case, entries: Sequence[Entry], claim: Claimed) -> Outcome:
        block = case.profile.figures["block_minutes"]
        lengths = [length for entry in entries if (length := documented(entry))]
        minutes = sum(length.minutes for length in lengths)
        blocks = minutes // block
        shown = (
            f"{sum_shown([length.minutes for length in lengths])}, {counted(blocks, block_name(block))}; "
            f"{counted(claim.units, 'unit')} claimed"
        )
        number = number_of(entries)
        if claim.units <= blocks:
            return self.passed(claim.spot, f"The units of coordination fit the minutes: {shown}.", entry=number)
        untimed = [entry for entry in entries if documented(entry) is None]
        timed = claimed(case.doc, [entry for entry in entries if entry not in untimed])
        if untimed and case.doc.kind in _SEES_MISSING_TIME and (timed is None or timed.units <= blocks):
            return self.inapplicable("A session does not say how long it was; see TIM001 and DAT004.", entry=number)
        fix = (
            f"Claim {counted(blocks, 'unit')}, or write down the minutes that are missing. Periods of less than "
            f"{block} minutes may be added up, but each unit needs {block} minutes."
        )
        if doubt := _doubt(case, entries, claim, untimed, minutes):
            return self.incomplete(
                claim.spot,
                f"More units of coordination seem to be claimed than the minutes make: {shown}. {doubt}",
                fix=f"Compare the units with the minutes. {fix}",
                entry=number,
            )
        return case.missing(
            self.violation(
                claim.spot,
                f"More units of coordination are claimed than the minutes make: {shown}.",
                fix=fix,
                entry=number,
            )
        )


def _doubt(case: Case, entries: Sequence[Entry], claim: Claimed, untimed: Sequence[Entry], minutes: int) -> str:
    """Why the sum is not certain, "" where it is."""
    block = case.profile.figures["block_minutes"]
    claiming = [entry for entry in entries if entry.claim] or entries
    if untimed:
        return f"{listed([session(entry) for entry in untimed])}: no length that Tandem can read."
    if (unit := unit_of(case.doc, block)) != block:
        return f"The paper counts units of {unit} minutes."
    if not claim.units.is_integer() and claim.units * block <= minutes:
        return "A part of a unit can be paid only together with other minutes."
    if any(_ADDED_ELSEWHERE.search(entry.narrative) for entry in entries):
        return "The notes speak of minutes added to others."
    if any(may_be_itinerants(entry) for entry in claiming):
        return "The paper names a SEIT too, whose coordination is included in the rate."
    if not all(entry.activity_certain for entry in claiming):
        return "That the time went to coordination is told by the notes alone."
    lengths = (documented(entry) for entry in entries)
    if not claim.certain or not all(length.certain for length in lengths if length):
        return "Units or minutes stand in running text."
    return ""
