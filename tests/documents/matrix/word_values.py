"""How a value is kept in a Word file: in a control, a field, a tracked change, hidden, split, linked.

Each function gives the XML of the value, filled or empty, to stand in a paragraph; None where an item has no such form.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.documents.matrix.variants import VALUES, Item
from tests.documents.matrix.word_places import TEXT
from tests.documents.word import control, date_control, deleted, field, inserted, legacy_list, legacy_text, run

Value = Callable[[Item, bool], str | None]
_EN_SPACES = "\u2002" * 5


def plain(item: Item, filled: bool) -> str:
    """A run, or nothing."""
    return run(VALUES[item]) if filled else ""


def in_many_runs(item: Item, filled: bool) -> str:
    """Cut into runs and marks of the spelling checker, as a text that was edited often."""
    mark = '<w:proofErr w:type="spellStart"/>'
    return "".join(f"{run(letter)}{mark}" for letter in VALUES[item]) if filled else run("") * 3


def in_a_control(item: Item, filled: bool) -> str:
    """A plain-text control; empty, it holds nothing."""
    return control(run(VALUES[item]) if filled else "", TEXT)


def in_a_rich_text_control(item: Item, filled: bool) -> str:
    """A rich-text control; empty, it holds an empty run."""
    return control(run(VALUES[item]) if filled else run(""), "<w:richText/>")


def in_nested_controls(item: Item, filled: bool) -> str:
    """A control in a control, as templates filled by programs have."""
    return control(control(run(VALUES[item]) if filled else "", TEXT), "<w:group/>")


def in_a_placeholder_control(item: Item, filled: bool) -> str:
    """A control that still shows what to do; filled, it does not."""
    if filled:
        return control(run(VALUES[item]), TEXT)
    return control(run("Click or tap here to enter text."), TEXT, placeholder=True)


def in_a_placeholder_control_of_its_own_words(item: Item, filled: bool) -> str:
    """The form's maker wrote another prompt."""
    words = {"signature": "Therapist signs here", "date": "Enter the day", "coordinator": "Who coordinates", "box": ""}
    return control(run(VALUES[item] if filled else words[item]), TEXT, placeholder=not filled)


def in_a_date_control(item: Item, filled: bool) -> str | None:
    """A date picker with its full date."""
    if item != "date":
        return None
    if filled:
        return date_control("Tuesday, February 10, 2026", "2026-02-10")
    return date_control("Click or tap to enter a date.", placeholder=True)


def in_a_date_control_emptied(item: Item, filled: bool) -> str | None:
    """A date picker whose day was taken out again: nothing is shown, whatever is remembered."""
    if item != "date":
        return None
    return date_control("2/10/2026", "2026-02-10") if filled else date_control("")


def in_a_list_control(item: Item, filled: bool) -> str | None:
    """A drop-down list."""
    if item != "coordinator":
        return None
    kind = f'<w:dropDownList><w:listItem w:displayText="{VALUES[item]}" w:value="1"/></w:dropDownList>'
    return control(run(VALUES[item] if filled else "Choose an item."), kind, placeholder=not filled)


def in_a_combo_control(item: Item, filled: bool) -> str | None:
    """A list in which one may also write."""
    if item == "date":
        return None
    kind = f'<w:comboBox><w:listItem w:displayText="{VALUES[item]}" w:value="1"/></w:comboBox>'
    return control(run(VALUES[item] if filled else "Choose an item."), kind, placeholder=not filled)


def in_a_text_field(item: Item, filled: bool) -> str:
    """A form field of older Word; empty, it shows five spaces."""
    return legacy_text(VALUES[item] if filled else _EN_SPACES)


def in_a_text_field_of_several_runs(item: Item, filled: bool) -> str:
    """The same with the result in several runs."""
    return _long_field("FORMTEXT", [*VALUES[item]] if filled else ["\u2002"] * 5, "<w:name w:val='T'/><w:textInput/>")


def in_a_text_field_at_its_default(item: Item, filled: bool) -> str:
    """A form field with words of its own to begin with, which its writer replaced or not."""
    prompt = {"signature": "Sign here", "date": "MM/DD/YYYY", "coordinator": "Enter name", "box": ""}[item]
    return legacy_text(VALUES[item] if filled else prompt, prompt)


def in_a_list_field(item: Item, filled: bool) -> str | None:
    """A drop-down form field of older Word."""
    if item != "coordinator":
        return None
    return legacy_list([" ", VALUES[item], "Dana Smith, OTR/L"], 1 if filled else 0)


def inserted_by_a_tracked_change(item: Item, filled: bool) -> str:
    """Written with changes tracked: it counts."""
    return inserted(run(VALUES[item])) if filled else ""


def deleted_by_a_tracked_change(item: Item, filled: bool) -> str:
    """Taken out with changes tracked: it does not count. Filled, another value was taken out before."""
    return deleted("not yet known") + run(VALUES[item]) if filled else deleted(VALUES[item])


def inserted_and_deleted_again(item: Item, filled: bool) -> str:
    """One writer inserted it, another took it out; filled, the first stands."""
    return inserted(run(VALUES[item]) if filled else deleted(VALUES[item]))


