"""The box "Does not meet Medicaid requirements", and its positive twin with Yes and No, in all their spellings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from checkers.document import Checkbox, Document, Entry, Field
from checkers.layout import OBJECT
from checkers.outcome import Spot
from checkers.rules.naming import quoted
from checkers.words import phrases, plain

_REQUIREMENTS = r"(?:requirements?|reqs?|criteria|standards?)\b"
_NEGATIVE = re.compile(
    rf"\b(?:does not|doesnt|do not|did not|not|non) meet(?:ing)? (?:the )?medicaid {_REQUIREMENTS}"
    rf"|\b(?:does not|doesnt|do not|did not|not) meet(?:ing)? (?:the )?{_REQUIREMENTS} (?:for|of) medicaid\b"
    rf"|\bmedicaid (?:does not|doesnt|do not|did not|not) meet(?:ing)? (?:the )?{_REQUIREMENTS}"
    r"|\bdnmmr\b|\bnon medicaid\b|\bnot medicaid (?:billable|eligible)\b"
)
_POSITIVE = re.compile(
    rf"\bmeets? (?:the )?medicaid {_REQUIREMENTS}|\bmeets? (?:the )?{_REQUIREMENTS} (?:for|of) medicaid\b"
    rf"|\bmedicaid meets? (?:the )?{_REQUIREMENTS}|\bmedicaid billable\b"
)
_SHORT = re.compile(rf"^(?:does not|doesnt)? ?meets?(?: (?:the )?{_REQUIREMENTS})?$")
_LOOK_ALIKE = re.compile(r"\beligibility\b|\bconsent\b|\binstructions?\b")
_YES = frozenset({"yes", "y", "true", "checked", "checked true", "x", "on", "1"})
_NO = frozenset({"no", "n", "false", "unchecked", "checked false", "off", "0"})
_TICKS = frozenset("✓✔√☒☑")
_NEAR = 3
"""In lines: so far at most the two boxes of one session stand from each other."""
_FIELD_POLARITY = {"medicaid_box": "negative", "medicaid_positive": "positive"}


class State(Enum):
    """What the paper says of a session: that it does not meet Medicaid requirements, or not."""

    CHECKED = "checked"
    NOT_CHECKED = "not checked"
    UNCLEAR = "unclear"
    BOTH = "said to meet them and not to meet them"
    MIXED = "both are said, perhaps of different sessions"


@dataclass(frozen=True, slots=True)
class MedicaidBox:
    """The box as it stands for one session; `told` says by what, where one of printed answers only stands out."""

    state: State
    spot: Spot
    order: int
    """The index of its line: one box that stands once for several sessions is the same for all of them."""
    told: str = ""
    owner: int | None = None
    """The number of the session that it stands in; None for a box that stands outside of all."""

    def is_of(self, entry: Entry) -> bool:
        """Whether the box is a session's own, or stands once for all: not that of another session."""
        return self.owner in (None, entry.number)


class _Claim(Enum):
    """What one mark says."""

    NOT_MET = "does not meet"
    MET = "meets"
    UNREADABLE = "cannot be read"
    NOTHING = "left empty"
    POSITIVE_EMPTY = "a lone positive box left empty, which says neither"


@dataclass(frozen=True, slots=True)
class _Mark:
    claim: _Claim
    spot: Spot
    order: int
    told: str = ""


def medicaid_boxes(doc: Document) -> dict[int, MedicaidBox]:
    """The box of each session, by the session's number: its own, else the one that stands once for page or document."""
    marks = tuple(_marks(doc))
    owners = {mark: entry for mark in marks if (entry := _owner(mark, doc.entries))}
    inside: dict[int, list[_Mark]] = defaultdict(list)
    for mark, entry in owners.items():
        inside[entry.number].append(mark)
    found: dict[int, MedicaidBox] = {}
    for entry in doc.entries if marks else ():
        own = inside[entry.number] or _for_the_page(marks, owners, entry, doc)
        if own:
            owner = owners.get(own[0])
            told = next((mark.told for mark in own if mark.told), "")
            number = owner.number if owner else None
            found[entry.number] = MedicaidBox(_state(own), own[0].spot, own[0].order, told, number)
    return found


