"""The page: what is no text in a document is drawn as what it is, and a finding's words are marked all the same."""

from __future__ import annotations

import pytest

from assistant.tui.rows import find, lay_out, rows_of
from checkers.check import Options, check_file
from checkers.document import DateFound, Document, Evidence, Kind, Role, Signature
from checkers.layout import BLANK_FIELD, OBJECT, Cell, Line, Mark, MarkKind, Place, Reading, Row, Table
from checkers.outcome import Spot
from tests.tui.app_driver import SAMPLES, TODAY

HERE = Place(paragraph=1)


def page(*blocks: Line | Table, signatures: tuple[Signature, ...] = (), spot: Spot | None = None) -> str:
    """What the page shows of these blocks, its lines one after another; what stands at `spot` is marked."""
    reading = Reading("docx", blocks)
    rows = rows_of(Document(reading, (), Kind.PROGRESS_NOTE, "", signatures=signatures))
    found = find(rows, spot)
    lines = [lay_out(row, found if found and found.row == at else None)(200) for at, row in enumerate(rows)]
    return "\n".join(line.plain for row in lines for line in row)


def signature(evidence: Evidence, name: str = "", day: str = "") -> Signature:
    """A signature on the first line."""
    date = DateFound(day, None, Spot(HERE), 0) if day else None
    return Signature(Role.PROVIDER, "Signature", evidence, "", Spot(HERE), 0, name=name, date=date)


@pytest.mark.parametrize(
    ("text", "mark", "shown"),
    [
        (f"Photo: {OBJECT}", Mark(7, 8, MarkKind.PICTURE), "Photo: [picture]"),
        (f"Drawn: {OBJECT} here", Mark(7, 8, MarkKind.INK), "Drawn: [ink] here"),
        (f"Name: {BLANK_FIELD}", Mark(6, 10, MarkKind.FIELD), "Name: ____ (empty)"),
        ("Name: Ana", Mark(6, 9, MarkKind.FIELD), "Name: Ana"),
        ("Click here", Mark(0, 10, MarkKind.PLACEHOLDER), "[to be filled in: Click here]"),
        ("☒ Direct", Mark(0, 1, MarkKind.CHECKBOX, checked=True), "☒ Direct"),
        (OBJECT, Mark(0, 1, MarkKind.SIGNED_LINE, value="D. Example"), "[signature field: signed by D. Example]"),
        ("6/1/2026", Mark(0, 8, MarkKind.AUTOMATIC_DATE), "6/1/2026 [a date that changes by itself]"),
    ],
)
def test_what_is_no_text_is_drawn_as_what_it_is(text: str, mark: Mark, shown: str) -> None:
    """Boxes are characters, and stay."""
    assert page(Line(text, HERE, (mark,))) == shown


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (signature(Evidence.BLANK), "Signature: ____ [not signed]"),
        (signature(Evidence.TYPED, "D. Example"), "Signature: ____ [signature: a typed name]"),
        (
            signature(Evidence.ELECTRONIC, "D. Example", "6/1/2026"),
            "Signature: ____ [electronic signature: D. Example, 6/1/2026]",
        ),
        (signature(Evidence.DIGITAL), "Signature: ____ [digital signature]"),
    ],
)
def test_a_signature_is_told_behind_its_line(found: Signature, shown: str) -> None:
    """With who and when, where a machine made it."""
    assert page(Line("Signature: ____", HERE), signatures=(found,)) == shown


def test_a_picture_of_a_signature_is_one_thing() -> None:
    """Not a picture and a signature."""
    line = Line(f"Signature: {OBJECT} Date: 6/1/2026", HERE, (Mark(11, 12, MarkKind.PICTURE),))
    shown = page(line, signatures=(signature(Evidence.PICTURE),))
    assert shown == "Signature: [signature: picture] Date: 6/1/2026"


def test_the_words_of_a_finding_are_marked_whatever_is_drawn_beside_them() -> None:
    """Tabs, pictures and notes on signatures move nothing."""
    marks = (Mark(0, 1, MarkKind.PICTURE), Mark(8, 12, MarkKind.FIELD))
    line = Line(f"{OBJECT}\tName: {BLANK_FIELD}\tDate: 6/1/2026", HERE, marks)
    signed = (signature(Evidence.BLANK),)
    spot = Spot(HERE, "Date: 6/1/2026")
    assert page(line, signatures=signed, spot=spot) == (
        "[picture]    Name: ____ (empty)    ▶Date: 6/1/2026◀ [not signed]"
    )
    name = Spot(HERE, f"Name: {BLANK_FIELD}")
    assert page(line, signatures=signed, spot=name) == (
        "[picture]    ▶Name: ____ (empty)◀    Date: 6/1/2026 [not signed]"
    )
    assert page(line, signatures=signed, spot=Spot(HERE)).startswith("▶[picture]")


def test_cells_of_a_table_keep_what_is_drawn_in_them() -> None:
    """Also an empty one, where a signature is missing."""
    there = Place(table=1, row=1, cell=2)
    cells = (Cell((Line("  Ana ", Place(table=1, row=1, cell=1)),), 1), Cell((Line("", there),), 2))
    missing = Signature(Role.PARENT, "Parent", Evidence.BLANK, "", Spot(there), 0)
    assert page(Table((Row(cells),), 1), signatures=(missing,)) == "Ana │ [not signed]"
    assert page(Table((Row(cells),), 1), spot=Spot(there)) == "Ana │ ▶____ (empty)◀"


def test_the_samples_show_their_signatures() -> None:
    """Each as it was made."""
    shown = {}
    for path in (SAMPLES / "to-mend" / "draft-iep.docx", SAMPLES / "finished" / "speech-notes.docx"):
        report = check_file(path, Options(today=TODAY))
        assert report.doc
        shown[path.name] = "\n".join(
            line.plain for row in rows_of(report.doc) for line in lay_out(row, None)(200) if "[" in line.plain
        )
    assert "[electronic signature: Maria Lopez, MS, CCC-SLP, 5/1/2026]" in shown["draft-iep.docx"]
    assert "[signature: picture]" in shown["speech-notes.docx"]
    assert "[picture]" not in shown["speech-notes.docx"]
