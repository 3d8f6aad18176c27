"""A sheet as text: typed line by line, or Markdown with its tables."""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents.corpus.sheet import Block, Boxes, Fields, Heading, Prose, Sheet, Signature, Table, Value
from tests.documents.paper_docx import RULE


def typed(sheet: Sheet) -> bytes:
    """One label a line; a table's cells between bars."""
    return _written(sheet, markdown=False)


def markdown(sheet: Sheet) -> bytes:
    """Headings with signs, bold labels, framed tables."""
    return _written(sheet, markdown=True)


def _written(sheet: Sheet, *, markdown: bool) -> bytes:
    lines = [sheet.letterhead, "", f"# {sheet.title}" if markdown else sheet.title, ""]
    for block in sheet.blocks:
        lines += [*_lines(block, markdown=markdown), ""]
    return ("\n".join(lines) + "\n").encode()


def _lines(block: Block, *, markdown: bool) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"## {block.text}" if markdown else block.text
    elif isinstance(block, Fields):
        for label, value in block.pairs:
            yield f"**{label}:** {value or RULE}" if markdown else f"{label}: {value or RULE}"
    elif isinstance(block, Prose):
        yield f"{block.label}: {block.text}" if block.label else block.text
    elif isinstance(block, Boxes):
        if block.question:
            yield block.question
        for words, checked in block.options:
            yield f"[{'x' if checked else ' '}] {words}"
    elif isinstance(block, Signature):
        yield f"{block.label}: {block.words or RULE}"
        if block.date is not None:
            yield f"{block.date_label}: {block.date or RULE}"
    else:
        yield from _table(block, markdown=markdown)


def _table(block: Table, *, markdown: bool) -> Iterator[str]:
    rows = [block.heads, *(tuple(map(_cell, row)) for row in block.rows)]
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if markdown and number == 0:
            yield "|" + " --- |" * len(row)


def _cell(value: Value) -> str:
    if isinstance(value, Signature):
        return value.words
    if isinstance(value, bool):
        return "[x]" if value else "[ ]"
    return value
