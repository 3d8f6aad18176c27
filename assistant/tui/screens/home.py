"""Home: what one can do here, and for whose place and in which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.laid import flowing
from assistant.tui.main_screens import BY_NAME
from assistant.tui.safe import joined, shown_line
from assistant.tui.screens.main import MainScreen
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.keys import Keys
from assistant.tui.widgets.marked_list import Item, MarkedList

_WHAT_IT_IS = (
    "Tandem checks the papers of a young child's services, and answers questions with the exact source. "
    "Nothing leaves this computer."
)
_ROOM = 50
"""In columns: with less, a choice is named alone."""
_ORDER = ("check", "ask", "library")


@dataclass(frozen=True, slots=True)
class _Choice:
    """Something to do: in words, with what there is to know about it, and the action of the app that does it."""

    words: str
    about: str
    action: str


_CHOICES = (
    *(
        _Choice(each.action, f"{each.about} ({each.key})", f"go('{each.name}')")
        for each in map(BY_NAME.__getitem__, _ORDER)
    ),
    _Choice("Take the tour", "in a minute a finding is mended, a question answered", "tour"),
    _Choice("Choose your place and role", "once, for all screens (F4, F5)", "choose_both"),
)

_KEYS: KeyHelp = (
    ("1 to 5", "do what stands beside the number"),
    ("↑, ↓, Enter", "go through the list, and do what is chosen"),
    ("k", "keep the place, the role and the colors for the next time"),
    ("Escape", "back to where you were"),
)


def _item(number: int, choice: _Choice) -> Item:
    """A choice with what there is to know about it, where there is room for that."""
    whole = joined(shown_line(choice.words, "bold"), shown_line(f": {choice.about}"), between="")
    short = flowing(shown_line(choice.words, "bold"))
    return Item(f"{number} ", lambda width: flowing(whole)(width) if width >= _ROOM else short(width))


class HomeScreen(MainScreen):
    """The first screen: a few things to do, the place and the role."""

    NAMED = "Home"
    KEYS = _KEYS
    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#to-do"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"do({number})", choice.words, show=False) for number, choice in enumerate(_CHOICES, 1)),
        Binding("k", "keep", "Keep what you chose"),
        Binding("escape", "app.go_back", "Back", show=False),
        Binding("q", "app.leave", "Leave"),
    ]

    def compose(self) -> ComposeResult:
        """What Tandem is, what to do, the place and the role."""
        yield ContextBar("Home", None)
        with Vertical(id="home"):
            yield Static(shown_line(_WHAT_IT_IS), id="what-it-is")
            yield Static("", id="told")
            yield MarkedList(id="to-do")
            yield Static("", id="asker")
        yield Keys()

    def on_mount(self) -> None:
        """Begin at the first thing to do."""
        to_do = self.query_one(MarkedList)
        to_do.border_title = "What do you want to do?"
        to_do.border_subtitle = "Enter does it"
        to_do.fill(_item(number, choice) for number, choice in enumerate(_CHOICES, 1))
        to_do.highlighted = 0
        to_do.focus()
        if self.app.has_begun:
            self.take_context()

    def take_context(self) -> None:
        """Show the place and the role, whether they are kept, and how both are changed."""
        super().take_context()
        self.query_one("#asker", Static).update(joined(*map(shown_line, self._of_asker())))
        self.tell(self.app.wrong)
        self.refresh_bindings()

    def _of_asker(self) -> Iterator[str]:
        """The place and the role, with the keys that change them, and whether they are kept."""
        from knowledge import load  # noqa: PLC0415 - not before the first frame

        state = self.app.state
        place = load().places.get(state.place)
        yield f"Place: {place.name if place else 'not set'}. F4 changes it."
        yield f"Role: {state.role or 'not said'}. F5 changes it."
        if self.app.not_kept:
            yield "What you chose holds until you leave. k keeps it for the next time."
        elif not (state.place or state.role):
            yield "5 chooses both, once. You can go on without: every answer says where it holds."

    def tell(self, words: str) -> None:
        """Say something below."""
        told = self.query_one("#told", Static)
        told.update(shown_line(words, "bold"))
        told.display = bool(words)

    @on(OptionList.OptionSelected, "#to-do")
    async def do_chosen(self, event: OptionList.OptionSelected) -> None:
        """Do what is chosen."""
        await self.action_do(event.option_index + 1)

    async def action_do(self, number: int) -> None:
        """Do what stands beside a number."""
        self.query_one(MarkedList).highlighted = number - 1
        await self.app.run_action(_CHOICES[number - 1].action)

    def action_keep(self) -> None:
        """Keep the place and the role for the next time."""
        self.app.action_keep()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Whether there is anything to keep."""
        return action != "keep" or (self.app.has_begun and bool(self.app.not_kept))

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words."""
        yield SystemCommand("Take the tour", "A finding is mended, a question answered", self.app.action_tour)
        yield SystemCommand("Choose your place and role", "One after the other", self.app.action_choose_both)
        if self.app.has_begun and self.app.not_kept:
            yield SystemCommand("Keep what you chose", "Place, role, colors, for the next time (k)", self.action_keep)
