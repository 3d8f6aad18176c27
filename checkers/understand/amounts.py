"""What a session states in numbers: its length in minutes and the units claimed, in fields of its own or in its text.

Only a value that is one number and nothing else is certain: "2 x 30 min" is how often a service is to be given, and
"30-45 min" a choice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checkers.document import Amount, Field
from checkers.outcome import Spot
from checkers.understand.times import find_minutes

_FEWEST_MINUTES = 5
"""A smaller number alone may be hours or units, whatever its column is called."""
_SURELY_MINUTES = 10
"""From this number on, a number alone under "Duration" can be nothing but minutes."""
_MOST_HOURS = 8
_NUMBER = r"(?:\d{1,3}(?:\.\d+)?|\.\d+)"
_HALVES = {"½": 0.5, "1/2": 0.5, "": 0.0}
_ONE_LENGTH = re.compile(
    rf"(?:{_NUMBER}\s*-?\s*(?:minutes?|mins?|mns|m)\.?"
    rf"|(?:{_NUMBER})?\s*(?:½|1/2|¼|¾)?\s*-?\s*(?:an?\s+)?(?:hours?|hrs?|h)\.?(?:,?\s*(?:and\s+)?\d{{1,2}}\s*(?:minutes?|mins?|m)\.?)?"
    r"|(?:an?\s+|one\s+)?half[- ](?:an?\s+)?hour"
    r"|[a-z]+(?:-[a-z]+)?\s+(?:minutes?|mins?|hours?|hrs?)\.?)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")
_A_PART = re.compile(
    r"\b(?:in)?direct\b|\biep\b|\bifsp\b|\bmandate|\bschedul|\bplan|\bweek|\bmonth|\bprep|\btravel\b|\bgroup\b"
    r"|\bindividual\b|\bcoordination\b",
    re.IGNORECASE,
)
"""Words of a label that asks for a part of the session's time, or for what was meant to be."""
_HOURS = re.compile(r"\b(?:hours?|hrs?)\b", re.IGNORECASE)
_MINUTES = re.compile(r"\bmin", re.IGNORECASE)
_UNIT = r"(?:units?|blocks?|half[- ]hours?|½[- ]?hours?)"
_ONE_CLAIM = re.compile(
    rf"(?P<number>{_NUMBER})?\s*(?P<half>½|(?<![\d.])1/2|(?<=\d )1/2)?\s*"
    rf"(?:(?:half[- ]hour|½[- ]?h(?:ou)?r)\s*)?{_UNIT}?",
    re.IGNORECASE,
)
_CLAIM_IN_TEXT = re.compile(
    rf"(?<![\d/.:])(?:(?P<number>{_NUMBER})\s*(?P<half>½)?|(?P<alone>½))\s*"
    r"(?:(?:billable|billed|coordination|half[- ]hour|½[- ]?hour)\s+)*units?\b(?!\s+(?:block|of\s+(?!coord|serv)))",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"^\W*(?:grand|monthly|sub)?\s*-?total", re.IGNORECASE)


def is_total(label: str) -> bool:
    """Whether a label asks for the sum of several sessions: "Total Units", "Grand Total"."""
    return bool(_TOTAL.match(label))


def length_of(fields: Sequence[Field], prose: str, spot: Spot) -> Amount | None:
    """The stated length; from the prose (at `spot`) of a session without fields for its time."""
    if prose:
        minutes = find_minutes(prose)
        return None if minutes is None else Amount(minutes, f"{minutes} minutes", "", spot, certain=False)
    found = [length for field in fields if (length := _length_in(field))]
    if not found:
        return None
    agree = len({each.number for each in found}) == 1
    first = next((each for each in found if each.certain), found[0])
    return first if agree else Amount(first.number, first.text, first.label, first.spot, certain=False)


def claim_of(fields: Sequence[Field], prose: str, spot: Spot) -> Amount | None:
    """The units claimed; from the prose (at `spot`) of a session without a field for them."""
    own = [claim for field in fields if field.key == "units" and (claim := claim_in(field))]
    if own:
        return own[0]
    texts = [(field.value, field.spot) for field in fields if field.key in ("duration", "time")]
    for text, at in (*texts, (prose, spot)):
        if match := _CLAIM_IN_TEXT.search(text):
            return Amount(_number(match["number"], match["half"] or match["alone"]), match[0], "", at, certain=False)
    return None


def claim_in(field: Field) -> Amount | None:
    """The units in a field that asks for them: "2", "2 units", "½", "1 (30 min)"; None where it gives minutes."""
    value = _IN_BRACKETS.sub("", field.value).strip()
    if match := _ONE_CLAIM.fullmatch(value):
        if match["number"] or match["half"]:
            certain = value == field.value.strip() or _ONE_LENGTH.fullmatch(_bracketed(field.value)) is not None
            return Amount(_number(match["number"], match["half"]), field.value, field.label, field.spot, certain)
        return None
    if find_minutes(value) is not None:
        return None
    first = re.match(rf"\s*({_NUMBER})(?!\s*[/x×\d])", value)
    return Amount(float(first[1]), field.value, field.label, field.spot, certain=False) if first else None


def _length_in(field: Field) -> Amount | None:
    """The length in one field of a session's time."""
    value = field.value.strip()
    if field.key == "units" and not (_MINUTES.search(value) or _HOURS.search(value)):
        return None
    if field.key not in ("duration", "time", "units") or not value:
        return None
    bare = field.key == "duration"
    minutes = _bare_hours(field) if _HOURS.search(field.label) else None
    if minutes is None:
        minutes = find_minutes(value, bare=bare)
    if minutes is None:
        return None
    return Amount(minutes, field.value, field.label, field.spot, certain=_is_certain(field, value))


def _bare_hours(field: Field) -> int | None:
    """A number alone under "Hours"."""
    if re.fullmatch(_NUMBER, field.value.strip()) and float(field.value) <= _MOST_HOURS:
        return round(float(field.value) * 60)
    return None


def _is_certain(field: Field, value: str) -> bool:
    """Whether a field states how long this session was, and nothing else."""
    if _A_PART.search(field.label):
        return False
    if re.fullmatch(r"\d{1,3}", value):
        fewest = _FEWEST_MINUTES if _MINUTES.search(field.label) else _SURELY_MINUTES
        return int(value) >= fewest and not _HOURS.search(field.label)
    if re.fullmatch(r"0:[0-5]\d", value):
        return True
    return bool(_ONE_LENGTH.fullmatch(value) or _ONE_LENGTH.fullmatch(_bracketed(value)))


def _bracketed(value: str) -> str:
    """What stands in brackets at the end: "9:00 - 9:30 (30 min)"."""
    match = _IN_BRACKETS.search(value)
    return match[1].strip() if match else ""


def _number(digits: str | None, half: str | None) -> float:
    return float(digits or 0) + _HALVES[half or ""]
