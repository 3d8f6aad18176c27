"""Who gave a session: the name, and the disciplines that service type, provider, signature and title name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checkers.document import Field, Role, Signature
from checkers.understand.disciplines import disciplines_in
from checkers.understand.page import Page
from checkers.understand.regions import Region

_KEYS = ("service_type", "provider", "credentials")
_GIVERS = frozenset({Role.PROVIDER, Role.PREPARER, Role.UNNAMED})
_NAMES_NOBODY = frozenset({"coordination", "special_class", "aide", "transportation", "assistive_technology"})
"""Disciplines whose words (a classroom teacher's signature, a title "Coordination Note") say nothing of the giver."""


def provider_of(fields: Sequence[Field], signatures: Sequence[Signature]) -> str:
    """The name at a session's own field for it, else that of its own signature; "" where there is neither."""
    named = next((field.value for field in fields if field.key == "provider" and field.value), "")
    return named or next((each.name for each in signatures if each.role in _GIVERS and each.name), "")


def disciplines_of(fields: Sequence[Field], signatures: Sequence[Signature]) -> frozenset[str]:
    """The disciplines that a session's own words name."""
    return _named([*_words_of(fields), *_words_on(signatures)])


def disciplines_for_all(regions: Sequence[Region], page: Page) -> frozenset[str]:
    """The disciplines named once for all sessions: in the title, above them, or by a signature outside of them.

    A signature in the last session alone stands below all of them.
    """
    inside = {order for region in regions for order in range(region.first, region.last + 1)}
    last = range(regions[-1].first, regions[-1].last + 1) if regions else range(0)
    outside = [each for each in page.signatures if each.order not in inside]
    below = [each for each in page.signatures if each.order in last]
    at_the_foot = below if len(below) + len(outside) == len(page.signatures) else []
    return _named([page.title, *_words_of(page.fields_above), *_words_on((*outside, *at_the_foot))])


def _words_of(fields: Iterable[Field]) -> Iterable[str]:
    """The filled fields on who gives which service; the label may say it too ("SEIT: Gwen Sobol")."""
    for field in fields:
        if field.key in _KEYS and field.value:
            yield f"{field.label} {field.value}" if field.key == "provider" else field.value


def _words_on(signatures: Iterable[Signature]) -> Iterable[str]:
    return (f"{each.label} {each.name or each.words}" for each in signatures if each.role in _GIVERS)


def _named(words: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(disciplines_in, set(words))) - _NAMES_NOBODY
