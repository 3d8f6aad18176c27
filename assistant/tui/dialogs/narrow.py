"""A dialog that narrows the findings down to those that somebody wants to see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from assistant.filtering import Choice, Filter, choices
from assistant.tui.laid import flowing
from assistant.tui.safe import shown_line
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.marked_list import Item, MarkedList
from checkers.check import FileReport
from checkers.reports.wording import counted


class Narrow(ModalScreen[Filter | None]):
    """Asks which findings are to be shown; gives the filter, None where it stays as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("space", "tick", "Tick", priority=True),
        Binding("x", "clear", "All"),
    ]

    def __init__(self, reports: Sequence[FileReport], current: Filter) -> None:
        super().__init__()
        self._reports = reports
        self._filter = current
        self._choices: list[Choice | None] = []

    def compose(self) -> ComposeResult:
        """A title with how many findings remain, the choices, the keys."""
        with Vertical(classes="dialog tall"):
            yield Static("", id="remaining")
            yield MarkedList(id="choices")
            yield Hints("Enter shows these alone", "Space ticks several", "x shows all", "Escape goes back")

    def on_mount(self) -> None:
        """Begin at the first choice, or at one that is made."""
        items: list[Item] = []
        for title, group in choices(self._reports):
            items += [Item("", flowing(shown_line(title, "bold")), heading=True), *map(self._item, group)]
            self._choices += [None, *group]
        self._list.fill(items)
        made = (at for at, each in enumerate(self._choices) if each and self._filter.holds(each))
        self._list.highlighted = next(made, 1)
        self._count()

    @property
    def _list(self) -> MarkedList:
        return self.query_one(MarkedList)

    def _item(self, choice: Choice) -> Item:
        sign = "☒" if self._filter.holds(choice) else "☐"
        return Item(sign, flowing(shown_line(f"{choice.words} ({choice.number})")))

    def action_tick(self) -> None:
        """Ask for what is under the cursor too, or no longer."""
        at = self._list.highlighted
        if at is not None and (choice := self._choices[at]):
            self._filter = self._filter.toggled(choice)
            self._list.put(at, self._item(choice))
            self._count()

    def _count(self) -> None:
        """Say how many findings there are with what is ticked."""
        shown = sum(len(self._filter.shown(report)) for report in self._reports)
        total = counted(sum(len(report.listed()) for report in self._reports), "finding")
        self.query_one("#remaining", Static).update(
            shown_line(f"Which findings do you want to see? {shown} of {total}", "bold")
        )

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Show what is ticked; where nothing is, what is under the cursor."""
        choice = self._choices[event.option_index]
        is_ticked = any(self._filter.holds(each) for each in self._choices if each)
        self.dismiss(self._filter if is_ticked or not choice else self._filter.toggled(choice))

    def action_clear(self) -> None:
        """Show all."""
        self.dismiss(Filter())
