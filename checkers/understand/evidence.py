"""What stands on a signature line: whose line it is, and the evidence ladder from nothing to a digital signature."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checkers.document import PLANS, RECORDS, Evidence, Kind, Role
from checkers.layout import OBJECT, MarkKind
from checkers.understand.dates import find_dates
from checkers.understand.electronic import electronic_name, is_electronic_label
from checkers.understand.labelled import Labelled
from checkers.words import form_meaning, holds, is_signature, load, phrases, plain

NAME = r"(?:(?:Dr|Ms|Mrs|Mr|Miss)\.?\s+)?[A-ZÀ-Þ][\w.'’\-]*(?:\s+[A-ZÀ-Þ][\w.'’\-]*){1,4}"
SHORT_NAME = r"[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-ZÀ-Þ][\w'’\-]+"
_ANY_NAME = re.compile(rf"{NAME}|{SHORT_NAME}")
_INITIALS = re.compile(r"[A-Z]\.?\s?[A-Z]\.?(?:\s?[A-Z]\.?)?")
_TIME_OF_DAY = re.compile(
    r"\b(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[-+]\d{2}'?\d{2}'?)?(?:\s*E[SD]?T)?", re.IGNORECASE
)
_DATE_WORD = re.compile(r"\b(?:date(?:\s+signed)?|on|signed(?:\s+on)?|dated)\s*:?\s*$|\bdate\s*:", re.IGNORECASE)
_FILLER = re.compile(r"[_\s.…\-–—*|]+")
_WITH_REASON = re.compile(r"(?:n a|na|not applicable|none)\b(?: \w+){2,}|(?:n a|not applicable) \w{3,}")
"""Words (plain) that say that nobody has to sign, and why: "N/A - session at preschool", "N/A (licensed)"."""
_IN_A_PLAN = {Role.PROVIDER: Role.PREPARER}
_IN_A_RECORD = {Role.PREPARER: Role.PROVIDER, Role.TEAM: Role.PROVIDER}
"""In a note the coordinator's or the special education teacher's line is the provider's; in an IEP the reverse."""


def role_of(label: str, kind: Kind, *, column: bool = False) -> Role:
    """Whose signature a label asks for; in a note an unnamed line is the provider's, a column of an IEP the team's.

    On a form that a user taught it is whose they said.
    """
    told = form_meaning(label)
    if told and is_signature(told):
        return role_in(Role(told.removeprefix("signature_")), kind)
    return _role_of(label, kind, column)


def role_in(role: Role, kind: Kind) -> Role:
    """What a role amounts to in a document of that kind."""
    return (_IN_A_PLAN if kind in PLANS else _IN_A_RECORD if kind in RECORDS else {}).get(role, role)


@lru_cache(maxsize=1_000)
def _role_of(label: str, kind: Kind, column: bool) -> Role:
    bare = plain(label)
    if column and kind in PLANS:
        return Role.TEAM
    for role, words in _role_words().items():
        if any(f" {word}" in f" {bare}" for word in words):
            return role_in(role, kind)
    if kind in RECORDS:
        return Role.PROVIDER
    return Role.UNNAMED


@cache
def _role_words() -> dict[Role, frozenset[str]]:
    return {Role(name): frozenset(map(plain, words)) for name, words in load("signatures")["roles"].items()}


def evidence_of(item: Labelled, words: str, kind: Kind) -> tuple[Evidence, str]:
    """The strongest evidence in a line's own value, and the signer's name where one can be read."""
    marks = {mark.kind for mark in item.marks}
    if MarkKind.SIGNED_LINE in marks:
        return Evidence.DIGITAL, next((mark.value for mark in item.marks if mark.kind is MarkKind.SIGNED_LINE), "")
    if electronic := electronic_name(words):
        return Evidence.ELECTRONIC, electronic
    if MarkKind.INK in marks:
        return Evidence.INK, ""
    if MarkKind.PICTURE in marks:
        return Evidence.PICTURE, ""
    if any(mark.kind is MarkKind.PLACEHOLDER for mark in item.marks):
        return Evidence.STAND_IN, ""
    simple = plain(words)
    if simple in phrases("signatures", "printed"):
        return Evidence.BLANK, ""
    if simple in _stand_ins() or holds(simple, phrases("signatures", "stand_ins_within")):
        return Evidence.STAND_IN, ""
    bare = _without_dates(words)
    if not _FILLER.sub("", bare.replace(OBJECT, "")):
        return Evidence.BLANK, ""
    evidence, name = _typed(bare, item.role or role_of(item.label, kind, column=item.column))
    if evidence.signed and is_electronic_label(item.label):
        return Evidence.ELECTRONIC, name
    return evidence, name


def _typed(bare: str, role: Role) -> tuple[Evidence, str]:
    simple = plain(bare.replace(OBJECT, " "))
    if not simple or simple in _stand_ins() or re.fullmatch(r"x{3,}|x", simple) or _is_bracketed(bare):
        return Evidence.STAND_IN, ""
    explained = holds(simple, phrases("signatures", "explanations")) or _WITH_REASON.match(simple)
    if explained and role is not Role.PROVIDER:
        return Evidence.EXPLAINED, ""
    if name := _ANY_NAME.search(bare):
        return Evidence.TYPED, name.group()
    if _INITIALS.fullmatch(bare.strip()):
        return Evidence.INITIALS, bare.strip()
    return Evidence.TYPED, bare.strip()


@cache
def _stand_ins() -> frozenset[str]:
    return phrases("signatures", "stand_ins") | phrases("signatures", "stand_ins_unless_labels")


def _is_bracketed(text: str) -> bool:
    return bool(re.fullmatch(r"[\[<{(«].*[\]>})»]", text.strip()))


def _without_dates(words: str) -> str:
    """The words of a line without its dates, times and the word "date"."""
    kept, start = [], 0
    for each in find_dates(words):
        kept.append(words[start : each.start])
        start = each.end
    text = _TIME_OF_DAY.sub(" ", " ".join([*kept, words[start:]]))
    return _DATE_WORD.sub(" ", text).strip(" ,;:/|")
