"""The topics that belong to something, beside it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.tui.laid import flowing
from assistant.tui.safe import shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList
from knowledge import Topic


class TopicList(MarkedList):
    """Topics to be read; it is not there where there are none."""

    BORDER_TITLE = "Topics on it"
    BORDER_SUBTITLE = "Enter reads one"

    def __init__(self) -> None:
        super().__init__(id="topics")
        self._topics: Sequence[Topic] = ()

    @property
    def current(self) -> Topic | None:
        """The topic under the cursor."""
        at = self.highlighted
        return self._topics[at] if at is not None else None

    def show(self, topics: Sequence[Topic]) -> None:
        """Show these; none is chosen."""
        self._topics = topics
        self.fill(Item("•", flowing(shown_line(topic.question))) for topic in topics)
        self.display = bool(topics)
