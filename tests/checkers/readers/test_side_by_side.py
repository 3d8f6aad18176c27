"""Two notes beside each other, in a table or on a page, are read one after the other; other pairs stay as they are."""

from __future__ import annotations

import datetime

import pytest
from reportlab.pdfgen.canvas import Canvas

from checkers.check import Options, check_bytes
from checkers.layout import Cell, Line, Place, Row, Table, lines_of
from checkers.readers.pdf import read_pdf
from checkers.readers.side_by_side import are_of_two_notes, in_halves
from tests.documents import word
from tests.documents.pdf import drawn

OPTIONS = Options(today=datetime.date(2026, 6, 15), profile="ny-schenectady-preschool")
HEAD = ("Daily Progress Note", "Child's Name: Jayden Rivera   DOB: 3/14/2021")
NOTES = (
    (
        "Date of Service: 2/10/2026", "Time: 9:00 AM - 9:30 AM", "Activity: Direct",
        "Session Notes: Jayden named six pictures.", "Therapist Signature: /s/ Maria Lopez, CCC-SLP",
        "Date: 2/10/2026",
    ),
    (
        "Date of Service: 2/12/2026", "Time: 10:00 AM - 10:30 AM", "Activity: Direct",
        "Session Notes: Jayden told a story.", "Therapist Signature: /s/ Maria Lopez, CCC-SLP",
        "Date: 2/12/2026",
    ),
)  # fmt: skip


PAIRS = tuple(zip(*NOTES, strict=True))


def _table(*rows: tuple[str, ...], merged: bool = False) -> Table:
    at = Place(table=1)
    cells = [tuple(Cell((Line(words, at),), column) for column, words in enumerate(row, start=1)) for row in rows]
    head = [Row((Cell((Line("Week of 2/9/2026", at),), 1, len(rows[0])),))] if merged else []
    return Table((*head, *map(Row, cells)), 1)


def _texts(tables: list[Table]) -> list[list[str]]:
    return [[line.text for line in lines_of((table,))] for table in tables]


def _by_rows() -> bytes:
    rows = [word.row(*(word.cell(word.paragraph(word.run(words))) for words in pair)) for pair in PAIRS]
    return word.word(*(word.paragraph(word.run(words)) for words in HEAD), word.table(*rows))


def _by_labels() -> bytes:
    rows = [
        word.row(
            *(
                word.cell(word.paragraph(word.run(part)))
                for words in pair
                for part in (words.partition(": ")[0], words.partition(": ")[2])
            )
        )
        for pair in PAIRS
    ]
    return word.word(*(word.paragraph(word.run(words)) for words in HEAD), word.table(*rows))


def _on_a_page(*, apart: float = 0.0) -> bytes:
    def page(canvas: Canvas) -> None:
        for number, words in enumerate(HEAD):
            canvas.drawString(40, 750 - 20 * number, words)
        for x, lower, note in ((40, 0.0, NOTES[0]), (330, apart, NOTES[1])):
            for number, words in enumerate(note):
                canvas.drawString(x, 690 - 24 * number - lower, words)

    return drawn(page)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_by_rows(), "rows.docx"), (_by_labels(), "labels.docx"), (_on_a_page(), "page.pdf"),
        (_on_a_page(apart=7), "apart.pdf"),
    ],
    ids=["cells", "label cells", "page", "page, at other heights"],
)  # fmt: skip
def test_each_note_has_what_is_its_own(data: bytes, name: str) -> None:
    """Day, time and narrative of the left one are not mixed with those of the right one, and both are signed."""
    report = check_bytes(data, name, OPTIONS)
    assert report.doc is not None
    found = [(each.date and each.date.date, each.time and each.time.start) for each in report.doc.entries]
    assert found == [(datetime.date(2026, 2, 10), 9 * 60), (datetime.date(2026, 2, 12), 10 * 60)]
    assert [each.narrative for each in report.doc.entries] == ["Jayden named six pictures.", "Jayden told a story."]
    assert [each.evidence.signed for each in report.doc.signatures] == [True, True]
    assert not [each.rule for each in report.findings if each.verdict.value == "violation"]


def test_the_rows_above_and_below_stay_where_they_are() -> None:
    """A merged row is none of two halves."""
    top, left, right = in_halves([_table(*PAIRS, merged=True)])
    assert isinstance(top, Table)
    assert isinstance(left, Table)
    assert isinstance(right, Table)
    assert _texts([top, left, right]) == [["Week of 2/9/2026"], list(NOTES[0]), list(NOTES[1])]
    assert len({top.number, left.number, right.number}) == 3


@pytest.mark.parametrize(
    "rows",
    [
        (("Date", "2/10/2026"), ("Time", "9:00 AM"), ("Activity", "Direct")),
        (("Signature:", "Signature:"), ("Print Name:", "Print Name:"), ("Date:", "Date:")),
        (("Date:", "Date:"), ("Time:", "Time:")),
        (("Date:", "Date:"), ("Time:", "Time:"), ("Activity:", "Session Notes:")),
        (("Date", "Time", "Activity"), ("2/10/2026", "9:00 AM", "Direct")),
        ((),),
    ],
    ids=["labels and values", "signatures", "too few", "not the same", "a log", "no cells"],
)
def test_other_tables_are_left_alone(rows: tuple[tuple[str, ...], ...]) -> None:
    """Only the same labels on both sides, those of a session among them, are two notes."""
    table = _table(*rows)
    assert list(in_halves([table])) == [table]


def test_a_pages_two_columns_of_a_form_are_read_by_rows() -> None:
    """Labels left, values right: a white runs down the page here too."""

    def page(canvas: Canvas) -> None:
        for number, words in enumerate(NOTES[0]):
            label, _, value = words.partition(": ")
            canvas.drawString(40, 690 - 24 * number, label)
            canvas.drawString(300, 690 - 24 * number, value)

    assert [line.text for line in lines_of(read_pdf(drawn(page)).blocks)] == [
        words.replace(": ", "\t") for words in NOTES[0]
    ]


def test_labels_of_two_notes() -> None:
    """The same in the same order, with a day and more of a session."""
    labels = ["Date of Service", "Time", "Session Notes"]
    assert are_of_two_notes(labels, [label.upper() for label in labels])
    assert not are_of_two_notes(labels, labels[::-1])
    assert not are_of_two_notes(["DOB", "Time", "Session Notes"], ["DOB", "Time", "Session Notes"])
