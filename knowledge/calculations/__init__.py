"""What can be worked out from the sources: pure functions that give a result with every step and its source."""

from knowledge.calculations.coordination import coordination_units
from knowledge.calculations.funding import (
    early_intervening_maximum,
    integrated_share,
    local_effort_offset,
    vendor_funding,
)
from knowledge.calculations.worked import Calculation, Impossible, Result, Step, money

__all__ = [
    "Calculation",
    "Impossible",
    "Result",
    "Step",
    "coordination_units",
    "early_intervening_maximum",
    "integrated_share",
    "local_effort_offset",
    "money",
    "vendor_funding",
]
