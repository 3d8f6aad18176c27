"""The Medicaid box in Word: every way to keep a tick, every place of box and words, every way to choose Yes or No."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tests.documents.matrix.variants import LABELS, Variant, slot
from tests.documents.matrix.word_package import BREAK, TAB, Parts, Place, paper_of
from tests.documents.matrix.word_places import FOR_SIGNATURES_ALONE, PLACES, text_box
from tests.documents.word import (
    DECLARATIONS,
    bold,
    cell,
    checkbox,
    checkbox_kind,
    control,
    deleted,
    field,
    inserted,
    legacy_checkbox,
    legacy_list,
    legacy_text,
    paragraph,
    row,
    run,
    shape,
    symbol,
    symbol_text,
    table,
)

LABEL = LABELS["box"]
POSITIVE = "Meets Medicaid requirements"
_AX = "http://schemas.microsoft.com/office/2006/activeX"
_FORMS_CHECKBOX = "{8BD21D40-EC42-11CE-9E0D-00AA006002F3}"
Mark = Callable[[bool], str]


# --- what the tick is kept in: the mark, and behind it its words -----------------------------------------------------


def _signs(ticked: str, empty: str) -> Mark:
    return lambda checked: run(ticked if checked else empty)


def _symbols(ticked: str, empty: str, font: str = "Wingdings") -> Mark:
    return lambda checked: symbol(ticked if checked else empty, font)


def _letters(ticked: str, empty: str, font: str = "Wingdings") -> Mark:
    return lambda checked: symbol_text(ticked if checked else empty, font)


def _controls(ticked: str, empty: str, font: str = "") -> Mark:
    """A checkbox control with signs of its own."""

    def mark(checked: bool) -> str:
        code = ticked if checked else empty
        sign = symbol(f"F0{code[-2:]}", font) if font else run(chr(int(code, 16)))
        return control(sign, checkbox_kind(checked=checked, signs=(ticked, empty)))

    return mark


MARKS: dict[str, Mark] = {
    "content control ☒": lambda checked: checkbox(checked=checked),
    "content control ☑": _controls("2611", "2610"),
    "content control ✓ and nothing": lambda checked: control(
        run("✓" if checked else " "), checkbox_kind(checked=checked, signs=("2713", "0020"))
    ),
    "content control, Wingdings": _controls("00FE", "00A8", "Wingdings"),
    "content control, Wingdings 2": _controls("0052", "00A3", "Wingdings 2"),
    "content control, letter X": _controls("0058", "2610"),
    "content control, true and false": lambda checked: control(
        run("☒" if checked else "☐"), checkbox_kind(checked=str(checked).lower())
    ),
    "content control without a state": lambda checked: control(
        run("☒" if checked else "☐"), checkbox_kind(checked=checked) if checked else "<w14:checkbox/>"
    ),
    "form field, checked": lambda checked: legacy_checkbox('<w:default w:val="0"/>' + "<w:checked/>" * checked),
    "form field, checked 1 and 0": lambda checked: legacy_checkbox(
        f'<w:default w:val="0"/><w:checked w:val="{int(checked)}"/>'
    ),
    "form field, by default": lambda checked: legacy_checkbox(f'<w:default w:val="{int(checked)}"/>'),
    "form field, bare default": lambda checked: legacy_checkbox("<w:default/>" if checked else ""),
    "form field, unchecked over default": lambda checked: legacy_checkbox(
        f'<w:default w:val="1"/><w:checked w:val="{int(checked)}"/>'
    ),
    "symbol Wingdings ☑": _symbols("F0FE", "F0A8"),
    "symbol Wingdings ☒": _symbols("F0FD", "F06F"),
    "symbol Wingdings ✓": _symbols("F0FC", "F071"),
    "symbol Wingdings ⌧": _symbols("F078", "F072"),
    "symbol Wingdings, low codes": _symbols("FE", "A8"),
    "symbol Wingdings 2": _symbols("F052", "F0A3", "Wingdings 2"),
    "symbol Wingdings 2 ☒": _symbols("F053", "F0A3", "Wingdings 2"),
    "symbol Webdings": _symbols("F061", "F063", "Webdings"),
    "symbol Segoe UI Symbol": _symbols("2612", "2610", "Segoe UI Symbol"),
    "letters þ and o in Wingdings": _letters("þ", "o"),
    "letters ý and ¨ in Wingdings": _letters("ý", "¨"),
    "letters x and q in Wingdings": _letters("x", "q"),
    "letters ü and r in Wingdings": _letters("ü", "r"),
    "private letters in Wingdings": _letters("\uf0fe", "\uf0a8"),
    "letters R and £ in Wingdings 2": _letters("R", "£", "Wingdings 2"),
    "letters in a style of Wingdings": lambda checked: run(
        "þ" if checked else "o", properties='<w:rFonts w:hint="default" w:hAnsi="Wingdings" w:cs="Wingdings"/>'
    ),
    "Unicode ☒ ☐": _signs("☒", "☐"),
    "Unicode ☑ ☐": _signs("☑", "☐"),
    "Unicode ✓ ☐": _signs("✓", "☐"),
    "Unicode ✔ □": _signs("✔", "□"),
    "Unicode ✗ ❏": _signs("✗", "❏"),
    "Unicode ✘ ❑": _signs("✘", "❑"),
    "Unicode ■ □": _signs("■", "□"),
    "Unicode ◼ ◻": _signs("◼", "◻"),
    "Unicode ● ○": _signs("●", "○"),
    "Unicode 🗹 ☐": _signs("🗹", "☐"),
    "Unicode 🗵 ☐": _signs("🗵", "☐"),
    "Unicode ⮽ ▢": _signs("⮽", "▢"),
    "Unicode ✅ ⬜": _signs("✅", "⬜"),
    "Unicode √ ☐": _signs("√", "☐"),
    "typed [x] [ ]": _signs("[x]", "[ ]"),
    "typed [X] []": _signs("[X]", "[]"),
    "typed [ X ] [   ]": _signs("[ X ]", "[   ]"),
    "typed [✓] [ ]": _signs("[✓]", "[ ]"),
    "typed (x) ( )": _signs("(x)", "( )"),
    "typed (X) (  )": _signs("(X)", "(  )"),
    "typed _x_ ___": _signs("_x_", "___"),
    "typed __X__ _____": _signs("__X__", "_____"),
    "typed ___X___ _______": _signs("___X___", "_______"),
    "typed _✓_ ____": _signs("_✓_", "____"),
    "overlay □■ □": _signs("□■", "□"),
    "overlay ☐X ☐": _signs("☐X", "☐"),
    "overlay ☐ ✔ ☐": _signs("☐ ✔", "☐"),
    "overlay □✓ □": _signs("□✓", "□"),
    "tick inserted by a tracked change": lambda checked: (
        deleted("☐") + inserted(run("☒")) if checked else deleted("☒") + inserted(run("☐"))
    ),
    "control ticked by a tracked change": lambda checked: control(
        deleted("☐" if checked else "☒") + inserted(run("☒" if checked else "☐")), checkbox_kind(checked=checked)
    ),
}
"""Ticked and empty, in front of the words."""

_BULLETS = frozenset({"Unicode ■ □", "Unicode ◼ ◻", "Unicode ● ○"})
"""Filled signs that begin a line may be bullets."""


# --- where box and words stand ---------------------------------------------------------------------------------------


def _mark(checked: bool) -> str:
    return checkbox(checked=checked)


def _box_then_words(checked: bool) -> str:
    return _mark(checked) + run(f" {LABEL}")


POSITIONS: dict[str, Callable[[bool], Parts]] = {
    "box behind its words": lambda checked: Parts(paragraph(run(f"{LABEL} "), _mark(checked))),
    "box behind its words and a tab": lambda checked: Parts(paragraph(run(LABEL), TAB, _mark(checked))),
    "box, tab, words": lambda checked: Parts(paragraph(_mark(checked), TAB, run(LABEL))),
    "box and words at the end of a line of labels": lambda checked: Parts(
        paragraph(run("CPT Code: none   Units: 1   "), _box_then_words(checked))
    ),
    "box among other boxes": lambda checked: Parts(
        paragraph(
            _mark(False), run(" Make-up session   "), _box_then_words(checked), run("   "), _mark(False), run(" Group")
        )
    ),
    "box among other boxes, the others ticked": lambda checked: Parts(
        paragraph(
            _mark(True), run(" Individual   "), _box_then_words(checked), run("   "), _mark(True), run(" Preschool")
        )
    ),
    "words broken over lines": lambda checked: Parts(
        paragraph(_mark(checked), run(" Does not meet Medicaid"), BREAK, run("requirements"))
    ),
    "words broken over paragraphs": lambda checked: Parts(
        paragraph(_mark(checked), run(" Does not meet Medicaid")) + paragraph(run("requirements"))
    ),
    "cell left of its words": lambda checked: Parts(table(row(cell(paragraph(_mark(checked))), LABEL))),
    "cell right of its words": lambda checked: Parts(table(row(LABEL, cell(paragraph(_mark(checked)))))),
    "cell left of its words, among other boxes": lambda checked: Parts(
        table(
            row(cell(paragraph(_mark(False))), "Make-up session"),
            row(cell(paragraph(_mark(checked))), LABEL),
            row(cell(paragraph(_mark(False))), "Group session"),
        )
    ),
    "cell with box and words": lambda checked: Parts(
        table(row(cell(paragraph(_box_then_words(checked))), "CPT Code: none"))
    ),
    "cell, words and box": lambda checked: Parts(
        table(row(cell(paragraph(run(f"{LABEL}: "), _mark(checked))), "Units: 1"))
    ),
    "under its words in one cell": lambda checked: Parts(
        table(row(cell(paragraph(run(LABEL)), paragraph(_mark(checked))), cell(paragraph("Units"), paragraph("1"))))
    ),
    "cell below its words": lambda checked: Parts(
        table(row(LABEL, "Units", "CPT Code"), row(cell(paragraph(_mark(checked))), "1", "none"))
    ),
    "block control around box and words": lambda checked: Parts(
        control(paragraph(run("☒" if checked else "☐"), run(f" {LABEL}")), checkbox_kind(checked=checked))
    ),
    "rich text control around box and words": lambda checked: Parts(control(paragraph(_box_then_words(checked)))),
    "cell control": lambda checked: Parts(
        table(row(control(cell(paragraph("☒" if checked else "☐")), checkbox_kind(checked=checked)), LABEL))
    ),
    "row control": lambda checked: Parts(
        table(
            control(
                row(cell(paragraph(run("☒" if checked else "☐"), run(f" {LABEL}")))), checkbox_kind(checked=checked)
            )
        )
    ),
    "repeating section": lambda checked: Parts(
        table(
            control(
                control(row(cell(paragraph(_box_then_words(checked)))), "<w15:repeatingSectionItem/>"),
                "<w15:repeatingSection/>",
            )
        )
    ),
    "nested table": lambda checked: Parts(
        table(row("Billing", cell(table(row(cell(paragraph(_mark(checked))), LABEL)), paragraph())))
    ),
    "text box": lambda checked: Parts(paragraph(text_box(paragraph(_box_then_words(checked))))),
    "header": lambda checked: Parts(margins={"header default": paragraph(_box_then_words(checked))}),
    "footer": lambda checked: Parts(margins={"footer default": paragraph(_box_then_words(checked))}),
    "list item": lambda checked: Parts(
        paragraph(_box_then_words(checked), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    ),
    "form field in a cell left of its words": lambda checked: Parts(
        table(row(cell(paragraph(legacy_checkbox('<w:default w:val="0"/>' + "<w:checked/>" * checked))), LABEL))
    ),
    "symbol in a cell right of its words": lambda checked: Parts(
        table(row(LABEL, cell(paragraph(symbol("F0FE" if checked else "F0A8")))))
    ),
    "sign in a cell left of its words": lambda checked: Parts(table(row("☒" if checked else "☐", LABEL))),
    "X in a cell left of its words": lambda checked: Parts(
        table(row("X" if checked else "", LABEL), row("", "Make-up session"), row("X", "Individual"))
    ),
    "X in a cell right of its words": lambda checked: Parts(table(row(LABEL, "X" if checked else ""))),
    "tick in a cell right of its words": lambda checked: Parts(table(row(LABEL, "✓" if checked else ""))),
}


# --- in words, and by marking one of two -----------------------------------------------------------------------------


def _active_x(value: Callable[[bool], str], *, binary: bool = False) -> Callable[[bool], Parts]:
    def place(checked: bool) -> Parts:
        kept = f'<ax:ocxPr ax:name="Value" ax:value="{value(checked)}"/>' if not binary else ""
        how = 'ax:persistence="persistStreamInit" r:id="rId1"' if binary else 'ax:persistence="persistPropertyBag"'
        part = f'<ax:ocx xmlns:ax="{_AX}" {DECLARATIONS} ax:classid="{_FORMS_CHECKBOX}" {how}>{kept}</ax:ocx>'
        parts: dict[str, str | bytes] = {"word/activeX/activeX1.xml": part}
        if binary:
            parts["word/activeX/activeX1.bin"] = b"\x00\x02\x44\x00" + bytes([0x31 if checked else 0x30]) * 40
        picture = '<v:shape style="width:12pt;height:12pt"/><w:control r:id="rIdX" w:name="CheckBox1"/>'
        return Parts(
            paragraph(run("", f"<w:object>{picture}</w:object>"), run(f" {LABEL}")),
            parts=parts,
            links={"rIdX": ("control", "activeX/activeX1.xml")},
        )

    return place


def _answered(question: str, *, right: str, wrong: str, mark: Callable[[str, bool], str]) -> Callable[[bool], Parts]:
    """A question with Yes and No, of which one is marked; `right` is the one that says "does not meet"."""

    def place(checked: bool) -> Parts:
        chosen = right if checked else wrong
        first, second = (mark(word, word == chosen) for word in ("Yes", "No"))
        return Parts(paragraph(run(f"{question}   "), first, run("   "), second))

    return place


def _around(word: str, properties: str, chosen: bool) -> str:
    return run(word, properties=properties if chosen else "")


def _boxed(word: str, chosen: bool) -> str:
    return checkbox(checked=chosen) + run(f" {word}")


def _boxed_behind(word: str, chosen: bool) -> str:
    return run(f"{word} ") + checkbox(checked=chosen)


def _typed(word: str, chosen: bool) -> str:
    return run(f"{'[x]' if chosen else '[ ]'} {word}")


def _ruled(word: str, chosen: bool) -> str:
    return run(f"{'__X__' if chosen else '_____'} {word}")


def _circle(relative: str) -> str:
    """An ellipse, anchored here; its place is given from the letter (or column, or page) on."""
    ellipse = shape(geometry='<a:prstGeom prst="ellipse"/><a:noFill/>')
    at = f'<wp:positionH relativeFrom="{relative}"><wp:posOffset>-76200</wp:posOffset></wp:positionH>'
    return ellipse.replace("wp:inline", "wp:anchor").replace(
        '<wp:extent cx="9525" cy="9525"/>', f'{at}<wp:extent cx="419100" cy="228600"/>'
    )


def _circled(word: str, chosen: bool) -> str:
    """An ellipse laid around the word that it is anchored at."""
    return (run("", _circle("character")) if chosen else "") + run(word)


def _circled_somewhere(word: str, chosen: bool) -> str:
    """An ellipse anchored at the word; where on the page it is, only who lays out the page can know."""
    return (run("", _circle("column")) if chosen else "") + run(word)


def _enclosed(word: str, chosen: bool) -> str:
    """The first letter alone, in the circle that Word's Enclose Characters draws."""
    return field(f"eq \\o\\ac(○,{word[0]})") if chosen else run(word[0])


