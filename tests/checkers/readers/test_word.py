"""Word files: what stands on their pages, and files that do harm or are broken."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checkers.layout import (
    BLANK_FIELD,
    BOX_EMPTY,
    BOX_TICKED,
    BOX_UNCLEAR,
    STRUCK,
    Emphasis,
    Line,
    Mark,
    MarkKind,
    Reading,
    Table,
    lines_of,
)
from checkers.layout import OBJECT as THING
from checkers.readers.word import read_word
from checkers.readers.word.signatures import common_name
from checkers.unreadable import Unreadable
from tests.documents.word import (
    DECLARATIONS,
    bold,
    cell,
    changed,
    checkbox,
    checkbox_kind,
    control,
    date_control,
    deleted,
    field,
    inserted,
    legacy_checkbox,
    legacy_list,
    legacy_text,
    paragraph,
    picture,
    related,
    row,
    run,
    shape,
    signature_line,
    signature_part,
    symbol,
    symbol_text,
    table,
    text_box,
    word,
)

DOCUMENT = "word/document.xml"
TITLED = "<w:titlePg/>"


def lines(data: bytes) -> list[Line]:
    """All lines of a file."""
    return list(lines_of(read_word(data).blocks))


def texts(data: bytes) -> list[str]:
    """The text of all lines of a file."""
    return [line.text for line in lines(data)]


def only(*inline: str) -> Line:
    """The one line of a file with one paragraph."""
    (line,) = lines(word(paragraph(*inline)))
    return line


def covered(line: Line, kind: MarkKind) -> list[tuple[str, str]]:
    """What stands under the marks of a kind, with their values."""
    return [(line.text[mark.start : mark.end], mark.value) for mark in line.marks if mark.kind is kind]


def document_xml(body: str) -> bytes:
    """The document part with this XML in its body."""
    return f"<w:document {DECLARATIONS}><w:body>{body}</w:body></w:document>".encode()


def refused(data: bytes) -> Unreadable:
    """The refusal of a file that must not be read."""
    with pytest.raises(Unreadable) as caught:
        read_word(data)
    return caught.value


# --- text ------------------------------------------------------------------------------------------------------------


def test_text_is_read_with_its_places() -> None:
    """Paragraphs count within the body, and anew within each cell."""
    reading = read_word(word("Daily note", table(row("Child", "Jayden"), row("DOB", "3/14/2021")), "Notes"))
    assert reading.format == "docx"
    title, grid, notes = reading.blocks
    assert isinstance(title, Line)
    assert isinstance(grid, Table)
    assert isinstance(notes, Line)
    assert (title.text, title.place.part, title.place.paragraph) == ("Daily note", "body", 1)
    assert (notes.text, notes.place.paragraph) == ("Notes", 2)
    birth = grid.rows[1].cells[1].lines[0]
    assert birth.text == "3/14/2021"
    assert (birth.place.table, birth.place.row, birth.place.cell, birth.place.paragraph) == (1, 2, 2, 1)


def test_tabs_breaks_and_hyphens() -> None:
    """A tab stays a tab, every break begins a new line of the same paragraph, a soft hyphen is nothing."""
    inside = run(
        "",
        "<w:t>re</w:t><w:softHyphen/><w:t>eval\u00ad</w:t><w:noBreakHyphen/><w:t>a\u00a0b</w:t><w:tab/><w:ptab/><w:t>c</w:t>"
        '<w:br/><w:t>d</w:t><w:cr/><w:t>e</w:t><w:br w:type="page"/><w:t>f</w:t>',
    )
    found = lines(word(paragraph(inside)))
    assert [line.text for line in found] == ["reeval-a b\t\tc", "d", "e", "f"]
    assert {line.place.paragraph for line in found} == {1}


def test_no_line_holds_a_newline_or_a_control_character() -> None:
    """What could move the cursor or break the line becomes a space or a harmless sign."""
    assert only(run("a\nb\u2028c\u0085d\u202ee")).text == "a b c\ufffdd\ufffde"


@pytest.mark.parametrize(
    ("properties", "how"),
    [
        ("<w:b/>", "in bold"),
        ('<w:highlight w:val="yellow"/>', "highlighted"),
        ('<w:u w:val="single"/>', "underlined"),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>', "shaded"),
        ('<w:shd w:val="pct25" w:color="auto" w:fill="auto"/>', "shaded"),
        ('<w:bdr w:val="single" w:sz="4"/>', "framed"),
        ("<w:strike/>", STRUCK),
        ("<w:dstrike/>", STRUCK),
    ],
)
def test_words_that_stand_out_say_how(properties: str, how: str) -> None:
    """Runs of one look next to one another are one stretch."""
    line = only(
        run("Yes / "), run("N", properties=properties), run("o", properties=properties), run(" ", properties="")
    )
    assert line.emphasis == (Emphasis(6, 8, how),)
    assert line.marks == ()


@pytest.mark.parametrize(
    "properties",
    [
        '<w:b w:val="0"/>',
        '<w:highlight w:val="none"/>',
        '<w:u w:val="none"/>',
        '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>',
        '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>',
        '<w:bdr w:val="nil"/>',
        '<w:strike w:val="false"/>',
        '<w:color w:val="FF0000"/>',
    ],
)
def test_a_look_that_is_switched_off_is_none(properties: str) -> None:
    """Word writes such properties to undo those of a style."""
    assert only(run("Yes / "), run("No", properties=properties)).emphasis == ()


def test_letters_enclosed_by_a_field_are_circled() -> None:
    """Word's Enclose Characters is a field without a result."""
    line = only(field("eq \\o\\ac(○,Y)"), run(" / N"))
    assert (line.text, line.emphasis) == ("Y / N", (Emphasis(0, 1, "circled"),))


