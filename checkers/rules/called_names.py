"""By what names a text calls the child.

No model of names is asked. A word is taken for the name of the child that a text is about only where it stands with a
capital in front of what a child does ("Ben produced"), is nobody else's on the page, and is no name that the child may
have too (`words/names.toml`). Every doubt speaks for the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checkers.document import Document
from checkers.outcome import Spot
from checkers.words import load, plain

_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[-'’][A-ZÀ-Þ][a-zà-ÿ]+)?"
_CAPITALISED = re.compile(rf"\b{_NAME}")
_BEGINS = re.compile(rf"(?:^|[^A-Za-z,\s])\s{{0,3}}(?P<name>{_NAME})", re.MULTILINE)
"""A name with which a sentence begins: behind no letter and no comma."""
_INSIDE = re.compile(rf"(?<=[a-z,] )(?P<name>{_NAME})|\b(?P<owner>{_NAME})['’]s\b")
_ALIKE = 75
"""In percent: so alike are a name and its nickname, or a name and its misspelling."""
_INITIAL_ALIKE = 2
_AGAIN = 2
_AGAIN_AND_AGAIN = 3
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text about the child: a narrative, or a paragraph of a plan."""

    text: str
    spot: Spot
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Called:
    """A name that is not the child's, with the passages that call the child by it."""

    name: str
    passages: tuple[Passage, ...]
    words: str
    """The first place in the words of the text."""


def child_names(doc: Document) -> frozenset[str]:
    """The words of the child's name, in small letters."""
    values = (field.value for field in doc.values("child_name"))
    return frozenset(word for value in values for word in plain(value).split() if not word.isdigit())


def called_otherwise(doc: Document, passages: Sequence[Passage]) -> tuple[Called, ...]:
    """The names by which the passages call the child, none of them the child's, in the order of the page."""
    own = child_names(doc)
    others = _known_others(doc, passages)
    found: dict[str, list[tuple[Passage, str]]] = {}
    uses: Counter[str] = Counter()
    for passage in passages:
        for name, words, count in _subjects(passage.text, own):
            if not _may_be_own(name, own) and name.casefold() not in others:
                found.setdefault(name, []).append((passage, words))
                uses[name] += count
    text = _Text("\n".join(passage.text for passage in passages))
    return tuple(
        Called(name, tuple(dict.fromkeys(passage for passage, _ in where)), where[0][1])
        for name, where in found.items()
        if text.calls_by(name, uses[name])
    )


class _Text:
    """How words stand in all passages together."""

    def __init__(self, text: str) -> None:
        self._times = Counter(_CAPITALISED.findall(text))
        self._begins = {match["name"] for match in _BEGINS.finditer(text)}
        self._inside = {match["name"] or match["owner"] for match in _INSIDE.finditer(text)}
        self._small = frozenset(re.findall(r"\b[a-zà-ÿ]+\b", text))

    def calls_by(self, name: str, uses: int) -> bool:
        """Whether it is certain enough that a child is called so who does something so many times.

        A usual given name is told if it comes again or a sentence begins with it; that of a toy or a book only if it
        comes again and again; any other word if it comes again, inside of a sentence too, and never in small letters.
        """
        word = name.casefold()
        if word in _words("capitals", "characters"):
            return uses >= _AGAIN_AND_AGAIN
        if word in _given():
            return self._times[name] >= _AGAIN or name in self._begins
        return uses >= _AGAIN and name in self._inside and word not in self._small


def _subjects(text: str, own: frozenset[str]) -> Iterator[tuple[str, str, int]]:
    """The capitalised words that do what a child does, each with its words and how often.

    A text that names the child too, or speaks of other children before, may tell of a playmate.
    """
    playmates = next((match.start() for match in _together().finditer(text)), len(text))
    names_child = any(_may_be_own(match[0], own) for match in _CAPITALISED.finditer(text))
    if names_child and playmates < len(text):
        return
    seen: dict[str, list[str]] = {}
    for match in _subject().finditer(text):
        name = match["name"]
        if len(name) >= _SHORTEST and name.casefold() not in _words("capitals", "words") and match.start() < playmates:
            seen.setdefault(name, []).append(match[0])
    for name, words in seen.items():
        if not names_child or len(words) >= _AGAIN:
            yield name, words[0], len(words)


