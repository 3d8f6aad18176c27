"""Texts as they are laid out: an answer's paragraphs and lists, and what comes in pieces."""

from __future__ import annotations

import re

from assistant.pieces import Piece
from assistant.tui.laid import Lines, flowing, hung, stacked
from assistant.tui.safe import joined, shown, shown_line
from checkers.reports.wording import without_markdown

_ITEM = re.compile(r"^(-|\d+\.) ")


def paragraphs(text: str) -> list[str]:
    """The paragraphs and the items of lists, each in one piece, without the signs of emphasis."""
    return [line for line in without_markdown(text).split("\n") if line.strip()]


def is_item(paragraph: str) -> bool:
    """Whether it is an item of a list."""
    return bool(_ITEM.match(paragraph))


def laid_out(paragraph: str) -> Lines:
    """A paragraph; an item with all its lines beside its sign."""
    item = _ITEM.match(paragraph)
    if item is None:
        return flowing(shown(paragraph))
    sign = " •  " if item[1] == "-" else f" {item[1]} "
    return hung(shown_line(sign), flowing(shown(paragraph[item.end() :])))


def prose(text: str) -> Lines:
    """A whole text, with an empty line above each paragraph but the first, and none above items."""
    parts: list[Lines] = []
    for paragraph in paragraphs(text):
        if parts and not is_item(paragraph):
            parts.append(flowing(shown_line("")))
        parts.append(laid_out(paragraph))
    return stacked(*parts)


def piece_laid(piece: Piece) -> Lines:
    """A piece: a heading in bold, an item with its lines beside its label or below it."""
    if piece.kind != "item":
        return flowing(shown_line(piece.text, "bold" if piece.kind == "heading" else ""))
    label, text = shown_line(piece.label, "bold"), shown_line(piece.text)
    return hung(label, flowing(text)) if piece.beside else flowing(joined(label, text, between=""))