def test_text_in_links_tags_and_simple_fields() -> None:
    """Elements that only wrap runs are entered."""
    line = only(
        f'<w:hyperlink r:id="rId99">{run("link ")}</w:hyperlink>',
        f'<w:smartTag w:element="date">{run("tag ")}</w:smartTag>',
        f'<w:fldSimple w:instr=" AUTHOR ">{run("author")}</w:fldSimple>',
    )
    assert line.text == "link tag author"
    assert line.marks == ()


def test_tracked_changes_read_as_accepted() -> None:
    """Inserted text counts, deleted text does not, and the reading says that there are changes."""
    reading = read_word(word(paragraph(run("30 "), deleted("45"), inserted(run("60")), run(" minutes"))))
    assert [line.text for line in lines_of(reading.blocks)] == ["30 60 minutes"]
    assert reading.tracked_changes
    assert not read_word(word("30 minutes")).tracked_changes


def test_moved_and_deleted_paragraphs_and_rows_count_once() -> None:
    """A moved paragraph stands at its new place, a deleted one and a deleted row nowhere."""
    gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    data = word(
        paragraph(deleted("old"), properties=gone),
        paragraph(f'<w:moveFrom w:id="1" w:author="A">{run("moved")}</w:moveFrom>'),
        paragraph(f'<w:moveTo w:id="1" w:author="A">{run("moved")}</w:moveTo>'),
        table(row("a", properties='<w:del w:id="1" w:author="A"/>'), row("b")),
    )
    assert texts(data) == ["", "moved", "b"]
    assert read_word(data).tracked_changes


def test_hidden_text_is_left_out_and_struck_text_kept() -> None:
    """Hidden text is on no page; struck text is."""
    hidden, shown, struck = "<w:vanish/>", '<w:vanish w:val="0"/>', "<w:strike/>"
    assert only(run("a", properties=hidden), run("b", properties=shown), run("c", properties=struck)).text == "bc"


@pytest.mark.parametrize(
    ("piece", "heading"),
    [
        (paragraph("Notes", properties='<w:pStyle w:val="Heading1"/>'), True),
        (paragraph("Notes", properties='<w:pStyle w:val="Title"/>'), True),
        (paragraph("Notes", properties='<w:pStyle w:val="TOCHeading"/>'), True),
        (paragraph("Notes", properties='<w:outlineLvl w:val="1"/>'), True),
        (paragraph("Notes", properties='<w:outlineLvl w:val="9"/>'), False),
        (paragraph("Notes", properties='<w:pStyle w:val="ListBullet"/>'), False),
        (paragraph("Notes", properties='<w:pStyle w:val="Unknown"/>'), False),
        (paragraph(bold("Notes")), True),
        (paragraph(bold("Notes:"), run(" ")), True),
        (paragraph(bold("Notes:"), run(" took turns")), False),
        (paragraph("Notes"), False),
    ],
)
def test_headings(piece: str, heading: bool) -> None:
    """A heading is set so by style or outline level, or is bold from end to end."""
    assert lines(word(piece))[0].heading is heading


def test_a_style_named_heading_in_another_language_is_one() -> None:
    """The style's name decides where its id is in the language of the writer's Word."""
    style = '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    data = word(paragraph("Ziele", properties='<w:pStyle w:val="berschrift1"/>'))
    styles = f"<w:styles {DECLARATIONS}>{style}</w:styles>"
    assert lines(changed(data, {"word/styles.xml": styles}))[0].heading


# --- checkboxes ------------------------------------------------------------------------------------------------------

