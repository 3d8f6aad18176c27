"""The PDF reader: words by their places, form fields, drawn boxes and rules, ruled tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from checkers.layout import Area, Block, Cell, Line, Place, Reading, Row, Table
from checkers.readers.apart import SECONDS, apart
from checkers.readers.pdf.continued import Columns, with_continued
from checkers.readers.pdf.emphasis import Looks, looks_of, with_emphasis
from checkers.readers.pdf.gutters import in_columns
from checkers.readers.pdf.lines import drawn_things, fields_of, in_rows
from checkers.readers.pdf.open_rows import OpenRow, in_open_rows
from checkers.readers.pdf.places import Places
from checkers.readers.pdf.repeats import without_repeats
from checkers.readers.pdf.rulings import RuledGrid, rulings, with_rules
from checkers.readers.pdf.shapes import Page, Piece, Rect, Shape
from checkers.readers.pdf.tickboxes import with_boxes
from checkers.readers.pdf.wrapping import goes_on, joined, lines_in_cell

_PAGES_A_SECOND = 10
"""Dense pages; beyond what every file may take, a long one gets time by the number of its pages."""
_SECONDS_TO_COUNT = 1.0
"""So much of the processor the counting of the pages may take: an honest file needs a hundredth of it."""


def page_count(data: bytes) -> int:
    """How many pages a PDF has. Done in the worker: nothing else loads the library."""
    from checkers.readers.pdf import pdfium  # noqa: PLC0415

    return pdfium.page_count(data)


def seconds_for(data: bytes) -> float:
    """How long the worker may take over a PDF, by the number of its pages. Raises `Unreadable` as `read_pdf` does."""
    return SECONDS + apart(page_count, data, seconds=_SECONDS_TO_COUNT) / _PAGES_A_SECOND


def taken_in(data: bytes) -> Reading | list[Page]:
    """What stands on the pages of a PDF, in order; the pages themselves where some are pictures. Done in the worker."""
    from checkers.readers.pdf import pdfium  # noqa: PLC0415

    pages = pdfium.pages_of(data)
    return pages if any(map(_is_picture, pages)) else arranged("pdf", pages)


def read_pdf(data: bytes) -> Reading:
    """Read a PDF. Pages that are pictures are read by text recognition where that is installed, else left unread.

    Raises:
        Unreadable: it is locked, damaged, too large to take in, or a form of Adobe's own kind (XFA).
    """
    pages = apart(taken_in, data, seconds=seconds_for(data))
    if isinstance(pages, Reading):
        return pages
    from checkers.readers.ocr import read_scans  # noqa: PLC0415 - few files need it

    read = read_scans(data, {number: page for number, page in enumerate(pages, start=1) if _is_picture(page)})
    return arranged("pdf", [read.get(number, page) for number, page in enumerate(pages, start=1)], tuple(read))


def arranged(file_format: Literal["pdf", "picture"], pages: Sequence[Page], ocr_pages: tuple[int, ...] = ()) -> Reading:
    """What stands on the pages, put in order. Those that are pictures without words are named in `unread_pages`."""
    blocks: list[Block] = []
    columns: dict[int, Columns] = {}
    for number, page in enumerate(pages, start=1):
        if not page.scanned:
            _add_page(blocks, columns, page, number)
    return Reading(
        file_format,
        with_continued(without_repeats(blocks, len(pages)), columns),
        pages=len(pages),
        unread_pages=tuple(number for number, page in enumerate(pages, start=1) if _is_picture(page)),
        ocr_pages=ocr_pages,
        signed=tuple("" for page in pages for widget in page.widgets if widget.kind == "signature" and widget.value)[
            :1
        ],
    )


def _is_picture(page: Page) -> bool:
    """Whether a page is a picture, or shows pictures and no word."""
    return page.scanned or (bool(page.images) and not (page.words or page.notes or page.widgets))


def _add_page(blocks: list[Block], columns: dict[int, Columns], page: Page, number: int) -> None:
    """Put the page's lines and tables behind the blocks; `columns` takes those of each table by its number."""
    looks = looks_of(page)
    ruled = rulings(page.strokes)
    page.shapes += [Shape(square, "outline") for square in ruled.squares]
    pieces = with_rules([*with_boxes(page), *fields_of(page.widgets), *drawn_things(page)], ruled.loose, page.width)
    places = Places((_middle(piece), piece) for piece in pieces if ruled.grids)
    held = [(grid, mine) for grid in ruled.grids if (mine := _within(places, grid.place))]
    grids = [grid for grid, _ in held]
    inside = {id(piece) for _, mine in held for piece in mine}
    rows = in_rows([piece for piece in pieces if id(piece) not in inside])
    stacked: list[tuple[float, RuledGrid | OpenRow]] = [(grid.place.y0, grid) for grid in grids]
    placed = sorted(in_columns(rows, page.width, [grid.place for grid in grids]), key=lambda each: each.order)
    stacked += [(row.placed.order, row) for row in in_open_rows(placed)]
    paragraph = 0
    text = _text_area(rows, page)
    above: list[Piece] = []
    for _, item in sorted(stacked, key=lambda each: each[0]):
        if isinstance(item, RuledGrid):
            table = len(columns) + 1
            columns[table] = item.columns
            blocks.append(Table(tuple(_rows(item, places, Place(page=number, table=table), looks)), table))
            above = []
            continue
        paragraph += 1
        line = item.line(Place(page=number, paragraph=paragraph), looks)
        row, area = item.placed.row, item.placed.area or text
        goes = above and item.is_plain and goes_on(above, row, area, sure=item.placed.sure)
        if goes and isinstance(last := blocks[-1], Line):
            blocks[-1] = joined(last, line, " ")
        else:
            blocks.append(line)
        above = row if item.is_plain else []
    blocks += [Line(text, Place("textbox", page=number)) for text in page.slanted]


def _text_area(rows: Sequence[Sequence[Piece]], page: Page) -> Rect:
    """The place of a page's running text; the page's own where its lines are short."""
    right = max((row[-1].place.x1 for row in rows), default=0.0)
    left = min((row[0].place.x0 for row in rows), default=0.0)
    return Rect(left, 0.0, right if right - left > page.width / 2 else page.width, page.height)


def _middle(piece: Piece) -> Rect:
    x, y = piece.place.centre
    return Rect(x, y, x, y)


def _edges(place: Rect) -> Area:
    return place.x0, place.y0, place.x1, place.y1


def _within(pieces: Places[Piece], area: Rect) -> list[Piece]:
    return [piece for piece in pieces.near(area, 1.0) if piece.within(area)]


def _rows(grid: RuledGrid, pieces: Places[Piece], place: Place, looks: Looks) -> list[Row]:
    """The rows of a ruled table; each cell's lines are counted from 1."""
    taken: set[int] = set()
    by_row: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        mine = [piece for piece in _within(pieces, cell.place) if id(piece) not in taken]
        taken.update(map(id, mine))
        cells = by_row.setdefault(cell.row, [])
        at = replace(place, row=len(by_row), cell=len(cells) + 1)
        rows = in_rows(mine)
        lines = lines_in_cell(rows, cell.place, at)
        if len(lines) == len(rows):
            lines = [with_emphasis(line, row, looks) for line, row in zip(lines, rows, strict=True)]
        empty = Line("", replace(at, paragraph=1), area=_edges(cell.place))
        cells.append(Cell(tuple(lines) or (empty,), cell.column + 1, cell.width))
    return [Row(tuple(cells)) for _, cells in sorted(by_row.items())]
