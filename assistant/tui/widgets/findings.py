"""The findings of a document, and one of them in full."""

from __future__ import annotations

from functools import cache

from textual.containers import VerticalScroll
from textual.widgets import Static

from assistant.cli.titles import source_titles
from assistant.tui.laid import Laid, Lines, flowing, hung, stacked
from assistant.tui.safe import joined, shown, shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList
from checkers.check import FileReport
from checkers.outcome import Outcome
from checkers.registry import find_rule
from checkers.reports.grouping import mark_of, passed, sections, what_it_is
from checkers.reports.wording import counted, in_paragraphs, spot_in_words

titles = cache(source_titles)


class FindingList(MarkedList):
    """The findings of one document, each under its session."""

    BORDER_TITLE = "Findings"
    BORDER_SUBTITLE = "Enter: its place"

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
        items: list[Item] = []
        for title, outcomes in sections(report, report.findings) if report else []:
            self._outcomes += [None, *outcomes]
            items += [Item("", flowing(shown_line(title, "bold")), heading=True), *map(_item, outcomes)]
        self.fill(items)
        self.highlighted = 1 if items else None

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


def _item(outcome: Outcome) -> Item:
    symbol, word = mark_of(outcome)
    return Item(symbol, flowing(shown_line(f"{word} {outcome.rule}: {find_rule(outcome.rule).name}")))


class Explanation(VerticalScroll):
    """One finding in full, or what a document without findings is."""

    BORDER_TITLE = "What to do"

    def __init__(self) -> None:
        super().__init__(Static("", id="words"), id="explanation")

    def show(self, report: FileReport | None, outcome: Outcome | None) -> None:
        """Show a finding; without one, what there is to say of the document."""
        self.query_one("#words", Static).update(
            "" if report is None else Laid(_finding(outcome) if outcome else _document(report))
        )
        self.border_subtitle = "a: ask about this rule" if outcome else ""
        self.scroll_home(animate=False)


def _document(report: FileReport) -> Lines:
    if report.error:
        return stacked(flowing(shown_line("! Not read", "bold")), flowing(shown(report.error)))
    return stacked(
        flowing(shown_line(f"✓ Nothing to correct: {counted(passed(report), 'check')} passed.", "bold")),
        flowing(shown_line(what_it_is(report))),
    )


def _finding(outcome: Outcome) -> Lines:
    symbol, _ = mark_of(outcome)
    why = in_paragraphs(find_rule(outcome.rule).explanation)[0]
    return stacked(
        hung(shown_line(f"{symbol} ", "bold"), flowing(shown(outcome.message, "bold"))),
        _labelled("To do", outcome.fix),
        _labelled("Where", spot_in_words(outcome.spot)),
        _labelled("Why", why),
        *(hung(shown_line("• "), flowing(shown_line(source))) for source in _sources(outcome)),
    )


def _sources(outcome: Outcome) -> list[str]:
    return [f"{titles().get(source, source)}, {locator}" for source, locator in find_rule(outcome.rule).cites]


def _labelled(label: str, text: str) -> Lines:
    return flowing(joined(shown_line(f"{label}: ", "bold"), shown(text), between="")) if text else stacked()
