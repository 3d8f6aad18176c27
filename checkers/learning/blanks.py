"""Where an empty form can be written on, and the words that ask for what goes there.

In go the blocks of a blank as read, out come its places in reading order. Nothing here knows what the words mean: a
place is told by what is drawn there (a rule, a field, an empty cell, a box) and its label by where it stands: before
it, beside it, above it, or as a caption below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkers.layout import (
    BOX_EMPTY,
    BOX_TICKED,
    BOX_UNCLEAR,
    Block,
    Cell,
    Line,
    MarkKind,
    Segment,
    Table,
    lines_of,
    split_segments,
)
from checkers.outcome import Spot
from checkers.understand.boxes import boxes_of, find_boxes
from checkers.words import plain


class Shape(StrEnum):
    """How a place to write on looks."""

    FIELD = "field"
    COLUMN = "column"
    """The cells below a head, row by row."""
    CAPTION = "caption"
    """A label in a row of a table that says what stands in the row above it."""
    HEADING = "heading"
    """Words alone on their line, over room to write or none that can be seen."""
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write on. `holds` is what the blank has there itself.

    `bare`: a line to write on follows the label, and no colon. `ticked`: a box that is ticked already.
    """

    label: str
    shape: Shape
    spot: Spot
    order: int
    holds: str = ""
    bare: bool = False
    ticked: bool = False


def find_blanks(blocks: Sequence[Block]) -> list[Blank]:
    """Every place of an empty form that can be written on, in reading order."""
    top = [order for order, line in enumerate(lines_of(tuple(blocks))) if line.text.strip()][:_TITLE_LINES]
    found = [blank for blank in _in_blocks(blocks, 0) if blank.shape is not Shape.HEADING or blank.order not in top]
    heads = {(blank.spot.place.table, blank.label) for blank in found if blank.shape is Shape.COLUMN}
    boxes = (box for box in _boxes(blocks) if (box.spot.place.table, box.label) not in heads)
    return sorted([*found, *boxes], key=lambda blank: blank.order)


_TITLE_LINES = 2


def printed_at(blocks: Sequence[Block], words: str) -> list[Blank]:
    """Where a form prints these words, though it does not show that something is to be written there."""
    return [
        Blank(piece, Shape.FIELD, Spot(line.place, line.text.strip()), order)
        for order, line in enumerate(lines_of(tuple(blocks)))
        for piece in printed_pieces(line)
        if plain(piece) == plain(words)
    ]


def printed_pieces(line: Line) -> Iterator[str]:
    """What a line prints between its places to write on, its gaps and its boxes."""
    text = line.text
    for start, end in [*_writable(line), *((box.start, box.end) for box in boxes_of(line))]:
        text = text[:start] + "\t" * (end - start) + text[end:]
    yield from (piece for each in _GAP.split(text) if (piece := each.strip(_FRAME)))


_FRAME = " :*_\t"
_GAP = re.compile(r"\t+| {3,}| \| ")
_RULE = re.compile(r"_{2,}|\.{5,}|(?:\. ){4,}|…{2,}")
_FIELDS = frozenset({MarkKind.FIELD, MarkKind.PLACEHOLDER, MarkKind.SIGNATURE_LINE})
_BETWEEN_PARTS = re.compile(r"[\s/().,:–-]*")
"""What stands between the parts of one blank: "___/___/___"."""
_ENDS_LABEL = re.compile(r"[:?]\s*$")
_LABELLED = re.compile(r"(?P<label>[^:?]{1,80}[:?])(?:\s+|$)(?P<rest>.*)")
_LONGEST_LABEL = 14
"""In words: what goes on longer is a sentence."""
_BOXES = BOX_EMPTY + BOX_TICKED + BOX_UNCLEAR


def _boxes(blocks: Sequence[Block]) -> Iterator[Blank]:
    for box in find_boxes(blocks):
        if box.label and not box.option:
            yield Blank(box.label, Shape.BOX, box.spot, box.order, ticked=box.checked is True)


def _in_blocks(blocks: Sequence[Block], order: int) -> Iterator[Blank]:
    run: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            run.append(block)
            continue
        yield from _in_lines(run, order)
        order += len(run)
        run = []
        yield from _in_table(block, order)
        order += sum(len(cell.lines) for row in block.rows for cell in row.cells)
    yield from _in_lines(run, order)


# --- lines ---------------------------------------------------------------------------------------------------------


def _writable(line: Line) -> list[tuple[int, int]]:
    """Where a line can be written on, from left to right; the parts of one blank are one."""
    spans = [match.span() for match in _RULE.finditer(line.text)]
    spans += [(mark.start, mark.end) for mark in line.marks if mark.kind in _FIELDS]
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and (start <= whole[-1][1] or _BETWEEN_PARTS.fullmatch(line.text[whole[-1][1] : start].strip("\t"))):
            if "\t" in line.text[whole[-1][1] : start] or "   " in line.text[whole[-1][1] : start]:
                whole.append((start, end))
                continue
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_blank_line(line: Line) -> bool:
    """Whether a line is there to be written on, and says nothing itself."""
    text, spans = line.text, _writable(line)
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return bool(spans) and not _has_words(text) and not boxes_of(line)


