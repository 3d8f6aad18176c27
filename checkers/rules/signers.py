"""Who signed a note as its provider, and what the paper says of that person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from checkers.document import Document, Entry, Evidence, Field, Role, Signature
from checkers.layout import Place
from checkers.outcome import Spot
from checkers.rule import Case
from checkers.rules.filling import holds_place, is_empty
from checkers.rules.naming import quoted
from checkers.rules.providers import names_in
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
    """One person who signed as the provider of the service, with all of that person's signatures and their sessions."""

    name: str
    """As signed, titles and all; "" where no words can be read (a picture, ink, a digital signature)."""
    signatures: tuple[Signature, ...]
    sessions: tuple[Entry, ...]

    @property
    def first(self) -> Signature:
        """The first of the signatures."""
        return self.signatures[0]

    def called(self) -> str:
        """How a message calls the signature: by its name, else by its label."""
        if self.name:
            return f"the signature {quoted(self.name)}"
        return f"the signature at {quoted(self.first.label)}" if self.first.label else "the signature"


def signers(case: Case) -> tuple[Signer, ...]:
    """Everybody who signed as a provider, each once: the rows of a log are signed by one person."""
    found: list[list[Signature]] = []
    known: dict[object, list[Signature]] = {}
    for signature in case.doc.signatures:
        if signature.role is not Role.PROVIDER or not is_signed(signature, case.profile):
            continue
        marks = _marks_of(signature)
        mine = next((known[mark] for mark in marks if mark in known), None)
        if mine is None:
            mine = []
            found.append(mine)
            known.update(dict.fromkeys(marks, mine))
        mine.append(signature)
    return tuple(Signer(name_of(each[0]), tuple(each), _covered(case.doc, each)) for each in found)


def name_of(signature: Signature) -> str:
    """The words with which somebody signed, titles and all; "" where nobody can read them."""
    if signature.evidence in _NO_WORDS:
        return ""
    return signature.words if signature.evidence in (Evidence.TYPED, Evidence.INITIALS) else signature.name


def _marks_of(signature: Signature) -> list[object]:
    """By what two signatures are told to be one person's: a word of the name, or the label and table of pictures."""
    if name := name_of(signature):
        return [*sorted(names_in(name)), plain(name)]
    return [(plain(signature.label), signature.spot.place.table)]


def _covered(doc: Document, signatures: Sequence[Signature]) -> tuple[Entry, ...]:
    numbers = {entry.number for each in signatures for entry in covered_by(doc, each)}
    return tuple(entry for entry in doc.entries if entry.number in numbers)


class Surroundings:
    """The lines of a document by what they may say of its signers; made once for all of them."""

    def __init__(self, doc: Document) -> None:
        named = (*doc.values("provider"), *doc.values("coordinator"))
        self.providers: tuple[Field, ...] = tuple(filter(_is_filled, named))
        """The filled fields that name the provider, or who coordinates as one."""
        self.titles: tuple[Field, ...] = tuple(filter(_is_of_title, doc.fields))
        """The filled fields for a title, a credential or a licence."""
        self._lines = doc.lines
        self._at: dict[Place, int] = {line.place: order for order, line in reversed(list(enumerate(doc.lines)))}
        self._signed = Counter(map(self._line_of, doc.signatures))
        self._begins = frozenset(entry.first for entry in doc.entries)
        of_session = frozenset(field.order for field in doc.fields if field.key in _OF_SESSION)
        self._short = frozenset(
            order
            for order, line in enumerate(doc.lines)
            if order not in of_session and len(line.text.split()) <= _LONGEST
        )
        self._of_people = self._short - {field.order for field in doc.fields if field.key == "provider"}
        self._naming: dict[str, list[int]] = defaultdict(list)
        for order in sorted(self._short):
            for word in names_in(doc.lines[order].text):
                self._naming[word].append(order)

    def beside(self, signature: Signature) -> Iterator[Spot]:
        """The lines around a signature with a printed name or title: no others' signatures, supervisors or prose."""
        at = self._line_of(signature)
        for orders in (range(at, at - _ABOVE - 1, -1), range(at + 1, at + _BELOW + 1)):
            for order in orders:
                others = self._signed[order] > (order == at)
                if others or order not in self._of_people or (order > at and order in self._begins):
                    break
                if not SUPERVISION.search(self._lines[order].text):
                    yield self._spot(order)
        if signature.in_row:
            yield from self._under_table(at)

    def _under_table(self, at: int) -> Iterator[Spot]:
        """The first lines under the table in whose rows somebody signs: a name printed there is that person's."""
        table = self._lines[at].place.table
        under = (order for order in range(at, len(self._lines)) if self._lines[order].place.table != table)
        filled = (order for order in under if self._lines[order].text.strip())
        for order in islice(filled, _ABOVE):
            if order not in self._of_people or self._signed[order] or order in self._begins:
                return
            if not SUPERVISION.search(self._lines[order].text):
                yield self._spot(order)

    def people(self) -> Iterator[Spot]:
        """The short lines that may name somebody, of letterhead and page header too: none about the session."""
        yield from map(self._spot, sorted(self._short))

    def naming(self, name: str) -> Iterator[Spot]:
        """Those of `people` that share a word of the name."""
        yield from map(self._spot, sorted({order for word in names_in(name) for order in self._naming.get(word, ())}))

    def _line_of(self, signature: Signature) -> int:
        """The index of the line on which a signature stands; its order may be that of the label."""
        return self._at.get(signature.spot.place, signature.order)

    def _spot(self, order: int) -> Spot:
        return Spot(self._lines[order].place, self._lines[order].text.strip())


def _is_filled(field: Field) -> bool:
    return not is_empty(field) and not holds_place(field)


def _is_of_title(field: Field) -> bool:
    return field.key in ("credentials", "") and bool(_OF_TITLE.search(field.label)) and _is_filled(field)
