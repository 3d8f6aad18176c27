"""The app: three screens, what they share, and a way to begin it.

It adds nothing to the commands but a face: checking is `checkers.check`, answering is `assistant.conversation`, what is
browsed is `knowledge.browse`, and a handout is `assistant.handout`.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from rich.console import RenderableType
from rich.segment import Segment, Segments
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from assistant.cli.ask import place_named
from assistant.conversation import State
from assistant.conversation.rules import about_rule
from assistant.handout import Handout, NothingToSave, handout_of
from assistant.handout.markdown import as_markdown
from assistant.profiles import choose
from assistant.settings import Unusable, kept
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.help import Help
from assistant.tui.dialogs.leave import Leave
from assistant.tui.dialogs.save import Save
from assistant.tui.screens.ask import AskScreen
from assistant.tui.screens.check import CheckScreen
from assistant.tui.screens.library import LibraryScreen
from assistant.tui.screens.main import MainScreen
from assistant.tui.terminal import read_any_byte
from assistant.tui.widgets.context_bar import ContextBar
from checkers.check import Options
from checkers.registry import find_rule
from knowledge import load
from knowledge.schema import ROLES

_KEYS = {"pageup": "PgUp", "pagedown": "PgDn", "slash": "/"}


class TandemApp(App[None]):
    """The app; `today` is the day that counts as today in checks, None for the day it is.

    `options` are those of every check. `wrong` is what to say of the user's own profiles or configuration.
    """

    TITLE = "Tandem"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        # The keys of the line at the top, which names them.
        Binding("f1", "help", "Help", show=False, priority=True),
        Binding("f2", "ask", "Ask", show=False, priority=True),
        Binding("f3", "check", "Check", show=False, priority=True),
        Binding("f4", "place", "Place", show=False, priority=True),
        Binding("f5", "role", "Role", show=False, priority=True),
        Binding("f7", "library", "Library", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "All actions"),
        Binding("ctrl+q", "leave", "Leave", priority=True),
        Binding("ctrl+c", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(
        self,
        today: datetime.date | None = None,
        options: Options | None = None,
        state: State | None = None,
        wrong: str = "",
    ) -> None:
        super().__init__()
        self.options = replace(options or Options(), today=today)
        self.wrong = wrong
        self.animation_level = "none"
        self.asking = AskScreen(state or State())
        self.checking = CheckScreen()
        self.browsing = LibraryScreen()

    def on_mount(self) -> None:
        """Begin with asking; all screens live as long as the app."""
        self.install_screen(self.browsing, "library")
        self.install_screen(self.checking, "check")
        self.install_screen(self.asking, "ask")
        self.push_screen("library")
        self.push_screen("check")
        self.push_screen("ask")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action, in plain words, for the command palette."""
        yield SystemCommand("Ask a question", "The conversation (F2)", self.action_ask)
        yield SystemCommand("Check documents", "Progress notes and draft IEPs (F3)", self.action_check)
        yield SystemCommand("Browse the library", "All topics, to read and search (F7)", self.action_library)
        yield SystemCommand("Choose the place", "Whose rules are meant (F4)", self.action_place)
        yield SystemCommand("Choose your role", "Family, provider or trainer (F5)", self.action_role)
        if isinstance(screen, MainScreen):
            yield from screen.commands()
        if isinstance(screen, AskScreen | LibraryScreen) and screen.answer:
            save, copy = "A one-page handout, for Word or as text", "To paste it somewhere else"
            yield SystemCommand("Save this answer", f"{save} (Ctrl+S)", self.action_save_answer)
            yield SystemCommand("Copy this answer", copy, self.action_copy_answer)
        yield SystemCommand("Change the colours", "Dark, light and others", self.action_change_theme)
        yield SystemCommand("Help", "The keys (F1)", self.action_help)
        yield SystemCommand("Leave Tandem", "Ctrl+Q", self.action_leave)

    # --- the screens ---

    @property
    def _main(self) -> tuple[MainScreen, ...]:
        return self.asking, self.checking, self.browsing

    def action_ask(self) -> None:
        """Go to the conversation."""
        self._go_to("ask")

    def action_check(self) -> None:
        """Go to the documents."""
        self._go_to("check")

    def action_library(self) -> None:
        """Go to the topics."""
        self._go_to("library")

    def _go_to(self, name: str) -> None:
        """Bring a screen to the front; a dialog that is open stays."""
        if self.screen in self._main and self.screen is not self.get_screen(name):
            self.switch_screen(name)

    async def ask_about(self, code: str) -> None:
        """Show in the conversation what the knowledge base says about a rule."""
        rule = find_rule(code)
        self._go_to("ask")
        self.asking.state, reply = about_rule(load(), self.asking.state, rule)
        await self.asking.show_reply(f"About {code}: {rule.name}", reply, from_finding=True)

    # --- what they share ---

    def action_help(self) -> None:
        """Show the keys."""
        screen = self.screen
        if isinstance(screen, MainScreen):
            self.push_screen(Help(f"{screen.NAMED}: keys", screen.KEYS))

    def action_place(self) -> None:
        """Choose whose rules are meant."""
        if self.screen in self._main:
            places = [("", "not set"), *((place.id, place.name) for place in load().places.values())]
            self.push_screen(Choose("Whose rules do you want?", places, self.asking.state.place), self._set_place)

    def action_role(self) -> None:
        """Say who asks."""
        if self.screen in self._main:
            roles = [("", "not said"), *((role, role) for role in ROLES)]
            self.push_screen(Choose("Who are you?", roles, self.asking.state.role), self._set_role)

    def _set_place(self, place: str | None) -> None:
        if place is not None:
            self._set(place=place)

    def _set_role(self, role: str | None) -> None:
        if role is not None:
            self._set(role=role)

    def _set(self, **changes: str) -> None:
        self.asking.state = replace(self.asking.state, **changes)  # type: ignore[arg-type]  # place or role, both text

    def show_context(self) -> None:
        """Show the state of the conversation on all screens."""
        for screen in self._main:
            screen.query_one(ContextBar).state = self.asking.state
        self.browsing.take_place()

    def action_save_answer(self) -> None:
        """Save the answer that is being read as a handout."""
        reading = self.screen
        if isinstance(reading, AskScreen | LibraryScreen) and (handout := self._handout_of(reading)):
            name = (reading.answer.topic if reading.answer else "").replace("/", "-") or "answer"
            self.push_screen(Save(handout, name), lambda path: reading.tell(f"Written: {path}") if path else None)

    def action_copy_answer(self) -> None:
        """Copy the answer that is being read, for pasting it elsewhere."""
        reading = self.screen
        if isinstance(reading, AskScreen | LibraryScreen) and (handout := self._handout_of(reading)):
            self.copy_to_clipboard(as_markdown(handout))
            reading.tell("Copied, with its sources. If pasting brings nothing, this terminal forbids it: save it.")

    def _handout_of(self, reading: AskScreen | LibraryScreen) -> Handout | None:
        """The handout of what is being read; where that is no answer, it says so."""
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
        if isinstance(self.screen, Leave) or not (self.asking.has_talk or self.checking.has_results):
            self.exit()
        else:
            self.push_screen(Leave(), self._leave)

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.exit()

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002 - Textual's
        """Say that something went wrong, and not what: it would show what a document holds."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Say by its kind alone what went wrong: Textual's own report would show what a document holds."""
        kind = type(self._exception).__name__ if self._exception else "error"
        words = f"Something went wrong inside Tandem ({kind}).\nReport this line, without any document.\n"
        self._return_code = 2
        self._exit_renderables.append(Segments([Segment(words)]))
        self._close_messages_no_wait()


def configured() -> TandemApp:
    """The app as the user's configuration has it; where that is wrong, it says so, and is as without it."""
    try:
        place = place_named(kept("place"))
        wrong = "" if place is not None else f"In your configuration, there is no place “{kept('place')}”."
        return TandemApp(options=choose(None), state=State(place=place or "", role=kept("role")), wrong=wrong)
    except Unusable as wrong:
        return TandemApp(wrong=f"Your own settings are not used: {wrong}")


def run() -> int:
    """Run the app; exit code 2 where there is no terminal to run it in, or where it broke down."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stderr.write(
            "tandem: the app needs a terminal. Use `tandem chat` to ask, `tandem check FILE` to check, "
            "or `tandem --help`.\n"
        )
        return 2
    read_any_byte()
    app = configured()
    app.run()
    return app.return_code or 0
