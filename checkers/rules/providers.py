"""Whether two ways of writing a person may mean the same one."""

from __future__ import annotations

from functools import cache

from checkers.words import phrases, plain

_SHORTEST_NAME = 3


def may_be_same_person(words: str, other: str) -> bool:
    """Whether two names share a word that is no title: "D. Example, CCC-SLP" and "Dana Example" may be one person."""
    return bool(_names(words) & _names(other))


def _names(words: str) -> set[str]:
    return {word for word in plain(words).split() if len(word) >= _SHORTEST_NAME and word not in _titles()}


@cache
def _titles() -> frozenset[str]:
    titles = {word for title in phrases("credentials", "credentials") for word in title.split()}
    return frozenset(titles | {"mrs", "miss", "the", "and", "provider", "services", "service", "therapy", "school"})
