"""Where on a printed or fillable PDF an item stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.documents.matrix.pdf_sheet import (
    BOLD,
    LONG,
    REGULAR,
    TYPEWRITER,
    Field,
    Sheet,
    Text,
    by_hand,
    by_reportlab,
    columns_of,
    sheet_of,
)
from tests.documents.matrix.variants import Item, Pair, Slot, slot

Print = Callable[[Sheet, Slot], None]
"""Prints an item's labels and values on a sheet."""
_WIDE = 215.0


def _columns(slot: Slot) -> list[tuple[float, Pair]]:
    return list(zip(columns_of(slot.pairs), slot.pairs, strict=True))


def _room(slot: Slot, x: float) -> float:
    """How far right of `x` its column goes."""
    return 500 - x if x else columns_of(slot.pairs)[-1] - 20


def _width(words: str, size: float = 11, font: str = REGULAR) -> float:
    return float(stringWidth(words, font, size))


# --- printed ---------------------------------------------------------------------------------------------------------


def behind_a_colon(sheet: Sheet, slot: Slot) -> None:
    """Each value behind its label and a colon."""
    sheet.line(*slot.pairs)


def behind_a_gap(sheet: Sheet, slot: Slot) -> None:
    """Values at a wide gap from their labels, no colon; a line each."""
    for label, value in slot.pairs:
        sheet.text(0, label)
        sheet.text(220, value)
        sheet.down()


def behind_a_bold_label(sheet: Sheet, slot: Slot) -> None:
    """Bold labels, regular values."""
    for x, (label, value) in _columns(slot):
        end = sheet.text(x, f"{label}:", font=BOLD)
        sheet.text(end + 4, value)
    sheet.down()


def on_a_rule(sheet: Sheet, slot: Slot) -> None:
    """A drawn rule behind each label, the value on it."""
    for x, (label, value) in _columns(slot):
        end = sheet.text(x, f"{label}:")
        sheet.rule(end + 4, x + _room(slot, x) - end)
        sheet.text(end + 10, value)
    sheet.down()


def on_a_rule_without_a_colon(sheet: Sheet, slot: Slot) -> None:
    """The same without colons."""
    for x, (label, value) in _columns(slot):
        end = sheet.text(x, label)
        sheet.rule(end + 4, x + _room(slot, x) - end)
        sheet.text(end + 10, value)
    sheet.down()


def over_underscores(sheet: Sheet, slot: Slot) -> None:
    """Printed underscores, the value typed over them."""
    for x, (label, value) in _columns(slot):
        end = sheet.text(x, f"{label}: ")
        sheet.text(end, "_" * int((x + _room(slot, x) - end) / _width("_")))
        sheet.text(end + 6, value)
    sheet.down()


def behind_dots(sheet: Sheet, slot: Slot) -> None:
    """Dots lead to the value."""
    for label, value in slot.pairs:
        end = sheet.text(0, f"{label} ")
        sheet.text(end, "." * int((220 - end) / _width(".")))
        sheet.text(226, value)
        sheet.down()


def over_a_rule_and_its_label(sheet: Sheet, slot: Slot) -> None:
    """The value on a rule, the label in small letters below."""
    sheet.down(8)
    for x, (_, value) in _columns(slot):
        sheet.text(x + 4, value)
        sheet.rule(x, _room(slot, x))
    sheet.down(13)
    for x, (label, _) in _columns(slot):
        sheet.text(x, label, size=8)
    sheet.down()


def below_its_label(sheet: Sheet, slot: Slot) -> None:
    """The value on the line below its label, each in its column."""
    for x, (label, _) in _columns(slot):
        sheet.text(x, f"{label}:")
    sheet.down(14)
    for x, (_, value) in _columns(slot):
        sheet.text(x, value)
    sheet.down()


def below_its_small_label(sheet: Sheet, slot: Slot) -> None:
    """A label in tiny letters, the value below it, one under the other."""
    for label, value in slot.pairs:
        sheet.text(0, label, size=7)
        sheet.down(12)
        sheet.text(0, value)
        sheet.down()


def in_a_ruled_cell_beside(sheet: Sheet, slot: Slot) -> None:
    """A ruled table: label, value, a row each."""
    _ruled(sheet, [list(pair) for pair in slot.pairs], (0, 180, 480))


