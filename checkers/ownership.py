"""Who can mend a finding: the person its outcome names, else the one its rule names."""

from __future__ import annotations

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.registry import find_rule

_WRITERS = {Kind.DRAFT_IEP: Owner.DISTRICT, Kind.STAC1: Owner.DISTRICT}
"""Whose document it is; a record or an IFSP is its provider's (the service coordinator is one)."""


def owner_of(outcome: Outcome, kind: Kind) -> Owner:
    """Who can mend what was found in a document of that kind; never `Owner.WRITER`."""
    owner = outcome.owner or find_rule(outcome.rule).owner
    return _WRITERS.get(kind, Owner.PROVIDER) if owner is Owner.WRITER else owner
