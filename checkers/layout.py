"""What a reader gives: the page as it is laid out, whatever format it came from.

A reader knows one file format and no rule. It turns a file into a `Reading`: lines and tables in reading order,
each with its place. What is not plain text (a checkbox, a picture, ink, a form field) stands in the line's text as
one or more characters covered by a `Mark`, so that order and neighbourhood are kept.

Conventions every reader keeps:

- a checkbox that is an object of the format (content control, form field, symbol-font glyph, drawn box) is one
  character, `BOX_EMPTY`, `BOX_TICKED` or `BOX_UNCLEAR`, under a `CHECKBOX` mark with its state. Boxes that are plain
  characters in the text (`☐`, `[x]`) are left as text: they are found later, for all formats alike;
- a picture, ink or drawing is one `OBJECT` character under a `PICTURE` or `INK` mark;
- a fillable field is its value under a `FIELD` mark, or `BLANK_FIELD` where it is empty;
- placeholder text ("Click or tap to enter text.") is kept as text under a `PLACEHOLDER` mark;
- words in bold, highlighted, underlined, shaded, framed, circled or struck through are text under an `Emphasis`;
- text has passed `visible`; tabs stay tabs; no line holds a newline; deleted and hidden text is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

BOX_EMPTY = "☐"
BOX_TICKED = "☒"
BOX_UNCLEAR = "⍰"
OBJECT = "￼"
BLANK_FIELD = "____"

Part = Literal["body", "header", "footer", "textbox"]

Area = tuple[float, float, float, float]
"""Left, top, right and bottom edge, in points from the upper left corner of a page as it is shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file. All numbers count from 1; what does not apply is None.

    `paragraph` counts within the part (within the cell, inside a table); `line` is used by text files only.
    """

    part: Part = "body"
    page: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    paragraph: int | None = None
    line: int | None = None

    @property
    def row_place(self) -> Place:
        """What stands side by side has the same one: the row of its table, else the place of its line."""
        return Place(table=self.table, row=self.row) if self.table is not None else self


class MarkKind(Enum):
    """What a mark covers."""

    CHECKBOX = "checkbox"
    PICTURE = "picture"
    INK = "ink"
    FIELD = "field"
    PLACEHOLDER = "placeholder"
    SIGNATURE_LINE = "signature line"
    """A signature line of the format itself (Word's signature line, a PDF signature field), not signed."""
    SIGNED_LINE = "signed line"
    """The same with a completed cryptographic signature; `value` holds the signer's name where the file gives it."""
    AUTOMATIC_DATE = "automatic date"
    """A field that shows the day it is opened or printed: never the date of a signature."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of a line that are more than text."""

    start: int
    end: int
    kind: MarkKind
    checked: bool | None = None
    """A checkbox's state; None where it cannot be told."""
    value: str = ""
    """What the format itself says (a date control's full date as YYYY-MM-DD, a signer's name, a field's name)."""
    how: str = ""
    """How it was recognised, in words: "content control", "form field", "Wingdings symbol"."""


STRUCK = "struck through"
"""The one emphasis that takes words back."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Characters `start` to `end` of a line that are set off from others by their look alone.

    `how` says it in words: "in bold", "highlighted", "underlined", "shaded", "framed", "circled", or `STRUCK`.
    """

    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line set apart by tabs or wide gaps; `left` and `right` are its horizontal place on the page.

    The unit of `left` and `right` is the format's own (points, or columns of characters); they are only compared
    with those of the neighbouring lines of the same file.
    """

    start: int
    end: int
    left: float
    right: float


_GAP = re.compile(r"\t+| {3,}| \| ")


def split_segments(text: str) -> tuple[Segment, ...]:
    """Cut a line at tabs, gaps of three or more spaces and bars, placing the pieces by their character columns."""
    segments: list[Segment] = []
    start = 0
    for gap in (*_GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            segments.append(Segment(start, end, float(start), float(end)))
        if gap:
            start = gap.end()
    return tuple(segments)


@dataclass(frozen=True, slots=True)
class Line:
    """One line (Word: one paragraph or a part of it between line breaks; PDF and text: one printed line)."""

    text: str
    place: Place
    marks: tuple[Mark, ...] = ()
    heading: bool = False
    """Set as a heading or in bold from end to end."""
    segments: tuple[Segment, ...] | None = None
    """Only where the reader knows the true horizontal places (PDF); else `split_segments` is used."""
    emphasis: tuple[Emphasis, ...] = ()
    """What stands out by its look, if only for its whole length; never what it means."""
    area: Area | None = None
    """Where it stands on its page; only where the format has pages (PDF)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; a nested table's lines stand among its blocks in order."""

    blocks: tuple[Block, ...]
    column: int
    """The grid column where the cell begins, from 1; a merged cell spans `width` columns."""
    width: int = 1

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the cell, those of nested tables included."""
        return tuple(lines_of(self.blocks))


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, its cells from left to right; a cell merged from the row above is not repeated."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its number in the file, counted from 1 in reading order."""

    rows: tuple[Row, ...]
    number: int


Block = Line | Table


def lines_of(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """All lines of `blocks` in reading order, those in tables included."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from lines_of(cell.blocks)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read.

    `blocks` are in reading order: headers first, then the body with its text boxes after the paragraph that holds
    them, then footers. A header that repeats from page to page is given once.
    """

    format: Literal["docx", "pdf", "text", "picture"]
    blocks: tuple[Block, ...]
    pages: int | None = None
    unread_pages: tuple[int, ...] = ()
    """Pages without a text layer (scans) that were not read."""
    ocr_pages: tuple[int, ...] = ()
    """Scans that were read by text recognition: it misreads letters, and sees neither ticks nor signatures."""
    signed: tuple[str, ...] = ()
    """Names of those who signed the whole file cryptographically ("" where the name is not given)."""
    tracked_changes: tuple[Place, ...] = ()
    """Where text was inserted, deleted or moved with changes tracked (Word), and nobody accepted or rejected it yet."""
    notes: tuple[str, ...] = field(default=())
    """What could not be read, in whole sentences without text of the document."""
