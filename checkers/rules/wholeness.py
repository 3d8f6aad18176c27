"""Whether a plan is a whole one, so that what it does not say is missing, or a part of one, which says nothing of that.

This is the one place where that is decided. A plan is whole for a question when at least `_WHOLE` of its other standard
sections (words/sections.toml) are there. A page of services, a draft of goals, or a short draft with little more than
these is a part: of what stands elsewhere it says nothing. An amendment changes a plan that stands elsewhere, so nobody
can be sure of it, however much it holds.
"""

from __future__ import annotations

import re
from enum import Enum

from checkers.document import Document, Kind, Role


class Extent(Enum):
    """How much of a plan a document is."""

    WHOLE = "a whole plan"
    UNSURE = "a plan that may go on elsewhere"
    PART = "a part of a plan"


_WHOLE = 4
_AMENDMENT = re.compile(r"\b(?:amendment|addendum|amended)\b", re.IGNORECASE)
_TITLE_LINES = 12


def extent_beside(doc: Document, key: str) -> Extent:
    """How much of a plan is there, not counting the section of that key itself."""
    if len(sections_there(doc) - {key}) < _WHOLE:
        return Extent.PART
    return Extent.UNSURE if is_amendment(doc) else Extent.WHOLE


def sections_there(doc: Document) -> frozenset[str]:
    """The standard sections of a plan that a document has: by their headings, or by what stands in them."""
    found = {section.key for section in doc.sections}
    if doc.goals:
        found.add("annual_goals" if doc.kind is Kind.DRAFT_IEP else "outcomes")
    if doc.services:
        found.add("services")
    if doc.kind is Kind.IFSP and any(each.role in (Role.PARENT, Role.TEAM) for each in doc.signatures):
        found.add("team")
    return frozenset(found)


def is_page_of_plan(doc: Document) -> bool:
    """Whether a document is a page or two of a plan: few of its sections, and none of what its first page says."""
    first_page = any(doc.values(key) for key in ("meeting_date", "review_date", "birth_date"))
    return not first_page and 0 < len(sections_there(doc)) < _WHOLE


def is_amendment(doc: Document) -> bool:
    """Whether a title says that it changes a plan that stands elsewhere."""
    top = [line.text for line in doc.lines if line.text.strip()][:_TITLE_LINES]
    return any(_AMENDMENT.search(text) for text in top)
