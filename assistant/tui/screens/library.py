"""Library: browse and search the topics, read them, and go from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList, Static

from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.safe import shown_line
from assistant.tui.screens.main import MainScreen
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.follow import FollowList, Step, steps_from
from assistant.tui.widgets.keys import Keys
from assistant.tui.widgets.line import Line
from assistant.tui.widgets.shelf_list import ShelfList
from assistant.tui.widgets.sources import Sources
from assistant.tui.widgets.topic_page import TopicPage
from knowledge import Topic, load
from knowledge.browse import answers, search, shelves
from knowledge.compose import Answer, answer_topic
from knowledge.glossary import terms_of

_LONGEST = 200
"""In characters; more is no search."""
_MORE = "PgDn reads on"
_READ = Binding.Group("Read")

Pane = Literal["shelves", "topic"]


_KEYS: KeyHelp = (
    ("Enter", "open or close a place, a program, a subject; read a topic"),
    ("→, ←", "open; close, or go to the line above"),
    ("/", "search: type a word or two, ↓ goes to what was found"),
    ("PgUp, PgDn", "read up and down in the answer"),
    ("1 to 9", "go to the topic of that number under the answer"),
    ("Backspace", "back to the answer you came from"),
    ("s", "save the answer as a one-page handout, for Word or as text"),
    ("c", "copy the answer with its sources"),
    ("Escape", "from the answer to the topics, from there to the search"),
)


class LibraryScreen(MainScreen):
    """The topics on the left, the one chosen beside them, with its sources and where it leads."""

    NAMED = "Library"
    KEYS = _KEYS
    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-narrow"), (120, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search"),
        Binding("pageup", "read(-1)", "Read up", group=_READ, priority=True),
        Binding("pagedown", "read(1)", "Read on", group=_READ, priority=True),
        Binding("s", "app.save_answer", "Save"),
        Binding("c", "app.copy_answer", "Copy"),
        Binding("backspace", "step_back", "Back"),
        Binding("ctrl+s", "app.save_answer", "Save", show=False),
        Binding("down", "to_shelves", "To the topics", show=False),
        *(Binding(str(number), f"follow({number})", "Read on", show=False) for number in range(1, 10)),
        Binding("escape", "back", "Back", show=False),
        Binding("q", "app.leave", "Leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(classes="-at-shelves")
        self._topics = answers(load())
        self._topic: Topic | None = None
        self._before: list[Topic] = []
        """The topics one came from, by following, the last at the end."""
        self.steps: tuple[Step, ...] = ()
        """Where the topic that is read leads."""

    def compose(self) -> ComposeResult:
        """The line to search in, the topics, the one that is read, what belongs to it."""
        yield ContextBar("Library", self.app.asking.state)
        yield Line("Search: a word or two", id="search", longest=_LONGEST)
        with Horizontal(id="work"):
            yield ShelfList(load(), list(shelves(load(), self._topics)))
            yield TopicPage()
            with Vertical(id="beside"):
                yield Sources()
                yield FollowList()
        yield Static("", id="told")
        yield Keys()

    def on_mount(self) -> None:
        """Begin with the places, the reader's own open."""
        page = self.query_one(TopicPage)
        for moved in ("scroll_y", "virtual_size"):
            self.watch(page, moved, self._moved, init=False)
        self.query_one(FollowList).display = False
        self.tell(self.app.wrong)
        self._shelves.show_all()
        self._shelves.open_place(self._place)
        self._search.focus()

    @property
    def _search(self) -> Line:
        return self.query_one("#search", Line)

    @property
    def _shelves(self) -> ShelfList:
        return self.query_one(ShelfList)

    @property
    def _place(self) -> str:
        return self.app.asking.state.place

    @property
    def answer(self) -> Answer | None:
        """What is being read."""
        topic = self._topic
        return answer_topic(load(), topic.question, topic.id, place=self._place) if topic else None

    @property
    def before(self) -> Topic | None:
        """The topic that the way back leads to."""
        return self._before[-1] if self._before else None

    # --- searching ---

    @on(Input.Changed, "#search")
    def find(self, event: Input.Changed) -> None:
        """Show what the words find; all topics where there are none."""
        if event.value != self._search.value:
            return  # more was typed meanwhile, and is to come
        if event.value.strip():
            found = search(load(), event.value, self._topics, place=self._place)
            self._shelves.show_found(found)
            if not found.topics:
                self._show(None)
        else:
            self._shelves.show_all()
        self._show_pane("shelves")

    @on(Input.Submitted, "#search")
    def action_to_shelves(self) -> None:
        """Go on to the topics."""
        self._go("shelves")

    # --- reading ---

    @on(OptionList.OptionHighlighted, "#shelves")
    def topic_chosen(self) -> None:
        """Show the topic under the cursor."""
        if (topic := self._shelves.current) and topic is not self._topic:
            self._before = []
            self._show(topic)

    @on(OptionList.OptionSelected, "#shelves")
    def open_chosen(self) -> None:
        """Open or close a branch; read a topic."""
        if self._shelves.current:
            self.topic_chosen()
            self._go("topic")
        else:
            self._shelves.toggle()

    @on(OptionList.OptionSelected, "#follow")
    def follow_chosen(self) -> None:
        """Go to the topic that is chosen beside."""
        if step := self.query_one(FollowList).current:
            self.go_to(step.topic)

    def go_to(self, topic: Topic) -> None:
        """Read another topic; the way back leads to this one."""
        if self._topic:
            self._before.append(self._topic)
        self._show(topic)
        self._go("topic")

    def take_place(self) -> None:
        """Show what is read for the place that is chosen now; before anything is read or searched, open that place."""
        if self._topic:
            self._show(self._topic)
        elif not self._search.value:
            self._shelves.open_place(self._place)

    def _show(self, topic: Topic | None) -> None:
        self._topic = topic
        self.steps = steps_from(load(), topic) if topic else ()
        answer = self.answer
        self.tell("")
        self.query_one(TopicPage).show(answer, self.steps, terms_of(topic) if topic else ())
        self.query_one(Sources).show(answer)
        self.query_one(FollowList).show(self.steps)
        self.refresh_bindings()

    def _moved(self) -> None:
        self.call_after_refresh(self._tell_of_more)  # when the sizes are known

    def _tell_of_more(self) -> None:
        page = self.query_one(TopicPage)
        page.border_subtitle = _MORE if page.scroll_y < page.max_scroll_y else ""

    def tell(self, words: str) -> None:
        """Say something above the keys, until another topic is read."""
        told = self.query_one("#told", Static)
        told.update(shown_line(words))
        told.display = bool(words)

    # --- from part to part ---

    def _go(self, pane: Pane) -> None:
        """Go to a part of the screen; where there is no room for both, it is shown in place of the other."""
        self._show_pane(pane)
        self.query_one(f"#{pane}").focus()

    def _show_pane(self, pane: Pane) -> None:
        for each in ("shelves", "topic"):
            self.set_class(each == pane, f"-at-{each}")
        self.refresh_bindings()

    # --- keys ---

    def action_search(self) -> None:
        """Go to the line to search in."""
        self._show_pane("shelves")
        self._search.focus()

    def action_read(self, pages: int) -> None:
        """Read up or down, wherever one is."""
        self.query_one(TopicPage).read(pages)

    def action_follow(self, number: int) -> None:
        """Go to a topic by its number."""
        if number <= len(self.steps):
            self.go_to(self.steps[number - 1].topic)

    def action_step_back(self) -> None:
        """Back to the topic before, where one was followed."""
        if self._before:
            self._show(self._before.pop())
            self._go("topic")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Whether there is something to go back to, an answer in sight to read on in, and whether one is typing."""
        match action:
            case "step_back":
                return bool(self._before)
            case "read":
                return not (self.has_class("-slim") and self.has_class("-at-shelves"))
            case "search":
                return not isinstance(self.focused, Input)
            case _:
                return True

    def action_back(self) -> None:
        """From a topic to the one before, else to the list; from the list to the search, and from there to the list."""
        if self._search.has_focus:
            self._go("shelves")
        elif self._shelves.has_focus:
            self.action_search()
        elif self._before:
            self.action_step_back()
        else:
            self._go("shelves")

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words; each step on from the answer is one."""
        yield SystemCommand("Search the topics", "By a word or two (/)", self.action_search)
        if before := self.before:
            yield SystemCommand(f"Back to: {before.question}", "Backspace", self.action_step_back)
        for number, step in enumerate(self.steps, 1):
            follow = partial(self.go_to, step.topic)
            yield SystemCommand(f"Read: {step.topic.question}", f"{step.title} ({number})", follow)
