"""A copy of a document with its findings as comments at their places, and a summary at its top.

Goes in: a file's bytes and the report on them. Comes out: the copy's bytes, with all that stood in the document as it
was; the file itself is never touched. A copy is read and judged as the document is: no reader takes Tandem's summary
or comments for a part of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from checkers.annotate.anchors import Anchor, anchors
from checkers.annotate.wording import comment_of, summary_of
from checkers.check import FileReport
from checkers.unreadable import Unreadable

ENDINGS = {"docx": ".docx", "pdf": ".pdf"}
"""What a copy's name ends in, by the document's format: only these can hold comments."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated copy: its bytes, and where its comments stand, one for each finding."""

    data: bytes
    anchors: tuple[Anchor, ...]

    @property
    def elsewhere(self) -> int:
        """How many comments could not stand where their finding is; each says so."""
        return sum(anchor.elsewhere for anchor in self.anchors)


def ending_of(report: FileReport) -> str:
    """What the name of a copy ends in.

    Raises:
        Unreadable: the document could not be read, or cannot hold comments.
    """
    if report.doc is None:
        refusal = report.outcomes[0]
        raise Unreadable(refusal.message, refusal.fix)
    if report.doc.reading.format not in ENDINGS:
        raise Unreadable(
            "Only Word files and PDFs can hold comments.",
            "A report as a web page (html) has its findings instead, to read, print or hand on.",
        )
    return ENDINGS[report.doc.reading.format]


def annotated(data: bytes, report: FileReport, day: datetime.date, titles: Mapping[str, str]) -> Annotated:
    """The copy of a document with what its report found.

    Args:
        data: the document's bytes.
        report: what was found in them, with the document as read.
        day: the day that the summary and the comments name.
        titles: a source's title by its id.

    Raises:
        Unreadable: the document could not be read, cannot hold comments, or is locked against them.
    """
    ending = ending_of(report)
    notes = report.doc.reading.notes if report.doc else ()
    if ending == ".docx":
        from checkers.annotate.word import WordCopy  # noqa: PLC0415 - loads lxml

        copy = WordCopy(data)
        placed = anchors(report, copy.holds, "comment")
        summary = summary_of(report, placed, day, copy.remarks(notes), "comment")
        written = copy.written(summary, [(anchor, comment_of(anchor, titles)) for anchor in placed], day)
    else:
        from checkers.annotate.pdf import pdf_copy  # noqa: PLC0415 - starts a process that loads pypdfium2

        placed = anchors(report, lambda line: line.area is not None, "note")
        remarks = ("The PDF’s digital signature holds for the original, not for this copy.",) if _signed(report) else ()
        summary = summary_of(report, placed, day, (*remarks, *notes), "note")
        written = pdf_copy(data, summary, [(anchor, comment_of(anchor, titles)) for anchor in placed], day)
    return Annotated(written, placed)


def _signed(report: FileReport) -> bool:
    return report.doc is not None and bool(report.doc.reading.signed)
