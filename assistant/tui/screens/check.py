"""Check: choose documents, see what was found, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.widgets import Button, Input, Static
from textual.worker import Worker

from assistant.filtering import Filter
from assistant.paths import paths_in
from assistant.profiles import choices, in_words
from assistant.tui.deeds import Deed, Listed, deeds, do
from assistant.tui.dialogs.browse import Browse
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.narrow import Narrow
from assistant.tui.handing_on import earlier_report
from assistant.tui.loading import SAMPLES
from assistant.tui.safe import joined, shown_line
from assistant.tui.screens.check_keys import BINDINGS, HELLO, KEYS
from assistant.tui.screens.main import MainScreen
from assistant.tui.waiving import let_stand, withdrawn
from assistant.tui.widgets.checks import Checks, Paths
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.desk import Desk
from assistant.tui.widgets.keys import Keys
from assistant.tui.widgets.path_bar import PathBar, PathLine


class CheckScreen(MainScreen):
    """The line for a path, how far checking is, and the documents with their findings."""

    NAMED = "Check"
    KEYS = KEYS
    CSS_PATH = "check.tcss"
    AUTO_FOCUS = "#path"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-narrow"), (120, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [*BINDINGS]

    def __init__(self) -> None:
        super().__init__(classes="-empty")
        self._before = 0
        """How many documents were listed when the check began."""
        self._only_samples = False
        self._folders: dict[Path, None] = {}
        """The folders that the documents were found in, as they were named."""
        self._doing: Worker[None] | None = None
        self._decided_by = ""
        """Who waived something last, in this run."""

    def compose(self) -> ComposeResult:
        """The line for a path, the progress, the documents."""
        yield ContextBar("Check", self.app.state)
        yield PathBar()
        yield Checks()
        yield Static("", id="filter")
        yield Static(joined(*map(shown_line, HELLO), between="\n\n"), id="hello")
        yield Desk()
        yield Keys()

    def on_mount(self) -> None:
        """Begin with the line for a path."""
        self.tell(self.app.wrong)
        self._path.focus()

    @property
    def _path(self) -> PathLine:
        return self.query_one(PathLine)

    @property
    def _checks(self) -> Checks:
        return self.query_one(Checks)

    @property
    def _desk(self) -> Desk:
        return self.query_one(Desk)

    @property
    def at_hand(self) -> str:
        """What was checked; or that it is being checked."""
        return "Documents are being checked." if self._checks.is_running else self._desk.verdict

    def tell(self, words: str) -> None:
        """Say something in the line above the documents."""
        self._checks.tell(words)

    # --- choosing ---

    @on(Input.Submitted, "#path")
    def check_typed(self, event: Input.Submitted) -> None:
        """Check what was typed, pasted or dropped; where nothing was and nothing is listed, the samples."""
        typed = event.value.strip()
        if typed:
            self._begin(lambda: paths_in(typed))
        elif self._desk.reports:
            self._desk.go_to_documents()
        else:
            self._begin(lambda: [SAMPLES], samples=True)

    @on(Button.Pressed, "#browse")
    def action_browse(self) -> None:
        """Look for a document."""
        self.app.push_screen(Browse(Path.cwd()), self._browsed)

    def _browsed(self, path: Path | None) -> None:
        if path is not None:
            self._path.fill(str(path))
            self._begin(lambda: [path])

    def check_these(self, paths: Sequence[Path]) -> None:
        """Check files that were chosen elsewhere than here."""
        self._begin(lambda: paths)

    def on_paste(self, event: events.Paste) -> None:
        """A file that is dropped while no line has the focus goes into the line for a path, and is checked."""
        text = event.text
        if text.strip():
            self._path.fill(self._path.in_one_line(text))
            self._begin(lambda: paths_in(text))

    # --- checking ---

    def _begin(self, paths: Paths, *, samples: bool = False) -> None:
        """Check files and folders, and add them to those that are listed; the samples go when others come."""
        self.remove_class("-empty")
        if self._only_samples and not samples:
            self._desk.clear()
            self._folders.clear()
        self.action_show_all()
        self._only_samples = samples
        self._before = len(self._desk.reports)
        self._checks.begin(paths, self.app.options)

    @on(Checks.Checked)
    def take(self, event: Checks.Checked) -> None:
        """List documents."""
        self._desk.add(event.reports)

    @on(Checks.Ended)
    def end(self, event: Checks.Ended) -> None:
        """Say what became of all, and lead to the first of those added with something to do."""
        reports = self._desk.reports
        self._show_whether_empty()
        if not event.found:
            names = ", ".join(map(str, event.paths))
            self.tell(f"No document in {names}: choose .docx, .pdf or .txt files, or a folder that holds some.")
            return
        self._folders.update(dict.fromkeys(path if path.is_dir() else path.parent for path in event.paths))
        more = len(reports) - self._before
        self.tell(f"{f'{more} added. ' if self._before and more else ''}{self._desk.verdict}")
        self._desk.go_to_first(event.found)
        self.app.show_context()  # Home tells what is here
        if self._path.has_focus and self._path.untouched:
            self._desk.go_to_documents()
        if self._checks.is_watching:
            self._checks.recheck_saved(reports, self.app.options)

    @on(Checks.Again)
    def take_again(self, event: Checks.Again) -> None:
        """Show what became of a document that was checked again, unless it has left the list."""
        if self._desk.put_again(event.report) and event.words:
            self.tell(event.words)

    @on(Desk.PageWanted)
    def open_page(self, event: Desk.PageWanted) -> None:
        """Read a document again that is to be shown."""
        self._checks.open(event.report, self.app.options)

    def _show_whether_empty(self) -> None:
        self.set_class(not self._desk.reports, "-empty")

    # --- keys ---

    def action_finding(self, step: int) -> None:
        """Go to the next or the previous finding, over to the next document that has one."""
        moved = self._desk.step(step)
        if self._desk.reports and not self._checks.is_running:
            none = f"There is no finding {'after' if step > 0 else 'before'} this."
            self.tell(self._desk.verdict if moved else none)

    def action_to_documents(self) -> None:
        """Go from the line to the documents, where there are any."""
        if self._desk.reports:
            self._desk.go_to_documents()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """One goes on from the line only where one is in it."""
        return action != "to_documents" or isinstance(self.focused, PathLine)

    def action_turn_page(self) -> None:
        """Show the document instead of the findings, or the findings again."""
        self._desk.turn_page()

    def action_turn_order(self) -> None:
        """Put findings together by who can mend them, or by session again."""
        self._desk.turn_order()

    def action_recheck(self) -> None:
        """Check the chosen document again, for somebody who has just mended it."""
        if report := self._desk.report:
            self.tell(f"Checking {Path(report.path).name} again.")
            self._checks.again(report, self.app.options)

    def action_narrow(self) -> None:
        """Choose which findings are shown."""
        if any(report.listed() for report in self._desk.reports):
            self.app.push_screen(Narrow(self._desk.reports, self._desk.filter), self._narrow)
        else:
            self.tell("There is no finding to choose from.")

    def _narrow(self, wanted: Filter | None) -> None:
        if wanted is not None:
            self._desk.narrow(wanted)
            shown = self.query_one("#filter", Static)
            shown.update(shown_line(f"Shown: {wanted.in_words()}. x shows all."))
            shown.display = bool(wanted)

    def action_show_all(self) -> None:
        """Show all findings again."""
        if self._desk.filter:
            self._narrow(Filter())

    def action_take_off(self) -> None:
        """Take the chosen document off the list."""
        if report := self._desk.take_off():
            self.tell(f"Off the list: {Path(report.path).name}. The file itself stays where it is.")
            self._show_whether_empty()

    async def action_ask(self) -> None:
        """Ask the knowledge base about the rule of the chosen finding."""
        if finding := self._desk.finding:
            await self.app.ask_about(finding.rule)

    async def action_back(self) -> None:
        """Stop what is running; else one part back: from the text to the findings, the documents, the line, Home."""
        if self._doing is not None and not self._doing.is_finished:
            self._doing.cancel()
            self.tell("Stopped.")
        elif self._checks.is_running:
            self._checks.stop()
            self._show_whether_empty()
        elif self._path.has_focus:
            await self.app.action_home()
        elif not self._desk.go_back():
            self._path.focus()

    # --- what takes several steps ---

    def action_waive(self) -> None:
        """Let the chosen finding stand, or take the waiver back by which it does."""
        self._doing = self._waive()

    @work(exclusive=True, group="doing")
    async def _waive(self) -> None:
        report, finding, waiver, words = self._desk.report, self._desk.finding, self._desk.waiver, ""
        if report and waiver:
            words = await withdrawn(self.app, report, waiver)
        elif report and finding:
            waived = await let_stand(self.app, report, finding, self._decided_by)
            self._decided_by, words = (waived.by, waived.words) if waived else (self._decided_by, "")
        else:
            self.tell("There is no finding to waive.")
        if report and words:
            self._checks.again(report, self.app.options, words=words)

    def action_do_more(self) -> None:
        """Choose what else to do with the documents, and do it."""
        self.do(None)

    def do(self, deed: Deed | None) -> None:
        """Do something with the documents; None asks what."""
        self._doing = self._do(deed)

    @property
    def _listed(self) -> Listed:
        return Listed(self._desk.reports, self._desk.report, [*self._folders], self._checks.is_watching)

    @work(exclusive=True, group="doing")
    async def _do(self, deed: Deed | None) -> None:
        listed = self._listed
        chosen: str | None = deed
        if chosen is None:
            chosen = await self.app.push_screen_wait(Choose("What do you want to do?", [*deeds(listed)], ""))
        match chosen:
            case None:
                pass
            case Deed.SINCE:
                if since := await earlier_report(self.app, self.tell):
                    self._narrow(replace(self._desk.filter, since=since))
            case Deed.PROFILE:
                await self._choose_profile()
            case Deed.WATCH:
                self._checks.turn_watching(self._desk.reports, self.app.options)
                self._desk.say_watched(is_watched=self._checks.is_watching)
            case Deed.RESTART:
                self._start_over()
            case _:
                await do(self.app, Deed(chosen), listed, self.tell)

    async def _choose_profile(self) -> None:
        """Choose by whose rules documents are checked from now on."""
        options, title = self.app.options, "By whose rules are documents checked?"
        chosen = await self.app.push_screen_wait(Choose(title, choices(options), options.profile or ""))
        if chosen is not None:
            self.app.options = replace(options, profile=chosen or None)
            self.tell(f"{in_words(self.app.options)} It holds for what is checked from now on; r checks one again.")

    def _start_over(self) -> None:
        """Take all documents off the list."""
        self._checks.rest()
        self._desk.say_watched(is_watched=False)
        self.action_show_all()
        self._desk.clear()
        self._folders.clear()
        self._show_whether_empty()
        self.tell("The list is empty. The files themselves stay where they are.")
        self._path.focus()

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words."""
        yield SystemCommand("Look for a document", "Browse this computer (F6)", self.action_browse)
        yield SystemCommand("Check this document again", "After mending it (r)", self.action_recheck)
        yield SystemCommand("Show only some findings", "How grave, whose, which rule (f)", self.action_narrow)
        yield SystemCommand("Show all findings", "Without a filter (x)", self.action_show_all)
        yield SystemCommand("Put findings together by who can mend them", "Or by session (o)", self.action_turn_order)
        yield SystemCommand("Take this document off the list", "The file stays (Delete)", self.action_take_off)
        for deed, words in deeds(self._listed):
            yield SystemCommand(words, "Check (e)", partial(self.do, deed))
        yield SystemCommand("Next finding", "n", lambda: self.action_finding(1))
        yield SystemCommand("Previous finding", "p", lambda: self.action_finding(-1))
        yield SystemCommand("Ask about this rule", "In the conversation (a)", self.action_ask)
        yield SystemCommand("Waive this finding", "With a reason; or take the waiver back (w)", self.action_waive)
        yield SystemCommand("Show the document or the findings", "d", self.action_turn_page)
