"""The document as it was read, with the place of a finding marked."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.safe import joined, shown_line
from checkers.document import Document
from checkers.layout import Block, Line, Place, lines_of
from checkers.outcome import Spot

_MARK, _NO_MARK = "▶ ", "  "


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row as shown: a line, or a table's row with its cells side by side; and the places that it shows."""

    text: str
    places: frozenset[Place]
    heading: bool = False


def rows_of(document: Document) -> list[PageRow]:
    """The rows of a document in reading order; blank lines in a row are given once."""
    rows: list[PageRow] = []
    for block in document.reading.blocks:
        for row in _rows(block):
            if row.text.strip() or (rows and rows[-1].text.strip()):
                rows.append(row)
    return rows


def _rows(block: Block) -> list[PageRow]:
    if isinstance(block, Line):
        return [PageRow(block.text.replace("\t", "    "), frozenset({block.place}), block.heading)]
    rows: list[PageRow] = []
    for row in block.rows:
        cells = [" ".join(line.text.strip() for line in cell.lines if line.text.strip()) for cell in row.cells]
        places = frozenset(line.place for cell in row.cells for line in lines_of(cell.blocks))
        rows.append(PageRow(" │ ".join(cell.replace("\t", " ") for cell in cells), places))
    return rows


class DocumentPage(OptionList):
    """The rows of a document; the one that a finding speaks of is marked with ▶ and in reverse."""

    BORDER_TITLE = "The document as read"

    def __init__(self) -> None:
        super().__init__(id="page", compact=True)
        self._rows: list[PageRow] = []
        self._marked: int | None = None

    def show(self, document: Document | None) -> None:
        """Show a document from its beginning."""
        self._rows = rows_of(document) if document else []
        self._marked = None
        self.clear_options()
        self.add_options(Option(self._content(number)) for number in range(len(self._rows)))

    def mark(self, spot: Spot | None) -> None:
        """Mark the row where a finding stands, and bring it into view."""
        old, self._marked = self._marked, self._row_of(spot)
        for number in {old, self._marked} - {None}:
            self.replace_option_prompt_at_index(number, self._content(number, spot))  # type: ignore[arg-type]
        self.highlighted = self._marked

    def _row_of(self, spot: Spot | None) -> int | None:
        if spot is None:
            return None
        at = [number for number, row in enumerate(self._rows) if spot.place in row.places]
        return next((number for number in at if spot.text.strip() in self._rows[number].text), at[0] if at else None)

    def _content(self, number: int, spot: Spot | None = None) -> Content:
        row = self._rows[number]
        marked = number == self._marked
        text = row.text
        words = spot.text.strip() if marked and spot else ""
        at = text.find(words) if words else -1
        if at < 0:
            body = shown_line(text, "reverse" if marked else "bold" if row.heading else "")
        else:
            end = at + len(words)
            body = joined(
                shown_line(text[:at]), shown_line(text[at:end], "reverse"), shown_line(text[end:]), between=""
            )
        return joined(shown_line(_MARK if marked else _NO_MARK), body, between="")
