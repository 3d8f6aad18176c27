"""Annotated copies of PDFs: where notes stand, what is left as it was, and what is refused."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from checkers.check import check_bytes
from checkers.readers.pdf.frame import Frame
from checkers.unreadable import Unreadable
from tests.cases.making import FOLDER
from tests.checkers.annotate.copies import copy_of, notes_in, options
from tests.documents.hostile import HOSTILE
from tests.documents.paper_pdf import iep_printed, note_form
from tests.documents.papers import COORDINATION, Iep, Note
from tests.documents.pdf import drawn, raw

CONTENT = b"BT /F1 11 Tf 72 700 Td (Progress Note) Tj 0 -40 Td (Date of Service: 2/30/2026) Tj ET"


def note(canvas: Canvas) -> None:
    """A page of a note with a day that is none."""
    canvas.drawString(72, 700, "Progress Note")
    canvas.drawString(72, 660, "Date of Service: 2/30/2026")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("box", ["", "/CropBox [20 30 600 780]"], ids=["whole", "cropped"])
def test_notes_stand_beside_their_line_however_the_page_is_turned(turn: int, box: str) -> None:
    """Left of it and at its height; no two of them at one place, none outside of the page."""
    matrix = {0: "1 0 0 1 72 700", 90: "0 1 -1 0 92 72", 180: "-1 0 0 -1 540 92", 270: "0 -1 1 0 520 720"}[turn]
    words = "(Progress Note) Tj 0 -40 Td (Date of Service: 2/30/2026) Tj"
    content = f"q {matrix} cm BT /F1 11 Tf {words} ET Q".encode()
    _, copy = copy_of(raw(content, page=f"/Rotate {turn} {box}"), "note.pdf")
    lines = [anchor.line for anchor in copy.anchors if "2/30/2026" in anchor.text]
    assert lines
    line = lines[0]
    assert line is not None
    assert line.area is not None
    notes = [each for each in notes_in(copy.data) if "2/30/2026” is no day" in each.text]
    assert len(notes) == 1
    assert notes[0].place.x0 < line.area[0] + 80  # others may stand at the same place before it
    assert line.area[1] - 1 <= notes[0].place.y0 <= line.area[3]
    places = [each.place for each in notes_in(copy.data)]
    assert len(set(places)) == len(places)
    assert all(each.x0 >= -0.01 and each.y0 >= -0.01 for each in places)


edges = st.floats(-500, 500, allow_nan=False)


sizes = st.floats(1, 2000)


@given(st.tuples(edges, edges, sizes, sizes), st.integers(0, 3), edges, edges)
def test_a_place_as_shown_is_found_in_the_file(
    paper: tuple[float, float, float, float], turn: int, x: float, y: float
) -> None:
    """The two ways to count undo one another."""
    left, bottom, width, height = paper
    frame = Frame(left, bottom, left + width, bottom + height, turn)
    assert frame.point(*frame.in_file(x, y)) == pytest.approx((x, y), abs=1e-6)
    corner = frame.in_file(*frame.size)
    assert frame.point(*corner) == pytest.approx(frame.size, abs=1e-6)


def test_a_finding_about_a_page_stands_at_its_top() -> None:
    """A scan without text has no line to stand at."""
    _, copy = copy_of((FOLDER / "DOC002" / "incomplete-three-scans.pdf").read_bytes(), "scan.pdf")
    notes = [each for each in notes_in(copy.data) if each.text.split(": ")[0].endswith(" DOC002")]
    assert notes
    assert all(each.place.y0 < 40 for each in notes)


def test_the_fields_of_a_form_are_as_they_were() -> None:
    """Every page, word and value is read as before."""
    data = note_form(Note(sessions=(COORDINATION,)))
    report, copy = copy_of(data, "form.pdf")
    again = check_bytes(copy.data, "form.pdf", options())
    assert again.doc is not None
    assert report.doc is not None
    assert again.doc.reading == report.doc.reading
    assert again.outcomes == report.outcomes


def test_a_copy_of_a_copy_has_each_note_once() -> None:
    """And somebody else's notes as they were."""
    theirs = "<< /Type /Annot /Subtype /Text /Rect [50 50 70 70] /T (Ms. Park) /Contents (ok) >>"
    _, once = copy_of(raw(CONTENT, annotations=[theirs]), "note.pdf")
    _, twice = copy_of(once.data, "note.pdf")
    assert [each.text for each in notes_in(once.data) if each.author == "Ms. Park"] == ["ok"]
    assert notes_in(twice.data) == notes_in(once.data)


def test_a_clean_plan_gets_a_summary_alone() -> None:
    """That says so."""
    report, copy = copy_of(iep_printed(Iep()), "plan.pdf")
    assert not report.findings
    (summary,) = notes_in(copy.data)
    assert summary.text.startswith("Tandem: nothing to correct, ")
    assert summary.page == 1


def test_a_signed_pdf_says_that_the_signature_is_the_original_s() -> None:
    """The copy is written anew."""
    field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /V 7 0 R /Rect [100 100 200 130] >>"
    data = raw(
        CONTENT,
        annotations=[field],
        form="/AcroForm << /Fields [6 0 R] /SigFlags 3 >>",
        extra=["<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> >>"],
    )
    report, copy = copy_of(data, "note.pdf")
    assert report.doc is not None
    assert report.doc.reading.signed
    (summary,) = [each for each in notes_in(copy.data) if each.text.startswith("Tandem: ")]
    assert "holds for the original, not for this copy" in summary.text


XFA = raw(CONTENT, form="/AcroForm << /Fields [] /XFA 6 0 R >>", extra=["<< /Length 5 >>\nstream\n<xdp>\nendstream"])
NO_CHANGES = StandardEncryption("", ownerPassword="owner", canModify=0, strength=128)
PASSWORD = StandardEncryption("secret", ownerPassword="owner", strength=128)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (drawn(note, encrypt=NO_CHANGES), "locked against"),
        (drawn(note, encrypt=PASSWORD), "password"),
        (XFA, "XFA"),
        (raw(CONTENT)[:200], "damaged"),
        (HOSTILE["pdf: pages in themselves"][0](), "damaged"),
        (HOSTILE["pdf: 10,000 pages"][0](), "pages"),
    ],
    ids=["locked against changes", "locked", "form of Adobe's own", "damaged", "pages in themselves", "pages"],
)
def test_what_cannot_hold_notes_is_refused_in_words(data: bytes, told: str) -> None:
    """With what to do about it."""
    with pytest.raises(Unreadable, match=told) as refusal:
        copy_of(data, "note.pdf")
    assert refusal.value.advice.endswith(".")


def test_a_copy_has_the_pages_of_the_document() -> None:
    """None in front, none behind."""
    _, copy = copy_of(drawn(note, note, note), "note.pdf")
    assert len(pypdfium2.PdfDocument(copy.data)) == 3
