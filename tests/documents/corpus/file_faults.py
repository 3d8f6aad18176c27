"""One fault planted in the file itself, whatever stands on its pages, by the rule that has to find it.

Each takes the content of a clean file, and gives the one with the fault.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

import pypdfium2
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

FileFault = Callable[[bytes, random.Random], bytes]

_BY = 'w:id="901" w:author="Supervisor" w:date="2026-05-04T09:00:00Z"'


def _cut_off(content: bytes, chance: random.Random) -> bytes:
    """A copy that was broken off, as from a stick pulled out too soon."""
    return content[: int(len(content) * chance.uniform(0.3, 0.8))]


def _tracked(content: bytes, chance: random.Random) -> bytes:
    """Words put in with changes tracked, and accepted by nobody."""
    return _changed(content, lambda runs: f"<w:ins {_BY}>{chance.choice(runs)}</w:ins>")


def _struck_out(content: bytes, _: random.Random) -> bytes:
    """Words taken out with changes tracked."""
    run = "<w:r><w:delText>, as before</w:delText></w:r>"
    return _changed(content, lambda runs: f"{runs[-1]}<w:del {_BY}>{run}</w:del>", last=True)


def _changed(content: bytes, change: Callable[[list[str]], str], *, last: bool = False) -> bytes:
    """A Word file with another run in the place of one."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    runs = [match[0] for match in re.finditer(r"<w:r>(?:(?!</?w:r[ >]).)*</w:r>", body, re.DOTALL)]
    changed = change(runs)
    run = runs[-1] if last else next(each for each in runs if each in changed)
    parts["word/document.xml"] = changed.join(body.rsplit(run, 1)).encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return written.getvalue()


def _scanned(content: bytes, _: random.Random) -> bytes:
    """Its pages as pictures, as a copier sends them."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(612, 792), invariant=True)
    with pypdfium2.PdfDocument(content) as pages:
        for page in pages:
            picture = page.render(scale=1, grayscale=True).to_pil()
            canvas.drawImage(ImageReader(picture), 0, 0, 612, 792)
            canvas.showPage()
    canvas.save()
    return written.getvalue()


FILE_FAULTS: tuple[tuple[str, str, FileFault], ...] = (
    ("DOC001", ".docx", _cut_off),
    ("DOC001", ".pdf", _cut_off),
    ("DOC002", ".pdf", _scanned),
    ("DOC007", ".docx", _tracked),
    ("DOC007", ".docx", _struck_out),
)
"""The rule, the kind of file, and the fault."""
