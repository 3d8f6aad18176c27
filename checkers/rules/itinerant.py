"""Whose a session is: a SEIT's (SEIS's), or that of a provider of a related service."""

from __future__ import annotations

from functools import cache

from checkers.document import Activity, Document, Entry
from checkers.words import load


def is_itinerants(entry: Entry) -> bool:
    """Whether a session is certainly a SEIT's: its service, provider or title says so, and no related service."""
    return "itinerant" in entry.disciplines and not entry.disciplines & _related()


def may_be_itinerants(entry: Entry) -> bool:
    """Whether a SEIT is named with a session at all."""
    return "itinerant" in entry.disciplines


def coordination_of_related_services(doc: Document) -> tuple[Entry, ...]:
    """The sessions of coordination that were held and are not certainly a SEIT's."""
    return tuple(each for each in _coordination(doc) if not is_itinerants(each))


def why_no_coordination(doc: Document) -> str:
    """Why a document has no coordination of a related service provider, for a rule that has nothing to look at."""
    if _coordination(doc):
        return "The coordination is a SEIT's, in whose rate it is included; see TIM007."
    return "The document has no session of coordination."


def _coordination(doc: Document) -> tuple[Entry, ...]:
    return tuple(each for each in doc.entries if each.activity is Activity.COORDINATION and not each.cancelled)


@cache
def _related() -> frozenset[str]:
    return frozenset(key for key, service in load("services").items() if service["related"])
