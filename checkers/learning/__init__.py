"""From an empty form to what Tandem has to know of it: its places, what each is for, and what it prints.

`read_blank` gives what was found, with a proposal for each place; the caller lets somebody put the proposals right, and
`as_form` makes the form that a profile keeps. Nothing is written here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from checkers.document import Activity, Document, Evidence, Kind
from checkers.form import OTHER, UNKNOWN, Form, FormKind
from checkers.layout import Reading, lines_of
from checkers.learning.blanks import Blank, Shape, find_blanks, printed_at, printed_pieces
from checkers.learning.proposals import propose
from checkers.understand import labels_in, understand
from checkers.understand.activities import activity_named
from checkers.understand.dates import find_dates
from checkers.understand.evidence import NAME
from checkers.words import load, plain


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the form with what it is taken to be for; `sure` where its label is one that Tandem knows.

    `keeps`: what the blank has there is right on every copy, and no example to write over.
    """

    blank: Blank
    meaning: str
    sure: bool
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Learned:
    """An empty form as it was read: its places in reading order, and what it is for (None where nothing tells).

    `unnamed` are places whose labels have no letter or figure by which Tandem could know them again.
    """

    reading: Reading
    places: tuple[Place, ...]
    kind: FormKind | None
    unnamed: tuple[Blank, ...] = ()

    def taken_for(self, number: int, meaning: str) -> Learned:
        """The same with another meaning for one place, by its index."""
        place = self.places[number]
        changed = replace(place, meaning=meaning, sure=True, keeps=_keeps(place.blank, meaning))
        return self._with(number, changed)

    def kept(self, number: int) -> Learned:
        """The same, where what the blank has at one place is right on every copy."""
        return self._with(number, replace(self.places[number], keeps=True))

    def also_at(self, words: str) -> Learned:
        """The same with, at the end, the places where the form prints these words, which were not seen to be any."""
        found = (Place(blank, UNKNOWN, sure=False) for blank in printed_at(self.reading.blocks, words) if plain(words))
        return replace(self, places=(*self.places, *found))

    def _with(self, number: int, place: Place) -> Learned:
        return replace(self, places=(*self.places[:number], place, *self.places[number + 1 :]))


def read_blank(reading: Reading) -> Learned:
    """Find the places of an empty form, and what each is probably for."""
    doc = understand(reading)
    kind = _kind(doc)
    blanks = find_blanks(reading.blocks)
    found = (
        (blank, propose(blank.label, blank.shape, kind.kind if kind else Kind.UNKNOWN))
        for blank in blanks
        if plain(blank.label)
    )
    places = (
        Place(blank, proposal.meaning, proposal.sure, _keeps(blank, proposal.meaning)) for blank, proposal in found
    )
    return Learned(reading, tuple(places), kind, tuple(blank for blank in blanks if not plain(blank.label)))


def _kind(doc: Document) -> FormKind | None:
    if doc.kind is Kind.UNKNOWN:
        return None
    top = [line.text for line in doc.lines if line.text.strip()][:_TITLE_LINES]
    titled = any(activity_named(text) is Activity.COORDINATION for text in top)
    return FormKind.COORDINATION_NOTE if doc.kind is Kind.PROGRESS_NOTE and titled else FormKind(doc.kind.value)


_TITLE_LINES = 3
_SAME_ON_EVERY_COPY = frozenset(
    {"provider", "credentials", "district", "service_type", "activity", "place", "group", "period", "duration", "codes"}
)
"""Meanings of places that an agency may well fill in for everybody."""


def _keeps(blank: Blank, meaning: str) -> bool:
    prompt = not blank.holds or plain(blank.holds) in _PROMPTS or _IS_PROMPT.search(blank.holds)
    return meaning in _SAME_ON_EVERY_COPY and not prompt


_PROMPTS = frozenset({"month day year", "mm dd yyyy", "mm dd yy"})
_IS_PROMPT = re.compile(r"^\W*[\[({<]|\b(?:click|tap|enter|type|write|choose|select|e\.g\.|your|name)\b", re.IGNORECASE)


