"""Waivers held against what was found: which findings they let stand, and which of them do not hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkers.check import FINDINGS, FileReport, Options
from checkers.outcome import Outcome
from checkers.waivers.waiver import Examined, Standing, Waiver


def apply(waivers: Sequence[Waiver], report: FileReport, options: Options) -> FileReport:
    """The report with each finding that a waiver lets stand marked so, and with every waiver's standing.

    A waiver of a rule that the options leave out is left out too: whether it is needed was not looked at.
    """
    examined = [Examined(each, _standing(each, report, options)) for each in waivers if options.wants(each.rule)]
    holding = [each.waiver for each in examined if each.standing is Standing.HOLDS]
    holding.sort(key=lambda waiver: waiver.entry is None)  # what was decided for one session goes before the general
    outcomes = tuple(
        replace(outcome, waiver=next((each for each in holding if covers(each, outcome)), None))
        for outcome in report.outcomes
    )
    return replace(report, outcomes=outcomes, waivers=tuple(examined))


def covers(waiver: Waiver, outcome: Outcome) -> bool:
    """Whether an outcome is a finding that the waiver is for."""
    return outcome.verdict in FINDINGS and waiver.rule == outcome.rule and waiver.entry in (None, outcome.entry)


def _standing(waiver: Waiver, report: FileReport, options: Options) -> Standing:
    if waiver.sha256 != report.sha256:
        return Standing.CHANGED
    if waiver.until and waiver.until < options.day():
        return Standing.EXPIRED
    return Standing.HOLDS if any(covers(waiver, each) for each in report.outcomes) else Standing.UNUSED
