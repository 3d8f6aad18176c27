"""The sessions of a progress note: rows of a table, blocks one after another, running notes, or the whole page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from checkers.document import Activity, Checkbox, DateFound, Entry, Field, Signature, Time
from checkers.layout import Line, Place
from checkers.outcome import Spot
from checkers.understand.boxes import boxes_in
from checkers.understand.dates import Clock, PageYear, find_clock, find_dates, find_minutes, find_range, settle
from checkers.understand.labelled import SIGNATURE, Labelled, is_signature_label
from checkers.understand.narratives import suggested_activity
from checkers.words import holds, load, phrases, plain

_DATE_KEYS = ("service_date", "date")
_TIME_KEYS = ("time", "start_time", "end_time", "duration")
_HEAD_KEYS = frozenset({"service_date", "date", "child_name", "service_type", "provider", "activity", "time", "start_time"})
_ROW_KEYS = frozenset({"narrative", "time", "start_time", "end_time", "duration", "units", "service_type", "activity", SIGNATURE})
_SESSION_HEADING = re.compile(r"^\W*(?:session|entry|note|visit|contact|service)\s*(?:#|no\.?|number)?\s*\d{1,3}\b[^.]{0,60}$", re.IGNORECASE)
_TOTALS = re.compile(r"^\W*(?:sub)?totals?\b|^\W*sum\b", re.IGNORECASE)
_CANCELLED = re.compile(
    r"^\W*(?:session\s+|visit\s+)?(?:was\s+)?(?:cancel+ed|cancel+ation|missed\s+session|no[- ]show|not\s+held|no\s+session|no\s+service)\b"
    r"|^\W*(?:(?:child|student|client|provider|therapist|teacher|seit|slp|ot|pt)\s+(?:was\s+)?(?:is\s+)?)?absent\b"
    r"|^\W*(?:session|visit)\s+(?:was\s+)?(?:cancel+ed|not\s+held|missed)\b",
    re.IGNORECASE,
)
_CANCEL_WORDS = re.compile(r"\b(?:session|visit|cancel+ed|cancel+ation|was|is|no[- ]show|missed|not held|absent|no session|absence|reason|due to|because|of|by)\b", re.IGNORECASE)
_WHO_OR_WHY = re.compile(r"\b(?:child|student|client|provider|therapist|teacher|parent|mother|mom|school|snow|sick|ill|holiday|vacation|closed|weather|family)\b", re.IGNORECASE)
_RUNNING_NOTE = re.compile(r"^\W*(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\.?,?\s+)?(?=\d|[A-Z][a-z]{2})", re.IGNORECASE)
_PROSE_WORDS = 4
_MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of the document that is one session."""

    first: int
    last: int
    items: tuple[Labelled, ...]
    row: bool = False


def find_sessions(
    labelled: Sequence[Labelled],
    fields: dict[int, Field],
    lines: Sequence[Line],
    boxes: Sequence[Checkbox],
    signatures: Sequence[Signature],
    page_year: PageYear | None,
    titles: str,
    everything: Sequence[Labelled],
) -> tuple[Entry, ...]:
    """Find the sessions, numbered from 1. `fields` gives the field made of a labelled value, by the value's identity.

    `titles` are the words of the document's own title, which may name the activity of all of its sessions;
    `everything` are the labelled values with those that belong to signatures, `labelled` those without.
    """
    regions = list(_rows(everything)) or _running(labelled, lines) or list(_blocks(labelled, lines))
    entries: list[Entry] = []
    for region in regions:
        entry = _entry(region, fields, lines, boxes, signatures, page_year, labelled)
        if entry is not None:
            entries.append(entry)
    common = _common_activity(labelled, regions, boxes, titles)
    return tuple(
        replace(_with_activity(entry, common), number=number) for number, entry in enumerate(entries, start=1)
    )


# --- where the sessions are ----------------------------------------------------------------------------------------


