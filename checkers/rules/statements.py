"""What a plan has to say in a section of its own: whether it is there, blank, said elsewhere or nowhere.

It is missing with certainty only where its heading stands over nothing, or where a whole plan (see `wholeness`) has
neither its heading nor one of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checkers.document import Document, Kind, Section
from checkers.outcome import Outcome, Spot, Verdict
from checkers.rule import Case, Rule
from checkers.rules.filling import as_field, holds_place, is_empty, is_placeholder
from checkers.rules.naming import quoted
from checkers.rules.wholeness import Extent, extent_beside
from checkers.words import load, plain


@dataclass(frozen=True, slots=True)
class Statement:
    """What is looked for: the key of its section, its name in a sentence ("The present levels"), and what to write."""

    key: str
    what: str
    fix: str


def judge_statement(rule: Rule, case: Case, wanted: Statement) -> Outcome:
    """The one outcome for a statement that the whole plan has to make."""
    section = case.doc.section(wanted.key)
    if section and section.text:
        return _judge_text(rule, section, wanted)
    if section and section.template:
        return rule.inapplicable(f"{wanted.what} are still template text; see DOC005.")
    if said := _said(case.doc, wanted.key, "says"):
        return rule.passed(said, f"The text says it: {quoted(said.text)}.")
    if section:
        return _judge_blank(rule, case, section, wanted)
    if said := _said(case.doc, wanted.key, "hints") or _prose_on_child(case.doc, wanted.key):
        return rule.incomplete(
            said,
            f"{wanted.what}: no section is headed so, but the text may tell: {quoted(said.text)}.",
            fix=f"Confirm that it is there, under its own heading. {wanted.fix}",
        )
    return _judge_absent(rule, case, wanted)


def _judge_text(rule: Rule, section: Section, wanted: Statement) -> Outcome:
    field = as_field(section)
    if holds_place(field):
        return rule.inapplicable(f"{wanted.what}: still a placeholder; see DOC005.")
    if is_empty(field):
        return rule.incomplete(
            section.spot,
            f"{wanted.what}: under {quoted(section.heading)} only {quoted(section.text)} is written.",
            fix=f"Confirm that this is meant. {wanted.fix}",
        )
    return rule.passed(section.spot, f"{quoted(section.heading)}: {quoted(section.text)}")


def _judge_blank(rule: Rule, case: Case, section: Section, wanted: Statement) -> Outcome:
    """A heading with nothing of one's own under it."""
    last = not any(line.text.strip() for line in case.doc.lines[section.last + 1 :])
    if section.prompt or not section.certain or (last and extent_beside(case.doc, wanted.key) is not Extent.WHOLE):
        return rule.incomplete(
            section.spot,
            f"{wanted.what}: Tandem found the heading {quoted(section.heading)}, but nothing written under it.",
            fix=f"Look whether something stands there. {wanted.fix}",
        )
    return case.missing(
        rule.violation(
            section.spot,
            f"{wanted.what}: the heading {quoted(section.heading)} stands there, with nothing under it.",
            fix=wanted.fix,
        )
    )


def _judge_absent(rule: Rule, case: Case, wanted: Statement) -> Outcome:
    """No heading and no word of it: missing in a whole plan, and nobody's fault in a part of one."""
    extent = extent_beside(case.doc, wanted.key)
    if extent is Extent.PART:
        return rule.inapplicable(f"{wanted.what}: not here, but this seems to be a part of a plan only.")
    found = f"{wanted.what}: nowhere in the plan."
    if extent is Extent.UNSURE:
        return rule.incomplete(
            None, f"{found} It may stand in a part that is not in this file.", fix=f"Look for it. {wanted.fix}"
        )
    return case.missing(rule.violation(None, found, fix=wanted.fix))


def _said(doc: Document, key: str, how: str) -> Spot | None:
    """The first line with words that give a statement ("says") or may give it ("hints")."""
    pattern = _pattern(doc.kind, key, how)
    if pattern is None:
        return None
    beside = frozenset(load("sections")[doc.kind.value][key]["beside"]) if how == "hints" else frozenset({key})
    left_out = {order for each in doc.sections if each.key in beside for order in range(each.order, each.last + 1)}
    lines = [each for each in _running_text(doc) if each[0] not in left_out]
    for order, text, _ in lines:
        if pattern.search(text):
            return Spot(doc.lines[order].place, text)
    for order, text, more in lines:
        if (how == "hints" or more[:1].islower()) and pattern.search(f"{text} {more}"):
            return Spot(doc.lines[order].place, f"{text} {more}")
    return None


def _running_text(doc: Document) -> Iterator[tuple[int, str, str]]:
    """The lines of a document that head no section, each with its index and the next line, in which it may go on."""
    headings = {section.order for section in doc.sections if not section.text}
    for order, line in enumerate(doc.lines):
        if line.text.strip() and order not in headings:
            goes_on = order + 1 < len(doc.lines) and order + 1 not in headings
            yield order, line.text.strip(), doc.lines[order + 1].text.strip() if goes_on else ""


@cache
def _pattern(kind: Kind, key: str, how: str) -> re.Pattern[str] | None:
    words = load("sections")[kind.value][key][how]
    return re.compile("|".join(words), re.IGNORECASE) if words else None


_ON_CHILD = frozenset({"present_levels", "development"})
_FEWEST_WORDS = 10


def _prose_on_child(doc: Document, key: str) -> Spot | None:
    """A sentence on the child outside of the known sections, where present levels may stand under another heading."""
    if key not in _ON_CHILD:
        return None
    name = next((field.value for field in doc.values("child_name") if field.value), "")
    words = {*plain(name).split(), "he", "she", "his", "her"}
    known = {section.order for section in doc.sections}
    outside = True
    for order, line in enumerate(doc.lines):
        if order in known:
            outside = False
        elif line.heading:
            outside = True
        said = plain(line.text).split()
        if outside and len(said) >= _FEWEST_WORDS and words & set(said) and ":" not in line.text:
            return Spot(line.place, line.text.strip())
    return None


def judge_goals(rule: Rule, case: Case, wanted: Statement) -> Outcome:
    """The one outcome for the goals or outcomes of a plan: one is enough."""
    goals = case.doc.goals
    if goals and not all(is_placeholder(goal.text) for goal in goals):
        return rule.passed(goals[0].spot, f"{len(goals)} found, the first: {quoted(goals[0].text)}.")
    outcome = judge_statement(rule, case, wanted)
    section = case.doc.section(wanted.key)
    if outcome.verdict is Verdict.PASS and section:
        return rule.incomplete(
            section.spot,
            f"{wanted.what}: under {quoted(section.heading)} stands {quoted(section.text)}, which Tandem cannot read.",
            fix=f"Look whether this is what is asked for. {wanted.fix}",
        )
    return outcome
