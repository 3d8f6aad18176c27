"""What a place of an empty form is probably for, told by its label: by the lists of labels, else by the nearest one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checkers.document import PLANS, Activity, Kind
from checkers.form import UNKNOWN, meanings
from checkers.learning.blanks import Shape
from checkers.understand.activities import activity_named
from checkers.understand.evidence import role_of
from checkers.understand.labelled import SIGNATURE, key_of
from checkers.understand.sections import section_headed
from checkers.words import label_key, load, plain
from checkers.words.lemmas import ground_form


@dataclass(frozen=True, slots=True)
class Proposal:
    """A meaning; `sure` where the label is in the lists, and not only like one that is."""

    meaning: str
    sure: bool


NOTHING = Proposal(UNKNOWN, sure=False)
"""For words that are like none that Tandem knows."""


def propose(label: str, shape: Shape, kind: Kind) -> Proposal:
    """What a label is probably for."""
    if shape is Shape.BOX:
        return _of_box(label)
    key = key_of(label)
    if key in (None, "section") and kind in PLANS and (section := section_headed(kind, label)) in meanings():
        return Proposal(section, sure=True)
    if key == SIGNATURE:
        return Proposal(f"signature_{role_of(label, kind)}", sure=True)
    if key and key in load("meanings")["fields"]:
        return Proposal(key, sure=True)
    return _nearest(label, kind)


def _of_box(label: str) -> Proposal:
    key = label_key(label)
    if key in ("medicaid_box", "medicaid_positive"):
        return Proposal(key, sure=True)
    activity = activity_named(label)
    return Proposal(activity.value, sure=True) if activity is not Activity.UNKNOWN else NOTHING


def _nearest(label: str, kind: Kind) -> Proposal:
    """The meaning of the label that is most like this one, in letters and in whatever order its words stand."""
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415 - needed to learn a form, and for nothing else
    from rapidfuzz.process import extractOne  # noqa: PLC0415

    words = _ground(label)
    if len(words) < _SHORTEST:
        return NOTHING
    found = extractOne(words, list(_known()), scorer=token_sort_ratio, score_cutoff=_ALIKE)
    if found is None:
        return NOTHING
    key = _known()[found[0]]
    return Proposal(f"signature_{role_of(label, kind)}" if key == SIGNATURE else key, sure=False)


_ALIKE = 86.0
"""Of 100, where every letter is the same: a slip, or one small word more."""
_SHORTEST = 5


@cache
def _known() -> dict[str, str]:
    fields = load("meanings")["fields"]
    labels = {_ground(each): key for key, entry in load("labels").items() if key in fields for each in entry["labels"]}
    return {_ground(each): SIGNATURE for each in load("signatures")["labels"]} | labels


def _ground(words: str) -> str:
    """A label with its words in their ground forms: "dates of sessions" is "date of session"."""
    return " ".join(ground_form(word) or word for word in plain(words).split())
