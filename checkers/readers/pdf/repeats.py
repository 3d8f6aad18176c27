"""Headers and footers that repeat from page to page, given once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import takewhile

from checkers.layout import Block, Line

_AT_THE_EDGE = 6
"""How many lines from the top or the bottom of a page a header or footer may take up."""
_PAGE_NUMBER = re.compile(
    r"\bpage\s*\d+(?:\s*(?:of|/)\s*\d+)?\b|\b\d+\s+of\s+\d+\b|^\s*\d+(?:\s*/\s*\d+)?\s*$", re.IGNORECASE
)
_SIGNS = re.compile(r"sign|/s/", re.IGNORECASE)


def without_repeats(blocks: Sequence[Block], pages: int) -> tuple[Block, ...]:
    """Leave out the lines at the edge of a page that repeat, from the edge on, those of most pages.

    Lines with a mark, a rule or a signature stay: a note on each page is signed on each.
    """
    if pages < 2:
        return tuple(blocks)
    on_page: defaultdict[int, list[Line]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Line) and block.place.page and block.place.part == "body":
            on_page[block.place.page].append(block)
    having = Counter(same for lines in on_page.values() for same in {_same(line) for line in lines})
    repeated: set[int] = set()
    seen: set[str] = set()
    for lines in on_page.values():
        for edge in (lines[:_AT_THE_EDGE], lines[: -_AT_THE_EDGE - 1 : -1]):
            running = list(takewhile(lambda line: _repeats(line) and having[_same(line)] * 2 >= pages, edge))
            repeated |= {id(line) for line in running if _same(line) in seen}
        seen |= {_same(line) for line in lines}
    return tuple(block for block in blocks if id(block) not in repeated)


def _repeats(line: Line) -> bool:
    return not (line.marks or "__" in line.text or _SIGNS.search(line.text)) and bool(line.text.strip())


def _same(line: Line) -> str:
    """A line's words without the number of the page."""
    return _PAGE_NUMBER.sub("#", " ".join(line.text.split()))
