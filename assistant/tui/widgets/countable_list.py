"""What can be counted, each under its heading."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from assistant.counting import Countable
from assistant.tui.laid import flowing
from assistant.tui.safe import shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList

_NOTHING = "Nothing is called so. Try other words, or fewer."


class CountableList(MarkedList):
    """Events that set deadlines going, then units and amounts."""

    BORDER_TITLE = "What do you want to count?"
    BORDER_SUBTITLE = "Enter: its figures"

    def __init__(self) -> None:
        super().__init__(id="countables")
        self._rows: list[Countable | None] = []

    @property
    def current(self) -> Countable | None:
        """What is under the cursor."""
        at = self.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def show(self, there: Iterable[Countable]) -> None:
        """List these; the one under the cursor stays there, or else the first comes there."""
        chosen = self.current
        rows: list[Countable | None] = []
        items: list[Item] = []
        for group, members in groupby(there, key=lambda each: each.group):
            items.append(Item("", flowing(shown_line(group, "bold")), heading=True))
            rows.append(None)
            for each in members:
                items.append(Item("•", flowing(shown_line(each.what))))
                rows.append(each)
        self._rows = rows
        self.fill(items or [Item("", flowing(shown_line(_NOTHING)), heading=True)])
        ids = [each.id if each else "" for each in rows]
        if rows:
            self.highlighted = ids.index(chosen.id) if chosen and chosen.id in ids else 1
