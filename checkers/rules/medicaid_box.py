"""The box "Does not meet Medicaid requirements", and its positive twin with Yes and No, in all their spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from checkers.document import Checkbox, Document, Entry, Field
from checkers.outcome import Spot
from checkers.words import plain

_NEGATIVE = re.compile(
    r"\b(?:does not|doesnt|do not|did not|not|non) meet(?:ing)? (?:the )?medicaid requirements?\b"
    r"|\bdnmmr\b|\bnon medicaid\b|\bnot medicaid (?:billable|eligible)\b"
)
_POSITIVE = re.compile(r"\bmeets? (?:the )?medicaid requirements?\b|\bmedicaid billable\b")
_LOOK_ALIKE = re.compile(r"\beligibility\b|\bconsent\b|\binstructions?\b")
_YES = frozenset({"yes", "y", "true", "checked", "checked true", "x", "on", "1"})
_NO = frozenset({"no", "n", "false", "unchecked", "checked false", "off", "0"})
_TICKS = frozenset("✓✔√☒☑")
_FIELD_POLARITY = {"medicaid_box": "negative", "medicaid_positive": "positive"}


class State(Enum):
    """What the paper says of a session: that it does not meet Medicaid requirements, or not."""

    CHECKED = "checked"
    NOT_CHECKED = "not checked"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class MedicaidBox:
    """The box as it stands for one session."""

    state: State
    spot: Spot


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


def medicaid_box_of(entry: Entry, doc: Document) -> MedicaidBox | None:
    """The box that stands for a session: its own, else the one that stands once for its page or document."""
    marks = list(_marks(doc))
    found = [mark for mark in marks if _is_in(mark, entry)] or _for_the_page(marks, entry, doc)
    return MedicaidBox(_state({mark.claim for mark in found}), found[0].spot) if found else None


def says_not_medicaid(text: str) -> bool:
    """Whether words state, box or no box, that a session does not meet Medicaid requirements."""
    return _polarity(text) == "negative"


def _state(claims: set[_Claim]) -> State:
    if _Claim.UNREADABLE in claims or {_Claim.NOT_MET, _Claim.MET} <= claims or claims == {_Claim.POSITIVE_EMPTY}:
        return State.UNCLEAR
    return State.CHECKED if _Claim.NOT_MET in claims else State.NOT_CHECKED


def _is_in(mark: _Mark, entry: Entry) -> bool:
    return entry.first <= mark.order <= entry.last


def _for_the_page(marks: Sequence[_Mark], entry: Entry, doc: Document) -> list[_Mark]:
    """The marks that stand once for a page: outside of its sessions, or in its first or last one alone."""
    page = entry.spot.place.page
    near = [mark for mark in marks if page is None or mark.spot.place.page in (None, page)]
    outside = [mark for mark in near if not any(_is_in(mark, each) for each in doc.entries)]
    if outside or entry.row:
        return outside
    sessions = [each for each in doc.entries if each.spot.place.page == page]
    holders = [each for each in sessions if any(_is_in(mark, each) for mark in near)]
    return near if len(holders) == 1 and holders[0] in (sessions[0], sessions[-1]) else []


def _marks(doc: Document) -> Iterator[_Mark]:
    for box in doc.boxes:
        if box.how != "word" and (claim := _claim_of_box(box, doc)):
            yield _Mark(claim, box.spot, box.order)
    for field in doc.fields:
        if field.key in _FIELD_POLARITY and (claim := _claim_of_words(field, doc)):
            yield _Mark(claim, field.spot, field.order)


def _claim_of_box(box: Checkbox, doc: Document) -> _Claim | None:
    """What a box says, None for a box about something else."""
    answer = _answer(box.label)
    polarity = _polarity_of_answer(box, doc) if answer else _polarity_of_label(box, doc)
    if polarity is None:
        return None
    if box.checked is None:
        return _Claim.UNREADABLE
    if not box.checked:
        return _Claim.POSITIVE_EMPTY if polarity == "positive" and not answer else _Claim.NOTHING
    return _Claim.NOT_MET if (polarity == "negative") == (answer != "no") else _Claim.MET


def _claim_of_words(field: Field, doc: Document) -> _Claim | None:
    """What a label's value in words says ("Does Not Meet Medicaid Requirements: Yes"); boxes speak for themselves."""
    if any(box.how != "word" and box.spot.place == field.spot.place for box in doc.boxes):
        return None
    bare = plain(field.value)
    if bare in _YES or (field.value and set(field.value.strip()) <= _TICKS):
        return _Claim.NOT_MET if _FIELD_POLARITY[field.key] == "negative" else _Claim.MET
    if bare in _NO:
        return _Claim.MET if _FIELD_POLARITY[field.key] == "negative" else _Claim.NOT_MET
    return _Claim.UNREADABLE if bare else _Claim.NOTHING


def _answer(label: str) -> str | None:
    """Tell "yes" or "no" from the label of a question's box: it is that word, or ends with it."""
    last = plain(label).split()[-1:]
    if not last:
        return None
    return "yes" if last[0] in ("yes", "y") else "no" if last[0] in ("no", "n") else None


def _polarity_of_label(box: Checkbox, doc: Document) -> str | None:
    """By the box's own words, which may be broken over lines; else by the label of the field or column it stands in."""
    before, after = _line(doc, box.order - 1), f"{_line(doc, box.order + 1)} {_line(doc, box.order + 2)}"
    if own := _polarity(box.label):
        return own
    if "medicaid" in plain(box.label) or plain(box.label).startswith(("does not meet", "requirement")):
        return _polarity(f"{box.label} {after}") or _polarity(f"{before} {box.label}")
    return next(
        (
            _FIELD_POLARITY[field.key]
            for field in doc.fields
            if field.key in _FIELD_POLARITY and field.spot.place == box.spot.place
        ),
        None,
    )


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
