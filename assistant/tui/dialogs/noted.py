"""A dialog that shows what Tandem takes the asker to have said, and lets every part of it be corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from assistant.conversation import State, cues
from assistant.conversation.context import choosing, choosing_service, forgetting
from assistant.tui.dialogs.choose import Choose
from assistant.tui.laid import Lines, flowing, stacked
from assistant.tui.safe import shown_line
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.marked_list import Item, MarkedList
from knowledge import KnowledgeBase
from knowledge.schema import ROLES

_OLDEST = 21
"""In years; until then there may be special education (20 U.S.C. 1412(a)(1))."""
_LONGEST_HEARD = 80
"""In characters; of longer words the beginning is shown."""
_PROGRAMMES = ("part-c", "part-b-preschool", "part-b-school-age")
_SIGNS = {True: ("☑", "yes"), False: ("☒", "no"), None: ("☐", "not said")}
_NEXT = {None: True, True: False, False: None}

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the dialog with what Enter does there."""

    fact: str
    item: Item
    act: Callable[[], None]


class Noted(ModalScreen[State]):
    """Shows and changes what is noted; gives the state as it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("space", "change", "Change"),
    ]

    def __init__(self, base: KnowledgeBase, state: State) -> None:
        super().__init__()
        self._base = base
        self._state = state
        self._rows: list[_Row] = []

    def compose(self) -> ComposeResult:
        """A title, a line for each fact, the keys."""
        with Vertical(classes="dialog"):
            yield Static(shown_line("What Tandem takes you to have said", "bold"))
            yield MarkedList(id="facts")
            yield Hints("Enter changes", "Escape goes back")

    def on_mount(self) -> None:
        """Begin with the first."""
        self._show(self._state)
        self._list.highlighted = 0

    @property
    def _list(self) -> MarkedList:
        return self.query_one(MarkedList)

    # --- what is shown ---

    def _show(self, state: State) -> None:
        at = self._list.highlighted
        self._state = state
        self._rows = [*self._chosen_facts(), *map(self._service, cues.service_names()), self._all()]
        self._list.fill(row.item for row in self._rows)
        self._list.highlighted = at

    def _chosen_facts(self) -> list[_Row]:
        state = self._state
        elsewhere = f"{state.elsewhere.title()}, which is not covered" if state.elsewhere else "not set"
        places = [("", elsewhere), *((place.id, place.name) for place in self._base.places.values())]
        roles = [("", "not said"), *((role, role) for role in ROLES)]
        programmes = [("", "not said"), *((each, cues.programme_words(each)) for each in _PROGRAMMES)]
        ages = [f"{years} year{'' if years == 1 else 's'}" for years in range(_OLDEST + 1)]
        own = [state.age] if state.age and state.age not in ages else []
        return [
            self._fact("place", "Place", "Whose rules do you want?", places),
            self._fact("role", "Role", "Who are you?", roles),
            self._fact("programme", "Program", "Which program is it about?", programmes),
            self._fact(
                "age", "Age", "How old is the child?", [("", "not said"), *((each, each) for each in own + ages)]
            ),
        ]

    def _fact(self, fact: str, label: str, question: str, choices: Choices) -> _Row:
        value = getattr(self._state, fact)
        title = f" ({self._state.title})" if fact == "role" and self._state.title else ""
        words = f"{label}: {dict(choices).get(value, value)}{title}"
        return _Row(fact, Item("·", self._with_words(words, fact)), partial(self._choose, fact, question, choices))

    def _service(self, name: str) -> _Row:
        has = True if name in self._state.services else False if f"no {name}" in self._state.services else None
        sign, words = _SIGNS[has]

        def change() -> None:
            self._show(choosing_service(self._state, name, has=_NEXT[has]))

        return _Row(name, Item(sign, self._with_words(f"{name}: {words}", name)), change)

    def _all(self) -> _Row:
        return _Row("", Item("·", flowing(shown_line("Forget all of it"))), lambda: self._show(forgetting(self._state)))

    def _with_words(self, words: str, fact: str) -> Lines:
        heard = dict(self._state.heard).get(fact)
        short = heard if heard is None or len(heard) <= _LONGEST_HEARD else f"{heard[:_LONGEST_HEARD]}…"
        own = [flowing(shown_line(f"from: “{short}”"))] if short else []
        return stacked(flowing(shown_line(words)), *own)

    # --- what is changed ---

    @on(OptionList.OptionSelected, "#facts")
    def action_change(self) -> None:
        """Change what is under the cursor."""
        if (at := self._list.highlighted) is not None:
            self._rows[at].act()

    def _choose(self, fact: str, question: str, choices: Choices) -> None:
        def take(value: str | None) -> None:
            if value is not None and value != getattr(self._state, fact):
                self._show(choosing(self._state, **{fact: value}))

        self.app.push_screen(Choose(question, choices, getattr(self._state, fact)), take)

    def action_back(self) -> None:
        """Back, with what was changed."""
        self.dismiss(self._state)
