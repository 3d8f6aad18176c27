"""Boxes to tick: form fields, drawn squares, letters of symbol fonts, and the marks that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checkers.layout import BOX_EMPTY, BOX_TICKED, BOX_UNCLEAR, MarkKind
from checkers.readers.pdf.paths import is_box_sized
from checkers.readers.pdf.places import Places, distinct
from checkers.readers.pdf.shapes import Page, Piece, Rect, Shape

_EMPTY_GLYPHS = frozenset("☐□▢◻◽❏❐❑❒○◯⬜")
_MARK_GLYPHS = frozenset("xX✓✔✗✘●■▪◼◾⬛4")
SAME = 0.6
"""The overlap from which two things are at one place."""


def with_boxes(page: Page) -> list[Piece]:
    """The words of a page with its boxes among them, each box once, with its state.

    Marks inside boxes are taken up; those added with a pen, a stamp or a text box are taken off the page's notes.
    """
    marks = marks_of([*(shape for shape in page.shapes if shape.form != "outline"), *_take_marks(page)])
    boxes = list(_fields(page))
    boxes += _not_at(boxes, (box for box in page.words if box.mark is MarkKind.CHECKBOX))
    glyphs = [word for word in page.words if word.text in _EMPTY_GLYPHS and is_marked(word.place, marks)]
    boxes += _not_at(boxes, (_box(word.place, checked=True, how="marked box") for word in glyphs))
    drawn = (_box(place, checked=is_marked(place, marks), how="drawn box") for place in squares_of(page))
    boxes += _not_at(boxes, drawn)
    words = [word for word in page.words if word.mark is None]
    single = Places((word.place, word) for word in words if word.text in _MARK_GLYPHS or word.text in _EMPTY_GLYPHS)
    inside = {id(box): [word for word in single.near(box.place, 1.0) if _is_mark_in(word, box)] for box in boxes}
    used = {id(word) for found in inside.values() for word in found}
    return [
        *(word for word in words if id(word) not in used),
        *(_with_glyphs(box, inside[id(box)]) for box in boxes),
    ]


def squares_of(page: Page) -> Iterator[Rect]:
    """The drawn squares and circles of a page, those drawn twice once."""
    return distinct((shape.place for shape in page.shapes if shape.form == "outline"), SAME)


def _take_marks(page: Page) -> list[Shape]:
    """Take what was added over the boxes of a page off its notes."""
    glyphs = (word.place for word in page.words if word.text in _EMPTY_GLYPHS)
    boxes = Places((place, place) for place in (*squares_of(page), *glyphs))
    marks: list[Shape] = []
    notes: list[Piece] = []
    for note in page.notes:
        mark = Shape(note.place, "ink")
        may_mark = note.mark or note.text.strip() in _MARK_GLYPHS
        if may_mark and any(_marks(mark, box) for box in boxes.near(note.place, 1.0)):
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


def marks_of(shapes: Iterable[Shape]) -> Places[Shape]:
    """What may be a tick, by the middle of its place."""
    return Places((_middle(shape.place), shape) for shape in shapes)


def _middle(place: Rect) -> Rect:
    x, y = place.centre
    return Rect(x, y, x, y)


def is_marked(box: Rect, marks: Places[Shape]) -> bool:
    """Whether something is drawn inside a box, or over it by hand."""
    return any(_marks(mark, box) for mark in marks.near(box, 1.0))


def _marks(mark: Shape, box: Rect) -> bool:
    return (
        box.holds(*mark.place.centre, 1.0)
        and max(mark.place.width, mark.place.height) <= 2.2 * max(box.width, box.height)
        and (mark.form == "ink" or not is_box_sized(mark.place) or mark.place.overlap(box) > SAME)
    )


def _is_mark_in(word: Piece, box: Piece) -> bool:
    """Whether a tick (or a printed box) stands at a box's place."""
    return box.place.holds(*word.place.centre, 1.0) or box.place.overlap(word.place) > SAME


def _with_glyphs(box: Piece, glyphs: Sequence[Piece]) -> Piece:
    """The box as one character, its state from the marks typed over it too, except where a form field says it."""
    ticked = any(glyph.text in _MARK_GLYPHS for glyph in glyphs)
    checked = True if ticked and box.how != "form field" else box.checked
    text = BOX_UNCLEAR if checked is None else BOX_TICKED if checked else BOX_EMPTY
    return replace(box, text=text, checked=checked)


def _not_at(there: Iterable[Piece], new: Iterable[Piece]) -> list[Piece]:
    """Those of `new` that are not at the place of one that is there already."""
    places = Places((piece.place, piece.place) for piece in there)
    return [piece for piece in new if all(piece.place.overlap(other) < SAME for other in places.near(piece.place))]
