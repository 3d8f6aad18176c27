"""In words: what became of a document, of all of them together, and of one that was checked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from checkers.check import FileReport
from checkers.outcome import Severity
from checkers.reports.wording import counted

_NOT_FOUND = "There is no file of this name."
"""How reading a file says that it is not there."""


def state_of(report: FileReport) -> tuple[str, str]:
    """A symbol and words for what was found: ("✗", "2 errors, 1 to look at")."""
    if report.error:
        return "!", "not found" if report.error.startswith(_NOT_FOUND) else "not read"
    counts = [(report.violations(severity), severity.value) for severity in Severity]
    words = [counted(number, word) for number, word in counts if number]
    if report.incomplete:
        words.append(f"{report.incomplete} to look at")
    symbol = "✗" if any(number for number, _ in counts) else "?" if report.incomplete else "✓"
    if report.waiver_error:
        return "?", f"{', '.join(words) or 'nothing else'}; its waivers cannot be read"
    waived = f", {len(report.waived)} waived" if report.waived else ""
    return symbol, f"{', '.join(words) or 'ready to send'}{waived}"


def verdict(reports: Sequence[FileReport]) -> str:
    """What became of all documents: "11 checked: 5 ready to send, 6 to mend. 1 not found."."""
    states = Counter(words if symbol == "!" else symbol for symbol, words in map(state_of, reports))
    checked = sum(states[symbol] for symbol in "✓✗?")
    found = [(states["✓"], "ready to send"), (states["✗"], "to mend"), (states["?"], "to look at")]
    sentences = [f"{checked} checked: {_listed(found)}."] if checked else []
    if missed := _listed([(states["not read"], "not read"), (states["not found"], "not found")]):
        sentences.append(f"{missed}.")
    return " ".join(sentences)


def _listed(counts: Sequence[tuple[int, str]]) -> str:
    return ", ".join(f"{number} {words}" for number, words in counts if number)


def mended(before: FileReport, after: FileReport) -> str:
    """What changed from one check of a document to the next: "2 of 3 mended, 1 remains"."""
    name = Path(after.path).name
    if after.error:
        return f"Checked again: {name}: {state_of(after)[1]}."
    old, new = (Counter((each.rule, each.entry) for each in report.findings) for report in (before, after))
    remaining, added = (old & new).total(), (new - old).total()
    words = [f"{old.total() - remaining} of {old.total()} mended"] if old else []
    if remaining:
        words.append(f"{remaining} {'remains' if remaining == 1 else 'remain'}")
    if added:
        words.append(f"{added} new")
    return f"Checked again: {name}: {', '.join(words) or 'still nothing to correct'}."
