"""Words that are the same wherever they are shown: those of sources, and texts without the signs of Markdown."""

from __future__ import annotations

import re

from checkers.visible import visible_line
from knowledge.answer import Cited
from knowledge.schema import Term

_CURRENCY = {"current": "current", "dated": "an older source", "superseded": "superseded by a newer rule"}
_OTHER_NAMES = 2
"""So many other names of a term stand beside it."""
_CODE = re.compile(r"`([^`\n]+)`")


def currency_in_words(cited: Cited) -> str:
    """How old a source is and whether it still holds: "dated 2018-07; current"."""
    dated = f"dated {cited.dated}" if cited.dated[:1].isdigit() else cited.dated
    return visible_line(f"{dated}; {_CURRENCY.get(cited.currency, cited.currency)}")


def citation_in_words(cited: Cited) -> str:
    """A source with the place in it, where it holds, its date and its currency, in one line."""
    return visible_line(f"{cited.title}, {cited.locator} ({cited.place}; {currency_in_words(cited)})")


def term_in_words(term: Term) -> str:
    """A term with its most used other names and its explanation, in one line."""
    others = f" ({', '.join(term.others[:_OTHER_NAMES])})" if term.others else ""
    return visible_line(f"{term.name}{others}: {term.explanation}")


def without_markdown(text: str) -> str:
    """A text of the knowledge base or of a rule, with quotation marks for the signs of code."""
    return _CODE.sub(r"“\1”", text)


def in_paragraphs(explanation: str) -> list[str]:
    """The paragraphs of a rule's explanation, each in one line: the source's line breaks mean nothing."""
    return [without_markdown(" ".join(paragraph.split())) for paragraph in explanation.split("\n\n")]
