"""DOC002."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.layout import Place
from checkers.outcome import Outcome, Spot
from checkers.rule import Case, Rule
from checkers.rules.naming import listed


class ScannedPages(Rule):
    """Some pages are pictures without text

    A scanned or photographed page is a picture: people can read it, Tandem cannot. What stands on such a page was not
    checked, and what seems to be missing elsewhere may stand there.
    """

    code = "DOC002"
    severity = None
    cites = ()
    bad = "(A PDF made by a scanner: each page is one picture, and no word in it can be searched for.)"
    good = "(A PDF saved from Word or from the county's portal: its words can be searched for and copied.)"

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Name the pages without a text layer."""
        pages = case.doc.reading.unread_pages
        if not pages:
            yield self.passed(None, "No page is a picture without text.")
            return
        numbers = listed([str(page) for page in pages])
        which = f"Page {numbers} is a picture" if len(pages) == 1 else f"Pages {numbers} are pictures"
        yield self.incomplete(
            Spot(Place(page=pages[0])),
            f"{which} without text, so Tandem could not check what stands there.",
            fix="Check these pages yourself, or check the file they were printed from.",
        )
