"""The sessions of a progress note: what each region of the page holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from checkers.document import Checkbox, DateFound, Entry, Field, Time
from checkers.outcome import Spot
from checkers.understand.activities import activity_of
from checkers.understand.boxes import boxes_in
from checkers.understand.dates import Clock, Written, find_clock, find_dates, find_minutes, find_range, settle
from checkers.understand.electronic import electronic_name
from checkers.understand.labelled import is_signature_label
from checkers.understand.page import Page
from checkers.understand.regions import DATE_KEYS, TIME_KEYS, Region, find_regions
from checkers.words import load

_SENTENCE_END = re.compile(r"[.!?;]\s")
_OPTIONAL = re.compile(r"comment|additional|other", re.IGNORECASE)
_LONG_AIMS = 15
"""Under a label for goals or plans so many words tell of the session too."""
_NAMES = 6
"""An activity of more words is no name of one, but tells what was done."""
_SPAN_WORDS = 7
"""A value of no more words with two times in it is the time of the session, whatever its label."""
_PROSE_WORDS = 4
"""A line of no more words is no prose."""


def find_sessions(page: Page) -> tuple[Entry, ...]:
    """Find the sessions of a note, numbered from 1 in document order."""
    regions = find_regions(page.labelled, page.others, page.lines)
    page = replace(page, sessions_from=min((region.first for region in regions), default=0))
    entries = (_entry(region, page) for region in regions)
    found = [entry for entry in entries if entry is not None]
    return tuple(replace(entry, number=number) for number, entry in enumerate(found, start=1))


def _entry(region: Region, page: Page) -> Entry | None:
    """The session in a region; None where nothing of a session is there."""
    fields = [page.fields[id(item)] for item in region.items if id(item) in page.fields]
    boxes = tuple(box for box in page.boxes if region.first <= box.order <= region.last)
    date_field = _date_field(fields)
    date = date_field.dates[0] if date_field and date_field.dates else None
    if date_field is None and not region.items:
        date = _leading_date(region, page)
    narrative, narrative_field = _narrative(region, fields, page)
    time_fields = tuple(field for field in fields if field.key in TIME_KEYS)
    first = page.lines[region.first]
    spot = date_field.spot if date_field else Spot(first.place, first.text.strip())
    time, minutes = _time(time_fields, "", spot)
    if not time_fields:
        beside = f"{date_field.value}\n" if date_field else ""
        spans = [
            field.value
            for field in fields
            if not field.key and find_range(field.value) and len(field.value.split()) <= _SPAN_WORDS
        ]
        time, minutes = _time((), "\n".join([beside, *spans, narrative]), spot)
    timed = time is not None or minutes is not None
    fields = [_decoded(field, page) if field.key == "absence" else field for field in fields]
    cancelled, reason = _cancellation(fields, narrative, boxes, timed=timed)
    if not (date_field or date or time or minutes is not None or narrative or cancelled):
        return None
    activity, certain, activity_spot = activity_of(region, fields, boxes, narrative, page)
    labels = {field.key for field in fields if field.key and field.key != "date"}
    return Entry(
        number=0,
        spot=spot,
        first=region.first,
        last=region.last,
        row=region.row,
        form=len(labels) + bool(boxes) >= 2,
        date=date,
        date_field=date_field,
        time=time,
        time_fields=time_fields,
        minutes=minutes,
        units=_units(fields),
        activity=activity,
        activity_certain=certain,
        activity_spot=activity_spot,
        narrative=narrative,
        narrative_field=narrative_field,
        cancelled=cancelled,
        reason=reason,
        boxes=boxes,
        fields=tuple(fields),
        signatures=tuple(each for each in page.signatures if region.first <= each.order <= region.last),
    )


def _date_field(fields: Sequence[Field]) -> Field | None:
    """The field with the day of the service: labelled so, else a plain "Date"; a filled one before a blank one."""
    for key in DATE_KEYS:
        found = [field for field in fields if field.key == key]
        if found:
            return next((field for field in found if not field.blank), found[0])
    return None


def _leading_date(region: Region, page: Page) -> DateFound | None:
    """The date with which a running note begins."""
    line = page.lines[region.first]
    found = next(iter(find_dates(line.text, page.dates)), None)
    if found is None:
        return None
    return DateFound(found.text, found.date, Spot(line.place, line.text.strip()), region.first, found.problem)


# --- the narrative -------------------------------------------------------------------------------------------------


def _narrative(region: Region, fields: Sequence[Field], page: Page) -> tuple[str, Field | None]:
    """The narrative with its field: what stands at its label, else the prose of the region."""
    own = [field for field in fields if field.key == "narrative"]
    filled = [field for field in own if field.value]
    if filled:
        return "\n".join(field.value for field in filled), filled[0]
    prose = "" if region.row else "\n".join(_prose(region, page))
    aims = [field for field in fields if field.key == "aims" and field.value]
    asked = [field for field in own if not _OPTIONAL.search(field.label)]
    said = "\n".join(field.value for field in aims)
    if said and not prose and (not asked or len(said.split()) >= _LONG_AIMS):
        return said, aims[0]
    told = next((field for field in fields if field.key == "activity" and len(field.value.split()) > _NAMES), None)
    if told and not prose:
        return told.value, told
    return prose, (asked or own)[0] if own else None


def _prose(region: Region, page: Page) -> list[str]:
    """The lines of a region that are no label, box, heading or signature; a running note is prose as a whole.

    Above the first label only whole sentences are: the rest is letterhead.
    """
    orders = range(region.first, region.last + 1)
    if not region.items:
        return [text for order in orders if (text := page.lines[order].text.strip())]
    first = min((item.order for item in region.items if item.key), default=0)
    return [
        text
        for order in orders
        if order not in page.spoken_for
        and _is_prose(page, order)
        and ((text := page.lines[order].text.strip()).endswith((".", "!", "?")) or order > first)
    ]


def _is_prose(page: Page, order: int) -> bool:
    line = page.lines[order]
    return (
        len(line.text.split()) > _PROSE_WORDS
        and not line.text.rstrip(" _").endswith(":")
        and not line.heading
        and line.place.part == "body"
        and not boxes_in(line.text, line.marks)
        and not electronic_name(line.text)
        and not is_signature_label(line.text)
    )


# --- cancelled sessions --------------------------------------------------------------------------------------------


def _cancellation(
    fields: Sequence[Field], narrative: str, boxes: Sequence[Checkbox], *, timed: bool
) -> tuple[bool, str]:
    """Whether the session was cancelled or the child absent, and the reason given.

    A short note such as "Snow day" says so only where the session has no times.
    """
    given = next((field.value for field in fields if field.key == "reason" and field.value), "")
    ticked = [box.label for box in boxes if box.checked]
    values = [field.value for field in fields if field.key in ("absence", "service_type", "activity", *TIME_KEYS)]
    for words in (*ticked, *values):
        if _begins().match(words) or (not timed and _short().search(words)):
            return True, given or _reason_in(words) or narrative
    note = narrative[dated.end :] if (dated := _dated_at_start(narrative)) else narrative
    short = len(note.split()) <= load("cancellations")["longest_short_note"]
    first = _SENTENCE_END.split(note, maxsplit=1)[0]
    if _begins().match(note) or (not timed and short and _short().search(first)):
        return True, given or _reason_in(note)
    return False, given


def _decoded(field: Field, page: Page) -> Field:
    """An attendance code in the words of the page's own legend: the same letter differs from form to form."""
    return replace(field, value=_legend(page).get(field.value.strip(), field.value))


