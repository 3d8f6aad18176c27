"""A report that can be shown to others: without a word of the document, a name or a date.

What rules write into their messages and advice cannot be told apart from what they quote, so both are left out whole:
the rule's own name says what was found, and its place where. A file's name may be a child's, so the file is called by
its number and the beginning of its SHA-256 sum, by which whoever has it finds it again.
"""

from __future__ import annotations

from dataclasses import replace

from checkers.check import FileReport
from checkers.document import Entry
from checkers.outcome import Outcome, Spot, Verdict
from checkers.profile import Profile
from checkers.registry import find_rule
from checkers.reports.lean import lean
from checkers.waivers.waiver import Examined, Waiver

_DIGITS = 8
_WAIVER_ERROR = "The file of its waivers is not right. Check it without --redact to see why."


def redacted(report: FileReport, number: int) -> FileReport:
    """The report on the file of that number, with everything left out that came from the file or its name."""
    report = lean(report)
    doc = report.doc
    return replace(
        report,
        path=f"document {number} (sha256 {report.sha256[:_DIGITS]})" if report.sha256 else f"document {number}",
        doc=replace(doc, entries=tuple(map(_without_date, doc.entries))) if doc else None,
        profile=_without_own_name(report.profile) if report.profile else None,
        error="The file cannot be read. Check it without --redact to see why." if report.error else None,
        outcomes=tuple(map(_without_words, report.outcomes)),
        waivers=tuple(Examined(_without_reason(waiver), standing) for waiver, standing in report.waivers),
        waiver_error=_WAIVER_ERROR if report.waiver_error else None,
    )


def _without_words(outcome: Outcome) -> Outcome:
    rule = find_rule(outcome.rule)
    message = {
        Verdict.PASS: "The requirement is met.",
        Verdict.INAPPLICABLE: "The rule has no subject here.",
    }.get(outcome.verdict, f"{rule.name}.")
    fix = f"Look at this place in the document; `tandem rule {rule.code}` says what is wanted." if outcome.fix else ""
    spot = Spot(outcome.spot.place) if outcome.spot else None
    waiver = _without_reason(outcome.waiver) if outcome.waiver else None
    return replace(outcome, message=message, fix=fix, spot=spot, waiver=waiver)


def _without_reason(waiver: Waiver) -> Waiver:
    return replace(waiver, reason="", by="")


def _without_date(entry: Entry) -> Entry:
    return replace(entry, date=replace(entry.date, text="date left out", date=None)) if entry.date else entry


def _without_own_name(profile: Profile) -> Profile:
    """A user's own profile may be named for an agency."""
    return replace(profile, id="own", name="a profile of the user's own") if profile.file else profile