def _owner(mark: _Mark, entries: Sequence[Entry]) -> Entry | None:
    """The session in which a mark stands."""
    before = bisect_right(entries, mark.order, key=lambda entry: entry.first)
    return entries[before - 1] if before and mark.order <= entries[before - 1].last else None


def says_not_medicaid(text: str) -> bool:
    """Whether words state, box or no box, that a session does not meet Medicaid requirements."""
    return _polarity(text) == "negative"


def _state(marks: Sequence[_Mark]) -> State:
    claims = [mark.claim for mark in marks]
    if _Claim.NOT_MET in claims and _Claim.MET in claims:
        return State.BOTH if _stand_together(marks) else State.MIXED
    if _Claim.UNREADABLE in claims or set(claims) == {_Claim.POSITIVE_EMPTY}:
        return State.UNCLEAR
    return State.CHECKED if _Claim.NOT_MET in claims else State.NOT_CHECKED


def _stand_together(marks: Sequence[_Mark]) -> bool:
    """Whether the marks that contradict each other are one of each, side by side: those of one session."""
    orders = [sorted(mark.order for mark in marks if mark.claim is claim) for claim in (_Claim.MET, _Claim.NOT_MET)]
    return all(len(each) == 1 for each in orders) and abs(orders[0][0] - orders[1][0]) <= _NEAR


def _for_the_page(marks: Sequence[_Mark], owners: Mapping[_Mark, Entry], entry: Entry, doc: Document) -> list[_Mark]:
    """The marks that stand once for a page: outside of its sessions, or in its first or last one alone."""
    page = entry.spot.place.page
    near = [mark for mark in marks if page is None or mark.spot.place.page in (None, page)]
    outside = [mark for mark in near if mark not in owners]
    if outside or entry.row:
        return outside
    sessions = [each.number for each in doc.entries if each.spot.place.page == page]
    holders = {owners[mark].number for mark in near}
    return near if len(holders) == 1 and holders <= {sessions[0], sessions[-1]} else []


def _marks(doc: Document) -> Iterator[_Mark]:
    fields = {field.spot.place: field for field in doc.fields if field.key in _FIELD_POLARITY}
    boxes = [box for box in doc.boxes if box.how != "word"]
    for box in boxes:
        if claim := _claim_of_box(box, doc, fields.get(box.spot.place)):
            yield _Mark(claim, box.spot, box.order, _told(box))
    drawn = {box.spot.place for box in boxes}
    for place, field in fields.items():
        if place not in drawn:
            yield _Mark(_claim_of_words(field, doc), field.spot, field.order)
    for order, line in enumerate(doc.lines):
        if line.place not in drawn and line.place not in fields and (claim := _claim_of_letters(line.text)):
            yield _Mark(claim, Spot(line.place, line.text.strip()), order)


def _told(box: Checkbox) -> str:
    """How one knows which of two answers was chosen: "“No” is highlighted"; "" for a box and for the other answer."""
    answer = box.label.rpartition(": ")[2]
    return f"{quoted(answer)} is {box.how}" if box.option and box.checked else ""


def _claim_of_box(box: Checkbox, doc: Document, field: Field | None) -> _Claim | None:
    """What a box says, None for a box about something else; `field` is the Medicaid field it stands in."""
    answer = _answer(box.label)
    polarity = _polarity_of_answer(box, doc) if answer else _polarity_of_label(box, doc, field)
    if polarity is None:
        return None
    if box.checked is None:
        return _Claim.UNREADABLE
    if not box.checked:
        return _Claim.POSITIVE_EMPTY if polarity == "positive" and not answer else _Claim.NOTHING
    return _Claim.NOT_MET if (polarity == "negative") == (answer != "no") else _Claim.MET


def _claim_of_words(field: Field, doc: Document) -> _Claim:
    """What a label's value in words says ("Does Not Meet Medicaid: Yes"), or an X in the cell before it."""
    value = field.value or _cell_before(field, doc)
    bare = plain(value)
    if bare in _YES or (value and set(value.strip()) <= _TICKS):
        return _Claim.NOT_MET if _FIELD_POLARITY[field.key] == "negative" else _Claim.MET
    if bare in _NO:
        return _Claim.MET if _FIELD_POLARITY[field.key] == "negative" else _Claim.NOT_MET
    line = _line(doc, field.order)
    asks = "_" in line or ":" in line
    alone = field.spot.place.table is None and not asks and plain(line) == plain(field.label)
    if OBJECT in value or bare or alone:  # words alone: a statement, or a box that was lost
        return _Claim.UNREADABLE
    return _Claim.NOTHING


