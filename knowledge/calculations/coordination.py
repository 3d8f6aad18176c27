"""Minutes of coordination into half-hour units, with Schenectady County's limits."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from knowledge.calculations.worked import Calculation, Impossible, Result, Step, no_less_than_nothing

BLOCK = 30
"""Minutes of a unit."""
MOST = {False: 10, True: 2}
"""Units paid in a school year, and in a summer program."""
_MONTHLY = (
    "The county's sheet also speaks of one unit a month and does not say how that goes with the limits: "
    "ask the county before you bill more than one in a month."
)
_IEP = "The IEP's own duration comes first. With a SEIT, coordination is in the rate and nothing is added."
_CITES = (("schenectady-coordination", "The Reimbursement Process, items 1 to 3; starred note at the end"),)


def coordination_units(
    minutes: Sequence[int], *, claimed: int | None = None, before: int = 0, summer: bool = False
) -> Calculation:
    """How many units short periods of coordination come to.

    Args:
        minutes: the periods, each in minutes.
        claimed: the units that a claim states for them, to be held against the result.
        before: units already paid in the same school year or summer program.
        summer: whether it is a summer program.

    Raises:
        Impossible: for a period or a number of units below zero, or no period at all.
    """
    if not minutes:
        raise Impossible("there are no minutes to add up")
    no_less_than_nothing(minutes=min(minutes), units_paid_before=before, units_claimed=claimed or 0)
    total, most = sum(minutes), MOST[summer]
    whole, over = divmod(total, BLOCK)
    left = max(0, most - before)
    payable = min(whole, left)
    season = "a summer program" if summer else "a school year"
    steps = [
        Step("Minutes together", f"{' + '.join(map(str, minutes))} = {total}"),
        Step("Whole half-hour units", f"{total} ÷ {BLOCK} = {whole}, and {over} minutes over"),
        Step(f"Units left of the {most} for {season}", f"{most} − {before} = {left}" if before <= most else "none"),
        Step("Units that can be paid", f"the lesser of {whole} and {left}: {payable}"),
    ]
    results = [_count("units", "whole units", whole), _count("minutes_over", "minutes over", over)]
    results.append(_count("payable", "units that can be paid", payable))
    if claimed is not None:
        steps.append(Step("Claimed beside payable", f"{claimed} − {payable} = {claimed - payable}"))
        results.append(_count("too_many", "units claimed beyond that", max(0, claimed - payable)))
    return Calculation("Coordination units", tuple(results), tuple(steps), (_MONTHLY, _IEP), _CITES)


def _count(name: str, what: str, value: int) -> Result:
    return Result(name, what, Fraction(value), str(value))
