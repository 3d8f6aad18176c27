"""Rows of values parted by commas, semicolons or tabs (CSV), as spreadsheets and portals export a log.

Not every line with commas is a row: only what stands under a heading of known labels counts, and only where every row
has as many cells as the heading. Cells in quotation marks may hold the sign that parts them, and line breaks.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkers.words import label_key

if TYPE_CHECKING:
    from _csv import Reader as _Reader  # the type of csv.reader has no public name

_SIGNS = (",", ";", "\t")
_FEWEST_LABELS = 3
_LONGEST_HEADING = 40
_RULE = "__"
"""What is under a rule to write on is a label of that, and heads nothing."""
_LONGEST_LINE = 2_000


@dataclass(frozen=True, slots=True)
class Record:
    """A row: its cells, each with its lines, and the lines of the file it stands on (`last` is not among them)."""

    cells: tuple[tuple[str, ...], ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Records:
    """A heading with the rows below it, the sign that parts their cells, and the line behind them.

    Without rows there is no table, and the line is where the next one may begin.
    """

    rows: tuple[Record, ...]
    sign: str
    end: int

    def outside(self, text: str) -> str:
        """A line of the same file outside of the table as text: "Child's Name,Ana Diaz,,," is "Child's Name: Ana Diaz".

        A spreadsheet writes as many cells on every line as its widest has.
        """
        try:
            cells = [cell.strip() for cell in next(_reader([text], self.sign), [])]
        except csv.Error:
            return text
        if len(cells) != len(self.rows[0].cells):
            return text
        words = ""
        for before, cell in zip(["", *cells], cells, strict=False):
            words += (": " if label_key(before) else "   ") * bool(words and cell) + cell
        return words


def records_at(lines: Sequence[str], index: int) -> Records:
    """The table whose heading is the line at `index`, down to a blank line or to text."""
    for sign in _SIGNS:
        if _is_heading(lines[index], sign) and not (index and _RULE in lines[index - 1]):
            return _records(lines, index, sign)
    return Records((), "", index + 1)


def _is_heading(text: str, sign: str) -> bool:
    if text.count(sign) < _FEWEST_LABELS - 1 or len(text) > _LONGEST_LINE:
        return False
    try:
        cells = next(_reader([text], sign))
    except csv.Error:
        return False
    known = sum(label_key(cell) is not None for cell in cells)
    short = all(0 < len(cell.strip()) <= _LONGEST_HEADING and not cell.rstrip().endswith(":") for cell in cells)
    return short and known >= max(_FEWEST_LABELS, len(cells) / 2)


def _records(lines: Sequence[str], index: int, sign: str) -> Records:
    """The rows from a heading on; none where one has another number of cells, and so the table would be read amiss."""
    found: list[Record] = []
    rows = _reader((lines[at] for at in range(index, len(lines))), sign)
    first = index
    try:
        for cells in rows:
            last = index + rows.line_num
            if not cells or len(cells) < _FEWEST_LABELS or cells[0].rstrip().endswith(":"):
                break
            if found and len(cells) != len(found[0].cells):
                return Records((), sign, last)
            found.append(Record(tuple(_lines_of(cell) for cell in cells), first, last))
            first = last
    except csv.Error:
        return Records((), sign, index + rows.line_num)
    return Records(tuple(found) if len(found) > 1 else (), sign, first)


def _lines_of(cell: str) -> tuple[str, ...]:
    """The lines of a cell, at least one."""
    return tuple(line.strip() for line in cell.strip().split("\n"))


def _reader(lines: Iterable[str], sign: str) -> _Reader:
    return csv.reader((f"{line}\n" for line in lines), delimiter=sign, skipinitialspace=True, strict=True)
