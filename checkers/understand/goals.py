"""The annual goals of an IEP and the outcomes of an IFSP: at labels, in rows of a table, in a list under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from checkers.document import Field, Goal, Kind, Section
from checkers.layout import Line
from checkers.outcome import Spot
from checkers.understand.templates import is_printed

_KEYS = {Kind.DRAFT_IEP: "annual_goal", Kind.IFSP: "outcome"}
_SECTIONS = {Kind.DRAFT_IEP: "annual_goals", Kind.IFSP: "outcomes"}
_ITEM = re.compile(
    r"^\s*(?:(?:annual\s+)?(?:goal|outcome)\s*(?:#|no\.?)?\s*)?(?:\d{1,2}|[a-z])[.):]\s+"
    r"|^\s*[•·▪\-–*]\s+",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
"""Fewer words are a number or a heading, and no goal."""


def find_goals(
    kind: Kind, fields: Sequence[Field], sections: Sequence[Section], lines: Sequence[Line]
) -> tuple[Goal, ...]:
    """All goals or outcomes that are filled in, in document order, not yet numbered.

    They stand at labels; where no label has one, in the lines of their section.
    """
    key = _KEYS.get(kind)
    found: list[Goal] = []
    for index, field in enumerate(fields):
        if field.key != key or not field.value:
            continue
        criteria = _criteria(fields, index, key)
        for order, text in _items(field, lines):
            if len(text.split()) >= _FEWEST_WORDS and not is_printed(text):
                spot = Spot(lines[order].place, lines[order].text.strip())
                found.append(Goal(0, text, criteria, spot, order))
    return tuple(found) or tuple(_from_sections(kind, sections, lines))


def _from_sections(kind: Kind, sections: Sequence[Section], lines: Sequence[Line]) -> Iterator[Goal]:
    for section in sections:
        if section.key != _SECTIONS.get(kind) or not section.text:
            continue
        parts = section.text.split("\n")
        orders = _orders(parts, section.order, lines)
        for order, text in _sentences(parts, orders):
            if len(text.split()) >= _FEWEST_WORDS:
                yield Goal(0, text, "", Spot(lines[order].place, lines[order].text.strip()), order)


def _sentences(parts: Sequence[str], orders: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The goals in a section: a line begins another one where the last is ended, or by its number or bullet."""
    text, at = "", orders[0]
    for order, part in zip(orders, parts, strict=True):
        if text and (_ITEM.match(part) or (_BEGINS.match(part) and text.endswith("."))):
            yield at, text
            text, at = "", order
        text = f"{text} {_ITEM.sub('', part)}".strip()
    yield at, text


_BEGINS = re.compile(
    r"[A-Z][\w'’\-]*(?: [A-Z][\w'’\-]*)? (?:will|is going to|can)\b|(?:The (?:child|student|family)|We|I) "
)


def _items(field: Field, lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The goals in one field: each numbered or bulleted line is one, other lines go on the one before."""
    parts = list(takewhile(_is_no_objective, (part.strip() for part in field.value.split("\n") if part.strip())))
    if not parts:
        return
    orders = _orders(parts, field.order, lines)
    if sum(bool(_ITEM.match(part)) for part in parts) < len(parts) / 2 or len(parts) == 1:
        yield orders[0], " ".join(_ITEM.sub("", part) for part in parts)
        return
    text, at = "", orders[0]
    for order, part in zip(orders, parts, strict=True):
        if _ITEM.match(part) and text:
            yield at, text
            text, at = "", order
        text = f"{text} {_ITEM.sub('', part)}".strip()
    yield at, text


def _is_no_objective(part: str) -> bool:
    """Whether a line does not begin the objectives or benchmarks, which are steps of the goal above them."""
    return not _OBJECTIVES.match(part)


_OBJECTIVES = re.compile(
    r"(?:short[- ]term\s+)?(?:instructional\s+)?(?:objectives?|benchmarks?)"
    r"(?:\s+and(?:/or)?\s+benchmarks?)?\s*(?:$|[:(#]|\d)",
    re.IGNORECASE,
)


def _orders(parts: Sequence[str], start: int, lines: Sequence[Line]) -> list[int]:
    """The index of the line that each part stands on; the field's own where it is not found below it."""
    found: list[int] = []
    at = start
    for part in parts:
        here = next((order for order in range(at, len(lines)) if part in lines[order].text), None)
        at = at if here is None else here
        found.append(at)
    return found


def _criteria(fields: Sequence[Field], index: int, key: str) -> str:
    """What stands at the criterion, method and schedule that belong to a goal: those up to the next goal."""
    values: list[str] = []
    for field in fields[index + 1 :]:
        if field.key == key:
            break
        if field.key == "criteria" and field.value:
            values.append(field.value)
    return " ".join(values)
