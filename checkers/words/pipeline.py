"""spaCy's blank English pipeline, without any model; loaded with the first text that has to be asked."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from threading import RLock
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher

Given = ParamSpec("Given")
Made = TypeVar("Made")

_ONE_AT_A_TIME = RLock()


def made_once(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Keep what `make` gives for what is given: a pipeline or a matcher, which all threads use.

    Two threads do not make it twice, and no text is looked at meanwhile: with its words, those of what is being made
    would be forgotten too.
    """
    kept = cache(make)

    @wraps(make)
    def once(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        with _ONE_AT_A_TIME:
            return kept(*args, **kwargs)  # type: ignore[arg-type]  # what is given is a key of the cache

    return once


@made_once
def language() -> Language:
    """A tokenizer and a vocabulary of English; what a caller adds to it, all have."""
    with _no_network():
        import spacy  # noqa: PLC0415 - takes half a second, which commands that read no document need not wait for

    return spacy.blank("en")


def phrase_matcher() -> PhraseMatcher:
    """A matcher of `language`, without phrases yet, which compares ground forms."""
    vocabulary = language().vocab
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415 - as above

    return PhraseMatcher(vocabulary, attr="LEMMA")


@contextmanager
def forgetting() -> Iterator[None]:
    """Within this block a text may be looked at; its words are forgotten behind it, so that memory does not grow.

    Matchers are made outside of it, and none of spaCy's objects leaves it. Blocks do not lie in one another.
    """
    with _ONE_AT_A_TIME, language().memory_zone():
        yield


@contextmanager
def _no_network() -> Iterator[None]:
    """Let spaCy load without a socket: a library that comes with it would open one, to see if this machine has IPv6."""
    kept, socket.has_ipv6 = socket.has_ipv6, False
    try:
        yield
    finally:
        socket.has_ipv6 = kept
