"""DOC001."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule


class UnreadableFile(Rule):
    """The file cannot be read

    A file that is damaged, locked with a password, too large or of a kind that Tandem does not know was not checked at
    all. It may be in order or not: nothing is said about it but this.
    """

    code = "DOC001"
    owner = Owner.PROVIDER
    cites = ()
    bad = "(A Word file that was cut off while it was copied, or a PDF that asks for a password.)"
    good = "(A Word, PDF or text file that opens without a password.)"

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Pass: what comes to the rules was read. The violation is made where reading fails (`checkers.check`)."""
        yield self.passed(None, f"The file was read ({case.doc.reading.format}).")
