"""The figures that something needs, a line for each, with what is wrong with it below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from assistant.counting import Figure, Misread
from assistant.tui.safe import shown_line
from assistant.tui.widgets.line import Line
from assistant.tui.widgets.refusal import Refusal

_MOST = 5
"""So many lines there are; nothing needs more."""
_LONGEST = 400
"""In characters; what is longer is no figure."""


class FigureLine(Vertical):
    """One figure: what it is, the line to type it in, what is wrong with it."""

    figure: Figure | None = None

    def compose(self) -> ComposeResult:
        """One below the other."""
        yield Static("", classes="asked")
        with Horizontal():
            yield Static(shown_line("›"), classes="sign")  # so that the line can be told without colors
            yield Line("", id="typed", longest=_LONGEST)
        yield Refusal()

    @property
    def line(self) -> Line:
        """Where it is typed."""
        return self.query_one(Line)

    @property
    def is_missing(self) -> bool:
        """Whether it is needed, and nothing is typed."""
        return bool(self.figure and not self.figure.without and not self.line.value.strip())

    def ask(self, figure: Figure | None, typed: str) -> None:
        """Ask for a figure, of which this was typed before; None asks for nothing."""
        self.figure = figure
        self.display = figure is not None
        if figure:
            self.query_one(".asked", Static).update(shown_line(figure.words))
            self.line.placeholder = f"empty: {figure.without}" if figure.without else f"such as {figure.example}"
            with self.prevent(Input.Changed):
                self.line.value = typed
            self.refuse("")

    def refuse(self, words: str) -> None:
        """Say what is wrong with it; "" for nothing."""
        self.query_one(Refusal).say(words and f"! {words}")

    def value(self) -> Any:
        """What is meant; where that cannot be told, it says why.

        Raises:
            Misread: it cannot be told.
        """
        assert self.figure
        try:
            return self.figure.value(self.line.value)
        except Misread as wrong:
            self.refuse(str(wrong))
            raise


class Figures(Vertical):
    """Asks for figures, and gives them once all can be understood."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next line", show=False),
        Binding("up", "step(-1)", "Line before", show=False),
    ]

    class Given(Message):
        """All figures, by their names."""

        def __init__(self, figures: Mapping[str, Any]) -> None:
            super().__init__()
            self.figures = figures

    def compose(self) -> ComposeResult:
        """As many lines as anything needs."""
        for number in range(1, _MOST + 1):
            yield FigureLine(id=f"figure-{number}")

    @property
    def _asked(self) -> list[FigureLine]:
        return [each for each in self.query(FigureLine) if each.display]

    def ask(self, figures: Sequence[Figure], typed: Mapping[str, str]) -> None:
        """Ask for these; `typed` is what was typed for them before, by their names."""
        for at, each in enumerate(self.query(FigureLine)):
            figure = figures[at] if at < len(figures) else None
            each.ask(figure, typed.get(figure.name, "") if figure else "")

    @property
    def typed(self) -> dict[str, str]:
        """What is typed, by the names of the figures."""
        return {each.figure.name: each.line.value for each in self._asked if each.figure}

    def go_to_first(self) -> None:
        """Go to the first that is missing, else to the first."""
        if asked := self._asked:
            self.screen.set_focus(next((each for each in asked if each.is_missing), asked[0]).line)

    def refuse(self, words: str) -> None:
        """Say, below the last of them, why nothing comes of them all."""
        if asked := self._asked:
            asked[-1].refuse(words)

    @on(Input.Changed)
    def take_back(self, event: Input.Changed) -> None:
        """What is typed anew may be right."""
        event.stop()
        for each in self._asked:
            if each.line is event.input:
                each.refuse("")

    @on(Line.Full)
    def tell_of_the_limit(self, event: Line.Full) -> None:
        """Say that no more was kept."""
        event.stop()
        for each in self._asked:
            if each.line.has_focus:
                each.refuse(f"Only the first {_LONGEST} characters are kept.")

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next figure that is missing; give all where none is, unless one cannot be understood."""
        event.stop()
        asked = self._asked
        at = next(number for number, each in enumerate(asked) if each.line is event.input)
        try:
            asked[at].value()
        except Misread:
            return
        missing = next((each for each in [*asked[at:], *asked[:at]] if each.is_missing), None)
        if missing:
            self.screen.set_focus(missing.line)  # at once: who types fast is there already
        else:
            self._give()

    def _give(self) -> None:
        values: dict[str, Any] = {}
        for each in self._asked:
            assert each.figure
            try:
                values[each.figure.name] = each.value()
            except Misread:
                self.screen.set_focus(each.line)
                return
        self.post_message(self.Given(values))

    def action_step(self, step: int) -> None:
        """Go to the next line, or the one before; beyond them it scrolls."""
        asked = self._asked
        at = next((number for number, each in enumerate(asked) if each.line.has_focus), 0) + step
        if not 0 <= at < len(asked):
            raise SkipAction
        self.screen.set_focus(asked[at].line)
