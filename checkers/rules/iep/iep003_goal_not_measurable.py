"""IEP003."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from checkers.document import Goal, Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import quoted
from checkers.words import load


class GoalNotMeasurable(Rule):
    """A goal has nothing to measure it by

    An annual goal has to be measurable: how many, how often, how long, in how many of how many trials, with how much
    help. Words such as "will improve" leave open when the goal is reached. Whether words are enough is for a person to
    say, so this rule only points to them.
    """

    code = "IEP003"
    severity = None
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (("34-cfr-300", "300.320(a)(2)(i)"),)
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Nora Sample
        Date of Birth: 1/9/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Present Levels of Performance: Most people understand half of what Nora says.
        Annual Goal: Nora will improve her articulation.
        Reporting Progress to Parents: a written report every quarter
        Special Education Programs and Services
        Speech/Language Therapy: 2 x 30 minutes a week, individual, preschool
        Participation with Students without Disabilities: all day in her preschool class
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Nora Sample
        Date of Birth: 1/9/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Present Levels of Performance: Most people understand half of what Nora says.
        Annual Goal: Nora will say the last sound of words in 8 of 10 pictures over three sessions.
        Reporting Progress to Parents: a written report every quarter
        Special Education Programs and Services
        Speech/Language Therapy: 2 x 30 minutes a week, individual, preschool
        Participation with Students without Disabilities: all day in her preschool class
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge each goal by its own words and by what its columns say of measuring."""
        if not case.doc.goals:
            yield self.inapplicable("The document has no annual goal that Tandem could read.")
        starts = [section.order for section in case.doc.sections]
        for goal, following in zip_longest(case.doc.goals, case.doc.goals[1:]):
            end = starts[at] if (at := bisect_right(starts, goal.order)) < len(starts) else len(case.doc.lines)
            end = min(end, following.order) if following else end
            below = " ".join(line.text for line in case.doc.lines[goal.order + 1 : end])
            yield self._judge_goal(goal, below)

    def _judge_goal(self, goal: Goal, below: str) -> Outcome:
        """Judge a goal; its objectives or benchmarks may stand below it."""
        if measure := _measure_in(f"{goal.text} {goal.criteria} {below}"):
            return self.passed(goal.spot, f"The goal can be measured: {quoted(measure)}", entry=goal.number)
        beside = f", and beside it only {quoted(goal.criteria)}" if goal.criteria else ""
        return self.incomplete(
            goal.spot,
            f"The goal {quoted(goal.text)} has neither a figure nor a level of help to measure it by{beside}.",
            fix="Say how many, how often or with how much help, for instance “in 8 of 10 trials”.",
            entry=goal.number,
        )


def _measure_in(text: str) -> str:
    """The words of a text from the first one on that something can be measured by, "" for none."""
    measures, not_figures = _patterns()
    figures = not_figures.sub(" ", text)
    match = measures.search(figures)
    return figures[match.start() :] if match else ""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("goals")
    measures, not_figures = (re.compile("|".join(words[key]), re.IGNORECASE) for key in ("measures", "not_figures"))
    return measures, not_figures
