"""CSV: rows under known labels are a table, with their quotation marks; other lines with commas are text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.layout import Line, Table
from checkers.readers.text import read_text
from tests.checkers.understand.model import model

HEAD = ("Date", "Start", "End", "Service", "Notes", "Signature")
ROW = ("3/3/2026", "9:00 AM", "9:30 AM", "Speech Therapy", "Named six pictures, with one cue.", "/s/ Jo Hill, CCC-SLP")


def written(*rows: tuple[str, ...], sign: str = ",") -> str:
    """The rows as a spreadsheet writes them."""
    text = io.StringIO()
    csv.writer(text, delimiter=sign, lineterminator="\n").writerows(rows)
    return text.getvalue()


def tables(text: str) -> list[list[list[str]]]:
    """The words of each table's cells."""
    return [
        [["\n".join(line.text for line in cell.lines) for cell in row.cells] for row in block.rows]
        for block in read_text(text.encode()).blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_rows_under_known_labels_are_a_table(sign: str) -> None:
    """Whatever sign parts the cells; those in quotation marks may hold it."""
    assert tables(written(HEAD, ROW, ROW, sign=sign)) == [[list(HEAD), list(ROW), list(ROW)]]


def test_a_cell_may_hold_line_breaks_and_quotation_marks() -> None:
    """Its lines are lines of the cell; the next row keeps its place in the file."""
    notes = 'Asked "who".\nTook turns.'
    row = (*ROW[:4], notes, ROW[5])
    (table,) = [block for block in read_text(written(HEAD, row, ROW).encode()).blocks if isinstance(block, Table)]
    assert [line.text for line in table.rows[1].cells[4].lines] == notes.split("\n")
    assert [row.cells[0].lines[0].place.line for row in table.rows] == [1, 2, 4]


def test_the_rows_are_sessions_and_blank_rows_are_none() -> None:
    """As from a table of any other kind."""
    doc = model(written(HEAD, ROW, ("3/5/2026", *ROW[1:5], ""), ("",) * 6))
    assert [entry.date.text for entry in doc.entries if entry.date] == ["3/3/2026", "3/5/2026"]
    assert [signature.evidence.signed for signature in doc.signatures] == [True, False]


def test_lines_filled_up_with_commas_are_labels_and_values() -> None:
    """A spreadsheet writes as many cells on every line as its widest has."""
    above = (("Attendance Log", "", "", "", "", ""), ("Child's Name", "Ana Diaz", "", "DOB", "1/2/2022", ""))
    doc = model(written(*above, HEAD, ROW))
    assert [line.text for line in doc.lines[:2]] == ["Attendance Log", "Child's Name: Ana Diaz   DOB: 1/2/2022"]
    assert [field.value for field in doc.values("child_name")] == ["Ana Diaz"]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Start,End",
        "Date,Start,End\n\n3/3/2026,9:00,9:30",
        "Date, Start and End\n3/3/2026, 9:00, 9:30",
        "Colours,Shapes,Sizes\nred,round,big",
        "Date,Start,End,Notes\n3/3/2026,9:00,9:30,Named pictures, with cues\n3/4/2026,9:00,9:30,Turns",
        'Date,Start,End,Notes\n3/3/2026,9:00,9:30,"Named pictures',
        "Date: 3/3/2026, Time: 9:00, Service: OT\nShe named cats, dogs, and birds.",
    ],
)
def test_other_lines_with_commas_are_text(text: str) -> None:
    """No row below, too few labels, rows that do not fit, quotation marks that do not end."""
    blocks = read_text(text.encode()).blocks
    assert [block.text for block in blocks if isinstance(block, Line)] == text.split("\n")


@pytest.mark.parametrize("below", ["Signed: Jo Hill, CCC-SLP", "Signature:,/s/ Jo Hill,,Date:,3/3/2026,now"])
def test_text_below_the_rows_is_text(below: str) -> None:
    """A line with fewer cells than a heading has at least ends the table, and so does a label."""
    blocks = read_text((written(HEAD, ROW) + below).encode()).blocks
    assert isinstance(blocks[0], Table)
    (line,) = blocks[1:]
    assert isinstance(line, Line)
    assert line.text.startswith(below.partition(":")[0])


CELL = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=12)


@given(st.lists(st.tuples(*[CELL.filter(str.strip)] * 6), min_size=1, max_size=4), st.sampled_from([",", ";", "\t"]))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[tuple[str, ...]], sign: str) -> None:
    """Every cell, but for blanks around it and signs of Markdown."""
    plain = [tuple(cell.replace("*", "").replace("!", "").strip() for cell in row) for row in rows]
    kept = [row for row in plain if all(row) and not row[0].endswith(":")]
    if kept:
        assert tables(written(HEAD, *kept, sign=sign)) == [[list(HEAD), *map(list, kept)]]
