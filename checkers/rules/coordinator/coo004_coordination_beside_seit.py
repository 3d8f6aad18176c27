"""COO004."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind, Service
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.coordination_lines import CoordinationLine, coordination_lines
from checkers.rules.naming import quoted


class CoordinationBesideSeit(Rule):
    """Coordination has units of its own, though the IEP has a SEIT

    Where an IEP lists special education itinerant services (SEIT/SEIS), the itinerant teacher coordinates, and the rate
    already pays for it. A line of coordination with sessions of its own would be claimed twice.
    """

    code = "COO004"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (
        ("schenectady-coordination", "SEIT Providers, required functions included in the rate, item 1"),
        ("nysed-stac-training", "STAC-1, item 12"),
    )
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Lee Example, SEIT
        Special Education Programs and Services
        Special Education Itinerant Teacher (SEIT): 5 x 60 minutes a week, preschool
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        Coordination of Services: 1 x 30 minutes a month, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Leo Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Lee Example, SEIT
        Special Education Programs and Services
        Special Education Itinerant Teacher (SEIT): 5 x 60 minutes a week, preschool
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look for lines of coordination beside the SEIT/SEIS."""
        teachers = [service for service in case.doc.services if service.itinerant]
        if not teachers:
            yield self.inapplicable("The IEP does not list a SEIT/SEIS.")
            return
        lines = coordination_lines(case.doc)
        if not lines:
            yield self.passed(teachers[0].spot, "A SEIT/SEIS is listed, and coordination has no line of its own.")
        for line in lines:
            yield self._judge_line(line, teachers)

    def _judge_line(self, line: CoordinationLine, teachers: list[Service]) -> Outcome:
        said = quoted(line.words)
        if not line.amounts.found:
            return self.passed(line.spot, f"Coordination has no sessions of its own: {said}.", entry=line.entry)
        if line.in_rate or not line.own or _other_time(line, teachers):
            return self.incomplete(
                line.spot,
                f"The IEP lists a SEIT/SEIS, whose rate includes coordination. {said} may give it sessions of its own.",
                fix="Confirm that no sessions of coordination are to be claimed for the time of the SEIT/SEIS.",
                entry=line.entry,
            )
        return self.violation(
            line.spot,
            f"The IEP lists a SEIT/SEIS, whose rate includes coordination, and yet gives coordination sessions of its "
            f"own: {said}.",
            fix="Take the sessions of coordination off. The SEIT/SEIS provider coordinates within the rate.",
            entry=line.entry,
        )


def _other_time(line: CoordinationLine, teachers: list[Service]) -> bool:
    """Whether coordination may be for a time without the SEIT/SEIS, such as the summer: their dates differ."""
    return bool(line.start) and all(teacher.start and teacher.start != line.start for teacher in teachers)
