"""What a rule is.

One rule is one small module under `checkers/rules/<family>/`, with one subclass of `Rule`. The class says everything
about the rule: its docstring's first line is the plain name, the rest the explanation; `bad` and `good` are small
documents that it flags and passes. `tandem rule CODE`, the README's table and the tests are made from it.
"""

from __future__ import annotations

import datetime
import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from checkers.document import Document, Entry, Kind
from checkers.outcome import Outcome, Owner, Severity, Spot, Verdict
from checkers.profile import Profile

FROM_SCAN = "read from a scan by text recognition"
"""How a finding that rests on text recognition says so."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule is given: the document, the profile with its figures, and the day that counts as today."""

    doc: Document
    profile: Profile
    today: datetime.date

    def missing(self, violation: Outcome) -> Outcome:
        """Weigh a violation that says something is missing: it may stand on a page that was not read, or not well."""
        pages, how = self.doc.reading.unread_pages, "cannot read"
        if not pages:
            pages, how = self.doc.reading.ocr_pages, FROM_SCAN
        if not pages:
            return violation
        named = f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(map(str, pages))}"
        return replace(
            violation,
            verdict=Verdict.INCOMPLETE,
            severity=None,
            message=f"{violation.message} It may stand on {named}, which Tandem {how}.",
            fix=f"Look at {named} first. {violation.fix}",
        )


class Rule(ABC):
    """A rule of the catalogue."""

    code: ClassVar[str]
    severity: ClassVar[Severity | None] = Severity.ERROR
    """Of its violations; None for a rule that never reports one."""
    owner: ClassVar[Owner]
    """Who can mend what it finds."""
    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind)
    """The kinds of document it looks at; elsewhere it is inapplicable."""
    cites: ClassVar[tuple[tuple[str, str], ...]]
    """Source ids (of the knowledge base's sources) with the place in the source."""
    bad: ClassVar[str]
    good: ClassVar[str]

    def __init_subclass__(cls) -> None:
        """Take the indentation of the source off the examples."""
        for example in {"bad", "good"} & vars(cls).keys():
            setattr(cls, example, inspect.cleandoc(getattr(cls, example)) + "\n")

    @property
    def name(self) -> str:
        """The plain name: the docstring's first line."""
        return inspect.cleandoc(self.__doc__ or "").partition("\n")[0]

    @property
    def family(self) -> str:
        """The family, which is the name of the folder that holds the rule's module."""
        return type(self).__module__.split(".")[-2]

    @property
    def explanation(self) -> str:
        """Why the rule is there: the rest of the docstring, as Markdown."""
        return inspect.cleandoc(self.__doc__ or "").partition("\n")[2].strip()

    @abstractmethod
    def judge(self, case: Case) -> Iterator[Outcome]:
        """Give the rule's outcomes for a document, at least one: where it finds no subject, `inapplicable`."""

    def violation(
        self, spot: Spot | None, message: str, *, fix: str, entry: int | None = None, severity: Severity | None = None
    ) -> Outcome:
        """The page itself shows the fault."""
        return Outcome(self.code, Verdict.VIOLATION, message, fix, spot, entry, severity or self.severity)

    def incomplete(self, spot: Spot | None, message: str, *, fix: str, entry: int | None = None) -> Outcome:
        """A person has to look."""
        return Outcome(self.code, Verdict.INCOMPLETE, message, fix, spot, entry)

    def passed(self, spot: Spot | None, message: str, *, entry: int | None = None) -> Outcome:
        """The requirement is met; the message names the evidence."""
        return Outcome(self.code, Verdict.PASS, message, "", spot, entry)

    def inapplicable(self, message: str, *, entry: int | None = None) -> Outcome:
        """The rule's subject is not in this document."""
        return Outcome(self.code, Verdict.INAPPLICABLE, message, "", None, entry)


class EntryRule(Rule):
    """A rule that looks at each entry by itself."""

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge every entry; a document without entries is inapplicable."""
        if not case.doc.entries:
            yield self.inapplicable("The document has no sessions.")
        for entry in case.doc.entries:
            yield self.judge_entry(entry, case)

    @abstractmethod
    def judge_entry(self, entry: Entry, case: Case) -> Outcome:
        """Give the one outcome for one entry."""
