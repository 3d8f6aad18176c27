"""`tandem check --watch`: after a first check, each document as it is saved, with the time, until Ctrl-C."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from assistant.watching import Gone, rechecked, saved
from checkers.check import FileReport
from checkers.reports.manner import Manner
from checkers.reports.tally import tally_of
from checkers.reports.text import TextReport
from checkers.visible import visible_line


def watch(
    paths: Sequence[Path],
    latest: dict[str, FileReport],
    check: Callable[[Path], FileReport],
    manner: Manner,
    since: float,
) -> None:
    """Write what comes of each document that is saved, and at Ctrl-C how much is left in all of them.

    `latest` are the reports of the first check, which began at `since`, by their paths; `check` is called again for
    each document that was saved.
    """
    text = TextReport(manner.titles, colour=manner.colour, all_outcomes=manner.all_outcomes)
    named = ", ".join(visible_line(str(path)) for path in paths)
    print(f"Watching {named}. Save a document, and it is checked again; Ctrl-C ends.", file=sys.stderr)
    try:
        for found in rechecked(saved(paths, since), check, latest):
            _write([time.strftime("--- %H:%M:%S")])
            _write(_gone(found) if isinstance(found, Gone) else text.file(found))
    except KeyboardInterrupt:
        _write(["", *text.summary(tally_of(latest.values()))])
        raise


def _gone(found: Gone) -> Iterable[str]:
    return visible_line(found.path), "  It is no longer there.", ""


def _write(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()
