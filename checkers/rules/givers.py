"""Who gave which session, as the paper names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkers.document import Document, Role
from checkers.rules.providers import names_in
from checkers.words import plain

_SHORTEST_NAME = 3
_GIVES_SERVICE = frozenset({Role.PROVIDER, Role.PREPARER, Role.UNNAMED})
_SEVERAL = re.compile(r"\s(?:and|&)\s|\s/\s|;|\n", re.IGNORECASE)
"""What stands between two names."""
_FULL_NAME = 2


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
    words = () if _names_several(name) else names_in(name)
    names = frozenset(word for word in words if len(word) >= _SHORTEST_NAME)
    return Provider(names, "" if names else plain(name).replace(" ", ""))


def _names_several(name: str) -> bool:
    """Whether more than one person is named; a narrow cell may break a name over lines, or part it from its titles."""
    if _SEVERAL.search(" ".join(name.split())):
        return True
    people = [found for line in name.splitlines() if (found := names_in(line))]
    return len(people) > 1 and all(len(plain(line).split()) >= _FULL_NAME for line in name.splitlines())


def _named_once(doc: Document) -> Iterator[str]:
    """The names of providers, and of those who sign for the service, that stand outside of the sessions."""
    inside = {order for entry in doc.entries for order in range(entry.first, entry.last + 1)}
    yield from (field.value for field in doc.values("provider") if field.value and field.order not in inside)
    for signature in doc.signatures:
        if signature.role in _GIVES_SERVICE and signature.name and signature.order not in inside:
            yield signature.name
