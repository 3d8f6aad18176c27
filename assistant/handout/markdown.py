"""A handout as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.handout import Handout

_SIGNS = re.compile(r"([\\`*_\[\]<>#])")


def as_markdown(handout: Handout) -> str:
    """The whole page; it ends in a line break."""
    parts = [f"# {_plain(handout.heading)}"]
    for each in (handout, *handout.further):
        parts += _answer(each, "#" if handout.further else "")
    return "\n\n".join([*parts, "---", _plain(handout.made)]) + "\n"


def _answer(handout: Handout, deeper: str) -> Iterator[str]:
    """An answer with what belongs to it; its question where that is not the heading of all."""
    if deeper:
        yield f"## {_plain(handout.title)}"
    yield handout.short
    if handout.more:
        yield from (f"##{deeper} What else matters", handout.more)
    for title, lines in sections(handout):
        yield from (f"##{deeper} {title}", "\n".join(f"- {_plain(line)}" for line in lines))


def sections(handout: Handout) -> list[tuple[str, tuple[str, ...]]]:
    """The lists below the answer, each with its title; empty ones are left out."""
    named = (
        ("Please note", handout.notes),
        ("Where and when this holds", handout.holds),
        ("Sources", handout.sources),
    )
    return [(title, lines) for title, lines in named if lines]


def _plain(text: str) -> str:
    """Text that no reader of Markdown takes for more than text."""
    return _SIGNS.sub(r"\\\1", text)
