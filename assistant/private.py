"""What in a question looks like a detail of a child that no answer needs: a full name, a birth date, a number.

Goes in: the words of a question. Comes out: which kinds of detail it seems to hold, what is gently said of them, and
the question without the names. In doubt nothing is said. The words and patterns are in `private.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import tomli

from knowledge import KnowledgeBase
from knowledge.danger import tells_of_danger

KINDS = ("name", "birth", "number")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BETWEEN = re.compile(r" (?:[A-Za-z]\.? )?|, ?")
"""What may stand between a first and a family name: a space, an initial; a comma where the family name goes first."""
_BESIDE_NAME = re.compile(r",? ?\(?")
"""What may stand between a name and a birth date."""
_ABBREVIATION = 4
"""So long at most is "IEP" or "STAC", in letters."""
_TITLE_CASE = 0.6
"""From this share of capitalised words on, capitals tell of no name."""
_BEFORE, _BEHIND = 60, 40
"""So much of the text beside two words is looked at, in characters."""


def private_in(base: KnowledgeBase, said: str) -> tuple[str, ...]:
    """The kinds of `KINDS` that a text seems to hold, in their order; () for any text that seems to hold none."""
    text = _in_one_line(said)
    found = {"birth": _has_birth_date, "number": _has_number}
    kinds = {kind for kind, has in found.items() if any(each.isdigit() for each in text) and has(text)}
    if any(_names_in(base, text)):
        kinds.add("name")
    return tuple(kind for kind in KINDS if kind in kinds)


def gently(kinds: Collection[str]) -> str:
    """What is said of such details: that no answer needs them; "" for none."""
    if not kinds:
        return ""
    words = _data()["words"]
    needless = [words[kind] for kind in KINDS if kind in kinds]
    return f"{words['begin']} {', '.join(needless[:-1])}{' or ' if needless[1:] else ''}{needless[-1]}: {words['end']}"


def without_names(base: KnowledgeBase, said: str) -> str:
    """What to ask in place of a text: the same without the names that it seems to hold, each with its birth date.

    No topic has a name's words, and beside them the others count for less. Where nothing else says who is meant, "the
    child" does. Dates stay elsewhere, for they may be what is asked about. A text without a name, or one that tells of
    danger, stays to the letter.
    """
    if tells_of_danger(said):
        return said
    text = _in_one_line(said)
    parts: list[str] = []
    at = 0
    for start, end, cued in _names_in(base, text):
        if start >= at:
            parts += [text[at:start], "" if cued else _data()["words"]["instead"]]
        at = max(at, _end_of_birth_date(text, end))
    return "".join([*parts, text[at:]]) if at else said


def _in_one_line(said: str) -> str:
    return " ".join(said.replace("’", "'").split())


# --- dates and numbers ---------------------------------------------------------------------------------------------


def _has_birth_date(text: str) -> bool:
    return _any("births", _pattern("births", "rule").sub(" ", text))


def _end_of_birth_date(text: str, at: int) -> int:
    """Where a birth date ends that stands right there: ", born 3/4/2021"; else the place itself."""
    before = _BESIDE_NAME.match(text, at)
    found = (pattern.match(text, before.end()) for pattern in _patterns("births")) if before else ()
    return max((each.end() + text[each.end() :].startswith(")") for each in found if each), default=at)


def _has_number(text: str) -> bool:
    return _any("numbers", _pattern("numbers", "beside").sub(" ", text))


def _any(part: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(part))


# --- names ---------------------------------------------------------------------------------------------------------


def _names_in(base: KnowledgeBase, text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each name begins and ends, and whether what stands before says who it is."""
    words = list(_WORD.finditer(text))
    longer = [word.group() for word in words if len(word.group()) > 3]  # "the" is small in any title
    capitals = sum(each[0].isupper() for each in longer)
    title = len(longer) > 3 and capitals >= _TITLE_CASE * len(longer)
    for one, other in _pairs(text, words):
        if _is_name(base, text, one, other, title=title):
            cued = any(_pattern("names", each).search(text[: one.start()]) for each in ("child", "label"))
            yield one.start(), other.start() + len(other.group().removesuffix("'s")), cued


def _pairs(text: str, words: Iterable[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Two words that stand side by side; an initial between them is passed over."""
    longer = [word for word in words if len(word.group()) > 1]
    for one, other in pairwise(longer):
        if _BETWEEN.fullmatch(text[one.end() : other.start()]):
            yield one, other


def _is_name(base: KnowledgeBase, text: str, one: re.Match[str], other: re.Match[str], *, title: bool) -> bool:
    """Whether two words are a first and a family name, of a child as far as one can tell."""
    first, family = one.group(), other.group().removesuffix("'s")
    before, behind = text[max(one.start() - _BEFORE, 0) : one.start()], text[other.start() + len(family) :][:_BEHIND]
    has_comma = "," in text[one.end() : other.start()]
    cued = bool(_pattern("names", "label" if has_comma else "child").search(before))
    if has_comma:
        first, family = family, first
    small = first.lower()
    is_first = small in _names("first")
    if (has_comma and not cued) or not (is_first or cued) or _is_other(base, small, family.lower(), before, behind):
        return False
    if not (first[0].isupper() and family[0].isupper()):
        return cued and is_first and not _is_word(base, family) and bool(_pattern("names", "goes_on").search(behind))
    if family.isupper() and len(family) <= _ABBREVIATION:
        return False
    if cued and (is_first or small in _names("first_too")):
        return not title or not _is_word(base, family)
    if cued:
        return not (_is_word(base, first) or _is_word(base, family))
    return not (title and _is_word(base, family))


def _is_other(base: KnowledgeBase, first: str, family: str, before: str, behind: str) -> bool:
    """Whether what looks like a name is that of a grown-up at work, a place, a house or a law."""
    names, both = _data()["names"], f"{first} {family}"
    return (
        family in names["no_family_name"]
        or both in names["known_to_all"]
        or both in _places(base)
        or bool(_pattern("names", "grown").search(before))
        or any(_pattern("names", each).search(behind) for each in ("work", "house"))
    )


def _is_word(base: KnowledgeBase, word: str) -> bool:
    """Whether it is a word of the knowledge base, and thus hardly somebody's name."""
    from knowledge.find.finding import index_of  # noqa: PLC0415 - an index that is loaded with the first question

    vocabulary = index_of(base).vocabulary
    return all(part in vocabulary for part in re.split(r"['-]", word.lower()) if part not in ("s", ""))


@cache
def _places(base: KnowledgeBase) -> frozenset[str]:
    covered = (name for place in base.places.values() for name in place.names)
    return frozenset((*covered, *base.not_covered, *base.not_covered_careful))


# --- the data ------------------------------------------------------------------------------------------------------


@cache
def _names(part: str) -> frozenset[str]:
    return frozenset(_data()["names"][part].split())


@cache
def _patterns(part: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_filled(part, each), re.IGNORECASE) for each in _data()[part]["patterns"])


@cache
def _pattern(part: str, name: str) -> re.Pattern[str]:
    return re.compile(_filled(part, _data()[part][name]), re.IGNORECASE)


def _filled(part: str, pattern: str) -> str:
    """The pattern with those put in that it names as <name>."""
    while names := [name for name in re.findall(r"<(\w+)>", pattern) if name in _data()[part]]:
        for name in names:
            pattern = pattern.replace(f"<{name}>", _data()[part][name])
    return pattern


@cache
def _data() -> dict[str, Any]:
    return tomli.loads(files("assistant").joinpath("private.toml").read_text("utf-8"))
