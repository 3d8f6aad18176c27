"""Ask: the conversation, with the sources of what is being read beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.reactive import reactive
from textual.widgets import Input, OptionList, Static

from assistant.conversation import Reply, State, cues, say
from assistant.conversation.context import known
from assistant.conversation.told import in_words
from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.safe import joined, shown, shown_line
from assistant.tui.screens.main import MainScreen
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.keys import Keys
from assistant.tui.widgets.line import Line
from assistant.tui.widgets.sources import RelatedList, Sources, related_title
from assistant.tui.widgets.turns import Turn
from knowledge import load
from knowledge.answer import LONGEST_QUESTION
from knowledge.compose import Answer, Related
from knowledge.settings import settings

_HELLO = """\
Ask in your own words, as you would ask a friend. For example:

• Who is in charge of my son's therapies?
• Is a SEIT paid extra for coordinating?
• In Connecticut, may I keep my first coordinator?

You see where each answer stands, or that it is not known here. It is information, not legal advice."""

_MORE = "PgDn reads on"
_MORE_BELOW = "PgDn reads on: sources, more questions"
_READ = Binding.Group("Read")


_KEYS: KeyHelp = (
    ("Enter", "ask what you typed"),
    ("1, 2, 3", "and Enter: take one of the numbered questions"),
    ("PgUp, PgDn", "read up and down in the conversation"),
    ("Ctrl+N", "start over with a new subject; place and role stay"),
    ("Ctrl+S", "save the answer you read as a one-page handout"),
)


class AskScreen(MainScreen):
    """The conversation. What was said lives in the app's state and on the screen, and nowhere else."""

    NAMED = "Ask"
    KEYS = _KEYS
    CSS_PATH = "ask.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        # Which of the two is there tells `check_action`.
        Binding("escape", "return_to_finding", "Back to the finding"),
        Binding("escape", "back", "Back", show=False),
        # Before any part of the screen, so that they read on while one types, and the line at the bottom names them.
        Binding("pageup", "read(-1)", "Read up", group=_READ, priority=True),
        Binding("pagedown", "read(1)", "Read on", group=_READ, priority=True),
        Binding("ctrl+n", "start_over", "New subject"),
        Binding("ctrl+s", "app.save_answer", "Save"),
        Binding("q", "app.leave", "Leave", show=False),
    ]

    from_finding: reactive[bool] = reactive(False, bindings=True)
    """Whether the last answer was asked for on the Check screen, so that the way back leads there."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._related: tuple[Related, ...] = ()

    def compose(self) -> ComposeResult:
        """The conversation, the sources, the line to type in."""
        yield ContextBar("Ask", self.state)
        with Horizontal(id="work"):
            with VerticalScroll(id="talk"):
                yield Static(joined(shown_line("What would you like to know?", "bold"), shown(_HELLO)), id="hello")
            with Vertical(id="beside"):
                yield Sources()
                yield RelatedList()
        yield Static("", id="noted")
        yield Static("", id="told")
        yield Line("Your question, then Enter", id="question", longest=LONGEST_QUESTION)
        yield Keys()

    def on_mount(self) -> None:
        """Begin with the line to type in."""
        self._show_noted()
        talk = self.query_one("#talk", VerticalScroll)
        talk.border_title = "Conversation"
        for moved in ("scroll_y", "virtual_size"):
            self.watch(talk, moved, self._moved, init=False)
        self.tell(self.app.wrong)
        self._question.focus()

    @property
    def _question(self) -> Line:
        return self.query_one("#question", Line)

    @property
    def state(self) -> State:
        """What the conversation carries on."""
        return self._state

    @state.setter
    def state(self, state: State) -> None:
        self._state = state
        self.app.show_context()
        self._show_noted()

    def _show_noted(self) -> None:
        """Show what else is known beside place and role, which the line at the top has, and how to change it."""
        told = known(replace(self.state, place="", role="", title=""))
        noted = in_words(load(), told)
        line = self.query_one("#noted", Static)
        line.update(shown_line(f"{noted} /forget or /age, /services, /program change it." if noted else ""))
        line.display = bool(noted)

    @property
    def has_talk(self) -> bool:
        """Whether anything was said that leaving would lose."""
        return bool(self.query(Turn))

    # --- asking ---

    @on(Input.Submitted, "#question")
    async def ask_typed(self, event: Input.Submitted) -> None:
        """Ask what was typed; a number takes one of the questions offered."""
        said = event.value.strip()
        event.input.value = ""
        if said:
            await self.ask(self._meant(said))

    def _meant(self, said: str) -> str:
        """The question that a number stands for; else what was said."""
        number = 0 if self.state.options else cues.number_in(said)
        return self._related[number - 1].question if 0 < number <= len(self._related) else said

    @on(OptionList.OptionSelected, "#related")
    async def ask_related(self, event: OptionList.OptionSelected) -> None:
        """Ask one of the questions that go with the answer."""
        self._question.focus()
        await self.ask(self._related[event.option_index].question)

    @on(Line.Full)
    def tell_of_the_limit(self) -> None:
        """Say that no more was kept."""
        too_long = settings()["words"]["too_long"]
        self.tell(f"{too_long} Only the first {LONGEST_QUESTION:,} characters are kept.")

    async def ask(self, said: str) -> None:
        """Say something and show the reply."""
        self.state, reply = say(load(), self.state, said)
        await self.show_reply(said, reply)

    async def show_reply(self, said: str, reply: Reply, *, from_finding: bool = False) -> None:
        """Show a question with its reply, from its first line on."""
        answer = reply.answer
        self.from_finding = from_finding
        self._related = answer.related if answer and not answer.options else ()
        self.tell("")
        self.query_one("#hello").display = False
        self.query(Turn).remove_class("-last")
        turn = Turn(said, reply)
        turn.add_class("-last")
        talk = self.query_one("#talk", VerticalScroll)
        await talk.mount(turn)
        self.query_one(Sources).show(answer)
        self.query_one(RelatedList).show(related_title(answer) if answer else "", self._related)
        self.call_after_refresh(talk.scroll_to_widget, turn, animate=False, top=True, force=True)

    def _moved(self) -> None:
        self.call_after_refresh(self._follow)  # when the sizes are known

    def _follow(self) -> None:
        """Show the sources of the answer that is being read."""
        talk = self.query_one("#talk", VerticalScroll)
        turns = list(self.query(Turn))
        more = _MORE_BELOW if turns and self.has_class("-narrow") else _MORE
        talk.border_subtitle = more if talk.scroll_y < talk.max_scroll_y else ""
        if turns:
            self.query_one(Sources).show(self.answer)

    @property
    def answer(self) -> Answer | None:
        """What is being read: the topmost answer in sight, at the end the last."""
        talk, turns = self.query_one("#talk", VerticalScroll), list(self.query(Turn))
        in_sight = [turn for turn in turns if turn.virtual_region.bottom > talk.scroll_y]
        at_end = talk.scroll_y >= talk.max_scroll_y or not in_sight
        return (turns[-1] if at_end else in_sight[0]).answer if turns else None

    def tell(self, words: str) -> None:
        """Say something above the line to type in, until the next answer."""
        told = self.query_one("#told", Static)
        told.update(shown_line(words))
        told.display = bool(words)

    # --- keys ---

    async def action_start_over(self) -> None:
        """Forget the subject; what is noted of the asker stays."""
        await self.query(Turn).remove()
        self.query_one("#hello").display = True
        self.query_one(Sources).show(None)
        self.query_one(RelatedList).show("", ())
        self.state = self.state.anew()
        self.from_finding = False
        self._related = ()
        self.tell("")
        self._question.focus()

    def action_read(self, pages: int) -> None:
        """Move up or down in the conversation while typing."""
        talk = self.query_one("#talk", VerticalScroll)
        talk.scroll_relative(y=pages * max(talk.size.height - 2, 1), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Escape leads back to the finding where one came from it."""
        return {"return_to_finding": self.from_finding, "back": not self.from_finding}.get(action, True)

    def action_return_to_finding(self) -> None:
        """Back to the finding that was asked about."""
        self.from_finding = False
        self.app.action_check()

    def action_back(self) -> None:
        """Out of the line to type in, so that single keys work; or back into it."""
        (self.query_one("#talk") if self._question.has_focus else self._question).focus()

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words."""
        yield SystemCommand("New subject", "Start the conversation over (Ctrl+N)", self.action_start_over)
