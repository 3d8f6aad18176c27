"""Labels and what stands at them: beside, behind, below or above, in lines and in tables.

In goes the layout, out come `Labelled` values in reading order. Nothing here knows what a label means beyond its key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checkers.layout import (
    BOX_EMPTY,
    BOX_TICKED,
    BOX_UNCLEAR,
    OBJECT,
    Block,
    Cell,
    Line,
    Mark,
    Row,
    Segment,
    Table,
    split_segments,
)
from checkers.words import holds, label_key, phrases, plain

SIGNATURE = "signature"
"""The key of labels that ask for a signature; their words are in words/signatures.toml."""

RUNNING = frozenset({"narrative", "present_levels", "annual_goal", "reason"})
"""Labels whose value may run on over many lines."""

_BOXES = BOX_EMPTY + BOX_TICKED + BOX_UNCLEAR
_SEPARATOR = re.compile(r"(?P<colon>(?<!\d):|:(?![\d/]))|(?P<rule>_{2,}|\.{5,}|…{2,})|(?P<gap>\t+| {3,})")
_LONGEST_LABEL = 10
_FILLER = re.compile(r"[_\s.…\-–—:*|]+")
_BOX = rf"[{_BOXES}□■☑✓✔]|\[\s*[xX✓✔]?\s*\]|\(\s*[xX✓✔]?\s*\)"
_LEADING = re.compile(rf"^(?:[\s•·▪*#>\-–—]|{_BOX})*(?:\d{{1,2}}[.)]\s+)?")
_BEHIND_BOX = re.compile(rf".*(?:{_BOX})\s*", re.DOTALL)
_UNKNOWN_LABEL = re.compile(r"[A-Z][\w'’/&#().,\- ]{1,50}")
_SIGNATURE_AND_DATE = re.compile(r"^[\w'’/ ]*(?:signature|signed|credentials|title)\s*(?:/|&|,|\band\b)\s*date\s*$", re.IGNORECASE)
_DIGIT_AHEAD = re.compile(r"\s+(?=[\d_])")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the raw text at it.

    `order` is the index of the label's line, `at` that of the value's; `row` numbers the table row (table number, row
    number) it stands in; `column` is true where the label heads a column of a table.
    """

    key: str | None
    label: str
    value: str
    order: int
    at: int
    line: Line
    start: int = 0
    marks: tuple[Mark, ...] = ()
    row: tuple[int, int] | None = None
    column: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing but filler (underscores, dots, spaces) stands there."""
        return not _FILLER.sub("", self.value)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line with its index in the document."""

    order: int
    line: Line


def key_of(words: str) -> str | None:
    """What a label means: a key of words/labels.toml, `SIGNATURE`, or None for no known label."""
    words = words.strip()
    if not words or len(words) > 120:
        return None
    if _SIGNATURE_AND_DATE.search(words):
        return SIGNATURE
    return label_key(words) or (SIGNATURE if is_signature_label(words) else None)


def is_signature_label(words: str) -> bool:
    """Whether these words ask for a signature, and are no sentence about one."""
    bare = plain(words)
    if bare in phrases("signatures", "labels"):
        return True
    if not bare or len(bare.split()) > _LONGEST_LABEL or "signed by " in bare or holds(bare, phrases("signatures", "not_lines")):
        return False
    return holds(bare, phrases("signatures", "label_words")) is not None and not words.rstrip().endswith(".")


# --- lines ---------------------------------------------------------------------------------------------------------


def in_line(numbered: Numbered) -> list[Labelled]:
    """The labels inside one line with the text behind each, from left to right."""
    text = numbered.line.text
    found: list[tuple[str | None, int, int, int]] = []  # key, label start, label end, value start
    alone = False  # whether the last label was ended by a gap alone, so that another may follow as bare
    cursor = _LEADING.match(text).end() if text else 0  # type: ignore[union-attr]  # it matches the empty string too
    for separator in _SEPARATOR.finditer(text):
        start, end = separator.span()
        if start < cursor:
            continue
        running = bool(found) and found[-1][0] in RUNNING
        unanswered = bool(found) and not alone and not text[found[-1][3] : cursor].strip(" _")
        if separator.lastgroup == "gap" and unanswered and text[cursor:start].strip():
            cursor = end  # "Setting: Preschool    ": the words behind a colon are its value, label or not
        elif label := _label_before(text, cursor, start, kind=separator.lastgroup, inside=bool(found) and found[-1][0] is not None and not running):
            found.append((label[0], label[1], start, start if separator.lastgroup == "rule" else end))
            cursor, alone = end, separator.lastgroup == "gap"
        elif separator.lastgroup == "gap" or (separator.lastgroup == "rule" and not running):
            cursor = end
        elif separator.lastgroup == "colon" and not found and _UNKNOWN_LABEL.fullmatch(text[cursor:start].strip()):
            found.append((None, cursor, start, end))
            cursor = end
    rest = text[cursor:]
    if not found or alone or (found[-1][0] not in RUNNING and found[-1][3] != cursor):
        if key := key_of(rest.strip(" *:")):
            found.append((key, cursor, len(text), len(text)))
        elif not found and (direct := _label_then_digits(rest)):
            found.append((direct[0], cursor, cursor + direct[1], cursor + direct[1]))
    return [
        _cut(numbered, key, text[start:end], value_start, found[index + 1][1] if index + 1 < len(found) else len(text))
        for index, (key, start, end, value_start) in enumerate(found)
    ]