CHECKBOXES = [
    ("control", checkbox(checked=True), checkbox(checked=False)),
    ("control true", control(run("☒"), checkbox_kind(checked="true")),
     control(run("☐"), checkbox_kind(checked="false"))),
    ("control with a Wingdings sign", control(symbol("F0FE"), checkbox_kind(checked=True, signs=("00FE", "00A8"))),
     control(symbol("F0A8"), checkbox_kind(checked=False, signs=("00FE", "00A8")))),
    ("control without its sign", control("", checkbox_kind(checked=True)), control("", checkbox_kind(checked=False))),
    ("control with a letter", control(run("X"), checkbox_kind(checked=True, signs=("0058", "2610"))),
     control(run("☐"), checkbox_kind(checked=False, signs=("0058", "2610")))),
    ("form field", legacy_checkbox("<w:checked/>"), legacy_checkbox('<w:default w:val="0"/>')),
    ("form field checked over default", legacy_checkbox('<w:default w:val="0"/><w:checked w:val="1"/>'),
     legacy_checkbox('<w:default w:val="1"/><w:checked w:val="0"/>')),
    ("form field by default", legacy_checkbox("<w:default/>"), legacy_checkbox("")),
    ("form field true", legacy_checkbox('<w:checked w:val="true"/>'), legacy_checkbox('<w:checked w:val="false"/>')),
    ("Wingdings", symbol("F0FE"), symbol("F0A8")),
    ("Wingdings low codes", symbol("FD"), symbol("6F")),
    ("Wingdings 2", symbol("F052", "Wingdings 2"), symbol("F0A3", "Wingdings 2")),
    ("Webdings", symbol("F061", "Webdings"), symbol("F063", "Webdings")),
    ("letters in Wingdings", symbol_text("þ"), symbol_text("o")),
    ("private letters in Wingdings", symbol_text("\uf0fd"), symbol_text("\uf0a8")),
    ("letters in Wingdings 2", symbol_text("R", "Wingdings 2"), symbol_text("£", "Wingdings 2")),
]  # fmt: skip


@pytest.mark.parametrize(("ticked", "empty"), [case[1:] for case in CHECKBOXES], ids=[case[0] for case in CHECKBOXES])
def test_every_kind_of_checkbox_has_its_state(ticked: str, empty: str) -> None:
    """However Word keeps a box, it is one character under a mark with its state."""
    line = only(ticked, run(" Direct "), empty, run(" Indirect"))
    assert line.text == f"{BOX_TICKED} Direct {BOX_EMPTY} Indirect"
    assert [(mark.kind, mark.checked) for mark in line.marks] == [(MarkKind.CHECKBOX, True), (MarkKind.CHECKBOX, False)]
    assert all(mark.how for mark in line.marks)


@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize("container", ["inline", "block", "cell", "row", "repeating section"])
def test_a_checkbox_control_in_every_position(container: str, checked: bool) -> None:
    """A checkbox control is one box, whatever it is wrapped around."""
    kind, sign = checkbox_kind(checked=checked), "☒" if checked else "☐"
    block = paragraph(sign, run(" Direct"))
    data = {
        "inline": word(paragraph(control(run(sign), kind), run(" Direct"))),
        "block": word(control(block, kind)),
        "cell": word(table(row(control(cell(block), kind)))),
        "row": word(table(control(row(cell(block)), kind))),
        "repeating section": word(
            table(control(control(row(cell(paragraph(control(run(sign), kind), run(" Direct")))),
                                  "<w15:repeatingSectionItem/>"), "<w15:repeatingSection/>"))
        ),
    }[container]  # fmt: skip
    (line,) = lines(data)
    assert line.text == f"{BOX_TICKED if checked else BOX_EMPTY} Direct"
    assert line.marks == (Mark(0, 1, MarkKind.CHECKBOX, checked, "", "content control"),)


def test_a_control_is_believed_before_its_sign_and_says_when_they_differ() -> None:
    """The state wins over an empty sign; a ticked sign that the state denies leaves it open; others mean nothing."""
    line = only(checkbox(checked=True, sign="☐"), checkbox(checked=False, sign="☒"), checkbox(checked=True, sign="✓"))
    assert [mark.checked for mark in line.marks] == [True, None, True]
    assert ["differs" in mark.how for mark in line.marks] == [True, True, False]


def test_a_checkbox_control_gives_its_title() -> None:
    """The title of the control is the mark's value."""
    assert only(checkbox(checked=False, title="Medicaid")).marks[0].value == "Medicaid"


