"""The line at the top: where one is, whose rules are meant, who asks."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import Static

from assistant.conversation import State
from assistant.tui.safe import shown_line
from knowledge import load


def place_in_words(place: str) -> str:
    """A place's name, or that none is set."""
    known = load().places.get(place)
    return known.name if known else "not set"


class ContextBar(Static):
    """Shows the screen, the place and the role; nothing here takes the focus."""

    state: reactive[State] = reactive(State())

    def __init__(self, screen: str) -> None:
        super().__init__()
        self._screen = screen

    def watch_state(self, state: State) -> None:
        """Write the line anew."""
        screens = "  ".join(
            f"{'▸' if name == self._screen else ' '}{key} {name}" for key, name in (("F2", "Ask"), ("F3", "Check"))
        )
        role = state.role or "not said"
        self.update(shown_line(f"{screens} │ F4 Place: {place_in_words(state.place)} │ F5 Role: {role} │ F1 Help"))
