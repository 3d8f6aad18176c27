"""What a rule says of one thing it looked at: one of four outcomes, with its evidence.

The outcomes, severities and their meaning are those of the rule catalogue. An outcome describes the paper, never its
author.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checkers.layout import Place
from checkers.waivers.waiver import Waiver


class Verdict(StrEnum):
    """The four outcomes."""

    VIOLATION = "violation"
    INCOMPLETE = "incomplete"
    PASS = "pass"  # noqa: S105 - an outcome's name, no password
    INAPPLICABLE = "inapplicable"


class Severity(StrEnum):
    """How much a violation matters."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Owner(StrEnum):
    """Who can mend a fault."""

    WRITER = "writer"
    """Whoever writes that kind of document; `checkers.ownership` says who that is."""
    PROVIDER = "provider"
    SUPERVISOR = "supervisor"
    PARENT = "parent"
    DISTRICT = "district"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the document with the words that stand there."""

    place: Place
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome of one rule.

    `message` says what was found (for `inapplicable`: why the rule has no subject here); `fix` what to do about it;
    `entry` is the number of the entry it speaks of, None for the whole document; `severity` is given only for a
    violation; `owner` only where somebody else can mend it than the rule says; `waiver` where somebody let it stand.
    """

    rule: str
    verdict: Verdict
    message: str
    fix: str = ""
    spot: Spot | None = None
    entry: int | None = None
    severity: Severity | None = None
    owner: Owner | None = None
    waiver: Waiver | None = None
