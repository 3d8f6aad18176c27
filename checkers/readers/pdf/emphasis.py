"""Words of a page that stand out: in bold, highlighted, underlined, struck through, with an ellipse around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checkers.layout import STRUCK, Emphasis, Line
from checkers.readers.pdf.shapes import Page, Piece, Rect

_BEYOND = 3.0
"""How far, in points, a line under or through words may begin before or end behind them."""
_ROOM = 2.5
"""How many times the words' height an ellipse may be wider and higher than they are, both sides together."""
_ROOM_OF_SHADE = 0.6
"""The same for what a highlighter leaves; the shade of a cell goes further."""

_MOST_RINGS = 100
"""A page with more ellipses is a drawing."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What is drawn around, behind, under and through words on a page; shades and lines from the top down."""

    rings: tuple[Rect, ...]
    shades: tuple[Rect, ...]
    lines: tuple[Rect, ...]


def looks_of(page: Page) -> Looks:
    """Find them; an ellipse around words is taken off the page's shapes, as it is no signature."""
    level = sorted((each for each in page.strokes if each.height < 1 < each.width), key=lambda each: each.y0)
    drawn = [shape for shape in page.shapes if shape.ring]
    rings = [ring.place for ring in drawn[:_MOST_RINGS] if any(_may_go_around(ring.place, each) for each in page.words)]
    if rings:
        page.shapes = [shape for shape in page.shapes if not (shape.ring and shape.place in rings)]
    return Looks(tuple(rings), tuple(sorted(page.shades, key=lambda each: each.y0)), tuple(level))


def _may_go_around(ring: Rect, word: Piece) -> bool:
    """Whether a word stands in an ellipse that is about as high as a line."""
    return word.within(ring) and word.place.height * 0.8 <= ring.height <= word.place.height * (1 + _ROOM)


def with_emphasis(line: Line, row: Sequence[Piece], looks: Looks) -> Line:
    """A line made of a row of pieces, with what stands out of them."""
    places: list[tuple[int, int]] = []
    for piece in row:
        start = line.text.find(piece.text, places[-1][1] if places else 0)
        if start < 0:
            return line
        places.append((start, start + len(piece.text)))
    found = [
        Emphasis(places[first][0], places[last][1], how)
        for how, stretches in _stretches(row, looks)
        for first, last in _in_columns(stretches, line.text, places)
    ]
    return replace(line, emphasis=tuple(found)) if found else line


def _stretches(row: Sequence[Piece], looks: Looks) -> Iterator[tuple[str, list[int]]]:
    """The words of a row, by their places in it, that stand out together, and how."""
    yield "in bold", [index for index, piece in enumerate(row) if piece.bold and piece.mark is None]
    words = [(index, piece) for index, piece in enumerate(row) if piece.mark is None]
    top, bottom = min(piece.place.y0 for piece in row), max(piece.place.y1 for piece in row)
    first = bisect_left(looks.lines, top, key=lambda line: line.y0)
    last = bisect_right(looks.lines, bottom + _BEYOND, key=lambda line: line.y0)
    for line in looks.lines[first:last]:
        crossed = [(at, word) for at, word in words if line.x0 - 1 <= word.place.x0 and word.place.x1 <= line.x1 + 1]
        if crossed and _as_long_as(line, [word for _, word in crossed]) and (how := _how(line.y0, crossed[0][1].place)):
            yield how, [at for at, _ in crossed]
    for ring in looks.rings:
        inside = [(at, word) for at, word in words if word.within(ring)]
        if inside and _around(ring, [word for _, word in inside], _ROOM):
            yield "circled", [at for at, _ in inside]
    for shade in looks.shades[: bisect_right(looks.shades, bottom, key=lambda shade: shade.y0)]:
        inside = [(at, word) for at, word in words if word.within(shade)] if shade.y1 > top else []
        if inside and _around(shade, [word for _, word in inside], _ROOM_OF_SHADE):
            yield "highlighted", [at for at, _ in inside]


def _as_long_as(line: Rect, words: Sequence[Piece]) -> bool:
    """Whether a line that runs along all of these words goes on no further, as a rule or a border would."""
    return line.x0 > words[0].place.x0 - _BEYOND and line.x1 < words[-1].place.x1 + _BEYOND


def _how(y: float, word: Rect) -> str:
    """What a level line at this height does to a word."""
    if abs(y - word.centre[1]) <= word.height * 0.2:
        return STRUCK
    return "underlined" if word.y1 - word.height * 0.25 <= y <= word.y1 + 2.5 else ""


def _around(ring: Rect, words: Sequence[Piece], most: float) -> bool:
    """Whether an area goes around these words, with no more room, in heights of them, than that."""
    inner = words[0].place
    for word in words[1:]:
        inner = inner.around(word.place)
    room = most * inner.height
    return (
        ring.x0 <= inner.x0 + 1
        and inner.x1 - 1 <= ring.x1
        and inner.height * 0.8 <= ring.height <= inner.height + room
        and ring.width <= inner.width + room
    )


def _in_columns(stretch: list[int], text: str, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The first and last of the words that follow one another in a stretch, parted where a tab is."""
    first = None
    for before, index in zip([None, *stretch], stretch, strict=False):
        if before is None or index != before + 1 or "\t" in text[places[before][1] : places[index][0]]:
            if first is not None and before is not None:
                yield first, before
            first = index
    if first is not None:
        yield first, stretch[-1]
