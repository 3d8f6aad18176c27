"""Tables without lines: columns of words, set below one another with spaces, tabs or by their place on the page.

Whoever prints a log from a spreadsheet, or types one, draws no lines. A line of at least three short headings, over
lines whose pieces stand below them, is such a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkers.layout import Block, Cell, Line, Place, Row, Segment, Table, split_segments
from checkers.readers.side_by_side import in_halves
from checkers.words import label_key

_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 60
"""A month has thirty-one days; a printed page has no room for more."""
_LONGEST_HEADING = 32
_NO_HEADING = re.compile(r"[:_\d☐☒⍰￼]|\[\s*\]")
_LABEL = re.compile(r"[A-Z][\w'’/() ]{0,40}\s*[:=]")
"""A label, or a code that is explained ("A = absent"): neither begins a row of a table."""
_BARE_LABEL = re.compile(r"[A-Z][\w'’/() ]{1,40}:\s*_*")
_DASHES = re.compile(r"\s*[-=]{2,}(?:\s+[-=]{2,}){2,}\s*")
_DAYS = frozenset({"date", "service_date"})
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}|[A-Z][a-z]{2,8}\.? \d{1,2}")
_WORDS_OF_TEXT = 14
"""From how many words on a line below the table, set apart by no gap, is text again."""


def with_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each run of aligned lines as a `Table`; the lines in its cells keep their places."""
    blocks = tuple(in_halves(blocks))
    number = max((block.number for block in blocks if isinstance(block, Table)), default=0)
    done: list[Block] = []
    index = 0
    while index < len(blocks):
        table, end = _table_at(blocks, index, number + 1)
        if table is None:
            done.append(blocks[index])
            index += 1
            continue
        number += 1
        done.append(table)
        index = end
    return tuple(done)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column's heading; `left` and `right` in the unit of the line's segments, or the count of tabs before it."""

    left: float
    right: float


def _table_at(blocks: Sequence[Block], index: int, number: int) -> tuple[Table | None, int]:
    """The table whose heading is the line at `index`, and where it ends; None where there is none."""
    head = blocks[index]
    if isinstance(head, Line) and index + 1 < len(blocks):
        dashed = _dashed(blocks[index + 1])
        if cuts := dashed or _known_heads(head):
            table, end = _cut_table(blocks, index, number, cuts, dashed=bool(dashed))
            if table is not None:
                return table, end
    if not isinstance(head, Line) or not _is_heading(head) or _under_rules(blocks, index):
        return None, index
    columns = [_Column(piece.left, piece.right) for piece in _pieces(head)]
    cells: list[list[list[Line]]] = [[[_cut(head, piece)] for piece in _pieces(head)]]
    end = index + 1
    for at in range(index + 1, len(blocks)):
        line = blocks[at]
        if not isinstance(line, Line):
            break
        if line.text.strip():
            placed = _placed(line, columns)
            if placed is None or not _add(cells, placed, len(columns)):
                break
            end = at + 1
    if len(cells) < 2 or sum(bool(cell) for cell in cells[1]) < 2 or not (len(columns) > 2 or _lists_days(cells)):
        return None, index
    return Table(tuple(_row(row, head.place) for row in cells), number), end


def _dashed(block: Block) -> tuple[int, ...]:
    """Where the columns begin that a line of dashes shows ("-----  ---  -------"); none for another line."""
    if not isinstance(block, Line) or not _DASHES.fullmatch(block.text):
        return ()
    return tuple(match.start() for match in re.finditer(r"[-=]+", block.text))


def _cut_table(
    blocks: Sequence[Block], index: int, number: int, cuts: Sequence[int], *, dashed: bool
) -> tuple[Table | None, int]:
    """The table whose columns begin at `cuts`: every line that stands in them, down to a blank one.

    `dashed`: the line below the heading only shows the columns.
    """
    rows: list[list[list[Line]]] = []
    end = index
    for at in range(index, len(blocks)):
        line = blocks[at]
        if not isinstance(line, Line) or not line.text.strip() or not _stands_in(line.text, cuts):
            break
        if not (dashed and at == index + 1):
            edges = (*cuts[1:], len(line.text))
            pieces = [Segment(min(start, stop), stop, 0.0, 0.0) for start, stop in zip(cuts, edges, strict=True)]
            found = enumerate(_cut(line, piece) for piece in pieces)
            if not _add(rows, {column: piece for column, piece in found if piece.text}, len(cuts)):
                break
        end = at + 1
    head = blocks[index]
    if len(rows) < 2 or not isinstance(head, Line):
        return None, index
    return Table(tuple(_row(row, head.place) for row in rows), number), end


def _stands_in(text: str, cuts: Sequence[int]) -> bool:
    """Whether no word of a line crosses from one column to the next."""
    return all(cut >= len(text) or text[cut - 1].isspace() for cut in cuts[1:])


def _known_heads(line: Line) -> tuple[int, ...]:
    """Where the columns begin under known labels that only two blanks part; none for another line."""
    if line.segments is not None or "\t" in line.text:
        return ()
    heads = list(re.finditer(r"\S+(?: \S+)*", line.text))
    known = len(heads) >= _FEWEST_COLUMNS and all(label_key(head.group()) for head in heads)
    return tuple(head.start() for head in heads) if known else ()


def _add(cells: list[list[list[Line]]], placed: dict[int, Line], columns: int) -> bool:
    """Put the pieces of a line into a new row, or a single piece below the last row's; False where there is none."""
    if 0 in placed or len(placed) > 1:
        cells.append([[placed[at]] if at in placed else [] for at in range(columns)])
        return True
    for at, piece in placed.items():
        cells[-1][at].append(piece)
    return len(cells) > 1


