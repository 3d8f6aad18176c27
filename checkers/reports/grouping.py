"""The order in which people read findings: by session, the gravest first, each with a symbol and a word.

Or by what is to be mended (the rule), or by who can mend it (the owner), through all files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from checkers.check import FileReport
from checkers.document import Entry
from checkers.outcome import Outcome, Owner, Severity, Verdict
from checkers.ownership import owner_of
from checkers.registry import find_rule
from checkers.reports.tally import tally_of
from checkers.reports.wording import ACTIVITIES, KINDS, counted, spot_in_words
from checkers.rule import Rule
from checkers.visible import visible_line

K = TypeVar("K")
WHOLE = "The whole document"
"""The title over what speaks of no session."""
_RANKS = {Severity.ERROR: ("✗", "Error"), Severity.WARNING: ("!", "Warning"), Severity.ADVICE: ("i", "Advice")}
_WAIVED = ("~", "Waived")
_VERDICTS = {
    Verdict.INCOMPLETE: ("?", "Please look"),
    Verdict.PASS: ("✓", "Passed"),
    Verdict.INAPPLICABLE: ("-", "Not applicable"),
}
_ORDER = (*Severity, Verdict.INCOMPLETE, None, Verdict.PASS, Verdict.INAPPLICABLE)


def mark_of(outcome: Outcome) -> tuple[str, str]:
    """The symbol and the word of an outcome: ("✗", "Error")."""
    if outcome.waiver:
        return _WAIVED
    return _RANKS[outcome.severity] if outcome.severity else _VERDICTS[outcome.verdict]


def sections(report: FileReport, shown: Iterable[Outcome]) -> list[tuple[str, list[Outcome]]]:
    """The outcomes under a title each: the whole document, then session after session; no section is empty."""
    titles = {entry.number: session_title(entry) for entry in report.doc.entries} if report.doc else {}
    found: dict[int | None, list[Outcome]] = {None: [], **{number: [] for number in titles}}
    for outcome in shown:
        found[outcome.entry if outcome.entry in titles else None].append(outcome)
    return [
        (titles[number] if number else WHOLE, sorted(outcomes, key=rank))
        for number, outcomes in found.items()
        if outcomes
    ]


class Finding(NamedTuple):
    """An outcome with the file and the title of the session that it speaks of."""

    report: FileReport
    session: str
    outcome: Outcome


def findings_of(report: FileReport, *, all_outcomes: bool = False) -> Iterator[Finding]:
    """What was found in a file, session by session, the gravest first and what is waived after it; or all outcomes."""
    for title, outcomes in sections(report, report.listed(all_outcomes=all_outcomes)):
        yield from (Finding(report, title, outcome) for outcome in outcomes)


def by_rule(findings: Iterable[Finding]) -> list[tuple[Rule, list[Finding]]]:
    """The findings under their rules, in the order of the codes."""
    codes = _grouped((found.outcome.rule, found) for found in findings)
    return [(find_rule(code), codes[code]) for code in sorted(codes)]


def by_owner(findings: Iterable[Finding]) -> list[tuple[Owner, list[Finding]]]:
    """The findings under whoever can mend them, in the order of `Owner`; what is waived nobody has to mend."""
    unwaived = (found for found in findings if not found.outcome.waiver)
    owners = _grouped((owner_of(found.outcome, found.report.kind), found) for found in unwaived)
    return [(owner, owners[owner]) for owner in Owner if owner in owners]


def _grouped(keyed: Iterable[tuple[K, Finding]]) -> dict[K, list[Finding]]:
    groups: dict[K, list[Finding]] = {}
    for key, found in keyed:
        groups.setdefault(key, []).append(found)
    return groups


def rank(outcome: Outcome) -> int:
    """The place of an outcome among others: the gravest first, what is waived behind all that asks for something."""
    return _ORDER.index(None if outcome.waiver else outcome.severity or outcome.verdict)


def session_title(entry: Entry) -> str:
    """A session with its date and what it was for."""
    parts = [f"Session {entry.number}", entry.date.text if entry.date else "no date", ACTIVITIES[entry.activity]]
    return visible_line(" · ".join(part for part in parts if part))


def session_and_spot(found: Finding) -> str:
    """Where something stands, told from its session on: "Session 2 · 3/4/2026; line 6"."""
    session = "" if found.session == WHOLE else found.session
    return "; ".join(part for part in (session, spot_in_words(found.outcome.spot)) if part)


def what_it_is(report: FileReport) -> str:
    """The kind of document, how many sessions it has, and the rules it was checked by."""
    profile = report.profile.name if report.profile else ""
    sessions_held = len(report.doc.entries) if report.doc else 0
    parts = [KINDS[report.kind], counted(sessions_held, "session") if sessions_held else "", f"checked for {profile}"]
    return " · ".join(part for part in parts if part)


def found_in_words(reports: Iterable[FileReport]) -> str:
    """How much was found in all files together: "2 errors, 1 to look at"; a file not read is counted as such alone."""
    return tally_of(reports).in_words()


def passed(report: FileReport) -> int:
    """How many checks were met: rules with something to look at."""
    return len({outcome.rule for outcome in report.outcomes if outcome.verdict is Verdict.PASS})