def _in_lines(lines: Sequence[Line], order: int) -> Iterator[Blank]:
    """The places in consecutive lines."""
    captions: set[int] = set()
    above = -1
    """The last line whose label the blank lines below it are for."""
    for index, line in enumerate(lines):
        if index in captions or not line.text.strip():
            continue
        if _is_blank_line(line):
            below = lines[index + 1] if index + 1 < len(lines) else None
            captioned = below is not None and _is_caption(line, below)
            other = index > 0 and _is_blank_line(lines[index - 1]) and line.text != lines[index - 1].text
            if above == index - 1 >= 0 and not (captioned and other):
                above = index  # more of the same
            elif below is not None and captioned:
                captions.add(index + 1)
                yield from _captions(below, order + index + 1)
            elif index and index - 1 not in captions and _may_be_label(lines[index - 1]):
                above = index
                yield _blank(lines[index - 1], lines[index - 1].text, order + index - 1)
            continue
        found = list(_in_line(line, order + index))
        if found and _ENDS_LABEL.search(line.text):
            above = index
        yield from found
        if not found and _heads_room(line, lines[index + 1 : index + 3]):
            for piece in printed_pieces(line):
                yield Blank(piece, Shape.HEADING, Spot(line.place, line.text.strip()), order + index)


def _heads_room(line: Line, below: Sequence[Line]) -> bool:
    """Whether words stand alone on their line, with room below; of a page the room itself is not seen."""
    if line.place.table is not None or line.place.part != "body" or not _may_be_label(line):
        return False
    if not below or not below[0].text.strip():
        return True
    others = _is_blank_line(below[0]) and len(below) > 1 and _is_caption(*below)
    return line.place.page is not None and (others or not _writable(below[0]))


def _is_caption(line: Line, below: Line) -> bool:
    """Whether the words of a line stand below rules to say what goes on them."""
    pieces = below.segments or split_segments(below.text)
    short = bool(pieces) and all(0 < len(below.text[p.start : p.end].split()) <= _LONGEST_LABEL for p in pieces)
    alone = not _writable(below) and not boxes_of(below) and ":" not in below.text and below.text.strip()[-1:] != "."
    return short and alone and len(pieces) <= max(1, len(_writable(line)))


def _captions(line: Line, order: int) -> Iterator[Blank]:
    pieces: Sequence[Segment] = line.segments or split_segments(line.text)
    yield from (_blank(line, line.text[piece.start : piece.end], order) for piece in pieces)


def _may_be_label(line: Line) -> bool:
    words = line.text.split()
    return (
        0 < len(words) <= _LONGEST_LABEL
        and _has_words(line.text)
        and not _writable(line)
        and not boxes_of(line)
        and not line.text.rstrip().endswith((".", ";", ","))
    )


def _in_line(line: Line, order: int) -> Iterator[Blank]:
    """The places of one line with the words before each."""
    text, begin = line.text, 0
    for start, end in _writable(line):
        pieces = [each for each in _GAP.split(_behind_boxes(text[begin:start])) if _has_words(each)]
        for piece in pieces[:-1]:
            yield from _prefilled(line, piece, order)
        if pieces and _is_label(pieces[-1]):
            yield _blank(
                line, pieces[-1], order, holds=_held(line, start, end), bare=not _ENDS_LABEL.search(text[begin:start])
            )
        begin = end
    for piece in _GAP.split(_behind_boxes(text[begin:])):
        yield from _prefilled(line, piece, order)


def _behind_boxes(text: str) -> str:
    """A text from behind its last box on; the words of a box are the box's."""
    at = max((text.rfind(sign) for sign in _BOXES), default=-1)
    return text[at + 1 :] if at >= 0 else text


def _prefilled(line: Line, piece: str, order: int) -> Iterator[Blank]:
    """A label with nothing behind it, or with what the blank has there itself."""
    found = _LABELLED.fullmatch(piece.strip())
    if found and _is_label(found["label"]):
        holds = "" if boxes_of(line) else found["rest"].strip()
        yield _blank(line, found["label"], order, holds=holds)


def _is_label(text: str) -> bool:
    return _has_words(text) and len(text.split()) <= _LONGEST_LABEL


def _held(line: Line, start: int, end: int) -> str:
    """What a field holds in the blank: its placeholder, or what is filled in on every copy."""
    held = " ".join(line.text[start:end].replace("_", " ").split())
    return held if _has_words(held) or any(map(str.isdigit, held)) else ""


def _blank(line: Line, label: str, order: int, *, holds: str = "", bare: bool = False) -> Blank:
    words = " ".join(label.split()).strip(_FRAME)
    return Blank(words, Shape.FIELD, Spot(line.place, line.text.strip() or words), order, holds, bare)


