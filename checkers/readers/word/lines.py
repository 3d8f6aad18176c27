"""Writing the lines of one paragraph: text, the marks in it, and the marks that cover stretches of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checkers.layout import BLANK_FIELD, BOX_EMPTY, BOX_TICKED, BOX_UNCLEAR, OBJECT, Emphasis, Mark, MarkKind
from checkers.visible import visible, visible_line

_SIGN = {True: BOX_TICKED, False: BOX_EMPTY, None: BOX_UNCLEAR}

BOLD = "in bold"
_WORD = re.compile(r"\w+")
_PLAIN_SPACES = {0x0A: " ", 0x0D: " ", 0xA0: " ", 0x2028: " ", 0x2029: " ", 0xAD: None, 0xFE0E: None, 0xFE0F: None}
"""XML line ends inside of a text are spaces; soft hyphens and the variants of emoji are dropped."""


@dataclass(slots=True, eq=False)
class Cover:
    """A stretch of text that is more than text and may run over lines, paragraphs and cells: a field's result."""

    kind: MarkKind
    value: str
    how: str
    start: int = 0
    """Where it begins in the present line: a position in the text, and among the pieces written."""
    piece: int = 0
    filled: bool = False
    """Whether anything but blanks stood under it on earlier lines."""


@dataclass(frozen=True, slots=True)
class Written:
    """One finished line."""

    text: str
    marks: tuple[Mark, ...]
    bold: bool
    emphasis: tuple[Emphasis, ...] = ()


class LineWriter:
    """Takes what a paragraph holds from left to right; `lines` are complete after `end_line`.

    `covers` are the open covers, kept by the caller from paragraph to paragraph. The text is kept in pieces, as adding
    to one long string again and again would take a hostile file hours.
    """

    __slots__ = (
        "_bold", "_circle", "_covers", "_emphasis", "_inked", "_length", "_marks", "_pieces", "_plain", "lines",
    )  # fmt: skip

    def __init__(self, covers: list[Cover]) -> None:
        self.lines: list[Written] = []
        self._covers = covers
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._length = self._inked = 0  # `_inked`: where the last that is no blank ends
        self._marks: list[Mark] = []
        self._emphasis: dict[str, list[tuple[int, int]]] = {}
        self._bold = self._plain = self._circle = False
        for cover in self._covers:
            cover.start = cover.piece = 0

    def add(self, text: str, *, bold: bool = False, looks: Sequence[str] = ()) -> None:
        """Write text; `looks` says how it stands out, boldness aside."""
        if not text.isascii() or "\n" in text or "\r" in text:
            text = text.translate(_PLAIN_SPACES)
        if (bold or looks or self._circle) and (word := _WORD.search(text)):
            self._emphasise(text, word, (BOLD, *looks) if bold else looks)
        self._pieces.append(text)
        self._length += len(text)
        if text and not text.isspace():
            self._inked = self._length
            if bold:
                self._bold = True
            else:
                self._plain = True

    def circle(self) -> None:
        """The next word has a circle around it."""
        self._circle = True

    def _emphasise(self, text: str, word: re.Match[str], looks: Sequence[str]) -> None:
        for how in looks:
            spans = self._emphasis.setdefault(how, [])
            start = spans.pop()[0] if spans and spans[-1][1] == self._length else self._length
            spans.append((start, self._length + len(text)))
        if self._circle:
            self._circle = False
            spans = self._emphasis.setdefault("circled", [])
            spans.append((self._length + word.start(), self._length + word.end()))

    def box(self, checked: bool | None, how: str, value: str = "") -> None:
        """Write a checkbox."""
        self._mark(_SIGN[checked], MarkKind.CHECKBOX, value, how, checked)

    def thing(self, kind: MarkKind, how: str, value: str = "") -> None:
        """Write a picture, ink or a signature line."""
        self._mark(OBJECT, kind, value, how)

    def field(self, text: str, how: str, value: str = "") -> None:
        """Write a form field whole; blank text makes it an empty field."""
        self._mark(text if text.strip() else BLANK_FIELD, MarkKind.FIELD, value, how)

    def placeholder(self, text: str, how: str) -> None:
        """Write text that asks to be replaced."""
        self._mark(text, MarkKind.PLACEHOLDER, "", how)

    def _mark(
        self,
        text: str,
        kind: MarkKind,
        value: str,
        how: str,
        checked: bool | None = None,
    ) -> None:
        start = self._length
        self._pieces.append(text.translate(_PLAIN_SPACES))
        self._length += len(self._pieces[-1])
        self._inked = self._length
        self._marks.append(Mark(start, self._length, kind, checked, visible_line(value), how))

    def open(self, cover: Cover) -> None:
        """Begin a cover here."""
        cover.start, cover.piece = self._length, len(self._pieces)
        self._covers.append(cover)

    def text_under(self, cover: Cover) -> str:
        """What stands under an open cover on this line."""
        return "".join(self._pieces[cover.piece :])

    def close(self, cover: Cover) -> None:
        """End a cover here. A field that holds nothing but blanks becomes an empty field."""
        self._covers.remove(cover)
        if cover.filled or self._inked > cover.start:
            self._cover(cover)
        elif cover.kind is not MarkKind.AUTOMATIC_DATE:
            del self._pieces[cover.piece :]
            self._length = cover.start
            self.field("", cover.how, cover.value)

    def _cover(self, cover: Cover) -> None:
        if self._length > cover.start:
            value = visible_line(cover.value)
            self._marks.append(Mark(cover.start, self._length, cover.kind, None, value, cover.how))

    def end_line(self) -> None:
        """Finish the line; what follows is on the next one."""
        for cover in self._covers:
            self._cover(cover)
            cover.filled = cover.filled or self._inked > cover.start
        marks = sorted(self._marks, key=lambda mark: (mark.start, mark.end)) if len(self._marks) > 1 else self._marks
        text = visible("".join(self._pieces))
        emphasis = tuple(Emphasis(*span, how) for how, spans in self._emphasis.items() for span in spans)
        self.lines.append(Written(text, tuple(marks), self._bold and not self._plain, emphasis))
        self._begin()
