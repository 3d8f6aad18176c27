"""The parts of a question, and the part of a topic that it asks for: a figure, a person, a yes or no."""

from __future__ import annotations

import re
from functools import cache

from knowledge.find.analyzer import own_stems, words
from knowledge.find.shape import shapes
from knowledge.schema import Topic

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LIST = re.compile(r"(?:- |\d+\. )")
_FEWEST_WORDS = 2


def clauses(question: str) -> list[str]:
    """The questions that a question consists of: "who coordinates" and "is she paid extra"."""
    parts = (part.strip(" ,;") for part in _between().split(question))
    return [part for part in parts if len(re.findall(r"\w+", part)) >= _FEWEST_WORDS]


def text_for(topic: Topic, question: str) -> str:
    """The topic's answer; what the question asks for comes first, where it would stand further down."""
    lead = _lead(topic, question)
    more = topic.more.replace(lead, "", 1) if lead else topic.more
    more = re.sub(r"[ \t]{2,}", " ", re.sub(r"\n{3,}", "\n\n", more)).strip()
    return "\n\n".join(part for part in (lead, topic.short, more) if part)


def tells(topic: Topic, question: str) -> bool:
    """Whether the topic's short answer holds what a question asks for: a figure, a time, a person."""
    asked = shapes(question)
    return any(shape in asked and holds.search(topic.short) for shape, holds in _holds().items())


def _lead(topic: Topic, question: str) -> str:
    """The sentence of the longer part that holds what is asked for, where the short answer does not; "" for none."""
    asked = shapes(question)
    for shape, holds in _holds().items():
        if shape not in asked or holds.search(topic.short):
            continue
        meant = set(own_stems(question)) - set(own_stems(topic.question))
        sentences = [
            sentence
            for line in topic.more.splitlines()
            if not _LIST.match(line)
            for sentence in _SENTENCE.split(line.strip())
            if holds.search(sentence) and meant.intersection(own_stems(sentence))
        ]
        if sentences:
            return max(sentences, key=lambda each: len(meant.intersection(own_stems(each))))
    return ""


@cache
def _between() -> re.Pattern[str]:
    return re.compile(words()["parts"]["between"], re.IGNORECASE)


@cache
def _holds() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in words()["parts"]["holds"].items()}
