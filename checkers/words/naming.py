"""Which name of a list stands in a text: services, titles and credentials, coordinators, activities.

spaCy's phrase matcher compares ground forms: "Physical Therapists" and "physical thearpist" are a physical therapist.
It is asked only about words of which one begins a name: most lines of a document have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from checkers.words.lemmas import singular
from checkers.words.pipeline import forgetting, language, made_once, phrase_matcher

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Names:
    """A matcher of names, and the ground forms with which they begin."""

    matcher: PhraseMatcher
    beginnings: frozenset[str]


@lru_cache(maxsize=20_000)
def named(text: str, names: frozenset[str]) -> str | None:
    """The longest of `names` that the text holds as whole words, or None; all of them `plain`."""
    return max(names_in(text.split(), _names(names)), key=len, default=None)


def names_in(words: Sequence[str], names: Names) -> frozenset[str]:
    """Those of the names that follow one another in these words, which are in small letters."""
    grounds = _grounds(words)
    if names.beginnings.isdisjoint(grounds):
        return frozenset()
    with forgetting():
        return frozenset(language().vocab.strings[name] for name, _, _ in names.matcher(_document(words, grounds)))


def names_of(names: Iterable[tuple[str, Sequence[str]]]) -> Names:
    """Names to look for, each with the words, in small letters, as which it stands in a text."""
    matcher = phrase_matcher()
    beginnings = set()
    for name, words in names:
        grounds = _grounds(words)
        matcher.add(name, [_document(words, grounds)])
        beginnings.update(grounds[:1])
    return Names(matcher, frozenset(beginnings))


@made_once
def _names(names: frozenset[str]) -> Names:
    return names_of((name, name.split()) for name in sorted(names))


def _grounds(words: Sequence[str]) -> list[str]:
    return [singular(word) or word for word in words]


def _document(words: Sequence[str], grounds: list[str]) -> Doc:
    vocabulary = language().vocab
    from spacy.tokens import Doc  # noqa: PLC0415 - takes half a second with the rest of spaCy

    return Doc(vocabulary, words=list(words), lemmas=grounds)
