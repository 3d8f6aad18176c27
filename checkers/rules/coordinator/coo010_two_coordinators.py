"""COO010."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import combinations

from checkers.document import Coordinator, Document, Kind, Term
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import quoted
from checkers.rules.providers import may_be_same_person, name_in, surely_different_people


class TwoCoordinators(Rule):
    """Two different coordinators are designated

    One person coordinates. Where a document names two, nobody knows who arranges the services, and the time of one of
    them will not be paid. An initial and an ongoing service coordinator of an IFSP are one after the other, not two.
    """

    code = "COO010"
    owner = Owner.WRITER
    kinds = frozenset({Kind.DRAFT_IEP, Kind.IFSP, Kind.STAC1})
    cites = (
        ("8-nycrr-200", "200.16 (coordination of related services)"),
        ("34-cfr-303", "303.34(a)(2)"),
    )
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Nora Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Kim Example, Occupational Therapist
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        Occupational Therapy: 2 x 30 minutes a week, preschool
        Coordination of Services (Speech): 1 x 30 minutes a month, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Nora Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Kim Example, Occupational Therapist
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        Occupational Therapy: 2 x 30 minutes a week, preschool
        Coordination of Services (OT): 1 x 30 minutes a month, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare everybody who is designated with everybody else."""
        doc = case.doc
        if not doc.coordinators:
            yield self.inapplicable("No coordinator is designated.")
            return
        pairs = [(_difference(one, other, doc), one, other) for one, other in combinations(doc.coordinators, 2)]
        difference, one, other = max(pairs, key=lambda pair: pair[0], default=(_Difference.NONE, None, None))
        both = next((who for who in doc.coordinators if _names_two(who) and _is_designation(who, doc)), None)
        if one and other and difference is not _Difference.NONE:
            yield self._differ(one, other, certain=difference is _Difference.CERTAIN)
        elif both:
            yield self.incomplete(
                both.spot,
                f"The field names more than one profession: {quoted(both.words)}.",
                fix="Confirm who of them coordinates, and write that one alone.",
            )
        else:
            who = doc.coordinators[0]
            yield self.passed(who.spot, f"The document designates one coordinator: {quoted(who.words)}.")

    def _differ(self, one: Coordinator, other: Coordinator, *, certain: bool) -> Outcome:
        message = f"Two coordinators are designated: {quoted(one.words)} and {quoted(other.words)}."
        if certain:
            return self.violation(other.spot, message, fix="Decide who coordinates, and name that one everywhere.")
        return self.incomplete(
            other.spot,
            f"{message} They may be the same person, or coordinate at different times.",
            fix="Confirm that one person coordinates at any one time.",
        )


class _Difference(IntEnum):
    NONE = 0
    POSSIBLE = 1
    CERTAIN = 2


_SUCCESSION = re.compile(
    r"\b(?:date )?assigned\b|\bassignment\b|\bprevious|\bformer|\buntil\b|\beffective\b|\bas of\b|\breplac|\bchanged?\b"
    r"|\bstarting\b|\bending\b",
    re.IGNORECASE,
)
"""Words that tell when somebody became coordinator: one after the other."""
_SEASON = re.compile(r"\bsummer\b|\bjuly\b|\besy\b|\bschool[ -]year\b|\bseptember\b|\bextended\b", re.IGNORECASE)
_EXPLICIT = re.compile(
    r"coordinator\s+of\s+(?:related\s+)?services|coordination\s+of\s+(?:related\s+)?services"
    r"|\b(?:is|be|as)\s+(?:\w+\s+)?service\s+coordinator",
    re.IGNORECASE,
)
_TEACHERS = frozenset({"itinerant", "special_class"})
_TOGETHER = re.compile(r"\S\s+(?:and|or|&)\s+\S|\w\s*/\s*\w", re.IGNORECASE)


def _difference(one: Coordinator, other: Coordinator, doc: Document) -> _Difference:
    """How surely two designations name two people who are to coordinate at the same time."""
    if _same(one, other, doc) or (one.term is not other.term and Term.INITIAL in (one.term, other.term)):
        return _Difference.NONE
    lines = (one.spot.text, other.spot.text)
    if all(map(_SUCCESSION.search, lines)) or any(_ASSIGNED.search(field.label) for field in doc.fields):
        return _Difference.NONE
    certain = (
        one.term is other.term
        and not any(map(_SEASON.search, lines))
        and not any(_SUCCESSION.search(line.text) for line in doc.lines if "oordinator" in line.text)
        and len({service.start for service in doc.services if service.coordination}) <= 1
        and _is_designation(one, doc)
        and _is_designation(other, doc)
    )
    return _Difference.CERTAIN if certain else _Difference.POSSIBLE


_ASSIGNED = re.compile(r"\bassigned\b", re.IGNORECASE)


def _same(one: Coordinator, other: Coordinator, doc: Document) -> bool:
    """Whether nothing tells that these are two: a name and a profession may belong together."""
    if surely_different_people(one.words, other.words):
        return False
    if may_be_same_person(one.words, other.words):
        return True
    ours, theirs = _professions(one, doc), _professions(other, doc)
    if ours and theirs:
        return bool(ours & theirs) or (ours <= _TEACHERS and theirs <= _TEACHERS)
    return not (name_in(one.words) and name_in(other.words)) or not surely_different_people(one.words, other.words)


def _professions(who: Coordinator, doc: Document) -> frozenset[str]:
    """The coordinator's disciplines, else those of the services whose provider bears the name."""
    named = (each for each in doc.services if not each.coordination and may_be_same_person(who.words, each.provider))
    return who.disciplines or frozenset(each.discipline for each in named if each.discipline)


def _is_designation(who: Coordinator, doc: Document) -> bool:
    """Whether a field or a line of the list of services names the coordinator, or a sentence in so many words."""
    spots = [*(field.spot for field in doc.values("coordinator")), *(service.spot for service in doc.services)]
    return who.spot in spots or bool(_EXPLICIT.search(who.spot.text))


def _names_two(who: Coordinator) -> bool:
    """Whether one field names two professions side by side: "SLP and OT", "PT/OT"."""
    return len(who.disciplines - {"special_class"}) > 1 and bool(_TOGETHER.search(who.words))
