"""The findings of a document, and one of them in full."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from textual.containers import VerticalScroll
from textual.widgets import Static

from assistant.cli.titles import source_titles
from assistant.filtering import Filter
from assistant.tui.laid import Laid, Lines, flowing, hung, stacked
from assistant.tui.safe import joined, shown, shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList
from checkers.check import FileReport
from checkers.outcome import Outcome
from checkers.ownership import owner_of
from checkers.registry import find_rule
from checkers.reports.grouping import Finding, by_owner, mark_of, passed, sections, what_it_is
from checkers.reports.manner import Order
from checkers.reports.notes import notes_on
from checkers.reports.wording import OWNERS, counted, in_paragraphs, spot_in_words, waiver_in_words
from checkers.waivers.waiver import Examined, Standing, Waiver

titles = cache(source_titles)


class FindingList(MarkedList):
    """The findings of one document, each under its session or whoever can mend it; behind them waivers void by now."""

    BORDER_TITLE = "Findings"
    BORDER_SUBTITLE = "Enter: its place"

    def __init__(self) -> None:
        super().__init__(id="findings")
        self._entries: list[Outcome | Examined | None] = []
        """What stands in each row; None for a heading."""

    @property
    def _chosen(self) -> Outcome | Examined | None:
        at = self.highlighted
        return self._entries[at] if at is not None and at < len(self._entries) else None

    @property
    def current(self) -> Outcome | None:
        """The finding that is chosen."""
        return self._chosen if isinstance(self._chosen, Outcome) else None

    @property
    def waiver(self) -> Waiver | None:
        """The waiver that is chosen, or by which the chosen finding stands."""
        match self._chosen:
            case Outcome(waiver=waiver):
                return waiver
            case Examined(waiver=waiver):
                return waiver
        return None

    def show(self, report: FileReport | None, wanted: Filter, order: Order) -> None:
        """Show a document's findings as far as they are wanted, and choose the first."""
        self._entries, items = [], []
        outcomes = wanted.shown(report) if report else ()
        for title, group in _groups(report, outcomes, order) if report else ():
            self._entries += [None, *group]
            items += [Item("", flowing(shown_line(title, "bold")), heading=True), *map(_item, group)]
        void = [each for each in report.waivers if each.standing is not Standing.HOLDS] if report and not wanted else []
        if void:
            self._entries += [None, *void]
            items += [Item("", flowing(shown_line("Waivers that do not hold", "bold")), heading=True)]
            items += [Item("~", flowing(shown_line(f"{each.waiver.rule}: {_VOID[each.standing]}"))) for each in void]
        self.fill(items)
        self.highlighted = 1 if items else None
        every = len(report.listed()) if report else 0
        self.border_title = f"Findings: {len(outcomes)} of {every} shown" if len(outcomes) < every else "Findings"

    def choose(self, rule: str, entry: int | None) -> None:
        """Choose the finding of that rule in that session again, if it is there."""
        there = [at for at, each in enumerate(self._entries) if isinstance(each, Outcome) and each.rule == rule]
        same = [at for at in there if cast("Outcome", self._entries[at]).entry == entry]
        if there:
            self.highlighted = (same or there)[0]

    def move(self, step: int) -> bool:
        """Go to the next finding to mend (1) or the previous (-1); False where there is none."""
        at = self.highlighted if self.highlighted is not None else -step
        there = [number for number in self._to_mend() if (number - at) * step > 0]
        if there:
            self.highlighted = min(there, key=lambda number: abs(number - at))
        return bool(there)

    def go_to_end(self, step: int) -> None:
        """Go to the first finding after a step forward, to the last after a step back."""
        if there := self._to_mend():
            self.highlighted = there[0] if step > 0 else there[-1]

    def _to_mend(self) -> list[int]:
        return [at for at, each in enumerate(self._entries) if isinstance(each, Outcome) and not each.waiver]


_VOID = {
    Standing.CHANGED: "the document was changed since",
    Standing.EXPIRED: "its last day is past",
    Standing.UNUSED: "there is nothing that it could let stand",
}


def _groups(report: FileReport, outcomes: Sequence[Outcome], order: Order) -> list[tuple[str, list[Outcome]]]:
    """The findings by session; or by who can mend them, and those that are waived, which nobody has to."""
    if order is Order.FILE:
        return sections(report, outcomes)
    found = [Finding(report, title, outcome) for title, group in sections(report, outcomes) for outcome in group]
    owners = [(OWNERS[owner], [each.outcome for each in group]) for owner, group in by_owner(found)]
    waived = [each.outcome for each in found if each.outcome.waiver]
    titled = [(f"{words[:1].upper()}{words[1:]} can mend this", group) for words, group in owners]
    return [*titled, *([("Waived", waived)] if waived else [])]


def _item(outcome: Outcome) -> Item:
    symbol, word = mark_of(outcome)
    return Item(symbol, flowing(shown_line(f"{word} {outcome.rule}: {find_rule(outcome.rule).name}")))


class Explanation(VerticalScroll):
    """One finding in full, or what a document without findings is."""

    BORDER_TITLE = "What to do"

    def __init__(self) -> None:
        super().__init__(Static("", id="words"), id="explanation")

    def show(self, report: FileReport | None, outcome: Outcome | None) -> None:
        """Show a finding; without one, what there is to say of the document. Its waivers and notes stand below."""
        self.query_one("#words", Static).update(
            "" if report is None else Laid(_finding(report, outcome) if outcome else _document(report))
        )
        self.border_subtitle = _KEYS[bool(outcome.waiver)] if outcome else ""
        self.scroll_home(animate=False)


_KEYS = ("a: ask about this rule · w: waive it", "a: ask about this rule · w: take it back")


def _document(report: FileReport) -> Lines:
    if report.error:
        return stacked(flowing(shown_line("! Not read", "bold")), flowing(shown(report.error)))
    notes = [_labelled("Note", note) for note in notes_on(report)]
    if report.findings:
        return stacked(flowing(shown_line(what_it_is(report))), *notes)
    return stacked(
        flowing(shown_line(f"✓ Nothing to correct: {counted(passed(report), 'check')} passed.", "bold")),
        flowing(shown_line(what_it_is(report))),
        *notes,
    )


def _finding(report: FileReport, outcome: Outcome) -> Lines:
    symbol, _ = mark_of(outcome)
    why = in_paragraphs(find_rule(outcome.rule).explanation)[0]
    owner = OWNERS[owner_of(outcome, report.kind)]
    waived = f"{symbol} {waiver_in_words(outcome.waiver)}" if outcome.waiver else ""
    return stacked(
        hung(shown_line(f"{symbol} ", "bold"), flowing(shown(outcome.message, "bold"))),
        *([flowing(shown_line(waived))] if waived else []),
        _labelled("To do", "" if waived else outcome.fix),
        _labelled("Who", "" if waived else owner),
        _labelled("Where", spot_in_words(outcome.spot)),
        _labelled("Why", why),
        *(hung(shown_line("• "), flowing(shown_line(source))) for source in _sources(outcome)),
        *(_labelled("Note", note) for note in notes_on(report)),
    )


def _sources(outcome: Outcome) -> list[str]:
    return [f"{titles().get(source, source)}, {locator}" for source, locator in find_rule(outcome.rule).cites]


def _labelled(label: str, text: str) -> Lines:
    return flowing(joined(shown_line(f"{label}: ", "bold"), shown(text), between="")) if text else stacked()
