"""The ground forms of the words that narratives and names are understood by, made from `lemmas.toml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from checkers.words import load, plain

_VOWELS = "aeiou"
_SHORTEST_MENDED = 8
"""In letters: a shorter word is too like others ("shared", "stared") to be taken for a slip."""


def ground_form(word: str) -> str | None:
    """The ground form of a word in small letters, one slip of the keyboard in a long word mended; None if unknown."""
    return ground_forms().get(word) or _mended(word, ground_forms)


def singular(word: str) -> str | None:
    """The ground form of a noun or other word of a name, as `ground_form`; the forms of a verb are no such words.

    "hearing" is the hearing of a child here, and not that somebody heard.
    """
    return name_forms().get(word) or _mended(word, name_forms)


@cache
def name_forms() -> dict[str, str]:
    """Every form of every noun of the list, and each other word of the lists of names, with its ground form."""
    words = load("lemmas")
    found = {word: word for text in _names() for word in plain(text).split() if word.isalpha()}
    for noun in words["nouns"]:
        found |= dict.fromkeys((noun, _with_s(noun)), noun)
    for base, others in (words["irregular"] | words["spellings"]).items():
        found |= dict.fromkeys(others, base) if base in words["nouns"] else {}
    return found


def _names() -> Iterator[str]:
    """All names of services, titles and activities."""
    for entry in load("services").values():
        yield from (*entry["names"], *entry["providers"])
    for each in ("titles", "early_intervention", "initial", "ongoing"):
        yield from load("coordinators")[each]
    for each in ("credentials", "titles", "general"):
        yield from load("credentials")[each]
    for entry in load("activities").values():
        yield from entry["labels"] if isinstance(entry, dict) else ()


@cache
def ground_forms() -> dict[str, str]:
    """Every form of every word of the list, in small letters, with its ground form."""
    words = load("lemmas")
    doubling = frozenset(words["doubling"])
    found: dict[str, str] = {}
    for noun in words["nouns"]:
        found |= dict.fromkeys((noun, _with_s(noun)), noun)
    for verb in words["verbs"]:
        found |= dict.fromkeys(_verb_forms(verb, doubled=verb in doubling), verb)
    for forms in (words["irregular"], words["spellings"]):
        for base, others in forms.items():
            found |= dict.fromkeys((base, *others), base)
    return found


def _verb_forms(verb: str, *, doubled: bool) -> Iterator[str]:
    """A regular verb in all its forms: "plan", "plans", "planned", "planning"."""
    stem = verb + verb[-1] if doubled else verb
    yield verb
    yield _with_s(verb)
    if verb.endswith("e"):
        yield f"{verb}d"
        yield f"{verb[:-1]}ing"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        yield f"{verb[:-1]}ied"
        yield f"{verb}ing"
    else:
        yield f"{stem}ed"
        yield f"{stem}ing"


def _with_s(word: str) -> str:
    """The plural of a noun, or the form of a verb after "he": "copies", "catches", "goals"."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def _mended(word: str, forms: Callable[[], dict[str, str]]) -> str | None:
    """The ground form of the one long word among `forms` that is a letter away, or two letters swapped."""
    if len(word) < _SHORTEST_MENDED or not word.isalpha():
        return None
    return _nearest(word, forms)


@lru_cache(maxsize=4096)
def _nearest(word: str, forms: Callable[[], dict[str, str]]) -> str | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - few documents need it, and every start would wait for it
    from rapidfuzz.process import extractOne  # noqa: PLC0415

    nearest = extractOne(word, _long_words(forms), scorer=OSA.distance, score_cutoff=1)
    return forms()[nearest[0]] if nearest else None


@cache
def _long_words(forms: Callable[[], dict[str, str]]) -> tuple[str, ...]:
    return tuple(word for word in forms() if len(word) >= _SHORTEST_MENDED)
