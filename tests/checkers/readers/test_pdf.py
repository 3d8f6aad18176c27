"""PDF files: what stands on their pages, and files that do harm or are broken."""

from __future__ import annotations

import io
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checkers.layout import BLANK_FIELD, BOX_EMPTY, BOX_TICKED, OBJECT, Line, MarkKind, Table, lines_of
from checkers.readers.pdf import pdfium, read_pdf
from checkers.unreadable import Unreadable
from tests.documents.paper_docx import tiny_png
from tests.documents.paper_pdf import note_form, note_printed
from tests.documents.papers import Note
from tests.documents.pdf import TEXT, drawn, raw

LABEL = "Does not meet Medicaid requirements"


def texts(data: bytes) -> list[str]:
    """The text of every line of a file."""
    return [line.text for line in lines_of(read_pdf(data).blocks)]


def table_of(data: bytes) -> list[list[str]]:
    """The one table of a file, as the text of its cells."""
    [table] = [block for block in read_pdf(data).blocks if isinstance(block, Table)]
    return [["|".join(line.text for line in cell.lines) for cell in row.cells] for row in table.rows]


def box(data: bytes) -> tuple[str, bool | None, str]:
    """The one line with a box: its text, the box's state, how it was told."""
    [found] = [
        (line.text, mark.checked, mark.how)
        for line in lines_of(read_pdf(data).blocks)
        for mark in line.marks
        if mark.kind is MarkKind.CHECKBOX
    ]
    return found


# --- words and lines ---


def test_words_stand_in_lines_with_tabs_at_wide_gaps() -> None:
    """A wide gap is a tab, and each side keeps its place on the page; the order of drawing plays no part."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(300, 700, "DOB: 3/14/2021")
        canvas.drawString(72, 680, "Provider: Maria Lopez")
        canvas.drawString(72, 700, "Child: Jayden Rivera")

    reading = read_pdf(drawn(page))
    first, second = [block for block in reading.blocks if isinstance(block, Line)]
    assert (first.text, second.text) == ("Child: Jayden Rivera\tDOB: 3/14/2021", "Provider: Maria Lopez")
    assert first.segments is not None
    assert [round(segment.left) for segment in first.segments] == [72, 300]
    assert (first.place.page, first.place.paragraph, second.place.paragraph) == (1, 1, 2)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned_reads_as_it_is_shown(turn: int) -> None:
    """Scanners and spreadsheets turn pages; the words are drawn upright for the one who looks."""
    matrix = {0: "1 0 0 1 72 700", 90: "0 1 -1 0 92 72", 180: "-1 0 0 -1 540 92", 270: "0 -1 1 0 520 720"}[turn]
    content = f"q {matrix} cm BT /F1 11 Tf (Progress Note) Tj 0 -20 Td (Child: Ava) Tj ET Q".encode()
    assert texts(raw(content, page=f"/Rotate {turn}")) == ["Progress Note", "Child: Ava"]


def test_bold_lines_are_headings() -> None:
    """By the font's name."""

    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, 700, "Session Notes")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 680, "Ava named six animals.")

    lines = [block for block in read_pdf(drawn(page)).blocks if isinstance(block, Line)]
    assert [line.heading for line in lines] == [True, False]


def test_a_slanted_watermark_stands_apart() -> None:
    """It is no part of the lines it crosses."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Individualized Education Program")
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")

    lines = list(lines_of(read_pdf(drawn(page)).blocks))
    assert [(line.text, line.place.part) for line in lines] == [
        ("Individualized Education Program", "body"),
        ("DRAFT", "textbox"),
    ]


def test_a_header_that_repeats_is_given_once_and_fields_are_not() -> None:
    """Lines to sign on stay, however often they come."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 760, "Mohawk Pediatric Therapy")
        canvas.drawString(72, 500, f"Text of page {canvas.getPageNumber()}, as long as it is.")
        canvas.drawString(72, 60, "Signature: ______________")
        canvas.drawString(72, 30, f"Page {canvas.getPageNumber()} of 3")

    found = texts(drawn(page, page, page))
    assert found.count("Mohawk Pediatric Therapy") == 1
    assert found.count("Signature: ______________") == 3
    assert sum(text.startswith("Page ") for text in found) == 1


