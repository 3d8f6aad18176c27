"""What the main screens have in common: a name, their keys in words, and their actions for the command palette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.screen import Screen

from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.widgets.context_bar import ContextBar

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp
    from knowledge.compose import Answer

COPIED = "Copied, with its sources. If pasting brings nothing, this terminal forbids it: save it."
"""What is said once something was copied."""


class MainScreen(Screen[None]):
    """A screen that lives as long as the app, with its style beside it.

    Its `AUTO_FOCUS` is where one types or chooses first: what is typed while it comes up lands there.
    """

    app: TandemApp
    NAMED: ClassVar[str]
    KEYS: ClassVar[KeyHelp]

    @property
    def at_hand(self) -> str:
        """In words, what there is on it that leaving would lose; "" for nothing."""
        return ""

    @property
    def answer(self) -> Answer | None:
        """The answer that is being read on it."""
        return None

    def tell(self, words: str) -> None:
        """Say something in passing."""
        raise NotImplementedError

    def take_context(self) -> None:
        """Show the place and the role as they are now."""
        self.query_one(ContextBar).state = self.app.state

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words."""
        raise NotImplementedError
