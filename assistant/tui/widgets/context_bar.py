"""The line at the top: where one is, whose rules are meant, who asks."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import Static

from assistant.conversation import State
from assistant.tui.safe import shown_line
from knowledge import load

_SCREENS = (("F2", "Ask"), ("F3", "Check"), ("F7", "Library"))


def wordings(screen: str, state: State) -> list[str]:
    """The line in words, the longest first: all of it, with the place by its short name, without labels, and so on."""
    screens = " ".join(f"{'▸' if name == screen else ' '}{key} {name}" for key, name in _SCREENS)
    keys = " ".join(f"▸{key} {name}" if name == screen else key for key, name in _SCREENS)
    place = load().places.get(state.place)
    role = state.role or "not said"
    full, short = (place.name, place.names[0].title()) if place else ("not set", "not set")
    return [
        f"{screens} │ F4 Place: {full} │ F5 Role: {role} │ F1 Help",
        f"{screens} │ F4 Place: {short} │ F5 Role: {role} │ F1 Help",
        f"{screens} │ F4 {short if place else 'Place'} │ F5 Role: {role} │ F1 Help",
        f"{screens} F4 {short if place else 'Place'} F1 Help",
        *([f"{keys} F4 {short} F1 Help"] if place else []),
        f"{screens} F1 Help",
    ]


class ContextBar(Static):
    """Shows the screen, the place and the role; nothing here takes the focus."""

    state: reactive[State] = reactive(State())

    def __init__(self, screen: str, state: State) -> None:
        super().__init__()
        self.set_reactive(ContextBar.state, state)
        self._screen = screen

    def watch_state(self) -> None:
        """Write the line anew."""
        self._write()

    def on_resize(self) -> None:
        """Write as much as there is room for."""
        self._write()

    def _write(self) -> None:
        lines = wordings(self._screen, self.state)
        self.update(shown_line(next((line for line in lines if len(line) <= self.size.width), lines[-1])))
