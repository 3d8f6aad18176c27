"""One question and what was answered."""

from __future__ import annotations

import re

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from assistant.conversation import Reply
from assistant.tui.safe import joined, shown, shown_line

_ITEM = re.compile(r"^(-|\d+\.) ")


class Turn(Vertical):
    """What was said and the reply: the answer, its choices, its cautions."""

    def __init__(self, said: str, reply: Reply) -> None:
        super().__init__()
        self._said = said
        self._reply = reply

    def compose(self) -> ComposeResult:
        """The question, then the answer."""
        yield Static(shown_line(f"You: {self._said}", "bold"), classes="said")
        for paragraph in filter(str.strip, self._reply.text.split("\n")):
            if item := _ITEM.match(paragraph):
                yield Item("•" if item[1] == "-" else item[1], paragraph[item.end() :])
            else:
                yield Static(shown(paragraph), classes="paragraph")
        yield from self._extras()

    def _extras(self) -> ComposeResult:
        found = self._reply.answer
        if found is None:
            return
        options = [shown_line(f"{number}. {words}") for number, words in enumerate(found.options, start=1)]
        if options:
            yield Static(joined(*options, shown_line("Type the number and Enter.", "dim")), classes="paragraph")
        for caution in found.cautions:
            yield Static(shown_line(f"Note: {caution}", "italic"), classes="paragraph")


class Item(Horizontal):
    """An item of a list, its lines hung beside its sign."""

    def __init__(self, sign: str, text: str) -> None:
        super().__init__(Static(shown_line(sign), classes="sign"), Static(shown(text), classes="hung"))
