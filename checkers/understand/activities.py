"""What the time of a session went to: by the form's own word first, and only then by its narrative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from checkers.document import Activity, Checkbox, Field
from checkers.outcome import Spot
from checkers.understand.dates import find_dates
from checkers.understand.disciplines import disciplines_in
from checkers.understand.narratives import suggested_activity
from checkers.understand.page import Page
from checkers.understand.regions import SESSION_HEADING, Region
from checkers.words import load, phrases, plain
from checkers.words.naming import named

Told = tuple[Activity, bool, Spot | None]
"""An activity, whether the form itself says so, and where."""

_MOTOR = re.compile(
    r"\b(?:bilateral|bimanual|eye|hand|hands|finger|motor|gross|fine|visual|body|oral|limb|arm|leg|trunk|bi lateral"
    r"|sensory|perceptual|ball|balance|strength|core)(?: and)? (?:\w+ )?coordination\b"
    r"|\bcoordination (?:skills?|games?|tasks?|exercises?|activit\w+ with|and (?:balance|strength|motor))"
    r"|\b(?:balance|strength|endurance)(?: and| ,)? coordination\b"
)
"""What the hands and eyes of a child do, and no provider."""
_LONGEST_NAME = 6
_LONGEST_OPENING = 40
"""In letters: a longer text before the colon of a running note is a sentence, and no word for what was done."""
_OPENING = re.compile(r"[\s,.;:(\[–—-]*(?P<words>[A-Za-z][A-Za-z /&'’-]*?)\s*(?:[:;,.)\]]|\s[–—-]\s|$)")
_TIME_AHEAD = re.compile(
    r"[\s,;(–—-]*(?:(?:from\s+)?\d{1,2}(?::?\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[-–—]|to)\s*\d{1,2}(?::?\d\d)?\s*(?:[ap]\.?m\b\.?)?"
    r"|\d{1,3}\s*(?:min(?:ute)?s?|hours?|hrs?)\b\.?)",
    re.IGNORECASE,
)
"""The time that stands behind the date of a running note."""
_LETTERS = {"d": Activity.DIRECT, "i": Activity.INDIRECT}
"""What stands in a column "Direct/Indirect"."""
_LETTERS_ASKED = frozenset({"d i", "d or i", "dir ind", "dir indir"})
"""How such a column is headed for short (plain)."""
_NOT_DIRECT = frozenset({"coordination", "itinerant"})
"""Services of which not every session is direct: a SEIT's time goes to other activities too."""
_VAGUE = (Activity.UNKNOWN, Activity.DIRECT)


def activity_of(region: Region, fields: Sequence[Field], boxes: Sequence[Checkbox], narrative: str, page: Page) -> Told:
    """The activity of a session with these fields and boxes.

    A word of the session itself goes before one that stands once for all sessions, and a word that names an activity
    before a service type, which only tells that the work is direct.
    """
    told = next(_told(region, fields, boxes, page), None)
    return told or (suggested_activity(narrative), False, None)


@lru_cache(maxsize=2_000)
def activity_named(words: str) -> Activity:
    """The activity that a label, a title or a service type names; a service such as speech therapy is direct."""
    bare = _MOTOR.sub(" ", plain(words))
    if label := named(bare, _all_labels()):
        return next(activity for activity, labels in _labels().items() if label in labels)
    return Activity.DIRECT if disciplines_in(bare) - _NOT_DIRECT else Activity.UNKNOWN


def is_name_of_activity(words: str) -> bool:
    """Whether the words are just the name of an activity, as a form prints it."""
    return any(plain(words) in labels for labels in _labels().values())


def _is_open(words: str) -> bool:
    """Whether the words name an activity, but leave open which ("Meeting", "Observation")."""
    return named(plain(words), _all_labels()) in phrases("activities", "open")


@cache
def _labels() -> dict[Activity, frozenset[str]]:
    return {
        Activity(name): frozenset(map(plain, entry["labels"]))
        for name, entry in load("activities").items()
        if isinstance(entry, dict)
    }


@cache
def _all_labels() -> frozenset[str]:
    return frozenset().union(*_labels().values())


def _told(region: Region, fields: Sequence[Field], boxes: Sequence[Checkbox], page: Page) -> Iterator[Told]:
    """What the form says, the most telling word first."""
    yield from _of_fields("activity", fields)
    yield from _of_boxes(boxes)
    yield from _of_heading(region, page)
    yield from _of_opening(region, page)
    coded = (*_of_fields("service_type", fields), *_of_fields("absence", fields))
    yield from (told for told in coded if told[0] not in _VAGUE)
    yield from _of_fields("activity", page.fields_above)
    yield from (told for told in _of_fields("service_type", page.fields_above) if told[0] not in _VAGUE)
    yield from _of_boxes(page.boxes_above)
    if Activity.COORDINATION in (page.activity, activity_named(page.title)):
        yield Activity.COORDINATION, True, None
    yield from _of_fields("absence", fields)
    yield from _of_fields("service_type", fields)
    yield from _of_fields("service_type", page.fields_above)
    if any(box.checked and activity_named(box.label) is Activity.DIRECT and not _is_medicaid(box) for box in boxes):
        yield Activity.DIRECT, True, None


def _of_fields(key: str, fields: Sequence[Field]) -> Iterator[Told]:
    for field in fields:
        short = len(field.value.split()) <= _LONGEST_NAME  # a longer one tells what was done
        if field.key != key or not short:
            continue
        asks = "direct" in field.label.casefold() or plain(field.label) in _LETTERS_ASKED
        letter = plain(field.value) if asks else ""
        named = _LETTERS.get(letter) or activity_named(field.value)
        if named is not Activity.UNKNOWN:
            yield named, not _is_open(field.value), field.spot


def _of_boxes(boxes: Sequence[Checkbox]) -> Iterator[Told]:
    for box in boxes:
        if not box.checked or _is_medicaid(box):
            continue
        named = activity_named(box.label)
        if named not in _VAGUE or plain(box.label).startswith("direct"):
            yield named, not _is_open(box.label), box.spot


def _of_opening(region: Region, page: Page) -> Iterator[Told]:
    """The word with which a running note begins, behind its date and time: "5/4, 8:30-10:30 direct: Joined …"."""
    line = page.lines[region.first]
    dates = [found.end for found in find_dates(line.text, page.dates)]
    if region.row or not dates:
        return
    behind = _TIME_AHEAD.match(line.text[dates[0] :])
    rest = line.text[dates[0] + (behind.end() if behind else 0) :][:_LONGEST_OPENING]
    opening = _OPENING.match(rest)
    for activity, labels in _labels().items() if opening else ():
        if opening and plain(opening["words"]) in labels - phrases("activities", "open"):
            yield activity, True, Spot(line.place, line.text.strip())


def _of_heading(region: Region, page: Page) -> Iterator[Told]:
    for line in page.lines[region.first : region.first + 3]:
        if line.heading or SESSION_HEADING.match(line.text):
            named = activity_named(line.text)
            if named not in _VAGUE:
                yield named, True, Spot(line.place, line.text.strip())


def _is_medicaid(box: Checkbox) -> bool:
    return "medicaid" in box.label.casefold()
