"""The figures of a text, written in one way: "ten" and "10", "half-hour" and "30 minutes", "July 1st" and "July 1"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: number for number, word in enumerate(_UNITS)}
_VALUES |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_VALUES |= {"twice": 2, "dozen": 12, "hundred": 100}
_WORD_NUMBER = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})[- ](?P<unit>{'|'.join(_UNITS[1:10])})|(?P<word>{'|'.join(_VALUES)}))\b"
)
_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
]  # fmt: skip
_DATE = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})\b")
_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_PARAGRAPH = re.compile(r"(?<=[\d)])\(\w{1,5}\)")
_ENUMERATOR = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)


@cache  # a source's text is asked for again with each topic that cites it
@cache
def plain(text: str) -> str:
    """A text as words with single spaces around them, in small letters, its numbers in digits."""
    return f" {' '.join(_WORD.findall(_with_digits(text)))} "


@cache  # a source's text is asked for again with each topic that cites it
def figures(text: str) -> frozenset[str]:
    """The figures of a text: numbers, and days of the year as "july 1".

    The word "one" is none: it stands for a person or a thing too often.
    """
    small = _with_digits(text)
    numbers = frozenset(_bare(number) for number in _NUMBER.findall(small))
    return numbers | {f"{month} {_bare(day)}" for month, day in _DATE.findall(small)}


def figures_told(text: str) -> frozenset[str]:
    """The figures that an answer tells.

    The numbers of a list's items and of a section's paragraphs are none, nor are those of a worked example: a
    paragraph that begins with "For example" reckons with figures of its own.
    """
    told = (part for part in text.split("\n\n") if not part.lstrip().startswith("For example"))
    return figures(_PARAGRAPH.sub(" ", _ENUMERATOR.sub("", "\n\n".join(told))))


def law_numbers(locator: str) -> set[str]:
    """The numbers of sections in a locator: those with a point or of three digits and more."""
    return {number for number in figures(locator) if "." in number or len(number) > 2}


def _with_digits(text: str) -> str:
    """A text in small letters, every number in digits and written in one way."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = re.sub(r"\bhalf[- ](?:an[- ])?hours?\b", "30 minutes", text)
    text = _WORD_NUMBER.sub(_in_digits, text)
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text)


def _in_digits(match: re.Match[str]) -> str:
    if match["tens"]:
        return str(_VALUES[match["tens"]] + _VALUES[match["unit"]])
    return "one" if match["word"] == "one" else str(_VALUES[match["word"]])


def _bare(number: str) -> str:
    """A number without zeros that say nothing: "07" and "2.0"."""
    return re.sub(r"(?<=\d)\.0+$", "", number.lstrip("0") or "0")
