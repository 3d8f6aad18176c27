"""The list of documents with what became of each."""

from __future__ import annotations

from pathlib import Path

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.safe import joined, shown_line
from checkers.check import FileReport
from checkers.outcome import Severity
from checkers.reports.wording import counted


def state_in_words(report: FileReport) -> tuple[str, str]:
    """A symbol and words for what was found: ("✗", "2 errors, 1 to look at")."""
    if report.error:
        return "!", "not read"
    counts = [(report.violations(severity), severity.value) for severity in Severity]
    words = [counted(number, word) for number, word in counts if number]
    if report.incomplete:
        words.append(f"{report.incomplete} to look at")
    symbol = "✗" if any(number for number, _ in counts) else "?" if report.incomplete else "✓"
    return symbol, ", ".join(words) or "nothing to correct"


class DocumentList(OptionList):
    """The documents checked, in the order of their checking."""

    BORDER_TITLE = "Documents"

    def __init__(self) -> None:
        super().__init__(id="documents")
        self.reports: list[FileReport] = []

    @property
    def current(self) -> FileReport | None:
        """The document that is chosen."""
        at = self.highlighted
        return self.reports[at] if at is not None and at < len(self.reports) else None

    def move(self, step: int) -> bool:
        """Go to the next document with findings (1) or the one before (-1); False where there is none."""
        at = self.highlighted if self.highlighted is not None else -step
        there = [number for number, each in enumerate(self.reports) if each.findings and (number - at) * step > 0]
        if there:
            self.highlighted = min(there, key=lambda number: abs(number - at))
        return bool(there)

    def clear(self) -> None:
        """Forget all documents."""
        self.reports = []
        self.clear_options()

    def add(self, report: FileReport) -> None:
        """Add a document, or put it in the place of its earlier self."""
        at = next((number for number, each in enumerate(self.reports) if each.path == report.path), None)
        if at is not None:
            self.reports[at] = report
            self.replace_option_prompt_at_index(at, _prompt(report))
            return
        self.reports.append(report)
        self.add_option(Option(_prompt(report)))


def _prompt(report: FileReport) -> Content:
    symbol, words = state_in_words(report)
    path = Path(report.path)
    folder = f" · in {path.parent.name}" if path.parent.name else ""
    return joined(shown_line(f"{symbol} {path.name}", "bold"), shown_line(f"  {words}{folder}"))
