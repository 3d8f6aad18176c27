"""Reports for programs, in the JSON shape that Tandem promises to keep.

The text is plain ASCII, everything else escaped: it survives any pipe, and a file name that is no valid Unicode too.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from checkers.check import FileReport
from checkers.document import Entry, Kind
from checkers.outcome import Outcome, Severity, Spot
from checkers.ownership import owner_of
from checkers.registry import find_rule
from checkers.reports.lean import told
from checkers.reports.manner import Manner
from checkers.visible import visible_line
from checkers.waivers.waiver import Waiver

LONGEST_TEXT = 80


def write(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """The whole report as one object, once all files are done."""
    done = [told(report, all_outcomes=manner.all_outcomes) for report in reports]
    files = [file_object(report, all_outcomes=manner.all_outcomes) for report in done]
    yield report_json(files, summary_object(done), version=manner.version, today=manner.today)


def write_lines(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """One line a file, as each is done. By its `today` and `basis` a later run knows whether the line still holds."""
    rests_on = {"today": manner.today.isoformat(), "basis": manner.basis} if manner.basis else {}
    for report in reports:
        yield json.dumps(file_object(report, all_outcomes=manner.all_outcomes) | rests_on) + "\n"


def report_json(files: Sequence[dict[str, Any]], summary: dict[str, Any], *, version: str, today: datetime.date) -> str:
    """The whole report: the objects of `file_object`, in order, and that of `summary_object`."""
    whole = {
        "tool": {"name": "tandem", "version": version},
        "today": today.isoformat(),
        "files": files,
        "packets": [],
        "summary": summary,
    }
    return json.dumps(whole, indent=1) + "\n"


def file_object(report: FileReport, *, all_outcomes: bool = False) -> dict[str, Any]:
    """One file's report; only what was found, unless `all_outcomes`. Of waivers and a baseline only where there are."""
    return {
        "path": report.path,
        "sha256": report.sha256,
        "kind": report.kind.value,
        "profile": report.profile.id if report.profile else None,
        "error": report.error,
        "entries": [_entry_object(entry) for entry in report.doc.entries] if report.doc else [],
        "outcomes": [outcome_object(outcome, report.kind) for outcome in report.listed(all_outcomes=all_outcomes)],
        **_where_any(
            waivers=[waiver_object(waiver) | {"standing": standing.value} for waiver, standing in report.waivers],
            waiver_error=report.waiver_error,
            known=report.known,
        ),
    }


def outcome_object(outcome: Outcome, kind: Kind) -> dict[str, Any]:
    """One outcome in a document of that kind, with its place, its rule's sources and who can mend it.

    `fix` is empty where there is nothing to do; `waived` is there only where somebody let a finding stand.
    """
    return {
        "rule": outcome.rule,
        "outcome": outcome.verdict.value,
        "severity": outcome.severity.value if outcome.severity else None,
        "entry": outcome.entry,
        "message": outcome.message,
        "fix": outcome.fix,
        "location": location_object(outcome.spot),
        "citations": [{"source": source, "locator": locator} for source, locator in find_rule(outcome.rule).cites],
        "owner": owner_of(outcome, kind).value,
        **_where_any(waived=waiver_object(outcome.waiver) if outcome.waiver else None),
    }


def waiver_object(waiver: Waiver) -> dict[str, Any]:
    """A waiver with its days as year-month-day; what it does not limit is None."""
    return {
        "rule": waiver.rule,
        "entry": waiver.entry,
        "reason": waiver.reason,
        "by": waiver.by,
        "on": waiver.on.isoformat(),
        "until": waiver.until.isoformat() if waiver.until else None,
    }


def location_object(spot: Spot | None) -> dict[str, Any] | None:
    """Where something stands, without what does not apply there; None for the document as a whole."""
    if spot is None:
        return None
    place = spot.place
    numbers = {
        "page": place.page,
        "part": place.part,
        "table": place.table,
        "row": place.row,
        "cell": place.cell,
        "paragraph": place.paragraph,
        "line": place.line,
    }
    found: dict[str, Any] = {name: value for name, value in numbers.items() if value is not None}
    if spot.text:
        found["text"] = visible_line(spot.text)[:LONGEST_TEXT]
    return found


def summary_object(reports: Sequence[FileReport]) -> dict[str, Any]:
    """How much was found in all files together."""
    return {
        "files": len(reports),
        "unreadable": sum(report.error is not None for report in reports),
        "violations": {severity.value: sum(report.violations(severity) for report in reports) for severity in Severity},
        "incomplete": sum(report.incomplete for report in reports),
        **_where_any(
            waived=sum(len(report.waived) for report in reports), known=sum(report.known for report in reports)
        ),
    }


def day_of(entry: Entry) -> str | None:
    """An entry's date as year-month-day; None where it has none that is a day."""
    return entry.date.date.isoformat() if entry.date and entry.date.date else None


def _where_any(**aside: Any) -> dict[str, Any]:
    """What is told of waivers and of a baseline: only where there are any."""
    return {name: value for name, value in aside.items() if value}


def _entry_object(entry: Entry) -> dict[str, Any]:
    return {"entry": entry.number, "date": day_of(entry), "activity": entry.activity.value}
