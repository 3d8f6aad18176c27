"""How fast files are read and checked, the slowest of them and the hungriest: sound ones, damaged ones, a long IEP.

    python -m tests.benchmarks.reading [COUNT]     so many damaged files (500)

Each group is read by a process of its own that has read one file of each format before; files that LibreOffice makes
are left out. A file's memory is the highest mark of the process or its worker when the file is done: it tells of the
first file that needs so much. Linux only, because of how the memory is measured.
"""

from __future__ import annotations

import datetime
import io
import json
import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from checkers.check import Options, check_bytes
from tests.checkers.bounded import SPOKEN, children, high_water
from tests.documents.damaged import damaged, damages_of, originals
from tests.documents.matrix import cases
from tests.documents.matrix.variants import BIRTH, CHILD, COORDINATOR, DISTRICT, GOAL, LEVELS, PROVIDER, SIGNED

OPTIONS = Options(today=datetime.date(2026, 6, 15))
PAGES = 20
_MB = 2**20
_RUNNING_LINES = 46
Named = tuple[str, str, bytes]
"""A file: how it is called here, the name under which it is checked, and its content."""


def main(count: int) -> None:
    """Measure each group and print the table."""
    print("| files | number | a second | ms each, median | slowest, ms | largest memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    notable: list[str] = []
    for group in ("Word", "PDF", "text", "damaged", "IEP of 20 pages, PDF"):
        found = told(group, count)
        times = sorted((seconds, name) for name, seconds, _ in found)
        memory = max(size for _, _, size in found)
        hungry = next(name for name, _, size in found if size == memory)
        slowest, slow = times[-1]
        whole = sum(seconds for seconds, _ in times)
        print(
            f"| {group} | {len(found)} | {len(found) / whole:.0f} | {times[len(times) // 2][0] * 1000:.1f} "
            f"| {slowest * 1000:.0f} | {memory / _MB:.0f} |"
        )
        notable.append(f"{group}: slowest is {slow}; most memory after {hungry}")
    print("\n" + "\n".join(notable))


def told(group: str, count: int) -> list[tuple[str, float, int]]:
    """Name, seconds and memory of each file of a group, measured in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.reading", "--measure", group, str(count)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    return [(name, seconds, size) for name, seconds, size in json.loads(done.stdout)]


def measured(files: Iterable[Named]) -> Iterator[tuple[str, float, int]]:
    """Name and seconds of each file, and the highest mark of memory of this process or its worker so far."""
    first = originals()
    for name in ("note_grid.docx", "note_form.pdf", "note_text.txt"):
        check_bytes(first[name], name, OPTIONS)
    check_bytes(SPOKEN, "note.txt", OPTIONS)
    for shown, name, data in files:
        start = time.perf_counter()
        check_bytes(data, name, OPTIONS)
        seconds = time.perf_counter() - start
        yield shown, seconds, max(map(high_water, (os.getpid(), *children())))


def files_of(group: str, count: int) -> Iterator[Named]:
    """The files of a group."""
    if group.startswith("IEP"):
        data = long_iep(PAGES)
        for number in range(5):
            yield f"{group} {number}", "iep.pdf", data
    elif group == "damaged":
        yield from islice(_damaged(), count)
    else:
        for case in cases():
            if case.variant.format == group:
                yield case.key, case.file_name, case.data()


def _damaged() -> Iterator[Named]:
    for number in range(10**6):
        for name in originals():
            ways = damages_of(name)
            way = ways[number % len(ways)]
            yield f"{name}, {way.__name__} {number}", name, damaged(name, way, number)


def long_iep(pages: int) -> bytes:
    """A draft IEP of so many pages, full of text, with a header and a footer on each."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=True)
    lines = [
        "DRAFT Individualized Education Program (IEP)", f"Student Name: {CHILD}    Date of Birth: {BIRTH}",
        f"School District: {DISTRICT}", "Date of Meeting: 5/12/2026",
        "Projected Date IEP is to be Implemented: 9/8/2026", "Projected Date of Annual Review: 5/11/2027",
        f"Coordinator of Services: {COORDINATOR}", "Recommended Special Education Programs and Services",
        "Speech-Language Therapy: 2 x weekly, 30 minutes, Preschool",
        "Occupational Therapy: 1 x weekly, 30 minutes, Preschool",
        "Present Levels of Performance and Individual Needs",
    ]  # fmt: skip
    while len(lines) < pages * _RUNNING_LINES - 3:
        number = len(lines)
        text = (
            f"{LEVELS} In the {number}th observation {CHILD.split()[0]} kept at it for {number % 9 + 2} minutes. {GOAL}"
        )
        lines += [f"Annual Goal: {GOAL}" if number % 40 < 3 else "", *textwrap.wrap(text, 96)]
    lines = [*lines[: pages * _RUNNING_LINES - 2], f"Prepared by: {SIGNED}    Date: 5/1/2026", PROVIDER]
    for page in range(pages):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(50, 765, f"{CHILD} - {DISTRICT} - DRAFT")
        canvas.drawString(500, 25, f"Page {page + 1} of {pages}")
        for row, line in enumerate(lines[page * _RUNNING_LINES : (page + 1) * _RUNNING_LINES]):
            canvas.drawString(50, 740 - 15 * row, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(list(measured(files_of(sys.argv[2], int(sys.argv[3]))))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
