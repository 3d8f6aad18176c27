"""The findings of a document, and one of them in full."""

from __future__ import annotations

from functools import cache

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.cli.titles import source_titles
from assistant.tui.safe import joined, shown, shown_line
from checkers.check import FileReport
from checkers.outcome import Outcome
from checkers.registry import find_rule
from checkers.reports.grouping import mark_of, passed, sections, what_it_is
from checkers.reports.wording import counted, spot_in_words

titles = cache(source_titles)


class FindingList(OptionList):
    """The findings of one document, each under its session."""

    BORDER_TITLE = "Findings"

    def __init__(self) -> None:
        super().__init__(id="findings")
        self._outcomes: list[Outcome | None] = []

    @property
    def current(self) -> Outcome | None:
        """The finding that is chosen."""
        at = self.highlighted
        return self._outcomes[at] if at is not None and at < len(self._outcomes) else None

    def show(self, report: FileReport | None) -> None:
        """Show a document's findings and choose the first."""
        self._outcomes = []
        self.clear_options()
        options: list[Option] = []
        for title, outcomes in sections(report, report.findings) if report else []:
            self._outcomes.append(None)
            options.append(Option(shown_line(title, "bold"), disabled=True))
            for outcome in outcomes:
                self._outcomes.append(outcome)
                symbol, word = mark_of(outcome)
                options.append(Option(shown_line(f"  {symbol} {word} {outcome.rule}: {find_rule(outcome.rule).name}")))
        self.add_options(options)
        self.highlighted = 1 if options else None

    def move(self, step: int) -> bool:
        """Go to the next finding (1) or the previous (-1); False where there is none."""
        at = self.highlighted if self.highlighted is not None else -step
        there = [number for number, each in enumerate(self._outcomes) if each and (number - at) * step > 0]
        if there:
            self.highlighted = min(there, key=lambda number: abs(number - at))
        return bool(there)

    def go_to_end(self, step: int) -> None:
        """Go to the first finding after a step forward, to the last after a step back."""
        there = [number for number, each in enumerate(self._outcomes) if each]
        if there:
            self.highlighted = there[0] if step > 0 else there[-1]


class Explanation(VerticalScroll):
    """One finding in full, or what a document without findings is."""

    BORDER_TITLE = "What to do"

    def __init__(self) -> None:
        super().__init__(Static("", id="words"), id="explanation")

    def show(self, report: FileReport | None, outcome: Outcome | None) -> None:
        """Show a finding; without one, what there is to say of the document."""
        self.query_one("#words", Static).update(
            Content("") if report is None else _finding(outcome) if outcome else _document(report)
        )
        self.scroll_home(animate=False)


def _document(report: FileReport) -> Content:
    if report.error:
        return joined(shown_line("! Not read", "bold"), shown(report.error))
    return joined(
        shown_line(f"✓ Nothing to correct: {counted(passed(report), 'check')} passed.", "bold"),
        shown_line(what_it_is(report)),
    )


def _finding(outcome: Outcome) -> Content:
    rule = find_rule(outcome.rule)
    symbol, word = mark_of(outcome)
    sources = [f"• {titles().get(source, source)}, {locator}" for source, locator in rule.cites]
    return joined(
        shown_line(f"{symbol} {word} {rule.code}: {rule.name}", "bold"),
        shown(outcome.message),
        _labelled("To do", outcome.fix),
        _labelled("Where", spot_in_words(outcome.spot)),
        _labelled("Why", " ".join(rule.explanation.split("\n\n")[0].split())),
        *(shown_line(source) for source in sources),
        shown_line("Press a to ask about this.", "dim"),
    )


def _labelled(label: str, text: str) -> Content:
    return joined(shown_line(f"{label}: ", "bold"), shown(text), between="") if text else Content("")
