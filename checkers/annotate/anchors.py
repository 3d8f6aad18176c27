"""Where each finding's comment stands: at the finding's own place, or at the nearest heading, and then it says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checkers.check import FileReport
from checkers.document import Document
from checkers.layout import Line, Place
from checkers.outcome import Spot
from checkers.reports.grouping import Finding, findings_of
from checkers.reports.wording import place_in_words


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
    return tuple(where.anchor(finding) for finding in findings_of(report))


class _Lines:
    """The lines of a document, by their places."""

    def __init__(self, doc: Document, holds: Callable[[Line], bool], noun: str) -> None:
        self._lines = doc.lines
        self._holds = [holds(line) for line in doc.lines]
        self._noun = noun
        self._entries = {entry.number: entry.spot for entry in doc.entries}
        self._at: defaultdict[Place, list[int]] = defaultdict(list)
        for index, line in enumerate(doc.lines):
            self._at[line.place].append(index)

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
        """The line that a finding speaks of: at its place, the one with its words if there are several."""
        at = self._at.get(spot.place, ())
        return next((index for index in at if spot.text in self._lines[index].text), at[0] if at else None)

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
