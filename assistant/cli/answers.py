"""How an answer is written: for people, and as the contract's JSON."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from assistant.wording import citation_in_words
from checkers.reports.wording import without_markdown
from checkers.visible import visible, visible_line
from knowledge.compose import Answer

if TYPE_CHECKING:
    from assistant.conversation import Reply  # most commands have no conversation

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


def reply_as_text(reply: Reply, said: str, width: int = 0) -> Iterator[str]:
    """The lines of a reply in a conversation: what was noted of the asker, the answer, numbers to choose by.

    Below stands what is gently said of a child's details.
    """
    told = [Answer(said, "smalltalk", reply.noted)] if reply.noted else []
    for found in (*told, reply.answer or Answer(said, "smalltalk", reply.text)):
        yield from as_text(found, width, numbered=True)
        if found in told:
            yield ""
    yield from as_note(reply.private, width)


def as_text(answer: Answer, width: int = 0, *, numbered: bool = False) -> Iterator[str]:
    """The lines that a person reads: the answer, what to be careful of, the sources, and what people ask next.

    They are `width` columns wide, 0 for as wide as the terminal. `numbered`: what people ask next can be chosen by its
    number; else each comes with the command that shows it.
    """
    width = width or text_width()
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
        for number, related in enumerate(answer.related, start=1):
            line = related.question if numbered else f"{related.question} (tandem topic {related.topic})"
            sign = f"{number}. " if numbered else "- "
            yield from textwrap.wrap(visible_line(line), width, initial_indent=f"  {sign}", subsequent_indent="    ")


def as_note(text: str, width: int = 0) -> list[str]:
    """The lines of what is said beside an answer, below an empty one; none for "". `width` is that of `as_text`."""
    return ["", *textwrap.wrap(visible_line(text), width or text_width())] if text else []


def _paragraphs(text: str, width: int) -> Iterator[str]:
    for line in visible(without_markdown(text)).split("\n"):
        item = line.startswith(("- ", "1", "2", "3", "4", "5", "6", "7", "8", "9"))
        yield from textwrap.wrap(line, width, subsequent_indent="  " if item else "") or [""]
