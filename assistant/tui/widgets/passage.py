"""A passage of what one reads, in which words can be looked for."""

from __future__ import annotations

import re

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from assistant.tui.laid import Laid, Lines, marked, stacked
from assistant.tui.safe import joined, shown

CHOSEN, OTHER = ("▶", "◀"), ("›", "‹")
"""What stands before and behind the words that are looked for: where one is, and at all other places."""


class Sought:
    """Words that are looked for, passage by passage; it counts the places as it comes by, and knows the chosen one."""

    def __init__(self, words: str, chosen: int) -> None:
        parts = map(re.escape, words.split())
        self._pattern = re.compile(r"\s+".join(parts) or "(?!)", re.IGNORECASE)
        self._chosen = chosen
        self.count = 0

    def __call__(self, text: Content) -> Content:
        """A text with all of its places marked by signs, and the chosen one in reverse besides."""
        parts: list[Content] = []
        at = 0
        for match in self._pattern.finditer(text.plain):
            self.count += 1
            signs, style = (CHOSEN, "bold reverse") if self.count == self._chosen else (OTHER, "bold underline")
            parts += [text[at : match.start()], shown(f"{signs[0]}{match.group()}{signs[1]}", style)]
            at = match.end()
        return joined(*parts, text[at:], between="") if parts else text


class Passage(Static):
    """Text laid out for the width there is."""

    def __init__(self, lines: Lines | None = None, *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        self._lines = lines or stacked()
        self._laid = Laid(self._lines)
        self._has_marks = False
        super().__init__(self._laid, id=id, classes=classes)

    def show(self, lines: Lines | None) -> None:
        """Show another text; None for none."""
        self._lines = lines or stacked()
        self._has_marks = False
        self._put(self._lines)

    def mark(self, sought: Sought) -> None:
        """Mark the places of what is looked for."""
        before = sought.count
        lines = marked(self._lines, sought)
        found = sought.count > before
        if found or self._has_marks:
            self._has_marks = found
            self._put(lines)

    def _put(self, lines: Lines) -> None:
        self._laid = Laid(lines)
        self.update(self._laid)

    @property
    def line_of_chosen(self) -> int | None:
        """The line that holds the chosen place; None where that is not here."""
        lines = self._laid.lines(self.content_size.width) if self._has_marks else []
        return next((at for at, line in enumerate(lines) if CHOSEN[0] in line.plain), None)


class Reading(VerticalScroll):
    """Passages one below another, to read and to look for words in."""

    def read(self, pages: int) -> None:
        """Move up or down by a page, two lines of which stay in sight."""
        self.scroll_relative(y=pages * max(self.size.height - 2, 1), animate=False)

    def seek(self, words: str, chosen: int) -> int:
        """Mark all places of these words, and bring the chosen one (counted from 1) into view; how many there are."""
        sought = Sought(words, chosen)
        for passage in self.query(Passage):
            if passage.display:
                passage.mark(sought)
        self.call_after_refresh(self._show_chosen)  # when the sizes are known
        return sought.count

    def _show_chosen(self) -> None:
        for passage in self.query(Passage):
            if (line := passage.line_of_chosen) is not None:
                top = passage.content_region.y - self.content_region.y + round(self.scroll_y)
                self.scroll_to_region(Region(0, top + line, 1, 1), animate=False, force=True)
