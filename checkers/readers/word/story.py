"""The walk through one part of a document (Word calls each of them a story): its blocks in reading order."""

from __future__ import annotations

from typing import Final

from checkers.layout import Block, Cell, Line, Part, Place, Row, Table
from checkers.readers.word import names as n
from checkers.readers.word.controls import control_of, is_summary
from checkers.readers.word.drawings import chosen
from checkers.readers.word.file import WordFile
from checkers.readers.word.inline import Inline, TextBox
from checkers.readers.word.lines import Cover, Written
from checkers.readers.word.package import Element
from checkers.readers.word.styles import outline_is_heading
from checkers.visible import visible

_WRAPPERS: Final = frozenset({n.CUSTOM_XML, n.INS, n.MOVE_TO, f"{n.W}smartTag"})
_TRACKED: Final = frozenset({n.INS, n.MOVE_TO, n.DEL, n.MOVE_FROM})
_EMBEDDED: Final = frozenset({n.ALT_CHUNK, n.SUB_DOC})
_EMBEDDED_NOTE: Final = "Another file is embedded in this document, and its text was not read."

SUMMARY_NOTE: Final = "The box in which Tandem told what it found was not read as a part of the document."

_At = tuple[int | None, int | None, int | None]
"""Table, row and cell."""


class Story:
    """Walks the body, a header, a footer, the notes or a text box."""

    def __init__(
        self, file: WordFile, part_name: str, part: Part, at: _At = (None, None, None), number: int = 0
    ) -> None:
        self._file = file
        self._part_name = part_name
        self._part: Part = part
        self._at = at
        self.number = number
        """The number of the last paragraph."""
        self._inline = Inline(file, part_name)

    def blocks(self, parent: Element) -> tuple[Block, ...]:
        """All blocks that an element holds."""
        found: list[Block] = []
        self._blocks(parent, found)
        return tuple(found)

    def _blocks(self, parent: Element, into: list[Block]) -> None:
        for child in parent:
            tag = child.tag
            if tag == n.P:
                self._paragraph(child, into)
            elif tag == n.TBL:
                into.append(self._table(child))
            elif tag == n.SDT:
                self._control(child, into)
            elif tag in _EMBEDDED:
                self._file.note(_EMBEDDED_NOTE)
            elif (inner := self._wrapped(child)) is not None:
                self._blocks(inner, into)

    def _wrapped(self, element: Element) -> Element | None:
        """What to enter in an element that only wraps blocks, rows or cells; None for all others."""
        tag = element.tag
        if tag == n.ALTERNATE_CONTENT:
            return chosen(element)
        if tag in _TRACKED:
            self._file.changed()
        return element if tag in _WRAPPERS else None

    # --- paragraphs -------------------------------------------------------------------------------------------------

    def _paragraph(self, element: Element, into: list[Block]) -> None:
        if is_summary(element):
            self._file.note(SUMMARY_NOTE)
            return
        self.number += 1
        self._file.here = self._here()
        if self._part == "body" and self._part_name == self._file.package.main_part:
            self._file.paragraphs[self._file.here] = element
        heading = removed = False
        if len(element) and element[0].tag == n.P_PR:
            heading, removed = self._properties(element[0])
        written, text_boxes = self._inline.paragraph(element)
        if not (removed and not any(line.text for line in written)):
            self._lines(written, into, heading=heading)
        for text_box in text_boxes:
            self._text_box(text_box, into)

    def _here(self) -> Place:
        return Place(self._part, None, *self._at, self.number)

    def _lines(self, written: list[Written], into: list[Block], *, heading: bool = False) -> None:
        place = self._here()
        for line in written:
            is_heading = (heading and bool(line.text.strip())) or line.bold
            into.append(Line(line.text, place, line.marks, is_heading, emphasis=line.emphasis))

    def _properties(self, properties: Element) -> tuple[bool, bool]:
        """Whether a paragraph is set as a heading, and whether its end is deleted."""
        heading = removed = False
        for each in properties:
            tag = each.tag
            if tag == n.P_STYLE:
                heading = self._file.styles.is_heading(each.get(n.VAL, ""))
            elif tag == n.OUTLINE_LEVEL:
                heading = heading or outline_is_heading(properties)
            elif tag == n.R_PR:
                removed = each.find(n.DEL) is not None or each.find(n.MOVE_FROM) is not None
                if removed or each.find(n.INS) is not None or each.find(n.MOVE_TO) is not None:
                    self._file.changed()
        return heading, removed

    def _text_box(self, text_box: TextBox, into: list[Block]) -> None:
        inside = Story(self._file, self._part_name, "textbox", self._at, self._file.text_box_paragraphs)
        if isinstance(text_box, str):
            inside.number += 1
            inside._lines([Written(visible(text_box.replace("\n", " ")), (), bold=False)], into)
        else:
            inside._blocks(text_box, into)
        self._file.text_box_paragraphs = inside.number

    # --- content controls around blocks, rows or cells --------------------------------------------------------------

    def _control(self, sdt: Element, into: list[Block]) -> None:
        if is_summary(sdt):
            self._file.note(SUMMARY_NOTE)
            return
        content = sdt.find(n.SDT_CONTENT)
        cover = self._inline.enter(control_of(sdt), content)
        if content is not None:
            self._blocks(content, into)
        if self._inline.leave(cover):
            self.number += 1
            written, _ = self._inline.paragraph(sdt.makeelement(n.P))
            self._lines(written, into)

    # --- tables -----------------------------------------------------------------------------------------------------

    def _table(self, element: Element) -> Table:
        self._file.tables += 1
        number = self._file.tables
        rows: list[Row] = []
        self._rows(element, number, rows)
        return Table(tuple(rows), number)

    def _rows(self, parent: Element, table: int, into: list[Row]) -> None:
        for child in parent:
            if child.tag == n.TR:
                self._file.here = Place(self._part, None, table, len(into) + 1)
                if not self._is_removed(child):
                    into.append(self._row(child, table, len(into) + 1))
            elif child.tag == n.SDT:
                content = child.find(n.SDT_CONTENT)
                if content is not None:
                    cover = self._inline.enter(control_of(child), content)
                    self._rows(content, table, into)
                    self._leave(cover)
            elif (inner := self._wrapped(child)) is not None:
                self._rows(inner, table, into)

    def _is_removed(self, row: Element) -> bool:
        properties = row.find(n.TR_PR)
        if properties is None:
            return False
        removed = properties.find(n.DEL) is not None
        if removed or properties.find(n.INS) is not None:
            self._file.changed()
        return removed

    def _row(self, element: Element, table: int, number: int) -> Row:
        before = element.find(f"{n.TR_PR}/{n.GRID_BEFORE}")
        row = _RowInMaking(table, number, 1 + (0 if before is None else _count(before, 0)))
        self._cells(element, row)
        return Row(tuple(row.cells))

    def _cells(self, parent: Element, row: _RowInMaking) -> None:
        for child in parent:
            if child.tag == n.TC:
                self._cell(child, row)
            elif child.tag == n.SDT:
                content = child.find(n.SDT_CONTENT)
                if content is not None:
                    cover = self._inline.enter(control_of(child), content)
                    self._cells(content, row)
                    self._leave(cover)
            elif (inner := self._wrapped(child)) is not None:
                self._cells(inner, row)

    def _cell(self, element: Element, row: _RowInMaking) -> None:
        width, continues = 1, False
        if len(element) and element[0].tag == n.TC_PR:
            for each in element[0]:
                if each.tag == n.GRID_SPAN:
                    width = _count(each, 1)
                elif each.tag == n.V_MERGE:
                    continues = each.get(n.VAL, "continue") == "continue" and row.number > 1
        row.position += 1
        if not continues:
            outside = self._at, self.number
            self._at, self.number = (row.table, row.number, row.position), 0
            row.cells.append(Cell(self.blocks(element), row.column, width))
            self._inline.leave_cell()
            self._at, self.number = outside
        row.column += width

    def _leave(self, cover: Cover | None) -> None:
        if self._inline.leave(cover):
            self._inline.drop_pending()


class _RowInMaking:
    """A row while its cells are read: the grid column of the next cell, and the position of the last one."""

    def __init__(self, table: int, number: int, column: int) -> None:
        self.table = table
        self.number = number
        self.column = column
        self.position = 0
        self.cells: list[Cell] = []


def _count(element: Element, least: int) -> int:
    """The number that a property gives, within what a table can have (Word's limit is 63 columns)."""
    value = element.get(n.VAL, "")
    return max(least, min(int(value), 63)) if value.isascii() and value.isdigit() and len(value) < 5 else least
