"""Every check of the knowledge base's content that a machine can make.

`check` runs them all. `structure` looks at the topics alone; `wording` holds them against the sources' texts, where a
folder with them is given; `deadlines` does both for the deadlines; `reading` tells which file could not be read at all.
"""

from __future__ import annotations

from collections.abc import Collection
from importlib.resources import files
from pathlib import Path

from knowledge.checks import deadlines, structure, wording
from knowledge.checks.problem import Problem
from knowledge.checks.reading import unreadable
from knowledge.deadlines.loader import load_deadlines
from knowledge.deadlines.schema import Deadlines
from knowledge.loader import load
from knowledge.schema import KnowledgeBase

__all__ = ["Problem", "check"]

_CHECKS = (
    structure.ids,
    structure.phrasings,
    structure.lengths,
    structure.known_words,
    structure.links,
    structure.citations,
    structure.currency,
)


def check(
    *,
    base: KnowledgeBase | None = None,
    dates: Deadlines | None = None,
    sources: Path | None = None,
    cited_elsewhere: Collection[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Check the content of a knowledge base.

    Args:
        base: the knowledge base; the one that ships with Tandem by default.
        dates: the deadlines that rest on it; those that ship, beside the base that ships; else none.
        sources: a folder with the sources' texts, in `sources/` and `facts/` or at its top; then every figure of an
            answer is looked up in the texts it cites. None leaves that out.
        cited_elsewhere: ids of sources that something other than a topic cites, such as a rule of the checker.

    Returns:
        What is wrong; nothing where all is sound. Files that cannot be read are told alone, as the rest needs them.
    """
    if base is None:
        folder = files("knowledge")
        if broken := (*unreadable(folder), *deadlines.unreadable(folder.joinpath("deadlines"))):
            return broken
        base = load()
        dates = dates or load_deadlines()
    found = [problem for each in _CHECKS for problem in each(base)]
    cited = frozenset(cited_elsewhere)
    if dates is not None:
        found += deadlines.content(base, dates)
        cited |= deadlines.cited(dates) & base.sources.keys()
    found += structure.sources_used(base, cited)
    if sources is not None:
        found += wording.against_texts(base, sources)
        if dates is not None:
            found += deadlines.against_texts(base, dates, sources)
    return tuple(found)
