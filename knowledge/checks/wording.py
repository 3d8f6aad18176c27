"""Checks of answers and explanations against the texts of their sources: figures stand there, sentences do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from knowledge.checks.figures import figures, figures_told, law_numbers, plain
from knowledge.checks.problem import Problem, problem_of, problem_of_term
from knowledge.schema import Citation, KnowledgeBase, Source, Term, Topic

_FOLDERS = ("sources", "facts", ".")
_OWN_WORDS = 12
"""From so many words on, a sentence must be the project's own."""
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n+")


def against_texts(base: KnowledgeBase, folder: Path) -> Iterator[Problem]:
    """Hold every answer against the texts of the sources it cites, and every explanation against its source's.

    Args:
        base: the knowledge base.
        folder: where the texts are; `Source.text` names each.
    """
    texts = texts_of(base, folder)
    for source, text in texts.items():
        if not text:
            yield Problem(f"sources.toml, {source}", f"there is no text “{base.sources[source].text}” in {folder}")
    everything = all_words(texts)
    for topic in base.topics:
        if topic.kind == "answer" and all(citation.source in texts for citation in topic.citations):
            yield from _figures(base, topic, texts)
            yield from _supports(topic, texts)
        for what in copied(f"{topic.short}\n{topic.more}", everything):
            yield problem_of(topic, what)
    for term in base.glossary:
        for figure in _unknown_figures(term, base.sources.get(term.source), texts):
            yield problem_of_term(term, f"the figure “{figure}” does not stand in the text of {term.source}")
        for what in copied(term.explanation, everything):
            yield problem_of_term(term, what)


def texts_of(base: KnowledgeBase, folder: Path) -> dict[str, str]:
    """The text of each source by its id, "" for one that is not in the folder."""
    return {source.id: _text(folder, source.text) for source in base.sources.values()}


def all_words(texts: Mapping[str, str]) -> str:
    """All the texts as words in one row, each text once."""
    return " ".join(dict.fromkeys(map(plain, texts.values())))


def figures_there(base: KnowledgeBase, citations: Iterable[Citation], texts: Mapping[str, str]) -> set[str]:
    """The figures in what is cited; a section's number may stand in the citation alone."""
    there: set[str] = set()
    for citation in citations:
        source = base.sources[citation.source]
        there |= figures(texts[source.id]) | figures(source.title) | figures(source.dated)
        there |= law_numbers(citation.locator)
    return there


def copied(text: str, everything: str) -> Iterator[str]:
    """What to say of each sentence of a text that is a source's own; `everything` is what `all_words` gives."""
    for sentence in _SENTENCE_END.split(text):
        words = plain(sentence)
        if len(words.split()) >= _OWN_WORDS and words in everything:
            yield f"“{sentence.strip()}” is a source's sentence; say it in other words"


def _text(folder: Path, name: str) -> str:
    path = next((folder / each / name for each in _FOLDERS if (folder / each / name).is_file()), None)
    return path.read_text("utf-8", errors="replace") if path else ""


def _figures(base: KnowledgeBase, topic: Topic, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Every figure of the answer stands in a text that it cites."""
    there = figures_there(base, topic.citations, texts)
    for figure in sorted(figures_told(f"{topic.short}\n\n{topic.more}") - there):
        yield problem_of(topic, f"the figure “{figure}” stands in none of the texts it cites")


def _supports(topic: Topic, texts: Mapping[str, str]) -> Iterator[Problem]:
    for citation in topic.citations:
        text = plain(texts[citation.source])
        for words in citation.supports:
            if f" {plain(words).strip()} " not in text:
                yield problem_of(topic, f"“{words}” does not stand in the text of {citation.source}")


def _unknown_figures(term: Term, source: Source | None, texts: Mapping[str, str]) -> list[str]:
    """The figures of an explanation that stand neither in the term's names nor in its source."""
    if source is None:
        return []
    there = figures(" ".join(term.names)) | figures(texts[source.id]) | figures(source.title)
    return sorted(figures_told(term.explanation) - there)
