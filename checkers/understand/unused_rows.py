"""Rows of a log that nobody has used yet: strokes for a date, AM/PM, a number in the margin fill none of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from checkers.layout import MarkKind
from checkers.understand.boxes import boxes_in
from checkers.understand.labelled import SIGNATURE, Labelled
from checkers.understand.templates import template_in
from checkers.words import plain

_BETWEEN = re.compile(r"[\s_./\\:;,|()\-–—…]+")
_PRINTED = frozenset({
    "a", "p", "m", "am", "pm", "n", "mm", "dd", "yy", "yyyy", "to", "from", "min", "mins", "minutes", "hr", "hrs",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "monday", "tuesday", "wednesday", "thursday", "friday",
})  # fmt: skip
"""Words that forms print in a cell to be filled in; "n" and "a" are those of "N/A"."""
_YEAR = re.compile(r"20\d?\d?|20_+")
_NUMBER = re.compile(r"#?\d{1,3}\.?")
_NUMBERED = frozenset({None, "day"})
"""Columns that count the rows, or the days of a month."""
_WRITTEN = frozenset({MarkKind.PICTURE, MarkKind.INK, MarkKind.SIGNED_LINE})

Rows = frozenset[tuple[int, int]]


def unused_rows(labelled: Sequence[Labelled]) -> Rows:
    """The rows in which nothing was written, of tables in which other rows were."""
    cells: dict[tuple[int, int], list[Labelled]] = defaultdict(list)
    for item in labelled:
        if item.column and item.row:
            cells[item.row].append(item)
    unused = {row for row, items in cells.items() if all(map(_is_unwritten, items))}
    used_tables = {table for table, _ in cells.keys() - unused}
    return frozenset((table, row) for table, row in unused if table in used_tables)


def emptied(labelled: Sequence[Labelled], rows: Rows) -> list[Labelled]:
    """The labelled values with nothing standing in those rows."""
    return [replace(item, value="", marks=()) if item.column and item.row in rows else item for item in labelled]


def _is_unwritten(item: Labelled) -> bool:
    """Whether a cell holds nothing but what a form prints there."""
    if any(mark.kind in _WRITTEN for mark in item.marks):
        return False
    text = item.value
    for mark in item.marks:
        if mark.kind is MarkKind.PLACEHOLDER:
            text = text.replace(item.line.text[mark.start : mark.end].strip(), " ")
    text = text.strip()
    if text and (template_in(text, whole=True) == text or plain(text) == plain(item.label)):
        return True
    if boxes := boxes_in(item.value, item.marks):
        return all(box.checked is False for box in boxes) and not item.value[: boxes[0].start].strip()
    words = [word for word in _BETWEEN.split(text.casefold()) if word]
    if item.key == SIGNATURE:
        return words in ([], ["n", "a"])
    if item.key in _NUMBERED and _NUMBER.fullmatch(text):
        return True
    return all(word in _PRINTED or _YEAR.fullmatch(word) for word in words)
