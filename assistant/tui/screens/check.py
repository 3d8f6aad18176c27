"""Check: choose documents, see what was found, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.suggester import Suggester
from textual.widgets import Button, Footer, Input, OptionList, Static
from textual.worker import get_current_worker

from assistant.tui.dialogs import help as help_dialog
from assistant.tui.dialogs.browse import Browse
from assistant.tui.paths import completion, paths_in
from assistant.tui.safe import shown_line
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.documents import DocumentList
from assistant.tui.widgets.findings import Explanation, FindingList
from assistant.tui.widgets.page import DocumentPage
from checkers.check import FileReport, Options, check_file
from checkers.collect import collect
from checkers.reports.wording import counted

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp

_HELLO = "Type, paste or drop a file or a folder above, then Enter. F6 looks for one. Nothing leaves this computer."


class PathSuggester(Suggester):
    """Offers how a path may go on."""

    async def get_suggestion(self, value: str) -> str | None:
        """The rest of the path, or None."""
        return completion(value) or None


class CheckScreen(Screen[None]):
    """The documents, the findings of the one chosen, and its text with the place marked."""

    app: TandemApp
    NAMED = "Check"
    KEYS = help_dialog.CHECK
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "browse", "Browse"),
        Binding("n", "finding(1)", "Next"),
        Binding("p", "finding(-1)", "Previous"),
        Binding("d", "turn_page", "Document"),
        Binding("a", "ask", "Ask about it"),
        Binding("r", "recheck", "Recheck"),
        Binding("escape", "back", "Back", show=False),
        Binding("q", "app.quit", "Quit", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The line for a path, the progress, the three parts."""
        yield ContextBar("Check")
        with Horizontal(id="choose"):
            yield Input(
                placeholder="File or folder to check: type, paste or drop it here",
                id="path",
                suggester=PathSuggester(use_cache=False),
                compact=True,
            )
            yield Button("Browse", id="browse", compact=True)
        yield Static(shown_line(_HELLO), id="progress")
        with Horizontal(id="work"):
            yield DocumentList()
            with Vertical(id="middle"):
                yield FindingList()
                yield Explanation()
            yield DocumentPage()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the line for a path."""
        path = self.query_one("#path", Input)
        path.cursor_blink = False
        path.focus()

    # --- choosing ---

    @on(Input.Submitted, "#path")
    def check_typed(self, event: Input.Submitted) -> None:
        """Check what was typed, pasted or dropped."""
        self.check_paths(paths_in(event.value))

    @on(Button.Pressed, "#browse")
    def action_browse(self) -> None:
        """Look for a document."""
        self.app.push_screen(Browse(Path.cwd()), self._browsed)

    def _browsed(self, path: Path | None) -> None:
        if path is not None:
            self.query_one("#path", Input).value = str(path)
            self.check_paths([path])

    def on_paste(self, event: events.Paste) -> None:
        """A file that is dropped while no line has the focus goes into the line for a path, and is checked."""
        if paths := paths_in(event.text):
            self.query_one("#path", Input).value = event.text.strip().splitlines()[0]
            self.check_paths(paths)

    # --- checking ---

    def check_paths(self, paths: Sequence[Path]) -> None:
        """Check files and folders, and forget those of before."""
        if not paths:
            return
        self.query_one(DocumentList).clear()
        self._choose(None)
        self._check(paths)

    @work(thread=True, exclusive=True, group="check")
    def _check(self, paths: Sequence[Path]) -> None:
        """Check one document after another, in a thread of its own, until it is stopped."""
        worker = get_current_worker()
        tell = self.app.call_from_thread
        files = list(collect(paths))
        for number, path in enumerate(files, start=1):
            if worker.is_cancelled:
                return
            tell(self._progress, f"Checking {number} of {len(files)}: {path.name} (Escape stops)")
            report = check_file(path, Options(today=self.app.today))
            if not worker.is_cancelled:
                tell(self._add, report)
        if not worker.is_cancelled:
            tell(self._finish, len(files))

    def _progress(self, words: str) -> None:
        self.query_one("#progress", Static).update(shown_line(words))

    def _add(self, report: FileReport) -> None:
        documents = self.query_one(DocumentList)
        documents.add(report)
        if documents.highlighted is None:
            documents.highlighted = 0

    def _finish(self, count: int) -> None:
        documents = self.query_one(DocumentList)
        if count == 0:
            self._progress("No document there: choose .docx, .pdf or .txt files, or a folder that holds some.")
            return
        wrong = sum(bool(report.findings) or bool(report.error) for report in documents.reports)
        result = f"{wrong} with something to do" if wrong else "nothing to correct"
        self._progress(f"{counted(count, 'document')} checked: {result}.")
        documents.focus()

    # --- showing ---

    @on(OptionList.OptionHighlighted, "#documents")
    def document_chosen(self) -> None:
        """Show the findings of the document under the cursor."""
        self._choose(self.query_one(DocumentList).current)

    def _choose(self, report: FileReport | None) -> None:
        self.query_one(DocumentPage).show(report.doc if report else None)
        self.query_one(FindingList).show(report)
        self._explain()

    @on(OptionList.OptionHighlighted, "#findings")
    def finding_chosen(self) -> None:
        """Explain the finding under the cursor, and mark its place."""
        self._explain()

    def _explain(self) -> None:
        outcome = self.query_one(FindingList).current
        self.query_one(Explanation).show(self.query_one(DocumentList).current, outcome)
        self.query_one(DocumentPage).mark(outcome.spot if outcome else None)

    # --- keys ---

    def action_finding(self, step: int) -> None:
        """Go to the next or the previous finding, over to the next document that has one."""
        if not self.query_one(FindingList).move(step) and self.query_one(DocumentList).move(step):
            self.call_after_refresh(self.query_one(FindingList).go_to_end, step)

    def action_turn_page(self) -> None:
        """In a narrow window: show the document instead of the findings, or the findings again."""
        self.toggle_class("-page")
        (self.query_one(DocumentPage) if self.has_class("-page") else self.query_one(FindingList)).focus()

    def action_recheck(self) -> None:
        """Check the chosen document again, for somebody who has just mended it."""
        report = self.query_one(DocumentList).current
        if report is not None:
            documents = self.query_one(DocumentList)
            documents.add(check_file(Path(report.path), Options(today=self.app.today)))
            self._choose(documents.current)
            self._progress(f"Checked again: {Path(report.path).name}")

    def action_ask(self) -> None:
        """Ask the knowledge base about the rule of the chosen finding."""
        if outcome := self.query_one(FindingList).current:
            self.app.ask_about(outcome.rule)

    def action_back(self) -> None:
        """Stop a check that is running; else out of the line for a path, or back into it."""
        running = [worker for worker in self.workers if worker.group == "check" and not worker.is_finished]
        path = self.query_one("#path", Input)
        if running:
            self.workers.cancel_group(self, "check")
            self._progress("Stopped. What was checked so far is below.")
        elif self.has_class("-page"):
            self.action_turn_page()
        elif path.has_focus:
            self.query_one(DocumentList).focus()
        else:
            path.focus()
