"""The line with what Tandem takes the asker to have said, beside the place and the role at the top."""

from __future__ import annotations

from textual.widgets import Static

from assistant.conversation import State, cues
from assistant.tui.safe import shown_line
from checkers.visible import visible_line

_ENDS = (" │ Ctrl+Y corrects it", " │ Ctrl+Y")
_LARGEST_SHARE = 0.25
"""So much of the line at most says how to correct it."""


def noted_parts(state: State) -> list[str]:
    """What is known of the asker and the child, in a few words each, without place and role."""
    return [
        *([f"in {state.elsewhere.title()}, not covered"] if state.elsewhere else []),
        *([state.title] if state.title else []),
        *([f"child {state.age} old"] if state.age else []),
        *state.services,
        *([cues.programme_words(state.programme)] if state.programme else []),
    ]


class NotedLine(Static):
    """Shows it in one line where there is anything, cut with a sign where there is no room; the key opens the rest."""

    def __init__(self) -> None:
        super().__init__(id="noted")
        self._state = State()

    def show(self, state: State) -> None:
        """Show what is noted now."""
        self._state = state
        self._write()

    def on_resize(self) -> None:
        """Write as much as there is room for."""
        self._write()

    def _write(self) -> None:
        parts = noted_parts(self._state)
        self.display = bool(parts)
        width, noted = self.content_size.width, visible_line(f"Noted: {', '.join(parts)}")
        end = next(each for each in _ENDS if len(each) <= width * _LARGEST_SHARE or each == _ENDS[-1])
        room = max(width - len(end), 0)
        self.update(shown_line((noted if len(noted) <= room else f"{noted[: max(room - 1, 0)]}…") + end))
