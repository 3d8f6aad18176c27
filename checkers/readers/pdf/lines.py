"""Words and things by their places on the page, put in lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from statistics import median

from checkers.layout import BLANK_FIELD, OBJECT, Line, Mark, MarkKind, Place, Segment
from checkers.readers.pdf.places import Places
from checkers.readers.pdf.shapes import Page, Piece, Rect, Widget
from checkers.readers.pdf.tickboxes import squares_of

_WIDE = 1.7
"""From how many times the height of the letters a gap parts two columns."""
_MORE_THAN_A_SPACE = 0.8
"""The same for a gap between two rules to write on, or before the edge of a column."""
_SAME_EDGE = 1.5
"""The most, in points, by which words at the same edge differ: a letter may hang over."""
_NARROW = 0.15
"""The same for a space between two words."""
_NARROWEST = 0.08
"""The same for a capital behind a figure: a tab may leave little between a date and the next label."""
_LETTERS_IN_A_FIELD = 0.6
"""The height of the letters that a field holds, by its own."""
_BETWEEN_STROKES = 6.0
"""The widest white, in points, inside a drawing."""
_LEAST_DRAWING = 12.0
"""The least width, in points, of a drawing that may be a signature."""

_DRAWN = frozenset({MarkKind.PICTURE, MarkKind.INK})
_OVER_ITS_LINE = 3.0
"""The most white, in points, between something small that was drawn and the words of its line."""


def fields_of(widgets: Iterable[Widget]) -> Iterable[Piece]:
    """Text and signature fields as pieces: the value, line by line, or a blank."""
    for widget in widgets:
        if widget.kind == "signature":
            kind = MarkKind.SIGNED_LINE if widget.value else MarkKind.SIGNATURE_LINE
            yield Piece(OBJECT, widget.place, mark=kind, how="PDF signature field")
        elif widget.kind == "text":
            lines = [line for line in widget.value.split("\n") if line.strip()]
            if not lines:
                yield Piece(BLANK_FIELD, _one_line(widget.place), mark=MarkKind.FIELD, how="form field")
            for number, line in enumerate(lines):
                place = _line_of(widget.place, number, len(lines))
                yield Piece(line, place, mark=MarkKind.FIELD, how="form field")


def _one_line(place: Rect) -> Rect:
    """The first line of a field for long text."""
    return place if place.height <= 30 else Rect(place.x0, place.y0, place.x1, place.y0 + 16)


def _line_of(place: Rect, number: int, count: int) -> Rect:
    if count == 1:
        return _one_line(place)
    height = min(place.height / count, 16.0)
    return Rect(place.x0, place.y0 + number * height, place.x1, place.y0 + (number + 1) * height)


def drawn_things(page: Page) -> list[Piece]:
    """Pictures and free drawing (a signature, a logo) as pieces; drawings that touch are one.

    A signature may be drawn in many short strokes; a small drawing by itself, or one in a box to tick, is none.
    """
    boxes = Places((place, place) for place in squares_of(page))
    drawn: list[Rect] = []
    near: Places[int] = Places()
    for place in (shape.place for shape in page.shapes if shape.form == "ink"):
        if any(box.holds(*place.centre, 1.0) for box in boxes.near(place, 1.0)):
            continue
        touched = next((index for index in near.near(place, _BETWEEN_STROKES) if _close(drawn[index], place)), None)
        if touched is None:
            near.add(place, len(drawn))
            drawn.append(place)
        elif (larger := drawn[touched].around(place)) != drawn[touched]:
            near.widen(touched, larger)
            drawn[touched] = larger
    inked = [place for place in drawn if place.width > _LEAST_DRAWING]
    pictures = [Piece(OBJECT, place, mark=MarkKind.PICTURE, how="picture") for place in page.images]
    return [*pictures, *(Piece(OBJECT, place, mark=MarkKind.INK, how="drawing") for place in inked), *page.notes]


def _close(one: Rect, other: Rect) -> bool:
    return (
        one.x0 - _BETWEEN_STROKES <= other.x1 and other.x0 - _BETWEEN_STROKES <= one.x1
        and one.y0 - 4 <= other.y1 and other.y0 - 4 <= one.y1
    )  # fmt: skip


def in_rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand at one height, from the top down; each row from left to right.

    Words make the rows; taller things (a picture of a signature, a field) join the row they share most height with.
    """
    rows: list[tuple[Rect, list[Piece]]] = []
    near: Places[int] = Places()
    words = [piece for piece in pieces if piece.mark is None]
    things = [piece for piece in pieces if piece.mark is not None]
    for piece in [
        *sorted(words, key=lambda each: each.place.centre[1]),
        *sorted(things, key=lambda each: each.place.y0),
    ]:
        best, share = None, 0.0
        for index in near.near(_edge(piece.place)):
            shared = _shared_height(rows[index][0], piece.place)
            if shared > share:
                best, share = index, shared
        if best is None and piece.mark in _DRAWN:
            best, share = _row_below(rows, near, piece.place), 1.0
        if best is not None and share > 0.5:
            rows[best][1].append(piece)
        else:
            near.add(_edge(piece.place), len(rows))
            rows.append((piece.place, [piece]))
    rows.sort(key=lambda row: (row[0].centre[1], row[0].x0))
    return [sorted(members, key=lambda each: (each.place.x0, each.place.x1)) for _, members in rows]


