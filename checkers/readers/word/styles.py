"""Which paragraph styles are headings."""

from __future__ import annotations

import re

from checkers.readers.word.names import OUTLINE_LEVEL, VAL
from checkers.readers.word.package import Element, Package

_PART = "word/styles.xml"
_BY_ID = re.compile(r"Heading\d|(?:Sub)?[Tt]itle")
_BY_NAME = re.compile(rb"""<(?:\w+:)?name\s[^>]*?val=["'](?:[^"']*\s)?(?:heading|title|subtitle)\b""", re.IGNORECASE)
_BY_LEVEL = re.compile(rb"""<(?:\w+:)?outlineLvl\s[^>]*?val=["'][0-8]["']""")
_BODY_LEVEL = "9"
"""The outline level of text that is in no outline."""


class Styles:
    """A document's paragraph styles.

    The part is unpacked when a style is met whose id does not say what it is, and searched, not parsed: in a short
    note it is by far the longest part, and parsing it would cost more than reading the note.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._part: bytes | None = None
        self._known: dict[str, bool] = {}

    def is_heading(self, style_id: str) -> bool:
        """Whether a paragraph of this style is a heading, by the style's id, name or outline level."""
        if style_id not in self._known:
            self._known[style_id] = bool(_BY_ID.fullmatch(style_id)) or self._is_heading(style_id)
        return self._known[style_id]

    def _is_heading(self, style_id: str) -> bool:
        if self._part is None:
            self._part = self._package.read(_PART) if _PART in self._package.names else b""
        start = re.search(rb"""styleId=["']%b["']""" % re.escape(style_id.encode()), self._part)
        if start is None:
            return False
        style = self._part[start.end() :].partition(b"style>")[0]
        return bool(_BY_NAME.search(style) or _BY_LEVEL.search(style))


def outline_is_heading(properties: Element) -> bool:
    """Whether paragraph properties give a level in the outline."""
    level = properties.find(OUTLINE_LEVEL)
    return level is not None and level.get(VAL, _BODY_LEVEL) != _BODY_LEVEL
