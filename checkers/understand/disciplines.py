"""Which discipline a text names: by a service, a title or a credential (words/services.toml)."""

from __future__ import annotations

from functools import cache

from checkers.words import holds, load, plain


def disciplines_in(text: str) -> frozenset[str]:
    """The disciplines (keys of words/services.toml) that a text names by a service, a title or a credential."""
    bare = plain(text)
    return frozenset(key for key, words in _discipline_words().items() if holds(bare, words))


def service_named(name: str) -> str:
    """The discipline of a service's name, "" for none: the longest known name in it decides.

    What begins with "Coordination" is that, whoever is named behind it.
    """
    bare = plain(name)
    found = {key: len(words) for key, names in _discipline_words().items() if (words := holds(bare, names))}
    if "coordination" in found and bare.startswith("coordinat"):
        return "coordination"
    return max(found, key=lambda key: (found[key], key), default="")


@cache
def _discipline_words() -> dict[str, frozenset[str]]:
    return {
        key: frozenset(map(plain, [*entry["names"], *entry["providers"]])) for key, entry in load("services").items()
    }
