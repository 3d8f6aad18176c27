"""What is counted or worked out as text in pieces, which each face lays out in its own way."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

WIDTH = 80
"""In columns: how wide a line is where nobody says otherwise."""
INDENT = 2
"""In columns: how far items stand in."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph, or an item with a label before it.

    `beside`: further lines of an item stand beside the label, and not a little in. One without text is an empty line.
    """

    text: str = ""
    label: str = ""
    kind: Literal["heading", "paragraph", "item"] = "paragraph"
    beside: bool = True


def heading(text: str) -> Piece:
    """A heading."""
    return Piece(text, kind="heading")


def item(text: str, label: str = "", *, beside: bool = True) -> Piece:
    """An item with its label."""
    return Piece(text, label, "item", beside)


def lines_of(pieces: Iterable[Piece], width: int = WIDTH) -> Iterator[str]:
    """The pieces as lines of that width."""
    for piece in pieces:
        if piece.kind == "item":
            hanging = INDENT + len(piece.label) if piece.beside else 2 * INDENT
            first, further = f"{'':{INDENT}}{piece.label}", " " * hanging
            yield from textwrap.wrap(piece.text, width, initial_indent=first, subsequent_indent=further)
        else:
            yield from textwrap.wrap(piece.text, width) or [""]
