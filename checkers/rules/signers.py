"""Who signed a note as its provider, and what the paper says of that person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkers.document import Document, Entry, Evidence, Field, Role, Signature
from checkers.outcome import Spot
from checkers.rule import Case
from checkers.rules.filling import holds_place, is_empty
from checkers.rules.naming import quoted
from checkers.rules.providers import may_be_same_person
from checkers.rules.signing import covered_by, is_signed
from checkers.words import plain

_ABOVE, _BELOW = 2, 4
"""Lines around a signature that may hold the signer's printed name and title."""
_LONGEST = 14
"""In words: a longer line is running text."""
_OF_TITLE = re.compile(r"\b(?:title|credential|licen[sc]e|lic|certificat|profession|position)", re.IGNORECASE)
SUPERVISION = re.compile(
    r"\b(?:supervis(?:or|ed|ing|ion)|sup-?r|under (?:the )?direction|directed by|directing|UDO|USO"
    r"|(?:co|counter)-?sign(?:ed|er|ature)?|co-?visit|oversee(?:n|ing)|reviewed by)\b",
    re.IGNORECASE,
)
"""What speaks of somebody who supervises the provider."""
_OF_SESSION = frozenset(
    {"service_type", "activity", "narrative", "aims", "reason", "place", "group", "codes", "frequency", "absence"}
)
"""Meanings of fields in whose lines "OT" is a service and nobody's title."""
_NO_WORDS = frozenset({Evidence.PICTURE, Evidence.INK, Evidence.DIGITAL})


@dataclass(frozen=True, slots=True)
class Signer:
    """One person who signed as the provider of the service, with all of that person's signatures."""

    name: str
    """As signed, titles and all; "" where no words can be read (a picture, ink, a digital signature)."""
    signatures: tuple[Signature, ...]

    @property
    def first(self) -> Signature:
        """The first of the signatures."""
        return self.signatures[0]

    def covers(self, doc: Document) -> tuple[Entry, ...]:
        """The sessions that the signatures stand for, in order."""
        numbers = {entry.number for each in self.signatures for entry in covered_by(doc, each)}
        return tuple(entry for entry in doc.entries if entry.number in numbers)

    def called(self) -> str:
        """How a message calls the signature: by its name, else by its label."""
        if self.name:
            return f"the signature {quoted(self.name)}"
        return f"the signature at {quoted(self.first.label)}" if self.first.label else "the signature"


def signers(case: Case) -> tuple[Signer, ...]:
    """Everybody who signed as a provider, each once: the rows of a log are signed by one person."""
    found: list[list[Signature]] = []
    for signature in case.doc.signatures:
        if signature.role is not Role.PROVIDER or not is_signed(signature, case.profile):
            continue
        same = next((each for each in found if _is_same(each[0], signature)), None)
        if same is None:
            found.append([signature])
        else:
            same.append(signature)
    return tuple(Signer(name_of(each[0]), tuple(each)) for each in found)


def name_of(signature: Signature) -> str:
    """The words with which somebody signed, titles and all; "" where nobody can read them."""
    if signature.evidence in _NO_WORDS:
        return ""
    return signature.words if signature.evidence in (Evidence.TYPED, Evidence.INITIALS) else signature.name


def words_beside(doc: Document, signature: Signature) -> Iterator[Spot]:
    """The lines around a signature with a printed name or title: no others' signatures, supervisors or running text."""
    at = _line_of(doc, signature)
    others = {_line_of(doc, each) for each in doc.signatures if each is not signature}
    begins = {entry.first for entry in doc.entries if entry.first > at}
    of_else = _lines_with(doc, _OF_SESSION | {"provider"})
    for orders in (range(at, at - _ABOVE - 1, -1), range(at + 1, at + _BELOW + 1)):
        for order in orders:
            if not 0 <= order < len(doc.lines) or order in others or order in begins or order in of_else:
                break
            line = doc.lines[order]
            if len(line.text.split()) > _LONGEST:
                break
            if not SUPERVISION.search(line.text):
                yield Spot(line.place, line.text.strip())


def provider_fields(doc: Document) -> tuple[Field, ...]:
    """The filled fields that name the provider."""
    return tuple(field for field in doc.values("provider") if not is_empty(field) and not holds_place(field))


def title_fields(doc: Document) -> tuple[Field, ...]:
    """The filled fields for a title, a credential or a licence."""
    return tuple(
        field
        for field in doc.fields
        if field.key in ("credentials", "") and _OF_TITLE.search(field.label)
        if not is_empty(field) and not holds_place(field)
    )


def lines_of_people(doc: Document) -> Iterator[Spot]:
    """The short lines that may name somebody, of letterhead and page header too: none about the session."""
    of_session = _lines_with(doc, _OF_SESSION)
    for order, line in enumerate(doc.lines):
        if order not in of_session and len(line.text.split()) <= _LONGEST:
            yield Spot(line.place, line.text.strip())


def lines_naming(doc: Document, name: str) -> Iterator[Spot]:
    """Those of `lines_of_people` that share a word of the name."""
    yield from (spot for spot in lines_of_people(doc) if name and may_be_same_person(spot.text, name))


def _lines_with(doc: Document, keys: frozenset[str]) -> frozenset[int]:
    """The indexes of the lines with fields of these meanings."""
    return frozenset(field.order for field in doc.fields if field.key in keys)


def _line_of(doc: Document, signature: Signature) -> int:
    """The index of the line on which a signature stands; its order may be that of the label."""
    return next((order for order, line in enumerate(doc.lines) if line.place == signature.spot.place), signature.order)


def _is_same(one: Signature, other: Signature) -> bool:
    """Whether two signatures are one person's: the same name, or pictures in one column or at one label."""
    if name_of(one) and name_of(other):
        return may_be_same_person(name_of(one), name_of(other)) or plain(name_of(one)) == plain(name_of(other))
    if name_of(one) or name_of(other):
        return False
    return plain(one.label) == plain(other.label) and one.spot.place.table == other.spot.place.table