def as_tables(learned: Learned, kind: FormKind) -> dict[str, dict[str, Any]]:
    """What a profile keeps of the form: its parts `form`, `means` and `holds` (`checkers/profile_keys.py`)."""
    means: dict[str, list[str]] = defaultdict(list)
    holds: dict[str, list[str]] = defaultdict(list)
    named: dict[str, str] = {}
    for place in learned.places:
        if place.blank.shape is Shape.HEADING and place.meaning == UNKNOWN:
            continue  # a heading that heads nothing of anybody's
        label = named.setdefault(plain(place.blank.label), _printable(place.blank.label))
        means[label].append(place.meaning)
        held = _printable(place.blank.holds)
        if held and not place.keeps and place.meaning not in _UNASKED and held not in holds[label]:
            holds[label].append(held)
    over = {plain(place.blank.holds) for place in learned.places if not place.keeps} - {""}
    form: dict[str, Any] = {"kind": kind.value, "printed": list(_printed(learned.reading, over))}
    for name, is_so in _STANDS.items():
        if found := dict.fromkeys(_printable(each.blank.label) for each in learned.places if is_so(each.blank)):
            form[name] = list(found)
    return {"form": form, "means": dict(means), "holds": {label: texts for label, texts in holds.items() if texts}}


_STANDS: dict[str, Callable[[Blank], bool]] = {
    "bare": lambda blank: blank.bare,
    "columns": lambda blank: blank.shape is Shape.COLUMN,
    "captions": lambda blank: blank.shape is Shape.CAPTION,
}
"""Where a label stands that has its value not simply behind or below it."""


def as_form(learned: Learned, kind: FormKind) -> Form:
    """The form that comes of it."""
    return Form.of(as_tables(learned, kind))


def _printable(text: str) -> str:
    """Words without the signs that nobody sees, such as soft hyphens, which no profile may hold."""
    return " ".join("".join(each for each in text if each.isprintable() or each.isspace()).split())


def _printed(reading: Reading, over: set[str]) -> Iterator[str]:
    """What the form prints and nobody writes over, each once, up to what is more than enough to know it by."""
    pieces = (plain(piece) for line in lines_of(reading.blocks) for piece in printed_pieces(line))
    letters = 0
    for piece in dict.fromkeys(_without(pieces, over)):
        letters += len(piece)
        if len(piece) >= _SHORTEST_PIECE and letters <= _ENOUGH:
            yield piece


_SHORTEST_PIECE = 3
"""In letters: shorter ones stand in any document."""
_ENOUGH = 24_000
"""In letters, of about twenty pages."""


def _without(pieces: Iterator[str], held: set[str]) -> Iterator[str]:
    """The printed words without those that are written over: "came on month day year" is but "came on"."""
    for piece in pieces:
        over = next((each for each in held if piece == each or piece.endswith(f" {each}")), "")
        if rest := piece.removesuffix(over).strip():
            yield rest


_UNASKED = frozenset({OTHER, UNKNOWN})


def lacking(learned: Learned, kind: FormKind) -> list[str]:
    """The meanings, of groups of which a form of that kind has one, that no place has: the first of each group."""
    there = {place.meaning for place in learned.places}
    return [group[0] for group in load("meanings")["needed"][kind.value] if there.isdisjoint(group)]


def not_found_again(learned: Learned, form: Form) -> list[int]:
    """The places, by their index, that will not be found in a copy: their labels stand where Tandem sees none."""
    seen = {plain(item.label) for item in labels_in(learned.reading, form)}
    return [
        index
        for index, place in enumerate(learned.places)
        if place.blank.shape is not Shape.BOX and place.meaning not in _UNASKED and plain(place.blank.label) not in seen
    ]


def filled_in(learned: Learned) -> list[str]:
    """Signs that it is no blank but somebody's document, each in words: a day, a tick, a name, a signature.

    The dates of the form itself ("Rev. 3/1/2024"), and those in its margins, are none.
    """
    doc = understand(learned.reading)
    ticked = (f"the box “{place.blank.label}” is ticked" for place in learned.places if place.blank.ticked)
    dated = (
        f"the day “{found.text}” stands on it"
        for line in doc.lines
        if line.place.part == "body" and not _OF_THE_FORM.search(line.text)
        for found in find_dates(line.text, short=False)
        if found.date and not found.month_only
    )
    named = (
        f"“{place.blank.label}” is filled in: “{place.blank.holds}”"
        for place in learned.places
        if place.meaning == "child_name" and _is_name(place.blank.holds)
    )
    signed = (f"it is signed: “{each.words}”" for each in doc.signatures if each.evidence >= Evidence.PICTURE)
    return [*dated, *ticked, *named, *signed]


_OF_THE_FORM = re.compile(
    r"\b(?:rev|revised|revision|form|version|updated|effective|adopted|approved|printed)\b", re.IGNORECASE
)


def _is_name(text: str) -> bool:
    """Whether words are somebody's name, and do not ask for one ("First and Last Name")."""
    asked = {word for label in load("labels")["child_name"]["labels"] for word in plain(label).split()}
    return bool(re.fullmatch(NAME, text.strip())) and asked.isdisjoint(plain(text).split())
