"""The two ways to count on a page: as the file does, from a corner and upwards, and as the page is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as c

from checkers.readers.pdf.paths import Point
from checkers.readers.pdf.shapes import Rect


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's edges in the file's own points, and by how many quarters it is turned to the right."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    def point(self, x: float, y: float) -> Point:
        """A point of the file as it is shown: from the upper left, the page turned as it says."""
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        if self.turn == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def rect(self, left: float, bottom: float, right: float, top: float) -> Rect:
        """A rectangle of the file as it is shown."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def in_file(self, x: float, y: float) -> Point:
        """A point as it is shown, as the file counts: the reverse of `point`."""
        if self.turn == 1:
            return y + self.left, x + self.bottom
        if self.turn == 2:
            return self.right - x, y + self.bottom
        if self.turn == 3:
            return self.right - y, self.top - x
        return x + self.left, self.top - y

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is shown."""
        across, up = self.right - self.left, self.top - self.bottom
        return (up, across) if self.turn % 2 else (across, up)


def frame_of(page: Any) -> Frame:
    """The frame of a page of the library."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, c.FPDFPage_GetRotation(page) % 4)
