"""Tables without rules in PDF files: cells of several lines are put together, and no row borrows from the one above."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checkers.check import Options, check_bytes
from checkers.layout import OBJECT, Line, Table, lines_of
from checkers.outcome import Verdict
from checkers.readers.columns import with_columns
from checkers.readers.pdf import read_pdf
from tests.documents.paper_docx import tiny_png
from tests.documents.pdf import drawn

OPTIONS = Options(today=datetime.date(2026, 6, 15), profile="ny-schenectady-preschool")
TIGHT, LOOSE = 13.0, 24.0
Placed = tuple[float, str]
"""Where words begin, and the words."""
NOTE = (
    (LOOSE, ((60, "Progress Note"),)),
    (LOOSE, ((60, "Child's Name: Ana Castro"),)),
    (LOOSE, ((60, "Date of Service: 3/3/2026"), (300, "Time: 3:00 - 3:30 PM"))),
    (LOOSE, ((60, "Service: PT"),)),
    (LOOSE, ((60, "Session Notes: Ana climbed five stairs with a rail and came down backwards."),)),
)


def page_of(*lines: tuple[float, Sequence[Placed]]) -> bytes:
    """A page; each line with its distance from the one above."""

    def page(canvas: Canvas) -> None:
        y = 760.0
        for distance, pieces in lines:
            y -= distance
            for x, words in pieces:
                canvas.drawString(x, y, words)

    return drawn(page)


def texts(*lines: tuple[float, Sequence[Placed]]) -> list[str]:
    """The lines that are read from a page."""
    return [line.text for line in lines_of(read_pdf(page_of(*lines)).blocks)]


def table_of(*lines: tuple[float, Sequence[Placed]]) -> list[list[str]]:
    """The one table of a page without rules, as the text of its cells."""
    [table] = [block for block in with_columns(read_pdf(page_of(*lines)).blocks) if isinstance(block, Table)]
    return [[" ".join(line.text for line in cell.lines) for cell in row.cells] for row in table.rows]


def violations(*lines: tuple[float, Sequence[Placed]]) -> list[str]:
    """The codes of the violations on a page."""
    report = check_bytes(page_of(*lines), "note.pdf", OPTIONS)
    return [each.rule for each in report.outcomes if each.verdict is Verdict.VIOLATION]


# --- what a cell broke ---


def test_a_label_that_its_column_broke_keeps_its_value() -> None:
    """The signature stands beside the first line of its label, the second line of both below."""
    signed = (
        (
            LOOSE,
            ((60, "Physical Therapist"), (172, "Electronically signed by Jo Hill, PT on"), (400, "Date: 3/3/2026")),
        ),
        (TIGHT, ((60, "Signature:"), (172, "3/3/2026 4:05 PM"))),
    )
    expected = "Physical Therapist Signature:\tElectronically signed by Jo Hill, PT on 3/3/2026 4:05 PM\tDate: 3/3/2026"
    assert texts(*signed) == [expected]
    assert violations(*NOTE, *signed) == []


def test_headings_and_cells_of_several_lines_make_one_table() -> None:
    """A cell's words go on below it; a narrow gap before a column's edge parts two cells."""
    head = (
        (LOOSE, ((60, "Date"), (120, "Time"), (190, "Direct/"), (250, "Activities"), (330, "Parent/"))),
        (TIGHT, ((190, "Indirect"), (330, "Teacher"))),
        (TIGHT, ((330, "Initials"),)),
    )
    rows = (
        (LOOSE, ((60, "4/6"), (120, "9-10"), (190, "D"), (250, "Waited for a"), (330, "DT"))),
        (TIGHT, ((250, "turn, 4 of 5."),)),
        (LOOSE, ((60, "4/7"), (120, "9-10"), (190, "D"), (250, "Stacked cards"), (330, "DT"))),
        (TIGHT, ((250, "in order."),)),
        (LOOSE, ((60, "4/8"), (120, "9-10"), (190, "I"), (250, "Met Ms. Tra"), (330, "DT"))),
    )
    assert table_of(*head, *rows)[0] == ["Date", "Time", "Direct/ Indirect", "Activities", "Parent/ Teacher Initials"]
    assert [row[3] for row in table_of(*head, *rows)[1:]] == [
        "Waited for a turn, 4 of 5.", "Stacked cards in order.", "Met Ms. Tra",
    ]  # fmt: skip


def test_a_service_and_its_provider_on_two_lines_are_one_row() -> None:
    """Two cells of five go on, and the next row begins further down."""
    assert table_of(
        (LOOSE, ((60, "Service"), (130, "Provider"), (200, "Frequency"), (280, "Duration"), (360, "Location"))),
        (LOOSE, ((60, "Speech"), (130, "Elise"), (200, "3 x week"), (280, "30 minutes"), (360, "Home"))),
        (TIGHT, ((60, "Therapy"), (130, "Fontaine"))),
        (LOOSE, ((60, "Counseling"), (130, "R. Adeyemi"), (200, "1 x week"), (280, "30 minutes"), (360, "School"))),
    )[1:] == [
        ["Speech Therapy", "Elise Fontaine", "3 x week", "30 minutes", "Home"],
        ["Counseling", "R. Adeyemi", "1 x week", "30 minutes", "School"],
    ]


def test_a_long_label_gets_the_value_that_had_no_room_beside_it() -> None:
    """And not the text of the column at its right."""
    assert texts(
        (LOOSE, ((60, "Projected Date IEP is to be Implemented:"), (290, "Date of Annual Review: 5/5/2027"))),
        (TIGHT, ((60, "9/8/2026"),)),
    ) == ["Projected Date IEP is to be Implemented: 9/8/2026\tDate of Annual Review: 5/5/2027"]


def test_a_nearly_full_tab_parts_a_date_and_the_next_label() -> None:
    """As little as a point between them."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Session Date: 10/22/2025")
        canvas.drawString(61.1 + canvas.stringWidth("Session Date: 10/22/2025"), 700, "Start Time: 2:00 PM")

    [line] = read_pdf(drawn(page)).blocks
    assert isinstance(line, Line)
    assert line.text == "Session Date: 10/22/2025 Start Time: 2:00 PM"


