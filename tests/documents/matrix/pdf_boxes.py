"""The Medicaid box on PDFs: form fields, drawn squares, letters of symbol fonts, marks laid over, Yes and No."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from tests.documents.matrix.pdf_places import _ruled
from tests.documents.matrix.pdf_sheet import (
    BOLD,
    DINGBATS,
    REGULAR,
    Field,
    Sheet,
    Stroke,
    Text,
    by_hand,
    by_reportlab,
    sheet_of,
    symbol_font,
)
from tests.documents.matrix.variants import LABELS, Variant

LABEL = LABELS["box"]
POSITIVE = "Meets Medicaid requirements"
SIDE = 10.0
_KAPPA = 0.5523
Draw = Callable[[Sheet, float, bool], None]
"""Draws a box, ticked or empty, with its lower left corner at a place right of the margin, on the present line."""


# --- drawn boxes -----------------------------------------------------------------------------------------------------


def _square(sheet: Sheet, x: float) -> tuple[float, float]:
    y = sheet.y - 1.5
    sheet.rectangle(x, y, SIDE, SIDE)
    return x, y


def crossed(sheet: Sheet, x: float, ticked: bool) -> None:
    """A square, crossed by two lines."""
    x, y = _square(sheet, x)
    if ticked:
        sheet.stroke((x, y), (x + SIDE, y + SIDE))
        sheet.stroke((x, y + SIDE), (x + SIDE, y))


def hooked(sheet: Sheet, x: float, ticked: bool) -> None:
    """A square with a hook that reaches out of it."""
    x, y = _square(sheet, x)
    if ticked:
        sheet.stroke((x + 2, y + 5), (x + 4.5, y + 2), (x + 13, y + 14))


def scribbled(sheet: Sheet, x: float, ticked: bool) -> None:
    """A square with a curve through it, as a pen draws."""
    x, y = _square(sheet, x)
    if ticked:
        points = ((1.0, 5.0), (3.0, 1.0), (5.0, 1.0), (6.0, 5.0), (8.0, 9.0), (10.0, 12.0), (13.0, 12.0))
        sheet.things.append(Stroke(tuple((sheet.left + x + a, y + b) for a, b in points), curved=True))


def blackened(sheet: Sheet, x: float, ticked: bool) -> None:
    """A square, filled with a smaller black one."""
    x, y = _square(sheet, x)
    if ticked:
        sheet.rectangle(x + 2, y + 2, SIDE - 4, SIDE - 4, filled=True)


def black_all_over(sheet: Sheet, x: float, ticked: bool) -> None:
    """A square, painted black altogether."""
    sheet.rectangle(x, sheet.y - 1.5, SIDE, SIDE, filled=ticked)


def typed_into(letter: str, font: str = REGULAR) -> Draw:
    """A square with a letter in it."""

    def draw(sheet: Sheet, x: float, ticked: bool) -> None:
        _square(sheet, x)
        if ticked:
            sheet.text(x + 1.5, letter, font=font, size=10)

    return draw


def of_four_lines(sheet: Sheet, x: float, ticked: bool) -> None:
    """A square of four single lines, with an X typed in it."""
    y = sheet.y - 1.5
    corners = ((x, y), (x + SIDE, y), (x + SIDE, y + SIDE), (x, y + SIDE), (x, y))
    for first, second in pairwise(corners):
        sheet.stroke(first, second)
    if ticked:
        sheet.text(x + 1.5, "X", size=10)


def round_and_filled(sheet: Sheet, x: float, ticked: bool) -> None:
    """A circle with a dot in it."""
    _circle(sheet, x, sheet.y - 1.5, SIDE)
    if ticked:
        sheet.text(x + 2, "●", font=DINGBATS, size=8)


def _circle(sheet: Sheet, x: float, y: float, width: float, height: float | None = None) -> None:
    a, b = width / 2, (height or width) / 2
    cx, cy, k = sheet.left + x + a, y + b, _KAPPA
    points = [(cx + a, cy)]
    for ax, ay, bx, by in ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)):
        points += [
            (cx + a * (ax + k * bx), cy + b * (ay + k * by)),
            (cx + a * (bx + k * ax), cy + b * (by + k * ay)),
            (cx + a * bx, cy + b * by),
        ]
    sheet.things.append(Stroke(tuple(points), curved=True, closed=True))


def of_dingbats(ticked: str, empty: str = "❏") -> Draw:
    """Letters of Zapf Dingbats: the ticked one and the empty one."""

    def draw(sheet: Sheet, x: float, checked: bool) -> None:
        sheet.text(x, ticked if checked else empty, font=DINGBATS, size=10)

    return draw


def dingbat_over_dingbat(sheet: Sheet, x: float, ticked: bool) -> None:
    """A hollow box with a tick printed over it, both letters of Zapf Dingbats."""
    sheet.text(x, "❏", font=DINGBATS, size=10)
    if ticked:
        sheet.text(x + 0.5, "✔", font=DINGBATS, size=9)


def typed(ticked: str, empty: str) -> Draw:
    """Typed brackets."""

    def draw(sheet: Sheet, x: float, checked: bool) -> None:
        sheet.text(x, ticked if checked else empty)

    return draw


def form_box(sheet: Sheet, x: float, ticked: bool) -> None:
    """A form field as reportlab makes it."""
    sheet.things.append(Field(sheet.left + x, sheet.y, 12, "medicaid", "x" if ticked else "", "box"))


DRAWN: dict[str, Draw] = {
    "drawn square, crossed": crossed,
    "drawn square, hooked": hooked,
    "drawn square, scribbled": scribbled,
    "drawn square, black inside": blackened,
    "drawn square, black all over": black_all_over,
    "drawn square with X": typed_into("X"),
    "drawn square with x": typed_into("x"),
    "drawn square with ✓ of Zapf Dingbats": typed_into("✓", DINGBATS),
    "drawn square with ✔ of Zapf Dingbats": typed_into("✔", DINGBATS),
    "drawn square with ✘ of Zapf Dingbats": typed_into("✘", DINGBATS),
    "drawn square with ■ of Zapf Dingbats": typed_into("■", DINGBATS),
    "square of four lines": of_four_lines,
    "drawn circle with a dot": round_and_filled,
    "Zapf Dingbats ✔ and ❏": of_dingbats("✔"),
    "Zapf Dingbats ✘ and ❑": of_dingbats("✘", "❑"),
    "Zapf Dingbats ■ and ❏": of_dingbats("■"),
    "Zapf Dingbats ✔ over ❏": dingbat_over_dingbat,
    "typed [x] and [ ]": typed("[x]", "[ ]"),
    "typed (X) and ( )": typed("(X)", "( )"),
    "typed __X__ and _____": typed("__X__", "_____"),
    "form field": form_box,
}
_BULLETS = frozenset({"Zapf Dingbats ■ and ❏"})


# --- where box and words stand ---------------------------------------------------------------------------------------


def _left(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    draw(sheet, 0, ticked)
    sheet.text(45, LABEL)
    sheet.down()


def _right(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    end = sheet.text(0, LABEL)
    draw(sheet, end + 8, ticked)
    sheet.down()


def _far_right(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    sheet.text(0, LABEL)
    draw(sheet, 320, ticked)
    sheet.down()


def _among_others(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    for x, words, state in ((0, "Make-up", False), (110, LABEL, ticked), (350, "Group", False)):
        crossed(sheet, x, state)
        sheet.text(x + 16, words)
    sheet.down()


def _among_ticked(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    for x, words, state in ((0, "Individual", True), (110, LABEL, ticked), (350, "Preschool", True)):
        crossed(sheet, x, state)
        sheet.text(x + 16, words)
    sheet.down()


def _in_a_list(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    for words, state in (("Make-up session", False), (LABEL, ticked), ("Group session", False)):
        crossed(sheet, 0, state)
        sheet.text(18, words)
        sheet.down(16)


def _ruled_left(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    y = sheet.y
    _ruled(sheet, [["", LABEL]], (0, 30, 300))
    after, sheet.y = sheet.y, y
    draw(sheet, 8, ticked)
    sheet.y = after


def _ruled_right(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    y = sheet.y
    _ruled(sheet, [[LABEL, ""]], (0, 270, 320))
    after, sheet.y = sheet.y, y
    draw(sheet, 280, ticked)
    sheet.y = after


def _ruled_below(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    y = sheet.y
    _ruled(sheet, [[LABEL, "Units", "CPT Code"], ["", "1", "none"]], (0, 240, 320, 420))
    after, sheet.y = sheet.y, y - 20
    draw(sheet, 8, ticked)
    sheet.y = after


def _broken(sheet: Sheet, draw: Draw, ticked: bool) -> None:
    draw(sheet, 0, ticked)
    sheet.text(30, "Does not meet Medicaid")
    sheet.down(14)
    sheet.text(30, "requirements")
    sheet.down()


POSITIONS: dict[str, Callable[[Sheet, Draw, bool], None]] = {
    "box behind its words": _right,
    "box far behind its words": _far_right,
    "box among others": _among_others,
    "box among others that are ticked": _among_ticked,
    "box in a list": _in_a_list,
    "box in a ruled cell left of its words": _ruled_left,
    "box in a ruled cell right of its words": _ruled_right,
    "box in a ruled cell below its words": _ruled_below,
    "words broken over two lines": _broken,
}


# --- fields and notes written by hand --------------------------------------------------------------------------------

ON_STATES = ("Yes", "On", "1", "X", "Checked", "True", "Does#20not#20meet", "0", "No", "Ja")
"""What the ticked state is called in the file."""


def _widget(sheet: Sheet, x: float, more: str) -> str:
    left, y = sheet.left + x, sheet.y - 2
    return f"<< /Type /Annot /Subtype /Widget /Rect [{left:g} {y:g} {left + 12:g} {y + 12:g}] /P 3 0 R {more} >>"


def _states(on: str) -> str:
    return f"/AP << /N << /{on} 10 0 R /Off 11 0 R >> >>"


_STREAM = "<< /Type /XObject /Subtype /Form /BBox [0 0 12 12] /Length 0 >>\nstream\n\nendstream"


def _field_by_hand(entries: Callable[[bool], str]) -> Callable[[bool], bytes]:
    def make(ticked: bool) -> bytes:
        def place(sheet: Sheet) -> None:
            sheet.annotations.append(_widget(sheet, 0, entries(ticked)))
            sheet.objects += [_STREAM, _STREAM]
            sheet.text(18, LABEL)
            sheet.down()

        return by_hand(sheet_of("box", place))

    return make


def _with_state(on: str, ticked: bool) -> str:
    state = on if ticked else "Off"
    return f"/FT /Btn /T (a) /V /{state} /AS /{state} {_states(on)}"


BY_HAND: dict[str, Callable[[bool], bytes]] = {
    **{f"form field, on is /{on}": _field_by_hand(partial(_with_state, on)) for on in ON_STATES},
    "form field without /AS": _field_by_hand(
        lambda ticked: f"/FT /Btn /T (a) {_states('Yes')} " + ("/V /Yes" if ticked else "")
    ),
    "form field without /V": _field_by_hand(
        lambda ticked: f"/FT /Btn /T (a) {_states('Yes')} /AS /{'Yes' if ticked else 'Off'}"
    ),
    "form field without appearances": _field_by_hand(
        lambda ticked: f"/FT /Btn /T (a) /V /{'Yes' if ticked else 'Off'} /AS /{'Yes' if ticked else 'Off'}"
    ),
    "form field, never touched": _field_by_hand(
        lambda ticked: f"/FT /Btn /T (a) {_states('Yes')} " + ("/V /Yes /AS /Yes" if ticked else "")
    ),
}


def _marked_by(kind: str, more: str) -> Callable[[bool], bytes]:
    """A printed box over which a note is laid where it is ticked."""

    def make(ticked: bool) -> bytes:
        def place(sheet: Sheet) -> None:
            _square(sheet, 0)
            x, y = sheet.left, sheet.y - 1.5
            if ticked:
                rect = f"[{x - 1:g} {y - 1:g} {x + SIDE + 1:g} {y + SIDE + 1:g}]"
                ink = f"/InkList [[{x:g} {y:g} {x + 5:g} {y + 2:g} {x + 10:g} {y + 10:g}]]" if kind == "Ink" else ""
                sheet.annotations.append(f"<< /Type /Annot /Subtype /{kind} /Rect {rect} /P 3 0 R {ink} {more} >>")
            sheet.text(18, LABEL)
            sheet.down()

        return by_hand(sheet_of("box", place))

    return make


NOTES: dict[str, Callable[[bool], bytes]] = {
    "drawn square with ink over it": _marked_by("Ink", ""),
    "drawn square with an X typed over it": _marked_by("FreeText", "/Contents (X) /DA (/F1 10 Tf)"),
    "drawn square with a stamp over it": _marked_by("Stamp", "/Name /Check"),
    "drawn square with a line over it": _marked_by("Line", "/L [60 500 70 510]"),
}


def _with_font(codes: tuple[int, int], letters: tuple[int, int], name: str) -> Callable[[bool], bytes]:
    """A letter of a font that is not in the file: only codes, and what they are in Unicode."""

    def make(ticked: bool) -> bytes:
        def place(sheet: Sheet) -> None:
            code = codes[0] if ticked else codes[1]
            sheet.things.append(Text(sheet.left, sheet.y, bytes([code]).decode("cp1252"), "F5", 11))
            sheet.text(18, LABEL)
            sheet.down()

        sheet = sheet_of("box", place)
        font, table = symbol_font(dict(zip(codes, letters, strict=True)), name, at=9)
        sheet.objects.append(table)
        return by_hand(sheet, fonts=[font])

    return make


FONTS: dict[str, tuple[Callable[[bool], bytes], bool]] = {
    "Wingdings ☑ as private letters": (_with_font((0xFE, 0xA8), (0xF0FE, 0xF0A8), "Wingdings-Regular"), False),
    "Wingdings ☒ as private letters": (_with_font((0xFD, 0x6F), (0xF0FD, 0xF06F), "ABCDEF+Wingdings"), False),
    "Wingdings ☑ as Latin letters": (_with_font((0xFE, 0xA8), (0xFE, 0xA8), "Wingdings-Regular"), False),
    "Wingdings x and o as Latin letters": (_with_font((0x78, 0x6F), (0x78, 0x6F), "Wingdings"), False),
    "Wingdings 2 as private letters": (_with_font((0x52, 0xA3), (0xF052, 0xF0A3), "Wingdings2"), False),
    "private letters of an unnamed font": (_with_font((0xFE, 0xA8), (0xF0FE, 0xF0A8), "T1"), True),
    "Unicode ☒ and ☐": (_with_font((0x41, 0x42), (0x2612, 0x2610), "MS-Gothic"), False),
    "Unicode ☑ and ☐": (_with_font((0x41, 0x42), (0x2611, 0x2610), "SegoeUISymbol"), False),
    "Unicode ✓ and □": (_with_font((0x41, 0x42), (0x2713, 0x25A1), "DejaVuSans"), False),
    "Unicode ■ and □": (_with_font((0x41, 0x42), (0x25A0, 0x25A1), "DejaVuSans"), True),
    "Unicode 🗹 and ☐": (_with_font((0x41, 0x42), (0x1F5F9, 0x2610), "SegoeUISymbol"), False),
}
"""With whether "cannot tell" is right too."""


# --- Yes and No ------------------------------------------------------------------------------------------------------


def _radio(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    sheet.things.append(Field(sheet.left + x, sheet.y, 12, f"answer/{word}", "x" if chosen else "", "radio"))
    sheet.text(x + 16, word)


def _box(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    crossed(sheet, x, chosen)
    sheet.text(x + 16, word)


def _box_behind(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    crossed(sheet, sheet.text(x, word) + 6, chosen)


def _circled(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    sheet.text(x, word)
    if chosen:
        _circle(sheet, x - 6, sheet.y - 5, 32, 18)


def _in_bold(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    sheet.text(x, word, font=BOLD if chosen else REGULAR)


def _underlined(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    end = sheet.text(x, word)
    if chosen:
        sheet.stroke((x, sheet.y - 2), (end, sheet.y - 2))


def _other_struck(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    end = sheet.text(x, word)
    if not chosen:
        sheet.stroke((x, sheet.y + 3), (end, sheet.y + 3))


def _circled_by_hand(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    """A ring that no drawing program makes; it may as well be a word crossed out."""
    end = sheet.text(x, word)
    if chosen:
        left, y = sheet.left + x, sheet.y
        sheet.things.append(
            Stroke(((left - 4, y), (left + 5, y + 14), (sheet.left + end + 6, y + 5), (left + 8, y - 6)))
        )


def _lined(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    end = sheet.text(x, word)
    sheet.stroke((x, sheet.y - 2), (end, sheet.y - 2))


def _highlighted(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
    place = len(sheet.things)
    left, right, y = sheet.left + x, sheet.left + sheet.text(x, word), sheet.y - 3
    if chosen:
        corners = ((left, y), (right, y), (right, y + 13), (left, y + 13))
        sheet.things.insert(place, Stroke(corners, closed=True, colour=(1.0, 1.0, 0.0)))  # behind the word


def _noted(kind: str, *, other: bool = False) -> Callable[[Sheet, float, str, bool], None]:
    """A note over the word, as programs for reading PDFs make it: of the chosen word, or of the other."""

    def draw(sheet: Sheet, x: float, word: str, chosen: bool) -> None:
        end = sheet.text(x, word)
        if chosen is not other:
            left, right, low, high = sheet.left + x, sheet.left + end, sheet.y - 2, sheet.y + 9
            if kind == "Circle":
                left, right, low, high = left - 5, right + 5, low - 2, high + 2
            corners = f"{left:g} {high:g} {right:g} {high:g} {left:g} {low:g} {right:g} {low:g}"
            rect = f"[{left:g} {low:g} {right:g} {high:g}]"
            sheet.annotations.append(
                f"<< /Type /Annot /Subtype /{kind} /Rect {rect} /P 3 0 R /QuadPoints [{corners}] >>"
            )

    return draw


ANSWERS: dict[str, tuple[Callable[[Sheet, float, str, bool], None], bool]] = {
    "with round form fields": (_radio, False),
    "with drawn boxes": (_box, False),
    "with drawn boxes behind": (_box_behind, False),
    "circled": (_circled, False),
    "in bold": (_in_bold, False),
    "underlined": (_underlined, False),
    "with the other struck through": (_other_struck, False),
    "circled by hand": (_circled_by_hand, True),
    "highlighted": (_highlighted, False),
    "with a note that highlights it": (_noted("Highlight"), False),
    "with a note that underlines it": (_noted("Underline"), False),
    "with a note that circles it": (_noted("Circle"), False),
    "with a note that strikes the other": (_noted("StrikeOut", other=True), False),
}
QUESTIONS = {"negative": (f"{LABEL}:", "Yes", "No"), "positive": (f"{POSITIVE}:", "No", "Yes")}


def variants() -> Iterator[Variant]:
    """All PDFs about the box."""
    for name, draw in DRAWN.items():
        yield _variant(f"box as {name}", partial(_at, _left, draw), unclear=name in _BULLETS)
    for name, position in POSITIONS.items():
        for what, draw in (("", crossed), (", form field", form_box), (", letter", of_dingbats("✘"))):
            if not what or ("among" not in name and "list" not in name):
                yield _variant(f"{name}{what}", partial(_at, position, draw))
    for name, make in (BY_HAND | NOTES).items():
        yield _variant(f"box as {name}", make)
    for name, (make, unclear) in FONTS.items():
        yield _variant(f"box as {name}", make, unclear=unclear)
    for turn in (90, 180, 270):
        yield _variant(f"page turned by {turn}", partial(_turned, turn))
    for question, (words, right, wrong) in QUESTIONS.items():
        for name, (mark, unclear) in ANSWERS.items():
            yield _variant(f"{question} Yes/No {name}", partial(_answered, words, right, wrong, mark), unclear=unclear)
        yield _variant(f"{question} Yes/No, neither ticked", partial(_answered, words, "", "", _box), sides=(False,))
        both = partial(_answered, words, right, wrong, _lined)
        yield _variant(f"{question} Yes/No, both underlined", both, sides=(False,), unclear=True)


def _variant(
    name: str, make: Callable[[bool], bytes], *, unclear: bool = False, sides: tuple[bool, ...] = (True, False)
) -> Variant:
    return Variant("PDF", name, "box", make, ".pdf", sides, unclear)


def _at(position: Callable[[Sheet, Draw, bool], None], draw: Draw, ticked: bool) -> bytes:
    return by_reportlab(sheet_of("box", lambda sheet: position(sheet, draw, ticked)))


def _turned(turn: int, ticked: bool) -> bytes:
    return by_reportlab(sheet_of("box", lambda sheet: _left(sheet, crossed, ticked)), turn=turn)


def _answered(
    question: str, right: str, wrong: str, mark: Callable[[Sheet, float, str, bool], None], ticked: bool
) -> bytes:
    def place(sheet: Sheet) -> None:
        end = sheet.text(0, question)
        for x, word in ((end + 20, "Yes"), (end + 80, "No")):
            mark(sheet, x, word, word == (right if ticked else wrong))
        sheet.down()

    sheet = sheet_of("box", place)
    return by_hand(sheet) if sheet.annotations else by_reportlab(sheet)
