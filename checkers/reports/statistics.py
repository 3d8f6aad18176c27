"""How often each rule found something: the rules most often broken first."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checkers.check import FileReport
from checkers.outcome import Outcome
from checkers.registry import find_rule
from checkers.reports.grouping import findings_of, mark_of, rank
from checkers.reports.lean import told
from checkers.reports.manner import Manner
from checkers.reports.wording import WIDTH, counted


@dataclass(frozen=True, slots=True)
class Count:
    """How often a rule ended in one way; `outcome` is one of those counted, `files` how many they are in."""

    outcome: Outcome
    number: int
    files: int


def count(reports: Iterable[FileReport], *, all_outcomes: bool = False) -> list[Count]:
    """How often each rule ended in each way, the commonest first."""
    groups: dict[tuple[str, int], list[tuple[str, Outcome]]] = {}
    for report in reports:
        for found in findings_of(report, all_outcomes=all_outcomes):
            groups.setdefault((found.outcome.rule, rank(found.outcome)), []).append((report.path, found.outcome))
    counts = [Count(found[0][1], len(found), len({path for path, _ in found})) for found in groups.values()]
    return sorted(counts, key=lambda each: (-each.number, rank(each.outcome), each.outcome.rule))


def write(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """A line a rule and outcome: how often, its code, what it means, its name."""
    done = [told(report, all_outcomes=manner.all_outcomes) for report in reports]
    counts = count(done, all_outcomes=manner.all_outcomes)
    words = [" ".join(mark_of(each.outcome)) for each in counts]
    width = max(map(len, words), default=0)
    digits = len(str(max((each.number for each in counts), default=0)))
    for each, word in zip(counts, words, strict=True):
        start = f"{each.number:>{digits}}  {word:<{width}}  {each.outcome.rule}  "
        name = find_rule(each.outcome.rule).name
        yield from (f"{line}\n" for line in textwrap.wrap(start + name, WIDTH, subsequent_indent=" " * len(start)))
    found = counted(sum(each.number for each in counts), "outcome" if manner.all_outcomes else "finding")
    yield f"{found} in {counted(len(done), 'file')}.\n"


def write_json(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """The same as a list of objects."""
    objects = [
        {
            "rule": each.outcome.rule,
            "name": find_rule(each.outcome.rule).name,
            "outcome": each.outcome.verdict.value,
            "severity": each.outcome.severity.value if each.outcome.severity else None,
            "count": each.number,
            "files": each.files,
            **({"waived": True} if each.outcome.waiver else {}),
        }
        for each in count(reports, all_outcomes=manner.all_outcomes)
    ]
    yield json.dumps(objects, indent=1) + "\n"
