"""Where on a Word form an item stands: the same labels and values in every container that Word has."""

from __future__ import annotations

from tests.documents.matrix.variants import Pair, Slot
from tests.documents.matrix.word_package import BREAK, TAB, Parts, Place
from tests.documents.word import cell, control, paragraph, row, run, table

RULE = "____________________"
TEXT = "<w:text/>"
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_SIZE = ("5486400", "640080")
_TABS = '<w:tabs><w:tab w:val="left" w:pos="6300"/></w:tabs>'
"""A tab stop behind the longest value, so that what stands below one another is printed so."""


def shown(value: str) -> str:
    """A value as a run; nothing for no value."""
    return run(value) if value else ""


def cells(pairs: tuple[Pair, ...], value: str) -> list[tuple[str, str]]:
    """Each label with the XML of its value; the first one's is given."""
    return [(label, value if not index else shown(own)) for index, (label, own) in enumerate(pairs)]


def line_of(slot: Slot, value: str) -> str:
    """All labels in one paragraph, each with its value behind a colon."""
    pieces: list[str] = []
    for index, (label, own) in enumerate(cells(slot.pairs, value)):
        pieces += [run(f"{'   ' if index else ''}{label}: "), own]
    return paragraph(*pieces)


# --- in paragraphs ---------------------------------------------------------------------------------------------------


def behind_a_colon(slot: Slot, value: str) -> Parts:
    """One line, each value behind its label and a colon."""
    return Parts(line_of(slot, value))


def a_line_each(slot: Slot, value: str) -> Parts:
    """A paragraph for each label."""
    return Parts("".join(paragraph(run(f"{label}: "), own) for label, own in cells(slot.pairs, value)))


def behind_a_tab(slot: Slot, value: str) -> Parts:
    """Labels and values parted by tabs, no colon."""
    return Parts(paragraph(*[each for label, own in cells(slot.pairs, value) for each in (run(label), TAB, own, TAB)]))


def behind_a_colon_and_a_tab(slot: Slot, value: str) -> Parts:
    """Values behind a colon and a tab, as at a tab stop."""
    pairs = cells(slot.pairs, value)
    return Parts(paragraph(*[each for label, own in pairs for each in (run(f"{label}:"), TAB, own, TAB)]))


def on_underscores(slot: Slot, value: str) -> Parts:
    """Each value in the middle of underscores; the empty one is underscores alone."""
    pieces: list[str] = []
    for index, (label, own) in enumerate(cells(slot.pairs, value)):
        rule = (run("____"), own, run("____")) if own else (run(RULE),)
        pieces += [run(f"{'   ' if index else ''}{label}: "), *rule]
    return Parts(paragraph(*pieces))


def before_underscores(slot: Slot, value: str) -> Parts:
    """The value typed behind a colon, in front of the underscores that stayed."""
    return Parts(_before_rules(slot, value, ": "))


def before_underscores_without_a_colon(slot: Slot, value: str) -> Parts:
    """The same on a form whose labels have no colons."""
    return Parts(_before_rules(slot, value, " "))


def _before_rules(slot: Slot, value: str, behind: str) -> str:
    pieces: list[str] = []
    for index, (label, own) in enumerate(cells(slot.pairs, value)):
        pieces += [run(f"{'  ' if index else ''}{label}{behind}"), own, run("______________")]
    return paragraph(*pieces)


def behind_dots(slot: Slot, value: str) -> Parts:
    """Dots lead from the label to the value, a line each."""
    return Parts("".join(paragraph(run(f"{label} .............. "), own) for label, own in cells(slot.pairs, value)))


def over_its_label(slot: Slot, value: str) -> Parts:
    """A rule to write on with the label below it; the value is typed over the rule."""
    pairs = cells(slot.pairs, value)
    over = [each for _, own in pairs for each in ((run("____"), own, run("____")) if own else (run(RULE),), (TAB,))]
    below = [each for label, _ in pairs for each in (run(label), TAB)]
    return Parts(
        paragraph(*[piece for group in over for piece in group], properties=_TABS) + paragraph(*below, properties=_TABS)
    )


def above_a_rule_and_its_label(slot: Slot, value: str) -> Parts:
    """The value on a line of its own, a rule below it, the label below that."""
    pairs = cells(slot.pairs, value)
    return Parts(
        paragraph(*[each for _, own in pairs for each in (own, TAB)], properties=_TABS)
        + paragraph(*[each for _ in pairs for each in (run(RULE), TAB)], properties=_TABS)
        + paragraph(*[each for label, _ in pairs for each in (run(label), TAB)], properties=_TABS)
    )


def below_its_label(slot: Slot, value: str) -> Parts:
    """The value in the paragraph below its label."""
    return Parts("".join(paragraph(run(f"{label}:")) + paragraph(own) for label, own in cells(slot.pairs, value)))


def after_a_line_break(slot: Slot, value: str) -> Parts:
    """Label and value in one paragraph, parted by a line break."""
    return Parts("".join(paragraph(run(label), BREAK, own) for label, own in cells(slot.pairs, value)))


