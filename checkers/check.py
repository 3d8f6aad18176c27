"""From a file to its findings: read, understand, judge.

Nothing here prints, and nothing is written anywhere.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from checkers.document import Document, Kind
from checkers.guard import read_file, recognise
from checkers.layout import lines_of
from checkers.outcome import Outcome, Severity, Verdict
from checkers.profile import Profile, Profiles, shipped_profiles
from checkers.readers import read
from checkers.registry import all_rules
from checkers.rule import FROM_SCAN, Case, Rule
from checkers.understand import understand
from checkers.unreadable import Unreadable
from checkers.waivers.waiver import Examined
from checkers.words import own_labels

UNREADABLE = "DOC001"
"""The rule that speaks of a file that could not be read."""


FINDINGS = frozenset({Verdict.VIOLATION, Verdict.INCOMPLETE})
"""The outcomes that ask for something."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose. `profile` None: told from the document. Empty `select`: all rules of the profile.

    `profiles` None: those that ship with Tandem.
    """

    profile: str | None = None
    today: datetime.date | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    profiles: Profiles | None = None

    def known(self) -> Profiles:
        """The profiles to choose from."""
        return self.profiles or shipped_profiles()

    def day(self) -> datetime.date:
        """The day that counts as today."""
        return self.today or datetime.date.today()

    def wants(self, code: str) -> bool:
        """Whether a rule was chosen; a choice may be a whole code or its beginning ("SIG")."""
        chosen = not self.select or any(code.startswith(start) for start in self.select)
        return chosen and not any(code.startswith(start) for start in self.ignore)


@dataclass(frozen=True, slots=True)
class FileReport:
    """All that was found in one file. `doc` and `profile` are None and `error` is given where it cannot be read.

    `waivers` are those beside the file, `waiver_error` says in one line why they could not be read; `known` counts the
    findings that were left out because a baseline holds them.
    """

    path: str
    sha256: str | None
    doc: Document | None
    profile: Profile | None
    error: str | None
    outcomes: tuple[Outcome, ...]
    waivers: tuple[Examined, ...] = ()
    waiver_error: str | None = None
    known: int = 0

    @property
    def kind(self) -> Kind:
        """What kind of document it is."""
        return self.doc.kind if self.doc else Kind.UNKNOWN

    @property
    def findings(self) -> tuple[Outcome, ...]:
        """The outcomes that ask for something: violations and incompletes, without those that are waived."""
        return tuple(each for each in self.outcomes if each.verdict in FINDINGS and not each.waiver)

    @property
    def waived(self) -> tuple[Outcome, ...]:
        """The violations and incompletes that somebody let stand."""
        return tuple(each for each in self.outcomes if each.waiver)

    def listed(self, *, all_outcomes: bool = False) -> tuple[Outcome, ...]:
        """The outcomes that a report tells of: what was found, waived or not; or everything."""
        return tuple(each for each in self.outcomes if all_outcomes or each.verdict in FINDINGS)

    def violations(self, severity: Severity) -> int:
        """How many violations of that severity there are."""
        return sum(each.verdict is Verdict.VIOLATION and each.severity is severity for each in self.findings)

    @property
    def incomplete(self) -> int:
        """How many findings a person has to look at."""
        return sum(each.verdict is Verdict.INCOMPLETE for each in self.findings)


def check_file(path: Path, options: Options = Options()) -> FileReport:
    """Check one file. A file that cannot be read gives a report with `error` and a DOC001 violation; nothing raises.

    Raises:
        UnknownProfile: the options name a profile that is not there.
    """
    try:
        data = read_file(path)
    except Unreadable as refusal:
        return refused(str(path), None, refusal)
    return check_bytes(data, str(path), options)


def check_bytes(data: bytes, name: str, options: Options = Options()) -> FileReport:
    """Check a file's content; `name` is how the report calls it. As `check_file`."""
    digest = hashlib.sha256(data).hexdigest()
    profiles = options.known()
    chosen = profiles.find(options.profile) if options.profile else None
    try:
        with own_labels((chosen or profiles).labels):
            reading = read(data, recognise(data, name))
            taught = profiles.of_form(tuple(lines_of(reading.blocks)), chosen)
            doc = understand(reading, taught.form if taught else None)
    except Unreadable as refusal:
        return refused(name, digest, refusal)
    except Exception as failure:  # noqa: BLE001 - one file's report, by its type alone; the other files go on
        return refused(name, digest, _broke_down(failure))
    profile = chosen or profiles.find(profiles.recognise(doc).id)
    return FileReport(name, digest, doc, profile, None, tuple(judge(Case(doc, profile, options.day()), options)))


def judge(case: Case, options: Options) -> Iterator[Outcome]:
    """Run every rule of the profile that was chosen, in the order of their codes."""
    for rule in all_rules():
        if rule.code not in case.profile.rules or not options.wants(rule.code):
            continue
        if case.doc.kind not in rule.kinds:
            yield rule.inapplicable(f"The rule is not for a document of the kind “{case.doc.kind}”.")
        elif case.doc.is_template and rule.family != "document":
            yield rule.inapplicable("The document is a blank form or an instruction, not a record about a child.")
        else:
            yield from _judge_safely(rule, case)


def _judge_safely(rule: Rule, case: Case) -> Iterator[Outcome]:
    """A rule that breaks down says so as `incomplete`: never in silence, and never the end of the other rules."""
    outcomes: list[Outcome] = []
    try:
        outcomes.extend(rule.judge(case))
    except Exception as failure:  # noqa: BLE001 - reported as an outcome, by its type alone: no document text
        yield rule.incomplete(
            None,
            f"Tandem could not finish this check ({type(failure).__name__}).",
            fix="Look at this point yourself, and report the fault to Tandem's makers without the document.",
        )
        return
    yield from (_weighed(outcome, case.doc) for outcome in outcomes)


def _weighed(outcome: Outcome, doc: Document) -> Outcome:
    """A finding that rests on text recognition says so, and is never more than something to look at."""
    finding = outcome.verdict in FINDINGS
    if not finding or FROM_SCAN in outcome.message or not _rests_on_scan(outcome, doc):
        return outcome
    return replace(
        outcome,
        verdict=Verdict.INCOMPLETE,
        severity=None,
        message=f"{outcome.message} This was {FROM_SCAN}.",
        fix=f"Compare with the page first. {outcome.fix}",
    )


def _rests_on_scan(outcome: Outcome, doc: Document) -> bool:
    """Whether what a finding speaks of (its place, its entry, or the whole document) stands on a page read that way."""
    if not doc.reading.ocr_pages:
        return False
    entries = (entry for entry in doc.entries if entry.number == outcome.entry)
    pages = {line.place.page for entry in entries for line in doc.lines[entry.first : entry.last + 1]}
    pages.add(outcome.spot.place.page if outcome.spot else None)
    return not pages.isdisjoint({None, *doc.reading.ocr_pages})


def _broke_down(failure: Exception) -> Unreadable:
    return Unreadable(
        f"Tandem could not finish reading this file ({type(failure).__name__}).",
        "Save it again from the program it was written with, or as PDF, and report the fault without the document.",
    )


def refused(path: str, digest: str | None, refusal: Unreadable) -> FileReport:
    """The report on a file that cannot be read; `digest` is the SHA-256 sum of its content, where that is known."""
    outcome = Outcome(UNREADABLE, Verdict.VIOLATION, refusal.reason, refusal.advice, None, None, Severity.ERROR)
    return FileReport(path, digest, None, None, str(refusal), (outcome,))
