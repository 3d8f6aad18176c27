"""Cases of the rules on an IFSP's service coordinator, as typed text and as Word's tables."""

from __future__ import annotations

from collections.abc import Iterator

import docx

from tests.cases.making import CaseFile
from tests.documents.paper_docx import _NEVER, _grid, save

Rows = tuple[tuple[str, str], ...]
"""Labels with their values."""

SERVICES = (("Speech Therapy", "Dana Whitcomb, CCC-SLP"), ("Occupational Therapy", "Kim Osei, OTR/L"))
HEADS = ("Early Intervention Service", "Delivered by", "How Often", "Length", "Method", "Location", "Start Date")
REASON = (
    "Neither therapist has finished the training for service coordinators, because both are new. "
    "Robin Tate will coordinate until September."
)
COORDINATOR = ("Service Coordinator", "Dana Whitcomb, CCC-SLP")
OUTSIDER = ("Service Coordinator", "Robin Tate, MSW")
INITIAL = ("Initial Service Coordinator", "Robin Tate")
BEHIND = (("Agency", "Bright Start"), ("Phone", "(860) 555-0100"))


def typed(coordinator: Rows, *, notes: str = "", team: Rows = (), services: Rows = SERVICES) -> bytes:
    """An IFSP as somebody typed it."""
    lines = ["Connecticut Birth to Three", "Individualized Family Service Plan (IFSP)", *_front(coordinator)]
    lines += ["", "Early Intervention Services"]
    lines += [
        f"{name}   Provider: {provider}   Frequency: 1 x weekly   Length: 45 minutes   Location: Home"
        if provider
        else f"{name}: 1 x weekly, 45 minutes, individual, at home"
        for name, provider in services
    ]
    lines += ["", "Natural Environments: All services are given at home.", ""]
    if notes:
        lines += ["Notes", notes, ""]
    if team:
        lines += ["Who is Part of Our Team", *(f"{name}, {role}" for name, role in team), ""]
    lines.append("Parent Signature: Electronically signed by Rosa Grant on 3/2/2026 4:05 PM")
    return ("\n".join(lines) + "\n").encode()


