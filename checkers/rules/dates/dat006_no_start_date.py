"""DAT006."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import PLANS, Document, Field
from checkers.layout import Place
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.dating import Dating, Wanted, best_of, dating_of, judge_undated
from checkers.rules.naming import listed, quoted

_FIX = "Write the day on which the services are to begin; month and year are enough for a projected date."

_BEGINNING = re.compile(r"\b(?:start|begin|initiat|implement|effective|commenc)", re.IGNORECASE)


class NoStartDate(Rule):
    """The plan does not say when services begin

    An IEP states the projected date on which its services begin, once for the whole plan or on the line of each
    service. Without it neither the family nor the providers know from when on the services are owed.
    """

    code = "DAT006"
    owner = Owner.WRITER
    kinds = PLANS
    cites = (("34-cfr-300", "300.320(a)(7)"),)
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Birth: 8/2/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: ____________
        Projected Date of Annual Review: May 2027
        Related Services
        Physical Therapy: 2 x 30 minutes a week, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Birth: 8/2/2022
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: May 2027
        Related Services
        Physical Therapy: 2 x 30 minutes a week, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for a start date of the plan, else for one of each service."""
        doc = case.doc
        of_plan = best_of([field for field in doc.values("start_date") if not _is_of_service(field, doc)])
        if of_plan and dating_of(of_plan) is Dating.DATED:
            yield self.passed(of_plan.spot, f"The plan says when services begin: {quoted(of_plan.value)}.")
            return
        undated = [service for service in doc.services if not re.search(r"\d", service.start)]
        if doc.services and not undated:
            yield self.passed(doc.services[0].spot, "Each service says when it begins.")
        elif len(undated) < len(doc.services):
            names = listed([quoted(service.name) for service in undated])
            yield case.missing(
                self.violation(
                    undated[0].spot, f"There is no start date for {names}, and none for the whole plan.", fix=_FIX
                )
            )
        else:
            field = of_plan or best_of(doc.values("start_date"))
            yield judge_undated(self, case, field, Wanted("The date on which services begin", _FIX, _BEGINNING))


def _is_of_service(field: Field, doc: Document) -> bool:
    """Whether a start date stands in the row of a service and speaks of that service alone."""
    return any(_row(field.spot.place) == _row(service.spot.place) for service in doc.services)


def _row(place: Place) -> tuple[int | None, ...]:
    """What stands side by side has the same: the row of a table, else the line."""
    if place.table is not None:
        return place.table, place.row
    return place.page, place.paragraph, place.line