# --- form fields ---


def test_the_values_of_form_fields_stand_where_the_fields_are() -> None:
    """They are no part of the page's text; an empty field is a blank."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Child:")
        canvas.drawString(72, 680, "Provider:")
        canvas.acroForm.textfield(name="b", value="", x=130, y=676, width=150, height=16, fontSize=10)
        canvas.acroForm.textfield(name="a", value="Ava Chen", x=130, y=696, width=150, height=16, fontSize=10)

    reading = read_pdf(drawn(page))
    assert [line.text for line in lines_of(reading.blocks)] == ["Child:\tAva Chen", f"Provider: {BLANK_FIELD}"]
    marks = [line.marks for line in lines_of(reading.blocks)]
    assert [[mark.kind for mark in line] for line in marks] == [[MarkKind.FIELD], [MarkKind.FIELD]]


def test_a_long_field_has_a_line_for_each_line() -> None:
    """From the top of the field."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Session Notes:")
        canvas.acroForm.textfield(
            name="n", value="First line.\nSecond line.", x=72, y=600, width=400, height=90, fontSize=10,
            fieldFlags="multiline",
        )  # fmt: skip

    assert texts(drawn(page)) == ["Session Notes:", "First line.", "Second line."]


@pytest.mark.parametrize("checked", [True, False])
def test_a_form_box_belongs_to_the_label_at_its_place(checked: bool) -> None:
    """Not to the one that follows it in the file."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Meets Medicaid requirements")
        canvas.drawString(100, 680, LABEL)
        canvas.acroForm.checkbox(name="no", checked=checked, x=72, y=678, size=12)
        canvas.acroForm.checkbox(name="yes", checked=not checked, x=72, y=698, size=12)

    lines = list(lines_of(read_pdf(drawn(page)).blocks))
    states = {line.text[2:].strip(): line.marks[0].checked for line in lines}
    assert states == {"Meets Medicaid requirements": not checked, LABEL: checked}
    assert {line.marks[0].how for line in lines} == {"form field"}


def test_round_boxes_are_boxes() -> None:
    """A group of which one is chosen."""

    def page(canvas: Canvas) -> None:
        for name, y in (("yes", 698), ("no", 678)):
            canvas.acroForm.radio(name="seit", value=name, selected=name == "no", x=72, y=y, size=12)
            canvas.drawString(100, y + 2, name)

    states = {line.text.split()[-1]: line.marks[0].checked for line in lines_of(read_pdf(drawn(page)).blocks)}
    assert states == {"yes": False, "no": True}


FORM = "/AcroForm << /Fields [6 0 R] >>"
SIGNATURE_FIELD = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Sig) /Rect [150 696 300 716] /P 3 0 R %s >>"


def test_a_signature_field_is_signed_only_with_a_signature_in_it() -> None:
    """An empty one is a line to sign on."""
    content = b"BT /F1 11 Tf 72 700 Td (Signature:) Tj ET"
    empty = read_pdf(raw(content, annotations=[SIGNATURE_FIELD % ""], form=FORM))
    signed = read_pdf(
        raw(content, annotations=[SIGNATURE_FIELD % "/V 7 0 R"], form=FORM, extra=["<< /Type /Sig /Name (M. Lopez) >>"])
    )
    kinds = [[mark.kind for line in lines_of(each.blocks) for mark in line.marks] for each in (empty, signed)]
    assert kinds == [[MarkKind.SIGNATURE_LINE], [MarkKind.SIGNED_LINE]]
    assert (empty.signed, signed.signed) == ((), ("",))


@pytest.mark.parametrize(
    ("entries", "checked"),
    [
        ("/V /Yes", True), ("/V /Yes /AS /Yes", True), ("/AS /Yes", True), ("/V /Yes /AS /Off", None),
        ("/V /Off", False), ("/V /No", False), ("/V /Off /AS /Off", False), ("", False),
    ],
)  # fmt: skip
def test_a_form_box_is_ticked_by_its_value_or_its_appearance(entries: str, checked: bool | None) -> None:
    """A value alone is shown by viewers; a value that the chosen appearance denies cannot be told."""
    field = (
        "<< /Type /Annot /Subtype /Widget /FT /Btn /T (a) /Rect [150 698 162 710] /P 3 0 R"
        f" /AP << /N << /Yes 7 0 R /Off 7 0 R >> >> {entries} >>"
    )
    look = "<< /Type /XObject /Subtype /Form /BBox [0 0 12 12] /Length 0 >>\nstream\n\nendstream"
    assert box(raw(annotations=[field], form=FORM, extra=[look]))[1:] == (checked, "form field")


@pytest.mark.parametrize(("first", "second"), [(True, False), (False, True), (True, True), (False, False)])
def test_a_signature_may_be_that_of_the_fields_parent(first: bool, second: bool) -> None:
    """Each place is signed with its own field."""
    places = [
        f"<< /Type /Annot /Subtype /Widget /Rect [150 {y} 300 {y + 20}] /P 3 0 R /Parent {parent} 0 R >>"
        for y, parent in ((696, 8), (596, 9))
    ]
    fields = [
        f"<< /FT /Sig /T ({name}) /Kids [{kid} 0 R] {'/V 10 0 R' if signed else ''} >>"
        for name, kid, signed in (("a", 6, first), ("b", 7, second))
    ]
    data = raw(
        b"BT /F1 11 Tf 72 700 Td (Signature:) Tj 0 -100 Td (Supervisor:) Tj ET",
        annotations=places,
        form="/AcroForm << /Fields [8 0 R 9 0 R] /SigFlags 3 >>",
        extra=[*fields, "<< /Type /Sig /Name (M. Lopez) /ByteRange [0 1 2 3] /Contents <00> >>"],
    )
    kinds = [mark.kind for line in lines_of(read_pdf(data).blocks) for mark in line.marks]
    assert kinds == [MarkKind.SIGNED_LINE if each else MarkKind.SIGNATURE_LINE for each in (first, second)]


def test_the_words_of_a_choice_are_read_and_not_its_code() -> None:
    """What nobody sees is no value; one that is no choice of the list is shown as it is."""
    field = (
        "<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 393216 /T (a) /Opt [[(0) ( )] [(1) (Maria Lopez)]] /V (%s)"
        " /Rect [150 656 300 672] /P 3 0 R >>"
    )
    found = [texts(raw(annotations=[field % value], form=FORM))[1] for value in ("0", "1", "Ana Diaz")]
    assert found == [BLANK_FIELD, "Maria Lopez", "Ana Diaz"]


def test_hidden_fields_are_not_there() -> None:
    """What nobody sees is no value."""
    field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (secret) /F 2 /Rect [150 696 300 716] >>"
    assert texts(raw(annotations=[field], form=FORM)) == ["Progress Note"]


def test_notes_put_on_top_are_read() -> None:
    """A text box, a pen's stroke, a stamp."""
    annotations = [
        "<< /Type /Annot /Subtype /FreeText /Contents (Maria Lopez, CCC-SLP) /Rect [150 596 350 612] >>",
        "<< /Type /Annot /Subtype /Ink /InkList [[150 560 200 570]] /Rect [150 556 300 576] >>",
        "<< /Type /Annot /Subtype /Stamp /Rect [150 516 300 536] >>",
    ]
    lines = list(lines_of(read_pdf(raw(annotations=annotations)).blocks))
    assert [line.text for line in lines] == ["Progress Note", "Maria Lopez, CCC-SLP", OBJECT, OBJECT]
    assert [mark.kind for line in lines for mark in line.marks] == [MarkKind.INK, MarkKind.PICTURE]


