"""What a person chooses once for all screens: the place, the role, the colors; and how these are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from assistant.settings import config_file, keep
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.keep import Keep
from assistant.tui.screens.main import MainScreen
from assistant.tui.surviving import SurvivingApp
from assistant.tui.themes import IN_WORDS, OWN

if TYPE_CHECKING:
    from assistant.conversation import State


class ChoosingApp(SurvivingApp):
    """Holds the state of the conversation, with the place and the role in it, and the colors."""

    def __init__(self, theme: str) -> None:
        super().__init__()
        for own in OWN.values():
            self.register_theme(own)
        self.theme = theme
        for other in self.available_themes.keys() - OWN.keys():
            self.unregister_theme(other)
        self._kept = {"theme": theme}
        self._state: State | None = None
        self._begun = asyncio.Event()

    def show_context(self) -> None:
        """Show on all screens what was chosen."""
        raise NotImplementedError

    def begin_with(self, state: State) -> None:
        """Go on with what is known of the asker, as the configuration has it."""
        self._kept |= {"place": state.place, "role": state.role}
        self.state = state
        self._begun.set()

    @property
    def has_begun(self) -> bool:
        """Whether all is there that the screens besides the first stand on."""
        return self._state is not None

    @property
    def state(self) -> State:
        """What the conversation carries on, the place and the role among it; there once the app has begun."""
        assert self._state is not None
        return self._state

    @state.setter
    def state(self, state: State) -> None:
        self._state = state
        self.show_context()

    async def action_place(self) -> None:
        """Choose whose rules are meant."""
        await self._begun.wait()
        self._choose("place")

    async def action_role(self) -> None:
        """Say who asks."""
        await self._begun.wait()
        self._choose("role")

    async def action_choose_both(self) -> None:
        """Choose the place, then the role, then whether both are kept; each of these can be skipped."""
        await self._begun.wait()
        self._choose("place", then=lambda: self._choose("role", then=self.action_keep))

    def _choose(self, what: str, then: Callable[[], None] = lambda: None) -> None:
        """Ask for the place or the role; a dialog that is open stays."""
        from assistant.conversation.context import choosing  # noqa: PLC0415 - not before the first frame

        if isinstance(self.screen, MainScreen) and self.has_begun:
            title, choices = self._choices(what)
            dialog = Choose(title, choices, getattr(self.state, what), can_keep=True)

            def take(value: str | None) -> None:
                if value is not None:
                    self.state = choosing(self.state, **{what: value})
                (self.action_keep if dialog.to_be_kept else then)()

            self.push_screen(dialog, take)

    def _choices(self, what: str) -> tuple[str, list[tuple[str, str]]]:
        from knowledge import load  # noqa: PLC0415 - as above
        from knowledge.schema import ROLES  # noqa: PLC0415

        if what == "theme":
            return "Which colors do you want?", list(IN_WORDS.items())
        if what == "place":
            places = [(place.id, place.name) for place in load().places.values()]
            return "Whose rules do you want?", [("", "not set"), *places]
        return "Who are you?", [("", "not said"), *((role, role) for role in ROLES)]

    @property
    def not_kept(self) -> dict[str, str]:
        """The choices that the configuration does not hold, or holds otherwise."""
        now = {"place": self.state.place, "role": self.state.role, "theme": self.theme}
        return {what: value for what, value in now.items() if value != self._kept[what]}

    def action_theme(self, name: str = "") -> None:
        """Change the colors to those named, else to the next ones."""
        names = list(OWN)
        self.theme = name or names[(names.index(self.theme) + 1) % len(names)]
        if self.has_begun:
            self.show_context()

    def action_keep(self) -> None:
        """Offer to keep the place, the role and the colors for the next time."""
        values = self.not_kept
        if isinstance(self.screen, MainScreen) and values:
            words = {what: dict(self._choices(what)[1])[value] for what, value in values.items()}
            self.push_screen(Keep(words, config_file(), partial(keep, values)), partial(self._keep, values))

    def _keep(self, values: Mapping[str, str], written: bool | None) -> None:
        if written:
            self._kept |= values
            self.show_context()
