"""Attendance logs and contact logs as values, and as the sheets of forms that providers and coordinators use."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from tests.documents.corpus.drawing import clock, drawn_by, label, pools, school_days, written
from tests.documents.corpus.notes import BOX, signatures
from tests.documents.corpus.sheet import Block, Fields, Sheet, Table, Value
from tests.documents.papers import Signing

_RELATED = ("speech", "occupational", "physical")
_FAMILY = ("Mother", "Father", "Grandmother")
_HOURS = (9, 10, 13, 15)


@dataclass(frozen=True)
class Row:
    """One session of an attendance log; `medicaid` None: a log without that column."""

    date: str
    start: str
    end: str
    units: str
    activity: str
    medicaid: bool | None = None


@dataclass(frozen=True)
class Log:
    """A month or a year of sessions of one provider with one child."""

    title: str
    agency: str
    child: str
    birth: str
    provider: str
    service: str
    rows: tuple[Row, ...]
    signing: Signing


def draw_log(seed: int, *, what: str | None = None) -> Log:
    """A clean log: `what` is "direct", "coordination" (of a related service provider) or "seit"; any where None."""
    chance = drawn_by(seed, "log")
    what = what or chance.choice(("direct", "direct", "coordination", "seit"))
    service = pools()["services"]["seit" if what == "seit" else chance.choice(_RELATED)]
    provider = chance.choice(service["providers"])
    days = school_days(chance, chance.choice((2, 4, 6, 8)))
    style = chance.randrange(4)
    rows = []
    for day in days:
        start = chance.choice((8, 9, 10, 11, 13, 14)) * 60 + chance.choice((0, 15, 30))
        activity = "Coordination of Services" if what == "coordination" else "Direct"
        medicaid = what == "coordination" if what != "seit" else None
        rows.append(Row(written(day, style), clock(start), clock(start + 30), "1", activity, medicaid))
    return Log(
        title=chance.choice(("Preschool Attendance Log", "Attendance Log Sheet", "Related Service Attendance Log")),
        agency=chance.choice(pools()["agencies"]),
        child=chance.choice(pools()["children"]),
        birth=chance.choice(pools()["births"]),
        provider=provider,
        service=chance.choice(service["names"]),
        rows=tuple(rows),
        signing=Signing(words=provider, date=written(days[-1], style), label=label(chance, "signature")),
    )


def log_sheet(log: Log, seed: int) -> Sheet:
    """The log on a form: the child above, a row for each session, the signature below."""
    chance = drawn_by(seed, "log form")
    head = (
        (label(chance, "child"), log.child),
        (label(chance, "birth"), log.birth),
        (label(chance, "provider"), log.provider),
        (label(chance, "service"), log.service),
    )
    boxed = any(row.medicaid is not None for row in log.rows)
    heads = [label(chance, "date"), label(chance, "start"), label(chance, "end"), "Units", label(chance, "activity")]
    rows: list[tuple[Value, ...]] = [
        (row.date, row.start, row.end, row.units, row.activity, *([bool(row.medicaid)] if boxed else ()))
        for row in log.rows
    ]
    table = Table((*heads, *([BOX] if boxed else ())), tuple(rows))
    return Sheet(log.agency, log.title, (Fields(head), table, *signatures(log.signing, chance)))


@dataclass(frozen=True)
class Contact:
    """One contact of a service coordinator."""

    date: str
    time: str
    who: str
    notes: str


@dataclass(frozen=True)
class ContactLog:
    """A service coordinator's contacts about one child, Connecticut Birth to Three."""

    child: str
    birth: str
    coordinator: str
    contacts: tuple[Contact, ...]
    signing: Signing


def draw_contacts(seed: int) -> ContactLog:
    """A clean contact log: at least one contact in each month of its span."""
    chance = drawn_by(seed, "contacts")
    style = chance.randrange(4)
    coordinator = chance.choice(pools()["contacts"]["coordinators"])
    months = [(2025, month) for month in range(9, 13)] + [(2026, month) for month in range(1, 6)]
    first = chance.randrange(len(months) - 4)
    span = months[first : first + chance.choice((2, 3, 4))]
    days = [datetime.date(year, month, chance.randrange(1, 28)) for year, month in span]
    tales = chance.sample(pools()["contacts"]["narratives"], len(days))
    contacts = tuple(
        Contact(written(day, style), clock(chance.choice(_HOURS) * 60), chance.choice(_FAMILY), tale)
        for day, tale in zip(days, tales, strict=True)
    )
    return ContactLog(
        child=chance.choice(pools()["children"]),
        birth=chance.choice(("3/14/2024", "8/2/2023", "11/30/2023")),
        coordinator=coordinator,
        contacts=contacts,
        signing=Signing(words=coordinator, date=written(days[-1], style), label="Service Coordinator Signature"),
    )


def contact_sheet(log: ContactLog, seed: int) -> Sheet:
    """The contacts on a form: a row for each."""
    chance = drawn_by(seed, "contact form")
    head = (
        (chance.choice(("Child's Name", "Child", "Name of Child")), log.child),
        (label(chance, "birth"), log.birth),
        ("Service Coordinator", log.coordinator),
    )
    heads = ("Date", "Time", "Contact With", "Notes")
    rows = tuple((each.date, each.time, each.who, each.notes) for each in log.contacts)
    blocks: tuple[Block, ...] = (Fields(head), Table(heads, rows), *signatures(log.signing, chance))
    return Sheet("Connecticut Birth to Three", "Service Coordination Contact Notes", blocks)
