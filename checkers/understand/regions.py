"""Where the sessions of a progress note are: rows of a table, blocks one after another, running notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checkers.layout import Line
from checkers.understand.dates import Written, find_dates
from checkers.understand.labelled import SIGNATURE, Labelled
from checkers.understand.times import find_range

DATE_KEYS = ("service_date", "date")
TIME_KEYS = ("time", "start_time", "end_time", "duration")
_SESSION_KEYS = frozenset({*DATE_KEYS, *TIME_KEYS, "narrative", "activity", "absence", "reason"})
_HEAD_KEYS = frozenset(
    {"service_date", "date", "child_name", "service_type", "provider", "activity", "time", "start_time"}
)
_ROW_KEYS = frozenset({*TIME_KEYS, "narrative", "units", "service_type", "activity", "absence", SIGNATURE})
SESSION_HEADING = re.compile(
    r"^\W*(?:session|entry|note|visit|contact|service)\s*(?:#|no\.?|number)?\s*\d{1,3}\b[^.]{0,60}$", re.IGNORECASE
)
_TOTALS = re.compile(r"^\W*(?:(?:sub)?totals?|sum)\b", re.IGNORECASE)
_RUNNING_NOTE = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+)?(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\.?,?\s+)?(?=\d|[A-Z][a-z]{2})",
    re.IGNORECASE,
)
REMARKS = re.compile(r"comment|remark|additional|other", re.IGNORECASE)
"""Labels under which something may be said, and need not."""
_SHORT_LINE = 12
_NO_LINE = 10**9
_WORD = re.compile(r"(?!E[SD]?T\b|UTC|GMT)[A-Za-z]{3,}")
"""A word that is not part of a time stamp."""
_FEWEST_WORDS = 3
"""A date with fewer words behind it is no running note."""
_FEWEST_WORDS_BELOW = 6
"""Nor is a date alone on its line, with fewer below; where the times stand beside it, the fewest are enough."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the document that is one session: its lines and the labelled values in it."""

    first: int
    last: int
    items: tuple[Labelled, ...]
    row: bool = False
    table: int = 0
    """The number of the table that a row is in."""


def find_regions(labelled: Sequence[Labelled], others: Sequence[Labelled], lines: Sequence[Line]) -> list[Region]:
    """Find the sessions. `labelled` are all labelled values, `others` those that belong to no signature."""
    return _two_sides(list(_rows(labelled))) or _running(others, lines) or list(_blocks(others, lines))


def _two_sides(regions: list[Region]) -> list[Region]:
    """Rows of two tables on the same days, one with the times and one with the notes, as one session a day.

    Some forms have the times on side 1 and the notes on side 2.
    """
    timed = [region for region in regions if region.table == regions[0].table]
    noted = [region for region in regions if region.table != regions[0].table]
    keys = [{item.key for region in side for item in region.items} for side in (timed, noted)]
    whole = "narrative" in keys[0] or not keys[0] & set(TIME_KEYS) or "narrative" not in keys[1]
    days = [[_day(region) for region in side] for side in (timed, noted)]
    if whole or keys[1] & set(TIME_KEYS) or sorted(days[0]) != sorted(days[1]) or len(set(days[0])) < len(days[0]):
        return regions
    notes = dict(zip(days[1], noted, strict=True))
    return [replace(each, items=(*each.items, *_but_days(notes[_day(each)]))) for each in timed]


def _day(region: Region) -> str:
    return next((item.value for item in region.items if item.key in DATE_KEYS), "")


def _but_days(region: Region) -> tuple[Labelled, ...]:
    return tuple(item for item in region.items if item.key not in DATE_KEYS)


def _rows(labelled: Sequence[Labelled]) -> Iterator[Region]:
    """Rows of a table with a column of dates and columns of what was done in the session."""
    tables: dict[int, dict[int, list[Labelled]]] = defaultdict(lambda: defaultdict(list))
    for item in labelled:
        if item.column and item.row:
            tables[item.row[0]][item.row[1]].append(item)
    for table, rows in tables.items():
        keys = {item.key for items in rows.values() for item in items}
        if not (keys & set(DATE_KEYS)) or not (keys & _ROW_KEYS) or "child_name" in keys:
            continue
        used = [items for items in rows.values() if _used(items)]
        if len(used) < 2 and "narrative" not in keys:
            continue
        for items in used:
            orders = [item.at for item in items]
            yield Region(
                min(orders),
                max(*orders, *(item.at + item.value.count("\n") for item in items)),
                tuple(items),
                row=True,
                table=table,
            )


def rows_of_totals(labelled: Sequence[Labelled]) -> list[Labelled]:
    """What stands in the rows of totals of a table of sessions."""
    rows = {item.row for item in labelled if item.column and item.row and _is_total(item)}
    return [item for item in labelled if item.column and item.row in rows]


def _is_total(item: Labelled) -> bool:
    """Whether a cell heads a row of totals; a note may begin with that word as with any other."""
    return item.key != "narrative" and bool(_TOTALS.match(item.value))


def _used(items: Sequence[Labelled]) -> bool:
    """Whether a row holds a session: something in its date, time or note, and it is no row of totals."""
    if any(map(_is_total, items)):
        return False
    return any(not item.empty and item.key in (*DATE_KEYS, *TIME_KEYS, "narrative", "absence") for item in items)


