"""Lines that a narrow cell broke, put together again; lines that their writer began anew stay apart.

A break is the cell's doing where the next word would not have fitted on the line. A word longer than its cell is
broken in its middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checkers.layout import Area, Line, MarkKind, Place
from checkers.readers.pdf.lines import as_line
from checkers.readers.pdf.shapes import Piece, Rect
from checkers.words import label_key, plain, vocabulary

_PADDING = 8.0
"""The most, in points, that is taken for a cell's inner margin."""
_SAME_EDGE = 2.0
_FULL = 0.8
"""The share of the text's width that a line must fill to have been broken."""
_FEWEST_WORDS = 3
_LONGEST_LABEL = 40
_BOXES = frozenset("☐☑☒□■")
_GAPS_OF_A_TABLE = 2
_WIDE = 1.2
"""A gap of so many times the height of the letters parts columns."""
_LOOSE = 1.8
"""From how many times the height of its letters a line stands apart from the one above."""

Rows = Sequence[Sequence[Piece]]


def lines_in_cell(rows: Rows, area: Rect, place: Place) -> list[Line]:
    """The lines of a ruled cell, each counted as a paragraph; `rows` are its pieces at one height, from the top."""
    if not rows:
        return []
    padding = min(max(min(row[0].place.x0 for row in rows) - area.x0, 1.0), _PADDING)
    right = area.x1 - padding
    lines: list[Line] = []
    for index, row in enumerate(rows):
        line = as_line(row, replace(place, paragraph=len(lines) + 1))
        if index and (glue := _glue(rows[index - 1], row, right)) is not None:
            lines[-1] = joined(lines[-1], line, glue)
        else:
            lines.append(line)
    return lines


def goes_on(above: Sequence[Piece], row: Sequence[Piece], page: Rect, *, sure: bool = True) -> bool:
    """Whether a line of running text was broken at the page's right edge; `page`: the place of its running text.

    A line that ends a sentence, or that a label begins, is left apart. Where it is not `sure` that the place is one of
    running text, a line goes on only in the middle of a sentence.
    """
    text = " ".join(piece.text for piece in row)
    return (
        abs(above[0].place.x0 - row[0].place.x0) < _SAME_EDGE
        and (above[-1].place.x1 > page.x0 + _FULL * page.width if sure else _in_a_sentence(above, text, page))
        and above[-1].text[-1:] not in ".?!:"
        and ":" not in text[:_LONGEST_LABEL]
        and len(_gaps(above)) + len(gaps := _gaps(row)) < _GAPS_OF_A_TABLE
        and not (gaps and label_key(" ".join(piece.text for piece in row[: gaps[0]])))
        and not any(piece.mark or "__" in piece.text for piece in (*above, *row))
        and _glue(above, row, page.x1) is not None
    )


def _in_a_sentence(above: Sequence[Piece], below: str, page: Rect) -> bool:
    """Whether a line of some words at the left margin ends where no sentence does."""
    at_margin = above[0].place.x0 - page.x0 < _SAME_EDGE and len(above) >= _FEWEST_WORDS
    return at_margin and (below[:1].islower() or above[-1].text.endswith(("-", ",")))


def _gaps(row: Sequence[Piece]) -> list[int]:
    """The pieces of a row that stand behind a gap wider than a space, by far: a row of a table has several."""
    return [
        index
        for index, (left, right) in enumerate(pairwise(row), start=1)
        if right.place.x0 - left.place.x1 > _WIDE * min(left.place.height, right.place.height)
    ]


def _glue(above: Sequence[Piece], row: Sequence[Piece], right: float) -> str | None:
    """What stood where a line was broken: a space, nothing (in a word), or None where the break is its writer's."""
    last, first = above[-1], row[0]
    if (last.mark is MarkKind.CHECKBOX or last.text in _BOXES) and len(above) > 1 and not first.mark:
        return " "  # the words of the box
    if last.mark or first.mark or "_" in (last.text + first.text) or not first.text[:1].isalnum():
        return None
    height = max(each.place.height for each in (*above, *row))  # figures and capitals alone are lower than a line
    if first.place.y0 - last.place.y0 > _LOOSE * height:
        return None
    room = right + 0.5 - last.place.x1
    if last.text.endswith("-") and first.place.width > room:
        return ""
    letter = max(each.place.width / max(len(each.text), 1) for each in (first, last))
    if len(above) == 1 and letter > room and is_one_word(last.text, first.text):
        return ""
    return " " if first.place.width + letter * 0.6 > room else None


def is_one_word(start: str, rest: str) -> bool:
    """Whether a line that one word fills broke that word: where both readings fit the page, known words decide."""
    if not start[-1:].isalnum() or (rest[:1].isupper() and not start[-1:].isupper()):
        return False
    if len(rest) == 1 and rest.islower() and rest != "a":
        return True  # a letter that is no word
    known = vocabulary()
    whole = plain(start + rest)
    if all(word in known for word in whole.split()):
        return True
    return plain(start) not in known and plain(rest) not in known


def joined(one: Line, other: Line, glue: str) -> Line:
    """Two lines as one; the place is the first one's."""
    start = len(one.text) + len(glue)
    marks = tuple(replace(mark, start=mark.start + start, end=mark.end + start) for mark in other.marks)
    text = one.text + glue + other.text
    return Line(text, one.place, one.marks + marks, one.heading and other.heading, area=_around(one.area, other.area))


def _around(one: Area | None, other: Area | None) -> Area | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
