"""Who supervises or directs the signer of a note, as far as the paper says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import Document, Role
from checkers.outcome import Spot
from checkers.rule import Case
from checkers.rules.providers import may_be_same_person
from checkers.rules.signers import SUPERVISION, Signer, Surroundings, name_of, provider_fields
from checkers.rules.signing import is_signed, loose_picture
from checkers.rules.titles import is_licensed

_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’\-]*(?:\s+[A-ZÀ-Þ][\w.'’\-]*)+")
_BLANK = re.compile(r"[\s_.…:()\-–—|*]*")
_OTHER_LABEL = re.compile(r"\t|\s{3,}|\s\|\s|\s*\bdate\b", re.IGNORECASE)
"""What ends a value that another label follows in the line."""
_GAP = re.compile(r"\t|\s{2,}|\s\|\s")
_SENTENCE_END = re.compile(r"(?<=\w{3})[.!?;]\s")
_AGENCY = re.compile(
    r"\b(?:school|district|county|agency|services|center|associates|program|department|pediatrics|therapy|therapies"
    r"|clinic|group|p?llc|inc)\b",
    re.IGNORECASE,
)


def clinician_named(case: Case, signer: Signer, around: Surroundings) -> tuple[Spot | None, bool]:
    """Where another clinician signed or is named as supervisor, and whether that is certain; None where nowhere."""
    doc = case.doc
    mine = set(map(id, signer.signatures))
    others = [
        each
        for each in doc.signatures
        if id(each) not in mine and each.role is not Role.PARENT and is_signed(each, case.profile)
    ]
    if other := next((each for each in others if is_licensed(f"{name_of(each)} {each.words} {each.label}")), None):
        return other.spot, True
    perhaps: Spot | None = others[0].spot if others else None
    for spot, value, noted in supervision(doc):
        if _names_somebody_else(value, signer):
            return spot, True
        if not noted and not _BLANK.fullmatch(value):
            perhaps = perhaps or spot
    below = doc.entries[0].first if doc.entries else 0
    return perhaps or _licensed_elsewhere(doc, signer, around) or loose_picture(doc, below), False


def supervision(doc: Document) -> Iterator[tuple[Spot, str, bool]]:
    """The lines that speak of supervision, with what each says behind its label, in the next cell or the line below.

    The third value tells whether the line is part of a session's note, in which a child climbs "with supervision".
    """
    labels = {field.order for field in doc.fields}
    notes = " ".join(" ".join(entry.narrative for entry in doc.entries).split())
    for order, line in enumerate(doc.lines):
        match = SUPERVISION.search(line.text)
        if match is None:
            continue
        noted = " ".join(line.text[match.start() :].split()) in notes
        label, colon, value = line.text[match.end() :].partition(":")
        value = _OTHER_LABEL.split((value if colon else label).strip())[0]
        beside = doc.lines[order + 1] if order + 1 < len(doc.lines) else line
        is_label = not value or not (colon or _NAME.search(value))
        text = line.text.strip()
        in_table = line.place.table is not None and beside.place.table == line.place.table
        if is_label and (in_table or (not value and order + 1 not in labels and _NAME.match(beside.text))):
            value = beside.text
            text = f"{text} {value.strip()}"
        yield Spot(line.place, text), _SENTENCE_END.split(value)[0], noted


def _names_somebody_else(words: str, signer: Signer) -> bool:
    """Whether a person other than the signer is named; an agency is none."""
    names = [] if _AGENCY.search(words) else _NAME.findall(words)
    return any(not signer.name or not may_be_same_person(name, signer.name) for name in names)


def _licensed_elsewhere(doc: Document, signer: Signer, around: Surroundings) -> Spot | None:
    """A line with somebody else's name and licence, which may be the supervisor's."""
    for field in provider_fields(doc):
        if is_licensed(field.value) and not may_be_same_person(field.value, signer.name):
            return field.spot
    for spot in around.people():
        if SUPERVISION.search(spot.text) or _AGENCY.search(spot.text):
            continue
        for piece in _GAP.split(spot.text):
            label, colon, value = piece.partition(":")
            if colon and is_licensed(label) and _names_somebody_else(value, signer):
                return spot
        for match in _NAME.finditer(spot.text):
            if is_licensed(spot.text[match.start() :]) and not may_be_same_person(match.group(), signer.name):
                return spot
    return None
