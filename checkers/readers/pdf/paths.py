"""Drawn paths as what they are on a form: straight lines, small boxes, and marks.

A path is cut into strokes (level or upright lines, of which tables and rules to write on are made) and small shapes
(squares and circles to tick, and what is drawn inside them).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from checkers.readers.pdf.shapes import Rect, Shape

Point = tuple[float, float]

_STRAIGHT = 0.7
"""How far a line may lean, in points."""
_THIN = 2.5
_SHORTEST = 3.0
_BOX = (5.0, 18.0)
"""The least and greatest side of a box to tick, in points."""


@dataclass(frozen=True, slots=True)
class Path:
    """The points of one line drawn without lifting the pen; those of curves are among them."""

    points: tuple[Point, ...]
    curved: bool = False

    @property
    def place(self) -> Rect:
        """The rectangle around it."""
        across, down = [x for x, _ in self.points], [y for _, y in self.points]
        return Rect(min(across), min(down), max(across), max(down))

    @property
    def closed(self) -> bool:
        """Whether it ends where it began."""
        (x0, y0), (x1, y1) = self.points[0], self.points[-1]
        return len(self.points) > 3 and abs(x0 - x1) < 1 and abs(y0 - y1) < 1


def in_pieces(path: Path, *, dark: bool, stroked: bool) -> tuple[list[Rect], list[Shape]]:
    """Cut a path into strokes and shapes; `dark`: filled with a dark colour, `stroked`: its outline is drawn.

    A path that is not stroked is filled, be it pale.
    """
    place = path.place
    if is_box_sized(place) and path.closed and (not path.curved or stroked):
        return [], [*([Shape(place, "outline")] if stroked else []), *([Shape(place, "filled")] if dark else [])]
    if path.curved:
        return [], [Shape(place, "ink", ring=stroked and not dark and _is_ellipse(path))] if stroked or dark else []
    if not stroked:
        return _filled(place, dark=dark)
    strokes: list[Rect] = []
    slanted = False
    for (x0, y0), (x1, y1) in pairwise(path.points):
        if abs(x0 - x1) <= _STRAIGHT or abs(y0 - y1) <= _STRAIGHT:
            if abs(x0 - x1) + abs(y0 - y1) >= _SHORTEST:
                strokes.append(Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
        else:
            slanted = True
    return strokes, [Shape(place, "ink")] if slanted else []


def _filled(place: Rect, *, dark: bool) -> tuple[list[Rect], list[Shape]]:
    """A filled straight path: a thin one is a line, a small one a mark, a large one a shade behind text."""
    x, y = place.centre
    if place.height <= _THIN and place.width >= _SHORTEST:
        return [Rect(place.x0, y, place.x1, y)], []
    if place.width <= _THIN and place.height >= _SHORTEST:
        return [Rect(x, place.y0, x, place.y1)], []
    small = max(place.width, place.height) <= _BOX[1]
    return [], [Shape(place, "filled")] if small and dark else []


def _is_ellipse(path: Path) -> bool:
    """Whether all points lie on an ellipse, or (those that bend its curves) a little outside."""
    place = path.place
    if not path.closed or len(path.points) < _POINTS_OF_ELLIPSE or min(place.width, place.height) < _BOX[0]:
        return False
    (x0, y0), least, most = place.centre, *_ON_ELLIPSE
    return all(
        least <= (2 * (x - x0) / place.width) ** 2 + (2 * (y - y0) / place.height) ** 2 <= most for x, y in path.points
    )


_POINTS_OF_ELLIPSE = 9
_ON_ELLIPSE = (0.85, 1.45)
"""1 is on the ellipse; the points that bend a quarter of it lie at 1.31."""


def is_box_sized(place: Rect) -> bool:
    """Whether a rectangle has the size and form of a box to tick."""
    least, most = _BOX
    short, long = sorted((place.width, place.height))
    return least <= short and long <= most and long < short * 1.5
