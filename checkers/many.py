"""Many files checked one after the other, or side by side in worker processes: the reports come in path order, lean.

However many files there are, memory does not grow with them.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path

from checkers.check import FileReport, Options, check_file
from checkers.reports.lean import lean

FILES_A_WORKER = 100
"""For fewer files a second worker is not worth its beginning, which takes as long as a hundred notes."""
MOST_WORKERS = 60
"""Each takes some 150 MB, and Windows cannot wait for more than 63 processes."""


def worker_count(asked: int, files: int) -> int:
    """With how many workers to check that many files: as many as asked for; 0 for as many as there is use for."""
    wanted = asked or min(_cores(), files // FILES_A_WORKER)
    return max(1, min(wanted, files, MOST_WORKERS))


def _cores() -> int:
    """How many processors this process may use; not every system tells more than how many there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_many(paths: Iterable[Path], options: Options, workers: int = 1) -> Generator[FileReport, None, None]:
    """The lean report on each file in the order of the paths, as it is done. With one worker: in this process.

    As with `check_file`, nothing raises for a file; one that ends its worker is refused, and the others go on.
    Whoever stops early closes the generator, and thereby ends the workers.

    Raises:
        UnknownProfile: the options name a profile that is not there.
    """
    options = replace(options, today=options.day())  # the same one for all where midnight comes in between
    if workers > 1:
        from checkers.workers import check_side_by_side  # noqa: PLC0415 - few files need no library for processes

        yield from check_side_by_side(paths, options, workers)
        return
    for path in paths:
        yield lean(check_file(path, options))
