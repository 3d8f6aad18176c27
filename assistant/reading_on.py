"""Where to read on from what is read: what it is not to be confused with, and what people also ask."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import KnowledgeBase, Topic
from knowledge.schema import Source, Term

Leaf = Topic | Term | Source
"""What can be read in the Library."""

_CONTRASTS, _RELATED, _READ_ON = "Not to be confused with", "People also ask", "Read on"


@dataclass(frozen=True, slots=True)
class Step:
    """A topic to go to: under which title it is offered, and what tells it apart, "" for nothing."""

    title: str
    topic: Topic
    difference: str = ""


def steps_from(base: KnowledgeBase, leaf: Leaf) -> tuple[Step, ...]:
    """Where a topic or a term leads, each topic once; a source leads nowhere, for too many topics may rest on it."""
    if isinstance(leaf, Source):
        return ()
    if isinstance(leaf, Term):
        return tuple(Step(_READ_ON, base.by_id[each]) for each in leaf.topics)
    contrasts = [Step(_CONTRASTS, base.by_id[each.topic], each.difference) for each in leaf.contrasts]
    known = {step.topic.id for step in contrasts}
    return (*contrasts, *(Step(_RELATED, base.by_id[each]) for each in leaf.related if each not in known))
