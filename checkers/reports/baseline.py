"""A report of before, so that only what is new is told.

A finding counts as known where the earlier report has one of the same rule and outcome with the same message and the
same quoted words, in a session of the same date, of the same file. Its place and the number of its session do not
count: they change whenever something is put in above. Of findings that are alike in all that, as many are known as
there were. A file that was renamed or moved is known by its SHA-256 sum as long as it is otherwise the same.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checkers.check import FINDINGS, FileReport
from checkers.reports.json import file_object

Known = tuple[Any, ...]
"""By what a finding is known again."""


_SESSION = re.compile(r"\bsession \d+", re.IGNORECASE)


class NoBaseline(Exception):
    """It is no report of before; the message says why."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding was there, by the file's path and by its sum; `folder` is where relative paths begin."""

    folder: Path
    by_path: Mapping[str, Counter[Known]]
    by_sum: Mapping[str, Counter[Known]]

    def holds(self, report: FileReport) -> bool:
        """Whether the file was checked then, under this path or with this content."""
        return self._before(report) is not None

    def new_in(self, report: FileReport) -> FileReport:
        """The report without the findings that were there before; a file that cannot be read is always told of."""
        left = Counter(self._before(report) or ())
        if report.error or not left:
            return report
        told = file_object(report, all_outcomes=True)
        kept = []
        for outcome, shown in zip(report.outcomes, _keys(told), strict=True):
            if outcome.verdict in FINDINGS and left[shown] > 0:
                left[shown] -= 1
            else:
                kept.append(outcome)
        return replace(report, outcomes=tuple(kept), known=len(report.outcomes) - len(kept))

    def _before(self, report: FileReport) -> Counter[Known] | None:
        return self.by_path.get(_full(self.folder, report.path), self.by_sum.get(report.sha256 or ""))


def read_baseline(text: str, folder: Path) -> Baseline:
    """The baseline that a report in JSON or JSON lines makes; `folder` is where its relative paths begin.

    What was waived then is not known: once it is not waived any more, it is told.

    Raises:
        NoBaseline: it is no such report.
    """
    try:
        by_path, by_sum = {}, {}
        for file in _files(text):
            known = Counter(
                key
                for key, outcome in zip(_keys(file), file["outcomes"], strict=True)
                if outcome["outcome"] in FINDINGS and not outcome.get("waived")
            )
            by_path[_full(folder, file["path"])] = known
            if file["sha256"]:
                by_sum[str(file["sha256"])] = known
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NoBaseline("it is no report of Tandem.") from None
    return Baseline(folder, by_path, by_sum)


def _files(text: str) -> Sequence[dict[str, Any]]:
    """The objects about files in a report in either form. Raises `ValueError` for an empty text, which is neither."""
    try:
        whole = json.loads(text)
    except ValueError:
        if not text.strip():
            raise
        return [json.loads(line) for line in text.splitlines()]
    files: Sequence[dict[str, Any]] = whole.get("files", [whole])
    return files


def _keys(file: dict[str, Any]) -> list[Known]:
    """What each outcome of a file's object is known by, in order."""
    dates = {entry["entry"]: entry["date"] for entry in file["entries"]}
    return [
        (
            outcome["rule"],
            outcome["outcome"],
            _SESSION.sub("session", outcome["message"]),
            (outcome["location"] or {}).get("text", ""),
            dates.get(outcome["entry"]),
        )
        for outcome in file["outcomes"]
    ]


def _full(folder: Path, path: str) -> str:
    return os.path.normpath(folder / path)
