"""Ask: the conversation, with the sources of what is being read beside it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Input, OptionList, Static

from assistant.conversation import Reply, State, cues, say
from assistant.handout import handout_of_all
from assistant.handout.saving import ENDINGS, save
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.dialogs.noted import Noted
from assistant.tui.dialogs.save import Offer
from assistant.tui.finder import OPENING, is_open
from assistant.tui.screens.reading import ON_ANSWER, READ, READ_KEYS, ReadingScreen
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.find_bar import FindBar
from assistant.tui.widgets.keys import Keys
from assistant.tui.widgets.line import Line
from assistant.tui.widgets.noted_line import NotedLine
from assistant.tui.widgets.sources import NONE, NOT_YET, RelatedList, Sources, related_title
from assistant.tui.widgets.talk import Talk
from assistant.tui.widgets.turns import Turn
from checkers.reports.wording import counted
from knowledge import load
from knowledge.answer import LONGEST_QUESTION
from knowledge.compose import Answer
from knowledge.settings import settings

_MORE_BELOW = "PgDn reads on: sources, more questions"
_DIGITS = tuple("123456789")
_AGAIN = "Noted. Ctrl+R asks your last question again by this."


_KEYS: KeyHelp = (
    ("Enter", "ask what you typed; where you read, go back into the line"),
    ("1, 2, 3", "take a numbered question; while you type, with Enter"),
    ("Escape", "out of the line, so that single letters act; then Home"),
    ("y, r", "correct what is noted of you; ask again (or Ctrl+Y, Ctrl+R)"),
    ("Ctrl+N, F10", "start over with a new subject; what is noted stays"),
    *READ_KEYS,
    ("/", "find words here, when you are not typing"),
)


class AskScreen(ReadingScreen):
    """The conversation. What was said lives in the app's state and on the screen, and nowhere else."""

    NAMED = "Ask"
    KEYS = _KEYS
    CSS_PATH = "ask.tcss"
    AUTO_FOCUS = "#question"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        # Which of the two is there tells `check_action`.
        Binding("escape", "return_to_finding", "Back to the finding"),
        Binding("escape", "back", "Back", show=False),
        Binding("enter", "type", "Type", show=False, tooltip="Go to the line to type in"),
        *READ,
        Binding("ctrl+n,f10", "start_over", "New subject"),
        Binding("ctrl+y", "correct", "Noted", tooltip="Correct what is noted of you"),
        Binding("ctrl+s", "save", "Save", tooltip="Save this answer"),
        Binding("ctrl+f", "find", "Find", priority=True, tooltip="Find words here"),
        *ON_ANSWER,
        Binding("s", "save", "Save", show=False, tooltip="Save this answer"),
        Binding("c", "app.copy_answer", "Copy", show=False, tooltip="Copy this answer"),
        Binding("y", "correct", "Noted", show=False, tooltip="Correct what is noted of you"),
        Binding("r,ctrl+r", "ask_again", "Ask again", show=False, tooltip="Ask the last question again"),
        Binding("slash", "find", "Find", show=False, tooltip="Find words here"),
        *(Binding(str(number), f"take({number})", "Ask it", show=False) for number in range(1, 10)),
        Binding("q", "app.leave", "Leave", show=False),
    ]

    from_finding: reactive[bool] = reactive(False, bindings=True)
    """Whether the last answer was asked for on the Check screen, so that the way back leads there."""

    def __init__(self) -> None:
        super().__init__()
        self._questions: Sequence[str] = ()
        self._waiting: list[tuple[str, str]] = []
        """What was asked while the finder was being opened, each with what to show as said."""
        self._tells_number = False

    def compose(self) -> ComposeResult:
        """The conversation, the sources, the line to type in."""
        yield ContextBar("Ask", self.state)
        with Horizontal(id="work"):
            yield Talk()
            with Vertical(id="beside"):
                yield Sources()
                yield RelatedList()
        yield NotedLine()
        yield Static("", id="told")
        yield FindBar()
        yield Line("Your question, then Enter", id="question", longest=LONGEST_QUESTION)
        yield Keys()

    def on_mount(self) -> None:
        """Begin with the line to type in; the finder is opened meanwhile."""
        self._show_noted()
        self.tell(self.app.wrong)
        self._question.focus()
        super().on_mount()

    @property
    def _question(self) -> Line:
        return self.query_one("#question", Line)

    @property
    def _talk(self) -> Talk:
        return self.query_one(Talk)

    @property
    def state(self) -> State:
        """What the conversation carries on."""
        return self.app.state

    @state.setter
    def state(self, state: State) -> None:
        self.app.state = state

    def take_context(self) -> None:
        """Show what is known now of who asks."""
        super().take_context()
        self._show_noted()

    def _show_noted(self) -> None:
        self.query_one(NotedLine).show(self.state)

    @property
    def at_hand(self) -> str:
        """How much was said."""
        return f"{counted(len(self._talk.turns), 'question')} asked." if self._talk.turns else ""

    # --- asking ---

    @on(Input.Submitted, "#question")
    async def ask_typed(self, event: Input.Submitted) -> None:
        """Ask what was typed; a number takes one of the questions offered."""
        said = event.value.strip()
        event.input.value = ""
        number = cues.number_in(said)
        if 0 < number <= len(self._questions):
            await self.action_take(number)
        elif said:
            await self.ask(said)

    @on(Input.Changed, "#question")
    def name_the_question(self, event: Input.Changed) -> None:
        """Say which question a number stands for, before Enter asks it."""
        number = int(event.value) if event.value.strip() in _DIGITS else 0
        if 0 < number <= len(self._questions):
            self.tell(f"Enter asks: {self._questions[number - 1]}")
        elif self._tells_number:
            self.tell("")
        self._tells_number = 0 < number <= len(self._questions)

    async def action_take(self, number: int) -> None:
        """Ask the question of that number, or take the choice."""
        if number <= len(self._questions):
            question = self._questions[number - 1]
            await self.ask(str(number) if self.state.options else question, shown=question)

    @on(OptionList.OptionSelected, "#related")
    async def ask_related(self, event: OptionList.OptionSelected) -> None:
        """Ask one of the questions that go with the answer."""
        self._question.focus()
        await self.action_take(event.option_index + 1)

    @on(Line.Full)
    def tell_of_the_limit(self) -> None:
        """Say that no more was kept."""
        too_long = settings()["words"]["too_long"]
        self.tell(f"{too_long} Only the first {LONGEST_QUESTION:,} characters are kept.")

    async def ask(self, said: str, *, shown: str = "") -> None:
        """Say something and show the reply; `shown` is what to show as said. Until the finder is open, it waits."""
        if not is_open():
            self._waiting.append((said, shown))
            self.tell(OPENING)
            return
        self.state, reply = say(load(), self.state, said)
        await self.show_reply(shown or said, reply)

    async def finder_is_open(self) -> None:
        """Ask what was typed while the finder was being opened."""
        waiting, self._waiting = self._waiting, []
        for said, words in waiting:
            await self.ask(said, shown=words)

    async def show_reply(self, said: str, reply: Reply, *, from_finding: bool = False) -> None:
        """Show a question with its reply, from its first line on."""
        self.from_finding = from_finding
        self.tell("")
        self.close_find()
        turn = Turn(said, reply)
        await self._talk.add(turn)
        self._questions = turn.questions
        self._show_sources(turn.answer)
        self.query_one(RelatedList).show(related_title(turn.answer) if turn.answer else "", self._questions)

    @property
    def more(self) -> str:
        """What is said where there is more to read: in a narrow window, of what too."""
        return _MORE_BELOW if self._talk.turns and self.has_class("-narrow") else super().more

    def has_moved(self) -> None:
        """Show the sources of the answer that is being read."""
        super().has_moved()
        if self._talk.turns:
            self._show_sources(self.answer)

    def _show_sources(self, answer: Answer | None) -> None:
        self.query_one(Sources).show(answer.citations if answer else (), NONE if answer else NOT_YET)

    @property
    def answer(self) -> Answer | None:
        """What is being read."""
        return self._talk.answer

    # --- keys ---

    async def action_start_over(self) -> None:
        """Forget the subject; what is noted of the asker stays."""
        self.close_find()
        await self._talk.clear()
        self._show_sources(None)
        self.query_one(RelatedList).show("", ())
        self.state = self.state.anew()
        self.from_finding = False
        self._questions = ()
        self.tell("")
        self._question.focus()

    def action_save(self) -> None:
        """Save the answer that is read as a handout; where there are several, ask whether to save them all."""
        count = len(self._talk.to_hand_out)
        if count > 1:
            both = [("this", "The answer I am reading"), ("all", f"All {count} answers, one after another")]
            self.app.push_screen(Choose("Save what as a handout?", both, ""), self._save)
        else:
            self.app.action_save_answer()

    def _save(self, what: str | None) -> None:
        if what == "this":
            self.app.action_save_answer()
        elif what == "all":
            self.action_save_all()

    def action_save_all(self) -> None:
        """Save all answers of the conversation as one handout."""
        handout = handout_of_all(load(), self._talk.to_hand_out, self.app.options.today or datetime.date.today())
        title = "Save all answers as one handout"
        offer = Offer(title, handout.heading, "answers", ENDINGS, partial(save, handout))
        self.app.offer_file(offer, lambda path: self.tell(f"Written: {path}"))

    async def action_ask_again(self) -> None:
        """Ask the last question again, by what is noted now."""
        if self.state.asked:
            await self.ask(self.state.asked)
        else:
            self.tell("There is no question yet that could be asked again.")

    def action_correct(self) -> None:
        """Show what is noted of the asker and the child, to be corrected."""
        self.app.push_screen(Noted(load(), self.state), self._take_corrected)

    def _take_corrected(self, state: State | None) -> None:
        if state is not None and state != self.state:
            self.state = state
            self.tell(_AGAIN if state.asked else "Noted.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape leads back to the finding where one came from it; a number asks where there is one of it."""
        match action:
            case "return_to_finding":
                return self.from_finding
            case "back":
                return not self.from_finding
            case "take":
                return parameters[0] in range(1, len(self._questions) + 1)
            case _:
                return super().check_action(action, parameters)

    async def action_return_to_finding(self) -> None:
        """Back to the finding that was asked about."""
        self.from_finding = False
        await self.app.go_to("check")

    def action_type(self) -> None:
        """Go into the line to type in."""
        self._question.focus()

    async def action_back(self) -> None:
        """Close the line to find words in; else go out of the line to type in, for single keys, and from there Home."""
        if self.query_one(FindBar).display:
            self.close_find()
        elif self._question.has_focus:
            self.reading.focus()
        else:
            self._question.focus()  # so that whoever comes back can type at once
            await self.app.action_home()

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words; each question that can be asked next is one."""
        yield SystemCommand("New subject", "Start the conversation over (Ctrl+N or F10)", self.action_start_over)
        noted = "Place, role, program, services, age (Ctrl+Y)"
        yield SystemCommand("Correct what is noted of you", noted, self.action_correct)
        yield SystemCommand("Ask the last question again", "By what is noted now (Ctrl+R)", self.action_ask_again)
        if self._talk.to_hand_out:
            yield SystemCommand("Save all answers", "One after another, in one handout", self.action_save_all)
        for number, question in enumerate(self._questions, 1):
            take = partial(self.action_take, number)
            yield SystemCommand(f"Ask: {question}", f"What people ask next ({number})", take)
        yield from super().commands()
