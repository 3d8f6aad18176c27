"""DOC002."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checkers.extras import GET_OCR, has_ocr
from checkers.layout import Place
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import FROM_SCAN, Case, Rule
from checkers.rules.naming import listed


class ScannedPages(Rule):
    """Some pages are pictures without text

    A scanned or photographed page is a picture: people can read it, Tandem cannot. What stands on such a page was not
    checked, and what seems to be missing elsewhere may stand there.

    With text recognition installed Tandem reads such pages too. It misreads letters now and then, and sees neither
    ticks nor signatures: no finding from such a page is more than something to look at, and each says so.
    """

    code = "DOC002"
    severity = None
    owner = Owner.WRITER
    cites = ()
    bad = "(A PDF made by a scanner: each page is one picture, and no word in it can be searched for.)"
    good = "(A PDF saved from Word or from the county's portal: its words can be searched for and copied.)"

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Name the pages without a text layer: those that were not read, and those read by text recognition."""
        reading = case.doc.reading
        if unread := reading.unread_pages:
            yield self.incomplete(
                Spot(Place(page=unread[0])),
                f"{_pages(unread, 'is a picture', 'are pictures')} without text, so Tandem could not check what stands "
                "there.",
                fix="Check these pages yourself, or check the file they were printed from."
                + ("" if has_ocr() else f" {GET_OCR}"),
            )
        if recognised := reading.ocr_pages:
            yield self.incomplete(
                Spot(Place(page=recognised[0])),
                f"{_pages(recognised, 'was', 'were')} {FROM_SCAN}, which misreads letters now and then and sees "
                "neither ticks nor signatures.",
                fix="Compare with the page what Tandem read (tandem inspect); look at boxes and signatures yourself.",
            )
        if not (unread or recognised):
            yield self.passed(None, "No page is a picture without text.")


def _pages(numbers: Sequence[int], one: str, many: str) -> str:
    """Pages with their verb: "Pages 2 and 3 were"."""
    named = listed([str(number) for number in numbers])
    return f"Page {named} {one}" if len(numbers) == 1 else f"Pages {named} {many}"
