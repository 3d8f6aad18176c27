"""Which discipline a text names: by a service, a title or a credential (words/services.toml)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checkers.words import load, plain
from checkers.words.naming import Names, names_in, names_of
from checkers.words.pipeline import made_once


def disciplines_in(text: str) -> frozenset[str]:
    """The disciplines (keys of words/services.toml) that a text names by a service, a title or a credential."""
    return frozenset(_discipline_of()[name] for name in _names_in(plain(text)))


def service_named(name: str) -> str:
    """The discipline of a service's name, "" for none: the longest known name in it decides.

    What begins with "Coordination" is that, whoever is named behind it.
    """
    bare = plain(_LITTLE_WORD.sub(" ", name))
    found = {(len(name), _discipline_of()[name]) for name in _names_in(bare)}
    if bare.startswith("coordinat") and any(key == "coordination" for _, key in found):
        return "coordination"
    return max(found, default=(0, ""))[1]


_LITTLE_WORD = re.compile(r"\bat\b")
"""In small letters it is no assistive technology."""


@lru_cache(maxsize=20_000)
def _names_in(text: str) -> frozenset[str]:
    return names_in(text.split(), _names())


@made_once
def _names() -> Names:
    return names_of((name, name.split()) for name in _discipline_of())


@cache
def _discipline_of() -> dict[str, str]:
    """Each name of a service, and each title of one who gives it, with its discipline."""
    return {
        plain(name): key for key, entry in load("services").items() for name in (*entry["names"], *entry["providers"])
    }
