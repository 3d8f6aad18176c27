"""The numbers of footnotes: small raised figures behind a word, and those that begin the notes they lead to.

They belong to no value, and a number glued to a label ("1Date of Service:") would hide it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checkers.readers.pdf.shapes import Piece, Rect

SMALL = 0.75
"""The most of its neighbour's height that a raised figure has."""
_NUMBER = re.compile(r"\d{1,2}")
_GLUED = re.compile(r"(?P<number>\d{1,2})[^\W\d_]{2}")
_TOUCHES = 2.0
"""The widest gap, in points, between a word and the number behind it."""


def is_small_beside(one: Rect, other: Rect) -> bool:
    """Whether something is much smaller than what stands beside it, and raised."""
    return one.height < SMALL * other.height and one.centre[1] < other.centre[1]


def without_numbers(words: Sequence[Piece]) -> list[Piece]:
    """The words, in the file's order, without the numbers of footnotes."""
    references = {
        id(number): number
        for word, number in pairwise(words)
        if _NUMBER.fullmatch(number.text)
        and not word.text[-1:].isdigit()
        and -_TOUCHES < number.place.x0 - word.place.x1 < _TOUCHES
        and _is_level(number.place, word.place)
        and is_small_beside(number.place, word.place)
    }
    if not references:
        return list(words)
    notes = {
        id(number)
        for number, word in pairwise(words)
        if _NUMBER.fullmatch(number.text)
        and 0 < word.place.x0 - number.place.x0 < 2 * word.place.height
        and _is_level(number.place, word.place)
        and is_small_beside(number.place, word.place)
    }
    lowest: dict[str, float] = {}
    for each in references.values():
        lowest[each.text] = max(lowest.get(each.text, 0.0), each.place.y1)
    left = min(word.place.x0 for word in words)
    return [
        _without_number(word) if _begins_note(word, lowest, left) else word
        for word in words
        if id(word) not in references and id(word) not in notes
    ]


def _is_level(one: Rect, other: Rect) -> bool:
    return one.y0 < other.y1 and other.y0 < one.y1


def _begins_note(word: Piece, lowest: dict[str, float], left: float) -> bool:
    """Whether a word at the left margin begins with the number of a footnote that is referred to further up."""
    glued = _GLUED.match(word.text)
    return (
        glued is not None
        and word.place.y0 > lowest.get(glued["number"], float("inf"))
        and word.place.x0 - left < _TOUCHES
    )


def _without_number(word: Piece) -> Piece:
    number = _NUMBER.match(word.text)
    length = number.end() if number else 0
    x0 = word.place.x0 + word.place.width * length / len(word.text)
    return replace(word, text=word.text[length:], place=replace(word.place, x0=x0))
