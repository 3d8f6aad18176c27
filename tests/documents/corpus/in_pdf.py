"""A sheet as PDFs: printed lines, or ruled tables; boxes are drawn, with a cross in those that are ticked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Image, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Grid

from tests.documents.corpus.sheet import Block, Boxes, Fields, Heading, Prose, Sheet, Signature, Table, Value
from tests.documents.paper_docx import RULE, tiny_png

_STYLES = getSampleStyleSheet()
_WIDTH = 500.0
_RULED = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
_OPEN = [("VALIGN", (0, 0), (-1, -1), "TOP")]


class _Box(Flowable):  # type: ignore[misc]  # the library has no types
    """A drawn box with its words."""

    def __init__(self, words: str, checked: bool) -> None:
        super().__init__()
        self.words, self.checked, self.width, self.height = words, checked, _WIDTH, 16.0

    def wrap(self, *_: float) -> tuple[float, float]:
        """Its size."""
        return (self.width if self.words else 12.0), self.height

    def draw(self) -> None:
        """The box, the cross, the words."""
        self.canv.rect(0, 3, 9, 9)
        if self.checked:
            self.canv.line(0, 3, 9, 12)
            self.canv.line(0, 12, 9, 3)
        self.canv.setFont("Helvetica", 10)
        self.canv.drawString(15, 4, self.words)


def printed(sheet: Sheet) -> bytes:
    """Labelled values in lines, two side by side."""
    return _written(sheet, ruled=False)


def ruled(sheet: Sheet) -> bytes:
    """Labelled values in a ruled grid."""
    return _written(sheet, ruled=True)


def _written(sheet: Sheet, *, ruled: bool) -> bytes:
    buffer = io.BytesIO()
    document = SimpleDocTemplate(buffer, pagesize=letter, invariant=1, topMargin=40, bottomMargin=40)
    story: list[Any] = [_text(sheet.letterhead), Paragraph(escape(sheet.title), _STYLES["Heading1"])]
    for block in sheet.blocks:
        story.extend(_flowables(block, ruled=ruled))
        story.append(Spacer(1, 6))
    document.build(story)
    return buffer.getvalue()


def _text(words: str, style: str = "BodyText") -> Any:
    return Paragraph(escape(words), _STYLES[style])


def _flowables(block: Block, *, ruled: bool) -> Iterator[Any]:
    if isinstance(block, Heading):
        yield _text(block.text, "Heading2")
    elif isinstance(block, Fields):
        yield _fields(block, ruled=ruled)
    elif isinstance(block, Prose):
        if block.label:
            yield Paragraph(f"<b>{escape(block.label)}:</b>", _STYLES["BodyText"])
        yield _text(block.text)
    elif isinstance(block, Boxes):
        if block.question:
            yield _text(block.question)
        yield from (_Box(words, checked) for words, checked in block.options)
    elif isinstance(block, Signature):
        yield _signature(block)
    else:
        yield _table(block)


def _fields(block: Fields, *, ruled: bool) -> Any:
    rows = []
    for at in range(0, len(block.pairs), 2):
        pairs = [*block.pairs[at : at + 2], ("", "")][:2]
        if ruled:
            rows.append([_text(words) for label, value in pairs for words in (label, value)])
        else:
            rows.append([_text(f"{label}: {value or RULE}") if label else "" for label, value in pairs])
    widths = [110.0, 140.0] * 2 if ruled else [_WIDTH / 2] * 2
    return Grid(rows, colWidths=widths, style=_RULED if ruled else _OPEN)


def _signature(block: Signature) -> Any:
    row: list[Any] = [_text(f"{block.label}:"), _signed(block)]
    if block.date is not None:
        row.append(_text(f"{block.date_label}: {block.date or RULE}"))
    return Grid([row], colWidths=[110.0, 240.0, 150.0][: len(row)], style=_OPEN)


def _signed(block: Signature) -> Any:
    if block.how == "picture":
        return [Image(io.BytesIO(tiny_png()), 60, 20), _text(block.name)]
    return _text(block.words or RULE)


def _table(block: Table) -> Any:
    rows = [[_text(head) for head in block.heads], *([_cell(value) for value in row] for row in block.rows)]
    return Grid(rows, colWidths=[_WIDTH / len(block.heads)] * len(block.heads), style=_RULED, repeatRows=1)


def _cell(value: Value) -> Any:
    if isinstance(value, Signature):
        return "" if value.how == "blank" else _signed(value)
    if isinstance(value, bool):
        return _Box("", value)
    return _text(value)
