"""Which findings of the listed documents are shown: by how grave they are, who can mend them, and their rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from checkers.check import FileReport
from checkers.outcome import Outcome, Owner
from checkers.ownership import owner_of
from checkers.registry import find_rule
from checkers.reports.baseline import Baseline
from checkers.reports.grouping import mark_of, rank
from checkers.reports.wording import OWNERS


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; an empty set asks for everything. Of each set that is not empty a finding has to be in.

    `marks` are the words of outcomes ("Error", "Waived"), `rules` are codes. What is waived nobody has to mend.
    """

    marks: frozenset[str] = frozenset()
    owners: frozenset[Owner] = frozenset()
    rules: frozenset[str] = frozenset()
    since: Baseline | None = None
    """A report of before: what it holds is not shown."""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.marks or self.owners or self.rules or self.since)

    def admits(self, outcome: Outcome, report: FileReport) -> bool:
        """Whether a finding of that document is shown."""
        return (
            (not self.marks or mark_of(outcome)[1] in self.marks)
            and (not self.owners or (not outcome.waiver and owner_of(outcome, report.kind) in self.owners))
            and (not self.rules or outcome.rule in self.rules)
        )

    def shown(self, report: FileReport) -> tuple[Outcome, ...]:
        """The findings of a document that are shown, what is waived among them."""
        new = self.since.new_in(report) if self.since else report
        return tuple(outcome for outcome in new.listed() if self.admits(outcome, report))

    def toggled(self, choice: Choice) -> Filter:
        """The same with that choice made, or taken back where it was made."""
        return replace(
            self,
            marks=self.marks ^ ({choice.mark} if choice.mark else frozenset()),
            owners=self.owners ^ ({choice.owner} if choice.owner else frozenset()),
            rules=self.rules ^ ({choice.rule} if choice.rule else frozenset()),
        )

    def holds(self, choice: Choice) -> bool:
        """Whether that choice is made."""
        return choice.mark in self.marks or choice.owner in self.owners or choice.rule in self.rules

    def in_words(self) -> str:
        """What is asked for: "Error or Warning; the provider; MED001"."""
        parts = (sorted(self.marks), [OWNERS[owner] for owner in Owner if owner in self.owners], sorted(self.rules))
        since = ["only what is new since that report"] if self.since else []
        return "; ".join([*since, *(" or ".join(part) for part in parts if part)])


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to ask for (`mark`, `owner` or `rule`), how it is told, and how many findings it has."""

    words: str
    number: int
    mark: str = ""
    owner: Owner | None = None
    rule: str = ""


def choices(reports: Iterable[FileReport]) -> Iterator[tuple[str, Sequence[Choice]]]:
    """What can be asked for among these documents, under a title each; nothing that no finding has."""
    found = [(outcome, owner_of(outcome, report.kind)) for report in reports for outcome in report.listed()]
    marks = Counter(mark_of(outcome) for outcome, _ in sorted(found, key=lambda each: rank(each[0])))
    yield "How grave", [Choice(f"{symbol} {word}", number, mark=word) for (symbol, word), number in marks.items()]
    owners = Counter(owner for outcome, owner in found if not outcome.waiver)
    yield "Who can mend it", [Choice(OWNERS[each], owners[each], owner=each) for each in Owner if each in owners]
    rules = Counter(outcome.rule for outcome, _ in found)
    yield "Which rule", [Choice(f"{code}: {find_rule(code).name}", rules[code], rule=code) for code in sorted(rules)]
