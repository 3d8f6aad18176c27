"""Whether two ways of writing a person may mean the same one, and who gave which session."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checkers.document import Document, Role
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


@dataclass(frozen=True, slots=True)
class Provider:
    """Who gave a session: the words of the name, empty where it is not told; `initials` where only these are."""

    names: frozenset[str] = frozenset()
    initials: str = ""

    def is_same(self, other: Provider) -> bool | None:
        """Whether two sessions are one provider's; None where the paper does not tell."""
        if self.names and other.names:
            return bool(self.names & other.names)
        if self.initials and other.initials:
            return self.initials == other.initials
        return None


def providers_of(doc: Document) -> dict[int, Provider]:
    """Who gave each session, by its number: whom it names itself, else the one provider of the document."""
    own = {entry.number: _provider(entry.provider) for entry in doc.entries}
    outside = [_provider(name) for name in _named_once(doc)]
    everybody = [each for each in (*own.values(), *outside) if each.names]
    one = everybody[0] if everybody and all(everybody[0].is_same(each) for each in everybody) else None
    several = len({each.initials for each in own.values() if each.initials}) > 1
    return {
        number: one if one and not found.names and not (several and found.initials) else found
        for number, found in own.items()
    }


def _provider(name: str) -> Provider:
    names = frozenset() if _SEVERAL.search(name.strip()) else frozenset(_names(name))
    return Provider(names, "" if names else plain(name).replace(" ", ""))


def _named_once(doc: Document) -> Iterator[str]:
    """The names of providers, and of those who sign for the service, that stand outside of the sessions."""
    inside = {order for entry in doc.entries for order in range(entry.first, entry.last + 1)}
    yield from (field.value for field in doc.values("provider") if field.value and field.order not in inside)
    for signature in doc.signatures:
        if signature.role in _GIVES_SERVICE and signature.name and signature.order not in inside:
            yield signature.name


_GIVES_SERVICE = frozenset({Role.PROVIDER, Role.PREPARER, Role.UNNAMED})
_SEVERAL = re.compile(r"\s(?:and|&)\s|\s/\s|;|\n", re.IGNORECASE)
"""What stands between two names."""
