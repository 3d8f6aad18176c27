"""Draft IEPs, IFSPs and STAC-1 forms as values, and as the sheets of forms that committees and teams use."""

from __future__ import annotations

import random

from tests.documents.corpus.drawing import drawn_by, pools
from tests.documents.corpus.sheet import Block, Boxes, Fields, Heading, Prose, Sheet, Signature, Table
from tests.documents.paper_ifsp import Ifsp, Support
from tests.documents.paper_stac import HEADS, PLACEMENTS, PURPOSE, TITLE, Stac, StacService
from tests.documents.papers import Iep, Service, Signing

_RELATED = ("speech", "occupational", "physical")
_PROFESSIONS = {
    "speech": "Speech-Language Pathologist",
    "occupational": "Occupational Therapist",
    "physical": "Physical Therapist",
}
_SEIT = "Special Education Itinerant Teacher (SEIT)"
_SERVICE_HEADS = (
    ("Special Education Program/Services", "Frequency", "Duration", "Location", "Projected Beginning/Service Date(s)"),
    ("Related Service", "Frequency", "Duration", "Location", "Start Date"),
    ("Service", "Frequency", "Duration", "Location", "Initiation Date"),
)
_MEETING = ("Date of Meeting", "CPSE Meeting Date", "Meeting Date")
_START = ("Projected Date IEP is to be Implemented", "Projected Implementation Date", "IEP Start Date")
_REVIEW = ("Projected Date of Annual Review", "Annual Review Date", "Projected Annual Review Date")
_LEVELS = ("Present Levels of Performance", "Present Levels of Academic Achievement and Functional Performance")
_GOALS = ("Measurable Annual Goals", "Annual Goals")
_PROGRESS = ("Reporting Progress to Parents", "Progress Reports to Parents")
_PARTICIPATION = ("Participation with Students without Disabilities", "Least Restrictive Environment")
_SERVICES = ("Recommended Special Education Programs and Services", "Special Education Programs and Services")


def draw_iep(seed: int) -> Iep:
    """A clean draft IEP of a preschool child: one to three related services, with a SEIT or without."""
    chance = drawn_by(seed, "iep")
    child = chance.choice(pools()["children"])
    first = child.split()[0]
    related = chance.sample(_RELATED, chance.choice((1, 2, 2, 3)))
    seit = chance.random() < 1 / 3
    services = [Service(_SEIT, "5 x weekly", "60 minutes")] if seit else []
    services += [
        Service(chance.choice(pools()["services"][each]["names"]), f"{chance.choice((1, 2, 3))} x weekly")
        for each in related
    ]
    coordinator = (
        "Special Education Itinerant Teacher" if seit else _PROFESSIONS[related[0]] if len(related) > 1 else None
    )
    plans = pools()["plans"]
    goals = [chance.choice(plans["goals"][each]) for each in (*(["seit"] if seit else ()), *related)]
    return Iep(
        title=chance.choice(
            ("DRAFT Individualized Education Program (IEP)", "Draft IEP", "Individualized Education Program - DRAFT")
        ),
        district=chance.choice(plans["districts"]),
        child=child,
        birth=chance.choice(pools()["births"]),
        services=tuple(services),
        coordinator=coordinator,
        levels=chance.choice(plans["levels"]).format(child=first),
        goals=tuple(goal.format(child=first) for goal in goals),
        progress=chance.choice(plans["progress"]),
        participation=chance.choice(plans["participation"]).format(child=first),
        signing=Signing(
            words=chance.choice(pools()["services"]["speech"]["providers"]), date="5/1/2026", label="Prepared by"
        ),
    )


def iep_sheet(iep: Iep, seed: int) -> Sheet:
    """The IEP on a form, section by section."""
    chance = drawn_by(seed, "iep form")
    head = [("Student Name", iep.child), ("Date of Birth", iep.birth)]
    for labels, value in ((_MEETING, iep.meeting), (_START, iep.start), (_REVIEW, iep.review)):
        words = chance.choice(labels)
        if value is not None:
            head.append((words, value))
    if iep.coordinator is not None:
        head.append(
            (
                chance.choice(("Coordinator of Services", "Service Coordinator", "Designated Coordinator")),
                iep.coordinator,
            )
        )
    blocks: list[Block] = [Fields(tuple(head))]
    blocks += _section(chance.choice(_LEVELS), iep.levels)
    if iep.goals is not None:
        blocks += [Heading(chance.choice(_GOALS)), *_goals(iep.goals, chance)]
    blocks += [Heading(chance.choice(_SERVICES)), _services(iep, chance)]
    blocks += _section(chance.choice(_PROGRESS), iep.progress)
    blocks += _section(chance.choice(_PARTICIPATION), iep.participation)
    blocks += [Prose("", line) for line in iep.extra]
    signing = iep.signing
    blocks.append(Signature(signing.label, signing.words, signing.date, signing.how))
    return Sheet(iep.district, iep.title, tuple(blocks))