# --- drawn boxes ---


def _crossed(canvas: Canvas) -> None:
    canvas.rect(72, 698, 10, 10)
    canvas.line(72, 698, 82, 708)
    canvas.line(72, 708, 82, 698)


def _ticked(canvas: Canvas) -> None:
    canvas.rect(72, 698, 10, 10)
    path = canvas.beginPath()
    path.moveTo(73, 703)
    path.lineTo(76, 699)
    path.lineTo(84, 711)
    canvas.drawPath(path)


def _typed(canvas: Canvas) -> None:
    canvas.rect(72, 698, 10, 10)
    canvas.drawString(73.5, 699.5, "X")


def _filled(canvas: Canvas) -> None:
    canvas.rect(72, 698, 10, 10)
    canvas.rect(74, 700, 6, 6, stroke=0, fill=1)


def _empty(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.rect(72, 698, 10, 10, fill=1)
    canvas.setFillGray(0)


def _drawn_twice(canvas: Canvas) -> None:
    canvas.rect(72, 698, 10, 10)
    canvas.rect(72.2, 698.2, 9.6, 9.6)


def _dingbat(canvas: Canvas) -> None:
    canvas.rect(72, 698, 10, 10)
    canvas.setFont("ZapfDingbats", 10)
    canvas.drawString(73, 699, "4")
    canvas.setFont("Helvetica", 11)


@pytest.mark.parametrize(
    ("draw", "checked"),
    [
        (_crossed, True), (_ticked, True), (_typed, True), (_filled, True), (_dingbat, True),
        (_empty, False), (_drawn_twice, False),
    ],
)  # fmt: skip
def test_a_drawn_box_has_the_state_that_its_inside_shows(draw: object, checked: bool) -> None:
    """Whatever it was ticked with."""

    def page(canvas: Canvas) -> None:
        draw(canvas)  # type: ignore[operator]
        canvas.drawString(90, 700, LABEL)

    sign = BOX_TICKED if checked else BOX_EMPTY
    assert box(drawn(page)) == (f"{sign} {LABEL}", checked, "drawn box")


def _four_lines(canvas: Canvas, x: float, y: float) -> None:
    for line in ((x, y, x + 10, y), (x, y + 10, x + 10, y + 10), (x, y, x, y + 10), (x + 10, y, x + 10, y + 10)):
        canvas.line(*line)


@pytest.mark.parametrize("ticked", [True, False])
def test_four_single_lines_make_a_box(ticked: bool) -> None:
    """Ticked by the letter in it."""

    def page(canvas: Canvas) -> None:
        _four_lines(canvas, 72, 698)
        canvas.drawString(90, 700, LABEL)
        if ticked:
            canvas.drawString(73.5, 699.5, "X")

    assert box(drawn(page))[1:] == (ticked, "drawn box")


def test_the_cells_of_a_small_grid_are_no_boxes() -> None:
    """Squares that touch are a table's."""

    def page(canvas: Canvas) -> None:
        for column in range(4):
            for row in range(3):
                _four_lines(canvas, 72 + 10 * column, 680 + 10 * row)
        canvas.drawString(74, 702, "P")

    assert table_of(drawn(page))[0] == ["P", "", "", ""]


# --- rules to write on ---


def test_a_rule_to_sign_on_is_underscores_above_its_label() -> None:
    """With and without something on it; a picture of a signature too."""

    def page(canvas: Canvas) -> None:
        for y, word in ((600, ""), (500, "Maria Lopez, CCC-SLP")):
            canvas.drawString(80, y, word)
            canvas.line(72, y - 2, 300, y - 2)
            canvas.line(340, y - 2, 440, y - 2)
            canvas.drawString(72, y - 14, "Signature")
            canvas.drawString(340, y - 14, "Date")
        canvas.drawImage(ImageReader(io.BytesIO(tiny_png())), 80, 400, 90, 24)
        canvas.line(72, 398, 300, 398)

    blank, _, written, _, pictured = texts(drawn(page))
    assert [set(piece) for piece in blank.split("\t")] == [{"_"}, {"_"}]
    assert written.startswith("__Maria Lopez, CCC-SLP")
    assert OBJECT in pictured


def test_an_underlined_word_and_a_line_between_sections_are_no_rules_to_write_on() -> None:
    """Neither has room for anything."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Session Notes")
        canvas.line(72, 698, 72 + canvas.stringWidth("Session Notes", "Helvetica", 11), 698)
        canvas.line(72, 680, 540, 680)
        canvas.drawString(72, 660, "Ava named six animals.")

    assert texts(drawn(page)) == ["Session Notes", "Ava named six animals."]


def test_words_typed_over_underscores_keep_their_spaces() -> None:
    """The underscores reach further than the words."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Provider: " + "_" * 40)
        canvas.drawString(130, 700, "Maria Lopez, CCC-SLP")

    assert texts(drawn(page)) == ["Provider: " + "_" * 40 + "Maria Lopez, CCC-SLP"]


