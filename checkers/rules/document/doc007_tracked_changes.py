"""DOC007."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.outcome import Outcome, Owner, Severity, Spot
from checkers.rule import Case, Rule

_WORD = "docx"


class TrackedChanges(Rule):
    """Tracked changes were neither accepted nor rejected

    With changes tracked, Word keeps what was taken out beside what was put in. Whoever opens the file may see either,
    and it is not settled which is the record. Only text that was inserted, deleted or moved counts; comments and
    changes of type or layout do not. Tandem reads the document as if all changes were accepted.
    """

    code = "DOC007"
    severity = Severity.WARNING
    owner = Owner.WRITER
    cites = (("18-nycrr-504", "504.3(a)"),)
    bad = "(A Word file in which “30 minutes” is struck out in red, and “45 minutes” stands in red beside it.)"
    good = "(The same file after Review > Accept > Accept All Changes.)"

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Count the insertions, deletions and moves of a Word file, and show the first."""
        reading = case.doc.reading
        if reading.format != _WORD:
            yield self.inapplicable("Only Word files keep tracked changes.")
        elif changes := reading.tracked_changes:
            places = frozenset(changes)
            shown = next((line for line in case.doc.lines if line.place in places), None)  # a deleted row is not
            yield self.violation(
                Spot(shown.place, shown.text.strip()) if shown else None,
                f"The Word file holds {_counted(len(changes))} that nobody accepted or rejected.",
                fix="Look at each change in Word (Review, All Markup), accept or reject it, and save the file.",
            )
        else:
            yield self.passed(None, "The Word file holds no tracked changes.")


def _counted(number: int) -> str:
    return "one tracked change" if number == 1 else f"{number} tracked changes"
