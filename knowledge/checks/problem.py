"""What a check of the knowledge base reports."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.schema import Term, Topic


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the content: in which file and topic (or source), and what."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def problem_of(topic: Topic, what: str) -> Problem:
    """A problem of a topic, with the file that it stands in."""
    return Problem(f"topics/{topic.file}, {topic.id}", what)


def problem_of_term(term: Term, what: str) -> Problem:
    """A problem of a term of the glossary."""
    return Problem(f"glossary.toml, {term.name}", what)
