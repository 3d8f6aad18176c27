"""What stands on a page: plain values that the library's side fills and the reader's side arranges.

All places are in points, x to the right and y downwards from the upper left corner of the page as it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from checkers.layout import MarkKind


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with its left, top, right and bottom edges."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies in it, or not more than `slack` outside."""
        return self.x0 - slack <= x <= self.x1 + slack and self.y0 - slack <= y <= self.y1 + slack

    def around(self, other: Rect) -> Rect:
        """The smallest rectangle around both."""
        return Rect(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def overlap(self, other: Rect) -> float:
        """The share of the smaller of the two that both have in common, 0 to 1."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        if width <= 0 or height <= 0:
            return 0.0
        return width * height / max(min(self.width * self.height, other.width * other.height), 0.01)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a thing that stands in a line like a word: a box, a picture, a form field's value."""

    text: str
    place: Rect
    font: str = ""
    bold: bool = False
    mark: MarkKind | None = None
    checked: bool | None = None
    value: str = ""
    how: str = ""

    def within(self, area: Rect, slack: float = 0.5) -> bool:
        """Whether its middle lies in an area."""
        return area.holds(*self.place.centre, slack)


Form = Literal["outline", "filled", "ink"]
"""A small drawn shape: an empty square or circle, a dark filled one, or anything drawn freely."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A small drawn shape."""

    place: Rect
    form: Form
    ring: bool = False
    """Whether it is the outline of an ellipse, as drawing programs make them: no hand draws one so round."""


@dataclass(frozen=True, slots=True)
class Widget:
    """A form field's place on a page. `kind`: box, round box, text or signature; `checked` for the boxes only."""

    kind: Literal["checkbox", "radio", "text", "signature"]
    place: Rect
    name: str = ""
    value: str = ""
    checked: bool | None = None


@dataclass(slots=True)
class Page:
    """A page as the library gives it. `strokes` are straight lines, level or upright."""

    width: float
    height: float
    words: list[Piece] = field(default_factory=list)
    slanted: list[str] = field(default_factory=list)
    """Text that is not level, such as a watermark."""
    strokes: list[Rect] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    shades: list[Rect] = field(default_factory=list)
    """Pale areas: what a highlighter leaves, a shaded cell."""
    images: list[Rect] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    """What was added on top with a pen, a stamp or a text box."""
    widgets: list[Widget] = field(default_factory=list)
    scanned: bool = False
    """Whether it is a picture, with or without recognised text behind it."""


def moved(piece: Piece, place: Rect) -> Piece:
    """The piece at another place."""
    return replace(piece, place=place)
