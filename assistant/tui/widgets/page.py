"""The document as it was read, with the place of a finding marked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from assistant.tui.rows import MARKS, Found, PageRow, find, lay_out, rows_of
from checkers.document import Document
from checkers.outcome import Spot

_ABOVE = 2
"""Lines left in sight above the place of a finding."""


class DocumentPage(ScrollView):
    """The rows of a document, line by line; the words that a finding speaks of stand between ▶ and ◀."""

    BORDER_TITLE = "The document as read"

    def __init__(self) -> None:
        super().__init__(id="page")
        self._rows: list[PageRow] = []
        self._found: Found | None = None
        self._laid: list[list[Content]] = []
        """The lines of each row; none while the page is hidden."""
        self._lines: list[Content] = []
        """All of them."""

    def show(self, document: Document | None) -> None:
        """Show a document from its beginning."""
        self._rows = rows_of(document) if document else []
        self._laid = [[] for _ in self._rows]
        self._found = None
        self._lay_out(range(len(self._rows)))
        self.scroll_home(animate=False, immediate=True)

    def mark(self, spot: Spot | None) -> None:
        """Mark where a finding stands, and bring it into view."""
        before, self._found = self._found, find(self._rows, spot)
        self._lay_out({found.row for found in (before, self._found) if found})
        self._bring_into_view()

    def on_resize(self) -> None:
        """Lay the rows out for the new width."""
        self._lay_out(range(len(self._rows)))
        self.call_after_refresh(self._bring_into_view)  # when the new height is known

    def _lay_out(self, changed: Iterable[int]) -> None:
        """Lay out those rows that changed: of a long document not all with each step from finding to finding."""
        width = self.scrollable_content_region.width
        for at in changed if width > 0 else ():
            found = self._found if self._found and self._found.row == at else None
            self._laid[at] = lay_out(self._rows[at], found)(width)
        self._lines = list(chain.from_iterable(self._laid))
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def _bring_into_view(self) -> None:
        """Scroll to the lines with the marks: their row may be longer than the window."""
        if self._found is None:
            return
        start = sum(map(len, self._laid[: self._found.row]))
        own = enumerate(self._laid[self._found.row], start)
        marked = [at for at, line in own if any(mark in line.plain for mark in MARKS)]
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        if marked and not top <= marked[0] <= marked[-1] < top + height:
            above = max(marked[0] - _ABOVE, 0)
            self.scroll_to(y=above, animate=False, immediate=True, force=True)  # its scrollbar may be to come yet

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        at = y + self.scroll_offset.y
        style, width = self.visual_style, self.scrollable_content_region.width
        line = self._lines[at] if at < len(self._lines) else Content("")
        return Strip(line.render_segments(style), line.cell_length).adjust_cell_length(width, style.rich_style)