def test_a_tracked_tick_counts() -> None:
    """Word keeps the old sign as a deletion and the new one as an insertion."""
    line = only(control(deleted("☐") + inserted(run("☒")), checkbox_kind(checked=True)))
    assert (line.text, len(line.marks)) == (BOX_TICKED, 1)


def test_box_characters_stay_text() -> None:
    """Boxes that are plain characters are left to those who read all formats."""
    line = only(run("☐ Home ☒ School [x] Other"))
    assert line.text == "☐ Home ☒ School [x] Other"
    assert line.marks == ()


@pytest.mark.parametrize("piece", [symbol("F0B7", "Symbol"), symbol("F0A7"), symbol("F06C"), symbol_text("à")])
def test_bullets_and_arrows_are_no_boxes(piece: str) -> None:
    """A symbol font's other letters are shown as what they look like."""
    line = only(piece, run(" Notes"))
    assert line.marks == ()
    assert line.text[0] in "•▪●→"


def test_a_ticked_code_without_a_symbol_font_is_unclear() -> None:
    """A code alone does not say which sign the page shows."""
    line = only(run("\uf0fe Direct"))
    assert line.text == f"{BOX_UNCLEAR} Direct"
    assert line.marks[0].checked is None


ACTIVE_X = "8BD21D40-EC42-11CE-9E0D-00AA006002F3"


@pytest.mark.parametrize(
    ("properties", "checked"),
    [
        ('<ax:ocxPr ax:name="Value" ax:value="1"/>', True),
        ('<ax:ocxPr ax:name="Value" ax:value="0"/>', False),
        ("", None),
    ],
)
def test_an_activex_checkbox(properties: str, checked: bool | None) -> None:
    """Its state is read where it is written as text; the picture that shows it is no picture."""
    part = (
        f'<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{{{ACTIVE_X}}}">{properties}'
        '<ax:ocxPr ax:name="Caption" ax:value=" Direct"/></ax:ocx>'
    )
    piece = run(
        "", '<w:object><v:shape><v:imagedata r:id="rId7"/></v:shape><w:control r:id="rIdX" w:name="C"/></w:object>'
    )
    data = changed(word(paragraph(piece)), {"word/activeX/activeX1.xml": part})
    (line,) = lines(related(data, {"rIdX": ("control", "activeX/activeX1.xml")}))
    assert [(mark.kind, mark.checked) for mark in line.marks] == [(MarkKind.CHECKBOX, checked)]
    assert line.text[1:] == " Direct"


# --- fields and controls to fill in ----------------------------------------------------------------------------------

PLAIN = "<w:text/>"
LIST = '<w:dropDownList><w:listItem w:displayText="OT" w:value="OT"/></w:dropDownList>'


@pytest.mark.parametrize("container", ["inline", "block", "cell", "row"])
@pytest.mark.parametrize(
    ("content", "placeholder", "expected"),
    [
        ("Jayden", False, [(MarkKind.FIELD, "Jayden")]),
        ("Click or tap to enter text.", True, [(MarkKind.PLACEHOLDER, "Click or tap to enter text.")]),
        ("", False, [(MarkKind.FIELD, BLANK_FIELD)]),
        ("\u2002\u2002\u2002\u2002\u2002", True, [(MarkKind.FIELD, BLANK_FIELD)]),
    ],
    ids=["filled", "placeholder", "empty", "blank placeholder"],
)
def test_a_text_control_in_every_position(
    container: str,
    content: str,
    placeholder: bool,
    expected: list[tuple[MarkKind, str]],
) -> None:
    """Filled, asking, empty: told apart at every level."""

    def made(inside: str) -> str:
        return control(inside, PLAIN, placeholder=placeholder, title="Child")

    piece = run(content) if content else ""
    data = {
        "inline": word(paragraph(made(piece))),
        "block": word(made(paragraph(piece))),
        "cell": word(table(row(made(cell(paragraph(piece)))))),
        "row": word(table(made(row(cell(paragraph(piece)))))),
    }[container]
    (line,) = lines(data)
    assert [(mark.kind, line.text[mark.start : mark.end].strip()) for mark in line.marks] == expected
    assert line.marks[0].value == "Child"


@pytest.mark.parametrize("inside", ["", paragraph()])
def test_a_control_without_a_paragraph_is_a_blank_of_its_own(inside: str) -> None:
    """An empty control between paragraphs is an empty field on its own line."""
    assert texts(word("Child:", control(inside, PLAIN))) == ["Child:", BLANK_FIELD]


def test_a_control_over_several_paragraphs_covers_each() -> None:
    """The mark covers all paragraphs in the control and none behind it."""
    found = lines(word(control(paragraph("one") + paragraph("two"), PLAIN), "three"))
    assert [covered(line, MarkKind.FIELD) for line in found] == [[("one", "")], [("two", "")], []]


