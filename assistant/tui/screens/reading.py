"""What the screens have in common on which one reads: reading on, finding words, the sources and the terms in it."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on, work
from textual.app import SystemCommand
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.finder import open_finder
from assistant.tui.safe import shown_line
from assistant.tui.screens.main import MainScreen
from assistant.tui.widgets.find_bar import FindBar
from assistant.tui.widgets.passage import Reading
from assistant.tui.widgets.sources import Sources
from assistant.wording import term_in_words
from knowledge import load
from knowledge.compose import Answer, Cited
from knowledge.glossary import terms_in

READ_KEYS: KeyHelp = (
    ("PgUp, PgDn", "read up and down"),
    ("s, c", "save the answer as a handout; copy it (or Ctrl+S)"),
    ("o, w", "open a source; explain the words used (or Ctrl+O, Ctrl+G)"),
    ("Ctrl+F", "find words here; n next, p previous, Escape closes"),
)
_PAGES = Binding.Group("Read")
READ = (
    # Before any part of the screen, so that they read on while one types, and the line at the bottom names them.
    Binding("pageup", "read(-1)", "Read up", group=_PAGES, priority=True),
    Binding("pagedown", "read(1)", "Read on", group=_PAGES, priority=True),
)
"""The keys to read with. Bindings come in the order in which the line at the bottom names them, so each screen puts
these among its own."""
ON_ANSWER = (
    Binding("n", "find_next(1)", "Next", show=False, tooltip="Next place found"),
    Binding("p", "find_next(-1)", "Previous", show=False, tooltip="Previous place found"),
    Binding("o,ctrl+o", "open_source", "Sources", show=False, tooltip="Open a source"),
    Binding("w,ctrl+g", "explain_words", "Words", show=False, tooltip="Explain the words"),
)
"""Further keys on what is read, which the help names; tooltips are the names in the palette."""


class ReadingScreen(MainScreen):
    """A main screen with one part to read in."""

    _left: Widget | None = None
    """What had the focus before words were looked for."""

    class FinderOpen(Message):
        """Questions are answered at once from now on."""

    def on_mount(self) -> None:
        """Open the finder while one reads, and follow how far one has read."""
        for moved in ("scroll_y", "virtual_size"):
            self.watch(self.reading, moved, self._moved, init=False)
        self._open_finder()

    @work(thread=True)
    def _open_finder(self) -> None:
        open_finder()
        self.post_message(self.FinderOpen())

    async def on_reading_screen_finder_open(self) -> None:
        """Go on with what had to wait for it."""
        await self.finder_is_open()

    async def finder_is_open(self) -> None:
        """Do what had to wait for the finder."""

    @property
    def answer(self) -> Answer | None:
        """What is being read."""
        raise NotImplementedError

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The sources of what is being read."""
        return self.answer.citations if self.answer else ()

    @property
    def text(self) -> str:
        """What is being read, for the words of the field in it."""
        return f"{self.answer.question}\n{self.answer.answer}" if self.answer else ""

    @property
    def reading(self) -> Reading:
        """The part to read in."""
        return self.query_one(Reading)

    @property
    def more(self) -> str:
        """What is said where there is more to read."""
        return "PgDn reads on"

    def _moved(self) -> None:
        self.call_after_refresh(self.has_moved)  # when the sizes are known

    def has_moved(self) -> None:
        """Say whether there is more to read."""
        reading = self.reading
        reading.border_subtitle = self.more if reading.scroll_y < reading.max_scroll_y else ""

    def tell(self, words: str) -> None:
        """Say something above the keys, until something else is read."""
        told = self.query_one("#told", Static)
        told.update(shown_line(words))
        told.display = bool(words)

    def action_read(self, pages: int) -> None:
        """Read up or down, wherever one is."""
        self.reading.read(pages)

    # --- finding words ---

    @property
    def _find_bar(self) -> FindBar:
        return self.query_one(FindBar)

    def action_find(self) -> None:
        """Look for words in what is read."""
        if not self._find_bar.display:
            self._left = self.focused
        self._find_bar.open()

    def action_find_next(self, step: int) -> None:
        """Go to the next place of the words, or the one before."""
        if self._find_bar.display:
            self._find_bar.step(step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One goes from place to place only while words are looked for."""
        if action == "find_next":
            return any(bar.display for bar in self.query(FindBar))
        return super().check_action(action, parameters)

    def close_find(self) -> None:
        """Look for nothing any more."""
        if self._find_bar.display:
            self._find_bar.close()

    @on(FindBar.Wanted)
    def show_found(self, event: FindBar.Wanted) -> None:
        """Mark the words, and say how often they are there."""
        self._find_bar.tell(self.reading.seek(event.words, event.chosen))

    @on(FindBar.Closed)
    def show_as_it_was(self) -> None:
        """Take the marks away, and go back to where one was."""
        self.reading.seek("", 0)
        if isinstance(self.focused, Input) and self.focused.id == "find":
            (self._left or self.reading).focus()

    # --- what belongs to the answer ---

    async def action_open_source(self) -> None:
        """Open a source of what is read in the Library; where there are several, ask which."""
        sources = {each.source: each.title for each in self.cited}
        if len(sources) == 1:
            await self._open_source(next(iter(sources)))
        elif sources:
            self.app.push_screen(Choose("Open which source?", list(sources.items()), ""), self._open_source)
        else:
            self.tell("No source belongs to what is read here.")

    @on(OptionList.OptionSelected, "#sources")
    async def open_chosen_source(self) -> None:
        """Open the source under the cursor in the Library."""
        await self._open_source(self.query_one(Sources).current or None)

    async def _open_source(self, source: str | None) -> None:
        if source is not None:
            await self.app.read_in_library(load().sources[source])

    def action_explain_words(self) -> None:
        """Explain the words of the field in what is read; one of them can be opened in the Library."""
        if terms := terms_in(self.text, load().glossary):
            words = [(term.name, term_in_words(term)) for term in terms]
            self.app.push_screen(Choose("Words used here", words, ""), self._open_word)
        else:
            self.tell("There is no word of the field here that the glossary explains.")

    async def _open_word(self, name: str | None) -> None:
        if name is not None:
            await self.app.read_in_library(next(term for term in load().glossary if term.name == name))

    def commands(self) -> Iterator[SystemCommand]:
        """Every action on what is read, in plain words."""
        yield SystemCommand("Find words here", "In what you read (Ctrl+F)", self.action_find)
        if self.cited:
            yield SystemCommand("Open a source", "With all topics that rest on it (Ctrl+O)", self.action_open_source)
        if self.text:
            yield SystemCommand("Explain the words", "Those of the field (Ctrl+G)", self.action_explain_words)
