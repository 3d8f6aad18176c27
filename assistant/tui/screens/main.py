"""What the main screens have in common: a name, their keys in words, and their actions for the command palette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.screen import Screen

from assistant.tui.dialogs.help import KeyHelp

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp


class MainScreen(Screen[None]):
    """A screen that lives as long as the app, with its style beside it."""

    app: TandemApp
    NAMED: ClassVar[str]
    KEYS: ClassVar[KeyHelp]

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words."""
        raise NotImplementedError