def _rows(labelled: Sequence[Labelled]) -> Iterator[_Region]:
    """Rows of a table with a column of dates and columns of what was done in the session."""
    tables: dict[int, dict[int, list[Labelled]]] = defaultdict(lambda: defaultdict(list))
    for item in labelled:
        if item.column and item.row:
            tables[item.row[0]][item.row[1]].append(item)
    for rows in tables.values():
        keys = {item.key for items in rows.values() for item in items}
        if not (keys & set(_DATE_KEYS)) or not (keys & _ROW_KEYS) or "child_name" in keys:
            continue
        used = [items for items in rows.values() if _used(items)]
        if len(used) < 2 and "narrative" not in keys:
            continue
        for items in used:
            orders = [item.at for item in items]
            yield _Region(min(orders), max(*orders, *(item.at + item.value.count("\n") for item in items)), tuple(items), row=True)


def _used(items: Sequence[Labelled]) -> bool:
    """Whether a row holds a session: something in its date, time or note, and it is no row of totals."""
    if any(_TOTALS.match(item.value) for item in items):
        return False
    return any(not item.empty and item.key in (*_DATE_KEYS, *_TIME_KEYS, "narrative", "absence") for item in items)


def _blocks(labelled: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[_Region]:
    """Blocks of labelled fields, one after another; one block is the whole document from its first such field on."""
    items = [item for item in labelled if item.key or item.label]
    if not any(item.key in (*_DATE_KEYS, *_TIME_KEYS, "narrative", "activity") for item in items):
        return
    heads = _heads(items, lines)
    starts = [*heads, len(lines)]
    for start, end in zip(starts, starts[1:], strict=False):
        inside = tuple(item for item in items if start <= item.order < end)
        if any(item.key in (*_DATE_KEYS, *_TIME_KEYS, "narrative", "activity") for item in inside):
            yield _Region(start, end - 1, inside)


def _heads(items: Sequence[Labelled], lines: Sequence[Line]) -> list[int]:
    """The index of the line with which each block begins: headings "Session 2", else the field that comes round again."""
    numbered = [order for order, line in enumerate(lines) if len(line.text) <= 80 and _SESSION_HEADING.match(line.text)]
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
    return [max(0, _heading_above(head, lines)) for head in heads]


def _heading_above(head: int, lines: Sequence[Line]) -> int:
    """A block's own heading ("Coordination of Services Note") on the line right above its first field belongs to it."""
    above = head - 1
    while above > 0 and not lines[above].text.strip():
        above -= 1
    return above if above > 0 and lines[above].heading and lines[above].place.table == lines[head].place.table else head


def _running(labelled: Sequence[Labelled], lines: Sequence[Line]) -> list[_Region]:
    """Running notes: paragraphs that begin with a date, in a document without labelled dates of service."""
    if any(item.key in _DATE_KEYS for item in labelled):
        return []
    starts = [
        order
        for order, line in enumerate(lines)
        if line.place.table is None
        and (match := _RUNNING_NOTE.match(line.text))
        and (found := next(iter(find_dates(line.text)), None))
        and found.start == match.end()
        and len(line.text[found.end :].split()) >= _PROSE_WORDS - 1
    ]
    ends = [*starts[1:], len(lines)]
    return [
        _Region(start, end - 1, tuple(item for item in labelled if start < item.order < end))
        for start, end in zip(starts, ends, strict=False)
    ]


# --- what a session holds ------------------------------------------------------------------------------------------


def _entry(
    region: _Region,
    fields: dict[int, Field],
    lines: Sequence[Line],
    boxes: Sequence[Checkbox],
    signatures: Sequence[Signature],
    page_year: PageYear | None,
    labelled: Sequence[Labelled],
) -> Entry | None:
    mine = [fields[id(item)] for item in region.items if id(item) in fields]
    inside_boxes = tuple(box for box in boxes if region.first <= box.order <= region.last)
    date_field = _date_field(mine)
    time_fields = tuple(field for field in mine if field.key in _TIME_KEYS)
    first_line = lines[region.first]
    date = date_field.dates[0] if date_field and date_field.dates else None
    if date is None and date_field is None and not region.items:
        written = next(iter(find_dates(first_line.text, page_year)), None)
        if written:
            date = DateFound(written.text, written.date, Spot(first_line.place, first_line.text.strip()), region.first, written.problem)
    narrative, narrative_field = _narrative(region, mine, lines, signatures, labelled)
    cancelled, reason = _cancellation(mine, narrative, inside_boxes)
    time, minutes = _time(time_fields, narrative if not time_fields else "")
    activity, certain, spot = _activity(mine, inside_boxes, region, lines)
    if not (date or (date_field and not date_field.blank) or time or minutes is not None or narrative or cancelled or date_field):
        return None
    return Entry(
        number=0,
        spot=date_field.spot if date_field else Spot(first_line.place, first_line.text.strip()),
        first=region.first,
        last=region.last,
        row=region.row,
        form=len({field.key for field in mine if field.key and field.key != "date"} | ({"box"} if inside_boxes else set())) >= 2,
        date=date,
        date_field=date_field,
        time=time,
        time_fields=time_fields,
        minutes=minutes,
        activity=activity,
        activity_certain=certain,
        activity_spot=spot,
        narrative=narrative,
        narrative_field=narrative_field,
        cancelled=cancelled,
        reason=reason,
        boxes=inside_boxes,
        fields=tuple(mine),
        signatures=tuple(each for each in signatures if region.first <= each.order <= region.last),
    )


def _date_field(fields: Sequence[Field]) -> Field | None:
    """The field with the day of the service: labelled so, else a plain "Date"; a filled one before a blank one."""
    for key in _DATE_KEYS:
        found = [field for field in fields if field.key == key]
        if found:
            return next((field for field in found if not field.blank), found[0])
    return None


def _narrative(
    region: _Region, fields: Sequence[Field], lines: Sequence[Line], signatures: Sequence[Signature], labelled: Sequence[Labelled]
) -> tuple[str, Field | None]:
    own = [field for field in fields if field.key == "narrative"]
    text = "\n".join(field.value for field in own if field.value)
    if text:
        return text, next(field for field in own if field.value)
    if region.row:
        return "", own[0] if own else None
    signed = {each.order for each in signatures}
    known = {item.order for item in labelled if item.key}
    prose = [
        line.text.strip()
        for order, line in enumerate(lines[region.first : region.last + 1], start=region.first)
        if order not in signed and order not in known and not line.heading and line.place.part == "body"
        and len(line.text.split()) > _PROSE_WORDS and not boxes_in(line.text, line.marks) and "signed by" not in line.text.casefold()
        and not is_signature_label(line.text)
    ]
    if not region.items:
        prose = [line.text.strip() for order, line in enumerate(lines[region.first : region.last + 1], start=region.first) if line.text.strip()]
    if not own or prose:
        return "\n".join(prose), own[0] if own else None
    return "", own[0]


def _cancellation(fields: Sequence[Field], narrative: str, boxes: Sequence[Checkbox]) -> tuple[bool, str]:
    """Whether the session was cancelled or the child absent, and the reason given."""
    reason = next((field.value for field in fields if field.key == "reason" and field.value), "")
    for box in boxes:
        if box.checked and _CANCELLED.match(box.label):
            return True, reason or _reason_in(box.label) or narrative
    for field in fields:
        if field.key in ("absence", "service_type", "activity", *_TIME_KEYS) and _CANCELLED.match(field.value):
            return True, reason or _reason_in(field.value) or narrative
    if match := _CANCELLED.match(narrative):
        return True, reason or _reason_in(narrative if match else "")
    return False, reason


def _reason_in(text: str) -> str:
    """What a cancellation says beyond itself: "Cancelled - child sick" gives the whole, "Session cancelled." gives ""."""
    rest = _CANCEL_WORDS.sub(" ", text).strip(" \t\n.,:;-–—/")
    return text.strip() if rest and (_WHO_OR_WHY.search(text) or len(rest.split()) >= 1) else ""


def _time(fields: Sequence[Field], prose: str) -> tuple[Time | None, int | None]:
    """Start and end, and the stated duration in minutes."""
    clocks: dict[str, tuple[Clock, Field]] = {}
    time: Time | None = None
    minutes: int | None = None
    for field in fields:
        if not field.value:
            continue
        if field.key in ("time", "start_time", "end_time", "duration") and time is None and (span := find_range(field.value)):
            time = _span(*span, field.value, field.spot)
        elif field.key in ("start_time", "end_time") and (clock := find_clock(field.value)):
            clocks.setdefault(field.key, (clock, field))
        if field.key in ("duration", "time") and minutes is None:
            minutes = find_minutes(field.value, bare=field.key == "duration")
    if time is None and len(clocks) == 2:
        start, end = settle(clocks["start_time"][0], clocks["end_time"][0])
        words = f"{clocks['start_time'][1].value} - {clocks['end_time'][1].value}"
        time = _span(start, end, words, clocks["start_time"][1].spot)
    if prose and time is None and (span := find_range(prose)):
        time = _span(*span, "", Spot(fields[0].spot.place) if fields else Spot(Place()))
    if prose and minutes is None:
        minutes = find_minutes(prose)
    return time, minutes


def _span(start: Clock, end: Clock, text: str, spot: Spot) -> Time:
    return Time(start.minutes, end.minutes, text, spot)


# --- what the time went to -----------------------------------------------------------------------------------------


@cache
def _labels() -> dict[Activity, frozenset[str]]:
    return {
        Activity(name): frozenset(map(plain, entry["labels"]))
        for name, entry in load("activities").items()
        if isinstance(entry, dict)
    }


@cache
def _service_labels() -> frozenset[str]:
    services = load("services")
    return frozenset(plain(word) for key, entry in services.items() if key != "coordination" for word in (*entry["names"], *entry["providers"]))


def activity_named(words: str) -> Activity:
    """The activity that a label, a title or a service type names; a service such as speech therapy is direct."""
    bare = plain(words)
    found = [(len(phrase), activity) for activity, labels in _labels().items() if (phrase := holds(bare, labels))]
    if found:
        return max(found, key=lambda each: each[0])[1]
    return Activity.DIRECT if holds(bare, _service_labels()) else Activity.UNKNOWN


def _activity(fields: Sequence[Field], boxes: Sequence[Checkbox], region: _Region, lines: Sequence[Line]) -> tuple[Activity, bool, Spot | None]:
    """The activity by the form's own word: its field, a ticked box, the block's heading, the service type."""
    for field in fields:
        if field.key == "activity" and field.value and (named := activity_named(field.value)) is not Activity.UNKNOWN:
            return named, True, field.spot
    ticked = [box for box in boxes if box.checked and not _is_medicaid(box.label)]
    for box in ticked:
        if (named := activity_named(box.label)) not in (Activity.UNKNOWN, Activity.DIRECT):
            return named, True, box.spot
    for line in lines[region.first : region.first + 3]:
        if (line.heading or _SESSION_HEADING.match(line.text)) and (named := activity_named(line.text)) not in (Activity.UNKNOWN, Activity.DIRECT):
            return named, True, Spot(line.place, line.text.strip())
    for field in fields:
        if field.key == "service_type" and field.value and (named := activity_named(field.value)) is not Activity.UNKNOWN:
            return named, True, field.spot
    for box in ticked:
        if activity_named(box.label) is Activity.DIRECT:
            return Activity.DIRECT, True, box.spot
    return Activity.UNKNOWN, False, None


def _is_medicaid(label: str) -> bool:
    return "medicaid" in label.casefold()


def _common_activity(
    labelled: Sequence[Labelled], regions: Sequence[_Region], boxes: Sequence[Checkbox], titles: str
) -> tuple[Activity, Spot | None]:
    """The activity that stands once for all sessions: in a field or ticked box before the first, or in the title."""
    first = min((region.first for region in regions), default=0)
    for key in ("activity", "service_type"):
        for item in labelled:
            if item.key == key and not item.column and item.order < first and not item.empty:
                if (named := activity_named(item.value)) is not Activity.UNKNOWN:
                    return named, Spot(item.line.place, item.line.text.strip())
    for box in boxes:
        if box.checked and box.order < first and (named := activity_named(box.label)) not in (Activity.UNKNOWN, Activity.DIRECT) and not _is_medicaid(box.label):
            return named, box.spot
    named = activity_named(titles)
    return (named, None) if named is Activity.COORDINATION else (Activity.UNKNOWN, None)


def _with_activity(entry: Entry, common: tuple[Activity, Spot | None]) -> Entry:
    if entry.activity is not Activity.UNKNOWN:
        return entry
    if common[0] is not Activity.UNKNOWN:
        return replace(entry, activity=common[0], activity_certain=True, activity_spot=common[1])
    return replace(entry, activity=suggested_activity(entry.narrative), activity_certain=False)
