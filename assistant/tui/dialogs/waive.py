"""A dialog that lets a finding stand, with a reason and a name; it names the file that it will write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assistant.cli.days import FORMS
from assistant.cli.output import Unwritable
from assistant.tui.safe import shown_line
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.line import Line
from assistant.tui.widgets.refusal import Refusal
from assistant.waivers import Grounds, NotWaived, grounds, waive
from assistant.wording import sentence
from checkers.check import FileReport, Options
from checkers.checked_toml import WrongFile
from checkers.outcome import Outcome
from checkers.registry import find_rule
from checkers.reports.wording import counted
from checkers.waivers.beside import beside

_FIELDS = ("reason", "by", "until")


@dataclass(frozen=True, slots=True)
class Waived:
    """What was written: who decided it, and in words what became of it."""

    by: str
    words: str


class Waive(ModalScreen[Waived | None]):
    """Asks why a finding may stand, and writes the waiver; gives what was written, None where nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("ctrl+t,f10", "turn_reach", "This session or the whole document", priority=True),
    ]

    def __init__(self, report: FileReport, finding: Outcome, options: Options, by: str) -> None:
        super().__init__()
        self._report = report
        self._finding = finding
        self._options = options
        self._by = by
        self._entry = finding.entry
        self._writing = False

    def compose(self) -> ComposeResult:
        """What is waived, a line for each thing to say, the file, the keys."""
        rule = find_rule(self._finding.rule)
        turn = "Ctrl+T or F10 changes for what" if self._finding.entry else ""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(shown_line(f"Let {rule.code} stand: {rule.name}", "bold"))
            yield Static(shown_line("Why may it stand?"))
            yield Line("The reason", id="reason")
            yield Static(shown_line("Who decides it?"))
            yield Line("A name", id="by")
            yield Static(shown_line("Until when? You may leave this empty."))
            yield Line(f"The last day, {FORMS}", id="until")
            yield Static("", id="reach")
            yield Static(shown_line(f"To be written: {beside(self._document)}"), id="whole-path")
            yield Refusal()
            yield Hints("Enter goes on, and writes it at the end", turn, "Escape goes back")

    def on_mount(self) -> None:
        """Begin with the reason; whoever decided last is there already."""
        self.query_one("#by", Line).value = self._by
        self._tell_reach()

    @property
    def _document(self) -> Path:
        return full_path(self._report)

    def _tell_reach(self) -> None:
        all_of_it = f"all that {self._finding.rule} finds in this document"
        reach = f"what {self._finding.rule} finds in session {self._entry}" if self._entry else all_of_it
        self.query_one("#reach", Static).update(shown_line(f"For {reach}, as long as the document stays as it is."))

    def action_turn_reach(self) -> None:
        """Change between the finding's own session and the whole document."""
        self._entry = None if self._entry else self._finding.entry
        self._tell_reach()

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next line; from the last one, write."""
        at = _FIELDS.index(str(event.input.id))
        if at + 1 < len(_FIELDS):
            self.set_focus(self.query_one(f"#{_FIELDS[at + 1]}"))  # at once: who types fast is there already
        elif not self._writing:
            self._hold()

    def _hold(self) -> None:
        """Write it, unless what was said will not do; then go where it is wrong."""
        reason, by, until = (self.query_one(f"#{field}", Line).value for field in _FIELDS)
        try:
            said = grounds(reason, by, until, self._options.day())
        except NotWaived as wrong:
            self.query_one(Refusal).say(f"! {sentence(str(wrong))}")
            self.set_focus(self.query_one(f"#{wrong.about}"))
            return
        self._writing = True
        self._write(said)

    @work(thread=True)
    def _write(self, said: Grounds) -> None:
        """Write it; where that cannot be, say why, and stay."""
        rule, wrong, found = self._finding.rule, "", 0
        try:
            found = waive(self._document, self._report, rule, said, self._options.day(), entry=self._entry)
        except (Unwritable, WrongFile) as refusal:
            wrong = str(refusal)
        words = f"{counted(found, 'finding')} of {rule} waived. Written: {beside(self._document)}"
        self.app.call_from_thread(self._end, Waived(said.by, words), wrong)

    def _end(self, waived: Waived, wrong: str) -> None:
        self._writing = False
        if wrong:
            self.query_one(Refusal).say(f"! {wrong}")
        else:
            self.dismiss(waived)

    def action_back(self) -> None:
        """Go back; nothing is written."""
        if not self._writing:
            self.dismiss(None)


def full_path(report: FileReport) -> Path:
    """Where the document of a report is."""
    return Path(report.path).absolute()
