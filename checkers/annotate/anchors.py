"""Where each finding's comment stands: at the finding's own place, or at the nearest heading, and then it says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from checkers.check import FileReport
from checkers.document import Document
from checkers.layout import Line, Place
from checkers.outcome import Spot
from checkers.reports.grouping import Finding, findings_of
from checkers.reports.wording import place_in_words

_BELOW = 3
"""How many lines below its heading a short text is looked for."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where one finding's comment stands.

    `line` is None where the document has no line to hold it: it then stands at the top of `page`, or of the document.
    `text` is the finding's own words, "" where the line is not theirs. `remark` says what the place does not.
    """

    finding: Finding
    line: Line | None
    page: int | None = None
    text: str = ""
    remark: str = ""
    elsewhere: bool = False
    """Whether the finding has a place, and no comment can stand there."""


def anchors(report: FileReport, holds: Callable[[Line], bool], noun: str) -> tuple[Anchor, ...]:
    """Where the comment on each finding of a document stands, session by session, the gravest first.

    Args:
        report: the report, with the document as read.
        holds: whether a comment can stand at a line.
        noun: what the format calls a comment.
    """
    if report.doc is None:
        return ()
    where = _Lines(report.doc, holds, noun)
    return tuple(where.anchor(finding) for finding in findings_of(report) if not finding.outcome.waiver)


class _Lines:
    """The lines of a document, by their places."""

    def __init__(self, doc: Document, holds: Callable[[Line], bool], noun: str) -> None:
        self._lines = doc.lines
        self._holds = [holds(line) for line in doc.lines]
        self._noun = noun
        self._entries = {entry.number: entry.spot for entry in doc.entries}
        self._at: defaultdict[Place, list[int]] = defaultdict(list)
        self._in_row: defaultdict[Place, list[int]] = defaultdict(list)
        for index, line in enumerate(doc.lines):
            self._at[line.place].append(index)
            self._in_row[line.place.row_place].append(index)

    def anchor(self, finding: Finding) -> Anchor:
        """Where the comment on a finding stands."""
        outcome = finding.outcome
        spot = outcome.spot or (self._entries.get(outcome.entry) if outcome.entry else None)
        if spot is None or spot.place == Place():
            return self._elsewhere(finding, 0, "This is about the document as a whole.", elsewhere=False)
        index = self._index(spot)
        if index is None and spot.place == Place(page=spot.place.page):
            return Anchor(finding, None, spot.place.page)
        if index is not None and self._holds[index]:
            return Anchor(finding, self._lines[index], spot.place.page, spot.text)
        where = place_in_words(spot.place)
        told = f"This is about {where}, where no {self._noun} can stand"
        return self._elsewhere(finding, index or 0, told, elsewhere=True)

    def _index(self, spot: Spot) -> int | None:
        """The line that a finding speaks of: the one with its words, at its place, in the same row of a table or below.

        The words of an empty cell are those of its label, which stands in the cell beside it, or at the head of its
        column: then the cell itself is the place. Those of a heading may be what stands right under it.
        """
        at = self._at.get(spot.place)
        if not at:
            return None
        beside = sorted(self._in_row[spot.place.row_place], key=lambda index: (abs(index - at[0]), index))
        there = (index for index in (*at, *beside) if spot.text in self._lines[index].text)
        below = range(at[0] + 1, min(at[0] + 1 + _BELOW, len(self._lines)))
        under = (index for index in below if self._lines[index].text.strip() == spot.text.strip())
        return next(chain(there, under), at[0])

    def _elsewhere(self, finding: Finding, index: int, told: str, *, elsewhere: bool) -> Anchor:
        """At the nearest heading: the one that the place stands under, else the one after it, else the first line."""
        heading = next((at for at in self._from(index) if self._is_heading(at)), None)
        first = next((at for at in self._from(0) if self._holds[at]), None)
        at = first if heading is None else heading
        line = self._lines[at] if at is not None else None
        if elsewhere:
            there = "nearest heading" if heading is not None else "beginning of the document"
            told = f"{told}: this one is at the {there}."
        return Anchor(finding, line, line.place.page if line else None, "", told, elsewhere)

    def _from(self, index: int) -> Iterator[int]:
        """From a line back to the first one, then from it on to the last."""
        yield from range(min(index, len(self._lines) - 1), -1, -1)
        yield from range(index + 1, len(self._lines))

    def _is_heading(self, at: int) -> bool:
        return self._holds[at] and self._lines[at].heading and bool(self._lines[at].text.strip())
