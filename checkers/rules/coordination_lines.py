"""The lines of an IEP that give coordination of services an amount of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkers.document import Document
from checkers.outcome import Spot
from checkers.rules.amounts import Amounts, amounts_in


@dataclass(frozen=True, slots=True)
class CoordinationLine:
    """A line on coordination with what it says of how much.

    `entry` is the number of a line of the list of services, None for another one. `own`: the line is about coordination
    alone, so that its figures are certainly those of coordination. `in_rate`: it says that coordination is paid with
    another service, or not at all.
    """

    spot: Spot
    words: str
    amounts: Amounts
    entry: int | None
    own: bool
    in_rate: bool
    start: str = ""


def coordination_lines(doc: Document) -> tuple[CoordinationLine, ...]:
    """Lines of the list of services that stand for coordination, and whatever designates a coordinator with figures."""
    found: list[CoordinationLine] = []
    for line in _lines(doc):
        if line.spot not in [other.spot for other in found]:
            found.append(line)
    return tuple(found)


def _lines(doc: Document) -> Iterator[CoordinationLine]:
    for service in doc.services:
        if service.coordination:
            yield _line(service.spot, service.words, service.number, start=service.start)
    for field in doc.values("coordinator"):
        line = _line(field.spot, f"{field.label}: {field.value}", None)
        if line.amounts.found:
            yield line
    fields = [field.spot for field in doc.values("coordinator")]
    for who in doc.coordinators:
        sentence = next((each for each in _SENTENCE.split(_whole(who.spot, doc)) if _COORDINATES.search(each)), "")
        line = _line(who.spot, sentence, None, own=bool(_COORDINATES.match(sentence)))
        if who.spot not in fields and line.amounts.found:
            yield line


def _whole(spot: Spot, doc: Document) -> str:
    """The text at a place, with the next line where its last sentence goes on there."""
    order = next((order for order, line in enumerate(doc.lines) if line.place == spot.place), len(doc.lines))
    below = doc.lines[order + 1].text.strip() if order + 1 < len(doc.lines) else ""
    return spot.text if spot.text.endswith((".", ";")) or not below else f"{spot.text} {below}"


def _line(spot: Spot, words: str, entry: int | None, *, own: bool = True, start: str = "") -> CoordinationLine:
    in_rate = bool(_IN_RATE.search(words))
    return CoordinationLine(spot, words, amounts_in(words), entry, own, in_rate, start)


_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
_COORDINATES = re.compile(r"coordinat", re.IGNORECASE)
_IN_RATE = re.compile(
    r"includ\w+\s+(?:in|with|within|under)\b|in\s+the\s+(?:seit|seis)?\W*(?:\w+\s+)?rate\b|part\s+of\s+the\s+(?:\w+\s+)?rate"
    r"|no\s+(?:additional|extra|separate)\b|not\s+(?:separately\s+)?(?:billable|billed|reimbursed|reimbursable|paid)",
    re.IGNORECASE,
)
