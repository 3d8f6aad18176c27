"""How well the activities of coordination are recognised in narratives, and how long that takes.

    python -m tests.benchmarks.narratives [-v]

The narratives stand in `narratives.toml`, half of them for tuning, half only to be measured. With -v each miss and each
false alarm is shown, of the tuning half alone.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import tomli

from checkers.document import Activity
from checkers.understand.narratives import coordination_shown, suggested_activity
from checkers.words import load

NARRATIVES = Path(__file__).with_name("narratives.toml")
HALVES = ("tuning", "reported")
MEASURED = 100


@dataclass(frozen=True)
class Narrative:
    """A narrative with the activities that it shows and what its time went to."""

    half: str
    kind: Activity
    shows: frozenset[str]
    text: str


def narratives() -> tuple[Narrative, ...]:
    """All of them, in the order of the file."""
    listed = tomli.loads(NARRATIVES.read_text("utf-8"))["narrative"]
    return tuple(
        Narrative(each["half"], Activity(each["kind"]), frozenset(each["shows"]), each["text"]) for each in listed
    )


def main(*, verbose: bool) -> None:
    """Print the tables."""
    everything = narratives()
    for half in HALVES:
        mine = [each for each in everything if each.half == half]
        print(f"\n{half}: {len(mine)} narratives\n")
        by_activity(mine)
        by_kind(mine)
        if verbose and half == "tuning":
            mistakes(mine)
    start = time.perf_counter()
    for number in range(MEASURED):
        coordination_shown(everything[number].text)
    print(f"\n{MEASURED} narratives in {(time.perf_counter() - start) * 1000:.0f} ms, spaCy loaded beforehand.")


def by_activity(mine: Sequence[Narrative]) -> None:
    """Recall and precision of each of the seven, and whether any was seen where there is one."""
    right, wanted, found = Counter[str](), Counter[str](), Counter[str]()
    for each in mine:
        shown = {one.id for one in coordination_shown(each.text)}
        right.update(shown & each.shows)
        wanted.update(each.shows)
        found.update(shown)
    print("| activity | recall | precision |\n| --- | ---: | ---: |")
    for key in load("narratives")["coordination"]:
        print(f"| {key} | {right[key]}/{wanted[key]} | {right[key]}/{found[key]} |")
    print(f"| all | {right.total()}/{wanted.total()} | {right.total()}/{found.total()} |")


def by_kind(mine: Sequence[Narrative]) -> None:
    """Whether coordination is told from other work, by any activity shown and by the one suggested."""
    coordination = [each for each in mine if each.shows]
    others = [each for each in mine if not each.shows]
    seen = sum(bool(coordination_shown(each.text)) for each in coordination)
    false = sum(bool(coordination_shown(each.text)) for each in others)
    print(f"\ncoordination seen in {seen} of {len(coordination)}; falsely in {false} of {len(others)}")
    suggested = Counter((each.kind, suggested_activity(each.text)) for each in mine)
    for (kind, named), count in sorted(suggested.items()):
        print(f"  {kind} taken for {named}: {count}")


def mistakes(mine: Sequence[Narrative]) -> None:
    """Each miss and each false alarm."""
    for each in mine:
        shown = {one.id: one.words for one in coordination_shown(each.text)}
        missed, false = each.shows - shown.keys(), shown.keys() - each.shows
        if missed or false:
            print(f"- missed {sorted(missed)}, false { {key: shown[key] for key in false} }: {each.text}")


if __name__ == "__main__":
    main(verbose="-v" in sys.argv)
