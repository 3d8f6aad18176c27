"""Labels in tables: heads of columns with the cells below, label cells with the cell beside or below them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from checkers.layout import OBJECT, Block, Cell, Line, Row, Table
from checkers.understand.dates import find_dates
from checkers.understand.electronic import electronic_name
from checkers.understand.labelled import SIGNATURE, Labelled, Numbered, in_line, in_lines, key_of
from checkers.words import FormWords, broken_label_key, form_meaning, phrases, plain, taught_words

_OPEN = frozenset(
    {"activity", "coordinator", "credentials", "district", "group", "place", "provider", "service", "service_type"}
)
"""Labels whose own words (a title, a service) may be the value of another one of them."""
_ANSWERS = _OPEN | {"services_heading", "meeting_date"}
"""What such a value is elsewhere: "Service Type | Special Education Itinerant Services", "Activity | CPSE Meeting"."""


_OF_WHOM = frozenset({"provider", "service_type"})
"""Labels with which the value of a coordinator's label may begin."""
_LONGEST_SIGNATURE = 8
"""A cell of more words is no signature with its name and title."""


_LONGEST_HEAD = 90
_COLUMNS_OF_A_LIST = 3
_WIDEST_PAIRS = 6
_LONGEST_UNKNOWN = 6
_SERVICE_COLUMN = frozenset({"service", "service_type"})
_GROUPS = frozenset({"service", "services_heading"})
_TIME = re.compile(r"\d\s*:\s*\d\d")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the index of each cell's first line.

    `headers` are the rows that head the columns below, `captions` those that say what stands in the row above them.
    """

    table: Table
    first: dict[int, int]
    headers: frozenset[int]
    captions: frozenset[int] = frozenset()

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
    """The key of a cell that is nothing but a known label; a cell with a table in it is more than that."""
    if any(isinstance(block, Table) and sum(len(row.cells) for row in block.rows) > 1 for block in cell.blocks):
        return None
    text = cell_text(cell).replace("\n", " ")
    return _key_of_head(text) if text else None


def _key_of_head(text: str) -> str | None:
    """What a cell's words mean as a label, with or without what the form prints below it to explain it."""
    bare = _ITEM_NUMBER.sub("", text.rstrip(" :*_"))
    words = plain(bare)
    label = next((words[: -len(each)] for each in phrases("sections", "explains") if words.endswith(f" {each}")), "")
    return key_of(bare) or (key_of(label.strip()) if label else None) or broken_label_key(label or words)


_ITEM_NUMBER = re.compile(r"^\d{1,2}[a-z]?[.)]\s+(?=[A-Z])")
"""The number of a form's item before its label: "12. Coordinator"."""


def grid_of(table: Table, first: dict[int, int]) -> Grid:
    """Find a table's header rows: rows of nothing but labels, over rows that do not begin with one."""
    headers = frozenset(index for index, row in enumerate(table.rows[:-1]) if _is_header(row, table.rows[index + 1]))
    captions = frozenset(
        index
        for index in range(1, len(table.rows))
        if not any(header < index for header in headers) and _is_caption(table.rows, index)
    )
    services = {index for index in headers - captions if _is_among_services(table.rows, index, headers)}
    if words := taught_words():
        captions = frozenset(index for index in range(1, len(table.rows)) if _says(table.rows[index], words.captions))
        headers = frozenset(index for index in headers if not _is_of_fields(table.rows[index], words))
        headers |= {index for index, row in enumerate(table.rows[:-1]) if _says(row, words.columns)}
    return Grid(table, first, headers - captions - services, captions)


def _says(row: Row, labels: frozenset[str]) -> bool:
    """Whether all that a row says are these labels."""
    texts = [plain(text) for cell in row.cells if (text := cell_text(cell))]
    return bool(texts) and labels.issuperset(texts)


def _is_of_fields(row: Row, words: FormWords) -> bool:
    """Whether a row has but labels of a form that the user taught, which head no column there."""
    texts = [plain(text) for cell in row.cells if (text := cell_text(cell))]
    return all(text in words.meanings and text not in words.columns for text in texts)


