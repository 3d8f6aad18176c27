"""Two notes in the two halves of one table: parted, so that one is read after the other.

A table is cut only where both halves ask for the same things in the same rows, the day and more of a session among
them. Two signatures side by side, or labels left and values right, are no such halves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from checkers.layout import Block, Cell, Row, Table
from checkers.words import label_key, plain

_FEWEST_LABELS = 3
_DATES = frozenset({"date", "service_date"})
_OF_A_SESSION = frozenset({"time", "start_time", "duration", "activity", "narrative"})


def are_of_two_notes(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether known labels left and right, each from the top down, are those of two notes of one form."""
    keys = {label_key(label) for label in left}
    return (
        list(map(plain, left)) == list(map(plain, right))
        and len(left) >= _FEWEST_LABELS
        and bool(keys & _DATES and keys & _OF_A_SESSION)
    )


def in_halves(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with each table that holds two notes side by side cut down its middle."""
    number = max((block.number for block in blocks if isinstance(block, Table)), default=0)
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        first, *others = _parts(block)
        yield replace(block, rows=first)
        for rows in others:
            number += 1
            yield Table(rows, number)


def _parts(table: Table) -> list[tuple[Row, ...]]:
    """The rows of a table as they are, but for those of two notes: their left halves, then their right ones."""
    last = max((cell.column + cell.width - 1 for row in table.rows for cell in row.cells), default=0)
    if last % 2:
        return [table.rows]
    cut = False
    found: list[tuple[Row, ...]] = []
    for parted, group in groupby(table.rows, lambda row: _is_parted(row, last // 2)):
        rows = tuple(group)
        left = tuple(_half(row, 1, last // 2) for row in rows)
        right = tuple(_half(row, last // 2 + 1, last) for row in rows)
        if parted and are_of_two_notes(_labels(left), _labels(right)):
            found += [left, right]
            cut = True
        else:
            found.append(rows)
    return found if cut else [table.rows]


def _is_parted(row: Row, middle: int) -> bool:
    """Whether a row has cells left and right of the middle, and none across it."""
    ends = [(cell.column, cell.column + cell.width - 1) for cell in row.cells]
    return (
        any(last <= middle for _, last in ends)
        and any(first > middle for first, _ in ends)
        and all(last <= middle or first > middle for first, last in ends)
    )


def _half(row: Row, first: int, last: int) -> Row:
    return Row(
        tuple(replace(cell, column=cell.column - first + 1) for cell in row.cells if first <= cell.column <= last)
    )


def _labels(rows: Sequence[Row]) -> list[str]:
    """The known labels with which rows begin, with or without a colon."""
    words = (_first_words(row.cells[0]) for row in rows if row.cells)
    return [label for text in words if label_key(label := text.partition(":")[0].strip())]


def _first_words(cell: Cell) -> str:
    return cell.lines[0].text.strip() if cell.lines else ""
