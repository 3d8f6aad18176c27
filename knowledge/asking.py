"""The whole way from a question to its answer: one that compares places or asks two things gets all it asks for."""

from __future__ import annotations

from knowledge.answer import Answer, answer
from knowledge.compare import compared
from knowledge.parts import in_parts
from knowledge.schema import KnowledgeBase


def ask(base: KnowledgeBase, question: str, *, place: str = "", role: str = "", after: str = "") -> Answer:
    """Answer a question, as `knowledge.answer.answer` does, in all its parts and for all places it compares.

    An answer in parts bears the topic and the place of the first part, and the citations of all.
    """
    whole = answer(base, question, place=place, role=role, after=after)
    if whole.status in ("crisis", "smalltalk"):
        return whole
    both = compared(base, question, lambda text, where: answer(base, text, place=where, role=role))
    if both:
        return both

    def part(text: str, topic: str, where: str) -> Answer:
        return answer(base, text, place=place or where, role=role, after=topic)

    return in_parts(question, whole, part)
