"""Check: choose documents, see what was found, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar, Literal

from textual import events, on, work
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, OptionList, Static
from textual.worker import Worker, get_current_worker

from assistant.tui.checking import Looking, Reading, Step, check_all
from assistant.tui.dialogs.browse import Browse
from assistant.tui.dialogs.help import KeyHelp
from assistant.tui.paths import paths_in
from assistant.tui.safe import joined, shown_line
from assistant.tui.screens.main import MainScreen
from assistant.tui.verdicts import mended, verdict
from assistant.tui.widgets.context_bar import ContextBar
from assistant.tui.widgets.documents import DocumentList
from assistant.tui.widgets.findings import Explanation, FindingList
from assistant.tui.widgets.keys import Keys
from assistant.tui.widgets.page import DocumentPage
from assistant.tui.widgets.path_bar import PathBar, PathLine
from assistant.waivers import check_with_waivers
from checkers.check import FileReport

_HELLO = (
    "Type, paste or drop a file or a folder into the line above, then press Enter. F6 looks for one.",
    "Enter on the empty line checks the sample documents. Everybody in them is invented.",
    "Nothing leaves this computer, and nothing is kept.",
)
_SAMPLES = Path(__file__).parents[2] / "samples"
_EVERY = 50
"""So many documents are found between two words about it."""

Pane = Literal["documents", "findings", "page"]


_KEYS: KeyHelp = (
    ("Enter", "check what stands in the line above; in a list, go on to the next part"),
    ("→", "take the path that is offered while you type"),
    ("F6", "look for a document"),
    ("n, p", "next and previous finding, over all documents"),
    ("d", "show the document, or the findings again"),
    ("a", "ask about the rule of this finding"),
    ("r", "check this document again, after mending it"),
    ("Escape", "stop a check that is running"),
)


class CheckScreen(MainScreen):
    """The documents, the findings of the one chosen, and its text with the place marked."""

    NAMED = "Check"
    KEYS = _KEYS
    CSS_PATH = "check.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-narrow"), (120, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "finding(1)", "Next"),
        Binding("p", "finding(-1)", "Previous"),
        Binding("d", "turn_page", "Document"),
        Binding("a", "ask", "Ask"),
        Binding("r", "recheck", "Recheck"),
        Binding("f6", "browse", "Browse"),
        Binding("escape", "back", "Back", show=False),
        Binding("q", "app.leave", "Leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(classes="-empty -at-documents")
        self._check: Worker[None] | None = None
        self._total = 0

    def compose(self) -> ComposeResult:
        """The line for a path, the progress, the three parts."""
        yield ContextBar("Check", self.app.asking.state)
        yield PathBar()
        yield Static("", id="progress")
        yield Static(joined(*map(shown_line, _HELLO), between="\n\n"), id="hello")
        with Horizontal(id="work"):
            yield DocumentList()
            with Vertical(id="middle"):
                yield FindingList()
                yield Explanation()
            yield DocumentPage()
        yield Keys()

    def on_mount(self) -> None:
        """Begin with the line for a path."""
        self._tell(self.app.wrong)
        self._path.focus()

    @property
    def _path(self) -> PathLine:
        return self.query_one(PathLine)

    @property
    def _documents(self) -> DocumentList:
        return self.query_one(DocumentList)

    @property
    def has_results(self) -> bool:
        """Whether anything was checked that leaving would lose."""
        return bool(self._documents.reports) or self._is_running

    @property
    def _is_running(self) -> bool:
        return self._check is not None and not self._check.is_finished and not self._check.is_cancelled

    # --- choosing ---

    @on(Input.Submitted, "#path")
    def check_typed(self, event: Input.Submitted) -> None:
        """Check what was typed, pasted or dropped; the samples where nothing was."""
        typed = event.value.strip()
        self._begin(lambda: paths_in(typed) if typed else [_SAMPLES])

    @on(Button.Pressed, "#browse")
    def action_browse(self) -> None:
        """Look for a document."""
        self.app.push_screen(Browse(Path.cwd()), self._browsed)

    def _browsed(self, path: Path | None) -> None:
        if path is not None:
            self._path.fill(str(path))
            self._begin(lambda: [path])

    def on_paste(self, event: events.Paste) -> None:
        """A file that is dropped while no line has the focus goes into the line for a path, and is checked."""
        text = event.text
        if text.strip():
            self._path.fill(self._path.in_one_line(text))
            self._begin(lambda: paths_in(text))

    # --- checking ---

    def _begin(self, paths: Callable[[], Sequence[Path]]) -> None:
        """Check files and folders, and forget those of before."""
        self.remove_class("-empty")
        self._documents.clear()
        self._choose(None)
        self._total = 0
        self._tell("Looking for documents. Escape stops.")
        self._check = self._check_all(paths)

    @work(thread=True, exclusive=True, group="check")
    def _check_all(self, find_paths: Callable[[], Sequence[Path]]) -> None:
        """Take step after step, in a thread of its own, until it is stopped."""
        worker = get_current_worker()
        paths = find_paths()
        for step in check_all(paths, self.app.options):
            if worker.is_cancelled:
                return
            if not isinstance(step, Looking) or step.found % _EVERY == 0:
                self.app.call_from_thread(self._take, worker, step)
        self.app.call_from_thread(self._finish, worker, paths)

    def _take(self, worker: Worker[None], step: Step) -> None:
        """Show one step; those of a check that was stopped come too late."""
        if worker.is_cancelled:
            return
        match step:
            case Looking():
                self._tell(f"Looking through {step.where}: {step.found} found. Escape stops.")
            case Reading():
                self._total = step.total
                self._tell(f"Checking {step.number} of {step.total}. Escape stops. {step.name}")
            case FileReport():
                self._documents.add(step)
                if self._documents.highlighted is None:
                    self._documents.highlighted = 0

    def _finish(self, worker: Worker[None], paths: Sequence[Path]) -> None:
        """Say what became of all, and lead to the first document with something to do."""
        if worker.is_cancelled:
            return
        documents = self._documents
        self.set_class(not documents.reports, "-empty")
        if not documents.reports:
            names = ", ".join(map(str, paths))
            self._tell(f"No document in {names}: choose .docx, .pdf or .txt files, or a folder that holds some.")
            return
        self._tell(verdict(documents.reports))
        if documents.highlighted == 0 and not documents.reports[0].findings:
            documents.move(1)
        if self._path.has_focus and self._path.untouched:
            documents.focus()

    def _stop(self) -> None:
        self.workers.cancel_group(self, "check")
        done = len(self._documents.reports)
        self.set_class(not done, "-empty")
        self._tell(f"Stopped: {done} of {self._total} checked." if self._total else "Stopped: nothing was checked.")

    def _tell(self, words: str) -> None:
        self.query_one("#progress", Static).update(shown_line(words))

    # --- showing ---

    @on(OptionList.OptionHighlighted, "#documents")
    def document_chosen(self) -> None:
        """Show the findings of the document under the cursor."""
        self._choose(self._documents.current)

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
        self.query_one(Explanation).show(self._documents.current, outcome)
        self.query_one(DocumentPage).mark(outcome.spot if outcome else None)

    # --- from part to part ---

    @on(OptionList.OptionSelected, "#documents")
    def open_document(self) -> None:
        """From a document to its findings, to its text where it has none."""
        self._go("findings" if self.query_one(FindingList).current else "page")

    @on(OptionList.OptionSelected, "#findings")
    def open_finding(self) -> None:
        """From a finding to its place."""
        self._go("page")

    def _go(self, pane: Pane) -> None:
        """Go to a part of the screen; where there is no room for all, it is shown in place of another."""
        for each in ("documents", "findings", "page"):
            self.set_class(each == pane, f"-at-{each}")
        self.query_one(f"#{pane}").focus()

    def _is_within(self, *ids: str) -> bool:
        return self.focused is not None and self.focused.id in ids

    # --- keys ---

    def action_finding(self, step: int) -> None:
        """Go to the next or the previous finding, over to the next document that has one."""
        findings = self.query_one(FindingList)
        if self.has_class("-at-documents"):
            self._go("findings")
        if not findings.move(step) and self._documents.move(step):
            self.call_after_refresh(findings.go_to_end, step)

    def action_turn_page(self) -> None:
        """Show the document instead of the findings, or the findings again."""
        self._go("findings" if self.has_class("-at-page") else "page")

    def action_recheck(self) -> None:
        """Check the chosen document again, for somebody who has just mended it."""
        if report := self._documents.current:
            self._tell(f"Checking {Path(report.path).name} again.")
            self._recheck(report)

    @work(thread=True, exclusive=True, group="recheck")
    def _recheck(self, before: FileReport) -> None:
        after = check_with_waivers(Path(before.path), self.app.options)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._rechecked, before, after)

    def _rechecked(self, before: FileReport, after: FileReport) -> None:
        """Say what is mended, unless other documents are there by now."""
        if any(each is before for each in self._documents.reports):
            self._documents.add(after)
            self._choose(self._documents.current)
            self._tell(mended(before, after))

    async def action_ask(self) -> None:
        """Ask the knowledge base about the rule of the chosen finding."""
        if outcome := self.query_one(FindingList).current:
            await self.app.ask_about(outcome.rule)

    def action_back(self) -> None:
        """Stop a check that is running; else one part back: from the text to the findings, the documents, the line."""
        if self._is_running:
            self._stop()
        elif self._is_within("page"):
            self._go("findings")
        elif self._is_within("findings", "explanation") or (self._path.has_focus and self._documents.reports):
            self._go("documents")
        else:
            self._path.focus()

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of this screen, in plain words."""
        yield SystemCommand("Look for a document", "Browse this computer (F6)", self.action_browse)
        yield SystemCommand("Check this document again", "After mending it (r)", self.action_recheck)
        yield SystemCommand("Next finding", "n", lambda: self.action_finding(1))
        yield SystemCommand("Previous finding", "p", lambda: self.action_finding(-1))
        yield SystemCommand("Ask about this rule", "In the conversation (a)", self.action_ask)
        yield SystemCommand("Show the document or the findings", "d", self.action_turn_page)
