"""Print the coverage table as Markdown: `python -m tests.knowledge.coverage [--summary] [NAME ...]`."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter

from tests.knowledge.coverage.table import Sheet, sheets


def table(sheet: Sheet) -> str:
    """The rows of a sheet as a Markdown table."""
    lines = [f"## {sheet.name}", "", "| Where in the source | Topics, or why it is left out |", "| --- | --- |"]
    for row in sheet.rows:
        told = ", ".join(row.topics) or f"left out: {row.left_out}"
        untold = f" (without {', '.join(row.untold)}: {row.because})" if row.untold else ""
        lines.append(f"| {row.locator} | {told}{untold} |")
    return "\n".join(lines)


def summary(chosen: list[Sheet]) -> str:
    """How many items there are, how many topics tell, and how many are left out for which reason."""
    lines = ["| Source | Items | Told | Left out |", "| --- | --- | --- | --- |"]
    reasons: Counter[str] = Counter()
    total = told_in_all = 0
    for sheet in chosen:
        told = sum(bool(row.topics) for row in sheet.rows)
        lines.append(f"| {sheet.name} | {len(sheet.rows)} | {told} | {len(sheet.rows) - told} |")
        reasons.update(row.left_out for row in sheet.rows if row.left_out)
        total, told_in_all = total + len(sheet.rows), told_in_all + told
    lines.append(f"| **all** | {total} | {told_in_all} | {total - told_in_all} |")
    lines += ["", "Left out:", "", *(f"- {count}: {reason}" for reason, count in reasons.most_common())]
    return "\n".join(lines)


def main() -> None:
    """Print the tables of the sheets that were named, or of all; a name that is none ends with exit code 2."""
    everything = sheets()
    parser = argparse.ArgumentParser(prog="python -m tests.knowledge.coverage", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="one of: " + ", ".join(each.name for each in everything)
    )
    parser.add_argument("--summary", action="store_true", help="only the counts and the reasons")
    asked = parser.parse_args()
    if unknown := set(asked.names) - {sheet.name for sheet in everything}:
        parser.error(f"there is no table “{', '.join(sorted(unknown))}”")
    chosen = [sheet for sheet in everything if not asked.names or sheet.name in asked.names]
    parts = [] if asked.summary else [table(sheet) for sheet in chosen]
    try:
        print("\n\n".join([*parts, summary(chosen)]), flush=True)
    except BrokenPipeError:
        # The reader (`| head`) has gone: closing standard output should say nothing either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
