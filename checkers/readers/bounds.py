"""How much one document may hold, whatever its format: beyond it no file is a note, a log or a plan.

Forty double-sided pages of an IEP are some 4,000 lines; a year of daily notes in one file is some 8,000. All that
follows on reading takes time and memory by lines and letters, so this bound keeps them all.
"""

from __future__ import annotations

from checkers.layout import Reading, lines_of
from checkers.unreadable import Unreadable

MOST_LINES = 10_000
"""Printed lines, paragraphs and table cells."""
MOST_LETTERS = 250_000
MOST_XML = 10 * 2**20
"""Bytes of one part of a Word file: its elements take twenty times as much memory."""
MOST_PAGES = 200


def within_bounds(reading: Reading) -> Reading:
    """The reading as it is.

    Raises:
        Unreadable: it holds more than `MOST_LINES` lines or `MOST_LETTERS` letters.
    """
    letters = 0
    for count, line in enumerate(lines_of(reading.blocks), start=1):
        letters += len(line.text)
        if count > MOST_LINES or letters > MOST_LETTERS:
            raise too_long()
    return reading


def too_long() -> Unreadable:
    """The refusal of a file that holds more than a document can."""
    return Unreadable(
        f"The file holds more than Tandem takes in at once: {MOST_LINES:,} lines, or {MOST_LETTERS:,} letters.",
        "Split it into one file for each document or month, and check those.",
    )
