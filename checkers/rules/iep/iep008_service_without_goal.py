"""IEP008."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checkers.document import Document, Kind, Service
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import quoted
from checkers.rules.service_lines import is_not_fixed
from checkers.rules.wholeness import Extent, extent_beside
from checkers.words import load, plain

_NEEDS_NO_GOAL = "parent_training"


class ServiceWithoutGoal(Rule):
    """No goal seems to belong to a related service

    A service is there to help the child reach a goal. Where none of the goals has to do with a service, either a goal
    was forgotten or the service is not needed. Tandem goes by the words of the goals, so this is for a person to judge.
    Parent counseling and training needs no goal of the child.
    """

    code = "IEP008"
    severity = None
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (("34-cfr-300", "300.320(a)(2) and (4)"),)
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Birth: 8/2/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Speech Therapist
        Present Levels of Performance: Leo walks alone on level ground. He names six pictures.
        Annual Goal: Leo will name 20 farm and house pictures in 4 of 5 trials.
        Reporting Progress to Parents: a written report every quarter
        Special Education Programs and Services
        Speech Therapy: 2 x 30 minutes a week, individual, preschool
        Physical Therapy: 2 x 30 minutes a week, individual, preschool
        Participation with Students without Disabilities: all day in his preschool class
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Birth: 8/2/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Speech Therapist
        Present Levels of Performance: Leo walks alone on level ground. He names six pictures.
        Annual Goal: Leo will name 20 farm and house pictures in 4 of 5 trials.
        Annual Goal: Leo will walk up four steps with one hand on the rail in 4 of 5 trials.
        Reporting Progress to Parents: a written report every quarter
        Special Education Programs and Services
        Speech Therapy: 2 x 30 minutes a week, individual, preschool
        Physical Therapy: 2 x 30 minutes a week, individual, preschool
        Participation with Students without Disabilities: all day in his preschool class
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for a goal with words of each related service; a goal with words of none may belong to any."""
        doc = case.doc
        services = _services_with_goals(doc)
        if not services or not doc.goals:
            yield self.inapplicable("The document has no related services with goals to compare them with.")
        elif extent_beside(doc, "annual_goals") is Extent.PART and len(doc.goals) < len(services):
            yield self.inapplicable("This seems to be a part of a plan; the other goals may stand elsewhere.")
        else:
            without = [service for service in services if not _goal_for(service, doc)]
            open_goals = sum(not _disciplines_of(goal.text) for goal in doc.goals)
            for service in services:
                yield self._judge_service(service, doc, spare=len(without) <= open_goals)

    def _judge_service(self, service: Service, doc: Document, *, spare: bool) -> Outcome:
        if goal := _goal_for(service, doc):
            return self.passed(
                service.spot, f"{quoted(service.name)} has a goal: {quoted(goal)}.", entry=service.number
            )
        if spare:
            return self.passed(
                service.spot, f"{quoted(service.name)}: a goal in general words may belong to it.", entry=service.number
            )
        return self.incomplete(
            service.spot,
            f"None of the {len(doc.goals)} goals seems to belong to {quoted(service.name)}."
            if len(doc.goals) > 1
            else f"The only goal does not seem to belong to {quoted(service.name)}.",
            fix="Look which goal this service works on, and add one if there is none.",
            entry=service.number,
        )


def _services_with_goals(doc: Document) -> list[Service]:
    """The first line of each related service that a goal is asked of: none that is only consulted."""
    given = [service for service in doc.services if service.related and not is_not_fixed(service)]
    first = {service.discipline: service for service in reversed(given)}
    return [service for service in reversed(first.values()) if service.discipline != _NEEDS_NO_GOAL]


def _goal_for(service: Service, doc: Document) -> str:
    """The goal that speaks of what a service is for, or a heading of the goals that names it; "" for none."""
    for goal in doc.goals:
        if service.discipline in _disciplines_of(goal.text):
            return goal.text
    for section in doc.sections:
        if section.key == "annual_goals":
            for line in section.text.split("\n"):
                if service.discipline in _disciplines_of(line):
                    return line
    return ""


@cache
def _disciplines_of(text: str) -> frozenset[str]:
    """The related services that a text may be about, by the words of their goals and by their own names."""
    bare = plain(text)
    return frozenset(key for key, pattern in _aims().items() if pattern.search(bare))


@cache
def _aims() -> dict[str, re.Pattern[str]]:
    return {
        key: re.compile("|".join(_as_pattern(word) for word in (*entry["aims"], *entry["names"])))
        for key, entry in load("services").items()
        if "aims" in entry
    }


def _as_pattern(word: str) -> str:
    """A word, or with a star its beginning, as a regular expression on plain text."""
    return rf"\b{re.escape(plain(word.rstrip('*')))}" + (r"\w*" if word.endswith("*") else r"\b")
