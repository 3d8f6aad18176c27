"""Headers and footers that repeat from page to page, given once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from checkers.layout import Block, Line

_AT_THE_EDGE = 3
"""How many lines from the top or the bottom of a page a header or footer may take up."""
_PAGE_NUMBER = re.compile(r"\b(?:page\s*)?\d+\s*(?:of|/)\s*\d+\b|^\s*(?:page\s*)?\d+\s*$", re.IGNORECASE)


def without_repeats(blocks: Sequence[Block], pages: int) -> tuple[Block, ...]:
    """Leave out lines at the edge of a page that an earlier page has too; lines with a mark or a rule stay."""
    if pages < 2:
        return tuple(blocks)
    on_page: defaultdict[int, list[Line]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Line) and block.place.page and block.place.part == "body":
            on_page[block.place.page].append(block)
    edges = {
        id(line) for lines in on_page.values() for line in (*lines[:_AT_THE_EDGE], *lines[-_AT_THE_EDGE:])
    }  # fmt: skip
    having = Counter(same for lines in on_page.values() for same in {_same(line) for line in lines})
    seen: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and id(block) in edges and not block.marks and "__" not in block.text:
            same = _same(block)
            if same in seen and same and having[same] * 2 >= pages:
                continue
            seen.add(same)
        kept.append(block)
    return tuple(kept)


def _same(line: Line) -> str:
    """A line's words without the number of the page."""
    return _PAGE_NUMBER.sub("#", " ".join(line.text.split()))
