"""What a dialog says of something that will not do."""

from __future__ import annotations

from textual.widgets import Static

from assistant.tui.safe import shown_line


class Refusal(Static):
    """A line that is there only while there is something to say."""

    def __init__(self) -> None:
        super().__init__("", id="refused")
        self.display = False

    def say(self, words: str) -> None:
        """Say why something will not do, or what is going on; "" says nothing."""
        self.update(shown_line(words, "bold"))
        self.display = bool(words)