# --- tables --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with the index of its first line."""

    cell: Cell
    order: int

    @property
    def words(self) -> str:
        """All that it says, in one line."""
        return " ".join(line.text.strip() for line in self.cell.lines if line.text.strip())

    @property
    def empty(self) -> bool:
        """Whether it is there to be written on, and says nothing itself."""
        return all(not line.text.strip() or _is_blank_line(line) for line in self.cell.lines) and not self.nested

    @property
    def open(self) -> bool:
        """Whether it is empty, or has a box to tick and no words."""
        boxed = any(boxes_of(line) for line in self.cell.lines) and not any(map(str.isalnum, self.words))
        return self.empty or (boxed and not self.nested)

    @property
    def nested(self) -> bool:
        """Whether a table stands in it."""
        return any(isinstance(block, Table) for block in self.cell.blocks)

    @property
    def label(self) -> bool:
        """Whether it is nothing but words that may ask for something."""
        text = any(_writable(line) or boxes_of(line) for line in self.cell.lines)
        return not text and not self.nested and _has_words(self.words) and len(self.words.split()) <= _LONGEST_IN_CELL

    @property
    def has_room(self) -> bool:
        """Whether it is one line of words that may ask for something, over room to write on."""
        first, *others = [line.text.strip() for line in self.cell.lines] or [""]
        return self.label and bool(first) and bool(others) and not any(others)

    def asks(self, shape: Shape, holds: str = "") -> Blank:
        """The place that it asks for."""
        line = next(line for line in self.cell.lines if line.text.strip())
        return Blank(self.words.strip(_FRAME), shape, Spot(line.place, line.text.strip()), self.order, holds)


_LONGEST_IN_CELL = 20
_FEWEST_PAIRS = 2


def _in_table(table: Table, order: int) -> Iterator[Blank]:
    rows: list[list[_Cell]] = []
    for row in table.rows:
        cells = []
        for cell in row.cells:
            cells.append(_Cell(cell, order))
            order += len(cell.lines)
        rows.append(cells)
    index = 0
    while index < len(rows):
        if _heads(rows, index):
            yield from (cell.asks(Shape.COLUMN) for cell in rows[index] if cell.label)
            index += 1
            while index < len(rows) and _is_open_row(rows[index]):
                index += 1
            continue
        if _is_captioned(rows, index):
            yield from (cell.asks(Shape.CAPTION) for cell in rows[index + 1] if cell.label)
            index += 2
            continue
        yield from _in_row(rows, index)
        index += 1


def _heads(rows: Sequence[Sequence[_Cell]], index: int) -> bool:
    """Whether a row of labels heads the rows below it, which are there to be written on."""
    row = rows[index]
    labels = [cell for cell in row if cell.label]
    below = rows[index + 1] if index + 1 < len(rows) else []
    others = all(cell.label or not cell.words for cell in row)
    return len(labels) >= _FEWEST_PAIRS and others and len(below) == len(row) and _is_open_row(below)


def _is_captioned(rows: Sequence[Sequence[_Cell]], index: int) -> bool:
    """Whether a row is there to be written on, and the row below it says what goes where."""
    row, below = rows[index], rows[index + 1] if index + 1 < len(rows) else []
    said = [cell.label or not cell.words for cell in below]
    return bool(row) and len(row) == len(below) and all(cell.empty for cell in row) and all(said)


def _is_open_row(row: Sequence[_Cell]) -> bool:
    """Whether a row is there to be written on; the first cell may have its number."""
    numbered = row[0].words.strip(" .)").isdigit() if row else False
    return len(row) >= _FEWEST_PAIRS and all(cell.open for cell in row[1:]) and (row[0].open or numbered)


def _in_row(rows: Sequence[Sequence[_Cell]], index: int) -> Iterator[Blank]:
    """The places beside, or below, the labels of a row that heads none."""
    row, position = rows[index], 0
    below = rows[index + 1] if index + 1 < len(rows) else []
    while position < len(row):
        cell = row[position]
        beside = row[position + 1] if position + 1 < len(row) else None
        if cell.label and beside is not None and beside.empty:
            yield cell.asks(Shape.FIELD, _held_in(beside))
            position += 2
        elif cell.label and beside is not None and beside.label and _is_pair(rows, position, cell):
            yield cell.asks(Shape.FIELD, beside.words)
            position += 2
        elif cell.has_room:
            yield cell.asks(Shape.FIELD)
            position += 1
        elif cell.label and len(row) == len(below) == 1 and below[0].empty:
            yield cell.asks(Shape.FIELD, _held_in(below[0]))
            position += 1
        else:
            if not cell.empty:
                yield from _in_blocks(cell.cell.blocks, cell.order)
            position += 1


def _held_in(cell: _Cell) -> str:
    for line in cell.cell.lines:
        for start, end in _writable(line):
            if held := _held(line, start, end):
                return held
    return ""


def _is_pair(rows: Sequence[Sequence[_Cell]], position: int, cell: _Cell) -> bool:
    """Whether a cell asks for what the next one holds already: by its colon, or as other rows have labels there."""
    alike = sum(
        len(row) > position + 1 and row[position].label and row[position + 1].empty for row in rows if row[position:]
    )
    return cell.words.rstrip().endswith((":", "?")) or alike >= _FEWEST_PAIRS