def _is_among_services(rows: Sequence[Row], index: int, headers: Collection[int]) -> bool:
    """Whether a row that looks like labels is a service of the list above it ("SEIT", at the "Preschool")."""
    above = max((header for header in headers if header < index), default=None)
    if above is None or whole_label(rows[index].cells[0]) != "provider":
        return False
    keys = [whole_label(cell) for cell in rows[above].cells]
    return len(keys) >= _COLUMNS_OF_A_LIST and keys[0] in _SERVICE_COLUMN and None not in keys


def _is_header(row: Row, below: Row) -> bool:
    texts = [cell_text(cell) for cell in row.cells]
    filled = [index for index, text in enumerate(texts) if text]
    if len(filled) < 2 or any(text.endswith(":") for text in texts):
        return False
    if any(len(cell_text(cell)) > _LONGEST_HEAD and whole_label(cell) is None for cell in row.cells):
        return False
    if any(OBJECT in text or _TIME.search(text) or next(find_dates(text, short=False), None) for text in texts):
        return False  # values stand there
    keys = [whole_label(row.cells[index]) for index in filled]
    if sum(key is not None for key in keys) < max(2, (len(keys) + 1) // 2) or filled[0] not in (0, 1):
        return False
    if all(index + 1 < len(texts) and not texts[index + 1] for index in filled):
        return False
    return (
        not any(whole_label(cell) for cell in below.cells[:1])
        or _is_repeated(row, below)
        or _is_group(row, below)
        or _is_first_service(keys, below)
    )


def _is_first_service(keys: Sequence[str | None], below: Row) -> bool:
    """Whether the first service of a list is one that a label may be called by too ("SEIT" under "Service")."""
    heads_services = len(keys) >= _COLUMNS_OF_A_LIST and keys.count(None) <= 1 and keys[0] in _SERVICE_COLUMN
    return heads_services and whole_label(below.cells[0]) == "provider" and any(map(cell_text, below.cells[1:]))


def _is_group(row: Row, below: Row) -> bool:
    """Whether the row below only heads a group of services ("RELATED SERVICES:" over the whole width of a list)."""
    alone = not any(cell_text(cell) for cell in below.cells[1:])
    return len(row.cells) >= _COLUMNS_OF_A_LIST and alone and whole_label(below.cells[0]) in _GROUPS


def _is_caption(rows: Sequence[Row], index: int) -> bool:
    """Whether a row of labels ("Therapist Signature | Date") is printed below what was signed in the row above."""
    above, row, below = rows[index - 1], rows[index], rows[index + 1] if index + 1 < len(rows) else None
    texts = {cell.column: cell_text(cell) for cell in row.cells}
    keys = {whole_label(cell) for cell in row.cells if texts[cell.column]}
    over = {cell.column: cell_text(cell) for cell in above.cells}
    if SIGNATURE not in keys or None in keys or any(text.endswith(":") for text in texts.values()):
        return False
    if below and any(cell_text(cell) for cell in below.cells) and not any(whole_label(cell) for cell in below.cells):
        return False
    return all(
        column in over and (_may_be_signed(over[column]) if text else not over[column])
        for column, text in texts.items()
    )


def _may_be_signed(text: str) -> bool:
    """Whether a cell's words may be a signature or its date: nothing, a picture, a name with its title, a day."""
    if OBJECT in text or electronic_name(text):
        return True
    return len(text.split()) <= _LONGEST_SIGNATURE and not text.endswith((".", ":")) and key_of(text) is None


def _is_repeated(row: Row, below: Row) -> bool:
    return [cell_text(cell) for cell in row.cells] == [cell_text(cell) for cell in below.cells]


def in_table(grid: Grid) -> Iterator[Labelled]:
    """The labels of a table: heads of columns with each cell below them, labels with the cell beside or below them."""
    rows = grid.table.rows
    taken: set[int] = set()
    for index, row in enumerate(rows):
        place = (grid.table.number, index + 1)
        if index in grid.headers or index + 1 in grid.captions:
            continue
        if index in grid.captions:
            yield from (replace(each, row=place) for each in _captioned(grid, index))
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
            elif value := _unknown_pair(grid, row, position):
                taken.add(id(value))
                text = cell_text(cell)
                yield replace(
                    _value(None, text.strip(" :*"), grid.numbered(value), grid.numbered(cell)[0].order), row=place
                )
            else:
                yield from (replace(each, row=place) for each in _inside(grid, cell))


def _cell_value(grid: Grid, head: Cell, cell: Cell) -> Labelled:
    label = cell_text(head).replace("\n", " ")
    return _value(_key_of_head(label), label, grid.numbered(cell), grid.numbered(cell)[0].order if cell.lines else 0)


def _captioned(grid: Grid, index: int) -> Iterator[Labelled]:
    """The labels of a row that says what stands above it, each with the cell over it."""
    over = {cell.column: cell for cell in grid.table.rows[index - 1].cells}
    for cell in grid.table.rows[index].cells:
        if cell_text(cell) and (above := over.get(cell.column)):
            yield replace(_cell_value(grid, cell, above), order=grid.numbered(cell)[0].order)


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
        key, other = whole_label(row.cells[position]), _first_key(grid, beside)
        if form_meaning(cell_text(beside)):
            return None
        if key in _OPEN and other in _ANSWERS and not any(sign in cell_text(beside) for sign in ":\n"):
            return beside  # "Service Type | Coordination of Services": the second is a label elsewhere, here a value
        if key == "coordinator" and other in _OF_WHOM and cell_text(row.cells[position]).endswith(":"):
            return beside  # "Coordinator of Services: | Related Service Provider: Dana Example"
        if key == "start_date" and other == "start_time" and next(find_dates(cell_text(beside), short=False), None):
            return beside  # "IEP Dates: | from 5/18/2026 to 5/7/2027"
        nested = any(isinstance(block, Table) for block in beside.blocks)
        return None if nested or _begins_with_label(grid, beside) else beside
    if position == 0 and index + 1 < len(grid.table.rows):
        below = grid.table.rows[index + 1].cells
        if len(below) == 1 and not _begins_with_label(grid, below[0]):
            return below[0]
    return None


def _unknown_pair(grid: Grid, row: Row, position: int) -> Cell | None:
    """The value beside a cell that looks like a label nobody knows: a few words, in a row of labels and values."""
    if len(row.cells) % 2 or position % 2 or len(row.cells) > _WIDEST_PAIRS:
        return None
    cell, value = row.cells[position], row.cells[position + 1]
    text = cell_text(cell)
    if not text or "\n" in text or len(text.split()) > _LONGEST_UNKNOWN or not text[0].isupper() or text.endswith("."):
        return None
    if ":" in text.rstrip(":") or "_" in text or any(line.marks for line in cell.lines) or boxed(text):
        return None
    holds_more = any(isinstance(block, Table) for block in value.blocks) or _begins_with_label(grid, value)
    return None if not cell_text(value) or holds_more or _begins_with_label(grid, cell) else value


def boxed(text: str) -> bool:
    """Whether a box to tick stands in the text, or a signature, or figures: no words of a label."""
    return (
        any(sign in text for sign in "☐☒☑□■[]") or bool(electronic_name(text)) or any(each.isdigit() for each in text)
    )


def _begins_with_label(grid: Grid, cell: Cell) -> bool:
    return _first_key(grid, cell) is not None


def _first_key(grid: Grid, cell: Cell) -> str | None:
    """The meaning of the label that a cell begins with, None for no known one."""
    lines = grid.numbered(cell)
    labels = in_line(lines[0]) if lines else []
    return labels[0].key if labels else None


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


def _margin(line: Line) -> str:
    """The margin of the page that a line stands in; "" for the page itself."""
    return line.place.part if line.place.part in ("header", "footer") else ""


def in_blocks(blocks: Sequence[Block], first: dict[int, int], order: int) -> Iterator[Labelled]:
    """The labels of blocks in reading order; `order` is the index of their first line."""
    run: list[Numbered] = []
    for block in blocks:
        if isinstance(block, Line):
            if run and _margin(block) != _margin(run[-1].line):
                yield from in_lines(run)
                run = []
            run.append(Numbered(order, block))
            order += 1
            continue
        yield from in_lines(run)
        run = []
        yield from in_table(grid_of(block, first))
        order += sum(len(cell.lines) for row in block.rows for cell in row.cells)
    yield from in_lines(run)
