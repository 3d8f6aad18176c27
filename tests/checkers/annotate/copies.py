"""What the tests of annotated copies share: copies of documents, and what stands in them."""

from __future__ import annotations

import datetime
import zipfile
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import pypdfium2.raw as c
from lxml import etree

from assistant.cli.titles import source_titles
from checkers.annotate import Annotated, annotated
from checkers.check import FileReport, Options, check_bytes
from checkers.readers.pdf.frame import frame_of
from checkers.readers.pdf.shapes import Rect
from checkers.readers.pdf.widgets import string
from checkers.readers.word import names as n
from checkers.readers.word.package import parse

DAY = datetime.date(2026, 6, 15)


def options(profile: str = "ny-schenectady-preschool") -> Options:
    """How the documents are checked."""
    return Options(today=DAY, profile=profile)


def copy_of(data: bytes, name: str, chosen: Options | None = None) -> tuple[FileReport, Annotated]:
    """The report on a document, and its annotated copy."""
    report = check_bytes(data, name, chosen or options())
    return report, annotated(data, report, DAY, source_titles())


def part(data: bytes, name: str) -> etree._Element:
    """The root of a part of a Word file, in the same namespaces for Strict ones."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return parse(archive.read(name))


def words_of(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(map(str, element.itertext()))


def comments_in(data: bytes, name: str = "word/comments.xml") -> dict[str, list[str]]:
    """The comments of a Word file by their numbers, each with its lines."""
    root = part(data, name)
    return {
        each.get(n.ID, ""): [words_of(line) for line in each.iter(n.P)] for each in root.iterchildren(f"{n.W}comment")
    }


def ranges_in(data: bytes, name: str = "word/document.xml") -> dict[str, str]:
    """The words between the marks of each comment of a Word file; a reference has to follow every range."""
    words: dict[str, str] = {}
    open_ranges: set[str] = set()
    ended: list[str] = []
    for each in part(data, name).iter():
        number = each.get(n.ID, "")
        if each.tag == f"{n.W}commentRangeStart":
            assert number not in words
            words[number] = ""
            open_ranges.add(number)
        elif each.tag == f"{n.W}commentRangeEnd":
            open_ranges.remove(number)
            ended.append(number)
        elif each.tag == f"{n.W}commentReference":
            ended.remove(number)
        elif each.tag == n.TEXT:
            words |= {number: words[number] + (each.text or "") for number in open_ranges}
    assert not open_ranges
    assert not ended
    return words


def bare(text: str) -> str:
    """Text without its white, nor what the reader makes of boxes and blanks."""
    return "".join(each for each in text if each.isalnum())


@dataclass(frozen=True)
class NoteInPdf:
    """A text note as it is found in a PDF."""

    page: int
    place: Rect
    author: str
    text: str


def notes_in(data: bytes) -> list[NoteInPdf]:
    """The text notes of a PDF."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for number in range(len(document)):
        page = document[number]
        frame = frame_of(page)
        for index in range(c.FPDFPage_GetAnnotCount(page)):
            note = c.FPDFPage_GetAnnot(page, index)
            if c.FPDFAnnot_GetSubtype(note) == c.FPDF_ANNOT_TEXT:
                bounds = c.FS_RECTF()
                c.FPDFAnnot_GetRect(note, bounds)
                place = frame.rect(bounds.left, bounds.bottom, bounds.right, bounds.top)
                author, text = (
                    string(lambda buffer, size, key=key, note=note: c.FPDFAnnot_GetStringValue(note, key, buffer, size))
                    for key in (b"T", b"Contents")
                )
                found.append(NoteInPdf(number + 1, place, author, text))
            c.FPDFPage_CloseAnnot(note)
    document.close()
    return found
