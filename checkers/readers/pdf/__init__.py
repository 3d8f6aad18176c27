"""The PDF reader: words by their places, form fields, drawn boxes and rules, ruled tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkers.layout import Block, Cell, Line, Place, Reading, Row, Table
from checkers.readers.apart import SECONDS, apart
from checkers.readers.pdf.lines import as_line, drawn_things, fields_of, in_rows
from checkers.readers.pdf.repeats import without_repeats
from checkers.readers.pdf.rulings import RuledGrid, rulings, with_rules
from checkers.readers.pdf.shapes import Page, Piece, Rect
from checkers.readers.pdf.tickboxes import with_boxes
from checkers.readers.pdf.wrapping import goes_on, joined, lines_in_cell

_PAGES_A_SECOND = 10
"""Dense pages; beyond what every file may take, a long one gets time by the number of its pages."""


def page_count(data: bytes) -> int:
    """How many pages a PDF has. Done in the worker: nothing else loads the library."""
    from checkers.readers.pdf import pdfium  # noqa: PLC0415

    return pdfium.page_count(data)


def pages_of(data: bytes) -> list[Page]:
    """All pages of a PDF as `pdfium` gives them. Done in the worker too."""
    from checkers.readers.pdf import pdfium  # noqa: PLC0415

    return pdfium.pages_of(data)


def read_pdf(data: bytes) -> Reading:
    """Read a PDF with a text layer. Pages that are pictures are named in `unread_pages`.

    Raises:
        Unreadable: it is locked, damaged, too large to take in, or a form of Adobe's own kind (XFA).
    """
    pages = apart(pages_of, data, seconds=SECONDS + apart(page_count, data) / _PAGES_A_SECOND)
    blocks: list[Block] = []
    tables: list[_PageTable] = []
    for number, page in enumerate(pages, start=1):
        if not page.scanned:
            _add_page(blocks, tables, page, number)
    return Reading(
        "pdf",
        without_repeats(blocks, len(pages)),
        pages=len(pages),
        unread_pages=tuple(number for number, page in enumerate(pages, start=1) if page.scanned or _is_blank(page)),
        signed=tuple("" for page in pages for widget in page.widgets if widget.kind == "signature" and widget.value)[
            :1
        ],
    )


def _is_blank(page: Page) -> bool:
    """Whether a page shows pictures and no word."""
    return bool(page.images) and not (page.words or page.notes or page.widgets)


@dataclass(slots=True)
class _PageTable:
    """A ruled table as it grows from page to page."""

    table: Table
    columns: tuple[float, ...]


def _add_page(blocks: list[Block], tables: list[_PageTable], page: Page, number: int) -> None:
    """Put the page's lines and tables behind the blocks; a table that goes on from the page before is continued."""
    grids, loose = rulings(page.strokes)
    pieces = with_rules([*with_boxes(page), *fields_of(page.widgets), *drawn_things(page)], loose, page.width)
    grids = [grid for grid in grids if any(piece.within(grid.place) for piece in pieces)]
    inside = {id(piece) for grid in grids for piece in pieces if piece.within(grid.place)}
    rows = in_rows([piece for piece in pieces if id(piece) not in inside])
    stacked: list[tuple[float, RuledGrid | list[Piece]]] = [(grid.place.y0, grid) for grid in grids]
    stacked += [(min(piece.place.centre[1] for piece in row), row) for row in rows]
    paragraph = 0
    text = _text_area(rows, page)
    above: list[Piece] = []
    for _, item in sorted(stacked, key=lambda each: each[0]):
        if isinstance(item, RuledGrid):
            _add_table(blocks, tables, item, pieces, number)
            above = []
            continue
        paragraph += 1
        line = as_line(item, Place(page=number, paragraph=paragraph))
        if above and isinstance(last := blocks[-1], Line) and goes_on(above, item, text):
            blocks[-1] = joined(last, line, " ")
        else:
            blocks.append(line)
        above = item
    blocks += [Line(text, Place("textbox", page=number)) for text in page.slanted]


def _text_area(rows: Sequence[Sequence[Piece]], page: Page) -> Rect:
    """The place of a page's running text; the page's own where its lines are short."""
    right = max((row[-1].place.x1 for row in rows), default=0.0)
    left = min((row[0].place.x0 for row in rows), default=0.0)
    return Rect(left, 0.0, right if right - left > page.width / 2 else page.width, page.height)


def _add_table(
    blocks: list[Block], tables: list[_PageTable], grid: RuledGrid, pieces: Sequence[Piece], page: int
) -> None:
    last = tables[-1] if tables else None
    goes_on = last is not None and blocks and blocks[-1] is last.table and _same_columns(last.columns, grid.columns)
    number = last.table.number if last and goes_on else len(tables) + 1
    first_row = len(last.table.rows) if last and goes_on else 0
    rows = tuple(_rows(grid, pieces, Place(page=page, table=number), first_row))
    if last and goes_on:
        last.table = blocks[-1] = replace(last.table, rows=(*last.table.rows, *rows))
        return
    tables.append(_PageTable(Table(rows, number), grid.columns))
    blocks.append(tables[-1].table)


def _same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 4 for a, b in zip(one, other, strict=True))


def _rows(grid: RuledGrid, pieces: Sequence[Piece], place: Place, first: int) -> list[Row]:
    """The rows of a ruled table; each cell's lines are counted from 1."""
    taken: set[int] = set()
    by_row: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        mine = [piece for piece in pieces if id(piece) not in taken and piece.within(cell.place)]
        taken.update(map(id, mine))
        cells = by_row.setdefault(cell.row, [])
        at = replace(place, row=first + len(by_row), cell=len(cells) + 1)
        lines = lines_in_cell(in_rows(mine), cell.place, at)
        cells.append(Cell(tuple(lines) or (Line("", replace(at, paragraph=1)),), cell.column + 1, cell.width))
    return [Row(tuple(cells)) for _, cells in sorted(by_row.items())]