def _legend(page: Page) -> dict[str, str]:
    """The codes explained on the page ("A = absent, PA = provider absent"), each with its words."""
    return {
        match["code"]: match["words"].strip()
        for text in (line.text for line in page.lines)
        if len(_CODE.findall(text)) >= _A_LEGEND or re.match(r"(?i)\W*(?:key|codes?|legend)\b", text)
        for match in _CODE.finditer(text)
    }


_CODE = re.compile(
    r"(?<![\w/])(?P<code>[A-Z]{1,5}|✓|[0-9])\s*(?:=|[-–—:](?=\s))\s*"
    r"(?P<words>[A-Za-z][A-Za-z\-/']*(?: [A-Za-z\-/']+)*?)(?=\s*(?:$|[,;.|)]|\s{2}|[A-Z0-9✓]{1,5}\s*[=–—:-]))"
)
_A_LEGEND = 2


def _dated_at_start(text: str) -> Written | None:
    """The date with which a running note begins."""
    found = next(iter(find_dates(text)), None)
    return found if found and not re.search(r"\w", text[: found.start]) else None


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{'|'.join(load('cancellations')['begins'])})", re.IGNORECASE)


@cache
def _short() -> re.Pattern[str]:
    return re.compile("|".join(load("cancellations")["short_without_time"]), re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    words = sorted(load("cancellations")["bare"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _reason_in(text: str) -> str:
    """The text of a cancellation that says more than that: "Cancelled - child sick"; "" for "Session cancelled."."""
    return text.strip() if re.search(r"\w", _bare().sub(" ", text)) else ""


# --- time ----------------------------------------------------------------------------------------------------------


def _time(fields: Sequence[Field], prose: str, spot: Spot) -> tuple[Time | None, int | None]:
    """Start and end, and the stated duration in minutes; from the prose (at `spot`) of a note without fields."""
    if prose:
        span = find_range(prose)
        return (_times(*span, "", spot) if span else None), find_minutes(prose)
    minutes = [
        found
        for field in fields
        if (field.key in ("duration", "time") or (field.key == "units" and "min" in field.value.casefold()))
        and (found := find_minutes(field.value, bare=field.key == "duration")) is not None
    ]
    return _span(fields), minutes[0] if minutes else None


_TWO_CLOCKS = re.compile(r"(\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?)\s+(\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?)", re.IGNORECASE)
"""Two times in one place, as of two fields of a form that stand in one cell."""


def _units(fields: Sequence[Field]) -> float | None:
    """The units claimed: "2", "2 units", "½"."""
    value = next((field.value for field in fields if field.key == "units" and field.value), "")
    match = re.match(r"\s*(?P<whole>\d{1,3}(?:\.\d+)?)?\s*(?P<half>½)?", value)
    if match is None or not (match["whole"] or match["half"]):
        return None
    return float(match["whole"] or 0) + 0.5 * bool(match["half"])


def _span(fields: Sequence[Field]) -> Time | None:
    for field in fields:
        if field.value and (span := find_range(field.value)):
            return _times(*span, field.value, field.spot)
    for field in fields:
        if field.key == "start_time" and (pair := _TWO_CLOCKS.fullmatch(field.value.strip())):
            start, end = find_clock(pair[1]), find_clock(pair[2])
            if start and end:
                return _times(*settle(start, end), field.value, field.spot)
    starts = [(clock, field) for field in fields if field.key == "start_time" and (clock := find_clock(field.value))]
    ends = [(clock, field) for field in fields if field.key == "end_time" and (clock := find_clock(field.value))]
    if not starts or not ends:
        return None
    (start, at), (end, until) = starts[0], ends[0]
    return _times(*settle(start, end), f"{at.value} - {until.value}", at.spot)


def _times(start: Clock, end: Clock, text: str, spot: Spot) -> Time:
    return Time(start.minutes, end.minutes, text, spot)
