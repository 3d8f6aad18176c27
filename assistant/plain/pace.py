"""How often a long run says how far it has come."""

from __future__ import annotations

import time
from collections.abc import Callable

_SECONDS = 5.0
"""So long nothing is said between two words: whoever listens hears each to its end."""


class Pace:
    """Tells when another word is due; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said = clock()

    def is_due(self) -> bool:
        """Whether something is to be said now; the time begins anew where it is."""
        due = self._clock() - self._said >= _SECONDS
        if due:
            self._said = self._clock()
        return due
