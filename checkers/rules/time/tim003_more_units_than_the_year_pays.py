"""TIM003."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checkers.document import RECORDS, Document, Entry
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.children import children_of
from checkers.rules.itinerant import coordination_of_related_services, may_be_itinerants, why_no_coordination
from checkers.rules.naming import number_of
from checkers.rules.school_years import Period, period_of
from checkers.rules.units import block_name, claimed, counted, documented, number, unit_of

_FIX = (
    "Compare with what was billed before, and take out what exceeds it. The county pays {year} a school year "
    "(September to June) and {summer} a summer program (July and August)."
)


class MoreUnitsThanTheYearPays(Rule):
    """More units of coordination are claimed than a year or summer pays

    Coordination of services by a related service provider is paid for up to 10 half-hour blocks in a school year, from
    September to June, and 2 in a summer program, in July and August. What is claimed beyond is not paid.
    """

    code = "TIM003"
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (
        ("schenectady-coordination", "Related Service Coordinators, item 3"),
        ("nysed-stac-training", "STAC-1, item 12: coordination"),
    )
    bad = """\
        Coordination of Services Notes
        Child's Name: Uma Sample
        Provider: Dana Example, CCC-SLP
        Service Type: Speech Therapy
        Activity: Coordination of Services
        [x] Does not meet Medicaid requirements

        | Date of Service | Time In | Time Out | Units | Session Notes |
        | --- | --- | --- | --- | --- |
        | 7/7/2026 | 3:00 PM | 4:00 PM | 2 | Telephone conference with the OT about the summer schedule. |
        | 8/4/2026 | 3:00 PM | 3:30 PM | 1 | Gathered the progress reports of the OT and the PT. |

        Electronically signed by Dana Example, CCC-SLP on 8/4/2026
        """
    good = """\
        Coordination of Services Notes
        Child's Name: Uma Sample
        Provider: Dana Example, CCC-SLP
        Service Type: Speech Therapy
        Activity: Coordination of Services
        [x] Does not meet Medicaid requirements

        | Date of Service | Time In | Time Out | Units | Session Notes |
        | --- | --- | --- | --- | --- |
        | 6/9/2026 | 3:00 PM | 4:00 PM | 2 | Telephone conference with the OT about the summer schedule. |
        | 8/4/2026 | 3:00 PM | 3:30 PM | 1 | Gathered the progress reports of the OT and the PT. |

        Electronically signed by Dana Example, CCC-SLP on 8/4/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Count the units of each school year and each summer program apart, for each child."""
        entries = coordination_of_related_services(case.doc)
        dated = [entry for entry in entries if _day(entry)]
        if not dated:
            reason = "No session of coordination is dated." if entries else why_no_coordination(case.doc)
            yield self.inapplicable(reason)
        elif any(entry.claim for entry in entries):
            undated = [entry for entry in entries if not _day(entry)]
            for period, inside in _by_year(case.doc, dated):
                yield self._judge_units(case, period, inside, undated)
        else:
            yield from self._without_units(case, dated)

    def _judge_units(self, case: Case, period: Period, inside: Sequence[Entry], undated: Sequence[Entry]) -> Outcome:
        most = _most(case, period)
        counts = _counts(inside)
        spot = next((entry.claim.spot for entry in inside if entry.claim), inside[0].spot)
        fix = _fix(case)
        shown = f"{counted(counts.all, 'unit')} in {period}; {number(most)} are paid"
        if counts.least > most and unit_of(case.doc, _block(case)) == _block(case):
            return self.violation(
                spot, f"Too many units of coordination are claimed: {shown}.", fix=fix, entry=number_of(inside)
            )
        may_be = counts.all + sum(entry.units or 0 for entry in undated)
        if may_be > most:
            return self.incomplete(
                spot,
                f"There may be too many units of coordination: {shown}. Tandem is not sure of every date, unit or row.",
                fix=fix,
                entry=number_of(inside),
            )
        return self.passed(
            spot, f"The units of coordination are within what is paid: {shown}.", entry=number_of(inside)
        )

    def _without_units(self, case: Case, dated: Sequence[Entry]) -> Iterator[Outcome]:
        """Where no session claims units: the document's total, else the blocks that the minutes make."""
        total = claimed(case.doc, coordination_of_related_services(case.doc))
        groups = list(_by_year(case.doc, dated))
        if total and len(groups) == 1:
            period, inside = groups[0]
            most = _most(case, period)
            shown = f"{counted(total.units, 'unit')} in {period}; {number(most)} are paid"
            if total.units <= most:
                yield self.passed(total.spot, f"The units of coordination are within what is paid: {shown}.")
            elif total.certain and all(map(_is_sure, inside)):
                found = f"Too many units of coordination are claimed: {shown}."
                yield self.violation(total.spot, found, fix=_fix(case))
            else:
                found = f"There may be too many units of coordination: {shown}."
                yield self.incomplete(total.spot, found, fix=_fix(case))
            return
        for period, inside in groups:
            yield self._judge_blocks(case, period, inside)

    def _judge_blocks(self, case: Case, period: Period, inside: Sequence[Entry]) -> Outcome:
        block, most = _block(case), _most(case, period)
        lengths = [length.minutes for entry in inside if (length := documented(entry))]
        blocks = sum(lengths) // block
        shown = f"{counted(blocks, block_name(block))} in {period}; {number(most)} are paid"
        if blocks > most:
            return self.incomplete(
                inside[0].spot,
                f"The document claims no units; the minutes of coordination make {shown}.",
                fix=f"Look how many units are billed for them: more may be done than is paid. {_fix(case)}",
                entry=number_of(inside),
            )
        return self.inapplicable(f"The document claims no units of coordination for {period}.", entry=number_of(inside))


@dataclass(frozen=True, slots=True)
class _Counts:
    """The units of some sessions: as they stand there, and what certainly remains with doubtful ones left out."""

    all: float
    least: float


def _counts(entries: Sequence[Entry]) -> _Counts:
    """Count units. Two rows of one day that may be one session written down twice count once among the certain."""
    untimed = {_day(entry) for entry in entries if not entry.times}
    certain: dict[Hashable, float] = {}
    for entry in entries:
        if entry.claim and entry.claim.certain and _is_sure(entry):
            day = _day(entry)
            key = day, () if day in untimed else tuple((time.start, time.end) for time in entry.times)
            certain[key] = max(certain.get(key, 0), entry.claim.number)
    return _Counts(sum(entry.units or 0 for entry in entries), sum(certain.values()))


def _is_sure(entry: Entry) -> bool:
    return entry.activity_certain and not may_be_itinerants(entry)


def _by_year(doc: Document, entries: Iterable[Entry]) -> Iterator[tuple[Period, list[Entry]]]:
    """The sessions of each child in each school year or summer program, the earliest first."""
    children = children_of(doc)
    groups: dict[tuple[Period, tuple[str, ...]], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.date and entry.date.date:
            groups[period_of(entry.date.date), tuple(sorted(children[entry.number]))].append(entry)
    for period, child in sorted(groups):
        yield period, groups[period, child]


def _day(entry: Entry) -> datetime.date | None:
    return entry.date.date if entry.date else None


def _block(case: Case) -> int:
    return case.profile.figures["block_minutes"]


def _most(case: Case, period: Period) -> int:
    return case.profile.figures["coordination_units_summer" if period.summer else "coordination_units_school_year"]


def _fix(case: Case) -> str:
    figures = case.profile.figures
    year = counted(figures["coordination_units_school_year"], "unit")
    return _FIX.format(year=year, summer=number(figures["coordination_units_summer"]))
