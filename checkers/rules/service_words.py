"""The words by which a document tells what service it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checkers.document import Document
from checkers.outcome import Spot
from checkers.words import load, plain
from checkers.words.naming import named

_FIRST_LINES = 6
_LONGEST_TITLE = 14
_SHORT = 3
"""In letters: a shorter word is an abbreviation, and counts in capitals only ("OT", but not "at home")."""
_LABEL = re.compile(r"\b(?:service|discipline|therapy)(?: type)?s?\s*:\s*(?P<value>[^:]{2,30})", re.IGNORECASE)
_SPACE = r"\W?"
"""Between the letters of "O&M" and "S/L"."""
_LABELLED = re.compile(r":\s*\S")


def names_service(text: str) -> str | None:
    """The service, or the profession of who gives it, that words name: "Speech Therapy", "OT", "OTR/L"."""
    short = _abbreviations().search(text)
    return short[0] if short else named(plain(text), _long_words())


def titled_service(doc: Document) -> Spot | None:
    """Where a title, a heading or a running head names the service."""
    boxed = {box.order for box in doc.boxes}
    first = [order for order, line in enumerate(doc.lines) if line.text.strip()][:_FIRST_LINES]
    for order, line in enumerate(doc.lines):
        if order in boxed:
            continue
        title = line.heading or order in first or line.place.part in ("header", "footer")
        text = line.text.strip()
        if title and len(text.split()) <= _LONGEST_TITLE and not _LABELLED.search(text) and names_service(text):
            return Spot(line.place, text)
    return None


def labelled_service(doc: Document) -> Spot | None:
    """Where a label for the service stands inside a longer line, or its value on the line below it."""
    for line in doc.lines:
        if (match := _LABEL.search(line.text)) and names_service(match["value"]):
            return Spot(line.place, match[0].strip())
    for field in doc.values("service_type"):
        below = next(iter(doc.lines[field.order + 1 : field.order + 2]), None)
        if below and len(below.text.split()) <= _LONGEST_TITLE and names_service(below.text):
            return Spot(below.place, below.text.strip())
    return None


def ticked_service(doc: Document) -> Spot | None:
    """Where a box is ticked that names the service."""
    ticked = (box for box in doc.boxes if box.checked and names_service(box.label))
    return next((Spot(box.spot.place, box.label) for box in ticked), None)


def service_of_provider(doc: Document) -> Spot | None:
    """Where the title of the provider or of the signer tells the service."""
    fields = ((field.value, field.spot) for field in doc.fields if field.key in ("provider", "credentials"))
    signers = ((f"{each.name} {each.words}", each.spot) for each in doc.signatures)
    return next((spot for words, spot in (*fields, *signers) if names_service(words)), None)


@cache
def _long_words() -> frozenset[str]:
    return frozenset(word for word in _all_words() if len(word) > _SHORT)


@cache
def _abbreviations() -> re.Pattern[str]:
    short = sorted({word.upper() for word in _all_words() if len(word) <= _SHORT})
    return re.compile(rf"(?<!\w)(?:{'|'.join(_SPACE.join(word.split()) for word in short)})(?!\w)")


def _all_words() -> Iterator[str]:
    for entry in load("services").values():
        yield from (plain(word) for word in (*entry["names"], *entry["providers"]))
