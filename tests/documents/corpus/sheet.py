"""What stands on a page, before it is a file: labelled values, tables, text, boxes, lines to sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Heading:
    """A heading within the page."""

    text: str


@dataclass(frozen=True)
class Fields:
    """Short labelled values that stand side by side or one below the other; "" is a blank."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Prose:
    """A label with running text behind or below it; no label: text alone."""

    label: str
    text: str


@dataclass(frozen=True)
class Boxes:
    """A row of boxes to tick, with the words behind each, after a question or none."""

    question: str
    options: tuple[tuple[str, bool], ...]


How = Literal["electronic", "picture", "slash", "words", "blank"]
"""How a line is signed."""


@dataclass(frozen=True)
class Signature:
    """A line to sign. `date` None: no place for a date; `how` "blank": nobody signed."""

    label: str
    name: str
    date: str | None
    how: How = "electronic"
    date_label: str = "Date"

    @property
    def words(self) -> str:
        """What stands on the line."""
        return {
            "electronic": f"Electronically signed by {self.name}{f' on {self.date}' if self.date else ''}",
            "slash": f"/s/ {self.name}",
            "picture": f"/s/ {self.name}",  # where a file can hold none
            "words": self.name,
        }.get(self.how, "")


Value = str | bool | Signature
"""What stands in a cell: words, a box, or a signature."""


@dataclass(frozen=True)
class Table:
    """A table with its heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


Block = Heading | Fields | Prose | Boxes | Signature | Table


@dataclass(frozen=True)
class Sheet:
    """A whole page."""

    letterhead: str
    title: str
    blocks: tuple[Block, ...]
