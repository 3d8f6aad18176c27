"""The field's terms: which of them a topic uses, and finding one by its name.

A term stands in a text by its name or another of its names, alone or in the plural. Names in capitals count only as
they are written ("PT" is no "pt"); in the others capitals, and a hyphen for a space, make no difference.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from knowledge.loader import load
from knowledge.schema import KnowledgeBase, Term, Topic

_NEAR = 60
"""From this likeness on, of 100, a name may be the one that was meant."""


def terms_of(topic: Topic, *, base: KnowledgeBase | None = None) -> tuple[Term, ...]:
    """The terms that a topic's question and answer use, in the order in which they come first.

    Args:
        topic: the topic.
        base: the knowledge base with the glossary; the one that ships with Tandem by default.
    """
    return terms_in(text_of(topic), (base or load()).glossary)


def text_of(topic: Topic) -> str:
    """What a person reads of a topic, with the terms in it."""
    return f"{topic.question}\n{topic.short}\n{topic.more}"


def terms_in(text: str, glossary: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms that a text uses, each once, in the order in which they come first."""
    named = _named(glossary)
    return tuple(dict.fromkeys(named[_key(match["name"])] for match in names(glossary).finditer(text)))


def term_named(words: str, glossary: tuple[Term, ...]) -> Term | None:
    """The term of that name, in capitals or not, alone or in the plural; None where there is none."""
    plain = {_plain(form): term for term in glossary for name in term.names for form in _forms(name)}
    asked = _plain(words)
    return plain.get(asked) or plain.get(asked.removesuffix("s"))


def nearest_names(words: str, glossary: tuple[Term, ...]) -> tuple[str, ...]:
    """Up to three names of terms that are spelled like the words, the nearest first."""
    known = {_plain(name): name for term in glossary for name in (term.name, *term.others)}
    near = process.extract(_plain(words), list(known), scorer=fuzz.ratio, limit=3, score_cutoff=_NEAR)
    return tuple(known[found] for found, _, _ in near)


@lru_cache(maxsize=8)
def names(glossary: tuple[Term, ...]) -> re.Pattern[str]:
    """All names of all terms as one pattern, the longest first; the group "name" leaves out a plural's ending."""
    found = sorted((form for term in glossary for name in term.names for form in _forms(name)), key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?P<name>{'|'.join(map(_as_pattern, found)) or '(?!)'})(?:e?s)?(?!\w|\.\d)")


def _as_pattern(name: str) -> str:
    parts = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))
    return parts if name.isupper() else f"(?i:{parts})"


@lru_cache(maxsize=8)
def _named(glossary: tuple[Term, ...]) -> dict[str, Term]:
    return {_key(form): term for term in glossary for name in term.names for form in _forms(name)}


def _forms(name: str) -> tuple[str, ...]:
    """A name, and its plural where that is more than an ending."""
    return (name, f"{name[:-1]}ies") if name.endswith("y") else (name,)


def _key(name: str) -> str:
    """A name as it is told from others: one in capitals as it is written."""
    spaced = " ".join(re.split(r"[\s-]+", name))
    return spaced if name.isupper() else spaced.casefold()


def _plain(words: str) -> str:
    """Words without capitals, hyphens and the article before them."""
    words = re.sub(r"^(?:an?|the)\s+(?=\S)", "", words.strip(), flags=re.IGNORECASE)
    return " ".join(re.split(r"[\s-]+", words)).casefold()
