"""The line at the top: where one is, whose rules are meant, who asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual.reactive import reactive
from textual.widgets import Static

from assistant.tui.main_screens import MAIN_SCREENS
from assistant.tui.safe import shown_line

if TYPE_CHECKING:
    from assistant.conversation import State

_HELP = "F1 Help"


def wordings(screen: str, state: State | None) -> Iterator[str]:
    """The line in words, the longest first; place and role stay to the last. `state` is None until it is known."""
    named = [f"{'▸' if each.title == screen else ' '}{each.key} {each.title}" for each in MAIN_SCREENS]
    screens, close = " ".join(named), "".join(named)
    keys = " ".join(f"▸{each.key} {each.title}" if each.title == screen else each.key for each in MAIN_SCREENS)
    full, short = _place(state)
    role = (state.role or "not said") if state else "…"
    whose, who = state.place if state else "", state.role if state else ""
    place, said = (short if whose else "Place"), (who or "Role")
    yield f"{screens} │ F4 Place: {full} │ F5 Role: {role} │ {_HELP}"
    yield f"{screens} │ F4 Place: {short} │ F5 Role: {role} │ {_HELP}"
    yield f"{screens} │ F4 {place} │ F5 {said} │ {_HELP}"
    yield f"{screens} F4 {place} F5 {said} {_HELP}"
    yield f"{close} F4 {place} F5 {said} {_HELP}"
    yield f"{keys} │ F4 {place} │ F5 {said} │ {_HELP}"
    yield f"{keys} F4 {place} F5 {said} {_HELP}"
    yield f"▸{screen} F4 {place} F5 {said} F8 Home {_HELP}"
    yield f"▸{screen} F4 {place} F5 {said} F8 F1"
    yield f"▸{screen} F4 {place} F5 {said} F1"
    yield f"▸{screen} {place} {said}"


def _place(state: State | None) -> tuple[str, str]:
    """The place by its full and by its short name."""
    if state is None:
        return "…", "…"
    from knowledge import load  # noqa: PLC0415 - the first frame waits for no knowledge base

    place = load().places.get(state.place)
    return (place.name, place.names[0].title()) if place else ("not set", "not set")


class ContextBar(Static):
    """Shows the screen, the place and the role; nothing here takes the focus."""

    state: reactive[State | None] = reactive(cast("State | None", None))

    def __init__(self, screen: str, state: State | None) -> None:
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
        lines = list(wordings(self._screen, self.state))
        self.update(shown_line(next((line for line in lines if len(line) <= self.size.width), lines[-1])))
