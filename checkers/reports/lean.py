"""A report without its document: what every report is written from, small enough to keep for a year of notes."""

from __future__ import annotations

from dataclasses import replace

from checkers.check import FINDINGS, FileReport
from checkers.document import Document, Entry
from checkers.layout import Place
from checkers.outcome import Spot, Verdict

_NOWHERE = Spot(Place())


def lean(report: FileReport) -> FileReport:
    """The report with no more of its document than the kind, the notes on reading it, and its sessions' headings."""
    if report.doc is None:
        return report
    doc = report.doc
    reading = replace(doc.reading, blocks=(), signed=())
    entries = tuple(
        Entry(entry.number, _NOWHERE, first=0, last=0, date=entry.date, activity=entry.activity)
        for entry in doc.entries
    )
    return replace(report, doc=Document(reading, lines=(), kind=doc.kind, kind_reason="", entries=entries))


def told(report: FileReport, *, all_outcomes: bool, passed: bool = False) -> FileReport:
    """The report with no outcomes but those that ask for something (or `passed`), unless all are to be told.

    For the formats that are written when all files are done: what does not apply is by far the most.
    """
    if all_outcomes:
        return report
    wanted = FINDINGS | {Verdict.PASS} if passed else FINDINGS
    return replace(report, outcomes=tuple(each for each in report.outcomes if each.verdict in wanted))
