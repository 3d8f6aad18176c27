"""Laying text out: hanging indents, names cut in the middle, a document's rows with what was found in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from assistant.tui.laid import cut_in_the_middle, flowing, hung, marked, stacked
from assistant.tui.rows import MARKS, find, lay_out, rows_of
from assistant.tui.safe import shown, shown_line
from checkers.check import check_bytes, check_file
from tests.tui.app_driver import SAMPLES

TABLE = """\
Daily Progress Note
Child's Name: Maya Sample

| Date of Service | Time | Session Notes | Therapist Signature |
| --- | --- | --- | --- |
| 3/3/2026 | 9:00 - 9:30 AM | Maya stacked blocks with hand over hand help and named four of them. | Dana Smith |
"""


def test_no_line_falls_back_under_its_sign() -> None:
    """At any depth."""
    lines = hung(shown_line("✗ "), hung(shown_line("1. "), flowing(shown("one two three four five"))))(12)
    assert [line.plain for line in lines] == ["✗ 1. one two", "     three", "     four", "     five"]
    assert [line.plain for line in hung(shown_line("• "), stacked())(12)] == ["• "]


def test_each_text_is_marked_wherever_it_stands() -> None:
    """Signs are not, nor what is laid out in a way of its own."""
    own = lambda width: [shown_line("own")]  # noqa: E731, ARG005 - a way of laying out like any other
    lines = stacked(flowing(shown("one")), hung(shown_line("• "), stacked(flowing(shown("two")), own)))
    found = marked(lines, lambda text: shown(text.plain.upper()))(20)
    assert [line.plain for line in found] == ["ONE", "• TWO", "  own"]


@given(st.text(min_size=1, max_size=60), st.integers(1, 30))
def test_no_line_is_wider_than_there_is_room(text: str, width: int) -> None:
    """Whatever it holds; below ten columns the sign and a little text are all there is."""
    for line in hung(shown_line("▶ ✗ "), flowing(shown(text)))(width):
        assert line.cell_length <= max(width, 8)


@pytest.mark.parametrize(
    ("name", "width", "cut"),
    [
        ("note.docx", 9, "note.docx"),
        ("coordination-note-march.docx", 20, "coordinatio…rch.docx"),
        ("coordination-note-april.docx", 20, "coordinatio…ril.docx"),
        ("coordination-note.docx", 9, "coordina…"),
        ("日本語日本語日本語.docx", 15, "日…日本語.docx"),
    ],
)
def test_a_name_is_cut_in_the_middle_and_keeps_its_ending(name: str, width: int, cut: str) -> None:
    """With a sign for what is left out; where there is no room for the ending, the beginning stays."""
    assert cut_in_the_middle(name, width, ending=8) == cut
    assert cell_len(cut) <= width


def lines_at(width: int, text: str) -> list[str]:
    """A note's lines at a width, without the blank ones."""
    doc = check_bytes(text.encode(), "note.md").doc
    assert doc is not None
    lines = [line.plain for row in rows_of(doc) for line in lay_out(row, None)(width)]
    return [line for line in lines if line.strip()]


def test_a_table_has_its_cells_side_by_side_where_they_fit() -> None:
    """And one below another, under the heads of their columns, where they do not."""
    assert "3/3/2026 │ 9:00 - 9:30 AM │ Maya stacked" in "\n".join(lines_at(200, TABLE))
    narrow = lines_at(46, TABLE)
    at = narrow.index("┌ Date of Service: 3/3/2026")
    assert narrow[at : at + 4] == [
        "┌ Date of Service: 3/3/2026",
        "│ Time: 9:00 - 9:30 AM",
        "│ Session Notes: Maya stacked blocks with",
        "    hand over hand help and named four of",
    ]
    assert narrow[-2:] == ["│ Therapist Signature: Dana Smith", "    [signature: a typed name]"]


def test_a_table_of_labels_has_no_heads() -> None:
    """What stands beside "Name:" is no name of a column."""
    table = "| Child's Name: | Maya Sample |\n| --- | --- |\n| Provider: | Dana Smith of the Example Agency |\n"
    assert lines_at(24, table)[-3:] == ["┌ Provider:", "│ Dana Smith of the", "    Example Agency"]


@pytest.mark.parametrize("name", sorted(path.name for path in (SAMPLES / "to-mend").iterdir()))
@pytest.mark.parametrize("width", [12, 40, 140])
def test_every_place_of_a_finding_is_marked_once(name: str, width: int) -> None:
    """In signs, on the words where they are known, at every width; its lines fit."""
    report = check_file(SAMPLES / "to-mend" / name)
    assert report.doc is not None
    rows = rows_of(report.doc)
    for outcome in report.findings:
        found = find(rows, outcome.spot)
        if outcome.spot is None:
            assert found is None
            continue
        assert found is not None
        lines = lay_out(rows[found.row], found)(width)
        text = "\n".join(line.plain for line in lines)
        assert [text.count(mark) for mark in MARKS] == [1, 1]
        assert text.index(MARKS[0]) < text.index(MARKS[1])
        assert all(line.cell_length <= width for line in lines)
        if found.words and width > len(found.words) + 6:
            between = text.partition(MARKS[0])[2].partition(MARKS[1])[0]
            assert "".join(between.split()) == "".join(found.words.split())