# --- in tables -------------------------------------------------------------------------------------------------------


def in_the_cell_beside(slot: Slot, value: str) -> Parts:
    """A row of cells: label, value, label, value."""
    pairs = cells(slot.pairs, value)
    return Parts(table(row(*[each for label, own in pairs for each in (label, cell(paragraph(own)))])))


def in_the_cell_beside_with_colons(slot: Slot, value: str) -> Parts:
    """A table of two columns, a row for each label with its colon."""
    return Parts(table(*[row(f"{label}:", cell(paragraph(own))) for label, own in cells(slot.pairs, value)]))


def in_the_cell_below(slot: Slot, value: str) -> Parts:
    """A row of labels over a row of values."""
    pairs = cells(slot.pairs, value)
    return Parts(table(row(*[label for label, _ in pairs]), row(*[cell(paragraph(own)) for _, own in pairs])))


def in_the_cell_above(slot: Slot, value: str) -> Parts:
    """A row of values over a row of labels, as captions."""
    pairs = cells(slot.pairs, value)
    return Parts(table(row(*[cell(paragraph(own)) for _, own in pairs]), row(*[label for label, _ in pairs])))


def in_its_labels_cell(slot: Slot, value: str) -> Parts:
    """Label, colon and value in one cell."""
    return Parts(table(row(*[cell(paragraph(run(f"{label}: "), own)) for label, own in cells(slot.pairs, value)])))


def under_its_label_in_one_cell(slot: Slot, value: str) -> Parts:
    """A small label, a line break, the value."""
    small = '<w:sz w:val="14"/>'
    pairs = cells(slot.pairs, value)
    return Parts(table(row(*[cell(paragraph(run(label, properties=small), BREAK, own)) for label, own in pairs])))


def paragraph_under_its_label_in_one_cell(slot: Slot, value: str) -> Parts:
    """A small label, and the value in the cell's next paragraph."""
    small = '<w:sz w:val="14"/>'
    pairs = cells(slot.pairs, value)
    return Parts(table(row(*[cell(paragraph(run(label, properties=small)), paragraph(own)) for label, own in pairs])))


def in_a_nested_table(slot: Slot, value: str) -> Parts:
    """The table of labels and values stands in a cell of another one."""
    inner = in_the_cell_beside(slot, value).body
    return Parts(table(row(cell(inner, paragraph())), row("Keep this page with the attendance log.")))


def in_a_cell_merged_across(slot: Slot, value: str) -> Parts:
    """The value's cell spans three columns."""
    wide = '<w:gridSpan w:val="3"/>'
    rows = [row(label, cell(paragraph(own), properties=wide)) for label, own in cells(slot.pairs, value)]
    return Parts(table(*rows, row("Agency", "Capital Therapy", "Phone", "555-0100")))


def in_a_cell_merged_down(slot: Slot, value: str) -> Parts:
    """A heading's cell runs down beside all rows."""
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        row(
            cell(paragraph("Office copy" if not index else ""), properties=on if index else start),
            label,
            cell(paragraph(own)),
        )
        for index, (label, own) in enumerate([*cells(slot.pairs, value), ("Agency", run("Capital Therapy"))])
    ]
    return Parts(table(*rows))


# --- in content controls ---------------------------------------------------------------------------------------------


def in_a_block_control(slot: Slot, value: str) -> Parts:
    """A rich-text control around the paragraph."""
    return Parts(control(line_of(slot, value)))


def in_a_cell_control(slot: Slot, value: str) -> Parts:
    """A plain-text control around the value's cell."""
    pairs = cells(slot.pairs, value)
    rows = [
        row(label, control(cell(paragraph(own)), "" if index else TEXT)) for index, (label, own) in enumerate(pairs)
    ]
    return Parts(table(*rows))


def in_a_row_control(slot: Slot, value: str) -> Parts:
    """A control around the table's row."""
    pairs = cells(slot.pairs, value)
    return Parts(table(control(row(*[each for label, own in pairs for each in (label, cell(paragraph(own)))]))))


def in_a_repeating_section(slot: Slot, value: str) -> Parts:
    """A row of a repeating section, with the value in a control of its own."""
    pairs = cells(slot.pairs, value)
    rows = row(*[each for label, own in pairs for each in (label, cell(paragraph(control(own, TEXT) if own else "")))])
    return Parts(table(control(control(rows, "<w15:repeatingSectionItem/>"), "<w15:repeatingSection/>")))


def in_custom_xml(slot: Slot, value: str) -> Parts:
    """Wrapped in custom XML elements, around the paragraph."""
    return Parts(f'<w:customXml w:uri="urn:x" w:element="field">{line_of(slot, value)}</w:customXml>')


# --- in drawings -----------------------------------------------------------------------------------------------------


