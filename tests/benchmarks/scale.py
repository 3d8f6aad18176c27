"""How many notes a second are checked by one worker and by two, and whether memory grows with their number.

    python -m tests.benchmarks.scale [COUNT]

COUNT notes (500 unless told otherwise), and a tenth of them, are checked by `check_many` and written in a format, each
time in a process of its own. The rate is that after the first result: what comes before is the beginning, told beside
it. Memory is the peak of the process that writes, and that of its largest worker.
Linux and macOS only, because of how the memory is measured.
"""

from __future__ import annotations

import datetime
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.throughput import RSS_UNIT, TODAY, told

RUNS = (("jsonl", 1), ("jsonl", 2), ("json", 2), ("html", 2))
"""The format, and how many workers: one that is written as results come, and two that wait for the last."""
DIFFERENT = 500
"""Writing a note takes longer than checking it."""


def main(count: int) -> None:
    """Write the notes, measure each run and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), count)
        print(f"{count} Word notes; {os.cpu_count()} processors; load now:", _load(), flush=True)
        print("\n| format, workers | notes | first result, s | then notes a second | memory, MB | a worker's, MB |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |", flush=True)
        rates = {}
        for name, workers in RUNS:
            for number in (count // 10, count):
                found = _run(name, workers, number, folder)
                rates[name, workers] = rate = (number - 1) / (found["seconds"] - found["first"])
                worker = f"{found['worker'] / 1e6:.0f}" if workers > 1 else "–"
                print(
                    f"| {name}, {workers} | {number} | {found['first']:.1f} | {rate:.0f} | {found['own'] / 1e6:.0f} "
                    f"| {worker} |",
                    flush=True,
                )
        print(f"\nTwo workers beside one: {rates['jsonl', 2] / rates['jsonl', 1]:.2f}; load now:", _load())


def write(folder: Path, count: int) -> None:
    """Write the notes: as many as there can be different ones in reasonable time, and copies of them."""
    told("notes", str(folder), str(min(count, DIFFERENT)))
    notes = sorted(folder.iterdir())
    for number in range(len(notes), count):
        shutil.copy(notes[number % len(notes)], folder / f"note-{number:05}-again.docx")


def _load() -> str:
    return " ".join(f"{each:.1f}" for each in os.getloadavg())


def _run(name: str, workers: int, count: int, folder: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told("scale", "--measure", name, str(workers), str(count), folder))
    return found


def measure(name: str, workers: int, paths: list[Path]) -> dict[str, float]:
    """Check the files and write their results nowhere; tell the seconds to the first result and to the last."""
    from checkers.check import FileReport, Options
    from checkers.many import check_many
    from checkers.reports.formats import WRITERS
    from checkers.reports.manner import Manner

    start = time.perf_counter()
    seen: list[float] = []

    def noting(reports: Iterable[FileReport]) -> Iterator[FileReport]:
        for report in reports:
            if not seen:
                seen.append(time.perf_counter() - start)
            yield report

    with Path(os.devnull).open("w", encoding="utf-8") as out:
        reports = noting(check_many(paths, Options(today=TODAY), workers))
        out.writelines(WRITERS[name](reports, Manner("0", datetime.date(2026, 3, 1))))
    seconds = time.perf_counter() - start
    own, worker = (
        resource.getrusage(whose).ru_maxrss * RSS_UNIT for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {"first": seen[0], "seconds": seconds, "own": own, "worker": worker}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        shape, jobs, wanted, source = sys.argv[2:]
        print(json.dumps(measure(shape, int(jobs), sorted(Path(source).iterdir())[: int(wanted)])))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
