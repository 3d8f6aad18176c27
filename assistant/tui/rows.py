"""A document as it is laid out on the page: its rows, and where among them a finding stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content

from assistant.drawing import Drawn, drawn_in, signatures_by_place
from assistant.heads import heads_of
from assistant.tui.laid import Lines, flowing, hung, stacked
from assistant.tui.safe import joined, shown_line
from checkers.document import Document
from checkers.layout import BLANK_FIELD, Block, Cell, Line, Place
from checkers.outcome import Spot

MARKS = ("▶", "◀")
"""What stands before and behind the words of a finding."""

_BESIDE = Content(" │ ")
_TAB = "    "


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a table's cell with the head of its column; and the places that it shows.

    What is no text is drawn as what it is: `drawn` has the words for it, by where in the text they begin and which part
    of it they take the place of; they take its end for what stands behind it all.
    """

    text: str
    places: frozenset[Place]
    head: str = ""
    drawn: tuple[Drawn, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to be seen of it."""
        return not self.text.strip() and not self.drawn

    def seen(self, start: int, end: int, *, to_the_end: bool = False) -> str:
        """A part of the text as it is drawn, with what begins in it; `to_the_end` also with what stands behind it."""
        parts, at = [], start
        for each in self.drawn:
            if at <= each.start and (each.start < end or to_the_end):
                parts += [self.text[at : each.start], each.words]
                at = each.end
        return "".join([*parts, self.text[at : max(at, end)]])


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row: a line, or a table's row with its cells."""

    pieces: tuple[Piece, ...]
    heading: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return all(piece.is_blank for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a finding stands: in which piece of which row, and on which words; "" for all of it."""

    row: int
    piece: int
    words: str


def rows_of(document: Document) -> list[PageRow]:
    """The rows of a document in reading order; blank lines in a row are given once."""
    rows: list[PageRow] = []
    signed = signatures_by_place(document)
    for block in document.reading.blocks:
        for row in _rows(block, signed):
            if not row.is_blank or (rows and not rows[-1].is_blank):
                rows.append(row)
    return rows


def find(rows: list[PageRow], spot: Spot | None) -> Found | None:
    """Where among the rows a finding stands; None where it speaks of no place."""
    if spot is None:
        return None
    words = spot.text.strip()
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
    filled = [
        number for number, piece in enumerate(row.pieces) if not piece.is_blank or (found and found.piece == number)
    ]
    cells = stacked(*(_laid_cell(row, number, found, "┌" if number == filled[0] else "│") for number in filled))

    def lay(width: int) -> list[Content]:
        fits = len(row.pieces) == 1 or side_by_side.cell_length <= width
        return _hanging(side_by_side)(width) if fits else cells(width)

    return lay


def _rows(block: Block, signed: Mapping[Place, str]) -> Iterator[PageRow]:
    if isinstance(block, Line):
        drawn = tuple(drawn_in(block, signed.get(block.place, "")))
        yield PageRow((Piece(block.text, frozenset({block.place}), "", drawn),), block.heading)
        return
    heads = heads_of(block)
    for at, row in enumerate(block.rows):
        yield PageRow(tuple(_cell_of(cell, signed, heads.get(cell.column, "") if at else "") for cell in row.cells))


def _cell_of(cell: Cell, signed: Mapping[Place, str], head: str) -> Piece:
    """A cell: its lines side by side, with all that is drawn in them."""
    text = ""
    drawn: list[Drawn] = []
    for line in cell.lines:
        own = line.text.strip()
        begins = len(text) + bool(text and own)
        text = f"{text} {own}" if text and own else text + own
        shift = begins - line.text.find(own)
        drawn += [each.moved(shift) for each in drawn_in(line, signed.get(line.place, ""))]
    return Piece(text, frozenset(line.place for line in cell.lines), head, tuple(drawn))


def _without_tabs(text: str) -> str:
    return text.replace("\t", _TAB)


def _side_by_side(row: PageRow, found: Found | None) -> Content:
    return _BESIDE.join(_piece(row, number, found) for number in range(len(row.pieces)))


def _laid_cell(row: PageRow, number: int, found: Found | None, sign: str) -> Lines:
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
    piece, style = row.pieces[number], "bold" if row.heading else ""
    text = piece.text
    if found is None or found.piece != number:
        return shown_line(_without_tabs(piece.seen(0, len(text), to_the_end=True)), style)
    words = found.words or text.strip()
    at = text.find(words)
    end = at + len(words)
    marked = piece.seen(at, end) or f"{BLANK_FIELD} (empty)"  # a cell in which nothing stands
    return joined(
        shown_line(_without_tabs(piece.seen(0, at)), style),
        shown_line(f"{MARKS[0]}{_without_tabs(marked)}{MARKS[1]}", "reverse"),
        shown_line(_without_tabs(piece.seen(end, len(text), to_the_end=True)), style),
        between="",
    )
