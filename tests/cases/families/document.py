"""Cases of the rules on the document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import docx
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.cases.making import IEP, LETTER, NOTE, CaseFile, iep, note, session, text
from tests.documents import paper_docx
from tests.documents.paper_docx import add_placeholder, note_grid, save


def cases() -> Iterator[CaseFile]:
    """DOC001 to DOC005."""
    yield CaseFile("DOC001", "violation", "truncated", "docx", note_grid(NOTE)[:4000])
    yield CaseFile("DOC001", "violation", "empty", "pdf", b"")
    yield CaseFile("DOC001", "violation", "old-word", "doc", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2000))
    yield CaseFile("DOC001", "violation", "junk", "pdf", b"%PDF-1.4\n" + bytes(range(256)) * 4)
    yield from note("DOC001", "pass", "readable", NOTE)

    yield CaseFile("DOC002", "incomplete", "scan", "pdf", _scan(pages=1))
    yield CaseFile("DOC002", "incomplete", "three-scans", "pdf", _scan(pages=3))
    yield from note("DOC002", "pass", "text", NOTE)

    yield text("DOC003", "incomplete", "letter", LETTER)
    yield CaseFile("DOC003", "incomplete", "letter", "docx", _letter())
    yield from note("DOC003", "pass", "note", NOTE)
    yield from iep("DOC003", "pass", "iep", IEP)

    yield from note("DOC004", "violation", "blank", replace(NOTE, child=""), "grid", "paragraphs", "printed", "typed")
    yield from iep("DOC004", "violation", "iep-blank", replace(IEP, child=""), "table", "typed")
    yield from note("DOC004", "pass", "named", NOTE)
    yield from iep("DOC004", "pass", "iep-named", IEP)

    yield from note(
        "DOC005",
        "violation",
        "square-brackets",
        replace(NOTE, child="[Child's Name]"),
        "grid",
        "paragraphs",
        "printed",
        "typed",
    )
    yield from note("DOC005", "violation", "braces", session(notes="{{narrative}}"), "grid", "rows", "typed")
    yield from iep("DOC005", "violation", "lorem", replace(IEP, levels="Lorem ipsum dolor sit amet."))
    yield CaseFile("DOC005", "violation", "placeholder-control", "docx", _placeholder_note())
    yield from note("DOC005", "pass", "filled", NOTE)
    yield from note(
        "DOC005",
        "pass",
        "brackets-in-prose",
        session(notes='Said [k] in six words; asked for "more" (twice).'),
        "grid",
        "typed",
    )


def _scan(pages: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=True)

    for _ in range(pages):
        canvas.drawImage(ImageReader(io.BytesIO(paper_docx.tiny_png())), 0, 0, 612, 792)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _letter() -> bytes:
    document = docx.Document()
    for line in LETTER.splitlines():
        document.add_paragraph(line)
    return save(document)


def _placeholder_note() -> bytes:
    """A note whose narrative still shows the control's own words."""
    document = docx.Document(io.BytesIO(note_grid(session(notes=""))))
    cell = next(row.cells[1] for table in document.tables for row in table.rows if row.cells[0].text == "Session Notes")
    add_placeholder(cell.paragraphs[0])
    return save(document)
