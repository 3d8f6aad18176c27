"""What a thread does one by one, shown by the handful: each showing lays out the screen, and keys want to be heard."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from textual.widget import Widget

_BREATH = 0.2
"""In seconds: so long what comes is gathered, before it is shown."""

T = TypeVar("T")


class Handfuls(Generic[T]):
    """Shows the first at once by `show`, on the thread of `widget`; what comes within a moment after it, together."""

    def __init__(self, widget: Widget, show: Callable[[Sequence[T]], None]) -> None:
        self._widget = widget
        self._show = show
        self._waiting: deque[T] = deque()
        self._is_due = False
        self._shown = 0.0

    def add(self, item: T) -> None:
        """Take one more, in the thread that it comes from."""
        self._waiting.append(item)
        if not self._is_due:
            self._is_due = True
            self._widget.app.call_from_thread(self._plan)

    def _plan(self) -> None:
        wait = self._shown + _BREATH - time.monotonic()
        if wait > 0:
            self._widget.set_timer(wait, self.show_all)
        else:
            self.show_all()

    def show_all(self) -> None:
        """Show what there is, on the widget's thread."""
        self._is_due = False  # before it is emptied: what comes meanwhile is shown now or planned anew
        self._shown = time.monotonic()
        items = [self._waiting.popleft() for _ in range(len(self._waiting))]
        if items:
            self._show(items)
