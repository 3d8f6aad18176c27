"""Text as a screen reader speaks it well: made harmless by the one sanitiser, and words in the place of signs.

Goes in: any text. Comes out: text without control or direction characters, without lines of boxes, and without the
signs of `spoken.toml`.
"""

from __future__ import annotations

import re
import textwrap
from functools import cache
from importlib.resources import files

import tomli

from checkers.visible import visible

_CONTROL = re.compile("[\u2400-\u2421]+")
"""The pictures that the sanitiser puts in the place of control characters."""
_DRAWN = re.compile("[\u2500-\u259f\u25a0-\u25ff\u2190-\u2191\u2193-\u21ff]+")
"""Lines of boxes, blocks, triangles and arrows."""
_BLANK = re.compile("_{3,}")
_TYPED_BOX = re.compile(r"\[([ xX]?)\](?!\()")
_AROUND = {"signs": "{}", "words": " {} ", "pauses": "{} "}
"""What stands around the words for a sign of each kind."""


def spoken(text: str) -> str:
    """The text in words; its line breaks stay."""
    shown = _CONTROL.sub("[control sign]", visible(text.replace("\r\n", "\n")))
    shown = _BLANK.sub("[blank]", _TYPED_BOX.sub(lambda box: "☒" if box[1].strip() else "☐", shown))
    return _DRAWN.sub(" ", _signs().sub(lambda sign: _words()[sign.group().strip(" ")], shown))


def spoken_line(text: str) -> str:
    """The text in words, in one line: a name, a quotation."""
    return " ".join(spoken(text).split())


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; a longer word stays whole, in a line of its own.

    What a line is cut into is set in as far as the line itself was.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        set_in = min(len(line) - len(line.lstrip(" ")), width // 2)
        lines += textwrap.wrap(
            line, width, subsequent_indent=" " * set_in, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return lines


@cache
def _words() -> dict[str, str]:
    """Each sign with what is written for it, and the room around that."""
    kinds = tomli.loads(files("assistant.plain").joinpath("spoken.toml").read_text("utf-8"))
    return {sign: _AROUND[kind].format(word) for kind, words in kinds.items() for sign, word in words.items()}


@cache
def _signs() -> re.Pattern[str]:
    """Any sign, with the spaces that its words take up."""
    words = _words()
    roomy = (re.escape(sign) for sign, word in words.items() if word.endswith(" "))
    other = (re.escape(sign) for sign, word in words.items() if not word.endswith(" "))
    return re.compile(f" *(?:{'|'.join(roomy)}) *|(?:{'|'.join(other)})")
