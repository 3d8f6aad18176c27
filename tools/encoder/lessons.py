"""The texts that the encoder is taught with: for each topic the ways to ask it, and its answer."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.find.index import phrasings
from knowledge.schema import Topic
from tools.held_out import held_out

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_TO_MISSPELL = 4
_BY_EAR = (
    ("tion", "shun"), ("sion", "shun"), ("cial", "shal"), ("ture", "chur"), ("ph", "f"), ("ck", "k"), ("ce", "se"),
    ("ci", "si"), ("ea", "ee"), ("ee", "ea"), ("ie", "ei"), ("ei", "ie"), ("ai", "ay"), ("ou", "ow"), ("igh", "ie"),
    ("er", "ur"), ("or", "er"), ("ent", "ant"), ("ant", "ent"), ("ible", "able"), ("wh", "w"), ("sch", "sk"),
    ("qu", "kw"), ("ough", "uff"), ("mm", "m"), ("ss", "s"), ("ll", "l"), ("tt", "t"), ("x", "ks"),
    ("i", "e"), ("y", "ie"),
)  # fmt: skip
"""Letters, and how people who spell by ear may write them."""
_HEARD = 0.5
_SLIP = 4
"""One question in so many has a misspelled twin."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A topic's questions and answers, by the numbers of their texts."""

    questions: tuple[int, ...]
    misspelled: Mapping[int, int]
    """Some of them with a slip of the keys, by their numbers."""
    answers: tuple[int, ...]


def lessons(topics: Sequence[Topic], seed: int) -> tuple[list[str], list[Lesson]]:
    """All texts, and for each topic a lesson; the phrasings held out for calibration are not among them."""
    luck, texts = random.Random(seed), list[str]()  # noqa: S311 - repeatable luck is what is wanted

    def numbered(text: str) -> int:
        texts.append(text)
        return len(texts) - 1

    found = []
    for topic in topics:
        questions = [each for each in phrasings(topic) if each != held_out(topic)]
        numbers = tuple(map(numbered, questions))
        slipped = {number: numbered(misspelled(texts[number], luck)) for number in numbers[1::_SLIP]}
        found.append(Lesson(numbers, slipped, tuple(map(numbered, (topic.short, f"{topic.question} {topic.short}")))))
    return texts, found


def misspelled(text: str, luck: random.Random) -> str:
    """The text with one or two of its longer words spelled by ear, or with a letter left out, doubled or swapped."""
    words = text.split()
    longer = [number for number, word in enumerate(words) if len(word) >= _SHORTEST_TO_MISSPELL and word.isalpha()]
    for number in luck.sample(longer, min(len(longer), luck.choice((1, 1, 2)))):
        word = words[number]
        by_ear = [word.replace(right, heard) for right, heard in _BY_EAR if right in word]
        if by_ear and luck.random() < _HEARD:
            words[number] = luck.choice(by_ear)
            continue
        place = luck.randrange(1, len(word) - 1)
        before, letter, after = word[:place], word[place], word[place + 1 :]
        words[number] = luck.choice(
            (before + after, before + letter + letter + after, before + luck.choice(_LETTERS) + after,
             before + after[:1] + letter + after[1:])
        )  # fmt: skip
    return " ".join(words)
