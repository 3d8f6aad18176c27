"""How messages call things: quotations, sessions, lists."""

from __future__ import annotations

from collections.abc import Sequence

from checkers.document import Entry

_LONGEST_QUOTATION = 60
_MOST_NAMED = 4


def quoted(text: str) -> str:
    """Words of the document in quotation marks, on one line and not too long."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _LONGEST_QUOTATION else f"“{text[: _LONGEST_QUOTATION - 1].rstrip()}…”"


def session(entry: Entry) -> str:
    """A session by its number and, where it has one, its date: "Session 2 (3/4/2026)"."""
    return f"Session {entry.number} ({entry.date.text})" if entry.date else f"Session {entry.number}"


def in_sentence(entry: Entry) -> str:
    """The same inside of a sentence: "session 2 (3/4/2026)"."""
    return f"s{session(entry)[1:]}"


def listed(words: Sequence[str]) -> str:
    """Words with commas and "and"; of a long list the first few, and how many more there are."""
    if len(words) > _MOST_NAMED + 1:
        words = [*words[:_MOST_NAMED], f"{len(words) - _MOST_NAMED} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def number_of(entries: Sequence[Entry]) -> int | None:
    """The number that a finding about these entries carries: that of the only one, None for several or none."""
    return entries[0].number if len(entries) == 1 else None