def _row_below(rows: Sequence[tuple[Rect, list[Piece]]], near: Places[int], place: Rect) -> int | None:
    """The row of words right below something small that was drawn over its line; None where there is none."""
    below = [
        index
        for index in near.near(Rect(0.0, place.y1, 0.0, place.y1 + _OVER_ITS_LINE))
        if place.height < rows[index][0].height / 2 and place.y1 <= rows[index][0].y0 < place.y1 + _OVER_ITS_LINE
    ]
    return min(below, key=lambda index: rows[index][0].y0, default=None)


def _edge(place: Rect) -> Rect:
    """The place's height alone."""
    return Rect(0.0, place.y0, 0.0, place.y1)


def _shared_height(one: Rect, other: Rect) -> float:
    common = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(common, 0.0) / max(min(one.height, other.height), 0.1)


def _begins(piece: Piece, edges: Sequence[float]) -> bool:
    """Whether a piece begins at the edge of a column."""
    return any(abs(edge - piece.place.x0) < _SAME_EDGE for edge in edges)


def _space(before: Piece, piece: Piece) -> float:
    """From how many times the height of the letters the white between two words is a space."""
    return _NARROWEST if before.text[-1:].isdigit() and piece.text[:1].isupper() else _NARROW


def as_line(row: Sequence[Piece], place: Place, edges: Sequence[float] = ()) -> Line:
    """One row of pieces as a line: a tab at each wide gap, a space at a narrow one, its columns' true places.

    At one of the `edges` columns begin, so that less of a gap parts them there.
    """
    words = [piece for piece in row if piece.mark is None and not piece.text.startswith("_")]
    size = median(piece.place.height for piece in (words or row)) * (0.85 if words else _LETTERS_IN_A_FIELD)
    text = ""
    marks: list[Mark] = []
    segments: list[Segment] = []
    start, left, right = 0, row[0].place.x0, row[0].place.x0
    written = inf  # where the word before ends, be it on underscores that go on under it
    for index, piece in enumerate(row):
        gap = piece.place.x0 - right if index else 0.0
        rules = index and piece.text.startswith("_") and row[index - 1].text.startswith("_")
        parts = gap > _MORE_THAN_A_SPACE * size and (rules or gap > _WIDE * size or _begins(piece, edges))
        if index and parts:
            segments.append(Segment(start, len(text), left, right))
            text += "\t"
            start, left, right = len(text), piece.place.x0, piece.place.x0
        elif index and (
            max(gap, piece.place.x0 - written) > _space(row[index - 1], piece) * size
            or piece.mark
            or row[index - 1].mark
        ):
            text += " "
        if piece.mark:
            end = len(text) + len(piece.text)
            marks.append(Mark(len(text), end, piece.mark, piece.checked, piece.value, piece.how))
        text += piece.text
        right = max(right, piece.place.x1)
        written = inf if piece.text.startswith("_") else piece.place.x1
    segments.append(Segment(start, len(text), left, right))
    heading = bool(words) and all(piece.bold for piece in words if piece.text.strip("_"))
    top, bottom = min(piece.place.y0 for piece in row), max(piece.place.y1 for piece in row)
    area = (segments[0].left, top, segments[-1].right, bottom)
    return Line(text, place, tuple(marks), heading, tuple(segments), area=area)