def moved_by_a_tracked_change(item: Item, filled: bool) -> str:
    """Moved to here, or away from here."""
    name = "moveTo" if filled else "moveFrom"
    return f'<w:{name} w:id="7" w:author="A" w:date="2026-02-10T09:00:00Z">{run(VALUES[item])}</w:{name}>'


def hidden(item: Item, filled: bool) -> str:
    """Hidden text is on no page; filled, the hiding is taken back."""
    return run(VALUES[item], properties='<w:vanish w:val="0"/>' if filled else "<w:vanish/>")


def hidden_by_its_style(item: Item, filled: bool) -> str:
    """Hidden by a character style; filled, in a style that only makes it bold."""
    return run(VALUES[item], properties=f'<w:rStyle w:val="{"Strong" if filled else "HiddenText"}"/>')


def in_a_link(item: Item, filled: bool) -> str:
    """A hyperlink."""
    return f'<w:hyperlink w:anchor="top">{run(VALUES[item])}</w:hyperlink>' if filled else ""


def in_a_link_field(item: Item, filled: bool) -> str:
    """A hyperlink as a field."""
    return field('HYPERLINK "mailto:x@example.invalid"', VALUES[item]) if filled else ""


def in_a_smart_tag(item: Item, filled: bool) -> str:
    """A smart tag of older Word."""
    return f'<w:smartTag w:uri="urn:x" w:element="date">{run(VALUES[item])}</w:smartTag>' if filled else ""


def in_inline_custom_xml(item: Item, filled: bool) -> str:
    """A custom XML element in the paragraph."""
    return f'<w:customXml w:uri="urn:x" w:element="f">{run(VALUES[item])}</w:customXml>' if filled else ""


def in_a_simple_field(item: Item, filled: bool) -> str:
    """A field that is one element."""
    return f'<w:fldSimple w:instr=" DOCPROPERTY Value ">{run(VALUES[item] if filled else "")}</w:fldSimple>'


def merged_from_a_list(item: Item, filled: bool) -> str:
    """A mail merge's field, with its result or with its own name."""
    return field("MERGEFIELD Value", VALUES[item] if filled else "«Value»")


def merged_from_a_list_as_a_simple_field(item: Item, filled: bool) -> str:
    """The same as one element."""
    return f'<w:fldSimple w:instr=" MERGEFIELD Value ">{run(VALUES[item] if filled else "«Value»")}</w:fldSimple>'


def merged_to_nothing(item: Item, filled: bool) -> str:
    """A mail merge's field whose list had nothing for it."""
    return field("MERGEFIELD Value", VALUES[item] if filled else "")


def in_a_field_in_a_field(item: Item, filled: bool) -> str:
    """An IF around a merge field."""
    inner = field("MERGEFIELD Value", VALUES[item])
    begin, part, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    shown = run(VALUES[item] if filled else "")
    before, behind = (f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in (" IF ", ' = "" "" '))
    return f"{begin}{before}{inner}{behind}{part}{shown}{end}"


def typed_over_underscores(item: Item, filled: bool) -> str:
    """The value underlined with spaces before and after, as people keep the line."""
    line = "<w:u w:val='single'/>"
    return run(f"  {VALUES[item]}        " if filled else " " * 30, properties=line)


def in_another_alphabet_font(item: Item, filled: bool) -> str:
    """In a script font, as a typed signature often is."""
    return (
        run(VALUES[item], properties='<w:rFonts w:ascii="Brush Script MT" w:hAnsi="Brush Script MT"/>')
        if filled
        else ""
    )


def with_spaces_of_other_kinds(item: Item, filled: bool) -> str:
    """Non-breaking spaces, a zero-width space and a soft hyphen, as texts from the web have."""
    value = VALUES[item].replace(" ", "\u00a0").replace("Lopez", "Lo\u00adpez")
    return run(f"\u00a0\u200b{value}\u200b") if filled else run("\u00a0\u200b\u00a0")


def _long_field(code: str, results: list[str], data: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    pieces = "".join(map(run, results))
    return (
        f"{begin}<w:r><w:instrText> {code} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{pieces}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


KEPT: tuple[Value, ...] = (
    in_many_runs, in_a_control, in_a_rich_text_control, in_nested_controls, in_a_placeholder_control,
    in_a_placeholder_control_of_its_own_words, in_a_date_control, in_a_date_control_emptied, in_a_list_control,
    in_a_combo_control, in_a_text_field, in_a_text_field_of_several_runs, in_a_text_field_at_its_default,
    in_a_list_field, inserted_by_a_tracked_change, deleted_by_a_tracked_change, inserted_and_deleted_again,
    moved_by_a_tracked_change, hidden, hidden_by_its_style, in_a_link, in_a_link_field, in_a_smart_tag,
    in_inline_custom_xml, in_a_simple_field, merged_from_a_list, merged_from_a_list_as_a_simple_field,
    merged_to_nothing, in_a_field_in_a_field, typed_over_underscores, in_another_alphabet_font,
    with_spaces_of_other_kinds,
)  # fmt: skip
