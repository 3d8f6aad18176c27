"""Rows of tables without rules: columns told by edges that repeat, and cells that run over several lines put together.

A word processor prints a table without borders as words that begin at the same places from line to line. What a narrow
cell breaks stands right below its beginning, at the same left edge, in the leading of a text. Nothing else tells such
a line from the table's next row, so wherever it might be one it stays a line of its own: a label whose value is
missing must never borrow the value of the row above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import inf
from statistics import median

from checkers.layout import Line, Place, Segment
from checkers.readers.pdf.emphasis import Looks, with_emphasis
from checkers.readers.pdf.gutters import Placed
from checkers.readers.pdf.lines import as_line
from checkers.readers.pdf.shapes import Piece, Rect
from checkers.readers.pdf.wrapping import is_one_word, joined
from checkers.words import holds, label_key, phrases, plain

Row = Sequence[Piece]

_NEAR = 12
"""Rows of one table are looked for so many lines above and below."""
_SAME_EDGE = 1.5
"""The most, in points, by which words at the same edge differ: a letter may hang over."""
_BETWEEN_CELLS = 10.0
"""The white, in points, that the margins of two cells leave between them at least."""
_TIGHT = 1.6
"""Up to how many times the height of its letters two lines of one cell are apart."""
_APART = 1.2
"""From how many times that leading two rows are set apart."""
_A_LIST = 3
"""From how many columns on a line that stands in one of them alone goes on from the row above."""
_LONGEST_LABEL = 6
"""A signature line's label has no more words."""


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row of the page: its cells from left to right, each with its lines; where it comes as its first line does."""

    placed: Placed
    cells: tuple[tuple[Row, ...], ...]
    edges: tuple[float, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether it is a single line."""
        return all(len(cell) == 1 for cell in self.cells)

    def line(self, place: Place, looks: Looks) -> Line:
        """All of it as one line, a tab between its cells."""
        if self.is_plain:
            return with_emphasis(as_line(self.placed.row, place, self.edges), self.placed.row, looks)
        rights = [*(cell[0][0].place.x0 - _BETWEEN_CELLS for cell in self.cells[1:]), inf]
        return _beside([_written(cell, right, place, looks) for cell, right in zip(self.cells, rights, strict=True)])


def in_open_rows(rows: Sequence[Placed]) -> list[OpenRow]:
    """The rows of a page in their order, each with the lines that go on in its cells."""
    edges = _edges_by_row([each.row for each in rows])
    parted = [_cells(each.row, mine) for each, mine in zip(rows, edges, strict=True)]
    found: list[OpenRow] = []
    index = 0
    while index < len(rows):
        cells: list[tuple[Row, ...]] = [(cell,) for cell in parted[index]]
        open_cells = set(range(len(cells)))
        end = index + 1
        while end < len(rows) and _side(rows[end]) == _side(rows[index]):
            columns = _columns(cells, parted[end])
            tight = _is_tight(rows[end - 1].row, rows[end].row)
            if not (tight and columns and open_cells.issuperset(columns)):
                break
            if 0 in columns and not (_is_apart(rows, index, end) or _goes_on_small(parted[end][0])):
                break
            if not _carried_on(cells, columns, parted[end]):
                break
            for column, cell in zip(columns, parted[end], strict=True):
                cells[column] = (*cells[column], cell)
            open_cells = set(columns)
            end += 1
        found.append(OpenRow(rows[index], tuple(cells), edges[index]))
        index = end
    return found


def _side(placed: Placed) -> Rect | None:
    """The column of the page in which a row stands, where it is sure that the page has columns."""
    return placed.area if placed.sure else None


def _edges_by_row(rows: Sequence[Row]) -> list[tuple[float, ...]]:
    """For each row, where the columns begin that the rows around it show; a row without a gap takes two to show one."""
    starts = [[segment.left for segment in as_line(row, Place()).segments or ()] for row in rows]
    found: list[tuple[float, ...]] = []
    for at, mine in enumerate(starts):
        around = (*starts[max(at - _NEAR, 0) : at], *starts[at + 1 : at + 1 + _NEAR])
        near = sorted(edge for each in around for edge in each[1:])
        least = 1 if len(mine) > 1 else 2
        found.append(tuple(_repeated(near, least)))
    return found