def _drawn(kind: str, content: str) -> str:
    width, height = _SIZE
    return (
        f'<w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="9" name="Text Box 9"/><a:graphic>'
        f'<a:graphicData uri="{kind}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def _shape_of_text(*blocks: str) -> str:
    width, height = _SIZE
    return (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{''.join(blocks)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )


def text_box(*blocks: str) -> str:
    """A run with a text box, given twice as Word does: for itself and for its older versions."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return run(
        "",
        f'<mc:AlternateContent><mc:Choice Requires="wps">{_drawn(_SHAPE, _shape_of_text(*blocks))}</mc:Choice>'
        f"<mc:Fallback><w:pict>{_older_shape(content)}</w:pict></mc:Fallback></mc:AlternateContent>",
    )


def _older_shape(content: str) -> str:
    return (
        '<v:shape type="#_x0000_t202" style="width:432pt;height:50pt;mso-position-horizontal-relative:char">'
        f"<v:textbox>{content}</v:textbox></v:shape>"
    )


def in_a_text_box(slot: Slot, value: str) -> Parts:
    """A text box, in its present form and in that for older versions."""
    return Parts(paragraph(text_box(line_of(slot, value))))


def in_a_text_box_of_older_word(slot: Slot, value: str) -> Parts:
    """A text box in VML alone."""
    content = f"<w:txbxContent>{line_of(slot, value)}</w:txbxContent>"
    return Parts(paragraph(run("", f"<w:pict>{_older_shape(content)}</w:pict>")))


def value_in_a_text_box(slot: Slot, value: str) -> Parts:
    """The label in the text, the value in a text box laid over it."""
    first, *others = cells(slot.pairs, value)
    return Parts(
        paragraph(run(f"{first[0]}: "), text_box(paragraph(first[1])))
        + "".join(paragraph(run(f"{label}: "), own) for label, own in others)
    )


def table_in_a_text_box(slot: Slot, value: str) -> Parts:
    """A table in a text box."""
    return Parts(paragraph(text_box(in_the_cell_beside(slot, value).body, paragraph())))


def in_a_group_of_shapes(slot: Slot, value: str) -> Parts:
    """A text box that is grouped with a line."""
    line = '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst="line"/></wps:spPr><wps:bodyPr/></wps:wsp>'
    group = f'<g:wgp xmlns:g="{_GROUP}"><g:grpSpPr/>{_shape_of_text(line_of(slot, value))}{line}</g:wgp>'
    choice = f'<mc:Choice Requires="wpg">{_drawn(_GROUP, group)}</mc:Choice>'
    return Parts(paragraph(run("", f"<mc:AlternateContent>{choice}</mc:AlternateContent>")))


def in_a_frame(slot: Slot, value: str) -> Parts:
    """A paragraph in an old frame."""
    frame = '<w:framePr w:w="4000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="page"/>'
    return Parts(line_of(slot, value).replace("<w:pPr></w:pPr>", f"<w:pPr>{frame}</w:pPr>", 1))


# --- in other parts of the file --------------------------------------------------------------------------------------


def _margin(name: str) -> Place:
    page = paragraph(run("", '<w:br w:type="page"/>')) if name.endswith("even") else ""

    def place(slot: Slot, value: str) -> Parts:
        return Parts(page, margins={name: line_of(slot, value)})

    return place


def table_in_the_footer(slot: Slot, value: str) -> Parts:
    """A table of labels and values in the footer."""
    return Parts(margins={"footer default": in_the_cell_beside(slot, value).body + paragraph()})


def control_in_the_header(slot: Slot, value: str) -> Parts:
    """A header whose paragraph stands in a control."""
    return Parts(margins={"header default": control(line_of(slot, value))})


def in_a_footnote(slot: Slot, value: str) -> Parts:
    """A footnote."""
    return Parts(notes=line_of(slot, value))


def in_an_endnote(slot: Slot, value: str) -> Parts:
    """An endnote."""
    return Parts(notes=line_of(slot, value), note="endnote")


PLACES: dict[str, Place] = {
    **{
        place.__name__.replace("_", " "): place
        for place in (
            behind_a_colon, a_line_each, behind_a_tab, behind_a_colon_and_a_tab, on_underscores, before_underscores,
            before_underscores_without_a_colon, behind_dots, over_its_label, above_a_rule_and_its_label,
            below_its_label, after_a_line_break,
            in_the_cell_beside, in_the_cell_beside_with_colons, in_the_cell_below, in_the_cell_above,
            in_its_labels_cell, under_its_label_in_one_cell, paragraph_under_its_label_in_one_cell, in_a_nested_table,
            in_a_cell_merged_across, in_a_cell_merged_down, in_a_block_control, in_a_cell_control, in_a_row_control,
            in_a_repeating_section, in_custom_xml, in_a_text_box, in_a_text_box_of_older_word, value_in_a_text_box,
            table_in_a_text_box, in_a_group_of_shapes, in_a_frame, table_in_the_footer, control_in_the_header,
            in_a_footnote, in_an_endnote,
        )
    },
    **{
        f"in the {margin}" + ("" if kind == "default" else f" of {kind} pages"): _margin(f"{margin} {kind}")
        for margin in ("header", "footer")
        for kind in ("default", "first", "even")
    },
}  # fmt: skip

FOR_SIGNATURES_ALONE = frozenset({"above a rule and its label", "in the cell above"})
"""What no form does with other items."""
