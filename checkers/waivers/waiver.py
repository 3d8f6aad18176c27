"""What a waiver is: a rule's findings in one document that somebody let stand, and why."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Standing(StrEnum):
    """Whether a waiver holds, and if not, why."""

    HOLDS = "holds"
    CHANGED = "changed"
    """The document is no longer the one it was given for."""
    EXPIRED = "expired"
    UNUSED = "unused"
    """There is nothing that it could let stand."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """`sha256` is that of the document it holds for, `on` the day it was given, `until` the last day it holds.

    `entry` None: for all that the rule finds in the document. `reason` and `by` are "" where a report leaves them out.
    """

    rule: str
    reason: str
    by: str
    on: datetime.date
    sha256: str
    entry: int | None = None
    until: datetime.date | None = None


class Examined(NamedTuple):
    """A waiver, and whether it holds for a document as it is today."""

    waiver: Waiver
    standing: Standing
