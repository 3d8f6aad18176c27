"""From a rule of the checker to what the knowledge base says on its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.conversation import Reply, State, say
from knowledge import KnowledgeBase
from knowledge.answer import answer_topic
from knowledge.find.analyzer import analyse
from knowledge.find.finding import index_of


def about_rule(
    base: KnowledgeBase, state: State, name: str, explanation: str, cites: Sequence[tuple[str, str]]
) -> tuple[State, Reply]:
    """The topic that is nearest to a rule among those with a source in common; else the rule's name is asked.

    Args:
        base: the knowledge base.
        state: the conversation so far.
        name: the rule's plain name.
        explanation: why the rule is there.
        cites: the rule's sources, each with the place in it.
    """
    index = index_of(base)
    sources = {source for source, _ in cites}
    among = {
        number
        for number, topic in enumerate(index.topics)
        if topic.kind == "answer" and sources.intersection(citation.source for citation in topic.citations)
    }
    hits = index.rank(analyse(f"{name} {explanation}", index.vocabulary), among)
    if not hits:
        return say(base, state, name)
    found = answer_topic(base, name, hits[0].topic.id, place=state.place)
    return replace(state, topic=found.topic, asked=found.question, options=()), Reply(found.answer, found)
