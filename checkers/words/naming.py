"""Which name of a list stands in a text: services, titles and credentials, coordinators, activities.

spaCy's phrase matcher compares ground forms: "Physical Therapists" and "physical thearpist" are a physical therapist.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from checkers.words.lemmas import singular
from checkers.words.pipeline import forgetting, language, made_once, phrase_matcher

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc


@lru_cache(maxsize=20_000)
def named(text: str, names: frozenset[str]) -> str | None:
    """The longest of `names` that the text holds as whole words, or None; all of them `plain`."""
    return max(names_in(text.split(), _matcher(names)), key=len, default=None)


def names_in(words: Sequence[str], matcher: PhraseMatcher) -> frozenset[str]:
    """The names of a matcher that follow one another in these words, which are in small letters."""
    if not words:
        return frozenset()
    with forgetting():
        return frozenset(language().vocab.strings[name] for name, _, _ in matcher(_document(words)))


def matcher_of(names: Iterable[tuple[str, Sequence[str]]]) -> PhraseMatcher:
    """A matcher of names, each with the words, in small letters, as which it stands in a text."""
    matcher = phrase_matcher()
    for name, words in names:
        matcher.add(name, [_document(words)])
    return matcher


@made_once
def _matcher(names: frozenset[str]) -> PhraseMatcher:
    return matcher_of((name, name.split()) for name in sorted(names))


def _document(words: Sequence[str]) -> Doc:
    vocabulary = language().vocab
    from spacy.tokens import Doc  # noqa: PLC0415 - takes half a second with the rest of spaCy

    return Doc(vocabulary, words=list(words), lemmas=[singular(word) or word for word in words])
