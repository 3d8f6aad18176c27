"""What a report says of a file besides its findings."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.check import FileReport
from checkers.reports.wording import counted, waiver_in_words
from checkers.waivers.waiver import Standing, Waiver

_STANDINGS = {
    Standing.CHANGED: "no longer holds: the document was changed after it was given. Decide again, or take it out.",
    Standing.EXPIRED: "has run out. Mend what it let stand, or decide again.",
    Standing.UNUSED: "is not used: the rule finds nothing there that it could let stand. Take it out.",
}


def notes_on(report: FileReport) -> Iterator[str]:
    """What is to be said of a file besides its findings: what was not read, and waivers that do not hold."""
    if report.doc:
        yield from report.doc.reading.notes
    if report.known:
        yield f"{counted(report.known, 'finding')} left out: in the baseline."
    yield from waiver_notes(report)


def waiver_notes(report: FileReport) -> Iterator[str]:
    """What is to be said of the waivers of a file that do not hold."""
    if report.waiver_error:
        yield f"No waiver holds here. {report.waiver_error}"
    for waiver, standing in report.waivers:
        if standing is not Standing.HOLDS:
            yield f"{_waived_in_words(waiver)} {_STANDINGS[standing]} ({waiver_in_words(waiver)})"


def _waived_in_words(waiver: Waiver) -> str:
    """What a waiver is for: "The waiver of MED001 in session 2"."""
    return f"The waiver of {waiver.rule}{f' in session {waiver.entry}' if waiver.entry else ''}"