def test_two_fields_over_two_rules_stand_apart() -> None:
    """Each over the label below it."""

    def page(canvas: Canvas) -> None:
        for x, value, label in ((72, "2/10/2026", "Date"), (330, "", "Time")):
            canvas.acroForm.textfield(name=label, value=value, x=x, y=696, width=200, height=16, borderWidth=0)
            canvas.line(x, 696, x + 238, 696)
            canvas.drawString(x, 684, label)

    value, labels = texts(drawn(page))
    assert [each.strip() for each in value.replace("_", "").split("\t")] == ["2/10/2026", ""]
    assert labels == "Date\tTime"


# --- lines that go on, and numbers of footnotes ---


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ((("Provider: Maria Lopez", "Service Type: Speech Therapy, twice a week for thirty minutes"),
          ("Date of Service", "2/10/2026")), False),
        ((("Ava named six of eight pictures after one spoken cue, and took turns twice with a",),
          ("classmate who sat beside her.",)), True),
    ],
    ids=["labels", "running text"],
)  # fmt: skip
def test_a_full_line_goes_on_unless_the_next_one_is_a_line_of_labels(
    lines: tuple[tuple[str, ...], ...], joined: bool
) -> None:
    """Labels and values stand at wide gaps."""

    def page(canvas: Canvas) -> None:
        for number, words in enumerate(lines):
            for column, each in enumerate(words):
                canvas.drawString(72 + 200 * column, 700 - 14 * number, each)

    assert len(texts(drawn(page))) == (1 if joined else 2)


