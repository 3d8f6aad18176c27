"""How an answer is written: for people, and as the contract's JSON."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from assistant.wording import citation_in_words
from checkers.reports.wording import without_markdown
from checkers.visible import visible, visible_line
from knowledge.compose import Answer

_NARROWEST, _WIDEST = 40, 88


def as_json(answer: Answer) -> str:
    """One line of JSON in the contract's shape, in plain ASCII, so that no character of it can move a terminal."""
    fields = asdict(answer)
    for citation in fields["citations"]:
        del citation["place"]
    for key in ("topic", "place"):
        fields[key] = fields[key] or None
    return json.dumps(fields)


def text_width() -> int:
    """How wide lines of text are to be: the terminal's width, unless that is very narrow or wide."""
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)


def as_text(answer: Answer) -> Iterator[str]:
    """The lines that a person reads: the answer, what to be careful of, the sources, and what people ask next."""
    width = text_width()
    yield from _paragraphs(answer.answer, width)
    for number, option in enumerate(answer.options, start=1):
        yield f"  {number}. {visible_line(option)}"
    for caution in answer.cautions:
        yield ""
        yield from textwrap.wrap(f"Note: {visible_line(caution)}", width, subsequent_indent="      ")
    if answer.citations:
        yield ""
        yield "Where it stands:"
        for cited in answer.citations:
            yield from textwrap.wrap(citation_in_words(cited), width, initial_indent="  - ", subsequent_indent="    ")
    if answer.related and not answer.options:
        yield ""
        yield "See also:" if answer.status == "declined" else "People also ask:"
        for related in answer.related:
            line = f"{related.question} (tandem topic {related.topic})"
            yield from textwrap.wrap(visible_line(line), width, initial_indent="  - ", subsequent_indent="    ")


def _paragraphs(text: str, width: int) -> Iterator[str]:
    for line in visible(without_markdown(text)).split("\n"):
        item = line.startswith(("- ", "1", "2", "3", "4", "5", "6", "7", "8", "9"))
        yield from textwrap.wrap(line, width, subsequent_indent="  " if item else "") or [""]