def _label_before(text: str, cursor: int, end: int, *, kind: str | None, inside: bool) -> tuple[str, int] | None:
    """The known label that ends at `end`: all words from `cursor`, or (behind an earlier label's value) the last ones."""
    if box := _BEHIND_BOX.match(text, cursor, end):
        cursor = box.end()
    candidate = text[cursor:end]
    if not candidate.strip():
        return None
    if key := key_of(candidate.strip(" *")):
        return key, cursor + len(candidate) - len(candidate.lstrip())
    if not inside or kind == "gap":
        return None
    starts = [match.start() for match in re.finditer(r"(?<!\S)\S", candidate)][-_LONGEST_LABEL:]
    for start in starts[1:] if starts and starts[0] == 0 else starts:
        if key := key_of(candidate[start:].strip(" *")):
            return key, cursor + start
    return None


def _label_then_digits(text: str) -> tuple[str, int] | None:
    """"Date 3/4/2026", "Time 9:00 - 9:30": a label at the beginning of a line with figures right behind it."""
    if (match := _DIGIT_AHEAD.search(text)) and (key := label_key(text[: match.start()])):
        return key, match.end()
    return None


def _cut(numbered: Numbered, key: str | None, label: str, start: int, end: int) -> Labelled:
    line = numbered.line
    marks = tuple(mark for mark in line.marks if start <= mark.start < end or (mark.start == mark.end == end))
    return Labelled(key, label.strip(" :*\t"), line.text[start:end].strip(), numbered.order, numbered.order, line, start, marks)


def in_lines(lines: Sequence[Numbered]) -> Iterator[Labelled]:
    """The labels in consecutive lines, each with its value: behind it, in the lines below it, or on the line above."""
    found = [in_line(each) for each in lines]
    used: set[int] = set()
    for index, labels in enumerate(found):
        if index in used or not labels:
            continue
        if above := _values_above(lines, found, index):
            yield from above
            continue
        *before, last = labels
        yield from before
        yield _with_lines_below(last, lines, found, index, used)


def _with_lines_below(last: Labelled, lines: Sequence[Numbered], found: list[list[Labelled]], index: int, used: set[int]) -> Labelled:
    """Give the last label of a line what follows in the next lines: running text, or a short value on the next line."""
    following: list[Numbered] = []
    for position in range(index + 1, len(lines)):
        line = lines[position].line
        if any(label.key for label in found[position]) or line.heading or _ends_text(line.text):
            break
        if position + 1 < len(lines) and lines[position + 1].line.text.count("_") >= _A_RULE and _is_signer(line.text):
            break
        if line.text.strip():
            following.append(lines[position])
            if last.key not in RUNNING:
                break
    if last.key in RUNNING and following:
        used.update(position for position in range(index + 1, len(lines)) if lines[position] in following)
        text = "\n".join([last.value, *(each.line.text.strip() for each in following)]).strip()
        at = last if not last.empty else replace(last, at=following[0].order, line=following[0].line, start=0)
        return replace(at, value=text)
    if last.key and last.empty and following and _fits(last.key, following[0].line.text):
        line = following[0].line
        return replace(last, value=line.text.strip(), at=following[0].order, line=line, start=0, marks=line.marks)
    return last


_A_RULE = 8
_SIGNER = re.compile(r"\S(?:\t| {3,})\S|\d[/.-]\d|\b(?:CCC|SLP|OTR|COTA|PT|PTA|MS|MA|M\.S\.|SEIT|LMSW|LCSW|TSSLD|MSEd)\b")


def _is_signer(text: str) -> bool:
    """Whether a line right above a rule is a name (with credentials or a date) typed over it, and not the text's last line."""
    return len(text.split()) <= 10 and not text.rstrip().endswith(".") and bool(_SIGNER.search(text))