def _circled_by_hand(word: str, chosen: bool) -> str:
    """A stroke of the pen around the word."""
    return (run("", shape(geometry="<a:custGeom/>")) if chosen else "") + run(word)


def _struck(word: str, chosen: bool) -> str:
    """The other one is struck through."""
    return run(word, properties="" if chosen else "<w:strike/>")


MARKED: dict[str, Callable[[str, bool], str]] = {
    "in bold": lambda word, chosen: bold(word) if chosen else run(word),
    "highlighted": lambda word, chosen: _around(word, '<w:highlight w:val="yellow"/>', chosen),
    "underlined": lambda word, chosen: _around(word, '<w:u w:val="single"/>', chosen),
    "shaded": lambda word, chosen: _around(word, '<w:shd w:val="clear" w:fill="FFFF00"/>', chosen),
    "framed": lambda word, chosen: _around(word, '<w:bdr w:val="single" w:sz="4"/>', chosen),
    "with the other struck through": _struck,
    "circled with a shape": _circled,
    "circled with a shape placed on the page": _circled_somewhere,
    "circled by hand": _circled_by_hand,
    "with its letter enclosed": _enclosed,
}
"""One of two words marked."""
_PLACED_BY_EYE = frozenset({"circled with a shape placed on the page", "circled by hand"})
"""Whoever cannot tell which word it is says so."""
ALIKE: dict[str, Callable[[str, bool], str]] = {
    "neither marked": lambda word, _: run(word),
    "both in bold": lambda word, _: bold(word),
    "both underlined": lambda word, _: _around(word, '<w:u w:val="single"/>', True),
    "one in bold, the other highlighted": lambda word, chosen: (
        bold(word) if chosen else _around(word, '<w:highlight w:val="yellow"/>', True)
    ),
    "one letter in bold": lambda word, chosen: bold(word[:1]) + run(word[1:]) if chosen else run(word),
}
"""Nothing was chosen that anybody could be sure of."""
BOXED: dict[str, Callable[[str, bool], str]] = {
    "with boxes before": _boxed,
    "with boxes behind": _boxed_behind,
    "with typed boxes": _typed,
    "with rules": _ruled,
}
QUESTIONS = {f"{LABEL}:": ("Yes", "No"), f"{POSITIVE}:": ("No", "Yes")}
"""Each question with the answers that mean ticked, and not ticked."""


