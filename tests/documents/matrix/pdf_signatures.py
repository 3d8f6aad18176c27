"""The signature on PDFs: pictures, ink, stamps, signature fields, drawn curves, typed and electronic ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tests.documents.matrix.pdf_places import _ruled
from tests.documents.matrix.pdf_sheet import Picture, Sheet, Stroke, by_hand, by_reportlab, sheet_of
from tests.documents.matrix.variants import DAY, LABELS, PROVIDER, Variant
from tests.documents.matrix.word_signatures import STAMPS, TYPED

LABEL = LABELS["signature"]
Draw = Callable[[Sheet, float, float], None]
"""Draws a signature with its lower left corner at a place right of the margin."""


def picture(sheet: Sheet, x: float, y: float) -> None:
    """A picture."""
    sheet.things.append(Picture(sheet.left + x, y))


def drawn(sheet: Sheet, x: float, y: float) -> None:
    """One curve of the pen."""
    points = [(sheet.left + x + 5 * number, y + (2 if number % 3 else 14) + number % 5) for number in range(16)]
    sheet.things.append(Stroke(tuple(points), curved=True))


def drawn_in_strokes(sheet: Sheet, x: float, y: float) -> None:
    """Many short straight strokes, as a tablet keeps them."""
    for number in range(20):
        left = sheet.left + x + 4 * number
        sheet.things.append(Stroke(((left, y + number * 3 % 11), (left + 5, y + (number + 1) * 3 % 11))))


def traced(sheet: Sheet, x: float, y: float) -> None:
    """A filled outline, as a traced signature is."""
    points = [(sheet.left + x + 6 * number, y + (0 if number % 2 else 12)) for number in range(16)]
    sheet.things.append(Stroke(tuple(points), curved=True, closed=True, filled=True))


DRAWN: dict[str, Draw] = {
    "picture": picture, "drawn curve": drawn, "drawn strokes": drawn_in_strokes, "traced outline": traced,
}  # fmt: skip


def _beside(sheet: Sheet, draw: Draw | None) -> None:
    end = sheet.text(0, f"{LABEL}:") + 8
    if draw:
        draw(sheet, end, sheet.y - 2)
    sheet.text(300, f"Date: {DAY}")
    sheet.down()


def _on_a_rule(sheet: Sheet, draw: Draw | None) -> None:
    end = sheet.text(0, f"{LABEL}:") + 8
    if draw:
        draw(sheet, end, sheet.y - 1)
    sheet.rule(end, 160)
    sheet.text(300, f"Date: {DAY}")
    sheet.down()


def _over_its_label(sheet: Sheet, draw: Draw | None) -> None:
    sheet.down(10)
    if draw:
        draw(sheet, 10, sheet.y)
    sheet.text(300, DAY)
    sheet.rule(0, 240)
    sheet.rule(300, 100)
    sheet.down(14)
    sheet.text(0, LABEL)
    sheet.text(300, "Date")
    sheet.down()


def _above_its_label(sheet: Sheet, draw: Draw | None) -> None:
    sheet.down(10)
    if draw:
        draw(sheet, 0, sheet.y)
    sheet.down(14)
    sheet.text(0, f"{LABEL}")
    sheet.text(300, f"Date: {DAY}")
    sheet.down()


def _below_its_label(sheet: Sheet, draw: Draw | None) -> None:
    sheet.text(0, f"{LABEL}:")
    sheet.text(300, f"Date: {DAY}")
    sheet.down(26)
    if draw:
        draw(sheet, 0, sheet.y)
    sheet.down()


def _in_a_cell(sheet: Sheet, draw: Draw | None) -> None:
    y = sheet.y
    _ruled(sheet, [[LABEL, "", "Date", DAY]], (0, 130, 300, 350, 480))
    if draw:
        draw(sheet, 140, y - 5)


def _in_a_cell_below(sheet: Sheet, draw: Draw | None) -> None:
    y = sheet.y
    _ruled(sheet, [[LABEL, "Date"], ["", DAY]], (0, 300, 480))
    if draw:
        draw(sheet, 20, y - 25)


def _under_its_label_in_a_cell(sheet: Sheet, draw: Draw | None) -> None:
    top = sheet.y + 12
    for x, width, label in ((0, 280, LABEL), (280, 160, "Date")):
        sheet.rectangle(x, top - 36, width, 36)
        sheet.text(x + 3, label, y=top - 9, size=7)
    sheet.text(284, DAY, y=top - 28)
    if draw:
        draw(sheet, 40, top - 33)
    sheet.y = top - 56


def _with_a_printed_name(sheet: Sheet, draw: Draw | None) -> None:
    _on_a_rule(sheet, draw)
    sheet.line(("Print Name", PROVIDER))


PLACES: dict[str, Callable[[Sheet, Draw | None], None]] = {
    "beside its label": _beside,
    "on a rule": _on_a_rule,
    "over a rule and its label": _over_its_label,
    "above its label": _above_its_label,
    "below its label": _below_its_label,
    "in a ruled cell": _in_a_cell,
    "in a ruled cell below its label": _in_a_cell_below,
    "under its label in a ruled cell": _under_its_label_in_a_cell,
    "over a printed name": _with_a_printed_name,
}


def _logo(sheet: Sheet, filled: bool) -> None:
    """A logo at the top of the page is no signature."""
    sheet.things.append(Picture(sheet.left + 400, 735, 80, 30))
    sheet.line((LABEL, f"/s/ {PROVIDER}" if filled else "____________________"), ("Date", DAY))


# --- laid over the page ----------------------------------------------------------------------------------------------


def _note(kind: str, more: str, place: Callable[[Sheet, Draw | None], None]) -> Callable[[bool], bytes]:
    def annotate(sheet: Sheet, x: float, y: float) -> None:
        left = sheet.left + x
        ink = f"/InkList [[{left:g} {y:g} {left + 50:g} {y + 12:g} {left + 90:g} {y + 4:g}]]" if kind == "Ink" else ""
        rect = f"[{left:g} {y:g} {left + 100:g} {y + 16:g}]"
        sheet.annotations.append(f"<< /Type /Annot /Subtype /{kind} /Rect {rect} /P 3 0 R {ink} {more} >>")

    def make(filled: bool) -> bytes:
        return by_hand(sheet_of("signature", lambda sheet: place(sheet, annotate if filled else None)))

    return make


def _field(signed: str, place: str, *, empty: str = "", parent: bool = False) -> Callable[[bool], bytes]:
    """A signature field, with or without a signature in it."""

    def make(filled: bool) -> bytes:
        def draw(sheet: Sheet, x: float, y: float) -> None:
            left = sheet.left + x
            value = signed if filled else empty
            own = "/Parent 10 0 R" if parent else f"/FT /Sig /T (Signature1) {value}"
            rect = f"[{left:g} {y - 3:g} {left + 120:g} {y + 15:g}]"
            sheet.annotations.append(f"<< /Type /Annot /Subtype /Widget /Rect {rect} /P 3 0 R {own} >>")
            if parent:
                sheet.objects.append(f"<< /FT /Sig /T (Signature1) /Kids [9 0 R] {value} >>")
            sheet.objects.append(
                "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Name (Maria Lopez)"
                " /M (D:20260210151233-05'00') /ByteRange [0 10 20 30] /Contents <00> >>"
            )

        sheet = sheet_of("signature", lambda sheet: PLACES[place](sheet, draw))
        return by_hand(sheet, signed="/SigFlags 3" if filled else "")

    return make


OVERLAID: dict[str, Callable[[bool], bytes]] = {
    **{
        f"{what} {name}": _note(kind, more, PLACES[name])
        for what, kind, more in (
            ("ink note", "Ink", ""), ("stamp", "Stamp", "/Name /Signature"),
            ("typed note", "FreeText", f"/Contents ({PROVIDER}) /DA (/F1 10 Tf)"),
        )
        for name in ("on a rule", "over a rule and its label", "in a ruled cell")
    },
    "signature field beside its label": _field("/V 10 0 R", "beside its label"),
    "signature field on a rule": _field("/V 10 0 R", "on a rule"),
    "signature field over a rule and its label": _field("/V 10 0 R", "over a rule and its label"),
    "signature field in a ruled cell": _field("/V 10 0 R", "in a ruled cell"),
    "signature field, signed in its parent": _field("/V 11 0 R", "beside its label", parent=True),
    "signature field with a null in it": _field("/V 10 0 R", "beside its label", empty="/V null"),
}  # fmt: skip


def variants() -> Iterator[Variant]:
    """All PDFs about the signature."""
    for what, draw in DRAWN.items():
        for name, place in PLACES.items():
            yield _variant(f"signature as {what} {name}", partial(_drawn, place, draw))
    for name, make in OVERLAID.items():
        yield _variant(f"signature as {name}", make)
    yield _variant("logo at the top", lambda filled: by_reportlab(sheet_of("signature", lambda s: _logo(s, filled))))
    for name, texts in (STAMPS | TYPED).items():
        yield _variant(f"written signature: {name}", partial(_written, texts))


def _variant(name: str, make: Callable[[bool], bytes]) -> Variant:
    return Variant("PDF", name, "signature", make, ".pdf")


def _drawn(place: Callable[[Sheet, Draw | None], None], draw: Draw, filled: bool) -> bytes:
    return by_reportlab(sheet_of("signature", lambda sheet: place(sheet, draw if filled else None)))


def _written(texts: tuple[str, str], filled: bool) -> bytes:
    def place(sheet: Sheet) -> None:
        for words in texts[not filled].split("\n"):
            sheet.text(0, words.replace("—", "-"))
            sheet.down(16)

    return by_reportlab(sheet_of("signature", place))
