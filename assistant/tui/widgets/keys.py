"""The line at the bottom: the keys that work here."""

from __future__ import annotations

from itertools import groupby

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from assistant.tui.palette import action_name
from assistant.tui.safe import joined, shown_line

_BETWEEN = "  "


class Keys(Static):
    """As many keys as there is room for, the first ones first; Ctrl+P, which leads to all of them, always.

    Of two keys that do the same, only the first is named.
    """

    def on_mount(self) -> None:
        """Follow what changes."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_resize(self) -> None:
        """Fit them in anew."""
        self._write()

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self._write()

    def _write(self) -> None:
        by_action: dict[str, Binding] = {}
        for each in self.screen.active_bindings.values():
            if each.binding.show:
                by_action.setdefault(action_name(each.binding.action), each.binding)
        shown = list(by_action.values())
        everything = [self._item([each]) for each in shown if each.key == self.app.COMMAND_PALETTE_BINDING]
        others = [each for each in shown if each.key != self.app.COMMAND_PALETTE_BINDING]
        room = self.size.width - sum(item.cell_length for item in everything)
        items: list[Content] = []
        for _, group in groupby(others, key=lambda each: each.group or each.key):
            item = self._item(list(group))
            room -= item.cell_length + len(_BETWEEN)
            if room < 0:
                break
            items.append(item)
        self.update(joined(*items, *everything, between=_BETWEEN))

    def _item(self, bindings: list[Binding]) -> Content:
        """Keys with what they do; a click does it too."""
        keys = [
            shown_line(self.app.get_key_display(each)).stylize(
                Style(bold=True) + Style.from_meta({"@click": f"app.simulate_key('{each.key}')"})
            )
            for each in bindings
        ]
        first = bindings[0]
        return joined(*keys, shown_line(first.group.description if first.group else first.description), between=" ")
