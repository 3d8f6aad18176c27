"""How a report is to be written: what the user chose, and what only the caller knows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Order(StrEnum):
    """By what findings are put together."""

    FILE = "file"
    RULE = "rule"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Manner:
    """`titles` gives a source's title by its id; `colour` adds ANSI colours, to text only."""

    version: str
    today: datetime.date
    titles: Mapping[str, str] = field(default_factory=dict)
    all_outcomes: bool = False
    colour: bool = False
    by: Order = Order.FILE
    redacted: bool = False
    """Whether the reports have passed `checkers.reports.redact`, for a report to say so."""
    basis: str = ""
    """That of `checkers.basis`, for the lines of `jsonl` to say what they rest on; "" to leave that out."""