def _repeated(edges: Sequence[float], least: int) -> Iterator[float]:
    """The first of each group of edges, given from left to right, that are the same and so many at least."""
    start = 0
    for index in range(1, len(edges) + 1):
        if index == len(edges) or edges[index] - edges[start] >= _SAME_EDGE:
            if index - start >= least:
                yield edges[start]
            start = index


def _cells(row: Row, edges: Sequence[float]) -> list[Row]:
    """The pieces of a row, parted where its columns are."""
    segments = as_line(row, Place(), edges).segments or ()
    return [[piece for piece in row if each.left <= piece.place.x0 <= each.right] for each in segments]


def _columns(cells: Sequence[Sequence[Row]], below: Sequence[Row]) -> list[int]:
    """The columns in which all cells of a line stand, by their left edges; none where one stands in none."""
    lefts = [lines[0][0].place.x0 for lines in cells]
    found = [
        next((column for column, left in enumerate(lefts) if abs(left - cell[0].place.x0) < _SAME_EDGE), -1)
        for cell in below
    ]
    return [] if -1 in found or len(lefts) == 1 else found


def _top(row: Row) -> float:
    return median(piece.place.y0 for piece in _words(row))


def _height(row: Row) -> float:
    return median(piece.place.height for piece in _words(row))


def _words(row: Row) -> Row:
    return [piece for piece in row if piece.mark is None and "__" not in piece.text] or row


def _is_tight(above: Row, below: Row) -> bool:
    """Whether two lines are as near as those of one text, and of letters as large."""
    one, other = _height(above), _height(below)
    return 0 < _top(below) - _top(above) <= _TIGHT * max(one, other) and max(one, other) < 1.5 * min(one, other)


def _is_apart(rows: Sequence[Placed], first: int, last: int) -> bool:
    """Whether the rows above and below the lines `first` to `last` are further off than these are from one another."""
    most = _APART * (_top(rows[last].row) - _top(rows[last - 1].row))
    above = _top(rows[first].row) - _top(rows[first - 1].row) if first else most + 1
    left, following = rows[first].row[0].place.x0, rows[last + 1 : last + 2]
    below = [_top(each.row) - _top(rows[last].row) for each in following if each.row[0].place.x0 < left + _SAME_EDGE]
    return not (0 < above < most) and not any(0 < each < most for each in below)


def _carried_on(cells: Sequence[Sequence[Row]], columns: Sequence[int], below: Sequence[Row]) -> bool:
    """Whether each cell of a line goes on from the one above it, and the line is no row of its own."""
    pairs = [(cells[column], cell) for column, cell in zip(columns, below, strict=True)]
    if any(_is_no_text(above[-1]) or _is_no_text(cell) for above, cell in pairs):
        return False
    broken = [_is_broken(cells, column, cell) for column, cell in zip(columns, below, strict=True)]
    if all(_completes_label(*pair) or _goes_on_small(pair[1]) for pair in pairs) and all(broken):
        return True
    if len(columns) == len(cells):
        return False
    sure = [_goes_on_small(cell) or _ends_label(above, cell) for above, cell in pairs]
    own = [_is_a_value_below_its_label(*pair) for pair in pairs]
    if columns == [0]:
        return _goes_on_small(below[0]) or (broken[0] and (sure[0] or _answers(*pairs[0])))
    if len(columns) == 1 and len(cells) >= _A_LIST:
        return ":" not in _text(below[0]) and not own[0]
    goes_on = (each or (cut and not alone) for each, cut, alone in zip(sure, broken, own, strict=True))
    return all(goes_on) and (any(sure) or len(columns) <= len(cells) / 2)


def _text(row: Row) -> str:
    return " ".join(piece.text for piece in row)


def _is_no_text(row: Row) -> bool:
    """Whether a cell holds a rule to write on, a box, a picture or a field."""
    return any(piece.mark or "__" in piece.text for piece in row)


def _goes_on_small(cell: Row) -> bool:
    """Whether a cell begins in the middle of a sentence or a heading."""
    return cell[0].text[:1].islower() or cell[0].text[:1] in "&/"


def _ends_label(above: Sequence[Row], cell: Row) -> bool:
    """Whether a cell is the end of a label that the lines above it begin."""
    return _text(cell).endswith(":") and not any(":" in _text(row) for row in above)