def in_ruled_cells_of_one_row(sheet: Sheet, slot: Slot) -> None:
    """A ruled row: label, value, label, value."""
    edges = (0, 120, 340, 410, 510) if len(slot.pairs) > 1 else (0, 240, 490)
    _ruled(sheet, [[word for pair in slot.pairs for word in pair]], edges)


def in_a_ruled_cell_below(sheet: Sheet, slot: Slot) -> None:
    """A ruled row of labels over a ruled row of values."""
    edges = (0, 250, 490) if len(slot.pairs) > 1 else (0, 250)
    _ruled(sheet, [[label for label, _ in slot.pairs], [value for _, value in slot.pairs]], edges)


def in_its_labels_ruled_cell(sheet: Sheet, slot: Slot) -> None:
    """Label, colon and value in one ruled cell."""
    edges = (0, 340, 510) if len(slot.pairs) > 1 else (0, 340)
    _ruled(sheet, [[f"{label}: {value}" for label, value in slot.pairs]], edges)


def under_its_label_in_a_ruled_cell(sheet: Sheet, slot: Slot) -> None:
    """A tiny label in the corner of a ruled cell, the value under it."""
    height, width = 30.0, 240.0
    top = sheet.y + 12
    for index, (label, value) in enumerate(slot.pairs):
        x = index * width
        sheet.rectangle(x, top - height, width, height)
        sheet.text(x + 3, label, y=top - 9, size=7)
        sheet.text(x + 3, value, y=top - 24)
    sheet.y = top - height - 16


def _ruled(sheet: Sheet, rows: list[list[str]], edges: tuple[float, ...]) -> None:
    top, height = sheet.y + 14, 20.0
    for index, words in enumerate(rows):
        for number, word in enumerate(words):
            sheet.text(edges[number] + 4, word, y=top - index * height - 14, size=10)
    bottom = top - height * len(rows)
    for index in range(len(rows) + 1):
        sheet.stroke((edges[0], top - index * height), (edges[-1], top - index * height))
    for edge in edges:
        sheet.stroke((edge, top), (edge, bottom))
    sheet.y = bottom - 18


def letter_by_letter(sheet: Sheet, slot: Slot) -> None:
    """Each letter placed alone, as programs print that justify."""
    for x, (label, value) in _columns(slot):
        for letter in f"{label}: {value}":
            x = sheet.text(x, letter)
    sheet.down()


def in_typewriter_columns(sheet: Sheet, slot: Slot) -> None:
    """Typewriter letters, columns made with spaces."""
    sheet.text(0, "".join(f"{f'{label}: {value}':70}" for label, value in slot.pairs), font=TYPEWRITER, size=8)
    sheet.down()


def in_invisible_letters(sheet: Sheet, slot: Slot) -> None:
    """The empty one holds letters that are not painted: nobody sees them."""
    for x, (label, value) in _columns(slot):
        end = sheet.text(x, f"{label}: ")
        sheet.text(end, value)
    if not slot.value:
        end = _width(f"{slot.label}: ")
        hidden = Text(sheet.left + end, sheet.y, slot_value(slot.item), invisible=True)
        sheet.things.append(hidden)
    sheet.down()


def slot_value(item: Item) -> str:
    """The value with which an item is filled."""
    return slot(item, True).value


PRINTED: tuple[Print, ...] = (
    behind_a_colon, behind_a_gap, behind_a_bold_label, on_a_rule, on_a_rule_without_a_colon, over_underscores,
    behind_dots, over_a_rule_and_its_label, below_its_label, below_its_small_label, in_a_ruled_cell_beside,
    in_ruled_cells_of_one_row, in_a_ruled_cell_below, in_its_labels_ruled_cell, under_its_label_in_a_ruled_cell,
    letter_by_letter, in_typewriter_columns, in_invisible_letters,
)  # fmt: skip


# --- filled in on the screen -----------------------------------------------------------------------------------------


def _field_beside(kind: str) -> Print:
    def place(sheet: Sheet, slot: Slot) -> None:
        for index, (x, (label, value)) in enumerate(_columns(slot)):
            end = sheet.text(x, f"{label}:")
            own = kind if not index else "text"
            sheet.things.append(Field(sheet.left + end + 6, sheet.y, x + _room(slot, x) - end, f"f{index}", value, own))
        sheet.down(STEP_OF.get(kind, 24))

    return place


STEP_OF = {"multiline": 52.0}


def _field_below(sheet: Sheet, slot: Slot) -> None:
    for index, (x, (label, value)) in enumerate(_columns(slot)):
        sheet.text(x, f"{label}:")
        sheet.things.append(Field(sheet.left + x, sheet.y - 18, 200, f"f{index}", value))
    sheet.down(40)