@lru_cache(maxsize=20_000)
def _claim_of_letters(text: str) -> _Claim | None:
    """What a line says in which lone letters stand at the printed words, as a box of another font leaves behind.

    The printed words of a form state nothing by themselves; an X at the only ones does.
    """
    letters = _LETTERS.findall(text)
    if not letters or _polarity(text) is None:
        return None
    words = plain(_LETTERS.sub(" ", text))
    crossed = "x" in "".join(letters).casefold() and words in phrases("labels", "medicaid_box", "labels")
    return _Claim.NOT_MET if crossed else _Claim.UNREADABLE


_LETTERS = re.compile(
    r"(?:^\s{0,20}|(?<=\t)|(?<=   ))(?:[oqrxOQRTXþýÿüÞ¨£§]\s{1,9})+|(?<=\s)[oqrxOQRTXþýÿüÞ¨£§](?=\s{0,20}$|\t| {3})"
)
"""Such a letter alone at the beginning or end of a line, or of a part of it that is set apart."""


def _cell_before(field: Field, doc: Document) -> str:
    """The words of the cell left of a label that is a cell of its own."""
    place, before = field.spot.place, doc.lines[field.order - 1] if field.order else None
    own = plain(_line(doc, field.order))
    if before is None or place.table is None or place.cell is None:
        return ""
    if not own or not plain(field.label).startswith(own):
        return ""  # the label heads a column, and what stands here is the row's own cell
    at = before.place
    return before.text.strip() if (at.table, at.row, at.cell) == (place.table, place.row, place.cell - 1) else ""


def _answer(label: str) -> str | None:
    """Tell "yes" or "no" from the label of a question's box: it is that word, or ends with it."""
    last = plain(label).split()[-1:]
    if not last:
        return None
    return "yes" if last[0] in ("yes", "y") else "no" if last[0] in ("no", "n") else None


def _polarity_of_label(box: Checkbox, doc: Document, field: Field | None) -> str | None:
    """By the box's own words, which may be broken over lines; else by the label of the field or column it stands in."""
    if own := _polarity(box.label):
        return own
    bare = plain(box.label)
    if _SHORT.match(bare) and "medicaid" in plain(box.spot.text.partition(box.label)[0]):
        return "negative" if "not" in bare else "positive"  # "Medicaid: [ ] Meets requirements  [x] Does not meet"
    if "medicaid" in bare or bare.startswith(("does not meet", "requirement")):
        after = f"{_line(doc, box.order + 1)} {_line(doc, box.order + 2)}"
        return _polarity(f"{box.label} {after}") or _polarity(f"{_line(doc, box.order - 1)} {box.label}")
    if field is None or any(_polarity(each.label) for each in doc.boxes if each.spot.place == box.spot.place):
        return None
    return _FIELD_POLARITY[field.key]


def _polarity_of_answer(box: Checkbox, doc: Document) -> str | None:
    """By the question on the line of a Yes or No; where nothing but the answers stands there, by the line above."""
    if found := _polarity(box.spot.text):
        return found
    words = set(plain(box.spot.text).split()) - {"yes", "no", "y", "n", "x"}
    if words and not words <= {"requirements", "requirement", "medicaid"}:
        return None
    return _polarity(f"{_line(doc, box.order - 1)} {box.spot.text}") or _polarity(
        f"{_line(doc, box.order - 2)} {_line(doc, box.order - 1)}"
    )


def _line(doc: Document, order: int) -> str:
    return doc.lines[order].text if 0 <= order < len(doc.lines) else ""


def _polarity(text: str) -> str | None:
    bare = plain(text)
    if _LOOK_ALIKE.search(bare):
        return None
    return "negative" if _NEGATIVE.search(bare) else "positive" if _POSITIVE.search(bare) else None