def test_a_value_goes_on_in_a_narrow_column() -> None:
    """Advice stands beside it; a line that is no part of a sentence begins anew."""
    left = ("Therapist Signature: Electronically signed", "by Maria Lopez, CCC-SLP", "Date: 2/10/2026", "Agency Mohawk")

    def page(canvas: Canvas) -> None:
        for number in range(8):
            canvas.drawString(330, 730 - 13 * number, "Read one book a day, and sing.")
        for number, words in enumerate(left):
            canvas.drawString(72, 600 - 14 * number, words)

    assert texts(drawn(page))[-3:] == [" ".join(left[:2]), *left[2:]]


def test_the_numbers_of_footnotes_are_no_part_of_the_words() -> None:
    """Raised behind a word, and before the note; other figures stay, raised letters too."""

    def page(canvas: Canvas) -> None:
        def put(x: float, y: float, words: str, size: float = 11) -> float:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, y, words)
            return x + float(canvas.stringWidth(words, "Helvetica", size))

        put(put(72, 700, "Speech Therapy"), 704, "1", 6)
        put(put(put(72, 680, "In the 1"), 684, "st", 6) + 3, 680, "grade, room B2")
        put(put(72, 660, "Units: 2"), 664, "2", 6)
        put(72, 90, "1Date of Service: 2/10/2026")

    assert texts(drawn(page)) == [
        "Speech Therapy", "In the 1st grade, room B2", "Units: 22", "Date of Service: 2/10/2026",
    ]  # fmt: skip


