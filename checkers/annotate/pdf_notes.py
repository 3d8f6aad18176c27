"""Notes put on the pages of a PDF by PDFium.

Runs in the worker process alone, as the reader's side does: a hostile file can make the library take all memory or end
its process.
"""

from __future__ import annotations

import ctypes
import datetime
import io
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as c

from checkers.annotate.pdf import SIDE, Note
from checkers.annotate.wording import AUTHOR
from checkers.readers.pdf.frame import Frame, frame_of
from checkers.readers.pdf.pdfium import open_document
from checkers.readers.pdf.widgets import string
from checkers.unreadable import Unreadable

_COLOURS = {True: (68, 114, 196), False: (255, 209, 0)}
"""Of the summary's note, and of the others."""
_FLAGS = c.FPDF_ANNOT_FLAG_PRINT | c.FPDF_ANNOT_FLAG_NOZOOM | c.FPDF_ANNOT_FLAG_NOROTATE
_NOT_LOCKED = -1


def with_notes(data: bytes, notes: Sequence[Note], day: datetime.date) -> bytes:
    """The PDF with these notes instead of those that Tandem put there before.

    Raises:
        Unreadable: it is locked against changes, or a form of Adobe's own kind.
    """
    document = open_document(data)
    if c.FPDF_GetSecurityHandlerRevision(document) != _NOT_LOCKED:
        raise Unreadable(
            "This PDF is locked against changes, so no notes can be put into a copy.",
            "Print it to a new PDF, and annotate that.",
        )
    if document.get_formtype() == c.FORMTYPE_XFA_FOREGROUND:
        raise Unreadable(
            "This PDF is a form of Adobe's own kind (XFA), which would not show the notes.",
            "Open it in Acrobat, choose Print, and save it as a PDF; then annotate that.",
        )
    for number in range(len(document)):
        page = document[number]
        _take_out_earlier(page)
        frame = frame_of(page)
        for note in notes:
            if note.page == number + 1:
                _add(page, frame, note, day)
    written = io.BytesIO()
    document.save(written, flags=c.FPDF_NO_INCREMENTAL)
    return written.getvalue()


def _take_out_earlier(page: Any) -> None:
    for index in reversed(range(c.FPDFPage_GetAnnotCount(page))):
        annotation = c.FPDFPage_GetAnnot(page, index)
        own = annotation and c.FPDFAnnot_GetSubtype(annotation) == c.FPDF_ANNOT_TEXT and _author(annotation) == AUTHOR
        c.FPDFPage_CloseAnnot(annotation)
        if own:
            c.FPDFPage_RemoveAnnot(page, index)


def _author(annotation: Any) -> str:
    return string(lambda buffer, size: c.FPDFAnnot_GetStringValue(annotation, b"T", buffer, size))


def _add(page: Any, frame: Frame, note: Note, day: datetime.date) -> None:
    """Put a note on the page, inside of its edges."""
    width, height = frame.size
    x, y = min(note.x, max(width - SIDE, 0.0)), min(note.y, max(height - SIDE, 0.0))
    corners = [frame.in_file(x, y), frame.in_file(x + SIDE, y + SIDE)]
    left, right = sorted(across for across, _ in corners)
    bottom, top = sorted(up for _, up in corners)
    annotation = c.FPDFPage_CreateAnnot(page, c.FPDF_ANNOT_TEXT)
    strings = ((b"T", AUTHOR), (b"Contents", note.text), (b"M", f"D:{day:%Y%m%d}120000Z"))
    written = bool(annotation) and all((
        c.FPDFAnnot_SetRect(annotation, c.FS_RECTF(left, top, right, bottom)),
        c.FPDFAnnot_SetColor(annotation, c.FPDFANNOT_COLORTYPE_Color, *_COLOURS[note.summary], 255),
        c.FPDFAnnot_SetFlags(annotation, _FLAGS),
        *(c.FPDFAnnot_SetStringValue(annotation, key, _wide(value)) for key, value in strings),
    ))  # fmt: skip
    c.FPDFPage_CloseAnnot(annotation)
    if not written:
        raise Unreadable(
            f"No note could be put on page {note.page} of this PDF.", "Print it to a new PDF, and annotate that."
        )


def _wide(text: str) -> Any:
    """Text as the library takes it: UTF-16 with a zero at its end."""
    data = text.encode("utf-16-le", "replace") + b"\0\0"
    return ctypes.cast(ctypes.create_string_buffer(data, len(data)), c.FPDF_WIDESTRING)
