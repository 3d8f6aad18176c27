"""The finder behind the answers, opened in a thread while one reads: the first question would wait a second for it.

It must not be used from two threads at once. So a thread only opens it, under a lock, and all asking is done by the
screens after that.
"""

from __future__ import annotations

from threading import Event, Lock

from knowledge import load
from knowledge.asking import ask

OPENING = "One moment: the knowledge base is being opened."

_opened, _one_at_a_time = Event(), Lock()


def is_open() -> bool:
    """Whether questions are answered at once, and may be asked."""
    return _opened.is_set()


def open_finder() -> None:
    """Open it; comes back when it is open, whoever opens it."""
    with _one_at_a_time:
        if not is_open():
            ask(load(), "Who coordinates?")
            _opened.set()
