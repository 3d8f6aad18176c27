"""Home: what one can do here, and for whose place and in which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.laid import Laid, Lines, flowing, hung, stacked
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
_TALL = 37
"""In rows: with as many there is room to say more of each choice, and which keys work everywhere."""
_MORE = {
    "check": "What is missing or cannot be so, where, how to mend it, and who can.",
    "ask": "Where no source says it, Tandem says so. Nobody else hears of it.",
    "library": "The field's words explained, and each source with all that rests on it.",
    "count": "Dates that follow from a consent or a birthday; units of coordination.",
}
"""The screens to choose from, in their order."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """Something to do: in words, with what there is to know about it, more of that, and the action that does it."""

    words: str
    about: str
    more: str
    action: str


_CHOICES = (
    *(
        _Choice(each.action, f"{each.about} ({each.key})", _MORE[each.name], f"go('{each.name}')")
        for each in map(BY_NAME.__getitem__, _MORE)
    ),
    _Choice(
        "Take the tour",
        "in a minute a finding is mended, a question answered",
        "On the note of an invented child. Nothing of yours is touched.",
        "tour",
    ),
    _Choice(
        "Choose your place and role",
        "once, for all screens (F4, F5)",
        "They decide whose rules an answer gives. You can go on without.",
        "choose_both",
    ),
)
_EVERYWHERE = (
    ("F2, F3, F7, F12, F8", "go from screen to screen; what is on each stays there"),
    ("Escape", "one step back, wherever you are; nothing is lost by it"),
    ("Ctrl+P", "every action in plain words, to search"),
    ("F1", "the keys of whatever you are at"),
    ("F9", "other colors: dark, light, high contrast"),
    ("Ctrl+Q", "leave; Tandem asks first where something would be lost"),
)

_KEYS: KeyHelp = (
    ("1 to 6", "do what stands beside the number"),
    ("↑, ↓, Enter", "go through the list, and do what is chosen"),
    ("k", "keep the place, the role and the colors for the next time"),
    ("Escape", "back to where F8 was pressed"),
)


def _item(number: int, choice: _Choice, *, is_tall: bool) -> Item:
    """A choice with as much of what there is to know about it as there is room for."""
    whole = joined(shown_line(choice.words, "bold"), shown_line(f": {choice.about}"), between="")
    short = flowing(shown_line(choice.words, "bold"))
    further = [shown_line(choice.more), *([shown_line("")] if number < len(_CHOICES) else [])]
    wide = stacked(flowing(whole), *map(flowing, further if is_tall else []))
    return Item(f"{number} ", lambda width: (wide if width >= _ROOM else short)(width))


def _keys() -> Lines:
    """The keys that work everywhere, each with what it does beside it."""
    widest = max(len(key) for key, _ in _EVERYWHERE)
    return stacked(
        *(hung(shown_line(f"{key:{widest}}  ", "bold"), flowing(shown_line(does))) for key, does in _EVERYWHERE)
    )


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

    _is_tall = False

    def compose(self) -> ComposeResult:
        """What Tandem is, what to do, the place and the role."""
        yield ContextBar("Home", None)
        with Vertical(id="home"):
            yield Static(shown_line(_WHAT_IT_IS), id="what-it-is")
            yield Static("", id="told")
            yield MarkedList(id="to-do")
            yield Static("", id="asker")
            yield Static("", id="going-on", classes="-none")
            yield Static(Laid(_keys()), id="everywhere")
        yield Keys()

    def on_mount(self) -> None:
        """Begin at the first thing to do."""
        to_do = self.query_one(MarkedList)
        to_do.border_title = "What do you want to do?"
        to_do.border_subtitle = "Enter does it"
        self.query_one("#going-on").border_title = "To go on with"
        self.query_one("#everywhere").border_title = "Keys that work everywhere"
        self._fill()
        to_do.focus()
        if self.app.has_begun:
            self.take_context()

    def on_resize(self, event: events.Resize) -> None:
        """Say as much as there is room for."""
        if (event.size.height >= _TALL) != self._is_tall:
            self._is_tall = not self._is_tall
            self.set_class(self._is_tall, "-tall")
            self._fill()

    def _fill(self) -> None:
        """List what there is to do, the chosen one still chosen."""
        to_do = self.query_one(MarkedList)
        chosen = to_do.highlighted or 0
        to_do.fill(_item(number, choice, is_tall=self._is_tall) for number, choice in enumerate(_CHOICES, 1))
        to_do.highlighted = chosen

    def on_screen_resume(self) -> None:
        """Show what there is by now."""
        if self.app.has_begun:
            self.take_context()

    def take_context(self) -> None:
        """Show the place and the role, whether they are kept, how both are changed; and what is on other screens."""
        super().take_context()
        at_hand, going_on = self.app.at_hand, self.query_one("#going-on", Static)
        going_on.update(joined(*map(shown_line, at_hand)))
        going_on.set_class(not at_hand, "-none")
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
            yield "6 chooses both, once. You need not: every answer says where it holds."

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
