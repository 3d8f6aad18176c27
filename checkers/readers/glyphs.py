"""Letters of symbol fonts: which of them are boxes, ticked or empty, and what the others show.

A Wingdings "o" is an empty box and a "þ" a ticked one; Word keeps the letter, or the letter's code plus F000.
"""

from __future__ import annotations

from typing import Final

_PRIVATE: Final = 0xF000

# By the letter's code. Sources: the fonts' own character charts, and the forms seen.
_WINGDINGS: Final = {
    0x6F: False, 0x70: False, 0x71: False, 0x72: False, 0xA8: False, 0xA1: False, 0x6D: False,
    0x78: True, 0xFB: True, 0xFC: True, 0xFD: True, 0xFE: True, 0xA4: True,
}  # fmt: skip
_WINGDINGS_2: Final = {
    0xA3: False,
    0x4F: True, 0x50: True, 0x51: True, 0x52: True, 0x53: True, 0x54: True,
}  # fmt: skip
_WEBDINGS: Final = {0x63: False, 0x61: True, 0x72: True}
_ZAPF_DINGBATS: Final = {
    0x6D: False, 0x6F: False, 0x70: False, 0x71: False, 0x72: False,
    0x33: True, 0x34: True, 0x35: True, 0x36: True, 0x37: True, 0x38: True,
}  # fmt: skip
_NO_BOXES: Final[dict[int, bool]] = {}

_OPEN_SYMBOL: Final = _WINGDINGS | _WINGDINGS_2  # what LibreOffice sets in place of both keeps the letter's code alone

_BOXES: Final = {
    "wingdings": ("Wingdings", _WINGDINGS),
    "wingdings 2": ("Wingdings 2", _WINGDINGS_2),
    "webdings": ("Webdings", _WEBDINGS),
    "zapfdingbats": ("Zapf Dingbats", _ZAPF_DINGBATS),
    "zapf dingbats": ("Zapf Dingbats", _ZAPF_DINGBATS),
    "wingdings 3": ("Wingdings 3", _NO_BOXES),
    "symbol": ("Symbol", _NO_BOXES),
    "opensymbol": ("OpenSymbol", _OPEN_SYMBOL),
}
_UNICODE: Final = frozenset({"opensymbol"})
"""Fonts whose letters are what their codes say, but for the private ones."""

# What the commonest of the other letters show. Bullets and filled squares are left to those who read the whole line.
_SHOWN_IN_WINGDINGS: Final = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x9F: "•", 0xA7: "▪", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
}  # fmt: skip
_SHOWN: Final = {
    "wingdings": _SHOWN_IN_WINGDINGS,
    "opensymbol": _SHOWN_IN_WINGDINGS | {0xB7: "•"},
    "webdings": {0x67: "■", 0x6E: "●"},
    "zapfdingbats": {0x6C: "●", 0x6E: "■"},
    "zapf dingbats": {0x6C: "●", 0x6E: "■"},
    "symbol": {0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xBD: "|", 0xB4: "×", 0xAE: "→", 0xAC: "←"},
}  # fmt: skip
_UNKNOWN: Final = "\ufffd"


def is_symbol_font(font: str) -> bool:
    """Whether letters in this font are pictures."""
    return font.casefold() in _BOXES.keys() - _UNICODE


def is_private(character: str) -> bool:
    """Whether a character is a symbol font's letter by its code (U+F020 to U+F0FF), whatever font is named."""
    return "\uf020" <= character <= "\uf0ff"


def box_of(font: str, character: str) -> tuple[bool | None, str] | None:
    """A box's state and how it was told, or None where the letter is no box.

    The state is None where the code is that of a ticked Wingdings box but no symbol font is named: another font may
    show another sign there.
    """
    code = _code(character)
    if named := _BOXES.get(font.casefold()):
        state = named[1].get(code)
        return None if state is None else (state, f"{named[0]} symbol")
    if is_private(character) and code in _WINGDINGS:
        return (False if code in (0x6F, 0xA8) else None), "symbol of an unnamed font"
    return None


def shown(font: str, character: str) -> str:
    """What a symbol font's letter that is no box shows; the replacement character where that is not known."""
    if character.isspace() or character == "\uf020":
        return " "
    font = font.casefold()
    if font == "symbol" and not is_private(character) and character.isascii():
        return character  # digits and punctuation of the Symbol font are themselves; Greek letters lose little
    return _SHOWN.get(font, _SHOWN["wingdings"] if font not in _BOXES else {}).get(_code(character), _UNKNOWN)


def _code(character: str) -> int:
    code = ord(character)
    return code - _PRIVATE if is_private(character) else code