def _blocks(labelled: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[Region]:
    """Blocks of labelled fields, one after another; one block is the whole document from its first such field on."""
    items = [item for item in labelled if item.key or item.label]
    if not any(item.key in _SESSION_KEYS for item in items):
        return
    heads = _heads(items, lines)
    while len(heads) > 1 and _is_date_alone(items, heads[-1], lines):
        heads = heads[:-1]
    blocks: dict[int, list[Labelled]] = defaultdict(list)
    for item in items:
        blocks[bisect_right(heads, item.order)].append(item)
    for number, (start, end) in enumerate(pairwise([*heads, len(lines)]), start=1):
        inside = tuple(blocks[number])
        named = (
            len(heads) > 1
            and SESSION_HEADING.match(lines[start].text)
            and any(len(line.text.split()) > _FEWEST_WORDS for line in lines[start + 1 : end])
        )
        if named or any(item.key in _SESSION_KEYS for item in inside):
            yield Region(start, end - 1, inside)


def _is_date_alone(items: Sequence[Labelled], start: int, lines: Sequence[Line]) -> bool:
    """Whether the last block is but a date with a name or title: the day of signing, and no session."""
    keys = {item.key for item in items if item.order >= start}
    text = max((len(line.text.split()) for line in lines[start:]), default=0)
    return (
        keys <= {"date", "credentials", "provider", None}
        and text <= _SHORT_LINE
        and not SESSION_HEADING.match(lines[start].text)
    )


def _heads(items: Sequence[Labelled], lines: Sequence[Line]) -> list[int]:
    """The index of each block's first line: its heading "Session 2", else the field that comes round again."""
    numbered = [order for order, line in enumerate(lines) if len(line.text) <= 80 and SESSION_HEADING.match(line.text)]
    if len(numbered) >= 2:
        return numbered
    counts = Counter(item.key for item in items if item.key in _HEAD_KEYS)
    sessions = max(counts["service_date"], counts["date"] if not counts["service_date"] else 0, 0)
    if not sessions:
        sessions = max(counts["time"], counts["start_time"])
    if sessions < 2:
        return [0]
    date_key = next(key for key in ("service_date", "date", "time", "start_time") if counts[key] == sessions)
    repeated = {key for key, count in counts.items() if count == sessions}
    heads: list[int] = []
    seen: set[str | None] = set()
    head_key: str | None = None
    for item in items:
        if item.key not in repeated:
            continue
        if head_key is None:
            head_key = item.key
        if item.key == head_key and (not heads or date_key in seen or item.key == date_key):
            heads.append(item.order)
            seen = set()
        seen.add(item.key)
    return [max(0, _heading_above(head, lines)) for head in _with_undated(heads, items)]


def _with_undated(heads: list[int], items: Sequence[Labelled]) -> list[int]:
    """A block that holds two times, where the others hold one, is two sessions of which the second lacks its date."""
    found = list(heads)
    for key in ("time", "start_time"):
        times = [item.order for item in items if item.key == key and not item.empty]
        inside = [[order for order in times if start <= order < end] for start, end in pairwise([*heads, _NO_LINE])]
        if sum(len(orders) == 1 for orders in inside) > len(inside) / 2:
            found.extend(order for orders in inside for order in orders[1:])
    return sorted(set(found))


def _heading_above(head: int, lines: Sequence[Line]) -> int:
    """A block's own heading ("Coordination of Services Note") on the line right above its first field belongs to it."""
    above = head - 1
    while above > 0 and not lines[above].text.strip():
        above -= 1
    return above if above > 0 and lines[above].heading and lines[above].place.table == lines[head].place.table else head


def _running(labelled: Sequence[Labelled], lines: Sequence[Line]) -> list[Region]:
    """Running notes: paragraphs that begin with a date, in a document without labelled dates of service."""
    if any(item.key in DATE_KEYS for item in labelled):
        return []
    labels = frozenset(item.order for item in labelled)
    dated = {order: found for order, line in enumerate(lines) if (found := _date_that_begins(line))}
    beside = [order for order, found in dated.items() if _tells(lines[order].text[found.end :])]
    above = [
        order
        for order, found in dated.items()
        if not _WORD.search(rest := lines[order].text[found.end :])
        and _prose_below(order, lines, labels, fewest=_FEWEST_WORDS if find_range(rest) else _FEWEST_WORDS_BELOW)
    ]
    starts = sorted([*beside, *(above if len(above) > 1 else [])])
    ends = [*starts[1:], len(lines)]
    return [
        Region(start, end - 1, tuple(item for item in labelled if start < item.order < end))
        for start, end in zip(starts, ends, strict=False)
    ]


def _date_that_begins(line: Line) -> Written | None:
    """The date a line of the text begins with, after a weekday at most."""
    match = _RUNNING_NOTE.match(line.text) if line.place.table is None else None
    found = next(iter(find_dates(line.text)), None) if match else None
    return found if match and found and found.start == match.end() else None


def _tells(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and bool(_WORD.search(text))


def _prose_below(order: int, lines: Sequence[Line], labels: frozenset[int], *, fewest: int) -> bool:
    """Whether a note stands under a date that is a heading of its own."""
    below = next((at for at in range(order + 1, len(lines)) if lines[at].text.strip()), None)
    return below is not None and below not in labels and len(lines[below].text.split()) >= fewest
