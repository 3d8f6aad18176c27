"""Which paragraph styles are headings, and which character styles hide their text."""

from __future__ import annotations

import re

from checkers.readers.word.names import OUTLINE_LEVEL, VAL
from checkers.readers.word.package import Element, Package

_PART = "word/styles.xml"
_BY_ID = re.compile(r"Heading\d|(?:Sub)?[Tt]itle")
_BY_NAME = re.compile(rb"""<(?:\w+:)?name\s[^>]*?val=["'](?:[^"']*\s)?(?:heading|title|subtitle)\b""", re.IGNORECASE)
_BY_LEVEL = re.compile(rb"""<(?:\w+:)?outlineLvl\s[^>]*?val=["'][0-8]["']""")
_HIDDEN = re.compile(rb"""<(?:\w+:)?vanish(?:\s[^>]*?val=["'](?:1|true|on)["'][^>]*)?\s*/>""")
_STYLE_ID = re.compile(rb"""styleId=["']([^"']+)["']""")
_NEAR = 4096
"""How far behind a style's id its name and its level are looked for."""
_BODY_LEVEL = "9"
"""The outline level of text that is in no outline."""


class Styles:
    """A document's styles.

    The part is unpacked when a style is met whose id does not say what it is, and searched, not parsed: in a short
    note it is by far the longest part, and parsing it would cost more than reading the note.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._part = b""
        self._starts: dict[bytes, int] | None = None
        self._known: dict[str, bool] = {}
        self._hidden: dict[str, bool] = {}

    def is_heading(self, style_id: str) -> bool:
        """Whether a paragraph of this style is a heading, by the style's id, name or outline level."""
        if style_id not in self._known:
            self._known[style_id] = bool(_BY_ID.fullmatch(style_id)) or self._is_heading(style_id)
        return self._known[style_id]

    def is_hidden(self, style_id: str) -> bool:
        """Whether text in this character style is hidden."""
        if style_id not in self._hidden:
            self._hidden[style_id] = bool(_HIDDEN.search(self._style(style_id)))
        return self._hidden[style_id]

    def _is_heading(self, style_id: str) -> bool:
        style = self._style(style_id)
        return bool(_BY_NAME.search(style) or _BY_LEVEL.search(style))

    def _style(self, style_id: str) -> bytes:
        """The part's text about a style, empty where it has none."""
        if self._starts is None:
            self._part = self._package.read(_PART) if _PART in self._package.names else b""
            self._starts = {match[1]: match.end() for match in _STYLE_ID.finditer(self._part)}
        start = self._starts.get(style_id.encode())
        return b"" if start is None else self._part[start : start + _NEAR].partition(b"style>")[0]


def outline_is_heading(properties: Element) -> bool:
    """Whether paragraph properties give a level in the outline."""
    level = properties.find(OUTLINE_LEVEL)
    return level is not None and level.get(VAL, _BODY_LEVEL) != _BODY_LEVEL