def test_a_rich_text_control_is_plain_text_and_blank_when_empty() -> None:
    """Rich text has no field mark of its own unless it is empty."""
    line = only(run("Goal: "), control(run("ten words")), run(" by "), control(""))
    assert line.text == f"Goal: ten words by {BLANK_FIELD}"
    assert covered(line, MarkKind.FIELD) == [(BLANK_FIELD, "")]


def test_a_frame_around_the_form_is_no_field() -> None:
    """A control that only groups others is not something to fill in."""
    assert texts(word(control(paragraph(), "<w:group/>"))) == [""]


def test_a_date_control_gives_the_chosen_day() -> None:
    """The day is given as YYYY-MM-DD, however it is written."""
    line = only(date_control("10 de febrero", "2026-02-10"))
    assert covered(line, MarkKind.FIELD) == [("10 de febrero", "2026-02-10")]
    asked = only(date_control("Click or tap to enter a date.", placeholder=True))
    assert covered(asked, MarkKind.PLACEHOLDER) == [("Click or tap to enter a date.", "")]


def test_a_list_control_gives_its_choice() -> None:
    """The chosen entry is the field's value."""
    assert covered(only(control(run("OT"), LIST)), MarkKind.FIELD) == [("OT", "")]


def test_a_picture_control_counts_when_a_picture_was_chosen() -> None:
    """The picture that invites to choose one is a blank."""
    assert only(control(picture(), "<w:picture/>")).text == THING
    assert only(control(picture(), "<w:picture/>", placeholder=True)).text == BLANK_FIELD


@pytest.mark.parametrize(
    ("piece", "text", "kind"),
    [
        (legacy_text("Jayden"), "Jayden", MarkKind.FIELD),
        (legacy_text("\u2002\u2002\u2002\u2002\u2002"), BLANK_FIELD, MarkKind.FIELD),
        (legacy_text(None), BLANK_FIELD, MarkKind.FIELD),
        (legacy_text("Preschool", default="Preschool"), "Preschool", MarkKind.FIELD),
        (legacy_text("Jayden", default="Enter name"), "Jayden", MarkKind.FIELD),
        (legacy_list(["Choose", "OT", "PT"], 2), "PT", MarkKind.FIELD),
        (legacy_list(["Choose", "OT", "PT"]), "Choose", MarkKind.FIELD),
        (legacy_list(["\u2002\u2002", "OT"]), BLANK_FIELD, MarkKind.FIELD),
        (field("FORMCHECKBOX"), BOX_UNCLEAR, MarkKind.CHECKBOX),
        (field("MACROBUTTON NoMacro [Type name]"), "[Type name]", MarkKind.PLACEHOLDER),
        *((field(f'{name} \\@ "M/d/yyyy"', "2/10/2026"), "2/10/2026", MarkKind.AUTOMATIC_DATE)
          for name in ("DATE", "TIME", "SAVEDATE", "PRINTDATE")),
        ('<w:fldSimple w:instr=" DATE ">' + run("2/10/2026") + "</w:fldSimple>", "2/10/2026", MarkKind.AUTOMATIC_DATE),
    ],
)  # fmt: skip
def test_fields_of_older_word(piece: str, text: str, kind: MarkKind) -> None:
    """Form fields, button fields and automatic dates are covered by their marks, and nothing else is."""
    line = only(run("Label: "), piece, run(" after"))
    assert line.text == f"Label: {text} after"
    assert [(line.text[mark.start : mark.end], mark.kind) for mark in line.marks] == [(text, kind)]


def test_other_fields_are_their_results() -> None:
    """A date of creation stays as it is; a link is its text."""
    line = only(field("CREATEDATE", "2/1/2026"), run(" "), field("HYPERLINK x", "site"))
    assert (line.text, line.marks) == ("2/1/2026 site", ())


def test_a_field_that_never_ends_loses_nothing_after_its_paragraph() -> None:
    """A field whose end was deleted hides its own code alone."""
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    assert texts(word(paragraph(broken, run("code")), "after")) == ["", "after"]


