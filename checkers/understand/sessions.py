"""The sessions of a progress note: what each region of the page holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from checkers.document import Amount, Checkbox, DateFound, Entry, Field, Time
from checkers.outcome import Spot
from checkers.understand.activities import activity_of, is_name_of_activity
from checkers.understand.amounts import claim_in, claim_of, is_total, length_of
from checkers.understand.boxes import boxes_in
from checkers.understand.dates import Written, find_dates
from checkers.understand.electronic import electronic_name
from checkers.understand.evidence import NAME
from checkers.understand.givers import disciplines_for_all, disciplines_of, provider_of
from checkers.understand.labelled import is_signature_label
from checkers.understand.narratives import coordination_shown
from checkers.understand.page import Page
from checkers.understand.regions import DATE_KEYS, REMARKS, TIME_KEYS, Region, find_regions, rows_of_totals
from checkers.understand.times import Clock, find_clock, find_range, find_ranges, settle
from checkers.words import load, phrases, plain

_SENTENCE_END = re.compile(r"[.!?;]\s")
_LONG_AIMS = 15
"""Under a label for goals or plans so many words tell of the session too."""
_NAMES = 6
"""An activity of more words is no name of one, but tells what was done."""
_SPAN_WORDS = 7
"""A value of no more words with two times in it is the time of the session, whatever its label."""
_PROSE_WORDS = 4
"""A line of no more words is no prose."""
_LICENCE = re.compile(r"\b(?:NPI|lic(?:en[sc]e)?\b\.?)\s*(?:#|no\.?|number)?\s*:?\s*[\dA-Z]*\d{4}", re.IGNORECASE)
"""The number of a provider, as it is printed under a signature."""
_AHEAD_OF_DATE = re.compile(r"\W*(?:\d{1,2}[.)]\s+)?")
"""What may stand before the date of a running note: the number of a list."""
_MAIL = re.compile(r"[\w.]@\w")
"""The "From" and "To" of a message that was pasted in are no times."""
_CODED = frozenset({"absence", "activity"})
"""Meanings of labels under which a letter of the page's own legend may stand."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of a note, and the units claimed for all of them together where a total stands there."""

    entries: tuple[Entry, ...]
    units_total: Amount | None


def find_sessions(page: Page) -> Sessions:
    """Find the sessions of a note, numbered from 1 in document order."""
    regions = find_regions(page.labelled, page.others, page.lines)
    regions = _without_totals(regions)
    page = replace(page, sessions_from=min((region.first for region in regions), default=0))
    page = replace(page, disciplines=disciplines_for_all(regions, page))
    entries = (_entry(region, page) for region in regions)
    found = [entry for entry in entries if entry is not None]
    numbered = tuple(replace(entry, number=number) for number, entry in enumerate(found, start=1))
    return Sessions(numbered, _units_total(regions, page))


def _without_totals(regions: Sequence[Region]) -> list[Region]:
    """Leave a total out that stands at the foot of the last of several sessions: it is that of all of them."""
    totals = Counter(
        label for region in regions for label in {item.label for item in region.items if is_total(item.label)}
    )
    return [
        region
        if region.row or not totals
        else replace(
            region,
            items=tuple(
                item for item in region.items if not (is_total(item.label) and totals[item.label] < len(regions))
            ),
        )
        for region in regions
    ]


def _units_total(regions: Sequence[Region], page: Page) -> Amount | None:
    """The total of units, in a row or line of its own. Of several (subtotals, a total a page) none is certain."""
    inside = {id(item) for region in regions for item in region.items}
    outside = [item for item in page.others if is_total(item.label) and id(item) not in inside]
    fields = (page.fields[id(item)] for item in (*outside, *rows_of_totals(page.others)) if item.key == "units")
    found = [claim for field in fields if (claim := claim_in(field))]
    largest = max(found, key=lambda claim: claim.number, default=None)
    return replace(largest, certain=False) if largest and len(found) > 1 else largest


