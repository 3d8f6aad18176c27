"""The tour: in five steps a finding is mended and a question answered, by the functions that do it for any document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from assistant.conversation import State, say
from assistant.touring import QUESTION, SampleNote
from assistant.tui.laid import Laid, Lines, flowing, hung, stacked
from assistant.tui.prose import paragraphs
from assistant.tui.safe import joined, shown, shown_line
from assistant.tui.widgets.keys import Keys
from assistant.tui.widgets.page import DocumentPage
from assistant.tui.widgets.sources import source_lines
from assistant.verdicts import mended
from checkers.check import FileReport
from checkers.outcome import Outcome
from checkers.reports.grouping import mark_of
from checkers.reports.wording import counted, spot_in_words
from knowledge import load

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp

TITLES = ("A note with gaps", "What Tandem finds", "Mending it", "Mended", "An answer with its source")


class TourScreen(Screen[None]):
    """One step after another; each is left by Enter, and the tour at any of them by Escape."""

    app: TandemApp
    CSS_PATH = "tour.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (100, "-wide")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on"),
        Binding("space", "go_on", "Go on", show=False),
        Binding("escape", "end", "End the tour"),
        Binding("q", "end", "End the tour", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._note = SampleNote()
        self._step = 0
        self._reports: list[FileReport] = []
        """The note as it was checked first, and again."""
        self._changed: list[str] = []
        self._is_busy = False

    def compose(self) -> ComposeResult:
        """The step with its number, what there is to say, the note."""
        yield Static("", id="step")
        with Vertical(id="tour"):
            with VerticalScroll(id="tour-words"):
                yield Static("", id="tour-text")
            yield DocumentPage()
        yield Keys()

    def on_mount(self) -> None:
        """Begin with the note as it is, read by a check."""
        self._work()

    def on_unmount(self) -> None:
        """Delete the copy."""
        self._note.close()

    # --- the steps ---

    def action_go_on(self) -> None:
        """Go to the next step; from the last one Home. While a check runs, wait for it."""
        if self._is_busy:
            return
        if self._step + 1 == len(TITLES):
            self.action_end()
            return
        self._step += 1
        if TITLES[self._step] == "Mended":
            self._changed = self._note.mend()
            self._work()
        else:
            self._show()

    def action_end(self) -> None:
        """Leave the tour."""
        self.dismiss(None)

    def _work(self) -> None:
        self._is_busy = True
        self._write(flowing(shown_line("Checking the note …")))
        self._check()

    @work(thread=True, exclusive=True)
    def _check(self) -> None:
        report = self._note.check(self.app.options)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._checked, report)

    def _checked(self, report: FileReport) -> None:
        self._is_busy = False
        self._reports.append(report)
        self.query_one(DocumentPage).show(report.doc)
        self._show()

    def _show(self) -> None:
        """Show the step: its words, and the place of the first finding where it speaks of one."""
        report = self._reports[-1]
        first = report.findings[0] if report.findings else None
        page = self.query_one(DocumentPage)
        page.mark(first.spot if first and self._step in (1, 2) else None)
        self.set_class(TITLES[self._step] == TITLES[-1], "-answer")
        steps = (self._the_note, self._the_finding, self._the_mending, self._the_result, self._the_answer)
        self._write(stacked(*steps[self._step]()))

    def _write(self, words: Lines) -> None:
        step = f"Tour: {self._step + 1} of {len(TITLES)} │ {TITLES[self._step]}"
        self.query_one("#step", Static).update(shown_line(step))
        self.query_one("#tour-text", Static).update(Laid(words))
        self.query_one("#tour-words").scroll_home(animate=False)

    def _the_note(self) -> Iterator[Lines]:
        yield flowing(
            shown(
                f"This is {self._note.path.name}, a progress note of an invented child. You see a copy of it in a "
                "private folder that is deleted when the tour ends. Somebody was in a hurry and left gaps in it."
            )
        )
        yield from _next("Enter shows what Tandem finds. Escape ends the tour at any step.")

    def _the_finding(self) -> Iterator[Lines]:
        findings = self._reports[0].findings
        yield flowing(shown_line(f"{counted(len(findings), 'finding')}. The first:"))
        yield from map(_of_finding, findings[:1])
        yield from _next("▶ and ◀ mark the place in the note. Enter goes on to mending.")

    def _the_mending(self) -> Iterator[Lines]:
        findings = self._reports[0].findings
        yield flowing(shown_line("To do, in the program the note was written with:"))
        yield from (hung(shown_line("• "), flowing(shown_line(each.fix))) for each in findings if each.fix)
        yield from _next("Enter does it for you this once, in the copy: it writes the name and what was done.")

    def _the_result(self) -> Iterator[Lines]:
        yield flowing(shown_line(mended(*self._reports[:2]), "bold"))
        yield from (hung(shown_line("✓ "), flowing(shown_line(line))) for line in self._changed)
        remaining = self._reports[1].findings
        if remaining:
            yield flowing(shown_line("What remains is for a person to look at:"))
            yield from map(_of_finding, remaining)
        yield from _next("With a note of your own, r checks it again. Enter goes on to an answer.")

    def _the_answer(self) -> Iterator[Lines]:
        _, reply = say(load(), State(), QUESTION)
        yield flowing(shown_line(f"You: {QUESTION}", "bold"))
        yield flowing(shown(paragraphs(reply.text)[0]))
        yield from _next("Where it stands:")
        yield from map(source_lines, reply.answer.citations if reply.answer else ())
        yield from _next("Ask tells more of it. Enter goes Home: 1 checks your documents, 2 asks your question.")


def _of_finding(outcome: Outcome) -> Lines:
    symbol, word = mark_of(outcome)
    return stacked(
        hung(shown_line(f"{symbol} "), flowing(shown(f"{word}: {outcome.message}", "bold"))),
        flowing(joined(shown_line("To do: ", "bold"), shown(outcome.fix), between="")),
        flowing(joined(shown_line("Where: ", "bold"), shown(spot_in_words(outcome.spot)), between="")),
    )


def _next(words: str) -> Iterator[Lines]:
    """What comes next, set off from what is above it."""
    yield flowing(shown_line(""))
    yield flowing(shown_line(words, "bold"))
