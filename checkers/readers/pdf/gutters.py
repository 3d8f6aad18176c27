"""Pages of two columns: the white between them, and what stands left and right of it.

A form with its labels left and its values right has such a white too. So its rows are read one after the other, as
everywhere, but where both columns ask for the same things in the same order: two notes printed side by side.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from checkers.readers.pdf.shapes import Piece, Rect
from checkers.readers.side_by_side import are_of_two_notes
from checkers.words import label_key, plain

Row = list[Piece]
Stretch = tuple[float, float]

_MIDDLE = (0.3, 0.7)
"""Between which shares of the page's width the white lies."""
_NARROWEST = 10.0
"""The least width of the white, in points."""
_FEWEST_ROWS = 4
"""How many rows at least stand on either side."""
_MOST_ROWS = 400
"""More rows than any page has: then no white is looked for."""
_LABEL = re.compile(r"[^\W\d_][^:]{1,40}?(?=\s*:)")


@dataclass(frozen=True, slots=True)
class Gutter:
    """The white between two columns, and the rows that it parts: `first` to `last` of the page's rows."""

    left: float
    right: float
    first: int
    last: int

    def sides(self, row: Sequence[Piece]) -> tuple[Row, Row]:
        """What stands left and right of it in one of its rows."""
        return (
            [piece for piece in row if piece.place.x1 <= self.right],
            [piece for piece in row if piece.place.x1 > self.right],
        )


def gutter_of(rows: Sequence[Row], page_width: float) -> Gutter | None:
    """The white that parts most rows of a page, which are given from the top down; None where there is none."""
    if len(rows) > _MOST_ROWS:
        return None
    least, most = (share * page_width for share in _MIDDLE)
    edges = sorted({round(piece.place.x0) for row in rows for piece in row if least <= piece.place.x0 <= most})
    inked = [_stretches(row) for row in rows]
    found = [gutter for edge in edges if (gutter := _longest(inked, edge - 1.0))]
    return max(found, key=lambda gutter: (gutter.last - gutter.first, gutter.right - gutter.left), default=None)


def _stretches(row: Row) -> list[Stretch]:
    """From where to where something stands in a row, from left to right, none touching another."""
    found: list[Stretch] = []
    for x0, x1 in sorted((piece.place.x0, piece.place.x1) for piece in row):
        if found and x0 <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found


def _longest(rows: Sequence[Sequence[Stretch]], at: float) -> Gutter | None:
    """The longest run of rows in which nothing crosses a place, with enough of them on either side."""
    best: Gutter | None = None
    for first, last in _runs(rows, at):
        if best is not None and last - first <= best.last - best.first:
            continue
        run = rows[first : last + 1]
        left = [row[index - 1][1] for row in run if (index := bisect(row, (at, inf)))]
        right = [row[index][0] for row in run if (index := bisect(row, (at, inf))) < len(row)]
        if min(len(left), len(right)) >= _FEWEST_ROWS and min(right) - max(left) >= _NARROWEST:
            best = Gutter(max(left), min(right), first, last)
    return best


def _runs(rows: Sequence[Sequence[Stretch]], at: float) -> Iterator[tuple[int, int]]:
    start = 0
    for index, row in enumerate(rows):
        before = bisect(row, (at, inf)) - 1
        if before >= 0 and row[before][1] > at:
            if index > start:
                yield start, index - 1
            start = index + 1
    if start < len(rows):
        yield start, len(rows) - 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with where it comes in reading order; `area` is that of its column, None for the page's own.

    `sure`: the column is one, and not the labels (or the values) of a form.
    """

    row: Row
    order: float
    area: Rect | None = None
    sure: bool = True


def in_columns(rows: Sequence[Row], page_width: float, tables: Sequence[Rect]) -> list[Placed]:
    """The rows in reading order: one note after the other where two stand side by side, with no table among them."""
    gutter = gutter_of(rows, page_width)
    order = [_middle(row) for row in rows]
    if gutter is None:
        return [Placed(row, at) for row, at in zip(rows, order, strict=True)]
    beside = list(rows[gutter.first : gutter.last + 1])
    areas = _areas(beside, gutter)
    start, end = _two_notes(beside, gutter)
    inside = [_placed(row, gutter, areas[0], page_width) for row in beside]
    top, bottom = order[gutter.first + start], order[gutter.first + end - 1]
    if end and not any(each.y0 < bottom and top < each.y1 for each in tables):
        halves = [gutter.sides(row) for row in beside[start:end]]
        left = [Placed(half, _middle(half), areas[0]) for half, _ in halves if half]
        right = [Placed(half, bottom, areas[1]) for _, half in halves if half]
        inside[start:end] = [*left, *right]
    above = [Placed(row, at) for row, at in zip(rows[: gutter.first], order, strict=False)]
    below = [Placed(row, _middle(row)) for row in rows[gutter.last + 1 :]]
    return [*above, *inside, *below]


def _middle(row: Row) -> float:
    return min(piece.place.centre[1] for piece in row)


def _areas(rows: Sequence[Row], gutter: Gutter) -> tuple[Rect, Rect]:
    """The places of the two columns."""
    pieces = [piece.place for row in rows for piece in row]
    left, right = min(place.x0 for place in pieces), max(place.x1 for place in pieces)
    top, bottom = min(place.y0 for place in pieces), max(place.y1 for place in pieces)
    return Rect(left, top, gutter.left, bottom), Rect(gutter.right, top, right, bottom)


def _placed(row: Row, gutter: Gutter, column: Rect, page_width: float) -> Placed:
    """A row of a page whose columns may be of any kind: the left one, where it is wide and the row stands in it alone.

    The right one ends where the page's own text does.
    """
    _, right = gutter.sides(row)
    if right or column.width < _MIDDLE[0] * page_width:
        return Placed(row, _middle(row))
    return Placed(row, _middle(row), column, sure=False)


def _two_notes(rows: Sequence[Row], gutter: Gutter) -> tuple[int, int]:
    """From which row to which (that one left out) two notes stand left and right of the white; 0, 0 where none do.

    What both ask for last decides, as more may stand above them; or below them, on one side.
    """
    left, right = ([(at, gutter.sides(row)[side]) for at, row in enumerate(rows)] for side in (0, 1))
    asked, other = _labels(left), _labels(right)
    shorter = min(max(at for at, row in half if row) for half in (left, right))
    for end in (len(rows), min(shorter + 2, len(rows))):
        one, two = [each for each in asked if each[0] < end], [each for each in other if each[0] < end]
        same = 0
        while same < min(len(one), len(two)) and plain(one[-same - 1][1]) == plain(two[-same - 1][1]):
            same += 1
        if same and are_of_two_notes([label for _, label in one[-same:]], [label for _, label in two[-same:]]):
            return min(one[-same][0], two[-same][0]), end
    return 0, 0


def _labels(rows: Sequence[tuple[int, Row]]) -> list[tuple[int, str]]:
    """The known labels with which rows begin, each with the row's number."""
    lines = ((at, " ".join(piece.text for piece in row)) for at, row in rows)
    found = ((at, match.group()) for at, line in lines if (match := _LABEL.match(line)))
    return [(at, label) for at, label in found if label_key(label)]
