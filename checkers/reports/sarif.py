"""Findings in SARIF 2.1.0 (OASIS), the format in which programs that show findings of others take them.

A violation has the kind "fail" and a level; what a person has to look at has the kind "review", and by section 3.27.10
no level then. A line of a text file is a region; places on pages and in tables, for which SARIF has no regions, are
logical locations. The text is plain ASCII, everything else escaped.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from checkers.check import FileReport
from checkers.outcome import Outcome, Severity, Spot, Verdict
from checkers.ownership import owner_of
from checkers.registry import find_rule
from checkers.reports.grouping import WHOLE, Finding, findings_of
from checkers.reports.lean import told
from checkers.reports.manner import Manner
from checkers.reports.notes import waiver_notes
from checkers.reports.wording import place_in_words, quotation, sources_in_words, waiver_in_words
from checkers.rule import Rule
from checkers.visible import visible_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note", None: "none"}
_KINDS = {
    Verdict.VIOLATION: "fail",
    Verdict.INCOMPLETE: "review",
    Verdict.PASS: "pass",
    Verdict.INAPPLICABLE: "notApplicable",
}


def write(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """The log with one run, once all files are done."""
    done = [told(report, all_outcomes=manner.all_outcomes) for report in reports]
    found = [list(findings_of(report, all_outcomes=manner.all_outcomes)) for report in done]
    codes = sorted({each.outcome.rule for findings in found for each in findings})
    results = [each for number, findings in enumerate(found) for each in _results(findings, number, codes)]
    if any("suppressions" in each for each in results):  # section 3.27.23: all have them, or none
        results = [{"suppressions": [], **each} for each in results]
    driver = {
        "name": "Tandem",
        "version": manner.version,
        "language": "en-US",
        "rules": [_rule(find_rule(code), manner) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": "en-US",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(done)],
        "artifacts": [_artifact(report) for report in done],
        "results": results,
        "properties": {"today": manner.today.isoformat()},
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def uri(path: str) -> str:
    """A file's path as a URI: relative as it was named, and a file's full address only where the full path was."""
    pure = PurePath(path)
    if not pure.is_absolute():
        return quote(pure.as_posix(), errors="surrogatepass")
    return f"file://{quote('/' + pure.as_posix().lstrip('/'), errors='surrogatepass')}"


def _rule(rule: Rule, manner: Manner) -> dict[str, Any]:
    sources = sources_in_words(rule, manner.titles)
    explained = "\n\n".join(part for part in (rule.explanation, f"Source: {sources}." if sources else "") if part)
    example = "\n\n".join(
        f"{title}:\n\n```text\n{text.rstrip()}\n```"
        for title, text in (("This is found", rule.bad), ("This passes", rule.good))
    )
    return {
        "id": rule.code,
        "name": type(rule).__name__,
        "shortDescription": {"text": f"{rule.name}."},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": explained, "markdown": f"{explained}\n\n{example}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"owner": rule.owner.value, "tags": [rule.family]},
    }


def _invocation(reports: Sequence[FileReport]) -> dict[str, Any]:
    """How the run went: a file that could not be read is told here too, since nothing is known of it."""
    told = [
        {
            "level": level,
            "message": {"text": visible_line(text)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(report.path), "index": number}}}],
        }
        for number, report in enumerate(reports)
        for level, text in _notifications(report)
    ]
    successful = not any(report.error for report in reports)
    return {"executionSuccessful": successful, "toolExecutionNotifications": told}


def _notifications(report: FileReport) -> Iterator[tuple[str, str]]:
    if report.error:
        yield "error", report.error
    yield from (("warning", note) for note in waiver_notes(report))


def _artifact(report: FileReport) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": uri(report.path)}, "roles": ["analysisTarget"]}
    if report.sha256:
        artifact["hashes"] = {"sha-256": report.sha256}
    properties = {"kind": report.kind.value, "profile": report.profile.id} if report.profile else {}
    return artifact | ({"properties": properties} if properties else {})


def _results(findings: Iterable[Finding], artifact: int, codes: Sequence[str]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for found in findings:
        outcome = found.outcome
        mark = _fingerprint(outcome)
        seen[mark] += 1
        yield {
            "ruleId": outcome.rule,
            "ruleIndex": codes.index(outcome.rule),
            "kind": _KINDS[outcome.verdict],
            "level": _LEVELS[outcome.severity],
            "message": {"text": visible_line(f"{outcome.message} {outcome.fix}".strip())},
            "locations": [_location(found, artifact)],
            "partialFingerprints": {"tandemFinding/v1": f"{mark}:{seen[mark]}"},
            "properties": {"entry": outcome.entry, "owner": owner_of(outcome, found.report.kind).value},
            **_suppressed(outcome),
        }


def _suppressed(outcome: Outcome) -> dict[str, Any]:
    """The waiver of a finding; "external", since it stands in a file beside the document."""
    if not outcome.waiver:
        return {}
    justification = visible_line(waiver_in_words(outcome.waiver))
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": justification}]}


def _fingerprint(outcome: Outcome) -> str:
    """What stays the same when the document grows above the finding: rule, message and words, and no place."""
    said = (outcome.rule, outcome.message, outcome.spot.text if outcome.spot else "")
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _location(found: Finding, artifact: int) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(found.report.path), "index": artifact}}
    spot = found.outcome.spot
    if spot and spot.place.line is not None:
        physical["region"] = {"startLine": spot.place.line, **_snippet(spot)}
    location: dict[str, Any] = {"physicalLocation": physical}
    session = "" if found.session == WHOLE else found.session
    if name := " / ".join(part for part in (session, place_in_words(spot.place) if spot else "") if part):
        location["logicalLocations"] = [{"fullyQualifiedName": name}]
    return location


def _snippet(spot: Spot) -> dict[str, Any]:
    return {"snippet": {"text": quotation(spot.text)}} if spot.text else {}