def _entry(region: Region, page: Page) -> Entry | None:
    """The session in a region; None where nothing of a session is there."""
    fields = [page.fields[id(item)] for item in region.items if id(item) in page.fields]
    boxes = tuple(box for box in page.boxes if region.first <= box.order <= region.last)
    signatures = tuple(each for each in page.signatures if region.first <= each.order <= region.last)
    date_field = _date_field(fields)
    date = date_field.dates[0] if date_field and date_field.dates else None
    if date_field is None and not region.items:
        date = _leading_date(region, page)
    narrative, narrative_field = _narrative(region, fields, page)
    time_fields = tuple(field for field in fields if field.key in TIME_KEYS and not _MAIL.search(field.value))
    first = page.lines[region.first]
    spot = date_field.spot if date_field else Spot(first.place, first.text.strip())
    text = "" if time_fields else _text_with_time(date_field, fields, narrative)
    times = _times_in_text(text, spot) if text else _times(time_fields)
    length = length_of(_own_lengths(fields, timed=bool(times)), text, spot)
    fields = [_decoded(field, page) if field.key in _CODED else field for field in fields]
    timed = bool(times) or bool(length and length.number)
    cancelled, reason = _cancellation(fields, narrative, boxes, timed=timed)
    if not (date_field or date or timed or narrative or cancelled):
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
        times=times,
        time_fields=time_fields,
        length=length,
        claim=claim_of(fields, narrative, spot),
        activity=activity,
        activity_certain=certain,
        activity_spot=activity_spot,
        narrative=narrative,
        narrative_field=narrative_field,
        cancelled=cancelled,
        reason=reason,
        boxes=boxes,
        fields=tuple(fields),
        signatures=signatures,
        provider=provider_of(fields, signatures),
        disciplines=disciplines_of(fields, signatures) or page.disciplines,
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
    asked_for = [field for field in fields if field.key == "narrative"]
    own = [field for field in asked_for if not _is_choice(field, page.boxes)] or asked_for
    filled = [field for field in own if field.value]
    if filled:
        return "\n".join(field.value for field in filled), filled[0]
    prose = "" if region.row else "\n".join(_prose(region, page))
    aims = [field for field in fields if field.key == "aims" and field.value]
    asked = [field for field in own if not REMARKS.search(field.label)]
    said = "\n".join(field.value for field in aims)
    if said and not prose and (not asked or len(said.split()) >= _LONG_AIMS):
        return said, aims[0]
    told = next((field for field in fields if field.key == "activity" and _tells(field.value, asked=bool(own))), None)
    if told and not prose:
        return told.value, told
    return prose, (asked or own)[0] if own else None


def _is_choice(field: Field, boxes: Sequence[Checkbox]) -> bool:
    """Whether a row of boxes stands at a label ("Progress: [x] Limited [ ] None"), and no words of one's own."""
    here = [box for box in boxes if box.order == field.order and box.spot.place == field.spot.place]
    return len(here) > 1 and plain(field.value) == plain(" ".join(box.label for box in here if box.checked))


def _tells(activity: str, *, asked: bool) -> bool:
    """Whether the words for an activity tell what was done, and do not just name it: "Gathered progress reports".

    `asked`: the form asks for a note besides, so that few words only name it.
    """
    if len(activity.split()) > _NAMES:
        return True
    return not asked and not is_name_of_activity(activity) and bool(coordination_shown(activity))


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
        and not _is_signer(line.text)
        and not _LICENCE.search(line.text)
    )


def _is_signer(text: str) -> bool:
    """Whether a line is but a name with its credentials ("Kim Sample, M.A., CCC-SLP"), as below a signature."""
    name, *titles = (part.strip() for part in text.split(","))
    known = phrases("credentials", "credentials")
    return bool(titles) and bool(re.fullmatch(NAME, name)) and all(plain(title) in known for title in titles)


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
    values += [
        field.value[found.end :] for field in fields if field.key in DATE_KEYS for found in find_dates(field.value)
    ]
    asked = not given and any(field.key == "reason" and field.blank for field in fields)
    for words in (*ticked, *values):
        if _begins().match(words) or (not timed and _short().search(words)):
            return True, given or _reason_in(_WHO.sub(" ", words) if asked else words) or narrative
    note = narrative[dated.end :] if (dated := _dated_at_start(narrative)) else narrative
    short = len(note.split()) <= load("cancellations")["longest_short_note"]
    first = _SENTENCE_END.split(note, maxsplit=1)[0]
    if _begins().match(note) or (not timed and short and _short().search(first)):
        return True, given or _reason_in(note)
    return False, given


