"""Drawing from the pools of `people.toml`, always the same for the same seed."""

from __future__ import annotations

import datetime
import random
from functools import cache
from pathlib import Path
from typing import Any

import tomli

TODAY = datetime.date(2026, 6, 15)
"""The day as of which the documents are checked."""
_FIRST, _LAST = datetime.date(2025, 9, 9), datetime.date(2026, 5, 21)
_HOLIDAYS = frozenset(map(datetime.date.fromisoformat, ("2025-11-11", "2025-11-27", "2025-12-25", "2026-01-01")))
_TUESDAY, _THURSDAY = 1, 3


@cache
def pools() -> dict[str, Any]:
    """The content of `people.toml`."""
    return tomli.loads(Path(__file__).with_name("people.toml").read_text("utf-8"))


def drawn_by(seed: int, what: str = "") -> random.Random:
    """A source of chance for a document, or for one matter of it."""
    return random.Random(f"{seed} {what}")  # noqa: S311 - variety, not secrecy


def label(chance: random.Random, meaning: str) -> str:
    """One of the labels that forms use for it."""
    found: str = chance.choice(pools()["labels"][meaning])
    return found


def school_days(chance: random.Random, count: int) -> list[datetime.date]:
    """So many Tuesdays to Thursdays of the school year in order, none a holiday."""
    every = (_FIRST + datetime.timedelta(days) for days in range((_LAST - _FIRST).days + 1))
    days = [day for day in every if _TUESDAY <= day.weekday() <= _THURSDAY and day not in _HOLIDAYS]
    return sorted(chance.sample(days, count))


def written(day: datetime.date, style: int) -> str:
    """A day as people write it; one hand keeps to one style."""
    styles = (
        f"{day.month}/{day.day}/{day.year}",
        f"{day:%m/%d/%Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.month}/{day.day}/{day:%y}",
    )
    return styles[style % len(styles)]


def clock(minutes: int) -> str:
    """A time of day, given in minutes after midnight, as people write it."""
    hour = minutes // 60
    return f"{(hour - 1) % 12 + 1}:{minutes % 60:02} {'AM' if hour < NOON else 'PM'}"


NOON = 12