def _words(text: Callable[[bool], str]) -> Callable[[bool], Parts]:
    return lambda checked: Parts(paragraph(text(checked)))


def _chosen(checked: bool) -> str:
    return "Yes" if checked else "No"


IN_WORDS: dict[str, Callable[[bool], Parts]] = {
    "words Yes and No": _words(lambda checked: f"{LABEL}: {_chosen(checked)}"),
    "words Y and N": _words(lambda checked: f"{LABEL}: {_chosen(checked)[0]}"),
    "words Checked: True": _words(lambda checked: f"{LABEL}: {'Checked' if checked else 'Unchecked'}"),
    "positive words No and Yes": _words(lambda checked: f"{POSITIVE}: {_chosen(not checked)}"),
    "words Medicaid Billable": _words(lambda checked: f"Medicaid Billable: {_chosen(not checked)}"),
    "words in a cell": lambda checked: Parts(table(row(LABEL, _chosen(checked)))),
    "positive words in a cell": lambda checked: Parts(table(row(POSITIVE, _chosen(not checked)))),
    "list control": lambda checked: Parts(
        paragraph(run(f"{LABEL}: "), control(run(_chosen(checked)), "<w:dropDownList/>"))
    ),
    "list control, nothing chosen": lambda checked: Parts(
        paragraph(
            run(f"{LABEL}: "),
            control(run("Yes" if checked else "Choose an item."), "<w:dropDownList/>", placeholder=not checked),
        )
    ),
    "positive list control": lambda checked: Parts(
        paragraph(run(f"{POSITIVE}: "), control(run(_chosen(not checked)), "<w:dropDownList/>"))
    ),
    "list field": lambda checked: Parts(paragraph(run(f"{LABEL}: "), legacy_list(["No", "Yes"], int(checked)))),
    "text field": lambda checked: Parts(paragraph(run(f"{LABEL}: "), legacy_text("X" if checked else "\u2002" * 5))),
    "merge field": lambda checked: Parts(paragraph(run(f"{LABEL}: "), field("MERGEFIELD Medicaid", _chosen(checked)))),
    "X on a rule before its words": _words(lambda checked: f"{'__X__' if checked else '_____'} {LABEL}"),
    "X on a rule behind its words": _words(lambda checked: f"{LABEL} {'__X__' if checked else '_____'}"),
    "X before its words": _words(lambda checked: f"{'X ' if checked else '  '}{LABEL}"),
}
_CANNOT_TELL = frozenset({"X before its words"})


