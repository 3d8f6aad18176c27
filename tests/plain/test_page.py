"""A document read out: each line with its place, what is no text in words, and the place of a finding marked."""

from __future__ import annotations

import pytest

from assistant.plain.page import page_lines, read_page
from checkers.document import Document, Evidence, Kind, Role, Signature
from checkers.layout import BLANK_FIELD, OBJECT, Cell, Line, Mark, MarkKind, Place, Reading, Row, Table
from checkers.outcome import Spot
from tests.plain.plain_driver import harmless, session

HERE = Place(paragraph=1)


def read_out(*blocks: Line | Table, signatures: tuple[Signature, ...] = (), spot: Spot | None = None) -> str:
    """What is said of these blocks."""
    held, written = session([])
    doc = Document(Reading("docx", blocks), (), Kind.PROGRESS_NOTE, "", signatures=signatures)
    read_page(held.console, doc, spot)
    return harmless("".join(written)).strip()


def marked(kind: MarkKind, text: str, value: str = "") -> Line:
    """A line of a label and what a mark is over."""
    return Line(f"Label: {text}", HERE, (Mark(7, 7 + len(text), kind, value=value),))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (Line("☒ Direct  ☐ Indirect", HERE), "[checked box] Direct [empty box] Indirect"),
        (Line("[x] Direct [ ] Indirect", HERE), "[checked box] Direct [empty box] Indirect"),
        (Line("⍰ Direct", HERE), "[box that cannot be read] Direct"),
        (marked(MarkKind.PICTURE, OBJECT), "Label: [picture]"),
        (marked(MarkKind.INK, OBJECT), "Label: [ink]"),
        (marked(MarkKind.FIELD, BLANK_FIELD), "Label: [blank] (empty)"),
        (marked(MarkKind.FIELD, "Ana"), "Label: Ana"),
        (marked(MarkKind.PLACEHOLDER, "Enter text."), "Label: [to be filled in: Enter text.]"),
        (marked(MarkKind.SIGNATURE_LINE, ""), "Label: [signature field: empty]"),
        (marked(MarkKind.SIGNED_LINE, "", "M. Ruiz"), "Label: [signature field: signed by M. Ruiz]"),
        (Line("Name\tDate", HERE), "Name; Date"),
    ],
)
def test_what_is_no_text_is_told_in_words(line: Line, told: str) -> None:
    """Boxes, pictures, fields, signatures."""
    assert " ".join(read_out(line).split()) == f"Paragraph 1: {told}"


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        (Evidence.BLANK, "[not signed]"),
        (Evidence.TYPED, "[signature: a typed name]"),
        (Evidence.DIGITAL, "[digital signature: Ana Diaz]"),
    ],
)
def test_a_signature_is_told_behind_its_line(evidence: Evidence, told: str) -> None:
    """Signed or not."""
    signature = Signature(Role.PROVIDER, "Signature", evidence, "", Spot(HERE), 0, name="Ana Diaz")
    assert read_out(Line("Signature:", HERE), signatures=(signature,)) == f"Paragraph 1: Signature: {told}"


def table(*rows: tuple[str, ...]) -> Table:
    """A table of these cells."""
    return Table(
        tuple(
            Row(
                tuple(
                    Cell((Line(text, Place(table=1, row=at, cell=column)),), column)
                    for column, text in enumerate(texts, start=1)
                )
            )
            for at, texts in enumerate(rows, start=1)
        ),
        1,
    )


def test_a_row_of_a_table_is_one_line_with_the_heads_of_its_columns() -> None:
    """Empty cells are left out; a row of a finding is called marked, with its words."""
    shown = table(("Date", "Minutes"), ("3/4/2026", "30"), ("", "45"))
    spot = Spot(Place(table=1, row=2, cell=2), "30")
    assert read_out(shown, spot=spot).splitlines() == [
        "Table 1, row 1: Date; Minutes",
        "Table 1, row 2, marked: Date: 3/4/2026; Minutes: 30 Marked: “30”.",
        "Table 1, row 3: Minutes: 45",
    ]


def test_a_long_document_is_read_from_a_little_above_the_place() -> None:
    """And says which lines these are."""
    lines = [Line(f"words {number}", Place(line=number)) for number in range(1, 31)]
    text = read_out(*lines, spot=Spot(Place(line=25), "words 25"))
    assert text.splitlines()[:4] == [
        "23 to 30 of 30.",
        "Line 23: words 23",
        "Line 24: words 24",
        "Line 25, marked: words 25",
    ]


def test_blank_lines_are_left_out_and_nothing_read_is_said() -> None:
    """An empty document has no lines."""
    assert page_lines(Document(Reading("docx", (Line(" ", HERE),)), (), Kind.UNKNOWN, "")) == []
    assert read_out() == "Nothing was read in this document."
