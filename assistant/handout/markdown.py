"""A handout as Markdown."""

from __future__ import annotations

import re

from assistant.handout import Handout

_SIGNS = re.compile(r"([\\`*_\[\]<>#])")


def as_markdown(handout: Handout) -> str:
    """The whole page; it ends in a line break."""
    parts = [f"# {_plain(handout.title)}", handout.short]
    if handout.more:
        parts += ["## What else matters", handout.more]
    for title, lines in sections(handout):
        parts += [f"## {title}", "\n".join(f"- {_plain(line)}" for line in lines)]
    return "\n\n".join([*parts, "---", _plain(handout.made)]) + "\n"


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
