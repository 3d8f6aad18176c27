"""How much of a service a line of a plan says: "1 x 30 minutes monthly", "10 sessions in the school year, 2 in summer".

A line is read as a row of counts, lengths and periods. What fits together in more than one way is not `clear`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Period(StrEnum):
    """The time that an amount is for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SCHOOL_YEAR = "school year"
    SUMMER = "summer"
    YEAR = "year"


_SEASONS = frozenset({Period.SCHOOL_YEAR, Period.SUMMER, Period.YEAR})


@dataclass(frozen=True, slots=True)
class Amount:
    """So many sessions or units of so many minutes in a period; None where the line does not say.

    `units`: counted in units or blocks, not in sessions. `most`: the count is a ceiling ("not to exceed 10").
    """

    count: int | None = None
    minutes: int | None = None
    period: Period | None = None
    units: bool = False
    most: bool = False


@dataclass(frozen=True, slots=True)
class Amounts:
    """All amounts of a line in order; `clear` is false where a part of it could be read in another way."""

    found: tuple[Amount, ...] = ()
    clear: bool = True


_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NO_AMOUNT = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}|\b\d{1,2}/\d{1,2}\s*(?:[-–]|to)\s*\d{1,2}/\d{1,2}\b|\b\d{1,2}/\d{4}\b|\b\d{4}-\d\d-\d\d\b|\b20\d\d(?:\s*[-–/]\s*\d{2,4})?\b"
    r"|\b\d+:\d+\b|\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b"
)
"""Dates, school years, ratios ("1:1"), telephone numbers."""
_LENGTHS = {"fifteen": 15, "thirty": 30, "forty-five": 45, "sixty": 60}
_REWRITTEN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"\b({'|'.join(_NUMBERS)})\b(?!-)"), lambda match: str(_NUMBERS.index(match[1]))),
    (re.compile(rf"\b({'|'.join(_LENGTHS)})\b"), lambda match: str(_LENGTHS[match[1]])),
    (re.compile(r"\b(\d+)\s*\(\s*\1\s*\)"), r"\1"),
    (re.compile(r"\bonce\b"), "1 x"),
    (re.compile(r"\btwice\b"), "2 x"),
    (re.compile(r"(?:½|(?<![\d.])0?\.50?\b|\b1/2)\s*-?\s*(?:an?\s+)?(?:hours?|hrs?)\b\.?"), "30 min"),
    (re.compile(r"\bhalf[\s-]*(?:an?\s+)?(?:hours?|hrs?)\b\.?"), "30 min"),
    (re.compile(r"\ban?\s+(?:hour|hr)\b\.?"), "60 min"),
    (re.compile(r"(?<![\d.])(\d)\s*-?\s*(?:hours?|hrs?)\b\.?"), lambda match: f"{int(match[1]) * 60} min"),
    (re.compile(r"(\d+)\s*-?\s*min(?:ute)?s?\b\.?"), r"\1 min"),
    (re.compile(r"\b1\s+(\d+) min\b"), r"1 x \1 min"),
)
_UNCLEAR = re.compile(
    r"bi-?weekly|bi-?monthly|every other|alternat|quarter|semester|trimester|as needed|prn|\bor\b|\d\s*[-–]\s*\d"
    r"|\d\s*to\s*\d|increment|total|\d\.\d"
)
"""Words that make an amount mean more than one thing: "1-2 x", "every other month", "30 or 45 minutes"."""

