"""Very long lines in pieces: a program that saves a page as one line must not make the reading of it slow.

The time to find labels, boxes and dates in a line grows faster than its length; in pieces it grows with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checkers.layout import Block, Line, Table

LONGEST = 4_000
"""Characters, about a printed page: the longest piece."""


def in_pieces(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with every line of more than `LONGEST` characters cut, between words where it has any."""
    return tuple(piece for block in blocks for piece in _pieces(block))


def _pieces(block: Block) -> Iterator[Block]:
    if isinstance(block, Table):
        yield _table(block)
    elif len(block.text) <= LONGEST:
        yield block
    else:
        yield from _cut(block)


def _table(table: Table) -> Table:
    if not any(len(line.text) > LONGEST for row in table.rows for cell in row.cells for line in cell.lines):
        return table
    rows = (
        replace(row, cells=tuple(replace(cell, blocks=in_pieces(cell.blocks)) for cell in row.cells))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _cut(line: Line) -> Iterator[Line]:
    start = 0
    while start < len(line.text):
        end = start + LONGEST
        if end < len(line.text):
            end = line.text.rfind(" ", start + 1, end) + 1 or end
        marks = tuple(
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in line.marks
            if mark.start < end and mark.end > start
        )
        yield replace(line, text=line.text[start:end], marks=marks, segments=None)
        start = end