# --- ruled tables ---


def _grid(canvas: Canvas, across: list[float], down: list[float]) -> None:
    canvas.grid(across, down)


def test_a_ruled_table_keeps_its_cells() -> None:
    """Also those that are empty."""

    def page(canvas: Canvas) -> None:
        _grid(canvas, [72, 172, 272, 372], [640, 660, 680, 700])
        for x, y, word in ((76, 686, "Date"), (176, 686, "Time In"), (276, 686, "Notes"), (76, 666, "3/4/2026"),
                           (276, 666, "Named six.")):  # fmt: skip
            canvas.drawString(x, y, word)

    assert table_of(drawn(page)) == [["Date", "Time In", "Notes"], ["3/4/2026", "", "Named six."], ["", "", ""]]


def test_a_cell_without_a_line_inside_is_one_cell() -> None:
    """Merged across; the cells beside it keep their columns."""

    def page(canvas: Canvas) -> None:
        canvas.rect(72, 660, 300, 40)
        canvas.line(72, 680, 372, 680)
        canvas.line(172, 660, 172, 680)
        canvas.drawString(76, 686, "Progress Note")
        canvas.drawString(76, 666, "Child")
        canvas.drawString(176, 666, "Ava Chen")

    [table] = [block for block in read_pdf(drawn(page)).blocks if isinstance(block, Table)]
    assert [[(cell.column, cell.width) for cell in row.cells] for row in table.rows] == [[(1, 2)], [(1, 1), (2, 1)]]


def test_what_a_narrow_cell_broke_is_put_together() -> None:
    """Between words, after a hyphen, and inside a word too long for its cell; a new line by its writer stays one."""

    def page(canvas: Canvas) -> None:
        _grid(canvas, [72, 132, 250, 330], [600, 700])
        for number, piece in enumerate(("Does not", "meet", "Medicaid", "requireme", "nts")):
            canvas.drawString(76, 686 - number * 13, piece)
        for number, piece in enumerate(("Ava", "named six.")):
            canvas.drawString(140, 686 - number * 13, piece)
        for number, piece in enumerate(("We do Speech-", "language work")):
            canvas.drawString(256, 686 - number * 13, piece)

    assert table_of(drawn(page)) == [
        ["Does not meet Medicaid requirements", "Ava|named six.", "We do Speech-language work"]
    ]


def test_a_table_goes_on_over_the_page() -> None:
    """Its rows are counted on; each line keeps the page that it stands on."""

    def page(canvas: Canvas) -> None:
        top = 700 if canvas.getPageNumber() == 1 else 760
        _grid(canvas, [72, 172, 272], [top - 20, top])
        canvas.drawString(76, top - 14, f"row {canvas.getPageNumber()}")

    [table] = [block for block in read_pdf(drawn(page, page)).blocks if isinstance(block, Table)]
    first = [row.cells[0].lines[0] for row in table.rows]
    assert [(line.text, line.place.page, line.place.row) for line in first] == [("row 1", 1, 1), ("row 2", 2, 2)]


def test_a_frame_is_no_table() -> None:
    """Its lines are lines."""

    def page(canvas: Canvas) -> None:
        canvas.rect(60, 600, 480, 160)
        canvas.drawString(72, 700, "Progress Note")

    assert texts(drawn(page)) == ["Progress Note"]


# --- pages that are pictures ---


def _whole_page(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(io.BytesIO(tiny_png())), 0, 0, 612, 792)


