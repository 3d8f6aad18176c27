"""The sheet as a Word document, to print and sign."""

from __future__ import annotations

import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.shared import Inches, Pt
from docx.table import Table

from checkers.gate.sheet import DOCUMENTS, SEAL, Section, Sheet

_MARGIN, _WIDTH = Inches(0.7), 9.6
"""The page is wide: letter paper, turned; what stands between its margins, in inches."""
_NARROW = {
    "No.": 0.5,
    "Seen": 0.5,
    "Session": 0.7,
    "Rule": 0.8,
    "On": 0.9,
    "Until": 0.9,
    "SHA-256": 2.4,
    "What": 2.0,
    "Profile": 1.8,
    "Version": 1.6,
    "Name": 2.2,
}
"""The widths of columns that need less or more than an equal share, in inches."""


def write_word(sheet: Sheet, today: datetime.date) -> bytes:
    """The document, which says that it was made on that day."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = page.page_height, page.page_width
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    document.styles["Normal"].font.size = Pt(9)
    about = document.core_properties
    about.author, about.title, about.comments = "Tandem", sheet.title, ""
    about.created = about.modified = datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    document.add_heading(sheet.title, level=1)
    document.add_paragraph(sheet.summary)
    for section in sheet.sections:
        _add(document, section)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: WordDocument, section: Section) -> None:
    document.add_heading(section.title, level=2)
    for paragraph in section.text:
        document.add_paragraph(paragraph)
    if not section.heads:
        return
    table = document.add_table(rows=1, cols=len(section.heads), style="Table Grid")
    _fill(table, 0, section.heads)
    for number, row in enumerate(section.rows, start=1):
        table.add_row()
        _fill(table, number, row)
    _lay_out(table, section)


def _fill(table: Table, number: int, texts: tuple[str, ...]) -> None:
    for cell, text in zip(table.rows[number].cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.bold = number == 0


def _lay_out(table: Table, section: Section) -> None:
    """The heads again on every page, no row torn apart, each column as wide as it needs, room to sign."""
    table.autofit = False
    share = (_WIDTH - sum(_NARROW.get(head, 0) for head in section.heads)) / max(
        1, sum(head not in _NARROW for head in section.heads)
    )
    for head, column in zip(section.heads, table.columns, strict=True):
        column.width = Inches(_NARROW.get(head, share))
        for cell in column.cells:
            cell.width = column.width
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no name for these two
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
    if not any(map(any, section.rows)):
        table.rows[1].height = Inches(0.6)
    if section.heads in (DOCUMENTS, SEAL):
        for row in table.rows[1:]:
            for run in row.cells[-1].paragraphs[0].runs:
                run.font.name, run.font.size = "Courier New", Pt(7)