def _field_over_its_label(sheet: Sheet, slot: Slot) -> None:
    sheet.down(6)
    for index, (x, (label, value)) in enumerate(_columns(slot)):
        sheet.things.append(Field(sheet.left + x, sheet.y, 200, f"f{index}", value))
        sheet.rule(x, _room(slot, x))
        sheet.text(x, label, y=sheet.y - 13, size=8)
    sheet.down(34)


def _field_in_a_cell(sheet: Sheet, slot: Slot) -> None:
    top = sheet.y
    blank = replace(slot, value="", beside=tuple((label, "") for label, _ in slot.beside))
    in_a_ruled_cell_beside(sheet, blank)
    for index, (_, value) in enumerate(slot.pairs):
        sheet.things.append(Field(sheet.left + 184, top - index * 20, 280, f"f{index}", value))


FIELDS: dict[str, Print] = {
    "text field beside": _field_beside("text"),
    "text field of many lines": _field_beside("multiline"),
    "text field below its label": _field_below,
    "text field over a rule and its label": _field_over_its_label,
    "text field in a ruled cell": _field_in_a_cell,
}


def _widget(rect: tuple[float, float, float, float], more: str) -> str:
    place = " ".join(f"{each:g}" for each in rect)
    return f"<< /Type /Annot /Subtype /Widget /Rect [{place}] /P 3 0 R {more} >>"


def _raw_field(of: Callable[[str], str], *, extra: Callable[[str], list[str]] = lambda _: []) -> Print:
    """A widget written by hand beside the label; `of` gives its entries for a value."""

    def place(sheet: Sheet, slot: Slot) -> None:
        (label, value), *others = slot.pairs
        end = sheet.left + sheet.text(0, f"{label}:") + 6
        sheet.annotations.append(_widget((end, sheet.y - 4, end + 170, sheet.y + 12), of(value)))
        sheet.objects += extra(value)
        for label_beside, value_beside in others:
            sheet.text(LONG, f"{label_beside}: {value_beside}")
        sheet.down(24)

    return place


def _literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _note(kind: str, more: Callable[[str], str]) -> Print:
    """A note laid over the page behind the label, only where the item is filled."""

    def place(sheet: Sheet, slot: Slot) -> None:
        (label, value), *others = slot.pairs
        end = sheet.left + sheet.text(0, f"{label}:") + 6
        sheet.rule(end - sheet.left, 180)
        if value:
            sheet.annotations.append(
                f"<< /Type /Annot /Subtype /{kind} /Rect [{end:g} {sheet.y - 3:g} {end + 170:g} {sheet.y + 12:g}]"
                f" /P 3 0 R {more(value)} >>"
            )
        for label_beside, value_beside in others:
            sheet.text(LONG, f"{label_beside}: {value_beside}")
        sheet.down(24)

    return place


def _value(value: str) -> str:
    return f"/V ({_literal(value)})" if value else ""


BY_HAND: dict[str, Print] = {
    "text field without an appearance": _raw_field(lambda value: f"/FT /Tx /T (a) /DA (/F1 10 Tf 0 g) {_value(value)}"),
    "text field in UTF-16": _raw_field(
        lambda value: f"/FT /Tx /T (a) /V <FEFF{value.encode('utf-16-be').hex()}>" if value else "/FT /Tx /T (a) /V ()"
    ),
    "text field with a misleading name": _raw_field(
        lambda value: f"/FT /Tx /T (day-care-name) /TU (Phone) {_value(value)}"
    ),
    "text field whose value is its parent's": _raw_field(
        lambda _: "/Parent 10 0 R",
        extra=lambda value: [f"<< /FT /Tx /T (group) /Kids [9 0 R] {_value(value)} >>"],
    ),
    "text field with a default of its own": _raw_field(lambda value: f"/FT /Tx /T (a) /DV (none) {_value(value)}"),
    "read-only text field": _raw_field(lambda value: f"/FT /Tx /T (a) /Ff 1 {_value(value)}"),
    "choice field": _raw_field(
        lambda value: f"/FT /Ch /Ff 131072 /T (a) /Opt [( ) (Dana Smith) ({_literal(value)})] {_value(value)}"
    ),
    "choice field with codes": _raw_field(
        lambda value: f"/FT /Ch /Ff 131072 /T (a) /Opt [[(0) ( )] [(1) ({_literal(value)})]] /V ({1 if value else 0})"
    ),
    "list field": _raw_field(lambda value: f"/FT /Ch /T (a) /Opt [(Dana Smith) ({_literal(value)})] {_value(value)}"),
    "typed over the page": _note("FreeText", lambda value: f"/Contents ({_literal(value)}) /DA (/F1 10 Tf)"),
}
FOR_DATES_NOT = frozenset({"choice field", "choice field with codes", "list field"})