def test_a_picture_just_above_a_date_is_in_its_row() -> None:
    """However small it is printed."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Therapist Signature")
        canvas.drawString(240, 700, "Date")
        canvas.drawString(240, 660, "4/9/2026")
        canvas.drawImage(ImageReader(io.BytesIO(tiny_png())), 62, 672, 20, 3)

    assert [line.text for line in lines_of(read_pdf(drawn(page)).blocks)] == [
        "Therapist Signature\tDate", f"{OBJECT}\t4/9/2026",
    ]  # fmt: skip


# --- what is a row of its own ---

FORMS = {
    "an unsigned line in even leading": (
        (TIGHT, ((60, "Physical Therapist"), (172, "Jo Hill, PT"))),
        (TIGHT, ((60, "Signature:"),)),
        (TIGHT, ((60, "Date Signed:"),)),
    ),
    "without colons": (
        (LOOSE, ((60, "Physical Therapist"), (172, "Jo Hill, PT"))),
        (TIGHT, ((60, "Signature"),)),
        (TIGHT, ((60, "Date Signed"),)),
    ),
    "a short label with room beside it": (
        (LOOSE, ((60, "Provider"), (172, "Jo Hill, PT"))),
        (TIGHT, ((60, "Signature:"),)),
        (LOOSE, ((60, "Date Signed:"),)),
    ),
    "labels with colons": (
        (LOOSE, ((60, "Physical Therapist:"), (172, "Jo Hill, PT"), (300, "License:"), (400, "012345"))),
        (TIGHT, ((60, "Signature:"), (300, "Date Signed:"))),
    ),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_empty_line_borrows_nothing_from_the_one_above(form: tuple[tuple[float, Sequence[Placed]], ...]) -> None:
    """A label whose value is missing stays alone, so that the missing signature is seen."""
    assert len(texts(*form)) == len(form)
    assert "SIG001" in violations(*NOTE, *form)


@pytest.mark.parametrize(
    "second",
    [
        ((60, "10/07/2025"), (140, "10:00 AM"), (210, "Grandmother"), (300, "Called about the visit")),
        ((60, "10/07/2025"), (140, "10:00 AM"), (300, "Called about the visit")),
        ((140, "10:00 AM"), (300, "Called about the visit")),
        ((60, "10/07/2025"),),
    ],
    ids=["full", "a cell empty", "the same day", "a day alone"],
)
def test_the_rows_of_a_narrow_log_stay_apart(second: tuple[Placed, ...]) -> None:
    """Days and times fill their columns, and still each begins a row."""
    lines = (
        (LOOSE, ((60, "09/19/2025"), (140, "10:00 AM"), (210, "Grandmother"), (300, "Talked of the transition"))),
        (TIGHT, second),
        (TIGHT, ((60, "10/11/2025"), (140, "11:00 AM"), (210, "Grandfather"), (300, "Wrote to the doctor"))),
    )
    assert len(texts(*lines)) == len(lines)


def test_a_label_and_value_below_a_table_are_no_row_of_it() -> None:
    """A label that runs under two headings belongs to other columns."""
    blocks = with_columns(
        read_pdf(
            page_of(
                (LOOSE, ((60, "Service"), (130, "Provider"), (200, "Frequency"), (280, "Duration"))),
                (LOOSE, ((60, "Speech"), (130, "Ana Diaz"), (200, "3 x week"), (280, "30 minutes"))),
                (LOOSE, ((60, "Coordinator of Services"), (240, "Brenda Novotny"))),
            )
        ).blocks
    )
    assert [isinstance(block, Table) for block in blocks] == [True, False]


# --- two columns ---


def test_days_and_notes_side_by_side_are_a_table() -> None:
    """Two headings do where the rows begin with days."""
    rows = table_of(
        (LOOSE, ((60, "Date"), (200, "Notes"))),
        (LOOSE, ((60, "5/4/26"), (200, "Strung six beads."))),
        (LOOSE, ((60, "5/6/26"), (200, "Snipped a strip."))),
    )
    assert rows == [["Date", "Notes"], ["5/4/26", "Strung six beads."], ["5/6/26", "Snipped a strip."]]


def test_two_labels_over_one_row_of_values_are_no_table() -> None:
    """A date and what stands beside it are fields."""
    lines = ((LOOSE, ((60, "Date"), (200, "Time"))), (LOOSE, ((60, "5/4/26"), (200, "9:00 - 9:30"))))
    assert not [block for block in with_columns(read_pdf(page_of(*lines)).blocks) if isinstance(block, Table)]


# --- what follows from it ---


def test_a_date_on_the_next_line_belongs_to_its_label() -> None:
    """Though a line to sign on follows, which has a label of its own."""
    text = """\
