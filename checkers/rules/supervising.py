"""Who supervises or directs the signer of a note, as far as the paper says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import Document, Role
from checkers.outcome import Spot
from checkers.rule import Case
from checkers.rules.providers import may_be_same_person
from checkers.rules.signers import SUPERVISION, Signer, Surroundings, name_of
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


class Supervision:
    """What a document says of supervision; made once for all of its signers."""

    def __init__(self, case: Case, around: Surroundings) -> None:
        doc = case.doc
        self._lines = tuple(_lines_about_it(doc))
        self._signed = [
            each for each in doc.signatures if each.role is not Role.PARENT and is_signed(each, case.profile)
        ]
        self._licensed = [each for each in self._signed if is_licensed(f"{name_of(each)} {each.words} {each.label}")]
        self._people = tuple(_licensed_people(around))
        self._picture = loose_picture(doc, doc.entries[0].first if doc.entries else 0)

    @property
    def is_spoken_of(self) -> bool:
        """Whether the form, and not only the note of a session, speaks of supervision."""
        return any(not noted for _, _, noted in self._lines)

    def clinician(self, signer: Signer) -> tuple[Spot | None, bool]:
        """Where another clinician signed or is named as supervisor, and whether that is certain; None where nowhere."""
        mine = set(map(id, signer.signatures))
        if other := next((each for each in self._licensed if id(each) not in mine), None):
            return other.spot, True
        perhaps = next((each.spot for each in self._signed if id(each) not in mine), None)
        for spot, value, noted in self._lines:
            if _names_somebody_else(value, signer):
                return spot, True
            if not noted and not _BLANK.fullmatch(value):
                perhaps = perhaps or spot
        elsewhere = (spot for spot, name in self._people if not may_be_same_person(name, signer.name))
        return perhaps or next(elsewhere, self._picture), False


def _lines_about_it(doc: Document) -> Iterator[tuple[Spot, str, bool]]:
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


def _licensed_people(around: Surroundings) -> Iterator[tuple[Spot, str]]:
    """The lines with a name and a licence, which may be a supervisor's, with that name."""
    for field in around.providers:
        if is_licensed(field.value):
            yield field.spot, field.value
    for spot in around.people():
        if SUPERVISION.search(spot.text) or _AGENCY.search(spot.text):
            continue
        for piece in _GAP.split(spot.text):
            label, colon, value = piece.partition(":")
            if colon and is_licensed(label):
                yield from ((spot, name) for name in _NAME.findall(value))
        for match in _NAME.finditer(spot.text):
            if is_licensed(spot.text[match.start() :]):
                yield spot, match.group()
