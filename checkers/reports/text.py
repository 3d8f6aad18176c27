"""Reports for people, line by line as the files are done, at most 80 columns wide.

Everything that comes from a document or a file name passes `visible_line` here, and colour is added after that.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checkers.check import FileReport
from checkers.outcome import Outcome, Severity, Verdict
from checkers.registry import find_rule
from checkers.reports.grouping import mark_of, passed, sections, what_it_is
from checkers.reports.wording import counted, spot_in_words
from checkers.rule import Rule
from checkers.visible import visible_line

WIDTH = 80

_BOLD = "1"
_COLOURS = {"✗": "31", "!": "33", "i": "36", "?": "36", "✓": "32", "-": "2"}


@dataclass(frozen=True, slots=True)
class TextReport:
    """How to write: `titles` gives a source's title by its id; `colour` adds ANSI colours."""

    titles: Mapping[str, str]
    colour: bool = False
    all_outcomes: bool = False

    def file(self, report: FileReport) -> Iterator[str]:
        """The lines about one file: what it is, then each finding under its session, or that nothing is wrong."""
        yield self._paint(visible_line(report.path), _BOLD)
        if report.doc is None:
            yield from self._unreadable(report)
        else:
            yield from self._wrapped(what_it_is(report), "  ", "  ")
            for note in report.doc.reading.notes:
                yield from self._wrapped(f"Note: {note}", "  ", "        ")
            yield from self._outcomes(report)
        yield ""

    def summary(self, reports: Sequence[FileReport]) -> Iterator[str]:
        """The last lines: how much was found in all files together."""
        unreadable = sum(report.error is not None for report in reports)
        counts = [(sum(_violations(report, severity) for report in reports), severity.value) for severity in Severity]
        found = [counted(number, word) for number, word in counts if number and word != Severity.ADVICE.value]
        found += [f"{number} advice" for number, word in counts if number and word == Severity.ADVICE.value]
        if look := sum(report.incomplete for report in reports):
            found.append(f"{look} to look at")
        if unreadable:
            found.append(f"{counted(unreadable, 'file')} not read")
        result = ", ".join(found) or "nothing to correct"
        yield from self._wrapped(f"{counted(len(reports), 'file')} checked: {result}.", "", "")

    def _unreadable(self, report: FileReport) -> Iterator[str]:
        for outcome in report.outcomes:
            yield from self._heading(outcome, "Not read", outcome.message)
            yield from self._labelled("To do", outcome.fix)

    def _outcomes(self, report: FileReport) -> Iterator[str]:
        shown = report.outcomes if self.all_outcomes else report.findings
        if not report.findings:
            yield self._paint(f"  ✓ Nothing to correct: {counted(passed(report), 'check')} passed.", _COLOURS["✓"])
        explained: set[str] = set()
        for title, outcomes in sections(report, shown):
            yield ""
            yield self._paint(f"  {title}", _BOLD)
            for outcome in outcomes:
                yield from self._outcome(outcome, explained)

    def _outcome(self, outcome: Outcome, explained: set[str]) -> Iterator[str]:
        rule = find_rule(outcome.rule)
        word = mark_of(outcome)[1]
        if outcome.verdict in (Verdict.PASS, Verdict.INAPPLICABLE):
            yield from self._heading(outcome, f"{word} {rule.code}", outcome.message)
            return
        yield from self._heading(outcome, f"{word} {rule.code}", rule.name)
        yield from self._wrapped(outcome.message, "      ", "      ")
        yield from self._labelled("Where", spot_in_words(outcome.spot))
        yield from self._labelled("To do", outcome.fix)
        if rule.code not in explained:  # a source is named once a file: repeated at every finding it hides them
            explained.add(rule.code)
            yield from self._labelled("Why", self._sources(rule))

    def _sources(self, rule: Rule) -> str:
        cites = "; ".join(f"{self.titles.get(source, source)}, {locator}" for source, locator in rule.cites)
        return f"{cites} (tandem rule {rule.code})" if cites else f"see tandem rule {rule.code}"

    def _heading(self, outcome: Outcome, word: str, text: str) -> Iterator[str]:
        symbol, _ = mark_of(outcome)
        colour = _COLOURS[symbol]
        first, *rest = _wrap(f"{symbol} {word}: {text}", "    ", "      ")
        start = f"    {symbol} {word}:"
        yield (
            self._paint(start, colour) + first[len(start) :] if first.startswith(start) else self._paint(first, colour)
        )
        yield from rest

    def _labelled(self, label: str, text: str) -> Iterator[str]:
        if text:
            yield from self._wrapped(f"{label + ':':<7}{text}", "      ", " " * 13)

    def _wrapped(self, text: str, first: str, other: str) -> Iterator[str]:
        yield from _wrap(text, first, other)

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text


def _wrap(text: str, first: str, other: str) -> list[str]:
    return textwrap.wrap(
        visible_line(text), WIDTH, initial_indent=first, subsequent_indent=other, break_on_hyphens=False
    )


def _violations(report: FileReport, severity: Severity) -> int:
    """The violations of a file that was read; one that was not read is counted as such."""
    return 0 if report.error else report.violations(severity)
