"""How far a long run has come, on standard error where that is a terminal: done of all, findings so far, time left."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from checkers.reports.wording import counted

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SECONDS_BETWEEN = 0.1


class ProgressBar:
    """One line that is drawn anew as files are done, and taken away when others write to the terminal.

    Nothing at all for a single file, where standard error is no terminal, or on one that only types ("dumb").
    """

    def __init__(self, total: int, done: int = 0) -> None:
        self._bar: Progress | None = None
        self._findings = 0
        self._drawn = 0.0
        if total - done > 1 and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            self._bar, self._task = _bar(total, done)

    def show(self) -> None:
        """Draw it, unless it was drawn just now."""
        if self._bar and time.monotonic() - self._drawn > _SECONDS_BETWEEN:
            if self._drawn:
                self._bar.refresh()
            else:
                self._bar.start()
            self._drawn = time.monotonic()

    def count(self, findings: int) -> None:
        """One more file is done, with so many findings."""
        self._findings += findings
        if self._bar:
            self._bar.update(self._task, advance=1, findings=counted(self._findings, "finding"))

    def hide(self) -> None:
        """Take it from the terminal; `show` brings it back."""
        if self._bar and self._drawn:
            self._bar.stop()
            self._drawn = 0.0


def _bar(total: int, done: int) -> tuple[Progress, TaskID]:
    from rich.console import Console  # noqa: PLC0415 - for long runs at a terminal alone
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    bar = Progress(
        TextColumn("Checking: {task.completed:,.0f} of {task.total:,.0f}"),
        BarColumn(20, complete_style="cyan", finished_style="cyan"),  # the library's own red looks like a warning
        TextColumn("{task.fields[findings]}, time left", markup=False),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,  # results go where they were to go
        redirect_stderr=False,
    )
    return bar, bar.add_task("", total=total, completed=done, findings=counted(0, "finding"))
