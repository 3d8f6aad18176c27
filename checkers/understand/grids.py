"""Labels in tables: heads of columns with the cells below, label cells with the cell beside or below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checkers.layout import OBJECT, Block, Cell, Line, Row, Table
from checkers.understand.labelled import Labelled, Numbered, in_line, in_lines, key_of

_OPEN = frozenset(
    {"activity", "coordinator", "credentials", "district", "group", "place", "provider", "service", "service_type"}
)
"""Labels whose own words (a title, a service) may be the value of another one of them."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the index of each cell's first line, and which of its rows are headers of the columns below."""

    table: Table
    first: dict[int, int]
    headers: frozenset[int]

    def numbered(self, cell: Cell) -> list[Numbered]:
        """The lines of a cell with their indexes."""
        return [Numbered(self.first[id(cell)] + offset, line) for offset, line in enumerate(cell.lines)]

    def header_of(self, row: int) -> int | None:
        """The index of the header row above a row, None for a header row itself and where there is none."""
        if row in self.headers:
            return None
        return max((header for header in self.headers if header < row), default=None)

    def head_over(self, row: int, cell: Cell) -> Cell | None:
        """The cell of the header row that heads this cell's column, None where there is none or it is empty."""
        header = self.header_of(row)
        if header is None:
            return None
        heads = [
            each for each in self.table.rows[header].cells if each.column <= cell.column < each.column + each.width
        ]
        return heads[0] if heads and cell_text(heads[0]) else None


def cell_text(cell: Cell) -> str:
    """The words of a cell, its lines joined by newlines."""
    return "\n".join(line.text.strip() for line in cell.lines if line.text.strip())


def whole_label(cell: Cell) -> str | None:
    """The key of a cell that is nothing but a known label."""
    text = cell_text(cell).replace("\n", " ")
    return key_of(text.rstrip(" :*_")) if text else None


def grid_of(table: Table, first: dict[int, int]) -> Grid:
    """Find a table's header rows: rows of nothing but labels, over rows that do not begin with one."""
    headers = frozenset(index for index, row in enumerate(table.rows[:-1]) if _is_header(row, table.rows[index + 1]))
    return Grid(table, first, headers)


def _is_header(row: Row, below: Row) -> bool:
    texts = [cell_text(cell) for cell in row.cells]
    filled = [index for index, text in enumerate(texts) if text]
    if len(filled) < 2 or any(text.endswith(":") or len(text) > 90 for text in texts):
        return False
    keys = [whole_label(row.cells[index]) for index in filled]
    if sum(key is not None for key in keys) < max(2, (len(keys) + 1) // 2) or filled[0] not in (0, 1):
        return False
    if all(index + 1 < len(texts) and not texts[index + 1] for index in filled):
        return False
    return not any(whole_label(cell) for cell in below.cells[:1]) or _is_repeated(row, below)


def _is_repeated(row: Row, below: Row) -> bool:
    return [cell_text(cell) for cell in row.cells] == [cell_text(cell) for cell in below.cells]


def in_table(grid: Grid) -> Iterator[Labelled]:
    """The labels of a table: heads of columns with each cell below them, labels with the cell beside or below them."""
    rows = grid.table.rows
    taken: set[int] = set()
    for index, row in enumerate(rows):
        place = (grid.table.number, index + 1)
        if index in grid.headers:
            continue
        for position, cell in enumerate(row.cells):
            if id(cell) in taken:
                continue
            if head := grid.head_over(index, cell):
                yield replace(_cell_value(grid, head, cell), row=place, column=True)
            elif (label := whole_label(cell)) and not any(OBJECT in line.text for line in cell.lines):
                value = _neighbour(grid, index, position)
                if value is not None:
                    taken.add(id(value))
                yield replace(_beside(grid, label, cell, value), row=place)
            else:
                yield from (replace(each, row=place) for each in _inside(grid, cell))


def _cell_value(grid: Grid, head: Cell, cell: Cell) -> Labelled:
    label = cell_text(head).replace("\n", " ")
    return _value(
        key_of(label.rstrip(" :*_")), label, grid.numbered(cell), grid.numbered(cell)[0].order if cell.lines else 0
    )


def _value(key: str | None, label: str, lines: Sequence[Numbered], order: int) -> Labelled:
    used = next((each for each in lines if each.line.text.strip()), lines[0])
    text = "\n".join(each.line.text.strip() for each in lines if each.line.text.strip())
    marks = tuple(mark for each in lines for mark in each.line.marks)
    return Labelled(key, label, text, order, used.order, used.line, 0, marks)


def _neighbour(grid: Grid, index: int, position: int) -> Cell | None:
    """The cell that holds a label cell's value: the next in its row, else, where there is none, the one below."""
    row = grid.table.rows[index]
    if position + 1 < len(row.cells):
        beside = row.cells[position + 1]
        answers = whole_label(row.cells[position]) in _OPEN and whole_label(beside) in _OPEN
        if answers and not cell_text(beside).endswith(":"):
            return beside  # "Service Type | Coordination of Services": the second is a label elsewhere, here a value
        return None if _begins_with_label(grid, beside) else beside
    if position == 0 and index + 1 < len(grid.table.rows):
        below = grid.table.rows[index + 1].cells
        if len(below) == 1 and not _begins_with_label(grid, below[0]):
            return below[0]
    return None


def _begins_with_label(grid: Grid, cell: Cell) -> bool:
    lines = grid.numbered(cell)
    return bool(lines) and bool(labels := in_line(lines[0])) and labels[0].key is not None


def _beside(grid: Grid, key: str, cell: Cell, value: Cell | None) -> Labelled:
    own = grid.numbered(cell)
    label = cell_text(cell).replace("\n", " ").strip(" :*")
    if value is None or not value.lines:
        return Labelled(key, label.strip("_ "), "", own[0].order, own[0].order, own[0].line, len(own[0].line.text))
    return _value(key, label, grid.numbered(value), own[0].order)


def _inside(grid: Grid, cell: Cell) -> Iterator[Labelled]:
    if not any(isinstance(block, Table) for block in cell.blocks):
        yield from in_lines(grid.numbered(cell))
        return
    yield from in_blocks(cell.blocks, grid.first, grid.first[id(cell)])


def in_blocks(blocks: Sequence[Block], first: dict[int, int], order: int) -> Iterator[Labelled]:
    """The labels of blocks in reading order; `order` is the index of their first line."""
    run: list[Numbered] = []
    for block in blocks:
        if isinstance(block, Line):
            run.append(Numbered(order, block))
            order += 1
            continue
        yield from in_lines(run)
        run = []
        yield from in_table(grid_of(block, first))
        order += sum(len(cell.lines) for row in block.rows for cell in row.cells)
    yield from in_lines(run)
