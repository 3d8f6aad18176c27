"""Words of a PDF that stand out: what is drawn around, under and through them, and what only seems so."""

from __future__ import annotations

import math

import pytest

from checkers.layout import STRUCK, Emphasis, Place
from checkers.readers.pdf.emphasis import looks_of, with_emphasis
from checkers.readers.pdf.lines import as_line
from checkers.readers.pdf.paths import Path, in_pieces
from checkers.readers.pdf.shapes import Page, Piece, Rect, Shape

YES, NO = Rect(100, 100, 120, 112), Rect(160, 100, 176, 112)


def emphasis(*, strokes: tuple[Rect, ...] = (), rings: tuple[Rect, ...] = (), bold: str = "") -> tuple[Emphasis, ...]:
    """What stands out of a line with Yes and No."""
    row = [Piece("Yes", YES, bold=bold == "Yes"), Piece("No", NO, bold=bold == "No")]
    page = Page(600, 800, words=row, strokes=[*strokes], shapes=[Shape(ring, "ink", ring=True) for ring in rings])
    return with_emphasis(as_line(row, Place()), row, looks_of(page)).emphasis


@pytest.mark.parametrize(
    ("strokes", "rings", "bold", "found"),
    [
        ((), (), "No", (Emphasis(4, 6, "in bold"),)),
        ((Rect(100, 112, 120, 112),), (), "", (Emphasis(0, 3, "underlined"),)),
        ((Rect(160, 106, 176, 106),), (), "", (Emphasis(4, 6, STRUCK),)),
        ((), (Rect(94, 96, 126, 116),), "", (Emphasis(0, 3, "circled"),)),
        ((Rect(60, 112, 300, 112),), (), "", ()),
        ((Rect(100, 96, 120, 96),), (), "", ()),
        ((), (Rect(40, 40, 300, 200),), "", ()),
        ((), (Rect(130, 96, 150, 116),), "", ()),
    ],
    ids=["bold", "underlined", "struck", "circled", "a rule", "a line above", "a large ellipse", "a ring beside"],
)
def test_what_stands_out(
    strokes: tuple[Rect, ...], rings: tuple[Rect, ...], bold: str, found: tuple[Emphasis, ...]
) -> None:
    """A word by itself, with a line or an ellipse of its own size."""
    assert emphasis(strokes=strokes, rings=rings, bold=bold) == found


def test_a_ring_around_words_is_no_signature_and_one_elsewhere_stays() -> None:
    """What is drawn where nothing is printed may be ink."""
    around, away = Shape(Rect(94, 96, 126, 116), "ink", ring=True), Shape(Rect(300, 300, 340, 320), "ink", ring=True)
    page = Page(600, 800, words=[Piece("Yes", YES)], shapes=[around, away])
    looks_of(page)
    assert page.shapes == [away]


def path(wobble: float = 0.0) -> Path:
    """An ellipse of many points; `wobble` draws every other one inwards."""
    turns = [2 * math.pi * step / 24 for step in range(25)]
    sizes = [1 - wobble * (step % 2) for step in range(25)]
    points = ((30 * size * math.cos(t), 12 * size * math.sin(t)) for t, size in zip(turns, sizes, strict=True))
    return Path(tuple(points), curved=True)


@pytest.mark.parametrize(("wobble", "stroked", "dark", "ring"), [
    (0.0, True, False, True), (0.3, True, False, False), (0.0, False, True, False), (0.0, True, True, False),
])  # fmt: skip
def test_only_the_outline_of_an_ellipse_is_a_ring(wobble: float, stroked: bool, dark: bool, ring: bool) -> None:
    """A scribble, a spot of ink are none: they may cross a word out."""
    _, shapes = in_pieces(path(wobble), dark=dark, stroked=stroked)
    assert [shape.ring for shape in shapes] == [ring]
