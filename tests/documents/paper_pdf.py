"""Papers as PDF: printed lines with rules and drawn boxes, and fillable forms."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.documents.paper_docx import tiny_png
from tests.documents.paper_ifsp import Ifsp
from tests.documents.papers import Iep, Note, Signing

_LEFT, _TOP, _STEP = 60, 740, 20
BOX_LABEL = "Does not meet Medicaid requirements"


class _Page:
    """A canvas that writes downwards."""

    def __init__(self) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=letter, invariant=True)
        self.y = _TOP

    def line(self, *pieces: tuple[int, str], bold: bool = False) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 13 if bold else 11)
        for x, text in pieces:
            self.canvas.drawString(_LEFT + x, self.y, text)
        self.y -= _STEP
        if self.y < 60:
            self.canvas.showPage()
            self.y = _TOP

    def box(self, checked: bool, label: str) -> None:
        self.canvas.rect(_LEFT, self.y - 1, 9, 9)
        if checked:
            self.canvas.line(_LEFT, self.y - 1, _LEFT + 9, self.y + 8)
            self.canvas.line(_LEFT, self.y + 8, _LEFT + 9, self.y - 1)
        self.line((16, label))

    def rule(self, x: int, width: int) -> None:
        self.canvas.line(_LEFT + x, self.y - 2, _LEFT + x + width, self.y - 2)

    def save(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()


def note_printed(note: Note) -> bytes:
    """Printed text with drawn boxes and the signature above its label."""
    page = _Page()
    page.line((0, note.agency))
    page.line((0, note.title), bold=True)
    page.line((0, f"Child's Name: {note.child}"), (280, f"DOB: {note.birth}"))
    page.line((0, f"Provider: {note.provider}"), (280, f"Service Type: {note.service}"))
    for session in note.sessions:
        page.y -= 6
        page.line(
            (0, f"Date of Service: {session.date}"),
            (200, f"Time In: {session.start}"),
            (340, f"Time Out: {session.end}"),
        )
        if session.amounts:
            page.line(*((200 * number, f"{label}: {value}") for number, (label, value) in enumerate(session.amounts)))
        page.line((0, f"Activity: {session.activity}"))
        if session.medicaid is not None:
            page.box(session.medicaid, BOX_LABEL)
        page.line((0, "Session Notes:"))
        for piece in _wrap(session.notes):
            page.line((0, piece))
    for extra in note.extra:
        page.line((0, extra))
    _sign_printed(page, note.signing)
    return page.save()


def note_form(note: Note) -> bytes:
    """A fillable form: the values are in form fields, as is the Medicaid box; the signature is a text field."""
    page = _Page()
    page.line((0, note.agency))
    page.line((0, note.title), bold=True)
    _field(page, "Child's Name:", "child", note.child, 0)
    _field(page, "DOB:", "dob", note.birth, 290, last=True)
    _field(page, "Provider:", "provider", note.provider, 0)
    _field(page, "Service Type:", "service", note.service, 290, last=True)
    for number, session in enumerate(note.sessions):
        _field(page, "Date of Service:", f"date{number}", session.date, 0)
        _field(page, "Time In:", f"in{number}", session.start, 230, width=70)
        _field(page, "Time Out:", f"out{number}", session.end, 370, width=70, last=True)
        for label, value in session.amounts:
            _field(page, f"{label}:", f"{label.lower()}{number}", value, 0, width=70, last=True)
        _field(page, "Activity:", f"activity{number}", session.activity, 0, last=True)
        if session.medicaid is not None:
            page.canvas.acroForm.checkbox(
                name=f"medicaid{number}", checked=session.medicaid, x=_LEFT, y=page.y - 2, size=12
            )
            page.line((18, BOX_LABEL))
        _field(page, "Session Notes:", f"notes{number}", session.notes, 0, width=400, last=True)
    for extra in note.extra:
        page.line((0, extra))
    signing = note.signing
    if signing.label and signing.how != "picture":
        value = {"electronic": f"Electronically signed by {signing.words}", "words": signing.words, "blank": ""}[
            signing.how
        ]
        _field(page, f"{signing.label}:", "signature", value, 0, width=230, last=signing.date is None)
        if signing.date is not None:
            _field(page, "Date:", "signed", signing.date, 370, width=80, last=True)
    else:
        _sign_printed(page, signing)
    return page.save()


def iep_printed(iep: Iep) -> bytes:
    """An IEP as printed text."""
    page = _Page()
    page.line((0, iep.title), bold=True)
    page.line((0, iep.district))
    page.line((0, f"Student Name: {iep.child}"), (280, f"Date of Birth: {iep.birth}"))
    for label, value in (
        ("Date of Meeting", iep.meeting),
        ("Projected Date IEP is to be Implemented", iep.start),
        ("Projected Date of Annual Review", iep.review),
    ):
        if value is not None:
            page.line((0, f"{label}: {value}"))
    _sections(page, ("Present Levels of Performance", iep.levels), ("Measurable Postsecondary Goals", iep.transition))
    for goal in ("",) if iep.goals == () else iep.goals or ():
        _sections(page, ("Annual Goal", goal))
    _sections(page, ("Reporting Progress to Parents", iep.progress))
    page.line((0, "Recommended Special Education Programs and Services"), bold=True)
    for each in iep.services:
        page.line((0, f"{each.name}: {each.frequency}, {each.duration}, {each.location}"))
    if iep.coordinator is not None:
        page.line((0, f"Coordinator of Services: {iep.coordinator}"))
    _sections(page, ("Participation with Students without Disabilities", iep.participation))
    for extra in iep.extra:
        page.line((0, extra))
    _sign_printed(page, iep.signing)
    return page.save()


def ifsp_printed(ifsp: Ifsp) -> bytes:
    """Printed lines, the services one line each."""
    page = _Page()
    page.line((0, ifsp.programme))
    page.line((0, ifsp.title), bold=True)
    for label, value in ifsp.labels:
        page.line((0, f"{label}: {value}"))
    _sections(page, ("Present Levels of Development", ifsp.development))
    for outcome in ("",) if ifsp.outcomes == () else ifsp.outcomes or ():
        _sections(page, ("Child Outcome", outcome))
    page.line((0, "Early Intervention Services"), bold=True)
    for each in ifsp.services:
        page.line((0, f"{each.name}: {each.words}"))
    _sections(page, *ifsp.sections_below)
    for line in ifsp.extra:
        page.line((0, line))
    _sign_printed(page, ifsp.parent)
    return page.save()


def _sections(page: _Page, *sections: tuple[str, str | None]) -> None:
    """Labels with their text behind and below, blank for ""; no label for None."""
    for heading, text in sections:
        for line in _wrap(f"{heading}: {text}") if text is not None else ():
            page.line((0, line))


def _field(  # noqa: PLR0913 - a form field is all of these
    page: _Page, label: str, name: str, value: str, x: int, *, width: int = 130, last: bool = False
) -> None:
    page.canvas.setFont("Helvetica", 11)
    page.canvas.drawString(_LEFT + x, page.y, label)
    left = _LEFT + x + page.canvas.stringWidth(label, "Helvetica", 11) + 6
    page.canvas.acroForm.textfield(
        name=name, value=value, x=left, y=page.y - 4, width=width, height=16, fontSize=10, borderWidth=0
    )
    if last:
        page.y -= _STEP + 4


def _sign_printed(page: _Page, signing: Signing) -> None:
    if not signing.label:
        return
    page.y -= 16
    if signing.how == "picture":
        page.canvas.drawImage(ImageReader(io.BytesIO(tiny_png())), _LEFT, page.y, 90, 24)
    elif signing.how != "blank":
        words = f"Electronically signed by {signing.words}" if signing.how == "electronic" else signing.words
        page.canvas.setFont("Helvetica", 11)
        page.canvas.drawString(_LEFT, page.y, words)
    page.rule(0, 260)
    if signing.date is not None:
        page.canvas.drawString(_LEFT + 300, page.y, signing.date)
        page.rule(300, 100)
    page.y -= _STEP - 6
    page.line((0, signing.label), *(((300, "Date"),) if signing.date is not None else ()))


def _wrap(text: str, width: int = 80) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
