"""A sheet as Word files: a grid with content controls, paragraphs with tabs, cells with the label over its value."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx.shared import Inches

from tests.documents.corpus.sheet import Block, Boxes, Fields, Heading, Prose, Sheet, Signature, Table, Value
from tests.documents.paper_docx import (
    RULE,
    add_checkbox,
    add_control,
    add_legacy_checkbox,
    blank_document,
    save,
    tiny_png,
)


def grid(sheet: Sheet) -> bytes:
    """Label and value in cells side by side, values in content controls."""
    return _written(sheet, _grid_fields, controls=True)


def lines(sheet: Sheet) -> bytes:
    """Paragraphs with two labelled values each, blanks as underscores, legacy boxes."""
    return _written(sheet, _line_fields, controls=False)


def cells(sheet: Sheet) -> bytes:
    """Each value in a cell of its own under its label."""
    return _written(sheet, _cell_fields, controls=True)


def _written(sheet: Sheet, fields: Any, *, controls: bool) -> bytes:
    document = blank_document(sheet.letterhead, sheet.title)
    for block in sheet.blocks:
        if isinstance(block, Fields):
            fields(document, block)
            document.add_paragraph()
        else:
            _add(document, block, controls=controls)
    return save(document)


def _grid_fields(document: Any, block: Fields) -> None:
    pairs = block.pairs
    table = document.add_table(rows=0, cols=4)
    table.style = "Table Grid"
    for at in range(0, len(pairs), 2):
        row = table.add_row().cells
        for column, (label, value) in enumerate(pairs[at : at + 2]):
            row[2 * column].paragraphs[0].add_run(label).bold = True
            if value:
                add_control(row[2 * column + 1].paragraphs[0], value)


def _line_fields(document: Any, block: Fields) -> None:
    for at in range(0, len(block.pairs), 2):
        document.add_paragraph("\t".join(f"{label}: {value or RULE}" for label, value in block.pairs[at : at + 2]))


def _cell_fields(document: Any, block: Fields) -> None:
    table = document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    for at in range(0, len(block.pairs), 3):
        row = table.add_row().cells
        for cell, (label, value) in zip(row, block.pairs[at : at + 3], strict=False):
            cell.paragraphs[0].add_run(f"{label}:").bold = True
            cell.add_paragraph(value)


def _add(document: Any, block: Block, *, controls: bool) -> None:
    if isinstance(block, Heading):
        document.add_heading(block.text, 2)
    elif isinstance(block, Prose):
        if block.label:
            document.add_paragraph().add_run(f"{block.label}:").bold = True
        document.add_paragraph(block.text)
    elif isinstance(block, Boxes):
        add = add_checkbox if controls else add_legacy_checkbox
        if block.question:
            document.add_paragraph(block.question)
        for words, checked in block.options:
            add(document.add_paragraph(), words, checked)
    elif isinstance(block, Signature):
        _add_signature(document, block)
    elif isinstance(block, Table):
        _add_table(document, block)


def _add_signature(document: Any, block: Signature) -> None:
    table = document.add_table(rows=1, cols=2 if block.date is None else 4)
    row = table.rows[0].cells
    row[0].text = f"{block.label}:"
    _sign(row[1].paragraphs[0], block)
    if block.date is not None:
        row[2].text = f"{block.date_label}:"
        row[3].text = block.date or RULE


def _sign(paragraph: Any, block: Signature) -> None:
    if block.how == "picture":
        paragraph.add_run().add_picture(io.BytesIO(tiny_png()), width=Inches(1))
        paragraph.add_run(f" {block.name}")
    else:
        paragraph.add_run(block.words or RULE)


def _add_table(document: Any, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.heads))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for values in block.rows:
        _fill(table.add_row().cells, values)
    document.add_paragraph()


def _fill(row: Sequence[Any], values: Sequence[Value]) -> None:
    for cell, value in zip(row, values, strict=True):
        if isinstance(value, Signature):
            if value.how != "blank":
                _sign(cell.paragraphs[0], value)
        elif isinstance(value, bool):
            cell.text = "☒" if value else "☐"
        else:
            cell.text = value
