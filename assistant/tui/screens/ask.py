"""Ask: the conversation, with the sources of the last answer beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static

from assistant.conversation import Reply, State, say
from assistant.tui.dialogs import help as help_dialog
from assistant.tui.safe import joined, shown, shown_line
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.sources import Sources
from assistant.tui.widgets.turns import Turn
from knowledge import load
from knowledge.answer import LONGEST_QUESTION, Related

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp

_HELLO = """\
Ask in your own words, as you would ask a friend. For example:

• Who is in charge of my son's therapies?
• Is a SEIT paid extra for coordinating?
• In Connecticut, may I keep my first coordinator?

You see where each answer stands, or that it is not known here. It is information, not legal advice."""


class AskScreen(Screen[None]):
    """The conversation. What was said lives in the app's state and on the screen, and nowhere else."""

    app: TandemApp
    NAMED = "Ask"
    KEYS = help_dialog.ASK
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "start_over", "New subject"),
        Binding("pageup", "read(-1)", "Read up"),
        Binding("pagedown", "read(1)", "Read on"),
        Binding("escape", "back", "Back", show=False),
        Binding("q", "app.quit", "Quit", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._state = State()
        self._related: tuple[Related, ...] = ()

    def compose(self) -> ComposeResult:
        """The conversation, the sources, the line to type in."""
        yield ContextBar("Ask")
        with Horizontal(id="work"):
            with VerticalScroll(id="talk"):
                yield Static(joined(shown_line("What would you like to know?", "bold"), shown(_HELLO)), id="hello")
            yield Sources()
        yield Input(placeholder="Your question, then Enter", id="question", max_length=LONGEST_QUESTION, compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the line to type in."""
        question = self.query_one("#question", Input)
        question.cursor_blink = False
        question.focus()

    @property
    def state(self) -> State:
        """What the conversation carries on."""
        return self._state

    @state.setter
    def state(self, state: State) -> None:
        self._state = state
        self.app.show_context()

    @on(Input.Submitted, "#question")
    def ask_typed(self, event: Input.Submitted) -> None:
        """Ask what was typed; a number takes one of the questions offered."""
        said = event.value.strip()
        event.input.value = ""
        number = int(said) if said.isdecimal() and len(said) == 1 else 0
        if not self.state.options and 1 <= number <= len(self._related):
            said = self._related[number - 1].question
        if said:
            self.ask(said)

    @on(OptionList.OptionSelected, "#related")
    def ask_related(self, event: OptionList.OptionSelected) -> None:
        """Ask one of the questions that go with the answer."""
        self.ask(self._related[event.option_index].question)
        self.query_one("#question", Input).focus()

    def ask(self, said: str) -> None:
        """Say something and show the reply."""
        self.state, reply = say(load(), self.state, said)
        self._show(said, reply)

    def show_reply(self, said: str, reply: Reply) -> None:
        """Show a reply that was found otherwise than by asking."""
        self._show(said, reply)

    def _show(self, said: str, reply: Reply) -> None:
        answer = reply.answer
        self._related = answer.related if answer and not answer.options else ()
        self.query_one("#hello").display = False
        turn = Turn(said, reply)
        talk = self.query_one("#talk", VerticalScroll)
        talk.mount(turn)
        self.query_one(Sources).show(answer)
        self.call_after_refresh(talk.scroll_to_widget, turn, animate=False, top=True)

    def action_start_over(self) -> None:
        """Forget the subject; place and role stay."""
        self.query_one("#talk", VerticalScroll).remove_children(Turn)
        self.query_one("#hello").display = True
        self.query_one(Sources).show(None)
        self.state = State(place=self.state.place, role=self.state.role)
        self._related = ()
        self.query_one("#question", Input).focus()

    def action_read(self, pages: int) -> None:
        """Move up or down in the conversation while typing."""
        talk = self.query_one("#talk", VerticalScroll)
        talk.scroll_relative(y=pages * max(talk.size.height - 2, 1), animate=False)

    def action_back(self) -> None:
        """Out of the line to type in, so that single keys work; or back into it."""
        question = self.query_one("#question", Input)
        if question.has_focus:
            self.query_one("#talk").focus()
        else:
            question.focus()
