"""Papers as Word makes them: grids of label and value, content controls, tables of sessions."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
import zlib
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches

from tests.documents.paper_ifsp import ContactLog, Ifsp
from tests.documents.papers import Iep, Note, Session, Signing

RULE = "______________________"
BOX_LABEL = "Does not meet Medicaid requirements"
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_NEVER = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)


def note_grid(note: Note) -> bytes:
    """A grid of label and value cells for each session, values in content controls, the signature in its own grid."""
    document = blank_document(note.agency, note.title)
    _grid(
        document,
        [("Child's Name", note.child, "DOB", note.birth), ("Provider", note.provider, "Service Type", note.service)],
    )
    for session in note.sessions:
        document.add_paragraph()
        table = _grid(
            document,
            [
                ("Date of Service", session.date, "Activity", session.activity),
                ("Time In", session.start, "Time Out", session.end),
                *((label, value, "", "") for label, value in session.amounts),
            ],
        )
        if session.medicaid is not None:
            row = table.add_row()
            merged = row.cells[0].merge(row.cells[3])
            add_checkbox(merged.paragraphs[0], BOX_LABEL, session.medicaid)
        row = table.add_row()
        row.cells[0].text = "Session Notes"
        row.cells[1].merge(row.cells[3]).text = session.notes
    for line in note.extra:
        document.add_paragraph(line)
    document.add_paragraph()
    _signing_grid(document, note.signing)
    return save(document)


def note_paragraphs(note: Note) -> bytes:
    """Labels and values in paragraphs, with underscores for blanks, a legacy checkbox, the signature under a rule."""
    document = blank_document(note.agency, note.title)
    document.add_paragraph(f"Child’s Name: {note.child}\tD.O.B.: {note.birth}")
    document.add_paragraph(f"Therapist: {note.provider}\tDiscipline: {note.service}")
    for session in note.sessions:
        document.add_paragraph(
            f"Session Date: {session.date or RULE}\t"
            f"Start Time: {session.start or RULE}\tEnd Time: {session.end or RULE}"
        )
        if session.amounts:
            document.add_paragraph("\t".join(f"{label}: {value or RULE}" for label, value in session.amounts))
        document.add_paragraph(f"Type of Session: {session.activity}")
        if session.medicaid is not None:
            add_legacy_checkbox(document.add_paragraph(), BOX_LABEL, session.medicaid)
        document.add_paragraph("Progress Note:")
        if session.notes:
            document.add_paragraph(session.notes)
    for line in note.extra:
        document.add_paragraph(line)
    _signing_paragraphs(document, note.signing)
    return save(document)


def note_rows(note: Note) -> bytes:
    """A log: the child in the page header, one row a session, blank rows at the end, one signature below."""
    document = blank_document(note.agency, note.title)
    document.sections[0].header.paragraphs[0].text = f"Student: {note.child}    Date of Birth: {note.birth}"
    document.add_paragraph(f"Provider: {note.provider}    Service: {note.service}")
    asked = [label for label, _ in note.sessions[0].amounts]
    heads = ["Date", "Time In", "Time Out", *asked, "Activity", "Notes"]
    boxed = any(session.medicaid is not None for session in note.sessions)
    table = document.add_table(rows=1, cols=len(heads) + boxed)
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, [*heads, BOX_LABEL], strict=False):
        cell.paragraphs[0].add_run(head).bold = True
    for session in note.sessions:
        cells = table.add_row().cells
        for cell, value in zip(
            cells,
            (
                session.date,
                session.start,
                session.end,
                *(value for _, value in session.amounts),
                session.activity,
                session.notes,
            ),
            strict=False,
        ):
            cell.text = value
        if session.medicaid is not None:
            cells[-1].text = "☒" if session.medicaid else "☐"
    table.add_row()
    for line in note.extra:
        document.add_paragraph(line)
    _signing_paragraphs(document, note.signing)
    return save(document)


def iep_table(iep: Iep) -> bytes:
    """An IEP with a grid of dates and a table of services."""
    document = blank_document(iep.district, iep.title)
    _grid(document, [("Student Name", iep.child, "Date of Birth", iep.birth)])
    dates = [
        (label, value)
        for label, value in (
            ("Date of Meeting", iep.meeting),
            ("Projected Date IEP is to be Implemented", iep.start),
            ("Projected Date of Annual Review", iep.review),
        )
        if value is not None
    ]
    if dates:
        table = document.add_table(rows=0, cols=2)
        for label, value in dates:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, value
    _sections(
        document, ("Present Levels of Performance", iep.levels), ("Measurable Postsecondary Goals", iep.transition)
    )
    if iep.goals is not None:
        document.add_heading("Measurable Annual Goals", 2)
    for goal in iep.goals or ():
        document.add_paragraph(f"Annual Goal: {goal}")
    _sections(document, ("Reporting Progress to Parents", iep.progress))
    document.add_heading("Recommended Special Education Programs and Services", 2)
    table = document.add_table(rows=1, cols=5)
    table.style = "Table Grid"
    heads = (
        "Special Education Program/Services",
        "Frequency",
        "Duration",
        "Location",
        "Projected Beginning/Service Date(s)",
    )
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for each in iep.services:
        for cell, value in zip(
            table.add_row().cells, (each.name, each.frequency, each.duration, each.location, each.start), strict=True
        ):
            cell.text = value
    if iep.coordinator is not None:
        document.add_paragraph()
        _grid(document, [("Coordinator of Services", iep.coordinator)])
    _sections(document, ("Participation with Students without Disabilities", iep.participation))
    for line in iep.extra:
        document.add_paragraph(line)
    document.add_paragraph()
    _signing_paragraphs(document, iep.signing)
    return save(document)


_HEADS = ("Early Intervention Service", "Delivered by", "How Often", "How Long", "Method", "Location", "Start Date")


def ifsp_table(ifsp: Ifsp) -> bytes:
    """A grid of labels, sections under headings, the services as a table, the signature in paragraphs."""
    document = blank_document(ifsp.programme, ifsp.title)
    pairs = ifsp.labels
    _grid(document, [(*pairs[at], *pairs[at + 1]) for at in range(0, len(pairs), 2)])
    _sections(document, ("Present Levels of Development", ifsp.development))
    if ifsp.outcomes is not None:
        document.add_heading("Child Outcomes", 2)
    for number, outcome in enumerate(ifsp.outcomes or (), start=1):
        document.add_paragraph(f"Outcome {number}: {outcome}")
    document.add_heading("Early Intervention Supports and Services", 2)
    table = document.add_table(rows=1, cols=len(_HEADS))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, _HEADS, strict=True):
        cell.text = head
    for each in ifsp.services:
        values = (each.name, each.provider, each.frequency, each.length, each.method, each.location, each.start)
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    document.add_paragraph()
    _sections(document, *ifsp.sections_below)
    for line in ifsp.extra:
        document.add_paragraph(line)
    document.add_paragraph()
    _signing_paragraphs(document, ifsp.parent)
    return save(document)


def log_table(log: ContactLog) -> bytes:
    """A table with a row for each contact, signed in its row."""
    document = blank_document(log.programme, log.title)
    _grid(document, [("Child's Name", log.child)])
    document.add_paragraph()
    heads = ("Date", "Type of Contact", "Contact With", "Notes", "Signature")
    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for contact in log.contacts:
        for cell, value in zip(table.add_row().cells, (*contact, log.signer), strict=True):
            cell.text = value
    return save(document)


# --- pieces ----------------------------------------------------------------------------------------------------------


def _sections(document: Any, *sections: tuple[str, str | None]) -> None:
    """Headings with a paragraph below each, blank for ""; no heading for None."""
    for heading, text in sections:
        if text is not None:
            document.add_heading(heading, 2)
            document.add_paragraph(text)


def blank_document(agency: str, title: str) -> Any:
    """A Word file with a letterhead and a title, and nothing else yet."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _NEVER
    document.add_paragraph(agency)
    document.add_heading(title, 1)
    return document


