"""A document as it is laid out on the page: its rows, and where among them a finding stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from assistant.tui.laid import Lines, flowing, hung, stacked
from assistant.tui.safe import joined, shown_line
from checkers.document import Document
from checkers.layout import Block, Line, Place, Table, lines_of
from checkers.outcome import Spot

MARKS = ("▶", "◀")
"""What stands before and behind the words of a finding."""

_BESIDE = Content(" │ ")
_TAB = "    "
_NO_HEAD = re.compile(r"[:\d_☐☒]")
_LONGEST_HEAD = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a table's cell with the head of its column; and the places that it shows."""

    text: str
    places: frozenset[Place]
    head: str = ""


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row: a line, or a table's row with its cells."""

    pieces: tuple[Piece, ...]
    heading: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(piece.text.strip() for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a finding stands: in which piece of which row, and on which words; "" for all of it."""

    row: int
    piece: int
    words: str


def rows_of(document: Document) -> list[PageRow]:
    """The rows of a document in reading order; blank lines in a row are given once."""
    rows: list[PageRow] = []
    for block in document.reading.blocks:
        for row in _rows(block):
            if not row.is_blank or (rows and not rows[-1].is_blank):
                rows.append(row)
    return rows


def find(rows: list[PageRow], spot: Spot | None) -> Found | None:
    """Where among the rows a finding stands; None where it speaks of no place."""
    if spot is None:
        return None
    words = _without_tabs(spot.text.strip())
    there = [
        (Found(at, number, words), words in piece.text)
        for at, row in enumerate(rows)
        for number, piece in enumerate(row.pieces)
        if spot.place in piece.places
    ]
    exact = [found for found, has_words in there if has_words]
    return exact[0] if exact else Found(there[0][0].row, there[0][0].piece, "") if there else None


def lay_out(row: PageRow, found: Found | None) -> Lines:
    """A row's lines: its cells side by side where they fit, else one below another under the heads of their columns.

    What was found stands between ▶ and ◀ and in reverse.
    """
    side_by_side = _side_by_side(row, found)
    filled = [number for number, piece in enumerate(row.pieces) if piece.text or (found and found.piece == number)]
    cells = stacked(*(_cell(row, number, found, "┌" if number == filled[0] else "│") for number in filled))

    def lay(width: int) -> list[Content]:
        fits = len(row.pieces) == 1 or side_by_side.cell_length <= width
        return _hanging(side_by_side)(width) if fits else cells(width)

    return lay


def _rows(block: Block) -> Iterator[PageRow]:
    if isinstance(block, Line):
        piece = Piece(_without_tabs(block.text), frozenset({block.place}))
        yield PageRow((piece,), block.heading)
        return
    heads = _heads(block)
    for at, row in enumerate(block.rows):
        yield PageRow(
            tuple(
                Piece(
                    _without_tabs(" ".join(line.text.strip() for line in cell.lines if line.text.strip())),
                    frozenset(line.place for line in lines_of(cell.blocks)),
                    heads.get(cell.column, "") if at else "",
                )
                for cell in row.cells
            )
        )


def _heads(table: Table) -> dict[int, str]:
    """What stands over a table's columns, where its first row holds nothing but short names."""
    first = table.rows[0].cells if table.rows else ()
    heads = {cell.column: " ".join(line.text.strip() for line in cell.lines) for cell in first}
    names = len(table.rows) > 1 < len(heads) and all(
        0 < len(head) <= _LONGEST_HEAD and not _NO_HEAD.search(head) for head in heads.values()
    )
    return heads if names else {}


def _without_tabs(text: str) -> str:
    return text.replace("\t", _TAB)


def _side_by_side(row: PageRow, found: Found | None) -> Content:
    return _BESIDE.join(_piece(row, number, found) for number in range(len(row.pieces)))


def _cell(row: PageRow, number: int, found: Found | None, sign: str) -> Lines:
    head = row.pieces[number].head
    text = joined(shown_line(f"{head}: ") if head else Content(""), _piece(row, number, found), between="")
    return hung(shown_line(f"{sign} "), _hanging(text))


def _hanging(text: Content) -> Lines:
    """Text whose further lines are set in."""

    def lay(width: int) -> list[Content]:
        if text.cell_length <= width:
            return [text]
        first, *rest = flowing(text)(width - 2)
        return [first, *(line.pad_left(2) for line in rest)]

    return lay


def _piece(row: PageRow, number: int, found: Found | None) -> Content:
    """A piece's text, with what was found in it marked."""
    text, style = row.pieces[number].text, "bold" if row.heading else ""
    if found is None or found.piece != number:
        return shown_line(text, style)
    words = found.words or text.strip()
    at = text.find(words)
    end = at + len(words)
    return joined(
        shown_line(text[:at], style),
        shown_line(f"{MARKS[0]}{words}{MARKS[1]}", "reverse"),
        shown_line(text[end:], style),
        between="",
    )
