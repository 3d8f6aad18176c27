"""PDF files written object by object, for what no program writes on purpose: odd fields, notes, damage."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

TEXT = b"BT /F1 11 Tf 72 700 Td (Progress Note) Tj ET"


def drawn(*pages: Callable[[Canvas], object], **options: object) -> bytes:
    """A PDF whose pages are drawn by functions that take a canvas; letter size, origin at the lower left."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=True, **options)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def raw(
    content: bytes = TEXT,
    *,
    annotations: Sequence[str] = (),
    form: str = "",
    extra: Sequence[str] = (),
    page: str = "",
    compressed: bool = False,
) -> bytes:
    """A PDF of one page. Objects: 1 catalogue, 2 pages, 3 page, 4 content, 5 font; then annotations, then `extra`."""
    first = 6
    refs = " ".join(f"{first + number} 0 R" for number in range(len(annotations)))
    stream = zlib.compress(content, 9) if compressed else content
    coded = " /Filter /FlateDecode" if compressed else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {form} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [{refs}] {page}"
        " /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        f"<< /Length {len(stream)}{coded} >>\nstream\n".encode() + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(each.encode("latin-1") for each in (*annotations, *extra)),
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)
