"""The one way by which text comes onto a screen: made harmless, and no markup read in it.

Textual reads square brackets in plain strings as markup: a ticked "[x]" would vanish, and a document could set colours
and links. Every text in the app is a `Content` made here.
"""

from __future__ import annotations

from textual.content import Content

from checkers.visible import visible, visible_line


def shown(text: str, style: str = "") -> Content:
    """Text with its line breaks, as it is to be seen; `style` is one of Textual's ("bold")."""
    return Content.styled(visible(text).replace("\t", "    "), style)


def shown_line(text: str, style: str = "") -> Content:
    """Text in one line: a name, a quotation."""
    return Content.styled(visible_line(text), style)


def joined(*parts: Content, between: str = "\n") -> Content:
    """Parts one after another; empty ones are left out."""
    return Content(between).join(part for part in parts if part.plain)
