"""How every container and encoding is read, as a table: one item of a paper, filled and empty.

    python -m tests.benchmarks.reading_matrix [WORDS]     all of them, or those with these words in their names
    python -m tests.benchmarks.reading_matrix --gaps      what tests/checkers/known_gaps.py has to hold

A cell says how the filled paper is read and how the empty one. "ok": as it is. "look": as what cannot be told, where
that is a right answer. "WRONG": otherwise, with what is read below the table. "-": there is no such paper.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from tests.checkers.reading_matrix import FAULTS, UNCLEAR, fault, reading_of, right
from tests.documents.matrix import cases, office
from tests.documents.matrix.variants import ITEMS, Case

Cell = dict[bool, tuple[Case, str]]
"""The cases of a row and item by whether they are filled, with what is read."""


def main(words: str) -> None:
    """Read the cases and print the table, the wrong ones and the totals."""
    office.begin()
    read = [(case, reading_of(case)) for case in cases() if words.casefold() in case.key.casefold()]
    print(f"| container or encoding | {' | '.join(ITEMS)} |")
    print(f"| --- |{' --- |' * len(ITEMS)}")
    for (written, name), row in _rows(read).items():
        print(f"| {written}: {name} | {' | '.join(_cell(row.get(item, {})) for item in ITEMS)} |")
    print("\nRead wrong, a filled one as empty first:\n")
    for case, reading in sorted((each for each in read if not right(*each)), key=lambda each: _rank(*each)):
        print(f"- {case.key}: {reading}")
    _totals(read)


def gaps() -> None:
    """Print the cases that are read wrong as lines of a dictionary."""
    office.begin()
    for case in cases():
        reading = reading_of(case)
        if not right(case, reading):
            print(f"    {case.key!r}: {reading!r},")


def _rows(read: Iterable[tuple[Case, str]]) -> Mapping[tuple[str, str], Mapping[str, Cell]]:
    rows: dict[tuple[str, str], dict[str, Cell]] = defaultdict(lambda: defaultdict(dict))
    for case, reading in read:
        rows[case.variant.format, case.variant.name][case.variant.item][case.filled] = (case, reading)
    return rows


def _cell(cell: Cell) -> str:
    return " ".join(_word(*cell[filled]) if filled in cell else "-" for filled in (True, False)) if cell else "-"


def _word(case: Case, reading: str) -> str:
    if not right(case, reading):
        return "WRONG"
    return "look" if reading == UNCLEAR else "ok"


def _rank(case: Case, reading: str) -> tuple[int, str]:
    """Worst first: a filled one as empty, an empty one as filled, a false alarm about something else, the rest."""
    return FAULTS.index(fault(case, reading)), case.key


def _totals(read: Iterable[tuple[Case, str]]) -> None:
    print("\n| | cases | ok | look | WRONG |\n| --- | ---: | ---: | ---: | ---: |")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    faults: Counter[str] = Counter()
    for case, reading in read:
        for group in (case.variant.format, case.variant.item, "all"):
            counts[group][_word(case, reading)] += 1
        if not right(case, reading):
            faults[fault(case, reading)] += 1
    for group, count in sorted(counts.items(), key=lambda each: each[0] == "all"):
        print(f"| {group} | {count.total()} | {count['ok']} | {count['look']} | {count['WRONG']} |")
    print("\nWRONG:", ", ".join(f"{count} {fault}" for fault, count in faults.most_common()) or "none")


if __name__ == "__main__":
    if sys.argv[1:] == ["--gaps"]:
        gaps()
    else:
        main(" ".join(sys.argv[1:]))
