"""Whether two ways of writing a person may mean the same one."""

from __future__ import annotations

from functools import cache

from checkers.words import phrases, plain

_SHORTEST_NAME = 3


def may_be_same_person(words: str, other: str) -> bool:
    """Whether two names share a word that is no title: "D. Example, CCC-SLP" and "Dana Example" may be one person."""
    return bool(names_in(words) & names_in(other))


def names_in(words: str) -> set[str]:
    """The words of a name that are no title; the short ones only where there are no others ("Jo Li")."""
    names = {word for word in plain(words).split() if word not in _titles()}
    return {word for word in names if len(word) >= _SHORTEST_NAME} or names


@cache
def _titles() -> frozenset[str]:
    lists = ("credentials", "titles", "general", "under_direction")
    titles = {word for each in lists for title in phrases("credentials", each) for word in title.split()}
    return frozenset(titles | {"mrs", "miss", "the", "and", "provider", "services", "service", "therapy", "school"})
