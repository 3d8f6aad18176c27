"""How much was found in many files, counted as each is done, so that no report has to be kept for the sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checkers.check import FileReport
from checkers.outcome import Severity, Verdict
from checkers.reports.wording import counted


class Tally:
    """How many files there were, how many were not read, and how often each severity and `incomplete` was found.

    What is found in a file that was not read is that alone, and not counted as a finding too; nor is what is waived, or
    left out because it is in the baseline. `wrong_waivers`: in how many files waivers could not be read.
    """

    def __init__(self) -> None:
        self.files = 0
        self.unreadable = 0
        self.waived = 0
        self.known = 0
        self.wrong_waivers = 0
        self.found: Counter[str] = Counter()

    def add(self, report: FileReport) -> None:
        """Count a file."""
        self.count((found.severity or found.verdict for found in report.findings), unreadable=report.error is not None)
        self.waived += len(report.waived)
        self.known += report.known
        self.wrong_waivers += report.waiver_error is not None

    def count(self, found: Iterable[Severity | Verdict | str], *, unreadable: bool) -> None:
        """Count a file by the severity of each violation and by `incomplete`."""
        self.files += 1
        self.unreadable += unreadable
        self.found.update(() if unreadable else found)

    @property
    def findings(self) -> int:
        """How many findings there are in the files that were read."""
        return self.found.total()

    @property
    def violations(self) -> int:
        """How many of them are violations."""
        return sum(self.found[severity] for severity in Severity)

    def in_words(self) -> str:
        """All together: "2 errors, 1 to look at, 1 file not read"."""
        found = [
            counted(number, severity.value, severity.value if severity is Severity.ADVICE else "")
            for severity in Severity
            if (number := self.found[severity])
        ]
        if look := self.found[Verdict.INCOMPLETE]:
            found.append(f"{look} to look at")
        if self.unreadable:
            found.append(f"{counted(self.unreadable, 'file')} not read")
        aside = [f"{self.waived} waived" if self.waived else "", f"{self.known} in the baseline" if self.known else ""]
        nothing = "nothing new" if self.known else "nothing to correct"
        return ", ".join([*(found or [nothing]), *filter(None, aside)])


def tally_of(reports: Iterable[FileReport]) -> Tally:
    """The tally of all reports."""
    tally = Tally()
    for report in reports:
        tally.add(report)
    return tally