def _known_others(doc: Document, passages: Sequence[Passage]) -> frozenset[str]:
    """Words of the names of other people on the page, in small letters: those of its fields, signatures and lists."""
    prose = {line for passage in passages for line in passage.text.splitlines()}
    outside = [field.value for field in doc.fields if field.value not in prose and field.key not in _ABOUT_THE_CHILD]
    outside += [f"{each.name} {each.words}" for each in doc.signatures]
    found = {word.casefold() for text in outside if len(text.split()) <= _A_FEW for word in _CAPITALISED.findall(text)}
    return frozenset(found).union(*(_others_in(line.text) for line in doc.lines))


@lru_cache(maxsize=20_000)
def _others_in(text: str) -> frozenset[str]:
    """The words, in small letters, of a line's names that cannot be this child's alone."""
    found: set[str] = set()
    for pattern in (_another(), _FULL_NAME, _TOGETHER_WITH):
        for match in pattern.finditer(text):
            words = [word.casefold() for word in _CAPITALISED.findall(match[0])]
            found.update(words if words[0] not in _words("capitals", "words") else ())
    return frozenset(found)


_ABOUT_THE_CHILD = frozenset({"child_name", "narrative", "aims", "annual_goal", "present_levels", "criteria"})
_A_FEW = 12
_FULL_NAME = re.compile(rf"\b{_NAME}\s+(?:[A-ZÀ-Þ]\.\s*)?{_NAME}")
"""Two names in a row are somebody's full name; a child is called by the first alone."""
_TOGETHER_WITH = re.compile(rf"\b{_NAME}(?:,| and| &) {_NAME}|\b(?:and|&) {_NAME}")


def _may_be_own(name: str, own: frozenset[str]) -> bool:
    """Whether a name may be the child's: itself, a short or long form of it, or a slip in writing it."""
    words = plain(name.replace("-", " ")).split()
    return any(_is_form_of(word, other) for word in words for other in own)


def _is_form_of(word: str, name: str) -> bool:
    if word in _called_also(name) or name in _called_also(word):
        return True
    if word[:_INITIAL_ALIKE] == name[:_INITIAL_ALIKE] or word[0] == name or name.endswith(word):
        return True
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - few documents need it, and every start would wait for it

    return ratio(word, name) >= _ALIKE


@cache
def _called_also(name: str) -> frozenset[str]:
    return frozenset({name, *load("names")["nicknames"].get(name, ())})


@cache
def _given() -> frozenset[str]:
    return frozenset(load("names")["given"])


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(load("names")[section][key])


@cache
def _subject() -> re.Pattern[str]:
    """A capitalised word in front of what a child does; an adverb may stand between."""
    acts = load("names")["acts"]
    verbs = (form for verb in acts["verbs"] for form in _forms(verb))
    return re.compile(
        rf"(?<![\w.'’-])(?P<name>{_NAME})\s+(?:(?:[a-z]+ly|also|then|now|often|still|was able to|has)\s+)?"
        rf"(?:{'|'.join((*verbs, *acts['irregular']))})\b"
    )


def _forms(verb: str) -> tuple[str, ...]:
    """A regular verb as it stands behind a name: "names", "named"."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    s = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    return s, f"{verb}ed", f"{verb}{verb[-1]}ed"


@cache
def _another() -> re.Pattern[str]:
    """A name beside a word that tells that it is not this child's."""
    words = "|".join(map(re.escape, sorted(load("names")["around"]["others"], key=len, reverse=True)))
    return re.compile(
        rf"\b(?i:{words})[\s,:(]{{1,3}}{_NAME}|\b{_NAME}\s*[,(]\s*(?:(?:his|her|a|an|the)\s+)?(?i:{words})\b"
    )


@cache
def _together() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("names")["around"]["together"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
