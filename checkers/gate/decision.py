"""Whether a batch of documents is ready."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkers.check import FileReport
from checkers.outcome import Severity
from checkers.reports.grouping import Finding, findings_of


@dataclass(frozen=True, slots=True)
class Decision:
    """What stands in the way of a batch, and what a person has to look at besides, in the order of the documents."""

    reports: tuple[FileReport, ...]
    in_the_way: tuple[Finding, ...]
    to_look_at: tuple[Finding, ...]

    @property
    def ready(self) -> bool:
        """Whether there are documents, and nothing stands in their way."""
        return bool(self.reports) and not self.in_the_way


def decide(reports: Sequence[FileReport], *, strict: bool = False) -> Decision:
    """In the way stands every error that is not waived, a file that cannot be read among them; `strict`: all findings.

    What is no error is for the supervisor to look at.
    """
    found = [each for report in reports for each in findings_of(report) if not each.outcome.waiver]
    stops = [strict or each.outcome.severity is Severity.ERROR for each in found]
    return Decision(
        tuple(reports),
        tuple(each for each, stop in zip(found, stops, strict=True) if stop),
        tuple(each for each, stop in zip(found, stops, strict=True) if not stop),
    )
