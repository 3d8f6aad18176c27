"""The line that says how far checking is, and the threads in which it is done."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from textual import work
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from assistant.checking import Looking, Reading, Step, check_all
from assistant.tui.handfuls import Handfuls
from assistant.tui.safe import shown_line
from assistant.verdicts import mended
from assistant.waivers import check_with_waivers
from assistant.watching import Gone, rechecked, saved
from checkers.check import FileReport, Options
from checkers.extras import GET_WATCH, has_watch

_EVERY = 50
"""So many documents are found between two words about it."""
_PASSING = 0.2
"""In seconds: whoever goes on sooner than this from a document does not want to read it."""

Paths = Callable[[], Sequence[Path]]
"""Finds the paths to check; it may take a while."""


class Checks(Static):
    """Checks documents in threads of its own, says how far it is, and tells of each report by a message."""

    class Checked(Message):
        """Documents were checked for the first time, or anew because they were named again."""

        def __init__(self, reports: Sequence[FileReport]) -> None:
            super().__init__()
            self.reports = reports

    class Ended(Message):
        """A check is through: which paths were looked through, and which documents were found there."""

        def __init__(self, paths: Sequence[Path], found: Sequence[str]) -> None:
            super().__init__()
            self.paths = paths
            self.found = found

    class Again(Message):
        """A listed document was checked again; `words` says what came of it, "" for nothing to say."""

        def __init__(self, report: FileReport, words: str) -> None:
            super().__init__()
            self.report = report
            self.words = words

    def __init__(self) -> None:
        super().__init__("", id="progress")
        self._check: Worker[None] | None = None
        self._steps: Handfuls[Step] | None = None
        """The steps of the check that is running, to be shown."""
        self._watch: Worker[None] | None = None
        self._done, self._total = 0, 0

    @property
    def is_running(self) -> bool:
        """Whether documents are being checked for the first time."""
        return self._check is not None and not self._check.is_finished and not self._check.is_cancelled

    @property
    def is_watching(self) -> bool:
        """Whether what is saved is checked again."""
        return self._watch is not None and not self._watch.is_finished and not self._watch.is_cancelled

    def tell(self, words: str) -> None:
        """Say something."""
        self.update(shown_line(words))

    # --- checking ---

    def begin(self, paths: Paths, options: Options) -> None:
        """Check files and folders."""
        self._done, self._total = 0, 0
        self.tell("Looking for documents. Escape stops.")
        self._check = self._check_all(paths, options)

    def stop(self) -> None:
        """Stop the check that is running; what was checked stays."""
        if self._steps:
            self._steps.show_all()
        self.workers.cancel_group(self, "check")
        done = f"{self._done} of {self._total} checked"
        self.tell(f"Stopped: {done if self._total else 'nothing was checked'}.")

    @work(thread=True, exclusive=True, group="check")
    def _check_all(self, find_paths: Paths, options: Options) -> None:
        """Take step after step until it is stopped."""
        worker = get_current_worker()
        taken = self._steps = Handfuls(self, partial(self._take, worker))
        paths = find_paths()
        found: list[str] = []
        with closing(check_all(paths, options)) as steps:
            for step in steps:
                if worker.is_cancelled:
                    return
                if isinstance(step, FileReport):
                    found.append(step.path)
                if not isinstance(step, Looking) or step.found % _EVERY == 0:
                    taken.add(step)
        self.app.call_from_thread(self._end, worker, paths, found)

    def _take(self, worker: Worker[None], steps: Sequence[Step]) -> None:
        """Show some steps, in words the last; those of a check that was stopped come too late."""
        if worker.is_cancelled:
            return
        reports = [step for step in steps if isinstance(step, FileReport)]
        if reports:
            self._done += len(reports)
            self.post_message(self.Checked(reports))
        match next((step for step in reversed(steps) if not isinstance(step, FileReport)), None):
            case Looking(where, found):
                self.tell(f"Looking through {where}: {found} found. Escape stops.")
            case Reading(number, total, name):
                self._total = total
                self.tell(f"Checking {number} of {total}. Escape stops. {name}")

    def _end(self, worker: Worker[None], paths: Sequence[Path], found: Sequence[str]) -> None:
        if not worker.is_cancelled and self._steps:
            self._steps.show_all()
            self.post_message(self.Ended(paths, found))

    # --- checking again ---

    @work(thread=True, exclusive=True, group="again")
    def again(self, before: FileReport, options: Options, *, words: str = "") -> None:
        """Check a document again, and say that, or what is mended."""
        after = check_with_waivers(Path(before.path), options)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Again(after, words or mended(before, after)))

    @work(exclusive=True, group="open")
    async def open(self, lean: FileReport, options: Options) -> None:
        """Read a document again of which only the report was kept; none of those that are merely passed by."""
        await asyncio.sleep(_PASSING)
        whole = await asyncio.to_thread(check_with_waivers, Path(lean.path), options)
        self.post_message(self.Again(whole, ""))

    def recheck_saved(self, reports: Sequence[FileReport], options: Options) -> None:
        """Check again whichever of these documents is saved, until `rest`."""
        self._watch = self._watch_all({report.path: report for report in reports}, options)

    def turn_watching(self, reports: Sequence[FileReport], options: Options) -> None:
        """Check again what is saved of these documents from now on, or no more."""
        if self.is_watching:
            self.rest()
            self.tell("What you save is not checked again by itself any more; r checks it again.")
        elif not has_watch():
            self.tell(f"To check again what you save, Tandem needs a library that is not here. {GET_WATCH}")
        else:
            self.recheck_saved(reports, options)
            self.tell("From now on, whatever you save of these documents is checked again by itself.")

    def rest(self) -> None:
        """Check again no more what is saved."""
        self.workers.cancel_group(self, "watch")

    @work(thread=True, exclusive=True, group="watch")
    def _watch_all(self, latest: dict[str, FileReport], options: Options) -> None:
        worker = get_current_worker()
        before = dict(latest)
        try:
            batches = _until(lambda: worker.is_cancelled, saved([*map(Path, latest)], time.time()))
            for found in rechecked(batches, lambda path: check_with_waivers(path, options), latest):
                if isinstance(found, Gone):
                    self.app.call_from_thread(self.tell, f"No longer there: {Path(found.path).name}.")
                elif not worker.is_cancelled:
                    self.post_message(self.Again(found, mended(before[found.path], found)))
                    before[found.path] = found
        except OSError:  # as where the system lets a user watch no more folders, or one is gone
            self.app.call_from_thread(self.tell, "Tandem cannot see here what you save. Press r to check again.")


def _until(ended: Callable[[], bool], batches: Iterable[set[Path]]) -> Iterator[Collection[Path]]:
    """The batches until it has ended; they come every second, empty ones too."""
    for batch in batches:
        if ended():
            return
        yield batch
