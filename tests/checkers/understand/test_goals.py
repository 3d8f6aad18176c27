"""The goals of an IEP, the outcomes of an IFSP."""

import pytest

from tests.checkers.understand.model import model

IEP = "INDIVIDUALIZED EDUCATION PROGRAM (IEP)\nStudent Name: Ana Castro\n"
TWO = ["Ana will name ten animals in 8 of 10 trials.", "Ana will climb four stairs in 4 of 5 trials."]


@pytest.mark.parametrize(
    "text",
    [
        f"Annual Goal: {TWO[0]}\nCriteria: 80%\nAnnual Goal: {TWO[1]}\n",
        f"Measurable Annual Goals\n1. {TWO[0]}\n2. {TWO[1]}\n",
        f"MEASURABLE ANNUAL GOALS:\n- {TWO[0]}\n- {TWO[1]}\n",
        f"Annual Goals\nGoal 1: {TWO[0]}\nGoal 2: {TWO[1]}\n",
        f"| Annual Goal | Criteria | Method | Schedule |\n| {TWO[0]} | 80% | Records | Monthly |\n| {TWO[1]} | | | |\n",
    ],
)
def test_each_goal_is_found_once(text: str) -> None:
    """At labels, in a list, in a table."""
    assert [goal.text for goal in model(IEP + text).goals] == TWO


def test_an_empty_goal_is_none() -> None:
    """A label, a rule, a number alone."""
    for text in ("Annual Goal: ____________\n", "Annual Goals\n1.\n2.\n", "Annual Goals\n"):
        assert model(IEP + text).goals == ()


def test_the_criteria_go_with_their_goal() -> None:
    """Up to the next goal."""
    first, second = model(f"{IEP}Annual Goal: {TWO[0]}\nCriteria: 80%\nAnnual Goal: {TWO[1]}\nMethod: records\n").goals
    assert (first.criteria, second.criteria) == ("80%", "records")


def test_goals_and_services_are_numbered_in_one_count() -> None:
    """As they come."""
    doc = model(f"{IEP}Related Services\n- Speech therapy 2x30 weekly\n- OT 1x30 weekly\nAnnual Goal: {TWO[0]}\n")
    assert [service.number for service in doc.services] == [1, 2]
    assert [goal.number for goal in doc.goals] == [3]
