"""A line to type in that shows whatever is typed or pasted made harmless, and says what it cannot take."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import Input

from checkers.visible import visible_line


class Harmless(Highlighter):
    """Draws control and direction characters as symbols. The value itself stays: it may be the name of a file."""

    def highlight(self, text: Text) -> None:
        """Put the symbols in."""
        text.plain = visible_line(text.plain)


class Line(Input):
    """A line to type in."""

    KEY_HELP = (("Home, End", "to the beginning, the end"), ("Ctrl+U", "take out what is before the cursor"))

    class Full(Message):
        """More was typed or pasted than the line holds; its beginning was kept."""

    def __init__(self, placeholder: str, *, id: str, longest: int = 0) -> None:  # noqa: A002 - Textual's
        super().__init__(placeholder=placeholder, id=id, max_length=longest, highlighter=Harmless(), compact=True)
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Take all of what is pasted, where Textual takes its first line, or nothing if it is too long."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        words = self.in_one_line(event.text)
        room = self.max_length - len(self.value) + end - start if self.max_length else len(words)
        self.replace(words[:room], start, end)
        if len(words) > room:
            self.post_message(self.Full())

    def in_one_line(self, text: str) -> str:
        """What is pasted as it can stand in one line."""
        return " ".join(text.splitlines())

    def restricted(self) -> None:
        """Say that no more can be typed."""
        self.post_message(self.Full())
