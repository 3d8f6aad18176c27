"""Which child a session is about, in a record of several children."""

from __future__ import annotations

from bisect import bisect_left

from checkers.document import Document
from checkers.words import plain


def children_of(doc: Document) -> dict[int, frozenset[str]]:
    """The words of the child's name for each session, by its number: the name in it, the last one before, or the first.

    Words, because "Ana Diaz" and "Diaz, Ana" are one child; empty where the document names none.
    """
    names = sorted((field.order, field.value) for field in doc.values("child_name") if field.value)
    orders = [order for order, _ in names]
    found: dict[int, frozenset[str]] = {}
    for entry in doc.entries:
        inside = bisect_left(orders, entry.first)
        if not (inside < len(orders) and orders[inside] <= entry.last):
            inside = max(inside - 1, 0)
        found[entry.number] = frozenset(plain(names[inside][1]).split()) if names else frozenset()
    return found


def same_child(words: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names may be one child's: one holds the other, as without a middle name."""
    return words <= other or other <= words
