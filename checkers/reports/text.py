"""Reports for people, line by line as the files are done, at most 80 columns wide.

Everything that comes from a document or a file name passes `visible_line` here, and colour is added after that.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from checkers.check import FileReport
from checkers.outcome import Outcome, Verdict
from checkers.registry import find_rule
from checkers.reports.grouping import (
    Finding,
    by_owner,
    by_rule,
    findings_of,
    mark_of,
    passed,
    sections,
    session_and_spot,
    what_it_is,
)
from checkers.reports.lean import told
from checkers.reports.manner import Manner, Order
from checkers.reports.notes import notes_on
from checkers.reports.tally import Tally
from checkers.reports.wording import (
    OWNERS,
    WIDTH,
    counted,
    sources_in_words,
    spot_in_words,
    waiver_in_words,
)
from checkers.rule import Rule
from checkers.visible import visible_line

_BOLD = "1"
_COLOURS = {"✗": "31", "!": "33", "i": "36", "?": "36", "~": "2", "✓": "32", "-": "2"}


def write(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """The report by file, as each is done; or, once all are done, by rule or by who can mend it."""
    text = TextReport(manner.titles, colour=manner.colour, all_outcomes=manner.all_outcomes)
    tally = Tally()
    findings: list[Finding] = []
    for report in reports:
        tally.add(report)
        if manner.by is Order.FILE:
            yield from (f"{line}\n" for line in text.file(report))
        else:
            kept = told(report, all_outcomes=manner.all_outcomes)
            findings += findings_of(kept, all_outcomes=manner.all_outcomes)
    if manner.by is not Order.FILE:
        lines = text.by_rule(findings) if manner.by is Order.RULE else text.by_owner(findings)
        yield from (f"{line}\n" for line in lines)
    yield from (f"{line}\n" for line in text.summary(tally))


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
            yield from self._notes(report)
            yield from self._unreadable(report)
        else:
            yield from self._wrapped(what_it_is(report), "  ", "  ")
            yield from self._notes(report)
            yield from self._outcomes(report)
        yield ""

    def by_rule(self, findings: Iterable[Finding]) -> Iterator[str]:
        """The lines about all files under each rule, which is explained once."""
        for rule, found in by_rule(findings):
            yield from self._title(f"{rule.code}: {rule.name}")
            yield from self._labelled("Why", self._sources(rule), "  ")
            for path, here in groupby(found, key=lambda each: each.report.path):
                yield from self._wrapped(path, "  ", "    ")
                for each in here:
                    word = mark_of(each.outcome)[1]
                    yield from self._heading(each.outcome, word, each.outcome.message)
                    yield from self._labelled("Where", session_and_spot(each))
                    yield from self._to_do(each.outcome)
            yield ""

    def by_owner(self, findings: Sequence[Finding]) -> Iterator[str]:
        """The lines about all files under each person who can mend what was found."""
        for owner, found in by_owner(findings):
            yield from self._title(f"{OWNERS[owner].capitalize()} can mend {counted(len(found), 'finding')}")
            explained: set[str] = set()
            for path, here in groupby(found, key=lambda each: each.report.path):
                yield from self._wrapped(path, "  ", "    ")
                for each in here:
                    yield from self._outcome(each.outcome, explained, session_and_spot(each))
            yield ""
        if waived := [found for found in findings if found.outcome.waiver]:
            yield from self._title(f"Nobody has to mend {counted(len(waived), 'finding')}: waived")
            for path, here in groupby(waived, key=lambda each: each.report.path):
                yield from self._wrapped(path, "  ", "    ")
                for each in here:
                    yield from self._outcome(each.outcome, set(), session_and_spot(each))
            yield ""

    def summary(self, tally: Tally) -> Iterator[str]:
        """The last lines: how much was found in all files together."""
        yield from self._wrapped(f"{counted(tally.files, 'file')} checked: {tally.in_words()}.", "", "")

    def _unreadable(self, report: FileReport) -> Iterator[str]:
        for outcome in report.outcomes:
            yield from self._heading(outcome, "Not read", outcome.message)
            yield from self._labelled("To do", outcome.fix)

    def _notes(self, report: FileReport) -> Iterator[str]:
        for note in notes_on(report):
            yield from self.noted(note, "  ")

    def noted(self, note: str, indent: str = "") -> Iterator[str]:
        """The lines of a note."""
        yield from self._wrapped(f"Note: {note}", indent, f"{indent}      ")

    def _outcomes(self, report: FileReport) -> Iterator[str]:
        shown = report.listed(all_outcomes=self.all_outcomes)
        if not report.findings:
            nothing = "Nothing new" if report.known else "Nothing to correct"
            yield self._paint(f"  ✓ {nothing}: {counted(passed(report), 'check')} passed.", _COLOURS["✓"])
        explained: set[str] = set()
        for title, outcomes in sections(report, shown):
            yield ""
            yield self._paint(f"  {title}", _BOLD)
            for outcome in outcomes:
                yield from self._outcome(outcome, explained, spot_in_words(outcome.spot))

    def _outcome(self, outcome: Outcome, explained: set[str], where: str) -> Iterator[str]:
        rule = find_rule(outcome.rule)
        word = mark_of(outcome)[1]
        if outcome.verdict in (Verdict.PASS, Verdict.INAPPLICABLE):
            yield from self._heading(outcome, f"{word} {rule.code}", outcome.message)
            return
        yield from self._heading(outcome, f"{word} {rule.code}", rule.name)
        if outcome.waiver:
            yield from self._labelled("Where", where)
            yield from self._to_do(outcome)
            return
        if outcome.message != f"{rule.name}.":  # as in a redacted report
            yield from self._wrapped(outcome.message, "      ", "      ")
        yield from self._labelled("Where", where)
        yield from self._to_do(outcome)
        if rule.code not in explained:  # a source is named once a file: repeated at every finding it hides them
            explained.add(rule.code)
            yield from self._labelled("Why", self._sources(rule))

    def _to_do(self, outcome: Outcome) -> Iterator[str]:
        """What there is to do; of what was waived, who let it stand."""
        if outcome.waiver:
            yield from self._wrapped(waiver_in_words(outcome.waiver), "      ", "      ")
        else:
            yield from self._labelled("To do", outcome.fix)

    def _sources(self, rule: Rule) -> str:
        cites = sources_in_words(rule, self.titles)
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

    def _title(self, text: str) -> Iterator[str]:
        yield from (self._paint(line, _BOLD) for line in _wrap(text, "", "  "))

    def _labelled(self, label: str, text: str, indent: str = "      ") -> Iterator[str]:
        if text:
            yield from self._wrapped(f"{label + ':':<7}{text}", indent, indent + " " * 7)

    def _wrapped(self, text: str, first: str, other: str) -> Iterator[str]:
        yield from _wrap(text, first, other)

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text


def _wrap(text: str, first: str, other: str) -> list[str]:
    return textwrap.wrap(
        visible_line(text), WIDTH, initial_indent=first, subsequent_indent=other, break_on_hyphens=False
    )