def variants() -> Iterator[Variant]:
    """All papers about the box in Word but those in the general containers."""
    for name, mark in MARKS.items():
        yield _variant(f"box as {name}", partial(_before_words, mark), unclear=name in _BULLETS)
    for name, place in POSITIONS.items():
        yield _variant(f"box in position: {name}", place)
    yield _variant("box as ActiveX", _active_x(lambda checked: str(int(checked))))
    yield _variant("box as ActiveX, true and false", _active_x(lambda checked: str(checked).lower()))
    yield _variant("box as ActiveX in binary", _active_x(str, binary=True), unclear=True)
    yield _variant(
        "box whose sign differs from its state", lambda checked: _before_words(_differing, checked), unclear=True
    )
    for words, (right, wrong) in QUESTIONS.items():
        question = "negative" if words.startswith("Does") else "positive"
        for name, mark_one in {**BOXED, **MARKED}.items():
            place = _answered(words, right=right, wrong=wrong, mark=mark_one)
            yield _variant(f"{question} Yes/No {name}", place, unclear=name in _PLACED_BY_EYE)
        yield _variant(f"{question} Yes/No, neither ticked", partial(_unanswered, words), sides=(False,))
        for name, in_a_cell in {"in cells": _boxed, "in cells, in bold": MARKED["in bold"]}.items():
            yield _variant(f"{question} Yes/No {name}", partial(_in_cells, words, right, in_a_cell))
        for name, alike in ALIKE.items():
            place = _answered(words, right=right, wrong=wrong, mark=alike)
            yield _variant(f"{question} Yes/No {name}", place, sides=(False,), unclear=True)
    for name, place in IN_WORDS.items():
        yield _variant(f"box in words: {name}", place, unclear=name in _CANNOT_TELL)
    yield _variant("box alone: Meets Medicaid requirements, ticked", _positive_alone, sides=(False,))
    for name, general in PLACES.items():
        if name not in FOR_SIGNATURES_ALONE:
            yield _variant(name, partial(_in_general, general))