_COUNTED = r"(?:sessions?|units?|blocks?|visits?|contacts?)\b"
_CEILING = r"(?:not to exceed|no more than|up to|at most|(?:a )?max(?:imum)?(?: of)?\.?|limit(?:ed)?(?: to)?)"
_PERIODS: tuple[tuple[Period, str], ...] = (
    (Period.SCHOOL_YEAR, r"\b10[\s-]months?\b|school[\s-]?year|academic year"),
    (Period.SCHOOL_YEAR, r"sept(?:ember|\.)?\s*(?:to|through|thru|[-–])\s*june"),
    (Period.SUMMER, r"summer(?: programme?| program| session)?\b|\besy\b|extended school year"),
    (Period.SUMMER, r"july\s*(?:and|&|to|through|[-–/])\s*aug(?:ust|\.)?"),
    (
        Period.MONTH,
        r"monthly|(?:per|a|each|every|/)\s*(?:calendar\s+)?mo(?:nth)?s?\b\.?|(?<=x )month\b|(?<=period: )month\b",
    ),
    (Period.WEEK, r"weekly|(?:per|a|each|every|/)\s*(?:week|wk)s?\b\.?|wkly|(?<=x )week\b|(?<=period: )week\b"),
    (Period.YEAR, r"yearly|annually|(?:per|a|each|every|/)\s*(?:year|yr)\b\.?|\b12[\s-]months?\b"),
    (Period.DAY, r"daily|(?:per|a|each|every|/)\s*day\b"),
)
_TOKEN = re.compile(
    r"(?P<stop>;)"
    rf"|(?P<many>\d+)\s*(?:[x×]\s*|of\s+)?(?P<long>\d+) min\s*-?\s*(?:service\s+)?(?P<what>{_COUNTED})"
    r"|(?P<times>\d+)\s*[x×]\s*(?P<each>\d{2,3})(?!\d)(?: min)?"
    rf"|{_CEILING}\s*(?P<top>\d+)\b(?! min)(?:\s*(?P<topped>{_COUNTED}))?"
    rf"|(?P<n>\d+)\s*(?:(?:service|additional)\s+)?(?P<thing>{_COUNTED})"
    r"|(?P<xs>\d+)\s*(?:[x×](?![a-z])|times?\b)"
    r"|(?P<m>\d+) min\b"
    r"|(?:min(?:utes)?/session|duration[^:|]*|length[^:|]*|minutes|intensity):\s*(?P<c>\d+)\s*(?=\||$)"
    r"|(?:freq(?:uency|\.)?|sessions|how often|number of [^:|]*):\s*(?P<t>\d+)\s*(?=\||$)"
    r"|(?P<b>\d+)\s*(?=(?:in|per|for|during|over|each|a|/)\s*(?:the\s+)?[a-z]|monthly|weekly|/)"
    + "".join(f"|(?P<p{index}>{pattern})" for index, (_, pattern) in enumerate(_PERIODS))
    + r"|\b(?P<l>15|30|45|60)\b(?=\s|$|[|,;)])"
)


def amounts_in(words: str) -> Amounts:
    """The amounts that a line says."""
    text = _NO_AMOUNT.sub(" ", words.casefold())
    for pattern, new in _REWRITTEN:
        text = pattern.sub(new, text)
    found, clear = _collect(list(_TOKEN.finditer(text)))
    lengths = {amount.minutes for amount in found if amount.minutes}
    if len(lengths) == 1:
        found = [replace(amount, minutes=amount.minutes or min(lengths)) for amount in found]
    told = tuple(amount for amount in found if amount.count is not None or amount.minutes is not None)
    return Amounts(told, clear and len(lengths) <= 1 and not _UNCLEAR.search(text))


def _collect(tokens: Sequence[re.Match[str]]) -> tuple[list[Amount], bool]:
    """Put counts, lengths and periods together: a count behind a counted amount begins the next one.

    A season named ahead of its count ("School year: 1 x 30 monthly") gives way to the period behind it.
    """
    found = [Amount()]
    ahead: Period | None = None
    clear = True
    for token in tokens:
        last, part = found[-1], _part(token)
        if part is None or (part.count is not None and last.count is not None):
            clear = clear and (part is None or last.period is not None or part.most or last.most)
            found[-1] = replace(last, period=last.period or ahead)
            ahead = None
            found.append(part or Amount())
        elif part.period is None:
            clear = clear and not (part.minutes and last.minutes and part.minutes != last.minutes)
            found[-1] = replace(
                last,
                count=last.count if part.count is None else part.count,
                minutes=part.minutes or last.minutes,
                units=part.units or last.units,
                most=part.most or last.most,
            )
        elif part.period in _SEASONS and last.count is None and last.minutes is None:
            ahead = part.period
        elif last.period is None:
            found[-1] = replace(last, period=part.period)
        elif part.period is not last.period and part.period not in _SEASONS:
            clear = False
    found[-1] = replace(found[-1], period=found[-1].period or ahead)
    return found, clear


def _part(token: re.Match[str]) -> Amount | None:
    """What one token says; None for what only sets two amounts apart."""
    said = token.groupdict()
    if said["stop"]:
        return None
    if count := said["many"] or said["times"]:
        return Amount(int(count), int(said["long"] or said["each"]), units=_is_unit(said["what"]))
    if said["top"]:
        return Amount(int(said["top"]), units=_is_unit(said["topped"]), most=True)
    if count := said["n"] or said["xs"] or said["t"] or said["b"]:
        return Amount(int(count), units=_is_unit(said["thing"]))
    if minutes := said["m"] or said["c"] or said["l"]:
        return Amount(minutes=int(minutes))
    return Amount(period=next(period for index, (period, _) in enumerate(_PERIODS) if said[f"p{index}"]))


def _is_unit(word: str | None) -> bool:
    return word is not None and word.startswith(("unit", "block"))
