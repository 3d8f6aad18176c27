"""The pace of the machine: how long a small fixed piece of work takes of its processor right now.

Where other programs share the memory and the cores, the same work takes up to 1.6 times the processor seconds that it
takes alone. A bound in seconds is kept on such a machine too where the seconds are told `at_ordinary_pace`.
"""

from __future__ import annotations

import re
import time

ORDINARY = 0.0210
"""What `seconds_of_fixed_work` gives at the ordinary pace: that of one core of an AMD EPYC processor at its quickest,
with CPython 3.11. A laptop of the last years is no slower."""

_LINE = "Date of Service: 2/10/2026   Time: 9:00 - 9:30 AM   Therapist Signature: ____________ "
_WORD = re.compile(r"[^\W\d_]+|\d+(?=/)")
_ROUNDS = 4_000


def seconds_of_fixed_work() -> float:
    """The seconds of the processor for work like that of a check: patterns, words in small letters, a dictionary."""
    start = time.process_time()
    seen: dict[str, int] = {}
    for number in range(_ROUNDS):
        for word in _WORD.findall(f"{number} {_LINE}"):
            seen[word.casefold()] = seen.get(word, 0) + number
    return time.process_time() - start


def at_ordinary_pace(seconds: float, before: float, after: float) -> float:
    """The seconds that the same work takes on an ordinary laptop, by the fixed work just `before` and `after` it."""
    return seconds * ORDINARY * 2 / (before + after)
