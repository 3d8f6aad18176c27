"""The keys, in words: F1. First those of what has the focus, then those of the screen, then those of all screens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.scroll_view import ScrollView
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static, Tree

from assistant.tui.laid import Laid, Lines, flowing, hung, stacked
from assistant.tui.main_screens import MAIN_SCREENS
from assistant.tui.safe import shown_line

KeyHelp = Sequence[tuple[str, str]]
"""Each key with what it does."""

_IN_A_ROW = 3
"""So many keys of screens have room in the column."""
EVERYWHERE: KeyHelp = (
    *(
        (", ".join(each.key for each in some), ", ".join(each.title for each in some))
        for some in (MAIN_SCREENS[at : at + _IN_A_ROW] for at in range(0, len(MAIN_SCREENS), _IN_A_ROW))
    ),
    ("F4, F5, F9", "choose the place whose rules you want; say who you are; other colors"),
    ("Tab", "to the next part of the screen, Shift+Tab back"),
    ("Ctrl+P", "all actions in plain words"),
    ("Escape", "back"),
    ("q", "leave Tandem (Ctrl+Q or Ctrl+C while you are typing)"),
)
_PRIVACY = "No mouse is needed. Nothing you ask or check is kept unless you save it, and nothing leaves this computer."
_COLUMN = 14
_OF_KINDS: Sequence[tuple[type[Widget], str, KeyHelp]] = (
    (Input, "the line to type in", ()),
    (OptionList, "the list", ()),
    (Tree, "the folders", (("↑, ↓", "one up or down"), ("Enter", "open or close a folder; take a document"))),
    (Button, "the button", (("Enter", "press it"),)),
    (ScrollableContainer, "the text", (("↑, ↓", "a line up or down"), ("Home, End", "its beginning, its end"))),
    (ScrollView, "the text", (("↑, ↓", "a line up or down"), ("Home, End", "its beginning, its end"))),
)
"""What parts are called that bear no title, and the keys of Textual's own; Tandem's own tell theirs in `KEY_HELP`."""


class Help(ModalScreen[None]):
    """The keys of what has the focus, of its screen, and of all screens."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "dismiss(None)", "Back")]

    def __init__(self, title: str, keys: KeyHelp, focused: Widget | None = None) -> None:
        super().__init__()
        self._title = title
        self._keys = keys
        self._focused = focused

    def compose(self) -> ComposeResult:
        """One table below another."""
        tables = [
            *(_table(title, keys) for title, keys in _of_focus(self._focused)),
            _table(self._title, self._keys),
            _table("Everywhere", EVERYWHERE),
        ]
        dialog = VerticalScroll(
            Static(Laid(stacked(*tables))),
            Static(shown_line(_PRIVACY)),
            classes="dialog help",
        )
        dialog.border_subtitle = "↑ ↓ read · Escape goes back"
        yield dialog


def keys_of(screen: Screen[object]) -> KeyHelp:
    """The keys of a screen: as it tells them itself, else those that work there."""
    own: KeyHelp | None = getattr(screen, "KEYS", None)
    bindings = [active.binding for active in screen.active_bindings.values() if active.node is screen]
    return own or [(screen.app.get_key_display(each), each.description) for each in bindings if each.description]


def _of_focus(focused: Widget | None) -> Iterator[tuple[str, KeyHelp]]:
    """What has the focus, by its name, with its keys: its own first, then those of its kind."""
    if focused is not None:
        kind, keys = next(((name, keys) for cls, name, keys in _OF_KINDS if isinstance(focused, cls)), ("", ()))
        name = str(focused.border_title or "") or kind
        if rows := [*getattr(focused, "KEY_HELP", ()), *keys]:
            yield f"Here: {name}", rows


def _table(title: str, keys: KeyHelp) -> Lines:
    rows = [hung(shown_line(f"{key:<{_COLUMN}} "), flowing(shown_line(words))) for key, words in keys]
    return stacked(flowing(shown_line(title, "bold")), *rows, flowing(shown_line("")))
