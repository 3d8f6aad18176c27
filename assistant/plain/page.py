"""A document as it was read, line by line in portions: each with its place, boxes and signatures in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.drawing import drawn_in, signatures_by_place
from assistant.heads import heads_of
from assistant.plain.console import Console
from assistant.plain.portions import read
from checkers.document import Document
from checkers.layout import Block, Line, Place, Row
from checkers.outcome import Spot
from checkers.reports.wording import place_in_words, quotation

_ABOVE = 2
"""So many lines are read before the one that is marked."""
_HELPS = "Each line begins with its place. What belongs to the finding is called marked."


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line, or a row of a table: where it stands, what it says, and the places that are in it."""

    where: str
    words: str
    places: frozenset[Place]


def page_lines(document: Document) -> list[PageLine]:
    """The lines of a document in reading order, those without a word left out."""
    signed = signatures_by_place(document)
    return [line for block in document.reading.blocks for line in _lines(block, signed) if line.words.strip()]


def read_page(console: Console, document: Document, spot: Spot | None = None) -> None:
    """Read a document out, from a little above the place of a finding on, or from its beginning.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    lines = page_lines(document)
    marked = next((at for at, line in enumerate(lines) if spot and spot.place in line.places), None)
    told = [_told(line, spot if at == marked else None) for at, line in enumerate(lines)]
    if not told:
        console.say("Nothing was read in this document.")
    read(console, told, first=max((marked or 0) - _ABOVE, 0), helps=_HELPS)


def _told(line: PageLine, marked: Spot | None) -> str:
    if marked is None:
        return f"{line.where}: {line.words}"
    text = quotation(marked.text)
    words = f" Marked: “{text}”." if text and text != line.words else ""
    return f"{line.where}, marked: {line.words}{words}"


def _lines(block: Block, signed: Mapping[Place, str]) -> Iterator[PageLine]:
    if isinstance(block, Line):
        yield PageLine(_where(block.place), in_words([block], signed), frozenset({block.place}))
        return
    heads = heads_of(block)
    for number, row in enumerate(block.rows, start=1):
        lines = [line for cell in row.cells for line in cell.lines]
        where = _where(replace(lines[0].place, table=block.number, row=number)) if lines else ""
        cells = "; ".join(filter(None, _cells(row, heads if number > 1 else {}, signed)))
        yield PageLine(where, cells, frozenset(line.place for line in lines))


def _cells(row: Row, heads: Mapping[int, str], signed: Mapping[Place, str]) -> Iterator[str]:
    """The cells of a row, each after the head of its column."""
    for cell in row.cells:
        words, head = in_words(cell.lines, signed), heads.get(cell.column, "")
        yield f"{head}: {words}" if head and words else words


def in_words(lines: Sequence[Line], signed: Mapping[Place, str]) -> str:
    """Lines side by side, with words for what in them is no text, and for the signatures on them."""
    return " ".join(filter(None, (_in_words(line, signed.get(line.place, "")) for line in lines)))


def _in_words(line: Line, signature: str) -> str:
    parts, at = [], 0
    for drawn in drawn_in(line, signature):
        if drawn.start >= at:
            parts += [line.text[at : drawn.start], drawn.words]
            at = drawn.end
    return "".join([*parts, line.text[at:]]).strip()


def _where(place: Place) -> str:
    """Where a line stands: "Line 12", "Page 1, table 2, row 3"; a row's cells share their place."""
    words = place_in_words(replace(place, cell=None)) or "No place"
    return words[:1].upper() + words[1:]
