"""Things by where they are: what is near a place is found without a look at all that is on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Generic, TypeVar

from checkers.readers.pdf.shapes import Rect

Thing = TypeVar("Thing")
_SIDE = 16.0
"""The side of the squares that the page is cut into, in points: that of a box to tick."""
_LARGE = 400
"""What covers more squares is kept apart, and looked at each time."""


class Places(Generic[Thing]):
    """Things with their places. Each is found once in a search, in the order in which all were added."""

    def __init__(self, things: Iterable[tuple[Rect, Thing]] = ()) -> None:
        """Take things with their places."""
        self._things: list[Thing] = []
        self._by_square: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
        self._large: set[int] = set()
        for place, thing in things:
            self.add(place, thing)

    def add(self, place: Rect, thing: Thing) -> None:
        """Take one more thing."""
        self._things.append(thing)
        self.widen(len(self._things) - 1, place)

    def widen(self, number: int, place: Rect) -> None:
        """Let a thing, by its number in the order of adding, take up another place too."""
        squares = _squares(place)
        if squares is None:
            self._large.add(number)
            return
        for square in squares:
            self._by_square[square].add(number)

    def near(self, place: Rect, slack: float = 0.0) -> Iterator[Thing]:
        """All things whose places touch this one, and some others not far away."""
        around = Rect(place.x0 - slack, place.y0 - slack, place.x1 + slack, place.y1 + slack)
        squares = _squares(around)
        if squares is None:
            yield from self._things
            return
        found = {number for square in squares if square in self._by_square for number in self._by_square[square]}
        for number in sorted(found.union(self._large)):
            yield self._things[number]


def _squares(place: Rect) -> list[tuple[int, int]] | None:
    """The squares that a place covers; None where they are very many, or without end."""
    if not all(map(isfinite, (place.x0, place.y0, place.x1, place.y1))):
        return None
    left, top = int(place.x0 // _SIDE), int(place.y0 // _SIDE)
    right, bottom = int(place.x1 // _SIDE), int(place.y1 // _SIDE)
    if (right - left + 1) * (bottom - top + 1) > _LARGE:
        return None
    return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]


def distinct(places: Iterable[Rect], share: float) -> Iterator[Rect]:
    """The places without those that have so large a share in common with one before."""
    kept: Places[Rect] = Places()
    for place in places:
        if not any(place.overlap(other) >= share for other in kept.near(place)):
            kept.add(place, place)
            yield place