def test_scanned_pages_are_named() -> None:
    """With and without recognised text behind the picture; what is not seen is not judged."""

    def behind(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine("Recognised text of more than twenty letters.")
        canvas.drawText(text)
        _whole_page(canvas)

    def written(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Progress Note")

    reading = read_pdf(drawn(written, _whole_page, behind))
    assert (reading.pages, reading.unread_pages) == (3, (2, 3))
    assert [line.text for line in lines_of(reading.blocks)] == ["Progress Note"]


def test_letter_paper_with_a_picture_behind_the_text_is_read() -> None:
    """The text is painted over it."""

    def page(canvas: Canvas) -> None:
        _whole_page(canvas)
        canvas.drawString(72, 700, "Progress Note of a child with a letterhead")

    reading = read_pdf(drawn(page))
    assert reading.unread_pages == ()
    assert [line.text for line in lines_of(reading.blocks)] == ["Progress Note of a child with a letterhead"]


# --- files that are locked, damaged or hostile ---


def test_a_locked_file_is_refused_and_one_that_is_only_protected_is_read() -> None:
    """A password for changes alone keeps nobody from reading."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Progress Note")

    with pytest.raises(Unreadable, match="password"):
        read_pdf(drawn(page, encrypt=StandardEncryption("secret", ownerPassword="owner", strength=128)))
    assert texts(drawn(page, encrypt=StandardEncryption("", ownerPassword="owner", canModify=0, strength=128))) == [
        "Progress Note"
    ]


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"%PDF-1.7\nnonsense" * 50, raw()[:200], b"%PDF-1.4\n%%EOF",
     raw().replace(b"/Kids [3 0 R]", b"/Kids []")],
    ids=["head", "nonsense", "cut", "empty", "no pages"],
)  # fmt: skip
def test_a_broken_file_is_refused_with_what_to_do(data: bytes) -> None:
    """In whole sentences."""
    with pytest.raises(Unreadable) as refusal:
        read_pdf(data)
    assert refusal.value.reason.endswith(".")
    assert "check that" in refusal.value.advice or "Export it again" in refusal.value.advice


def test_a_form_of_adobes_own_kind_is_named() -> None:
    """Its page says only "Please wait"."""
    form = "/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true"
    with pytest.raises(Unreadable, match="XFA"):
        read_pdf(raw(form=form, extra=["<< /Length 5 >>\nstream\n<xdp>\nendstream"]))


def test_a_page_with_far_too_many_letters_is_refused() -> None:
    """Before it takes all memory."""
    with pytest.raises(Unreadable):
        read_pdf(raw(b"BT /F1 1 Tf " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 20_000 + b"ET", compressed=True))


@pytest.mark.parametrize("text", ["(\\033]0;title\\007\\033[31mred)", "(\\u202e)", "([red]markup[/red] [x])"])
def test_text_is_made_harmless(text: str) -> None:
    """No control character passes."""
    for line in texts(raw(f"BT /F1 11 Tf 72 700 Td {text} Tj ET".encode())):
        assert all(letter.isprintable() or letter == "\t" for letter in line)


SEEDS = (note_form(Note()), note_printed(Note()), raw(TEXT, annotations=[SIGNATURE_FIELD % ""], form=FORM))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.sampled_from(SEEDS), randomness=st.randoms(use_true_random=False), count=st.integers(1, 40))
def test_any_damage_gives_a_reading_or_a_refusal(seed: bytes, randomness: random.Random, count: int) -> None:
    """No other exception; every mark lies in its line, every place in the file."""
    data = bytearray(seed)
    for _ in range(count):
        data[randomness.randrange(len(data))] = randomness.randrange(256)
    try:
        pdfium.pages_of(bytes(data))  # what the child does, where an exception of its own would show
        reading = read_pdf(bytes(data))
    except Unreadable:
        return
    for line in lines_of(reading.blocks):
        assert 1 <= (line.place.page or 0) <= (reading.pages or 0)
        assert all(0 <= mark.start < mark.end <= len(line.text) for mark in line.marks)
        assert all(0 <= piece.start <= piece.end <= len(line.text) for piece in line.segments or ())
