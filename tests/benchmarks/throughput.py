"""How many Word notes a second Tandem reads and checks, and in how much memory, beside python-docx only opening them.

    python -m tests.benchmarks.throughput [COUNT]

Each has a process of its own, begins with one file that is not counted (libraries and word lists load with it), and
goes through all files one after the other. spaCy is loaded only where no form names the activity or the service, and
for the notes of coordination, whose narratives ACT001 asks.
Linux and macOS only, because of how the memory is measured.
"""

from __future__ import annotations

import datetime
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

TODAY = datetime.date(2026, 3, 1)
Work = Callable[[Path], list[str]]
"""What is done with one file; gives the verdicts, if any."""
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""macOS tells the memory in bytes, Linux in units of 1,024."""


def main(count: int) -> None:
    """Write the notes, measure each way and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        # Written by a process of its own, because a child inherits its parent's peak of memory.
        told("notes", f"{folder}/told", str(count))
        told("notes", f"{folder}/untold", str(count), "untold")
        measured = {
            name: json.loads(told("throughput", "--measure", work.__name__, f"{folder}/{notes}"))
            for name, (work, notes) in MEASURED.items()
        }
        size = sum(path.stat().st_size for path in Path(folder, "told").iterdir()) / count / 1000
    base = next(iter(measured.values()))["seconds"]
    print(f"{count} Word notes of 1 to 3 sessions, {size:.0f} kB each on average, one process each.\n")
    print("| | documents a second | ms a document | speed beside python-docx | peak memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, found in measured.items():
        each, ratio = found["seconds"] / count, base / found["seconds"]
        print(f"| {name} | {1 / each:.0f} | {each * 1000:.2f} | {ratio:.2f} | {found['bytes'] / 1e6:.0f} |")
    for name, found in measured.items():
        if found["said"]:
            print(f"\n{name}:", ", ".join(f"{number} {verdict}" for verdict, number in found["said"].items()))


def told(module: str, *words: str) -> str:
    """What a module of this folder prints."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *words]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def measure(prepare: Callable[[], Work], folder: Path) -> None:
    """Print as JSON how long all files of the folder take in this process, and its peak of memory."""
    paths = sorted(folder.iterdir())
    work = prepare()
    work(paths[0])
    start = time.perf_counter()
    said = sum((Counter(work(path)) for path in paths), Counter[str]())
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT
    print(json.dumps({"seconds": seconds, "bytes": peak, "said": said}))


def tandem() -> Work:
    """Tandem's whole way from file to findings; the work returns the verdicts."""
    from checkers.check import Options, check_file

    options = Options(today=TODAY)

    def work(path: Path) -> list[str]:
        report = check_file(path, options)
        if report.error:
            sys.exit(f"{path.name}: {report.error}")
        return [outcome.verdict.value for outcome in report.outcomes]

    return work


def python_docx() -> Work:
    """Opening a document with python-docx, and nothing more."""
    import docx

    def work(path: Path) -> list[str]:
        docx.Document(str(path))
        return []

    return work


MEASURED = {
    "python-docx, only opening": (python_docx, "told"),
    "Tandem, reading and checking": (tandem, "told"),
    "Tandem, where spaCy reads the narratives": (tandem, "untold"),
}
"""What is measured: the work, and with which notes."""


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure({"tandem": tandem, "python_docx": python_docx}[sys.argv[2]], Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
