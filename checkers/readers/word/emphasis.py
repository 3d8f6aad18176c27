"""What sets words off by their look alone: highlighting, lines, frames, a circle drawn around them."""

from __future__ import annotations

import re
from typing import Final

from checkers.layout import STRUCK
from checkers.readers.word import names as n
from checkers.readers.word.controls import is_on
from checkers.readers.word.package import Element

_NONE: Final = frozenset({"", "none", "nil", "clear", "auto"})
_WHITE: Final = frozenset({"", "auto", "ffffff", "white", "none"})
_ENCLOSED: Final = re.compile(r"\s*eq\s*\\o\s*\\ac\s*\(\s*[○◯〇]\s*[,;]\s*(?P<letters>\w{1,3})\s*\)\s*", re.IGNORECASE)
"""A field that lays a circle over letters, as Word's Enclose Characters writes it."""

_EMU_AN_INCH: Final = 914_400
_LEFT: Final = (-0.35 * _EMU_AN_INCH, 0.03 * _EMU_AN_INCH)
"""Where a circle begins that goes around the word behind its anchor, from the anchor on: its own rim before it."""
_WIDTH: Final = (0.15 * _EMU_AN_INCH, 1.2 * _EMU_AN_INCH)
_ROUND: Final = frozenset({"ellipse", "flowChartConnector", "donut"})


def look_of(element: Element) -> str:
    """How one of a run's properties makes its words stand out, "" where it does not; bold is told elsewhere."""
    value = element.get(n.VAL, "").lower()
    if element.tag == n.HIGHLIGHT:
        return "highlighted" if value not in _WHITE else ""
    if element.tag == n.UNDERLINE:
        return "underlined" if value not in _NONE else ""
    if element.tag == n.SHADING:
        return "shaded" if element.get(n.FILL, "").lower() not in _WHITE or value not in _NONE else ""
    if element.tag == n.BORDER:
        return "framed" if value not in _NONE else ""
    return STRUCK if element.tag in (n.STRIKE, n.DOUBLE_STRIKE) and is_on(element) else ""


def circles_a_word(drawing: Element) -> bool:
    """Whether a drawing is a bare ellipse around the word right behind its anchor.

    Only a shape whose place is given from that letter on is sure to be there; one placed on the page could be anywhere.
    """
    anchor = drawing.find(n.ANCHOR)
    if anchor is None:
        return False
    offset = anchor.find(f"{n.POSITION_H}[@relativeFrom='character']/{n.POSITION_OFFSET}")
    extent = anchor.find(n.EXTENT)
    shapes = anchor.findall(f".//{n.WPS}wsp")
    if offset is None or extent is None or len(shapes) != 1 or shapes[0].find(f"{n.WPS}txbx") is not None:
        return False
    geometry = shapes[0].find(f"{n.WPS}spPr/{n.A}prstGeom")
    return (
        geometry is not None
        and geometry.get("prst") in _ROUND
        and _LEFT[0] <= _number(offset.text) <= _LEFT[1]
        and _WIDTH[0] <= _number(extent.get("cx")) <= _WIDTH[1]
    )


def enclosed_in(code: str) -> str:
    """The letters around which a field draws a circle, "" for another field."""
    match = _ENCLOSED.fullmatch(code)
    return match["letters"] if match else ""


def _number(text: str | None) -> float:
    """A length in EMU; far off where it is no number."""
    bare = (text or "").strip()
    return float(bare) if re.fullmatch(r"-?\d{1,9}", bare) else float("inf")
