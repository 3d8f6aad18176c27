"""The list of documents with what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual.content import Content

from assistant.filtering import Filter
from assistant.tui.laid import cut_in_the_middle, flowing, stacked
from assistant.tui.safe import shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList
from assistant.verdicts import state_of, verdict
from checkers.check import FileReport
from checkers.visible import visible_line


class DocumentList(MarkedList):
    """The documents checked, in the order of their checking; those that a filter leaves out are kept, not shown."""

    BORDER_TITLE = "Documents"
    BORDER_SUBTITLE = "Enter: its findings"

    def __init__(self) -> None:
        super().__init__(id="documents")
        self._by_path: dict[str, FileReport] = {}
        self._shown: list[str] = []
        self._places: dict[str, int] = {}
        """Where in the list each document that is shown stands."""
        self._filter = Filter()
        self._verdict = ""
        """As it was put together last; "" when documents have changed since."""

    @property
    def reports(self) -> list[FileReport]:
        """All documents, shown or not."""
        return list(self._by_path.values())

    @property
    def current(self) -> FileReport | None:
        """The document that is chosen."""
        at = self.highlighted
        return self._by_path[self._shown[at]] if at is not None and at < len(self._shown) else None

    @property
    def verdict(self) -> str:
        """What became of all documents, in words; put together once for each change, for there may be a thousand."""
        self._verdict = self._verdict or verdict(self.reports)
        return self._verdict

    def holds(self, path: str) -> bool:
        """Whether a document is listed."""
        return path in self._by_path

    def move(self, step: int) -> bool:
        """Go to the next document with something shown that asks to be mended (1), or the one before (-1)."""
        at = self.highlighted if self.highlighted is not None else -step
        there = range(at + step, len(self._shown) if step > 0 else -1, step)
        found = next((number for number in there if self._asks(self._by_path[self._shown[number]])), None)
        if found is not None:
            self.highlighted = found
        return found is not None

    def choose(self, paths: Iterable[str]) -> None:
        """Choose the first of these documents that asks to be mended, or the first of them."""
        there = [path for path in dict.fromkeys(paths) if path in self._places]
        asking = next((path for path in there if self._asks(self._by_path[path])), None)
        if there:
            self.highlighted = self._places[asking or there[0]]

    def _asks(self, report: FileReport) -> bool:
        return any(not outcome.waiver for outcome in self._filter.shown(report))

    def clear(self) -> None:
        """Forget all documents."""
        self._by_path.clear()
        self.narrow(Filter())

    def narrow(self, wanted: Filter) -> None:
        """Show the documents with findings that the filter admits, the chosen one still chosen if it is among them."""
        chosen = self._shown[self.highlighted] if self.highlighted is not None else ""
        self._filter = wanted
        self._shown = [path for path, each in self._by_path.items() if not wanted or wanted.shown(each)]
        self._places = {path: at for at, path in enumerate(self._shown)}
        self.fill(_item(self._by_path[path]) for path in self._shown)
        self.highlighted = self._places.get(chosen, 0) if self._shown else None
        self._count()

    def add(self, reports: Sequence[FileReport]) -> None:
        """Add documents, each that is there already in the place of its earlier self."""
        new: list[Item] = []
        for report in {each.path: each for each in reports}.values():
            self._by_path[report.path] = report
            at = self._places.get(report.path)
            if at is not None:
                self.put(at, _item(report))
            elif not self._filter or self._filter.shown(report):
                self._places[report.path] = len(self._shown)
                self._shown.append(report.path)
                new.append(_item(report))
        self.append(new)
        self._count()

    def take_off(self, path: str) -> None:
        """Take a document off the list."""
        at = self._places.get(path, 0)
        self._by_path.pop(path, None)
        self.narrow(self._filter)
        if self._shown:
            self.highlighted = min(at, len(self._shown) - 1)

    def _count(self) -> None:
        self._verdict = ""
        shown, listed = len(self._shown), len(self._by_path)
        self.border_title = f"Documents: {shown} of {listed} shown" if self._filter else "Documents"


def _item(report: FileReport) -> Item:
    symbol, words = state_of(report)
    path = Path(report.path)
    folder = f" · {path.parent.name}" if path.parent.name else ""

    def name(width: int) -> list[Content]:
        ending = len(path.suffix) + 3  # of the name itself a little, so that "-1.docx" and "-2.docx" can be told apart
        return [shown_line(cut_in_the_middle(visible_line(path.name), width, ending=ending), "bold")]

    return Item(symbol, stacked(name, flowing(shown_line(f"{words}{folder}"))))
