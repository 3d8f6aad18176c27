"""Whether two ways of writing a person mean the same one, and whether a coordinator gives a service."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from checkers.document import Coordinator, Service
from checkers.words import phrases, plain

_SHORTEST_NAME = 3
_FULL_NAME = 2
"""A first and a last name: with fewer words a nickname or an initial may stand for anybody."""
_ALIKE = 0.8
"""How much of two words is the same where one may be the other misspelt: "Smyth" and "Smith"."""
_BEHIND_NAME = re.compile(r"[,;(|\n/]|\s[-–—]\s")


def may_be_same_person(words: str, other: str) -> bool:
    """Whether two names share a word that is no title: "D. Example, CCC-SLP" and "Dana Example" may be one person."""
    return bool(names_in(words) & names_in(other))


@lru_cache(maxsize=20_000)
def names_in(words: str) -> frozenset[str]:
    """The words of a name that are no title; the short ones only where there are no others ("Jo Li")."""
    names = frozenset(word for word in plain(words).split() if word not in _titles())
    return frozenset(word for word in names if len(word) >= _SHORTEST_NAME) or names


def surely_different_people(words: str, other: str) -> bool:
    """Whether two people are named, each in full, and none of their names is another spelling of one of the other's."""
    ours, theirs = plain(name_in(words)).split(), plain(name_in(other)).split()
    if not ours or not theirs or set(ours) & set(theirs):
        return False
    return not any(_alike(one, another) for one in ours for another in theirs)


def name_in(words: str) -> str:
    """The name of a person at the head of these words: "Dana Example" of "Dana Example, OTR/L, Sunny Agency".

    "" where no full name of a person stands there: a title, an agency, initials, a first name alone.
    """
    name = _BEHIND_NAME.split(words.strip(), maxsplit=1)[0].strip()
    parts = [word for word in plain(name).split() if len(word) > 1 and word not in _titles()]
    written = [word for word in name.split() if word[:1].isupper()]
    other = any(each.isdigit() for each in name) or phrases("coordinators", "not_names") & set(parts)
    return name if not other and min(len(parts), len(written)) >= _FULL_NAME else ""


def names_somebody(words: str) -> bool:
    """Whether a person is named, if only by one name, and not a profession or an agency alone."""
    name = _BEHIND_NAME.split(words.strip(), maxsplit=1)[0]
    return bool(names_in(name)) and not phrases("coordinators", "not_names") & set(plain(name).split())


def gives(who: Coordinator, service: Service) -> bool:
    """Whether a coordinator may be the one who gives a service, by discipline or by name."""
    return service.discipline in who.disciplines or may_be_same_person(
        name_in(who.words) or who.words, service.provider
    )


def is_surely_outside(who: Coordinator, services: Sequence[Service]) -> bool:
    """Whether a coordinator who gives none of the services is surely no provider of them.

    Certain only by disciplines known on both sides, by names, or by a title that gives no service.
    """
    if who.disciplines:
        return all(service.discipline for service in services)
    if phrases("coordinators", "never_providers") & set(plain(who.words).split()):
        return True
    return all(surely_different_people(who.words, service.provider) for service in services)


def _alike(one: str, another: str) -> bool:
    return SequenceMatcher(None, one, another).ratio() >= _ALIKE


@cache
def _titles() -> frozenset[str]:
    lists = ("credentials", "titles", "general", "under_direction")
    titles = {word for each in lists for title in phrases("credentials", each) for word in title.split()}
    others = {"mr", "mrs", "miss", "dr", "the", "and", "provider", "services", "service", "therapy", "school"}
    return frozenset(titles | others)
