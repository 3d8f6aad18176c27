"""A copy of a PDF with text notes beside its lines, and the summary as a note at the top of its first page.

Notes alone: a page put in front would count all others anew, and words or colours put on a page are read as its own.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from checkers.annotate.anchors import Anchor
from checkers.annotate.wording import Summary
from checkers.readers.apart import apart
from checkers.readers.pdf import seconds_for


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its place on a page (from 1): that of its upper left corner, on the page as it is shown."""

    page: int
    x: float
    y: float
    text: str
    summary: bool = False


SIDE = 20.0
"""How wide and high, in points, the sign of a note is."""
_MARGIN = 6.0
"""How far from the edges of the page the summary's note is."""
_BESIDE = 2.0
"""The white, in points, between a note and its line."""
_STEP = 14.0
"""How far several notes at one place are apart."""


def with_notes(data: bytes, notes: Sequence[Note], day: datetime.date) -> bytes:
    """The PDF with these notes. Done in the worker: nothing else loads the library."""
    from checkers.annotate import pdf_notes  # noqa: PLC0415

    return pdf_notes.with_notes(data, notes, day)


def pdf_copy(
    data: bytes, summary: Summary, comments: Sequence[tuple[Anchor, tuple[str, ...]]], day: datetime.date
) -> bytes:
    """The copy's bytes; the arguments are those of `WordCopy.written`.

    Raises:
        Unreadable: it is locked against changes, a form of Adobe's own kind, or takes too long.
    """
    notes = [Note(1, _MARGIN, _MARGIN, "\n".join((summary.title, *summary.lines)), summary=True)]
    at_place: Counter[tuple[int, float, float]] = Counter()
    for anchor, lines in comments:
        page, x, y = _beside(anchor)
        notes.append(Note(page, x + at_place[page, x, y] * _STEP, y, "\n".join(lines)))
        at_place[page, x, y] += 1
    return apart(partial(with_notes, notes=notes, day=day), data, seconds=seconds_for(data))


def _beside(anchor: Anchor) -> tuple[int, float, float]:
    """A note's page and place: left of its line; below the summary's place where it has none."""
    page = anchor.page or 1
    if anchor.line is None or anchor.line.area is None:
        return page, _MARGIN, _MARGIN + SIDE
    left, top, _, _ = anchor.line.area
    return page, max(left - SIDE - _BESIDE, 0.0), max(top, 0.0)
