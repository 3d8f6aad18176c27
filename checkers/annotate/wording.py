"""What a comment and the summary say, in plain lines. What comes from the document passes `visible_line`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkers.annotate.anchors import Anchor
from checkers.check import FileReport
from checkers.registry import find_rule
from checkers.reports.grouping import WHOLE, found_in_words, mark_of, passed, what_it_is
from checkers.reports.statistics import count
from checkers.reports.wording import counted, sources_in_words
from checkers.visible import visible_line

AUTHOR = "Tandem"
"""Whose comments they are."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands at the top of a copy: that it is no part of the document, and what was found."""

    title: str
    lines: tuple[str, ...]


def comment_of(anchor: Anchor, titles: Mapping[str, str]) -> tuple[str, ...]:
    """A comment's lines: the rule, what is wrong, what to do, why, and what its place does not tell."""
    outcome = anchor.finding.outcome
    rule = find_rule(outcome.rule)
    cites = sources_in_words(rule, titles)
    lines = [
        f"{mark_of(outcome)[1]} {rule.code}: {rule.name}",
        outcome.message,
        f"To do: {outcome.fix}" if outcome.fix else "",
        f"Why: {cites}" if cites else "",
        "" if anchor.finding.session == WHOLE else anchor.finding.session,
        anchor.remark,
    ]
    return tuple(_clean(line) for line in lines if line)


def summary_of(
    report: FileReport, placed: Sequence[Anchor], day: datetime.date, remarks: Sequence[str], noun: str
) -> Summary:
    """The summary of what was found.

    Args:
        report: what was found.
        placed: the places of its comments.
        day: the day that it names.
        remarks: what was not read, and what is different in the copy.
        noun: what the format calls a comment.
    """
    made = f"made on {day:%B} {day.day}, {day.year}; delete this before you send it"
    if placed:
        title = f"{AUTHOR}: {counted(len(placed), 'finding')} ({found_in_words([report])}), {made}"
    else:
        title = f"{AUTHOR}: {found_in_words([report])}, {counted(passed(report), 'check')} passed, {made}"
    elsewhere = sum(anchor.elsewhere for anchor in placed)
    lines = [
        what_it_is(report),
        *(
            f"{mark_of(each.outcome)[1]} {each.outcome.rule}: {find_rule(each.outcome.rule).name}"
            + (f" ({each.number} times)" if each.number > 1 else "")
            for each in count([report])
        ),
        f"{counted(elsewhere, 'finding')} could not be marked in place; the {noun} says so." if elsewhere else "",
        f"Mend the original, or take the {noun}s out of this copy before you send it." if placed else "",
        *remarks,
    ]
    return Summary(_clean(title), tuple(_clean(line) for line in lines if line))


def _clean(text: str) -> str:
    """One line without what no file can hold: control characters, and two numbers that are no characters."""
    return visible_line(text).translate({0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD})