def test_a_date_field_left_open_in_a_cell_ends_with_it() -> None:
    """No mark runs from one cell into the next."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    opened = paragraph(begin, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("2/10/2026"))
    first, second = lines(word(table(row(cell(opened), "next"))))
    assert covered(first, MarkKind.AUTOMATIC_DATE) == [("2/10/2026", "")]
    assert second.marks == ()


# --- tables ----------------------------------------------------------------------------------------------------------


def test_nested_tables_stand_in_their_cell() -> None:
    """They are blocks of the cell, numbered as they come, and interrupt no paragraph count."""
    inner = table(row("inner"))
    (outer, last) = read_word(
        word(table(row(cell(paragraph("before"), inner, paragraph("after")), "b")), table(row("c")))
    ).blocks
    assert isinstance(outer, Table)
    assert isinstance(last, Table)
    first = outer.rows[0].cells[0]
    nested = first.blocks[1]
    assert isinstance(nested, Table)
    assert [outer.number, nested.number, last.number] == [1, 2, 3]
    assert [line.text for line in first.lines] == ["before", "inner", "after"]
    assert nested.rows[0].cells[0].lines[0].place.table == 2
    assert first.lines[2].place.paragraph == 2


def test_merged_cells() -> None:
    """A cell over two columns has its width; one merged from above is not repeated, and does not shift the others."""
    (grid,) = read_word(
        word(
            table(
                row(
                    cell(paragraph("a"), properties='<w:vMerge w:val="restart"/>'),
                    cell(paragraph("b"), properties='<w:gridSpan w:val="2"/>'),
                ),
                row(cell(paragraph("again"), properties="<w:vMerge/>"), "c", "d"),
            )
        )
    ).blocks
    assert isinstance(grid, Table)
    assert [[(each.lines[0].text, each.column, each.width) for each in each_row.cells] for each_row in grid.rows] == [
        [("a", 1, 1), ("b", 2, 2)],
        [("c", 2, 1), ("d", 3, 1)],
    ]
    assert grid.rows[1].cells[0].lines[0].place.cell == 2


# --- drawings and signatures -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        (picture(), MarkKind.PICTURE),
        (run("", '<w:pict><v:shape><v:imagedata r:id="rId5"/></v:shape></w:pict>'), MarkKind.PICTURE),
        (run("", '<mc:AlternateContent><mc:Choice Requires="wpi">' + shape('<w14:contentPart r:id="rId5"/>')
             + "</mc:Choice><mc:Fallback>" + picture() + "</mc:Fallback></mc:AlternateContent>"), MarkKind.INK),
        (run("", '<w:pict><v:shape><o:ink i="x"/></v:shape></w:pict>'), MarkKind.INK),
        (run("", shape(geometry="<a:custGeom/>")), MarkKind.INK),
        (signature_line(), MarkKind.SIGNATURE_LINE),
    ],
)  # fmt: skip
def test_drawings_are_one_character(piece: str, kind: MarkKind) -> None:
    """Pictures, ink and signature lines are one character under their mark, read once."""
    line = only(run("Signature: "), piece)
    assert line.text == f"Signature: {THING}"
    assert [mark.kind for mark in line.marks] == [kind]


def test_a_drawn_line_is_nothing() -> None:
    """The rule under a signature, drawn as a shape, is no picture."""
    assert only(run("Signature: "), run("", shape())).text == "Signature: "


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    """Its second form for older versions of Word is passed over."""
    found = lines(word(paragraph(run("host"), text_box(paragraph("first"), paragraph(checkbox(checked=True)))), "next"))
    assert [(line.text, line.place.part, line.place.paragraph) for line in found] == [
        ("host", "body", 1),
        ("first", "textbox", 1),
        (BOX_TICKED, "textbox", 2),
        ("next", "body", 2),
    ]


def test_a_watermark_is_read() -> None:
    """WordArt is text on the page."""
    mark = run("", '<w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>')
    assert [(line.text, line.place.part) for line in lines(word("IEP", header=[paragraph(mark)]))] == [
        ("", "header"),
        ("DRAFT", "textbox"),
        ("IEP", "body"),
    ]


LINE = "{11111111-2222-3333-4444-555555555555}"
OTHER = "{99999999-2222-3333-4444-555555555555}"


@pytest.mark.parametrize(
    ("signed_for", "kind", "value"),
    [
        (None, MarkKind.SIGNATURE_LINE, "Maria Lopez"),
        (LINE.lower(), MarkKind.SIGNED_LINE, "M. Lopez"),
        ("", MarkKind.SIGNED_LINE, "M. Lopez"),
        (OTHER, MarkKind.SIGNATURE_LINE, "Maria Lopez"),
    ],
    ids=["nobody", "this line", "the whole file", "another line"],
)
def test_a_signature_line(signed_for: str | None, kind: MarkKind, value: str) -> None:
    """It is signed when a signature names it, or when the only signatures name no line at all."""
    data = word(paragraph(signature_line("Maria Lopez", LINE)))
    if signed_for is not None:
        data = changed(data, {"_xmlsignatures/sig1.xml": signature_part(signed_for, "M. Lopez")})
    reading = read_word(data)
    (line,) = lines_of(reading.blocks)
    assert [(mark.kind, mark.value) for mark in line.marks] == [(kind, value)]
    assert reading.signed == (() if signed_for is None else ("M. Lopez",))


def test_the_signer_is_named_by_the_certificate() -> None:
    """The first five fields of a certificate, in DER: the issuer's common name is not taken for the subject's."""

    def value(tag: int, *inside: bytes) -> bytes:
        joined = b"".join(inside)
        return bytes([tag, 0x81, len(joined)]) + joined

    def name(words: str) -> bytes:
        return value(0x30, value(0x31, value(0x30, value(0x06, bytes.fromhex("550403")), value(0x0C, words.encode()))))

    fields = (
        value(0xA0, b"\x02\x01\x02"),
        value(0x02, b"\x01"),
        value(0x30),
        name("Issuer"),
        value(0x30),
        name("Ana Peña"),
    )
    certificate = value(0x30, value(0x30, *fields), value(0x30))
    import base64

    encoded = base64.b64encode(certificate).decode()
    assert common_name(encoded) == "Ana Peña"
    assert common_name("no certificate") == ""
    data = changed(word("Note"), {"_xmlsignatures/sig1.xml": signature_part("", "typed", encoded)})
    assert read_word(data).signed == ("Ana Peña",)


# --- parts of the file -----------------------------------------------------------------------------------------------


def test_headers_come_first_and_footers_last() -> None:
    """Their lines carry their part."""
    found = lines(word("body", header=["head", table(row("in a table"))], footer=["foot"]))
    assert [(line.text, line.place.part) for line in found] == [
        ("head", "header"),
        ("in a table", "header"),
        ("body", "body"),
        ("foot", "footer"),
    ]


def test_each_distinct_header_is_read_once_and_those_no_page_shows_not_at_all() -> None:
    """First-page and even-page headers count only where the document asks for them."""
    document = docx.Document()
    document.add_paragraph("body")
    for number, words in enumerate(("same", "same", "other")):
        section = document.sections[0] if number == 0 else document.add_section()
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = words
        section.first_page_header.paragraphs[0].text = "first"
        section.even_page_header.paragraphs[0].text = "even"

    def headers() -> list[str]:
        file = BytesIO()
        document.save(file)
        return [line.text for line in lines(file.getvalue()) if line.place.part == "header"]

    assert headers() == ["same", "other"]
    document.sections[1].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    assert sorted(headers()) == ["even", "first", "other", "same"]


def test_footnotes_follow_the_body_where_they_are_called_for() -> None:
    """A footnote that nothing calls for is on no page."""
    notes = (
        f'<w:footnotes {DECLARATIONS}><w:footnote w:id="0" w:type="separator">{paragraph("line")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("see the IEP")}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("unused")}</w:footnote>'
        "</w:footnotes>"
    )
    data = word(paragraph(run("Goal"), run("", '<w:footnoteReference w:id="2"/>')), "Next", footer=["foot"])
    data = related(changed(data, {"word/footnotes.xml": notes}), {"rIdF": ("footnotes", "footnotes.xml")})
    found = lines(data)
    assert [line.text for line in found] == ["Goal", "Next", "see the IEP", "foot"]
    assert (found[2].place.part, found[2].place.paragraph) == ("body", 3)


def test_strict_documents_are_read() -> None:
    """Word's strict form differs in the names of its namespaces."""
    xml = document_xml(paragraph(checkbox(checked=True), run(" Direct"))).replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(changed(word("x"), {DOCUMENT: xml})) == [f"{BOX_TICKED} Direct"]


