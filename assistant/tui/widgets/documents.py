"""The list of documents with what became of each."""

from __future__ import annotations

from pathlib import Path

from textual.content import Content

from assistant.tui.laid import cut_in_the_middle, flowing, stacked
from assistant.tui.safe import shown_line
from assistant.tui.verdicts import state_of
from assistant.tui.widgets.marked_list import Item, MarkedList
from checkers.check import FileReport
from checkers.visible import visible_line


class DocumentList(MarkedList):
    """The documents checked, in the order of their checking."""

    BORDER_TITLE = "Documents"
    BORDER_SUBTITLE = "Enter: its findings"

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
        self.fill([])

    def add(self, report: FileReport) -> None:
        """Add a document, or put it in the place of its earlier self."""
        at = next((number for number, each in enumerate(self.reports) if each.path == report.path), None)
        if at is None:
            self.reports.append(report)
            self.append(_item(report))
        else:
            self.reports[at] = report
            self.put(at, _item(report))


def _item(report: FileReport) -> Item:
    symbol, words = state_of(report)
    path = Path(report.path)
    folder = f" · {path.parent.name}" if path.parent.name else ""

    def name(width: int) -> list[Content]:
        ending = len(path.suffix) + 3  # of the name itself a little, so that "-1.docx" and "-2.docx" can be told apart
        return [shown_line(cut_in_the_middle(visible_line(path.name), width, ending=ending), "bold")]

    return Item(symbol, stacked(name, flowing(shown_line(f"{words}{folder}"))))
