"""What the parts of linear mode share, as long as it runs; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assistant.conversation import Reply, State
from assistant.filtering import Filter
from assistant.plain.console import Console
from checkers.check import FileReport, Options
from checkers.reports.grouping import Finding, by_owner, findings_of
from checkers.reports.wording import counted
from knowledge import KnowledgeBase


@dataclass
class Session:
    """Where to read and write, what is known, what was asked and answered, what was checked."""

    console: Console
    base: KnowledgeBase
    state: State
    options: Options
    reports: dict[str, FileReport] = field(default_factory=dict)
    """By their paths, in the order of checking."""
    told: Filter = field(default_factory=Filter)
    """Which findings are told."""
    by_owner: bool = False
    """Whether they are told by who can mend them, and not document by document."""
    decided_by: str = ""
    """Whoever decided on the last waiver."""
    turns: list[tuple[str, Reply]] = field(default_factory=list)
    """What was said, and the replies."""
    last: Reply | None = None
    """The reply that was heard last, whose numbers count; None at the beginning of a subject."""

    def would_lose(self) -> str:
        """What leaving loses, in words; "" for nothing."""
        talk = "the conversation" if self.turns else ""
        checked = f"the findings in {counted(len(self.reports), 'document')}" if self.reports else ""
        return " and ".join(filter(None, (talk, checked)))

    def findings(self, paths: Iterable[str]) -> list[Finding]:
        """The findings in those documents that are told, in order; what is waived only where it is asked for."""
        told = [
            found
            for path in paths
            if path in self.reports
            for found in self._told_of(self.reports[path])
            if not found.outcome.waiver or self.told.marks
        ]
        if not self.by_owner:
            return told
        waived = [found for found in told if found.outcome.waiver]
        return [*(found for _, group in by_owner(told) for found in group), *waived]

    def _told_of(self, report: FileReport) -> Iterator[Finding]:
        shown = self.told.shown(report)
        return (found for found in findings_of(report) if found.outcome in shown)
