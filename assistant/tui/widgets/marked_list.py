"""A list whose chosen item bears a mark, so that it can be told without colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.laid import Laid, Lines, hung
from assistant.tui.safe import shown_line


@dataclass(frozen=True, slots=True)
class Item:
    """An item as shown: a sign, and beside it what the item says. A heading cannot be chosen."""

    sign: str
    body: Lines
    heading: bool = False


class MarkedList(OptionList):
    """Items of which the one under the cursor is marked with ▶."""

    KEY_HELP = (("↑, ↓", "one up or down"), ("Home, End", "the first, the last"), ("Enter", "go on with it"))

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self._items: list[Item] = []
        self._marked: int | None = None

    def fill(self, items: Iterable[Item]) -> None:
        """Show these items in place of those of before; none is chosen."""
        self.clear_options()
        self._items = list(items)
        self.add_options(self._option(item) for item in self._items)

    def append(self, items: Sequence[Item]) -> None:
        """Add items at the end."""
        self._items += items
        self.add_options(map(self._option, items))

    def put(self, at: int, item: Item) -> None:
        """Put an item in the place of another."""
        self._items[at] = item
        self._draw(at)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark."""
        before, self._marked = self._marked, highlighted
        for at in {before, highlighted} - {None}:
            if at is not None and at < self.option_count:
                self._draw(at)
        super().watch_highlighted(highlighted)

    def _option(self, item: Item) -> Option:
        return Option(_prompt(item, marked=False), disabled=item.heading)

    def _draw(self, at: int) -> None:
        self.replace_option_prompt_at_index(at, _prompt(self._items[at], marked=at == self._marked))


def _prompt(item: Item, *, marked: bool) -> Laid:
    sign = f"{item.sign} " if item.sign else ""
    return Laid(hung(shown_line(f"{'▶' if marked else ' '} {sign}"), item.body))