def _decoded(field: Field, page: Page) -> Field:
    """An attendance code in the words of the page's own legend: the same letter differs from form to form."""
    return replace(field, value=page.legend.get(field.value.strip(), field.value))


def _dated_at_start(text: str) -> Written | None:
    """The date with which a running note begins."""
    found = next(iter(find_dates(text)), None)
    return found if found and _AHEAD_OF_DATE.fullmatch(text[: found.start]) else None


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


_WHO = re.compile(r"\b(?:child|student|client|participant|provider|therapist|teacher|seit)\b", re.IGNORECASE)
"""Who was absent is no reason where the form asks for one besides."""


def _reason_in(text: str) -> str:
    """The text of a cancellation that says more than that: "Cancelled - child sick"; "" for "Session cancelled."."""
    return text.strip() if re.search(r"\w", _bare().sub(" ", text)) else ""


# --- time ----------------------------------------------------------------------------------------------------------


_TWO_CLOCKS = re.compile(r"(\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?)\s+(\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?)", re.IGNORECASE)
"""Two times in one place, as of two fields of a form that stand in one cell."""


def _text_with_time(date_field: Field | None, fields: Sequence[Field], narrative: str) -> str:
    """The text in which a session without fields for its time may tell it."""
    beside = f"{date_field.value}\n" if date_field else ""
    spans = [
        field.value
        for field in fields
        if not field.key and find_range(field.value) and len(field.value.split()) <= _SPAN_WORDS
    ]
    return "\n".join([beside, *spans, narrative])


def _times_in_text(text: str, spot: Spot) -> tuple[Time, ...]:
    """The first stretch of time in running text: what follows may be the time of anything."""
    span = find_range(text)
    return (_time(*span, "", spot),) if span else ()


def _times(fields: Sequence[Field]) -> tuple[Time, ...]:
    """Every stretch of time in the fields of a session, from its start to its end, each once."""
    whole: dict[tuple[int, int], Time] = {}
    for field in fields:
        for span in find_ranges(field.value):
            whole.setdefault((span[0].minutes, span[1].minutes), _time(*span, field.value, field.spot))
    if whole:
        return tuple(whole.values())
    for field in fields:
        if field.key == "start_time" and (pair := _TWO_CLOCKS.fullmatch(field.value.strip())):
            start, end = find_clock(pair[1]), find_clock(pair[2])
            if start and end:
                return (_time(*settle(start, end), field.value, field.spot),)
    starts = [(clock, field) for field in fields if field.key == "start_time" and (clock := find_clock(field.value))]
    ends = [(clock, field) for field in fields if field.key == "end_time" and (clock := find_clock(field.value))]
    if len(starts) != len(ends):
        starts, ends = starts[:1], ends[:1]
    return tuple(
        _time(*settle(start, end), f"{at.value} - {until.value}", at.spot)
        for (start, at), (end, until) in zip(starts, ends, strict=False)
    )


def _time(start: Clock, end: Clock, text: str, spot: Spot) -> Time:
    return Time(start.minutes, end.minutes, text, spot, sure=start.sure and end.sure)


def _own_lengths(fields: Sequence[Field], *, timed: bool) -> list[Field]:
    """The fields that may state the session's length: beside its times, not the duration that a mandate asks for."""
    mandates = {
        (field.order, field.spot.place.table, field.spot.place.row) for field in fields if field.key == "frequency"
    }

    def is_mandate(field: Field) -> bool:
        place = field.spot.place
        return any(
            abs(field.order - order) <= 1 or (table is not None and (table, row) == (place.table, place.row))
            for order, table, row in mandates
        )

    return [field for field in fields if not (timed and field.key == "duration" and is_mandate(field))]
