"""A dialog that shows what each place of an empty form is taken to be, to be put right."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from assistant.tui.dialogs.choose import Choose
from assistant.tui.laid import Lines, flowing, stacked
from assistant.tui.safe import joined, shown_line
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.marked_list import Item, MarkedList
from checkers.form import UNKNOWN, meanings
from checkers.learning import Learned, Place
from checkers.learning.blanks import Shape
from checkers.reports.wording import counted, place_in_words
from checkers.words import load

_KEEP = "keep"
_SHAPES = {Shape.BOX: "box", Shape.COLUMN: "column", Shape.HEADING: "heading"}


class Places(ModalScreen[Learned | None]):
    """Shows the places of a form and what each is taken to be; gives the form as it was put right, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("s", "go_on", "Save"),
        Binding("question_mark", "next_unknown", "Next unknown"),
    ]

    def __init__(self, name: str, learned: Learned) -> None:
        super().__init__()
        self._name = name
        self._learned = learned

    def compose(self) -> ComposeResult:
        """How many places there are, the places, the keys."""
        with Vertical(classes="dialog tall"):
            yield Static("", id="places-found")
            yield MarkedList(id="choices")
            yield Hints("Enter puts one right", "? next that is not known", "s all is right", "Escape goes back")

    def on_mount(self) -> None:
        """Begin at the first place."""
        self._list.fill(map(_item, self._learned.places))
        self._list.highlighted = 0
        self._count()

    @property
    def _list(self) -> MarkedList:
        return self.query_one(MarkedList)

    def _count(self) -> None:
        """Say how many places there are, and how many nobody knows."""
        places = self._learned.places
        unknown = sum(place.meaning == UNKNOWN for place in places)
        known = f"{unknown} not known, and left out as they are" if unknown else "all known"
        self.query_one("#places-found", Static).update(
            shown_line(f"{self._name}: {counted(len(places), 'place')} to fill in, {known}", "bold")
        )

    @on(OptionList.OptionSelected)
    def ask(self, event: OptionList.OptionSelected) -> None:
        """Ask what a place is for."""
        at = event.option_index
        place = self._learned.places[at]
        holds = place.blank.holds
        keep = [(_KEEP, f"What stands there, “{holds}”, is right on every copy")] if holds else []
        title = f"What is “{place.blank.label}” for?"
        known = place.meaning if place.meaning != UNKNOWN else ""  # begin at the top, not at "not known" at the end
        self.app.push_screen(
            Choose(title, [*keep, *_in_order(place).items()], known), lambda meaning: self._put_right(at, meaning)
        )

    def _put_right(self, at: int, meaning: str | None) -> None:
        if meaning is not None:
            form = self._learned
            self._learned = form.kept(at) if meaning == _KEEP else form.taken_for(at, meaning)
            self._list.put(at, _item(self._learned.places[at]))
            self._count()

    def action_next_unknown(self) -> None:
        """Go to the next place that is not known, from the beginning again after the last."""
        at = self._list.highlighted or 0
        places = self._learned.places
        behind = [*range(at + 1, len(places)), *range(at + 1)]
        unknown = (number for number in behind if places[number].meaning == UNKNOWN)
        self._list.highlighted = next(unknown, at)

    def action_go_on(self) -> None:
        """Take it as it stands."""
        self.dismiss(self._learned)


def _in_order(place: Place) -> dict[str, str]:
    """What a place may mean, with the words for it: for a box, what boxes mean first."""
    boxes = load("meanings")["boxes"] if place.blank.shape is Shape.BOX else {}
    return {**boxes, **meanings()}


def _item(place: Place) -> Item:
    """A place: its label, where it is, what it is taken to be, and what the empty form has there."""
    blank = place.blank
    where = ", ".join(filter(None, (_SHAPES.get(blank.shape, ""), place_in_words(blank.spot.place))))
    is_known = place.meaning != UNKNOWN
    told = f"= {meanings()[place.meaning]}{'' if place.sure else ' (perhaps)'}" if is_known else "not known"
    lines: list[Lines] = [
        flowing(joined(shown_line(blank.label, "bold"), shown_line(f"[{where}]" if where else ""), between=" ")),
        flowing(shown_line(told)),
    ]
    if blank.holds:
        what = "stays on every copy" if place.keeps else "to be written over"
        lines.append(flowing(shown_line(f"there already: “{blank.holds}” ({what})")))
    return Item("?" if not is_known else "✓" if place.sure else "~", stacked(*lines))
