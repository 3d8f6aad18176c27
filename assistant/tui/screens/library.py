"""Library: browse and search topics, the glossary and the sources, read them, and go from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar, Literal, assert_never

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList, Static

from assistant.reading_on import Leaf, Step, steps_from
from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.finder import is_open
from assistant.tui.screens.reading import ON_ANSWER, READ, READ_KEYS, ReadingScreen
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.find_bar import FindBar
from assistant.tui.widgets.follow import FollowList
from assistant.tui.widgets.keys import Keys
from assistant.tui.widgets.line import Line
from assistant.tui.widgets.shelf_list import GLOSSARY, SOURCES, ShelfList
from assistant.tui.widgets.sources import NOT_YET, Sources
from assistant.tui.widgets.topic_page import TopicPage
from knowledge import Topic, load
from knowledge.browse import answers, search, search_terms, shelves
from knowledge.compose import Answer, Cited, answer_topic, cite
from knowledge.glossary import terms_of
from knowledge.schema import Source, Term

_LONGEST = 200
"""In characters; more is no search."""

Pane = Literal["shelves", "topic"]


_KEYS: KeyHelp = (
    ("Enter", "open or close; read; on a source, list what rests on it"),
    ("→, ←", "open; close, or go to the line above"),
    ("/, g", "search by a word or two, ↓ to what is found; the glossary"),
    ("1 to 9", "go to the topic of that number under the answer"),
    ("Backspace", "back to what you came from"),
    *READ_KEYS,
    ("Escape", "one part back: from the answer to the list, the search, Home"),
)


class LibraryScreen(ReadingScreen):
    """What there is on the left, what is chosen beside it, with its sources and where it leads."""

    NAMED = "Library"
    KEYS = _KEYS
    CSS_PATH = "library.tcss"
    AUTO_FOCUS = "#search"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-narrow"), (120, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search"),
        *READ,
        Binding("s", "app.save_answer", "Save", tooltip="Save this answer"),
        Binding("c", "app.copy_answer", "Copy", tooltip="Copy this answer"),
        Binding("backspace", "step_back", "Back"),
        Binding("g", "glossary", "Glossary", tooltip="Browse the glossary"),
        Binding("ctrl+f", "find", "Find here", priority=True, tooltip="Find words here"),
        *ON_ANSWER,
        Binding("ctrl+s", "app.save_answer", "Save", show=False, tooltip="Save this answer"),
        Binding("down", "to_shelves", "To the topics", show=False),
        *(Binding(str(number), f"follow({number})", "Read on", show=False) for number in range(1, 10)),
        Binding("escape", "back", "Back", show=False),
        Binding("q", "app.leave", "Leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(classes="-at-shelves")
        self._topics = answers(load())
        self._leaf: Leaf | None = None
        self._before: list[Leaf] = []
        """What one came from, by following, the last at the end."""
        self.steps: tuple[Step, ...] = ()
        """Where that leads which is read."""

    def compose(self) -> ComposeResult:
        """The line to search in, the topics, the one that is read, what belongs to it."""
        yield ContextBar("Library", self.app.state)
        yield Line("Search: a word or two", id="search", longest=_LONGEST)
        with Horizontal(id="work"):
            yield ShelfList(load(), list(shelves(load(), self._topics)))
            yield TopicPage()
            with Vertical(id="beside"):
                yield Sources()
                yield FollowList()
        yield Static("", id="told")
        yield FindBar()
        yield Keys()

    def on_mount(self) -> None:
        """Begin with the places, the reader's own open."""
        super().on_mount()
        self.query_one(TopicPage).greet()
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
        return self.app.state.place

    @property
    def answer(self) -> Answer | None:
        """The topic that is being read, as an answer for the reader's place."""
        leaf = self._leaf
        return answer_topic(load(), leaf.question, leaf.id, place=self._place) if isinstance(leaf, Topic) else None

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The sources of what is being read; the one that explains a term."""
        leaf = self._leaf
        return (cite(load(), leaf.source),) if isinstance(leaf, Term) else super().cited

    @property
    def before(self) -> Leaf | None:
        """What the way back leads to."""
        return self._before[-1] if self._before else None

    # --- searching ---

    @on(Input.Changed, "#search")
    def find(self, event: Input.Changed) -> None:
        """Show what the words find; all there is where there are none."""
        if event.value == self._search.value:  # else more was typed meanwhile, and is to come
            self._find()

    def _find(self) -> None:
        words = self._search.value
        if words.strip():
            found = search(load(), words, self._topics, place=self._place, near=is_open())
            self._shelves.show_found(found, search_terms(load(), words))
            if self._shelves.current is None:
                self._show(None)
        else:
            self._shelves.show_all()
        self._show_pane("shelves")

    async def finder_is_open(self) -> None:
        """Search again for the nearest to words that nothing has."""
        if self._search.value.strip() and self._shelves.current is None:
            self._find()

    @on(Input.Submitted, "#search")
    def action_to_shelves(self) -> None:
        """Go on to the topics."""
        self._go("shelves")

    # --- reading ---

    @on(OptionList.OptionHighlighted, "#shelves")
    def show_chosen(self) -> None:
        """Show what is under the cursor."""
        if (leaf := self._shelves.current) and leaf is not self._leaf:
            self._before = []
            self._show(leaf)

    @on(OptionList.OptionSelected, "#shelves")
    def open_chosen(self) -> None:
        """Open or close a branch; list what rests on a source; read a topic or a term."""
        leaf = self._shelves.current
        if leaf is None:
            self._shelves.toggle()
        elif isinstance(leaf, Source) and self._shelves.shows_all:
            self._shelves.show_resting_on(leaf)
        else:
            self.show_chosen()
            self._go("topic")

    @on(OptionList.OptionSelected, "#follow")
    def follow_chosen(self) -> None:
        """Go to the topic that is chosen beside."""
        if step := self.query_one(FollowList).current:
            self.go_to(step.topic)

    def go_to(self, leaf: Leaf) -> None:
        """Read something else; the way back leads to what is read now. Of a source all topics are listed."""
        if self._leaf:
            self._before.append(self._leaf)
        if isinstance(leaf, Source):
            self._list_resting_on(leaf)
        else:
            self._show(leaf)
            self._go("topic")

    def _list_resting_on(self, source: Source) -> None:
        before = self._before  # the cursor, which moves to the source, forgets them
        self._show(source)
        self._shelves.show_resting_on(source)
        self._before = before
        self._go("shelves")

    def take_context(self) -> None:
        """Show what is read for the place that is chosen now; before anything is read or searched, open that place."""
        super().take_context()
        if self._leaf:
            self._show(self._leaf)
        elif not self._search.value:
            self._shelves.open_place(self._place)

    def _show(self, leaf: Leaf | None) -> None:
        self._leaf = leaf
        self.steps = steps_from(load(), leaf) if leaf else ()
        self.tell("")
        self.close_find()
        page, answer = self.query_one(TopicPage), self.answer
        match leaf:
            case Topic():
                assert answer is not None
                page.show_answer(answer, self.steps, terms_of(leaf))
            case Term():
                page.show_term(load(), leaf, self.steps)
            case Source():
                page.show_source(load(), leaf)
            case None:
                page.greet()
            case _:
                assert_never(leaf)
        self.query_one(Sources).show(self.cited, "" if leaf else NOT_YET)
        self.query_one(FollowList).show(self.steps)
        self.refresh_bindings()

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

    def action_glossary(self) -> None:
        """Go to the terms."""
        self._open_shelf(GLOSSARY)

    def action_sources(self) -> None:
        """Go to the sources."""
        self._open_shelf(SOURCES)

    def _open_shelf(self, name: str) -> None:
        self._search.value = ""
        self._shelves.open_branch((name,))
        self._go("shelves")

    def action_follow(self, number: int) -> None:
        """Go to a topic by its number."""
        if number <= len(self.steps):
            self.go_to(self.steps[number - 1].topic)

    def action_step_back(self) -> None:
        """Back to what was read before, where one followed something."""
        if self._before:
            leaf = self._before.pop()
            if isinstance(leaf, Source):
                self._list_resting_on(leaf)
            else:
                self._show(leaf)
                self._go("topic")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether there is something to go back to, an answer in sight to read on in, and whether one is typing."""
        match action:
            case "step_back":
                return bool(self._before)
            case "read":
                return not (self.has_class("-slim") and self.has_class("-at-shelves"))
            case "search":
                return not isinstance(self.focused, Input)
            case "to_shelves":
                return isinstance(self.focused, Input)
            case _:
                return super().check_action(action, parameters)

    async def action_back(self) -> None:
        """Close the line to find words in; else from what is read to what was read before, and so to the list.

        From what rests on a source to all there is, from the list to the search, and from there Home.
        """
        if self.query_one(FindBar).display:
            self.close_find()
        elif self._search.has_focus:
            await self.app.action_home()
        elif self._shelves.has_focus:
            self._leave_list()
        elif self._before:
            self.action_step_back()
        else:
            self._go("shelves")

    def _leave_list(self) -> None:
        if self._shelves.shows_all or self._search.value.strip():
            self.action_search()
        else:
            self._shelves.show_all(self._leaf)

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words; each step on from what is read is one."""
        yield SystemCommand("Search the topics", "By a word or two (/)", self.action_search)
        yield SystemCommand("Browse the glossary", "The words of the field, explained (g)", self.action_glossary)
        yield SystemCommand("Browse the sources", "Each with the topics that rest on it", self.action_sources)
        if before := self.before:
            yield SystemCommand(f"Back to: {_name(before)}", "Backspace", self.action_step_back)
        for number, step in enumerate(self.steps, 1):
            follow = partial(self.go_to, step.topic)
            yield SystemCommand(f"Read: {step.topic.question}", f"{step.title} ({number})", follow)
        yield from super().commands()


def _name(leaf: Leaf) -> str:
    match leaf:
        case Topic():
            return leaf.question
        case Term():
            return leaf.name
        case Source():
            return leaf.title
