"""Findings as a table for spreadsheets: one row a finding, a file that cannot be read among them (RFC 4180).

A byte order mark stands first: by it Excel takes the file for UTF-8. No cell can become a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from checkers.check import FileReport
from checkers.ownership import owner_of
from checkers.registry import find_rule
from checkers.reports.grouping import Finding, findings_of
from checkers.reports.json import day_of
from checkers.reports.manner import Manner
from checkers.reports.wording import KINDS, quotation, sources_in_words, waiver_in_words
from checkers.visible import visible_line

COLUMNS = (
    "file", "kind", "profile", "entry", "date", "rule", "name", "outcome", "severity", "owner",
    "part", "page", "table", "row", "cell", "paragraph", "line", "text", "message", "fix", "sources", "waived",
)  # fmt: skip
_BYTE_ORDER_MARK = "\ufeff"
_BEGINS_FORMULA = re.compile(r"(^|;)(?=[\s\"']*[=+\-@＝＋－＠])")
"""Where a spreadsheet would see the beginning of a cell with a formula in it: also behind a semicolon, at which some
part the cells. The wide signs count as formulas where Japanese is written."""


def write(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """The heads of the columns, then the rows, as each file is done."""
    yield _BYTE_ORDER_MARK + _line(COLUMNS)
    for report in reports:
        for found in findings_of(report, all_outcomes=manner.all_outcomes):
            yield _line([harmless(cell) for cell in _cells(found, manner)])


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what would begin one."""
    return _BEGINS_FORMULA.sub(r"\1'", visible_line(text))


def _cells(found: Finding, manner: Manner) -> Iterator[str]:
    report, _, outcome = found
    rule, place = find_rule(outcome.rule), outcome.spot.place if outcome.spot else None
    entries = {entry.number: entry for entry in report.doc.entries} if report.doc else {}
    entry = entries.get(outcome.entry) if outcome.entry else None
    yield report.path
    yield KINDS[report.kind] if report.doc else ""
    yield report.profile.id if report.profile else ""
    yield _number(outcome.entry)
    yield (day_of(entry) or "") if entry else ""
    yield rule.code
    yield rule.name
    yield outcome.verdict.value
    yield outcome.severity.value if outcome.severity else ""
    yield owner_of(outcome, report.kind).value
    yield place.part if place else ""
    for number in (
        (place.page, place.table, place.row, place.cell, place.paragraph, place.line) if place else [None] * 6
    ):
        yield _number(number)
    yield quotation(outcome.spot.text) if outcome.spot else ""
    yield outcome.message
    yield outcome.fix
    yield sources_in_words(rule, manner.titles)
    yield waiver_in_words(outcome.waiver) if outcome.waiver else ""


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
