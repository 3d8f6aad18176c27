"""Findings one after another, each part of them under its label, and what can be done with one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from assistant.cli.titles import source_titles
from assistant.plain.asking import ask_about
from assistant.plain.checks import check_again, whole
from assistant.plain.console import Back
from assistant.plain.menus import Choice, Menu, offer
from assistant.plain.page import read_page
from assistant.plain.session import Session
from assistant.plain.waiving import waive_finding
from checkers.outcome import Outcome
from checkers.ownership import owner_of
from checkers.registry import find_rule
from checkers.reports.grouping import WHOLE, Finding, mark_of
from checkers.reports.wording import OWNERS, in_paragraphs, place_in_words, quotation, waiver_in_words

titles = cache(source_titles)
_HELPS = "Each finding is told with its place, what to do, why, and its source. Numbers do something with this one."


def finding_lines(found: Finding, number: int, total: int) -> Iterator[str]:
    """A finding in labelled lines; `number` of `total`."""
    outcome, rule = found.outcome, find_rule(found.outcome.rule)
    yield f"Finding {number} of {total}. {mark_of(outcome)[1]}, {rule.code}: {rule.name}"
    yield f"Document: {Path(found.report.path).name}"
    if found.session != WHOLE:
        yield f"In: {found.session}"
    if outcome.message != f"{rule.name}.":
        yield f"What was found: {outcome.message}"
    if outcome.spot:
        if where := place_in_words(outcome.spot.place):
            yield f"Where: {where}"
        if words := quotation(outcome.spot.text):
            yield f"Words there: “{words}”"
    if outcome.waiver:
        yield waiver_in_words(outcome.waiver)
        return
    if outcome.fix:
        yield f"What to do: {outcome.fix}"
    yield f"Who can mend it: {OWNERS[owner_of(outcome, found.report.kind)]}"
    yield f"Why: {in_paragraphs(rule.explanation)[0]}"
    for source, locator in rule.cites:
        yield f"Source: {titles().get(source, source)}, {locator}"


def read_findings(session: Session, paths: Callable[[], Sequence[str]]) -> None:
    """Tell the findings of documents one by one, until somebody goes back or has heard the last.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    offer(session.console, _Reader(session, paths).menu)


class _Reader:
    """At which finding somebody is, and what can be done there."""

    def __init__(self, session: Session, paths: Callable[[], Sequence[str]]) -> None:
        self._session = session
        self._paths = paths
        self._at = 0
        self._told: Outcome | None = None
        """The finding that was told last: it is not told again after all that is done with it."""
        self._is_over = False

    def menu(self) -> Menu:
        """Tell the finding, and offer what can be done with it. Raises `Back` behind the last, and where none is."""
        say, findings = self._session.console.say, self._session.findings(self._paths())
        if self._is_over or not findings:
            say("That was the last finding." if self._is_over else self._none())
            raise Back
        self._at = min(self._at, len(findings) - 1)
        found, number = findings[self._at], f"finding {self._at + 1} of {len(findings)}"
        if found.outcome is self._told:
            say("", f"You are at {number}, {found.outcome.rule}.")
        else:
            say("", *finding_lines(found, self._at + 1, len(findings)))
        self._told = found.outcome
        return Menu("", self._choices(found), _HELPS, enter=Choice("next", lambda: self._move(1)), brief=True)

    def _choices(self, found: Finding) -> list[Choice]:
        session = self._session
        return [
            Choice("previous", lambda: self._move(-1)),
            Choice("its place in the document", lambda: _read_place(session, found)),
            Choice("ask about this rule", lambda: ask_about(session, find_rule(found.outcome.rule))),
            Choice("waive it", lambda: waive_finding(session, found)),
            Choice("check this document again", lambda: check_again(session, [found.report.path])),
            Choice("hear it again", self._forget),
        ]

    def _move(self, step: int) -> None:
        if self._at + step < 0:
            self._session.console.say("This is the first finding.")
        elif self._at + step >= len(self._session.findings(self._paths())):
            self._is_over = True
        else:
            self._at += step

    def _forget(self) -> None:
        self._told = None

    def _none(self) -> str:
        only = self._session.told.in_words()
        return f"There is no finding here to tell.{f' Told are only: {only}.' if only else ''}"


def _read_place(session: Session, found: Finding) -> None:
    doc = whole(session, found.report.path).doc
    if doc is None:
        session.console.say("The document could not be read, so there is no place to go to.")
    else:
        read_page(session.console, doc, found.outcome.spot)
