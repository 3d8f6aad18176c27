"""The order in which people read findings: by session, the gravest first, each with a symbol and a word."""

from __future__ import annotations

from collections.abc import Iterable

from checkers.check import FileReport
from checkers.document import Entry
from checkers.outcome import Outcome, Severity, Verdict
from checkers.reports.wording import ACTIVITIES, KINDS, counted
from checkers.visible import visible_line

_RANKS = {Severity.ERROR: ("✗", "Error"), Severity.WARNING: ("!", "Warning"), Severity.ADVICE: ("i", "Advice")}
_VERDICTS = {
    Verdict.INCOMPLETE: ("?", "Please look"),
    Verdict.PASS: ("✓", "Passed"),
    Verdict.INAPPLICABLE: ("-", "Not applicable"),
}
_ORDER = (*Severity, Verdict.INCOMPLETE, Verdict.PASS, Verdict.INAPPLICABLE)


def mark_of(outcome: Outcome) -> tuple[str, str]:
    """The symbol and the word of an outcome: ("✗", "Error")."""
    return _RANKS[outcome.severity] if outcome.severity else _VERDICTS[outcome.verdict]


def sections(report: FileReport, shown: Iterable[Outcome]) -> list[tuple[str, list[Outcome]]]:
    """The outcomes under a title each: the whole document, then session after session; no section is empty."""
    titles = {entry.number: session_title(entry) for entry in report.doc.entries} if report.doc else {}
    found: dict[int | None, list[Outcome]] = {None: [], **{number: [] for number in titles}}
    for outcome in shown:
        found[outcome.entry if outcome.entry in titles else None].append(outcome)
    return [
        (titles[number] if number else "The whole document", sorted(outcomes, key=_rank))
        for number, outcomes in found.items()
        if outcomes
    ]


def _rank(outcome: Outcome) -> int:
    return _ORDER.index(outcome.severity or outcome.verdict)


def session_title(entry: Entry) -> str:
    """A session with its date and what it was for."""
    parts = [f"Session {entry.number}", entry.date.text if entry.date else "no date", ACTIVITIES[entry.activity]]
    return visible_line(" · ".join(part for part in parts if part))


def what_it_is(report: FileReport) -> str:
    """The kind of document, how many sessions it has, and the rules it was checked by."""
    profile = report.profile.name if report.profile else ""
    sessions_held = len(report.doc.entries) if report.doc else 0
    parts = [KINDS[report.kind], counted(sessions_held, "session") if sessions_held else "", f"checked for {profile}"]
    return " · ".join(part for part in parts if part)


def passed(report: FileReport) -> int:
    """How many checks were met: rules with something to look at."""
    return len({outcome.rule for outcome in report.outcomes if outcome.verdict is Verdict.PASS})
