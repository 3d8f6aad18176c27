"""Cases of the rules on dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import IEP, NOTE, RUNNING, CaseFile, iep, note, session, signed, text

_IFSP = """\
Individualized Family Service Plan (IFSP)
Child's Name: Ava Chen
Date of Birth: 4/2/2024
IFSP Meeting Date: 5/20/2026
IFSP Start Date: 6/1/2026
Annual Review Date: 5/18/2027
6-Month Review Due: {review}
Service Coordinator: Lena Ortiz
Early Intervention Services
Speech Therapy: 2 x 30 minutes a week, home
Service Coordinator Signature: /s/ Lena Ortiz   Date: 5/20/2026
"""


def cases() -> Iterator[CaseFile]:
    """DAT001 to DAT008."""
    yield from note("DAT001", "violation", "blank", session(date=""), "grid", "paragraphs", "form", "typed")
    yield from note("DAT001", "pass", "dated", NOTE)
    yield text("DAT001", "pass", "running", RUNNING)

    for name, day in (("february-30", "2/30/2026"), ("month-13", "13/45/2026")):
        yield from note("DAT002", "violation", name, session(date=day), "grid", "rows", "printed", "typed")
    yield from note("DAT002", "violation", "no-year", session(date="2/10"), "grid", "typed")
    yield from iep("DAT002", "violation", "review", replace(IEP, review="2/30/2027"), "table", "typed")
    yield from note("DAT002", "pass", "dated", NOTE)
    month = replace(NOTE, agency="Month: February 2026", sessions=(replace(NOTE.sessions[0], date="2/10"),))
    yield from note("DAT002", "pass", "month-heading", month, "rows", "typed")
    yield from iep("DAT002", "pass", "month-only", replace(IEP, start="September 2026"))

    yield from note("DAT003", "violation", "service-ahead", session(date="7/1/2026"), "grid", "rows", "typed", "form")
    yield from note("DAT003", "violation", "signed-ahead", signed(how="words", date="8/1/2026"), "grid", "typed")
    yield from note("DAT003", "pass", "past", NOTE)
    yield from iep("DAT003", "pass", "projected", IEP)

    yield from note("DAT004", "violation", "end-before-start", session(start="9:30 AM", end="9:00 AM"))
    yield from note("DAT004", "violation", "before-birth", replace(NOTE, birth="3/14/2026"), "grid", "typed")
    yield from note("DAT004", "pass", "in-order", NOTE)
    yield from note("DAT004", "pass", "over-noon", session(start="11:45", end="12:15"), "grid", "typed")
    yield from iep(
        "DAT004", "violation", "period", replace(IEP, extra=("Service Period: 9/8/2026 - 6/1/2026",)), "table", "typed"
    )

    yield from iep("DAT005", "violation", "blank", replace(IEP, meeting=""))
    yield from iep("DAT005", "violation", "absent", replace(IEP, meeting=None), "table", "typed")
    yield from iep("DAT005", "pass", "dated", IEP)
    yield from note("DAT005", "inapplicable", "note", NOTE, "grid", "typed")

    without = replace(IEP, start=None, services=tuple(replace(each, start="") for each in IEP.services))
    yield from iep("DAT006", "violation", "absent", without)
    yield from iep("DAT006", "violation", "blank", replace(without, start=""), "table", "typed")
    yield from iep("DAT006", "pass", "plan", IEP)
    yield from iep("DAT006", "pass", "each-service", replace(IEP, start=None), "table")
    yield from note("DAT006", "inapplicable", "note", NOTE, "grid", "typed")

    yield from iep("DAT007", "violation", "absent", replace(IEP, review=None))
    yield from iep("DAT007", "violation", "too-late", replace(IEP, review="6/20/2027"))
    yield from iep("DAT007", "pass", "within-a-year", IEP)
    yield from iep("DAT007", "pass", "a-year-to-the-day", replace(IEP, review="5/12/2027"), "table", "typed")
    yield from note("DAT007", "inapplicable", "note", NOTE, "grid", "typed")
    yield text("DAT007", "pass", "ifsp-first-of-two-reviews", _IFSP.format(review="11/18/2026"))
    yield text("DAT007", "violation", "ifsp-over-six-months", _IFSP.format(review="11/21/2026"))

    for name, day in (
        ("saturday", "2/14/2026"),
        ("thanksgiving", "11/27/2025"),
        ("holiday-kept-on-monday", "12/26/2022"),
    ):
        yield from note("DAT008", "incomplete", name, session(date=day), "grid", "rows", "printed", "typed")
    yield from note("DAT008", "pass", "tuesday", NOTE)
    yield from note("DAT008", "pass", "day-after-thanksgiving", session(date="11/28/2025"), "grid", "typed")
    away = session(date="2/14/2026", start="", end="", notes="Cancelled - child sick.")
    yield from note("DAT008", "inapplicable", "cancelled", away, "rows", "typed")
    yield from note("DAT008", "inapplicable", "impossible", session(date="2/30/2026"), "grid", "typed")
