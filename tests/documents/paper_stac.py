"""STAC-1 papers as values, with writers for Word's tables, a printed PDF and typed text. Everybody is made up."""

from __future__ import annotations

from dataclasses import dataclass, replace

import docx

from tests.documents.paper_docx import _NEVER, _grid, add_checkbox, save
from tests.documents.paper_pdf import _LEFT, _STEP, _Page

TITLE = "STAC-1"
PURPOSE = "Request for Commissioner's Approval of Reimbursement for Services for Students with Disabilities"
PLACEMENTS = (
    "Special Class",
    "Related Services Only",
    "Special Education Itinerant Teacher",
    "Special Education Itinerant Teacher plus Related Service",
)
HEADS = (
    "Service",
    "From",
    "To",
    "Individual / Group",
    "Number of Half Hour Sessions",
    "Rate Per Half Hour Session",
)


@dataclass(frozen=True)
class StacService:
    """One line of item 12."""

    name: str
    sessions: str = "72"
    group: str = "Individual"
    start: str = "9/8/2026"
    end: str = "6/25/2027"
    rate: str = "52.00"


@dataclass(frozen=True)
class Stac:
    """A STAC-1. `placement` None leaves every box of item 7 empty; `coordinator` None leaves its line out."""

    child: str = "Ava Chen"
    birth: str = "4/2/2022"
    district: str = "Mohawk Valley Central School District"
    placement: str | None = "Related Services Only"
    services: tuple[StacService, ...] = (
        StacService("Speech-Language Therapy"),
        StacService("Occupational Therapy", sessions="36"),
    )
    coordination: str | None = "Coordination of Services (Speech-Language Therapist)"
    coordinator: str | None = None
    signed: str = "Electronically signed by Harriet Stone on 6/1/2026 9:15 AM"

    @property
    def lines(self) -> tuple[StacService, ...]:
        """The lines of item 12 as the form numbers them, coordination the last."""
        listed = list(self.services)
        if self.coordination is not None:
            listed.append(StacService(self.coordination, sessions="10", group=""))
        return tuple(
            replace(each, name=f"Related Service {number}: {each.name}") for number, each in enumerate(listed, start=1)
        )


def stac_table(stac: Stac) -> bytes:
    """A form of Word's: items in a grid, boxes as content controls, item 12 as a table with two lines to spare."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _NEVER
    document.add_heading(TITLE, 1)
    document.add_paragraph(PURPOSE)
    _grid(document, [("1. Name of Child", stac.child, "2. Date of Birth", stac.birth)])
    _grid(document, [("8a. School District with CPSE Responsibility", stac.district)])
    document.add_paragraph("7. Placement Type - Section 4410")
    for placement in PLACEMENTS:
        add_checkbox(document.add_paragraph(), placement, placement == stac.placement)
    document.add_paragraph("12. Service Information")
    table = document.add_table(rows=1, cols=len(HEADS))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for each in stac.lines:
        values = (each.name, each.start, each.end, each.group, each.sessions, each.rate)
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    for number in (len(stac.lines) + 1, len(stac.lines) + 2):
        table.add_row().cells[0].text = f"Related Service {number}:"
    if stac.coordinator is not None:
        _grid(document, [("Coordinator of Services", stac.coordinator)])
    document.add_paragraph("14. Authorization of Placement")
    document.add_paragraph(f"Signature of Authorized Representative of the Board of Education: {stac.signed}")
    return save(document)


def stac_printed(stac: Stac) -> bytes:
    """The same printed, with drawn boxes, item 12 line by line."""
    page = _Page()
    page.line((0, TITLE), bold=True)
    page.line((0, PURPOSE))
    page.line((0, f"1. Name of Child: {stac.child}"), (280, f"2. Date of Birth: {stac.birth}"))
    page.line((0, f"8a. School District with CPSE Responsibility: {stac.district}"))
    page.line((0, "7. Placement Type - Section 4410"))
    for placement in PLACEMENTS:
        page.box(placement == stac.placement, placement)
    page.line((0, "12. Service Information"))
    for each in stac.lines:
        page.line((0, each.name))
        page.line((20, f"From: {each.start}"), (120, f"To: {each.end}"), (220, f"Half Hour Sessions: {each.sessions}"))
    if stac.coordinator is not None:
        page.line((0, f"Coordinator of Services: {stac.coordinator}"))
    page.line((0, "14. Authorization of Placement"))
    page.y -= _STEP
    page.canvas.setFont("Helvetica", 11)
    page.canvas.drawString(_LEFT, page.y, stac.signed)
    page.rule(0, 320)
    page.y -= _STEP - 6
    page.line((0, "Signature of Authorized Representative"))
    return page.save()


def stac_text(stac: Stac) -> bytes:
    """The same as somebody typed it from the form."""
    lines = [TITLE, PURPOSE, f"1. Name of Child: {stac.child}", f"2. Date of Birth: {stac.birth}"]
    lines += [f"8a. School District: {stac.district}", "7. Placement Type"]
    lines += [f"[{'x' if placement == stac.placement else ' '}] {placement}" for placement in PLACEMENTS]
    lines.append("12. Service Information")
    for each in stac.lines:
        lines.append(
            f"{each.name}   From: {each.start}   To: {each.end}   Number of Half Hour Sessions: {each.sessions}"
            f"   Rate: {each.rate}"
        )
    if stac.coordinator is not None:
        lines.append(f"Coordinator of Services: {stac.coordinator}")
    lines += ["14. Authorization of Placement", f"Signature of Authorized Representative: {stac.signed}"]
    return ("\n".join(lines) + "\n").encode()
