"""Tables that go on from page to page: put together, and all tables numbered anew in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from checkers.layout import Block, Cell, Line, Row, Table

Columns = tuple[float, ...]
"""The places of a table's column rules."""

_SAME = 4.0
"""The most, in points, by which the same rule may stand elsewhere on the next page."""


def with_continued(blocks: Sequence[Block], columns: Mapping[int, Columns]) -> tuple[Block, ...]:
    """Join a table to the one before where nothing stands between them and their columns are the same.

    Args:
        blocks: the blocks of all pages, without what repeats on each.
        columns: for each table's number, the places of its columns.
    """
    found: list[Block] = []
    before: Columns = ()
    for block in blocks:
        if isinstance(block, Line):
            found.append(block)
            continue
        last = found[-1] if found else None
        if isinstance(last, Table) and _page(last) != _page(block) and _alike(before, columns[block.number]):
            found[-1] = replace(last, rows=_rows(last.rows, block.rows))
        else:
            found.append(block)
        before = columns[block.number]
    numbers = count(1)
    return tuple(block if isinstance(block, Line) else _numbered(block, next(numbers)) for block in found)


def _page(table: Table) -> int | None:
    """The page of a table's last line."""
    return table.rows[-1].cells[-1].lines[-1].place.page


def _alike(one: Columns, other: Columns) -> bool:
    return len(one) == len(other) and all(abs(a - b) < _SAME for a, b in zip(one, other, strict=True))


def _rows(above: tuple[Row, ...], below: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of both, the head of the columns once; a row that the end of the page cut in two is one again."""
    if len(below) > 1 and list(map(_text, below[0].cells)) == list(map(_text, above[0].cells)):
        below = below[1:]
    last, first = above[-1], below[0]
    filled = [cell for cell in first.cells if _text(cell)]
    cut = 0 < len(filled) < len(first.cells) / 2 and len(last.cells) == len(first.cells)
    if not (cut and all(_text(cell) for cell in last.cells[: len(first.cells)] if _beside(cell, filled))):
        return (*above, *below)
    whole = Row(
        tuple(
            replace(cell, blocks=(*cell.blocks, *more.blocks)) if _text(more) else cell
            for cell, more in zip(last.cells, first.cells, strict=True)
        )
    )
    return (*above[:-1], whole, *below[1:])


def _beside(cell: Cell, filled: Sequence[Cell]) -> bool:
    return any(each.column == cell.column for each in filled)


def _text(cell: Cell) -> str:
    return "".join(line.text.strip() for line in cell.lines)


def _numbered(table: Table, number: int) -> Table:
    """The table with its number, and its rows counted, in the places of its lines."""
    rows = tuple(
        Row(tuple(replace(cell, blocks=tuple(_placed(line, number, at) for line in cell.lines)) for cell in row.cells))
        for at, row in enumerate(table.rows, start=1)
    )
    return Table(rows, number)


def _placed(line: Line, table: int, row: int) -> Line:
    return replace(line, place=replace(line.place, table=table, row=row))
