"""The main screens: where each is found, the key that leads there, and what it is for. The one list of them.

A screen's module is imported when the screen is first asked for, so that the first one shows before the others load.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from assistant.tui.screens.main import MainScreen


@dataclass(frozen=True, slots=True)
class Entry:
    """A main screen: its name within the app, its title, its key, and in plain words what one does there."""

    name: str
    title: str
    key: str
    action: str
    about: str
    module: str
    screen: str

    def load(self) -> type[MainScreen]:
        """Import the screen."""
        return cast("type[MainScreen]", getattr(importlib.import_module(self.module), self.screen))

    def make(self) -> MainScreen:
        """A new screen of this kind, as it is at the start."""
        return self.load()()


_SCREENS = "assistant.tui.screens"

MAIN_SCREENS = (
    Entry("home", "Home", "F8", "Go to the first screen", "What do you want to do?", f"{_SCREENS}.home", "HomeScreen"),
    Entry(
        "ask", "Ask", "F2", "Ask a question",
        "in your own words, answered with the source", f"{_SCREENS}.ask", "AskScreen",
    ),
    Entry(
        "check", "Check", "F3", "Check documents",
        "notes, logs, IEPs, IFSPs, STAC-1 forms", f"{_SCREENS}.check", "CheckScreen",
    ),
    Entry(
        "library", "Library", "F7", "Browse the library",
        "all topics, to read and search", f"{_SCREENS}.library", "LibraryScreen",
    ),
    Entry(
        "count", "Count", "F12", "Count a deadline or an amount",
        "each step with its source", f"{_SCREENS}.count", "CountScreen",
    ),
)  # fmt: skip
"""In the order of the line at the top."""

BY_NAME = {entry.name: entry for entry in MAIN_SCREENS}
START = "home"
"""The name of the screen to begin with."""