def tables(coordinator: Rows, *, notes: str = "", team: Rows = (), services: Rows = SERVICES) -> bytes:
    """An IFSP as Word's tables: a grid of labels, one for the coordinator, a table of services, the team's table."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _NEVER
    document.add_paragraph("Connecticut Birth to Three")
    document.add_heading("Individualized Family Service Plan (IFSP)", 1)
    _grid(document, [("Child's Name", "Theo Grant", "Date of Birth", "8/14/2024")])
    _grid(document, [("Date of IFSP Meeting", "3/2/2026", "Date 6 mo. Review Due", "9/1/2026")])
    _grid(document, [("IFSP Start Date", "3/9/2026")])
    if coordinator:
        document.add_paragraph()
        _grid(document, list(coordinator))
    document.add_heading("Present Levels of Development", 2)
    document.add_paragraph("Theo sits alone, reaches for toys and has two words.")
    document.add_heading("Child Outcomes", 2)
    document.add_paragraph("Outcome 1: Theo will ask for food with a word at lunch, four days of five.")
    document.add_heading("Early Intervention Supports and Services", 2)
    table = document.add_table(rows=1, cols=len(HEADS))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    for name, provider in services:
        values = (name, provider, "1 x weekly", "45 minutes", "Individual", "Home", "3/9/2026")
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    document.add_paragraph("Natural Environments: All services are given at home.")
    if notes:
        document.add_heading("Notes", 2)
        document.add_paragraph(notes)
    if team:
        table = document.add_table(rows=1, cols=4)
        for cell, head in zip(table.rows[0].cells, ("Name", "Role/Agency", "Signature", "Date"), strict=True):
            cell.text = head
        for name, role in team:
            for cell, value in zip(
                table.add_row().cells, (name, role, f"Electronically signed by {name}", "3/2/2026"), strict=True
            ):
                cell.text = value
    document.add_paragraph("Parent Signature: Electronically signed by Rosa Grant on 3/2/2026 4:05 PM")
    return save(document)


def _front(coordinator: Rows) -> list[str]:
    return [
        "Child's Name: Theo Grant      Date of Birth: 8/14/2024",
        "Date of IFSP Meeting: 3/2/2026     Date 6 mo. Review Due: 9/1/2026",
        "IFSP Start Date: 3/9/2026",
        *(f"{label}: {value}" for label, value in coordinator),
        "",
        "Present Levels of Development",
        "Theo sits alone, reaches for toys and has two words.",
        "",
        "Child Outcomes",
        "Outcome 1: Theo will ask for food with a word at lunch, four days of five.",
    ]


def ifsp(
    code: str, expected: str, coordinator: Rows, *, notes: str = "", team: Rows = (), services: Rows = SERVICES
) -> Iterator[CaseFile]:
    """The same IFSP in both layouts; `expected` is the outcome and the name of the case ("pass-named")."""
    verdict, _, name = expected.partition("-")
    for layout, suffix, write in (("table", "docx", tables), ("typed", "txt", typed)):
        content = write(coordinator, notes=notes, team=team, services=services)
        yield CaseFile(code, verdict, f"{name}-{layout}", suffix, content)


def cases() -> Iterator[CaseFile]:
    """COO007, COO008 and COO010."""
    team = (("Rosa Grant", "Parent"), ("Dana Whitcomb", "Service Coordinator"))
    yield from ifsp("COO007", "violation-blank", (("Service Coordinator", ""),))
    yield from ifsp("COO007", "violation-absent", ())
    yield from ifsp("COO007", "violation-none", (("Service Coordinator", "None"),))
    yield from ifsp("COO007", "pass-named", (COORDINATOR, *BEHIND))
    yield from ifsp(
        "COO007", "pass-family-resources-coordinator", (("Family Resources Coordinator's Name", "Lena Ortiz"),)
    )
    yield from ifsp("COO007", "pass-initial-and-ongoing", (("ISC", "Robin Tate"), ("OSC", "Dana Whitcomb")))
    yield from ifsp("COO007", "pass-in-the-team", (), team=team)
    yield from ifsp("COO007", "pass-name-under-heading", (("Service Coordinator", ""), ("Name", "Dana Whitcomb")))
    yield from ifsp("COO007", "incomplete-primary-provider-alone", (("Primary Service Provider", "Dana Whitcomb"),))
    yield from ifsp("COO007", "incomplete-profession-alone", (("Service Coordinator", "Speech-Language Pathologist"),))
    yield from ifsp("COO007", "inapplicable-placeholder", (("Service Coordinator", "TBD"),))

    unnamed = (("Speech Therapy", ""), ("Occupational Therapy", ""))
    yield from ifsp("COO008", "violation-outsider", (OUTSIDER,))
    yield from ifsp(
        "COO008", "violation-other-profession", (("Service Coordinator", "Robin Tate, PT"),), services=unnamed
    )
    yield from ifsp("COO008", "violation-notes-on-something-else", (OUTSIDER,), notes="The family prefers mornings.")
    yield from ifsp("COO008", "pass-provider", (COORDINATOR, *BEHIND))
    yield from ifsp("COO008", "pass-nickname", (("Service Coordinator", "Dee Whitcomb"),))
    yield from ifsp("COO008", "pass-explained", (OUTSIDER,), notes=REASON)
    yield from ifsp("COO008", "pass-initial-is-no-provider", (INITIAL, COORDINATOR))
    yield from ifsp("COO008", "pass-primary-provider", (OUTSIDER, ("Primary Service Provider", "Robin Tate")))
    yield from ifsp(
        "COO008", "incomplete-agencies", (OUTSIDER,), services=tuple((name, "Bright Start") for name, _ in SERVICES)
    )
    yield from ifsp("COO008", "incomplete-unexplained", (OUTSIDER,), notes="The service coordinator will call monthly.")
    yield from ifsp("COO008", "inapplicable-initial-alone", (("Interim Service Coordinator", "Robin Tate"),))
    yield from ifsp("COO008", "inapplicable-nobody", (("Service Coordinator", ""),))

    assigned = ("Date Assigned", "1/5/2026")
    yield from ifsp("COO010", "violation-ifsp", (COORDINATOR, OUTSIDER))
    yield from ifsp("COO010", "pass-initial-and-ongoing", (INITIAL, COORDINATOR))
    yield from ifsp("COO010", "pass-ifsp-nickname", (COORDINATOR, ("EISC", "Dee Whitcomb")))
    yield from ifsp("COO010", "pass-one-after-the-other", (OUTSIDER, assigned, COORDINATOR, assigned))
    yield from ifsp("COO010", "incomplete-team-differs", (COORDINATOR,), team=(("Robin Tate", "Service Coordinator"),))
