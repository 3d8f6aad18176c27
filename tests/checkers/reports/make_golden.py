"""Writes the reports of `tests/checkers/reports/golden/` anew: `python -m tests.checkers.reports.make_golden`.

Read the differences before they are kept: each of them is one that users see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checkers.reports.formats import STATISTICS, WRITERS
from checkers.reports.lean import lean
from checkers.reports.manner import Order
from checkers.reports.redact import redacted
from tests.checkers.reports.papers import MANNER, checked

GOLDEN = Path(__file__).parent / "golden"
_SUFFIXES = {"text": "txt"}


def reports() -> Iterator[tuple[str, str]]:
    """Every report with the name of its file."""
    found = checked()
    whole = [lean(report) for report in found]
    bare = [redacted(report, number) for number, report in enumerate(found, start=1)]
    for name, write in WRITERS.items():
        suffix = _SUFFIXES.get(name, name)
        yield f"report.{suffix}", "".join(write(whole, MANNER))
        yield f"redacted.{suffix}", "".join(write(bare, replace(MANNER, redacted=True)))
        yield f"all.{suffix}", "".join(write(whole, replace(MANNER, all_outcomes=True)))
    for by in (Order.RULE, Order.OWNER):
        yield f"by-{by}.txt", "".join(WRITERS["text"](whole, replace(MANNER, by=by)))
    for name, write in STATISTICS.items():
        yield f"statistics.{_SUFFIXES.get(name, name)}", "".join(write(whole, MANNER))


def main() -> None:
    """Write them all."""
    GOLDEN.mkdir(exist_ok=True)
    for name, text in reports():
        (GOLDEN / name).write_bytes(text.encode())


if __name__ == "__main__":
    main()
