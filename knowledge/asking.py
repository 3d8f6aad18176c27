"""The whole way from a question to its answer: one that compares places gets the rule of each."""

from __future__ import annotations

from knowledge.answer import answer
from knowledge.compare import compared
from knowledge.compose import Answer
from knowledge.schema import KnowledgeBase


def ask(base: KnowledgeBase, question: str, *, place: str = "", role: str = "", after: str = "") -> Answer:
    """Answer a question, as `knowledge.answer.answer` does, and for all places it compares.

    An answer for several places bears the topic and the place of the first, and the citations of all.
    """
    whole = answer(base, question, place=place, role=role, after=after)
    if whole.status in ("crisis", "smalltalk"):
        return whole
    both = compared(base, question, lambda text, where: answer(base, text, place=where, role=role))
    return both or whole