def _section(heading: str, text: str | None) -> list[Block]:
    """A section with its heading; none where the text is None, an empty one where it is ""."""
    return [] if text is None else [Heading(heading), Prose("", text)]


def _goals(goals: tuple[str, ...], chance: random.Random) -> list[Block]:
    if chance.random() < 1 / 2:
        rows = tuple((goal, "Observation", "Quarterly") for goal in goals)
        return [Table(("Annual Goal", "Method", "Schedule"), rows)]
    return [Prose("", f"{number}. {goal}") for number, goal in enumerate(goals, start=1)]


def _services(iep: Iep, chance: random.Random) -> Block:
    rows = tuple((each.name, each.frequency, each.duration, each.location, each.start) for each in iep.services)
    return Table(chance.choice(_SERVICE_HEADS), rows)


# --- early intervention ----------------------------------------------------------------------------------------------


def draw_ifsp(seed: int) -> Ifsp:
    """A clean IFSP of Connecticut Birth to Three; the child of some is old enough for transition steps."""
    chance = drawn_by(seed, "ifsp")
    families = pools()["families"]
    child = chance.choice(pools()["children"])
    first = child.split()[0]
    coordinator, *others = chance.sample(families["coordinators"], 3)
    names = chance.sample(("Speech Therapy", "Physical Therapy", "Occupational Therapy"), 2)
    older = chance.random() < 1 / 3
    return Ifsp(
        programme=chance.choice(families["programmes"]),
        child=child,
        birth="10/5/2023" if older else chance.choice(("8/14/2024", "1/20/2025", "11/2/2024")),
        coordinator=coordinator,
        development=chance.choice(families["development"]).format(child=first),
        outcomes=tuple(each.format(child=first) for each in chance.sample(families["outcomes"], 2)),
        services=(Support(names[0], coordinator), Support(names[1], others[0], frequency="2 times a month")),
        environments=chance.choice(families["environments"]).format(child=first),
        transition=chance.choice(families["transition"]) if older else None,
    )


def ifsp_sheet(ifsp: Ifsp, seed: int) -> Sheet:
    """The IFSP on a form."""
    chance = drawn_by(seed, "ifsp form")
    blocks: list[Block] = [Fields(ifsp.labels)]
    blocks += _section(
        chance.choice(("Present Levels of Development", "Child's Present Levels of Development")), ifsp.development
    )
    if ifsp.outcomes is not None:
        blocks.append(Heading("Outcomes"))
        blocks += [Fields((("Outcome", text),)) for text in ifsp.outcomes]
    heads = ("Service", "Frequency", "Length", "Method", "Location", "Provider", "Start Date")
    rows = tuple(
        (each.name, each.frequency, each.length, each.method, each.location, each.provider, each.start)
        for each in ifsp.services
    )
    blocks += [Heading("Early Intervention Services"), Table(heads, rows)]
    for heading, text in ifsp.sections_below:
        blocks += _section(heading, text)
    parent = ifsp.parent
    how = "slash" if parent.how == "electronic" else parent.how
    blocks.append(Signature(parent.label, parent.words, parent.date, how))
    return Sheet(ifsp.programme, ifsp.title, tuple(blocks))


# --- the request for reimbursement -----------------------------------------------------------------------------------


def draw_stac(seed: int) -> Stac:
    """A clean STAC-1: two related services with their coordinator, or a SEIT."""
    chance = drawn_by(seed, "stac")
    first, second = chance.sample(_RELATED, 2)
    services = tuple(
        StacService(pools()["services"][each]["names"][0], chance.choice(("36", "72"))) for each in (first, second)
    )
    person = {
        "child": chance.choice(pools()["children"]),
        "birth": chance.choice(pools()["births"]),
        "district": chance.choice(pools()["plans"]["districts"]),
    }
    if chance.random() < 1 / 3:
        seit = StacService(_SEIT, "180")
        return Stac(**person, placement=PLACEMENTS[3], services=(seit, services[0]), coordination=None)
    return Stac(**person, services=services, coordination=f"Coordination of Services ({_PROFESSIONS[first]})")


def stac_sheet(stac: Stac, seed: int) -> Sheet:
    """The form with its items."""
    chance = drawn_by(seed, "stac form")
    head = (("1. Name of Student", stac.child), ("2. Date of Birth", stac.birth), ("3. School District", stac.district))
    rows = tuple((each.name, each.start, each.end, each.group, each.sessions, each.rate) for each in stac.lines)
    blocks: tuple[Block, ...] = (
        Fields(head),
        Boxes("7. Placement", tuple((name, name == stac.placement) for name in PLACEMENTS)),
        Heading(chance.choice(("12. Related Services", "12. Services"))),
        Table(HEADS, rows),
        *((Fields((("Coordinator of Services", stac.coordinator),)),) if stac.coordinator is not None else ()),
        Fields((("Signature of Chairperson", stac.signed),)),
    )
    return Sheet(PURPOSE, TITLE, blocks)
