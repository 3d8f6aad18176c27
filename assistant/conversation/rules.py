"""From a rule of the checker to what the knowledge base says on its subject."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation import Reply, State
from checkers.reports.wording import in_paragraphs
from checkers.rule import Rule
from knowledge import KnowledgeBase
from knowledge.compose import Answer, answer_topic, cite
from knowledge.schema import Topic


def about_rule(base: KnowledgeBase, state: State, rule: Rule) -> tuple[State, Reply]:
    """The topic that gives a rule's background; the rule's own explanation and sources where no topic does.

    Of several topics the one for the conversation's place is taken, else the first.
    """
    topics = [topic for topic in base.topics if rule.code in topic.rules]
    if not topics:
        own = _own_words(base, rule)
        return state, Reply(own.answer, own)
    near = base.line_of(state.place)
    found = answer_topic(base, rule.name, min(topics, key=lambda topic: _distance(topic, near)).id, place=state.place)
    return replace(state, topic=found.topic, asked=found.question, options=()), Reply(found.answer, found)


def _own_words(base: KnowledgeBase, rule: Rule) -> Answer:
    more = "There is no topic on this yet. These are the words of the rule itself."
    cited = tuple(cite(base, source, locator) for source, locator in rule.cites if source in base.sources)
    return Answer(rule.name, "answered", "\n\n".join([*in_paragraphs(rule.explanation), more]), citations=cited)


def _distance(topic: Topic, near: tuple[str, ...]) -> int:
    """How far a topic's place is from the asker's own: 0 for the same place, then those it lies in, then others."""
    return min((near.index(place) for place in topic.places if place in near), default=len(near))
