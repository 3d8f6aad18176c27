"""Files checked side by side in worker processes. A worker takes a path, and gives a lean report.

Each worker is a pool of one, so that it is known which file it was at when it was lost. PDFs are read apart from the
worker too (`readers/apart.py`): its bounds on time and memory are the same there.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import active_children, parent_process
from pathlib import Path
from threading import Thread

from pebble import ProcessExpired, ProcessPool

from checkers.check import FileReport, Options, check_file, refused
from checkers.readers.apart import end, one_worker
from checkers.reports.lean import lean
from checkers.unreadable import Unreadable

AHEAD = 2
"""How many files a worker has at a time: the next one is there when the last is done."""
WINDOW = 16
"""For each worker: how many files may be under way, or done and waiting for an earlier one that takes long."""
_SECONDS_TO_END = 1.0
"""How long workers may go on with the file they are at when all is to end."""

_Answer = tuple[FileReport, str | None]
"""A report without its profile, and that one's id: profiles are the same for all, and would be sent each time."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A file with its place in the order, given to a worker."""

    number: int
    path: Path
    worker: ProcessPool


def check_side_by_side(paths: Iterable[Path], options: Options, count: int) -> Iterator[FileReport]:
    """As `checkers.many.check_many`, in `count` workers."""
    files = enumerate(paths)
    workers = [one_worker(_begin) for _ in range(count)]
    idle = deque(workers * AHEAD)
    running: dict[Future[_Answer], _Task] = {}
    done: dict[int, FileReport] = {}
    due = 0
    try:
        while True:
            while idle and len(running) + len(done) < WINDOW * count and (file := next(files, None)):
                task = _Task(*file, _sound(idle.popleft(), workers))
                running[task.worker.schedule(_check, args=[task.path, options])] = task
            if due in done:
                yield done.pop(due)
                due += 1
            elif running:
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    task = running.pop(future)
                    done[task.number] = _report(future, task.path, options)
                    idle.append(task.worker)
            else:
                return
    finally:
        _end_all(workers)


def _sound(worker: ProcessPool, workers: list[ProcessPool]) -> ProcessPool:
    """The worker, or where it cannot go on a new one, put among the `workers`."""
    if not worker.active:
        workers.append(one_worker(_begin))
        return workers[-1]
    return worker


def _report(future: Future[_Answer], path: Path, options: Options, *, again: bool = True) -> FileReport:
    """What became of a file; where its worker was lost, the file is tried `again` alone before it gets the blame."""
    try:
        report, profile_id = future.result()
    except (ProcessExpired, BrokenProcessPool):
        if not again:
            return refused(str(path), None, _LOST)
        worker = one_worker(_begin)
        try:
            return _report(worker.schedule(_check, args=[path, options]), path, options, again=False)
        finally:
            _end_all([worker])
    return replace(report, profile=options.known().find(profile_id)) if profile_id else report


_LOST = Unreadable(
    "Checking this file ended the program that did it: it is damaged, or needs more memory than there is.",
    "Save it again from the program it was written with, or as PDF, and report the fault without the document.",
)


def _end_all(workers: Sequence[ProcessPool]) -> None:
    """End the workers: in order where they are idle, by force where they are not soon."""
    wait([worker.schedule(end) for worker in workers if worker.active], _SECONDS_TO_END)
    for worker in workers:
        worker.stop()  # type: ignore[no-untyped-call]  # the library leaves this one untyped
    for worker in workers:
        worker.join()


def _check(path: Path, options: Options) -> _Answer:
    """Done in a worker."""
    report = lean(check_file(path, options))
    return replace(report, profile=None), report.profile.id if report.profile else None


def _begin() -> None:
    """Done in a worker before all else: see to it that it never outlives what it works for."""
    signal.signal(signal.SIGTERM, _leave)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        _leave()


def _leave(*_: object) -> None:
    """End at once, with the process that reads PDFs for this one."""
    for child in active_children():
        child.kill()
    os._exit(1)