Progress Note
Child's Name: Ana Castro
Date of Service: 3/3/2026
Time: 3:00 - 3:30 PM
Service: PT
Session Notes: Ana climbed five stairs with a rail and came down backwards.
Therapist Signature: Electronically signed by Jo Hill, PT Date:
3/3/2026
Parent Signature: ____________________ Date: __________
"""
    report = check_bytes(text.encode(), "note.txt", OPTIONS)
    assert "SIG002" not in {each.rule for each in report.findings}


@pytest.mark.parametrize(("on_a_page", "verdict"), [(2, Verdict.INCOMPLETE), (1, Verdict.VIOLATION)])
def test_one_signature_at_the_foot_of_sessions_on_several_pages(on_a_page: int, verdict: Verdict) -> None:
    """Where sessions run on, several to a page, it may be meant for all; notes on pages of their own need their own."""
    days = [f"3/{day}/2026" for day in range(2, 2 + on_a_page + 1)]

    def page(canvas: Canvas, mine: Sequence[str], *, signed: bool) -> None:
        y = 750.0
        for words in ("Progress Note", "Child's Name: Ana Castro", "Provider: Jo Hill, PT     Service: PT"):
            canvas.drawString(60, y, words)
            y -= LOOSE
        for number, day in enumerate(mine):
            for words in (
                f"Date of Service: {day}     Time: 3:00 - 3:30 PM",
                f"Session Notes: Ana climbed {len(day) + number + 2} stairs on {day} with a rail.",
            ):
                canvas.drawString(60, y, words)
                y -= LOOSE
        if signed:
            canvas.drawString(60, y, f"Therapist Signature: Electronically signed by Jo Hill, PT   Date: {mine[-1]}")

    data = drawn(
        lambda canvas: page(canvas, days[:on_a_page], signed=False),
        lambda canvas: page(canvas, days[on_a_page:], signed=True),
    )
    report = check_bytes(data, "notes.pdf", OPTIONS)
    assert {each.verdict for each in report.findings if each.rule == "SIG001"} == {verdict}
