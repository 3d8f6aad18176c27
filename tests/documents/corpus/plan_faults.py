"""One fault planted in a clean IEP, IFSP or STAC-1, by the rule that has to find it. As in `note_faults`."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from tests.documents.paper_ifsp import Ifsp
from tests.documents.paper_stac import Stac
from tests.documents.papers import Iep, Service

IepFault = Callable[[Iep, random.Random], Iep | None]
IfspFault = Callable[[Ifsp, random.Random], Ifsp | None]
StacFault = Callable[[Stac, random.Random], Stac | None]


def _with_seit(iep: Iep) -> bool:
    return "Itinerant" in iep.services[0].name


def _several(iep: Iep) -> bool:
    return not _with_seit(iep) and len(iep.services) > 1


def _prepared_unsigned(iep: Iep, _: random.Random) -> Iep:
    return replace(iep, signing=replace(iep.signing, how="blank", date=""))


def _no_meeting(iep: Iep, chance: random.Random) -> Iep:
    return replace(iep, meeting=chance.choice(("", None)))


def _no_start(iep: Iep, _: random.Random) -> Iep:
    return replace(iep, start=None, services=tuple(replace(each, start="") for each in iep.services))


def _no_review(iep: Iep, chance: random.Random) -> Iep:
    return replace(iep, review=chance.choice(("", None, "6/20/2027")))


def _no_coordinator(iep: Iep, chance: random.Random) -> Iep | None:
    return replace(iep, coordinator=chance.choice(("", None))) if _several(iep) else None


def _not_the_seit(iep: Iep, _: random.Random) -> Iep | None:
    return replace(iep, coordinator="Speech-Language Pathologist") if _with_seit(iep) and _speech(iep) else None


def _speech(iep: Iep) -> bool:
    return any("Speech" in each.name for each in iep.services)


def _outsider(iep: Iep, _: random.Random) -> Iep | None:
    return replace(iep, coordinator="School Psychologist") if _several(iep) else None


def _units_of_its_own(iep: Iep, _: random.Random) -> Iep | None:
    if not _with_seit(iep):
        return None
    return replace(iep, services=(*iep.services, Service("Coordination of Services", "1 x monthly", "30 minutes")))


def _too_much(iep: Iep, _: random.Random) -> Iep | None:
    if not _several(iep):
        return None
    return replace(iep, services=(*iep.services, Service("Coordination of Services", "2 x monthly", "30 minutes")))


def _nothing_to_coordinate(iep: Iep, _: random.Random) -> Iep | None:
    return replace(iep, coordinator=f"{iep.services[0].name} provider") if len(iep.services) == 1 else None


def _two_coordinators(iep: Iep, _: random.Random) -> Iep | None:
    names = {"Speech-Language Pathologist", "Occupational Therapist", "Physical Therapist"} - {iep.coordinator}
    if not _several(iep):
        return None
    other = min(name for name in names if any(name[:6] in each.name for each in iep.services))
    return replace(iep, extra=(f"The {other.lower()} will serve as coordinator of services.",))


def _no_levels(iep: Iep, chance: random.Random) -> Iep:
    return replace(iep, levels=chance.choice(("", None)))


def _no_goal(iep: Iep, chance: random.Random) -> Iep:
    return replace(iep, goals=chance.choice(((), None)))


def _no_measure(iep: Iep, _: random.Random) -> Iep | None:
    goals = iep.goals or ()
    return replace(iep, goals=("The child will improve skills.", *goals[1:]))


def _no_progress(iep: Iep, chance: random.Random) -> Iep:
    return replace(iep, progress=chance.choice(("", None)))


def _no_participation(iep: Iep, _: random.Random) -> Iep:
    return replace(iep, participation="")


def _no_frequency(iep: Iep, _: random.Random) -> Iep:
    return replace(iep, services=(*iep.services[:-1], replace(iep.services[-1], frequency="")))


def _no_transition(iep: Iep, _: random.Random) -> Iep:
    return replace(iep, birth="3/14/2010")


def _goal_left_out(iep: Iep, _: random.Random) -> Iep | None:
    """A service more than there are goals."""
    goals = iep.goals or ()
    return replace(iep, goals=goals[:-1]) if _several(iep) and len(goals) > 1 else None


def _no_child(iep: Iep, _: random.Random) -> Iep:
    return replace(iep, child="")


IEP_FAULTS: tuple[tuple[str, IepFault], ...] = (
    ("SIG001", _prepared_unsigned),
    ("DAT005", _no_meeting),
    ("DAT006", _no_start),
    ("DAT007", _no_review),
    ("COO001", _no_coordinator),
    ("COO002", _not_the_seit),
    ("COO003", _outsider),
    ("COO004", _units_of_its_own),
    ("COO005", _too_much),
    ("COO006", _nothing_to_coordinate),
    ("COO010", _two_coordinators),
    ("IEP001", _no_levels),
    ("IEP002", _no_goal),
    ("IEP003", _no_measure),
    ("IEP004", _no_progress),
    ("IEP005", _no_frequency),
    ("IEP006", _no_participation),
    ("IEP007", _no_transition),
    ("IEP008", _goal_left_out),
    ("DOC004", _no_child),
)


def _no_development(ifsp: Ifsp, chance: random.Random) -> Ifsp:
    return replace(ifsp, development=chance.choice(("", None)))


def _no_outcome(ifsp: Ifsp, _: random.Random) -> Ifsp:
    return replace(ifsp, outcomes=())


def _no_method(ifsp: Ifsp, _: random.Random) -> Ifsp:
    return replace(ifsp, services=(replace(ifsp.services[0], method=""), *ifsp.services[1:]))


def _no_environment(ifsp: Ifsp, _: random.Random) -> Ifsp:
    return replace(ifsp, environments="")


def _no_steps(ifsp: Ifsp, _: random.Random) -> Ifsp | None:
    return replace(ifsp, transition=None) if ifsp.transition else None


def _parent_unsigned(ifsp: Ifsp, _: random.Random) -> Ifsp:
    return replace(ifsp, parent=replace(ifsp.parent, how="blank", date=""))


def _nobody_coordinates(ifsp: Ifsp, _: random.Random) -> Ifsp:
    return replace(ifsp, coordinator="")


def _stranger_coordinates(ifsp: Ifsp, _: random.Random) -> Ifsp:
    return replace(ifsp, coordinator="Walter Higgins")


def _late_review(ifsp: Ifsp, _: random.Random) -> Ifsp:
    return replace(ifsp, review="9/20/2026")


IFSP_FAULTS: tuple[tuple[str, IfspFault], ...] = (
    ("IFS001", _no_development),
    ("IFS002", _no_outcome),
    ("IFS003", _no_method),
    ("IFS004", _no_environment),
    ("IFS005", _no_steps),
    ("IFS006", _parent_unsigned),
    ("COO007", _nobody_coordinates),
    ("COO008", _stranger_coordinates),
    ("DAT007", _late_review),
)


def _not_listed(stac: Stac, _: random.Random) -> Stac | None:
    return replace(stac, coordination=None) if stac.coordination else None


def _stac_child(stac: Stac, _: random.Random) -> Stac:
    return replace(stac, child="")


STAC_FAULTS: tuple[tuple[str, StacFault], ...] = (("COO009", _not_listed), ("DOC004", _stac_child))
