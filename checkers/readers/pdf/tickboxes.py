"""Boxes to tick: form fields, drawn squares, letters of symbol fonts, and the marks that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checkers.layout import BOX_EMPTY, BOX_TICKED, BOX_UNCLEAR, MarkKind
from checkers.readers.pdf.paths import is_box_sized
from checkers.readers.pdf.shapes import Page, Piece, Rect, Shape

_EMPTY_GLYPHS = frozenset("☐□▢◻◽❏❐❑❒○◯⬜")
_MARK_GLYPHS = frozenset("xX✓✔✗✘●■▪◼◾⬛4")
_SAME = 0.6
"""The overlap from which two things are at one place."""


def with_boxes(page: Page) -> list[Piece]:
    """The words of a page with its boxes among them, each box once, with its state.

    Marks inside boxes are taken up; those added with a pen, a stamp or a text box are taken off the page's notes.
    """
    marks = [*(shape for shape in page.shapes if shape.form != "outline"), *_take_marks(page)]
    boxes = list(_fields(page))
    boxes += _not_at(boxes, (box for box in page.words if box.mark is MarkKind.CHECKBOX))
    glyphs = [word for word in page.words if word.text in _EMPTY_GLYPHS and is_marked(word.place, marks)]
    boxes += _not_at(boxes, (_box(word.place, checked=True, how="marked box") for word in glyphs))
    outlines = [shape.place for shape in page.shapes if shape.form == "outline"]
    drawn: list[Piece] = []
    for place in outlines:
        drawn += _not_at(drawn, [_box(place, checked=is_marked(place, marks), how="drawn box")])
    boxes += _not_at(boxes, drawn)
    words = [word for word in page.words if word.mark is None]
    inside = {id(box): [word for word in words if _is_mark_in(word, box)] for box in boxes}
    used = {id(word) for found in inside.values() for word in found}
    return [
        *(word for word in words if id(word) not in used),
        *(_with_glyphs(box, inside[id(box)]) for box in boxes),
    ]


def _take_marks(page: Page) -> list[Shape]:
    """Take what was added over the boxes of a page off its notes."""
    boxes = [shape.place for shape in page.shapes if shape.form == "outline"]
    boxes += [word.place for word in page.words if word.text in _EMPTY_GLYPHS]
    marks: list[Shape] = []
    notes: list[Piece] = []
    for note in page.notes:
        mark = Shape(note.place, "ink")
        if (note.mark or note.text.strip() in _MARK_GLYPHS) and any(is_marked(box, [mark]) for box in boxes):
            marks.append(mark)
        else:
            notes.append(note)
    page.notes = notes
    return marks


def _fields(page: Page) -> Iterator[Piece]:
    for widget in page.widgets:
        if widget.kind in ("checkbox", "radio"):
            yield _box(widget.place, checked=widget.checked, how="form field", name=widget.name)


def _box(place: Rect, *, checked: bool | None, how: str, name: str = "") -> Piece:
    return Piece("", place, mark=MarkKind.CHECKBOX, checked=checked, how=how, value=name)


def is_marked(box: Rect, marks: Sequence[Shape]) -> bool:
    """Whether something is drawn inside a box, or over it by hand."""
    return any(
        box.holds(*mark.place.centre, 1.0)
        and max(mark.place.width, mark.place.height) <= 2.2 * max(box.width, box.height)
        and (mark.form == "ink" or not is_box_sized(mark.place) or mark.place.overlap(box) > _SAME)
        for mark in marks
    )


def _is_mark_in(word: Piece, box: Piece) -> bool:
    """Whether a word is no word but the tick (or the printed box) at a box's place."""
    single = word.text in _MARK_GLYPHS or word.text in _EMPTY_GLYPHS
    return single and (box.place.holds(*word.place.centre, 1.0) or box.place.overlap(word.place) > _SAME)


def _with_glyphs(box: Piece, glyphs: Sequence[Piece]) -> Piece:
    """The box as one character, its state from the marks typed over it too, except where a form field says it."""
    ticked = any(glyph.text in _MARK_GLYPHS for glyph in glyphs)
    checked = True if ticked and box.how != "form field" else box.checked
    text = BOX_UNCLEAR if checked is None else BOX_TICKED if checked else BOX_EMPTY
    return replace(box, text=text, checked=checked)


def _not_at(there: Sequence[Piece], new: Iterable[Piece]) -> list[Piece]:
    """Those of `new` that are not at the place of one that is there already."""
    return [piece for piece in new if all(piece.place.overlap(old.place) < _SAME for old in there)]