def _ends_text(text: str) -> bool:
    """Whether a line cannot belong to running text: a rule to sign on, an electronic signature."""
    return text.count("_") >= _A_RULE or "signed by" in text.casefold() or text.strip().startswith(("/s/", "s/ "))


def _fits(key: str, text: str) -> bool:
    """Whether a line may be the value of a label that stands alone on the line above it."""
    bare = _FILLER.sub(" ", text).strip()
    if "date" in key:
        return bool(re.search(r"\d", bare)) and len(bare.split()) <= 5
    if key == SIGNATURE:
        return OBJECT in text or (bool(bare) and len(bare.split()) <= 8 and not bare.endswith("."))
    return len(bare.split()) <= 8 and not bare.endswith(".")


def _values_above(lines: Sequence[Numbered], found: list[list[Labelled]], index: int) -> list[Labelled]:
    """"Signature      Date" printed under rules: each label's value is what stands above it.

    Only where the line holds nothing but labels and the line above is a rule to write on, with or without something
    on it, that is no label's value itself.
    """
    if index == 0 or any(label.value for label in found[index]) or any(label.key for label in found[index - 1]):
        return []
    above, line = lines[index - 1], lines[index].line
    if ":" in line.text or not (above.line.text.count("_") >= 4 or OBJECT in above.line.text):
        return []
    if index >= 2 and not above.line.text.strip(" _\t") and not any(label.key for label in found[index - 2]) and _is_signer(lines[index - 2].line.text):
        above = lines[index - 2]
    tops = above.line.segments or _rule_segments(above.line.text)
    bottoms = line.segments or split_segments(line.text)
    labels = [(key_of(line.text[piece.start:piece.end]), piece) for piece in bottoms]
    if not any(key for key, _ in labels):
        return []
    values: list[Labelled] = []
    for position, (key, piece) in enumerate(labels):
        if len(tops) == len(bottoms):
            mine = [tops[position]]
        else:
            mine = [top for top in tops if top.left < piece.right and piece.left < top.right]
        start, end = (mine[0].start, mine[-1].end) if mine else (0, 0)
        value = _cut(above, key, line.text[piece.start:piece.end], start, end)
        values.append(replace(value, order=lines[index].order))
    return values


_RULE_GAP = re.compile(r"(?<=_)\s+(?=_)|\t+| {3,}")


def _rule_segments(text: str) -> tuple[Segment, ...]:
    """The rules of a line to write on: cut at gaps, and between two rules of underscores."""
    pieces: list[Segment] = []
    start = 0
    for gap in (*_RULE_GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            pieces.append(Segment(start, end, float(start), float(end)))
        if gap:
            start = gap.end()
    return tuple(pieces)


# --- tables --------------------------------------------------------------------------------------------------------


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
        header = grid.header_of(index)
        if index in grid.headers:
            continue
        for position, cell in enumerate(row.cells):
            if id(cell) in taken:
                continue
            if header is not None and (head := _over(rows[header], cell)):
                yield replace(_cell_value(grid, head, cell), row=place, column=True)
            elif (label := whole_label(cell)) and not any(OBJECT in line.text for line in cell.lines):
                value = _neighbour(grid, index, position)
                if value is not None:
                    taken.add(id(value))
                yield replace(_beside(grid, label, cell, value), row=place)
            else:
                yield from (replace(each, row=place) for each in _inside(grid, cell))


def _over(header: Row, cell: Cell) -> Cell | None:
    """The header cell that stands over a cell, by their columns of the grid."""
    heads = [head for head in header.cells if head.column <= cell.column < head.column + head.width]
    return heads[0] if heads and cell_text(heads[0]) else None


def _cell_value(grid: Grid, head: Cell, cell: Cell) -> Labelled:
    label = cell_text(head).replace("\n", " ")
    return _value(key_of(label.rstrip(" :*_")), label, grid.numbered(cell), grid.numbered(cell)[0].order if cell.lines else 0)


def _value(key: str | None, label: str, lines: Sequence[Numbered], order: int) -> Labelled:
    used = next((each for each in lines if each.line.text.strip()), lines[0])
    text = "\n".join(each.line.text.strip() for each in lines if each.line.text.strip())
    marks = tuple(mark for each in lines for mark in each.line.marks)
    return Labelled(key, label, text, order, used.order, used.line, 0, marks)


def _neighbour(grid: Grid, index: int, position: int) -> Cell | None:
    """The cell that holds a label cell's value: the next in its row, else, where there is none, the one below."""
    row = grid.table.rows[index]
    if position + 1 < len(row.cells):
        return None if _begins_with_label(grid, row.cells[position + 1]) else row.cells[position + 1]
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
