"""Findings as one web page that needs nothing else: to read, to print, to hand on.

Every value of the template passes `visible_line` and is then escaped; only the style sheet is put in as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from checkers.check import FINDINGS, FileReport
from checkers.outcome import Outcome, Verdict
from checkers.ownership import owner_of
from checkers.registry import find_rule
from checkers.reports import grouping, wording
from checkers.reports.lean import told
from checkers.reports.manner import Manner
from checkers.reports.notes import notes_on
from checkers.visible import visible_line

_CLASSES = {Verdict.INCOMPLETE: "look", Verdict.PASS: "passed", Verdict.INAPPLICABLE: "muted"}


def write(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """The page, once all files are done."""
    done = [told(report, all_outcomes=manner.all_outcomes, passed=True) for report in reports]
    findings = [found for report in done for found in grouping.findings_of(report)]
    owners = [
        (_capitalised(wording.OWNERS[owner]), [(rule, len(those)) for rule, those in grouping.by_rule(found)])
        for owner, found in grouping.by_owner(findings)
    ]
    yield _template().render(
        reports=done,
        day=wording.day_in_words(manner.today),
        result=_capitalised(f"{grouping.found_in_words(done)}."),
        owners=owners,
        rules=[rule for rule, _ in grouping.by_rule(findings)],
        redacted=manner.redacted,
        all_outcomes=manner.all_outcomes,
        titles=manner.titles,
        version=manner.version,
    )


def pages() -> Environment:
    """Templates of pages, in this package and in that of the gate: everything they are given is shown and escaped."""
    folders = [files("checkers.reports"), files("checkers.gate")]

    def load(name: str) -> str:
        return next(path for folder in folders if (path := folder.joinpath(name)).is_file()).read_text("utf-8")

    return Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _template() -> Template:
    """The template of the page, with all that it calls."""
    environment = pages()
    environment.globals |= {
        "counted": wording.counted,
        "find_rule": find_rule,
        "in_full": _in_full,
        "look_of": _look_of,
        "mark_of": grouping.mark_of,
        "notes_on": notes_on,
        "owner": lambda outcome, report: _capitalised(wording.OWNERS[owner_of(outcome, report.kind)]),
        "paragraphs": lambda rule: wording.in_paragraphs(rule.explanation),
        "passed": grouping.passed,
        "sections": grouping.sections,
        "sources_in_words": wording.sources_in_words,
        "spot_in_words": wording.spot_in_words,
        "state": lambda report: _capitalised("not read" if report.error else grouping.found_in_words([report])),
        "state_look": _look_of_report,
        "unfound": lambda report: [each for each in report.outcomes if each.verdict not in FINDINGS],
        "waiver_in_words": wording.waiver_in_words,
        "what_it_is": grouping.what_it_is,
    }
    return environment.get_template("page.html.jinja")


def _shown(value: Any) -> Any:
    """A value as the page shows it: no character of a document can move, hide or turn what stands beside it."""
    return visible_line(value) if isinstance(value, str) else value


def _look_of(outcome: Outcome) -> str:
    """The class, and with it the colour, of an outcome."""
    if outcome.waiver:
        return "muted"
    return outcome.severity.value if outcome.severity else _CLASSES[outcome.verdict]


def _look_of_report(report: FileReport) -> str:
    """That of the gravest finding of a file."""
    return _look_of(min(report.findings, key=grouping.rank)) if report.findings else "passed"


def _in_full(report: FileReport, *, all_outcomes: bool) -> bool:
    """Whether there is more to say of a file than the overview does."""
    return bool(report.listed() or all_outcomes or any(notes_on(report)))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
