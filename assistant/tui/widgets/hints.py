"""The last line of a dialog: its keys, each with what it does."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from assistant.tui.laid import Laid, flowing
from assistant.tui.safe import shown_line

_BETWEEN = " · "


class Hints(Static):
    """Keys beside one another, as many in a line as have room; "" is left out."""

    def __init__(self, *hints: str) -> None:
        super().__init__(Laid(lambda width: _lines([hint for hint in hints if hint], width)))


def _lines(hints: list[str], width: int) -> list[Content]:
    """Lines of whole hints: none begins or ends with the sign between two of them."""
    lines = hints[:1]
    for hint in hints[1:]:
        longer = f"{lines[-1]}{_BETWEEN}{hint}"
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(hint)
    return [part for line in lines for part in flowing(shown_line(line))(width)]