def test_a_document_under_another_name_is_found_by_its_relationship() -> None:
    """The main part may have any name."""
    data = word("here")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        main, links = (
            archive.read(DOCUMENT),
            archive.read("_rels/.rels").replace(b"word/document.xml", b"word/document2.xml"),
        )
    assert texts(changed(data, {DOCUMENT: None, "word/document2.xml": main, "_rels/.rels": links})) == ["here"]


def test_an_embedded_file_is_noted() -> None:
    """What was not read is said."""
    assert "embedded" in read_word(word("a", '<w:altChunk r:id="rId50"/>')).notes[0]


# --- files that do harm or are broken --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({DOCUMENT: b'<!DOCTYPE w [<!ENTITY a "b">]>' + document_xml(paragraph("a"))}, "type declaration"),
        ({DOCUMENT: '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w><w/>'.encode("utf-16")}, "type declaration"),
        ({DOCUMENT: document_xml(paragraph("a"))[:-20]}, "damaged"),
        ({DOCUMENT: b""}, "damaged"),
        ({DOCUMENT: b"<w/>"}, "damaged"),
        ({DOCUMENT: b"\xff\xfejunk"}, "damaged"),
        ({DOCUMENT: None}, "no Word document"),
        ({DOCUMENT: None, "_rels/.rels": None}, "no Word document"),
        ({DOCUMENT: b"<a>" + bytes(60 * 2**20) + b"</a>"}, "unpack"),
        ({"../evil": b"x"}, "point outside"),
    ],
)
def test_harmful_and_broken_files_are_refused(parts: dict[str, bytes | None], words: str) -> None:
    """Each with its reason and what to do."""
    refusal = refused(changed(word("a"), parts))
    assert words in refusal.reason
    assert refusal.advice.endswith(".")