def hidden_field(sheet: Sheet, slot: Slot) -> None:
    """A field with a value in any case: one that is not shown is as good as none."""
    flags = "" if slot.value else "/F 2"
    _raw_field(lambda _: f"/FT /Tx /T (a) {flags} {_value(slot_value(slot.item))}")(sheet, slot)


def outside_of_the_page(sheet: Sheet, slot: Slot) -> None:
    """The value in any case, but where the item is empty it stands beyond the paper's edge."""
    x = sheet.text(0, f"{slot.label}: ") if slot.value else 700
    sheet.text(0, f"{slot.label}: ")
    sheet.text(x, slot_value(slot.item))
    for label, value in slot.beside:
        sheet.text(LONG, f"{label}: {value}")
    sheet.down()


# --- the page as a whole ---------------------------------------------------------------------------------------------


def made(item: Item, place: Print, filled: bool) -> bytes:
    """The item's paper, printed by reportlab."""
    return by_reportlab(sheet_of(item, lambda sheet: place(sheet, slot(item, filled))))


def by_hands(item: Item, place: Print, filled: bool) -> bytes:
    """The item's paper, written object by object."""
    return by_hand(sheet_of(item, lambda sheet: place(sheet, slot(item, filled))))


def turned(turn: int) -> Callable[[Item, bool], bytes]:
    """On a page that is shown turned."""

    def make(item: Item, filled: bool) -> bytes:
        sheet = sheet_of(item, lambda sheet: on_a_rule(sheet, slot(item, filled)))
        return by_reportlab(sheet, turn=turn)

    return make


def in_two_columns(item: Item, filled: bool) -> bytes:
    """A note in the left half of the page, advice to the parents in the right one."""
    sheet = sheet_of(item, lambda sheet: _a_line_each(sheet, slot(item, filled)), narrow=True)
    advice = (
        "At home this week", "Read one book a day and let your child", "turn the pages. Name what you both see.",
        "Wait for an answer before you help.", "Sing the song from class at bedtime.", "Write down new words.",
    )  # fmt: skip
    for number, words in enumerate(advice):
        sheet.text(310, words, y=700 - 14 * number, font=BOLD if not number else REGULAR, size=10)
    return by_reportlab(sheet)


def _a_line_each(sheet: Sheet, slot: Slot) -> None:
    for pair in slot.pairs:
        sheet.line(pair)


def on_the_second_page(item: Item, filled: bool) -> bytes:
    """The item stands on the next page, under a header that repeats."""
    first = sheet_of(item, lambda _: None)
    second = Sheet()
    for number, sheet in enumerate((first, second), start=1):
        sheet.text(0, "Confidential", y=770, size=9)
        sheet.text(300, f"Page {number} of 2", y=30, size=9)
    second.text(0, "Continued from the page before")
    second.down()
    behind_a_colon(second, slot(item, filled))
    return by_reportlab(first, second)


def in_a_form_object(item: Item, filled: bool) -> bytes:
    """The page's content is one form object, as when pages are put together by programs."""
    sheet = sheet_of(item, lambda sheet: behind_a_colon(sheet, slot(item, filled)))
    data = by_reportlab(sheet)
    return _as_form_object(sheet) or data


def _as_form_object(sheet: Sheet) -> bytes:
    import io

    from reportlab.lib.pagesizes import letter
    from reportlab.pdfgen.canvas import Canvas

    from tests.documents.matrix.pdf_sheet import _draw

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=True)
    canvas.beginForm("page")
    for thing in sheet.things:
        _draw(canvas, thing)
    canvas.endForm()
    canvas.doForm("page")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


WHOLE: dict[str, Callable[[Item, bool], bytes]] = {
    "page turned by 90": turned(90),
    "page turned by 180": turned(180),
    "page turned by 270": turned(270),
    "page of two columns": in_two_columns,
    "on the second page": on_the_second_page,
    "page as a form object": in_a_form_object,
}