def _completes_label(above: Sequence[Row], cell: Row) -> bool:
    """Whether a cell begins with the end of a known label that the lines above it begin, with or without its value."""
    before, text = " ".join(_text(row) for row in above), _text(cell)
    return ":" not in before and ":" in text and bool(label_key(f"{before} {text.partition(':')[0]}"))


def _answers(above: Sequence[Row], cell: Row) -> bool:
    """Whether a cell holds what the label above it asks for and had no room for."""
    return _text(above[-1]).endswith(":") and ":" not in _text(cell) and not _is_label(_text(cell))


def _is_broken(cells: Sequence[Sequence[Row]], column: int, cell: Row) -> bool:
    """Whether the first word of a cell would not have fitted behind the line above it.

    Where the last column ends is not known: there only a figure or a letter alone is short enough to tell.
    """
    if column + 1 == len(cells):
        return _widest(cells[column]) > _BETWEEN_CELLS
    right = cells[column + 1][0][0].place.x0 - _BETWEEN_CELLS
    letter = cell[0].place.width / max(len(cell[0].text), 1)
    return cells[column][-1][-1].place.x1 + letter / 2 + cell[0].place.width > right


def _widest(lines: Sequence[Row]) -> float:
    return max(row[-1].place.x1 - row[0].place.x0 for row in lines)


def _is_a_value_below_its_label(above: Sequence[Row], cell: Row) -> bool:
    """Whether a cell is something of its own: a figure below words, a label below a label, a value below one."""
    before, text = " ".join(_text(row) for row in above), _text(cell)
    if _goes_on_small(cell):
        return False
    if _STARTS_WITH_FIGURE.match(text) and not _IN_A_SENTENCE.search(before):
        return True
    if _is_label(before):
        return not _is_label(f"{before} {text}")
    return False


_STARTS_WITH_FIGURE = re.compile(r"\W*\d")
_IN_A_SENTENCE = re.compile(r"(?:^|\s)(?:[a-z]+|\w+,)$")


def _is_label(text: str) -> bool:
    """Whether a text is a known label and no more, or asks for a signature."""
    bare = plain(text)
    asks = len(bare.split()) <= _LONGEST_LABEL and holds(bare, phrases("signatures", "label_words"))
    return bool(label_key(text.rstrip(" :")) or asks)


def _written(cell: Sequence[Row], right: float, place: Place, looks: Looks) -> Line:
    """The lines of a cell that ends at `right` as one."""
    line = with_emphasis(as_line(cell[0], place), cell[0], looks)
    for above, row in pairwise(cell):
        below = with_emphasis(as_line(row, place), row, looks)
        glue = "" if _in_a_word(above, row, right) else " "
        line = _put_together(line, below, glue)
    return line


def _in_a_word(above: Row, row: Row, right: float) -> bool:
    """Whether a line was broken in a word: at its hyphen, or because it fills the cell alone."""
    last, first = above[-1], row[0]
    letter = last.place.width / max(len(last.text), 1)
    full = len(above) == 1 and last.place.x1 + letter > right and first.text[:1].islower()
    return last.text.endswith("-") or (full and is_one_word(last.text, first.text))


def _beside(cells: Sequence[Line]) -> Line:
    """The lines of a row's cells as one, with their places on the page."""
    line = cells[0]
    for cell in cells[1:]:
        line = _put_together(line, cell, "\t")
    starts = accumulate((len(cell.text) + 1 for cell in cells[:-1]), initial=0)
    return replace(line, segments=tuple(map(_segment, cells, starts)))


def _segment(cell: Line, start: int) -> Segment:
    placed = cell.segments or ()
    left, right = min(each.left for each in placed), max(each.right for each in placed)
    return Segment(start, start + len(cell.text), left, right)


def _put_together(one: Line, other: Line, glue: str) -> Line:
    """Two lines as one, with the looks and places of both; the segments are those of the page."""
    start = len(one.text) + len(glue)
    return replace(
        joined(one, other, glue),
        segments=(*(one.segments or ()), *(other.segments or ())),
        emphasis=(
            *one.emphasis,
            *(replace(each, start=each.start + start, end=each.end + start) for each in other.emphasis),
        ),
    )