def test_an_entity_bomb_is_refused() -> None:
    """It is refused before anything is expanded."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE w [<!ENTITY e0 "ha">{entities}]><w>&e9;</w>'
    refused(changed(word("a"), {DOCUMENT: bomb}))


@pytest.mark.parametrize("depth", [20, 60, 100, 5000])
def test_deep_nesting_is_read_or_refused(depth: int) -> None:
    """Nesting that is read loses nothing; the rest is refused."""
    nested = paragraph("deep")
    for _ in range(depth):
        nested = f"<w:tbl><w:tr><w:tc>{nested}<w:p/></w:tc></w:tr></w:tbl>"
    data = changed(word("a"), {DOCUMENT: document_xml(nested)})
    if depth == 20:
        assert texts(data)[0] == "deep"
    elif depth == 5000:
        refused(data)
    else:
        assert read_or_refuse(data) is None or "deep" in texts(data)


def test_links_out_of_the_file_are_left_alone() -> None:
    """An outside header is not fetched: it is as if it were not there."""
    xml = document_xml(paragraph("body") + '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr>')
    data = related(
        changed(word("a"), {DOCUMENT: xml}), {"rIdH": ("header", "https://example.invalid/h.xml")}, external=True
    )
    assert texts(data) == ["body"]


def test_a_missing_header_is_a_damaged_file() -> None:
    """A part that is pointed to and not there is damage."""
    assert "damaged" in refused(changed(word("a", header=["head"]), {"word/header1.xml": None})).reason


def read_or_refuse(data: bytes) -> Reading | None:
    """Any other outcome fails the test."""
    try:
        return read_word(data)
    except Unreadable:
        return None


RICH = word(
    paragraph(checkbox(checked=True), legacy_text("x"), symbol("F0FE"), text_box(paragraph("box")), picture()),
    table(row(control(cell(paragraph("c")), PLAIN), cell(table(row("n"))))),
    header=["head"],
)


@given(st.binary(max_size=300))
@example(b"PK\x05\x06" + bytes(18))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Bytes that are no Word file at all."""
    read_or_refuse(data)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(RICH) - 1), st.integers(0, 255)), min_size=1, max_size=5))
def test_a_file_with_wrong_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    """A Word file with some bytes changed."""
    data = bytearray(RICH)
    for at, byte in changes:
        data[at] = byte
    read_or_refuse(bytes(data))


NAMES = ["p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtPr", "sdtContent", "fldChar", "instrText", "ffData", "checkBox",
         "sym", "ins", "del", "br", "pPr", "rPr", "vMerge", "gridSpan", "showingPlcHdr", "date", "txbxContent", "pict",
         "object", "control", "sectPr", "headerReference"]  # fmt: skip
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["w:val", "w:fldCharType", "w:char", "w:font", "w:type", "r:id", "w:fullDate"]),
    st.sampled_from(["", "begin", "separate", "end", "1", "-1", "99999999", "FFFFF", "zz", "continue", "rId1", "²"]),
    max_size=2,
)


def _element(name: str, attributes: dict[str, str], children: list[str]) -> str:
    """One element of the format, with whatever in it."""
    written = " ".join(f"{key}={value!r}" for key, value in attributes.items())
    return f"<w:{name} {written}>{''.join(children)}</w:{name}>"


TREES = st.recursive(
    st.sampled_from(["", "text", "☒", "\uf0fe"]),
    lambda inner: st.builds(_element, st.sampled_from(NAMES), ATTRIBUTES, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TREES)
def test_any_tree_of_word_elements_is_read_with_true_marks(tree: str) -> None:
    """Elements in any wrong place never break the walk, and every mark lies within its line."""
    reading = read_word(changed(RICH, {DOCUMENT: document_xml(tree)}))
    for line in lines_of(reading.blocks):
        assert "\n" not in line.text
        for mark in line.marks:
            assert 0 <= mark.start < mark.end <= len(line.text)
