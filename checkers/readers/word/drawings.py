"""What stands in a drawing: pictures, ink, text boxes, signature lines. Bare lines and rectangles are nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from checkers.readers.word.names import ALTERNATE_CONTENT, CHOICE, FALLBACK, OFFICE, PIC, TXBX_CONTENT, VML, WPS, A
from checkers.readers.word.package import Element

Drawn = Literal["picture", "ink", "text", "words", "signature line"]

_PICTURES = frozenset({f"{PIC}pic", f"{VML}imagedata"})
_SHAPE: Final = f"{WPS}wsp"
_SIGNATURE_LINE: Final = f"{OFFICE}signatureline"
_INK: Final = f"{OFFICE}ink"
_CONTENT_PART: Final = "}contentPart"  # ink, in one of three namespaces
_TEXT_PATH: Final = f"{VML}textpath"
_FREEHAND: Final = f"{WPS}spPr/{A}custGeom"
_TEXT_OF_SHAPE: Final = f"{WPS}txbx"


def chosen(alternatives: Element) -> Element | None:
    """The one branch of alternative content that counts: the first choice, else the fallback. Both say the same."""
    choice = alternatives.find(CHOICE)
    return alternatives.find(FALLBACK) if choice is None else choice


def drawn_in(element: Element) -> Iterator[tuple[Drawn, Element]]:
    """What a drawing, a VML picture or an embedded object shows, in the order of the file.

    "text" comes with the text box's content, "words" with WordArt (a watermark), "signature line" with its element.
    """
    for child in element:
        tag = child.tag
        if tag in _PICTURES:
            yield "picture", child
        elif tag == TXBX_CONTENT:
            yield "text", child
        elif tag == ALTERNATE_CONTENT:
            branch = chosen(child)
            if branch is not None:
                yield from drawn_in(branch)
        elif tag.endswith(_CONTENT_PART) or (tag == _SHAPE and _is_freehand(child)):
            yield "ink", child
        elif tag.startswith(VML) and (line := child.find(_SIGNATURE_LINE)) is not None:
            yield "signature line", line  # the picture beside it shows the empty line
        elif tag.startswith(VML) and child.find(_INK) is not None:
            yield "ink", child
        elif tag == _TEXT_PATH and child.get("string"):
            yield "words", child
        else:
            yield from drawn_in(child)


def _is_freehand(shape: Element) -> bool:
    """A shape of free form without words: drawn by hand."""
    return shape.find(_FREEHAND) is not None and shape.find(_TEXT_OF_SHAPE) is None