def save(document: Any) -> bytes:
    """The bytes of a document, the same whenever it is made: its archive names no time."""
    written, timeless = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(timeless, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return timeless.getvalue()


def _grid(document: Any, rows: list[tuple[str, ...]]) -> Any:
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for values in rows:
        cells = table.add_row().cells
        for index in range(0, len(values), 2):
            cells[index].paragraphs[0].add_run(values[index]).bold = True
            if values[index + 1]:
                add_control(cells[index + 1].paragraphs[0], values[index + 1])
    return table


def add_control(paragraph: Any, text: str) -> None:
    """A filled plain-text content control."""
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t/></w:r></w:sdtContent></w:sdt>"
    )
    _set_text(control, text)
    paragraph._p.append(control)


def add_placeholder(paragraph: Any, text: str = "Click or tap here to enter text.") -> None:
    """A content control that still shows its placeholder."""
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r>"
        '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t/></w:r></w:sdtContent></w:sdt>'
    )
    _set_text(control, text)
    paragraph._p.append(control)


def _set_text(element: Any, text: str) -> None:
    from docx.oxml.ns import qn

    for found in element.iter(qn("w:t")):
        found.text = text
        found.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def add_checkbox(paragraph: Any, label: str, checked: bool) -> None:
    """A checkbox content control with its words behind it."""
    control = parse_xml(
        f'<w:sdt {nsdecls("w")} {_W14}><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(checked)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{'☒' if checked else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    paragraph._p.append(control)
    paragraph.add_run(f" {label}")


def add_legacy_checkbox(paragraph: Any, label: str, checked: bool) -> None:
    """A legacy form-field checkbox with its words behind it."""
    begin = parse_xml(
        f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check1"/>'
        "<w:enabled/><w:checkBox><w:sizeAuto/>"
        f'<w:default w:val="0"/>{"<w:checked/>" if checked else ""}</w:checkBox></w:ffData></w:fldChar></w:r>'
    )
    paragraph._p.append(begin)
    for xml in (
        '<w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>"))
    paragraph.add_run(f" {label}")


def tiny_png() -> bytes:
    """A picture of a signature: one wavy pixel row will do."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    width, height = 60, 20
    rows = b"".join(b"\0" + bytes(0 if (x // 3 + y) % 7 == 0 else 255 for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _signing_grid(document: Any, signing: Signing) -> None:
    if not signing.label:
        return
    dated = signing.date is not None
    table = document.add_table(rows=1, cols=4 if dated else 2)
    table.style = "Table Grid"
    cells = table.rows[0].cells
    cells[0].text = signing.label
    _sign(cells[1].paragraphs[0], signing)
    if dated:
        cells[2].text = "Date"
        cells[3].text = signing.date or ""


def _sign(paragraph: Any, signing: Signing) -> None:
    if signing.how == "picture":
        paragraph.add_run().add_picture(io.BytesIO(tiny_png()), width=Inches(1))
    elif signing.how == "electronic":
        paragraph.add_run(f"Electronically signed by {signing.words}")
    elif signing.how == "words":
        paragraph.add_run(signing.words)


def _signing_paragraphs(document: Any, signing: Signing) -> None:
    if not signing.label:
        return
    if signing.how == "blank":
        document.add_paragraph(f"{RULE}{RULE}" + ("" if signing.date is None else f"\t{signing.date or RULE}"))
        document.add_paragraph(signing.label + ("" if signing.date is None else "\tDate"))
        return
    paragraph = document.add_paragraph(f"{signing.label}: ")
    _sign(paragraph, signing)
    if signing.date is not None:
        paragraph.add_run(f"\tDate: {signing.date or RULE}")


def sessions_of(*dates: str) -> tuple[Session, ...]:
    """Clean direct sessions on these days, each with a narrative of its own."""
    return tuple(
        Session(date=date, notes=f"Jayden named {count} of eight pictures and waited for his turn.")
        for count, date in enumerate(dates, start=3)
    )
