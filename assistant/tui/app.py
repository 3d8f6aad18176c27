"""The app: its main screens, what they share, and a way to begin it.

It adds nothing to the commands but a face: checking is `checkers.check`, answering is `assistant.conversation`, what is
browsed is `knowledge.browse`, and a handout is `assistant.handout`. None of these is loaded before the first frame.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.worker import get_current_worker

from assistant.settings import Unusable, kept
from assistant.tui import loading, palette
from assistant.tui.choosing import ChoosingApp
from assistant.tui.dialogs.help import Help, keys_of
from assistant.tui.dialogs.leave import Leave
from assistant.tui.main_screens import BY_NAME, MAIN_SCREENS, START, Entry
from assistant.tui.screens.main import COPIED, MainScreen
from assistant.tui.terminal import read_any_byte
from assistant.tui.themes import DARK, IN_WORDS

if TYPE_CHECKING:
    from assistant.beginning import Begun
    from assistant.handout import Handout
    from assistant.reading_on import Leaf
    from assistant.tui.dialogs.save import Offer
    from assistant.tui.screens.ask import AskScreen
    from assistant.tui.screens.library import LibraryScreen

_KEYS = {"pageup": "PgUp", "pagedown": "PgDn", "slash": "/"}


class TandemApp(ChoosingApp):
    """The app; `today` is the day that counts as today in checks, None for the day it is.

    `begin` gives the options of every check, what is known of the asker, and what is to be said of the user's own
    profiles or configuration; `start` is the name of the screen to begin with. On the first of all screens, `begin` is
    called once that is drawn. `theme` is one of `themes.OWN`.
    """

    TITLE = "Tandem"
    CSS_PATH = "app.tcss"
    SCREENS = {each.name: each.make for each in MAIN_SCREENS}  # noqa: RUF012 - declared so by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        # The keys of the line at the top, which names them.
        Binding("f1", "help", "Help", show=False, priority=True),
        *(
            Binding(each.key.lower(), f"go('{each.name}')", each.title, show=False, priority=True)
            for each in MAIN_SCREENS
        ),
        Binding("f4", "place", "Place", show=False, priority=True),
        Binding("f5", "role", "Role", show=False, priority=True),
        Binding("f9", "theme", "Colors", show=False, priority=True, tooltip="Change to the next colors"),
        Binding("ctrl+p", "command_palette", "All actions"),
        Binding("ctrl+q", "leave", "Leave", priority=True),
        Binding("ctrl+c", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(
        self,
        today: datetime.date | None = None,
        begin: Callable[[], Begun] = loading.unconfigured,
        *,
        start: str = START,
        theme: str = DARK.name,
    ) -> None:
        super().__init__(theme)
        self.animation_level = "none"
        self.wrong = ""
        self._today = today
        self._begin = begin
        self._start = start
        self._here, self._before = start, START
        self._begun_anew: set[str] = set()

    def on_mount(self) -> None:
        """Show the first screen. What others stand on loads once it is drawn; before, where it is one of the others."""
        if self._start == START:
            self.push_screen(START)
        else:
            self._take(self._begin())
            self.push_screen(self._start)
        self.call_after_refresh(self._load)

    @work(thread=True)
    def _load(self) -> None:
        """Load in a thread what the other screens need, then what the first check and the first question need."""
        if not self._begun.is_set():
            loading.load_screens()
            self.call_from_thread(self._take, self._begin())
        worker = get_current_worker()
        for _ in loading.load_engines():
            if worker.is_cancelled:
                return

    def _take(self, begun: Begun) -> None:
        """Go on with what was loaded."""
        self.options = replace(begun.options, today=self._today)
        self.wrong = begun.wrong
        self.begin_with(begun.state)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action, in plain words, for the command palette."""
        named = list(self._commands(screen))
        yield from named
        yield from palette.others(screen, named)

    def _commands(self, screen: Screen[object]) -> Iterator[SystemCommand]:
        for entry in MAIN_SCREENS:
            yield SystemCommand(entry.action, f"{entry.about} ({entry.key})", partial(self.action_go, entry.name))
        yield SystemCommand("Choose the place", "Whose rules are meant (F4)", self.action_place)
        yield SystemCommand("Choose your role", "Family, provider or trainer (F5)", self.action_role)
        if isinstance(screen, MainScreen):
            yield from screen.commands()
            if screen.answer:
                save, copy = "A one-page handout, for Word or as text", "To paste it somewhere else"
                yield SystemCommand("Save this answer", f"{save} (Ctrl+S)", self.action_save_answer)
                yield SystemCommand("Copy this answer", copy, self.action_copy_answer)
        for name, words in IN_WORDS.items():
            yield SystemCommand(f"Colors: {words}", "F9 goes through them", partial(self.action_theme, name))
        yield SystemCommand("Help", "The keys (F1)", self.action_help)
        yield SystemCommand("Leave Tandem", "Ctrl+Q", self.action_leave)

    # --- the screens ---

    @property
    def asking(self) -> AskScreen:
        """The conversation."""
        return cast("AskScreen", self.get_screen("ask"))

    def _alive(self) -> Iterator[tuple[Entry, MainScreen]]:
        """The main screens that were shown once."""
        for entry in MAIN_SCREENS:
            screen = self._installed_screens[entry.name]
            if isinstance(screen, MainScreen) and screen.is_mounted:
                yield entry, screen

    @property
    def at_hand(self) -> list[str]:
        """In words, what there is on the screens, each with the key that leads to it."""
        there = [(entry, screen.at_hand) for entry, screen in self._alive() if screen.at_hand]
        return [f"{entry.key} {entry.title}: {words}" for entry, words in there]

    async def action_go(self, name: str) -> None:
        """Go to a main screen, as soon as it is loaded; keys pressed meanwhile wait, and none is lost."""
        await self._begun.wait()
        await self.go_to(name)

    async def go_to(self, name: str) -> None:
        """Bring a main screen to the front; a dialog that is open stays."""
        if isinstance(self.screen, MainScreen) and self.has_begun:
            self._before, self._here = (self._here, name) if name != self._here else (self._before, name)
            await self.switch_screen(name)

    async def action_go_back(self) -> None:
        """Back to the main screen before; where steps back have led to the first one, there is none."""
        if self._before != self._here:
            await self.action_go(self._before)
        elif isinstance(self.screen, MainScreen):
            self.screen.tell("This is the first screen. q leaves Tandem.")

    async def action_home(self) -> None:
        """Go to the first screen, as the last step back from one of the others."""
        await self.go_to(START)
        self._before = START

    async def ask_about(self, code: str) -> None:
        """Show in the conversation what the knowledge base says about a rule."""
        from assistant.conversation.rules import about_rule  # noqa: PLC0415 - not before the first frame
        from checkers.registry import find_rule  # noqa: PLC0415
        from knowledge import load  # noqa: PLC0415

        rule = find_rule(code)
        await self.go_to("ask")
        self.state, reply = about_rule(load(), self.state, rule)
        await self.asking.show_reply(f"About {code}: {rule.name}", reply, from_finding=True)

    async def read_in_library(self, leaf: Leaf) -> None:
        """Read a topic, a term or a source in the Library."""
        await self.go_to("library")
        cast("LibraryScreen", self.get_screen("library")).go_to(leaf)

    # --- what they share ---

    def show_context(self) -> None:
        """Show on all screens what was chosen."""
        for _, screen in self._alive():
            screen.take_context()

    def action_help(self) -> None:
        """Show the keys; where they are shown, go back."""
        screen = self.screen
        if isinstance(screen, Help):
            screen.dismiss(None)
        elif not isinstance(screen, CommandPalette):
            name = f"{screen.NAMED}: keys" if isinstance(screen, MainScreen) else "Keys"
            self.push_screen(Help(name, keys_of(screen), screen.focused))

    async def action_tour(self) -> None:
        """Take the tour, which ends at the first screen."""
        await self._begun.wait()
        from assistant.tui.screens.tour import TourScreen  # noqa: PLC0415 - not before the first frame

        await self.go_to(START)
        self.push_screen(TourScreen())

    def action_save_answer(self) -> None:
        """Save the answer that is being read as a handout."""
        reading = self.screen
        if isinstance(reading, MainScreen) and (handout := self._handout_of(reading)):
            from assistant.handout.saving import ENDINGS, save  # noqa: PLC0415 - as above
            from assistant.tui.dialogs.save import Offer  # noqa: PLC0415

            name = (reading.answer.topic if reading.answer else "").replace("/", "-") or "answer"
            title = "Save this answer as a one-page handout"
            offer = Offer(title, handout.title, name, ENDINGS, partial(save, handout))
            self.offer_file(offer, lambda path: reading.tell(f"Written: {path}"))

    def offer_file(self, offer: Offer, written: Callable[[Path], None]) -> None:
        """Ask where to write a file, and write it; `written` is told its path."""
        from assistant.tui.dialogs.save import Save  # noqa: PLC0415 - as above

        self.push_screen(Save(offer), lambda path: written(path) if path else None)

    def action_copy_answer(self) -> None:
        """Copy the answer that is being read, for pasting it elsewhere."""
        reading = self.screen
        if isinstance(reading, MainScreen) and (handout := self._handout_of(reading)):
            from assistant.handout.markdown import as_markdown  # noqa: PLC0415 - as above

            self.copy_to_clipboard(as_markdown(handout))
            reading.tell(COPIED)

    def _handout_of(self, reading: MainScreen) -> Handout | None:
        """The handout of what is being read; where that is no answer, it says so."""
        from assistant.handout import NothingToSave, handout_of  # noqa: PLC0415 - as above
        from knowledge import load  # noqa: PLC0415

        try:
            if reading.answer:
                return handout_of(load(), reading.answer, self.options.today or datetime.date.today())
            reading.tell("There is no answer yet. Choose a topic, or ask.")
        except NothingToSave as nothing:
            words = str(nothing)
            reading.tell(words[:1].upper() + words[1:])
        return None

    def get_key_display(self, binding: Binding) -> str:
        """A key as the help spells it: "Ctrl+N", "PgUp", "n"."""
        *held, key = binding.key.split("+")
        name = _KEYS.get(key) or (key.title() if held or len(key) > 1 else key)
        return "+".join([*map(str.title, held), name])

    # --- the end ---

    def action_leave(self) -> None:
        """Leave; ask first where there is something to lose. Whoever presses the key twice means it."""
        if isinstance(self.screen, Leave) or not self.at_hand:
            self.exit()
        else:
            self.push_screen(Leave(), self._leave)

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.exit()

    # --- after an error ---

    @property
    def can_go_on(self) -> bool:
        """Whether there is anything to go on with."""
        return self.has_begun

    async def begin_anew(self) -> str:
        """Close a dialog that cannot be drawn; begin a main screen anew, and leave it where that has not helped."""
        if not isinstance(self.screen, MainScreen):
            self.pop_screen()
            return "The dialog is closed. What is on your screens is kept."
        broken = BY_NAME[self._here]
        self._installed_screens[broken.name] = broken.make
        if broken.name in self._begun_anew:
            self._here = START
        self._begun_anew.add(broken.name)
        await self.switch_screen(self._here)
        return f"The screen {broken.title} begins anew. What is on your other screens is kept."

    def _fatal_error(self) -> None:
        self._begun.set()  # whoever waits for it does so in vain
        super()._fatal_error()


def configured(kind: type[TandemApp] = TandemApp) -> TandemApp:
    """The app, or one of that kind, as the user's configuration has it."""
    start, theme = START, DARK.name
    with suppress(Unusable):  # it is said when all of the configuration is read
        start, theme = kept("start") or start, kept("theme") or theme
    return kind(begin=loading.as_configured, start=start, theme=theme)


def run() -> int:
    """Run the app in the terminal there is; exit code 2 where it broke down."""
    read_any_byte()
    app = configured()
    app.run()
    return app.return_code or 0
