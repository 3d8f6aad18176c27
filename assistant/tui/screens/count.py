"""Count: the deadlines that follow from a day, units and amounts; each with every step, its source and its cautions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, ClassVar, Literal

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList, Static

from assistant.counting import ENDINGS, Countable, Uncountable, Worked, countables, matching, save
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.dialogs.save import Offer
from assistant.tui.screens.main import COPIED
from assistant.tui.screens.reading import ON_ANSWER, READ, READ_KEYS, ReadingScreen
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.count_page import CountPage
from assistant.tui.widgets.countable_list import CountableList
from assistant.tui.widgets.figures import Figures
from assistant.tui.widgets.find_bar import FindBar
from assistant.tui.widgets.keys import Keys
from assistant.tui.widgets.line import Line
from assistant.tui.widgets.sources import Sources
from assistant.tui.widgets.topic_list import TopicList
from checkers.reports.wording import counted
from knowledge import Topic, load
from knowledge.compose import Answer, Cited

_LONGEST = 200
"""In characters; more is no search."""
_NOT_YET = "Nothing is counted yet: type the figures, then Enter."
_NO_SOURCE = "The sources of what is counted are shown here."

Pane = Literal["countables", "counting"]

_READ, _, *_FIND = READ_KEYS
_KEYS: KeyHelp = (
    ("Enter", "from the list to the figures; from a figure to the next, then count"),
    ("/", "search what can be counted, ↓ to the list"),
    ("t", "read a topic on what came out, in the Library"),
    _READ,
    ("s, c", "save what came out as text; copy it (or Ctrl+S)"),
    *_FIND,
    ("Escape", "one part back: from what came out to the figures, the list, the search, Home"),
)


class CountScreen(ReadingScreen):
    """What can be counted on the left, its figures and what came out beside it, with its sources and topics."""

    NAMED = "Count"
    KEYS = _KEYS
    CSS_PATH = "count.tcss"
    AUTO_FOCUS = "#wanted"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-narrow"), (120, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search"),
        *READ,
        Binding("s", "save", "Save", tooltip="Save what was counted"),
        Binding("c", "copy", "Copy", tooltip="Copy what was counted"),
        Binding("ctrl+f", "find", "Find here", priority=True, tooltip="Find words here"),
        *ON_ANSWER,
        Binding("ctrl+s", "save", "Save", show=False, tooltip="Save what was counted"),
        Binding("down", "to_list", "To the list", show=False),
        Binding("t", "read_topic", "Topics", show=False, tooltip="Read a topic on it"),
        Binding("escape", "back", "Back", show=False),
        Binding("q", "app.leave", "Leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(classes="-at-countables")
        self._place = ""
        self._there: list[Countable] = []
        """What can be counted in the place that is chosen."""
        self._shown: Countable | None = None
        self._typed: dict[str, Mapping[str, str]] = {}
        self._figures: dict[str, Mapping[str, Any]] = {}
        """What was typed, and the figures of what was counted, by its id."""
        self.worked: Worked | None = None
        """What came out that is shown."""

    def compose(self) -> ComposeResult:
        """The line to search in, what can be counted, what is counted, what belongs to it."""
        yield ContextBar("Count", self.app.state)
        yield Line("Search: a word or two of what happened", id="wanted", longest=_LONGEST)
        with Horizontal(id="work"):
            yield CountableList()
            yield CountPage()
            with Vertical(id="beside"):
                yield Sources()
                yield TopicList()
        yield Static("", id="told")
        yield FindBar()
        yield Keys()

    def on_mount(self) -> None:
        """Begin with all that holds in the place."""
        super().on_mount()
        self._take_place()
        self.tell(self.app.wrong)
        self._search.focus()

    @property
    def _search(self) -> Line:
        return self.query_one("#wanted", Line)

    @property
    def _list(self) -> CountableList:
        return self.query_one(CountableList)

    @property
    def _page(self) -> CountPage:
        return self.query_one(CountPage)

    @property
    def answer(self) -> Answer | None:
        """None: what is counted is no answer to a question."""
        return None

    @property
    def text(self) -> str:
        """What came out."""
        return self.worked.text if self.worked else ""

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The sources that it rests on."""
        return self.worked.cited if self.worked else ()

    @property
    def _topics(self) -> tuple[Topic, ...]:
        return self.worked.topics if self.worked else ()

    @property
    def at_hand(self) -> str:
        """How much was counted."""
        return f"{counted(len(self._figures), 'thing')} counted." if self._figures else ""

    # --- choosing ---

    def take_context(self) -> None:
        """Go by the place that is chosen now: what is listed, and what came out."""
        super().take_context()
        if self.app.state.place != self._place:
            self._take_place()

    def _take_place(self) -> None:
        self._place = self.app.state.place
        self._there = countables(self._place)
        self._list_wanted()

    @on(Input.Changed, "#wanted")
    def search(self) -> None:
        """List what the words find; all there is where there are none."""
        self._list_wanted()
        self._show_pane("countables")

    def _list_wanted(self) -> None:
        words = self._search.value
        self._list.show(matching(self._there, words) if words.strip() else self._there)
        self.show_chosen()

    @on(Input.Submitted, "#wanted")
    def action_to_list(self) -> None:
        """Go on to the list, where there is anything in it."""
        if self._list.current:
            self._go("countables")

    @on(OptionList.OptionHighlighted, "#countables")
    def show_chosen(self) -> None:
        """Ask for the figures of what is under the cursor, and show what came of them before."""
        chosen = self._list.current
        if chosen is self._shown is not None:
            return
        if self._shown:
            self._typed[self._shown.id] = self._page.figures.typed
        self._shown, self.worked = chosen, None
        self._page.ask(chosen, self._typed.get(chosen.id, {}) if chosen else {})
        if chosen and chosen.id in self._figures:
            self._count(chosen, self._figures[chosen.id])
        self._show_belonging()

    @on(OptionList.OptionSelected, "#countables")
    def open_chosen(self) -> None:
        """Go to its figures."""
        self._show_pane("counting")
        self._page.figures.go_to_first()

    # --- counting ---

    @on(Figures.Given)
    def count_given(self, event: Figures.Given) -> None:
        """Count, and go to what came out."""
        if self._shown and self._count(self._shown, event.figures):
            self._figures[self._shown.id] = event.figures
            self._show_belonging()
            self._show_pane("counting")
            self._page.go_to_result()

    def _count(self, countable: Countable, figures: Mapping[str, Any]) -> bool:
        """Show what comes of the figures; where nothing does, say why."""
        try:
            self.worked = countable.worked(figures, self._place)
        except Uncountable as why:
            self._page.figures.refuse(str(why))
            return False
        self._page.show(self.worked)
        return True

    def _show_belonging(self) -> None:
        self.tell("")
        self.close_find()
        self.query_one(Sources).show(self.cited, "" if self.worked else _NO_SOURCE)
        self.query_one(TopicList).show(self._topics)
        self.refresh_bindings()

    # --- from part to part ---

    def _go(self, pane: Pane) -> None:
        """Go to a part of the screen; where there is no room for both, it is shown in place of the other."""
        self._show_pane(pane)
        self.query_one(f"#{pane}").focus()

    def _show_pane(self, pane: Pane) -> None:
        for each in ("countables", "counting"):
            self.set_class(each == pane, f"-at-{each}")
        self.refresh_bindings()

    # --- keys ---

    def action_search(self) -> None:
        """Go to the line to search in."""
        self._show_pane("countables")
        self._search.focus()

    async def action_read_topic(self) -> None:
        """Read a topic on what came out in the Library; where there are several, ask which."""
        topics = [(topic.id, topic.question) for topic in self._topics]
        if len(topics) == 1:
            await self._read(topics[0][0])
        elif topics:
            self.app.push_screen(Choose("Read which topic?", topics, ""), self._read)
        else:
            self.tell("No topic belongs to this." if self.worked else _NOT_YET)

    @on(OptionList.OptionSelected, "#topics")
    async def read_chosen(self) -> None:
        """Read the topic that is chosen beside."""
        if topic := self.query_one(TopicList).current:
            await self._read(topic.id)

    async def _read(self, topic: str | None) -> None:
        if topic is not None:
            await self.app.read_in_library(load().by_id[topic])

    def action_save(self) -> None:
        """Save what came out as text."""
        if self.worked:
            title = "Save what was counted"
            offer = Offer(title, self.worked.title, self.worked.name, ENDINGS, partial(save, self.worked))
            self.app.offer_file(offer, lambda path: self.tell(f"Written: {path}"))
        else:
            self.tell(_NOT_YET)

    def action_copy(self) -> None:
        """Copy what came out, for pasting it elsewhere."""
        if self.worked:
            self.app.copy_to_clipboard(self.worked.text)
        self.tell(COPIED if self.worked else _NOT_YET)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether there is something in sight to read on in, and whether one is typing, and where."""
        match action:
            case "read":
                return not (self.has_class("-slim") and self.has_class("-at-countables"))
            case "search":
                return not isinstance(self.focused, Input)
            case "to_list":
                return self.focused is not None and self.focused.id == "wanted"
            case _:
                return super().check_action(action, parameters)

    async def action_back(self) -> None:
        """Close the line to find words in; else one part back: to the figures, the list, the search, Home."""
        if self.query_one(FindBar).display:
            self.close_find()
        elif self._search.has_focus:
            await self.app.action_home()
        elif self._list.has_focus:
            self.action_search()
        elif self._page.has_focus and self.worked:
            self._page.figures.go_to_first()
        else:
            self._go("countables")

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words; each topic to read is one."""
        yield SystemCommand("Search what can be counted", "By a word or two (/)", self.action_search)
        if self.worked:
            yield SystemCommand("Save what was counted", "As plain text (Ctrl+S)", self.action_save)
            yield SystemCommand("Copy what was counted", "To paste it somewhere else (c)", self.action_copy)
        for topic in self._topics:
            yield SystemCommand(f"Read: {topic.question}", "A topic on it (t)", partial(self._read, topic.id))
        yield from super().commands()
