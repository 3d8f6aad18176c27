"""Where to read on: from a topic to what it is not to be confused with and what people also ask; from a term."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.reading_on import Step
from assistant.tui.laid import Lines, flowing, hung, stacked
from assistant.tui.safe import shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList


def step_lines(steps: Sequence[Step]) -> Lines:
    """The steps below a text, numbered as they are typed."""
    parts: list[Lines] = []
    numbered = enumerate(steps, 1)
    for title, group in groupby(numbered, key=lambda each: each[1].title):
        parts.append(flowing(shown_line(f"{title} (type the number)", "bold")))
        parts += [hung(shown_line(f" {number}. "), _body(step)) for number, step in group]
        parts.append(flowing(shown_line("")))
    return stacked(*parts)


def _body(step: Step) -> Lines:
    apart = step.difference[:1].upper() + step.difference[1:]
    return stacked(flowing(shown_line(step.topic.question)), *([flowing(shown_line(apart))] if apart else []))


class FollowList(MarkedList):
    """The steps beside a text, under their titles."""

    BORDER_TITLE = "Read on"
    BORDER_SUBTITLE = "Enter, or the number"

    def __init__(self) -> None:
        super().__init__(id="follow")
        self._steps: list[Step | None] = []

    @property
    def current(self) -> Step | None:
        """The step under the cursor."""
        at = self.highlighted
        return self._steps[at] if at is not None and at < len(self._steps) else None

    def show(self, steps: Sequence[Step]) -> None:
        """Show these steps; none is chosen."""
        self._steps = []
        items: list[Item] = []
        for title, group in groupby(enumerate(steps, 1), key=lambda each: each[1].title):
            items.append(Item("", flowing(shown_line(title, "bold")), heading=True))
            self._steps.append(None)
            for number, step in group:
                items.append(Item(f"{number}.", _body(step)))
                self._steps.append(step)
        self.fill(items)
        self.display = bool(steps)