def _row(cells: Sequence[Sequence[Line]], place: Place) -> Row:
    at = next((line.place for cell in cells for line in cell), place)
    return Row(tuple(Cell(tuple(cell) or (Line("", at),), column) for column, cell in enumerate(cells, start=1)))


def _pieces(line: Line) -> tuple[Segment, ...]:
    """The pieces of a line; where tabs part them, their place is the count of tabs before."""
    if line.segments is not None or "\t" not in line.text:
        return tuple(line.segments or split_segments(line.text))
    return tuple(
        replace(piece, left=float(tabs), right=float(tabs) + 0.5)
        for piece in split_segments(line.text)
        for tabs in [line.text.count("\t", 0, piece.start)]
    )


def _is_heading(line: Line) -> bool:
    """Whether a line is a row of at least three short headings and no values."""
    pieces = _pieces(line)
    texts = [line.text[piece.start : piece.end].strip() for piece in pieces]
    return (
        (_FEWEST_COLUMNS <= len(pieces) <= _MOST_COLUMNS or _heads_days(line, texts))
        and not line.marks
        and not any(_NO_HEADING.search(text) or _is_too_long(text) for text in texts)
    )


def _heads_days(line: Line, texts: Sequence[str]) -> bool:
    """Whether a printed line heads days and one thing more that is known ("Date    Notes")."""
    keys = [label_key(text) for text in texts]
    return line.segments is not None and len(keys) == 2 and keys[0] in _DAYS and bool(keys[1])


def _lists_days(cells: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Whether each of several rows of two columns begins with a day."""
    _, *rows = cells
    days = [row[0][0].text if row[0] else "" for row in rows]
    return len(days) > 1 and all(_DAY.match(day) for day in days)


def _is_too_long(text: str) -> bool:
    """Whether a text is no short heading, nor a known label that is longer."""
    return not text or (len(text) > _LONGEST_HEADING and not label_key(text))


def _under_rules(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line above holds rules to write on: then these are the labels below them, and no headings."""
    for at in range(index - 1, -1, -1):
        above = blocks[at]
        if not isinstance(above, Line):
            return False
        if above.text.strip():
            return "__" in above.text
    return False


def _placed(line: Line, columns: Sequence[_Column]) -> dict[int, Line] | None:
    """The pieces of a line by the columns they stand in; None where one stands in none, or two in the same."""
    pieces = _parted(line, columns)
    found: dict[int, Line] = {}
    if len(pieces) == 1 and len(line.text.split()) >= _WORDS_OF_TEXT:
        return None
    if 1 < len(pieces) < len(columns) and line.segments is not None and any(_crosses(each, columns) for each in pieces):
        return None  # a label and its value, in columns of their own
    for piece in pieces:
        words = line.text[piece.start : piece.end].strip()
        if _BARE_LABEL.fullmatch(words) or (not found and _LABEL.match(words)):
            return None
        column = _column_of(piece, columns)
        if column is None or column in found:
            return None
        found[column] = _cut(line, piece)
    if len(pieces) == 1 and 0 in found:
        return None  # a word at the left margin alone is a line of its own
    return found


def _parted(line: Line, columns: Sequence[_Column]) -> Sequence[Segment]:
    """The pieces of a line; in typed text those of the first column may run up to the second, which begins there."""
    first, *rest = _pieces(line) or (None,)
    at = int(columns[1].left)
    if first is None or line.segments is not None or "\t" in line.text or (rest and rest[0].left < columns[2].left):
        return _pieces(line)
    runs_on = first.start < at < first.end < columns[2].left and line.text[at - 1].isspace()
    if not runs_on or line.text[at].isspace():
        return _pieces(line)
    return (replace(first, end=at - 1, right=float(at - 1)), replace(first, start=at, left=float(at)), *rest)


def _crosses(piece: Segment, columns: Sequence[_Column]) -> bool:
    """Whether a piece stands under the headings of two columns."""
    return sum(piece.left < column.right and column.left < piece.right for column in columns) > 1


def _column_of(piece: Segment, columns: Sequence[_Column]) -> int | None:
    """The column that a piece stands in: the one it lies under most, else the last that begins left of it."""
    shared = [min(piece.right, column.right) - max(piece.left, column.left) for column in columns]
    best = max(range(len(columns)), key=lambda at: shared[at])
    if shared[best] > 0:
        return best
    before = [at for at, column in enumerate(columns) if column.left <= piece.left]
    far = (columns[-1].right - columns[0].left) / 4
    return before[-1] if before and piece.left - columns[before[-1]].right < far else None


def _cut(line: Line, piece: Segment) -> Line:
    """A piece of a line as a line of its own, with its marks."""
    text = line.text[piece.start : piece.end]
    lead = len(text) - len(text.lstrip())
    start, end = piece.start + lead, piece.start + len(text.rstrip())
    marks = tuple(
        replace(mark, start=mark.start - start, end=mark.end - start)
        for mark in line.marks
        if start <= mark.start and mark.end <= end
    )
    area = (piece.left, line.area[1], piece.right, line.area[3]) if line.area else None
    return Line(line.text[start:end], line.place, marks, line.heading, area=area)
