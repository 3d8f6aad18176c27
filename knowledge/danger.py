"""Whether a question tells of danger to a child or to the person who writes: in doubt, yes."""

from __future__ import annotations

import re
from functools import cache

from knowledge.settings import settings


def tells_of_danger(question: str) -> bool:
    """Whether the words of a question tell of danger, those about everyday matters left out."""
    return bool(_pattern("patterns").search(without_everyday(question)))


def without_everyday(question: str) -> str:
    """The question without words of danger that stand for everyday matters: a child who bites others, dying to know."""
    return _pattern("everyday").sub(" ", " ".join(question.replace("’", "'").split()))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in settings()["crisis"][name]), re.IGNORECASE)
