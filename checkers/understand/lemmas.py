"""The ground forms of the words that narratives are understood by, made from `words/lemmas.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from checkers.words import load

_VOWELS = "aeiou"
_SHORTEST_MENDED = 8
"""In letters: a shorter word is too like others ("shared", "stared") to be taken for a slip."""


def ground_form(word: str) -> str | None:
    """The ground form of a word in small letters, one slip of the keyboard in a long word mended; None if unknown."""
    return ground_forms().get(word) or _mended(word)


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


@lru_cache(maxsize=4096)
def _mended(word: str) -> str | None:
    """The ground form of the one word of the list that is a letter away, or two letters swapped."""
    if len(word) < _SHORTEST_MENDED or not word.isalpha():
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - few documents need it, and every start would wait for it
    from rapidfuzz.process import extractOne  # noqa: PLC0415

    nearest = extractOne(word, ground_forms().keys(), scorer=OSA.distance, score_cutoff=1)
    return ground_forms()[nearest[0]] if nearest else None