def _variant(
    name: str,
    place: Callable[[bool], Parts],
    *,
    unclear: bool = False,
    sides: tuple[bool, ...] = (True, False),
) -> Variant:
    def make(checked: bool) -> bytes:
        return paper_of("box", place(checked))

    return Variant("Word", name, "box", make, ".docx", sides, unclear)


def _in_general(place: Place, checked: bool) -> Parts:
    return place(slot("box", checked), _mark(checked))


def _before_words(mark: Mark, checked: bool) -> Parts:
    return Parts(paragraph(mark(checked), run(f" {LABEL}")))


def _differing(checked: bool) -> str:
    return checkbox(checked=checked, sign="☐" if checked else "☒")


def _unanswered(words: str, _: bool) -> Parts:
    return Parts(paragraph(run(f"{words}   "), _boxed("Yes", False), run("   "), _boxed("No", False)))


def _in_cells(words: str, right: str, mark: Callable[[str, bool], str], checked: bool) -> Parts:
    chosen = right if checked else {"Yes": "No", "No": "Yes"}[right]
    answers = [cell(paragraph(mark(word, word == chosen))) for word in ("Yes", "No")]
    return Parts(table(row(words, *answers)))


def _positive_alone(_: bool) -> Parts:
    return Parts(paragraph(checkbox(checked=True), run(f" {POSITIVE}")))
