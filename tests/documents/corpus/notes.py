"""Progress notes and attendance logs as values, and as the sheets of forms that providers use."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.documents.corpus.drawing import clock, drawn_by, label, pools, school_days, written
from tests.documents.corpus.sheet import Block, Boxes, Fields, How, Prose, Sheet, Signature, Table, Value
from tests.documents.papers import Note, Session, Signing

BOX = "Does not meet Medicaid requirements"
_RELATED = ("speech", "occupational", "physical")
_MOST_SESSIONS = 5
_SESSION = 30
"""Minutes."""


def draw_note(seed: int, *, coordination: bool | None = None) -> Note:
    """A clean progress note with one session or more: of a related service or SEIT, or of coordination."""
    chance = drawn_by(seed, "note")
    if coordination is None:
        coordination = chance.random() < 1 / 3
    service = pools()["services"][chance.choice(_RELATED if coordination else (*_RELATED, "seit"))]
    provider = chance.choice(service["providers"])
    child = chance.choice(pools()["children"])
    days = school_days(chance, chance.choice((1, 1, 1, 2, 3, _MOST_SESSIONS)))
    tales = chance.sample((pools()["coordination"] if coordination else service)["narratives"], len(days))
    style = chance.randrange(4)
    length = chance.choice(("", "", "30 minutes", "30 min"))
    sessions = tuple(
        replace(
            _session(chance, written(day, style), tale.format(child=child.split()[0]), coordination=coordination),
            length=length,
        )
        for day, tale in zip(days, tales, strict=True)
    )
    if len(sessions) > 1 and not coordination and chance.random() < 1 / 4:
        why = chance.choice(pools()["cancelled"])
        sessions = (replace(sessions[0], start="", end="", length="", notes=why), *sessions[1:])
    return Note(
        title=chance.choice(pools()["note_titles"]["coordination" if coordination else "direct"]),
        agency=chance.choice(pools()["agencies"]),
        child=child,
        birth=chance.choice(pools()["births"]),
        provider=provider,
        service=chance.choice(service["names"]),
        sessions=sessions,
        signing=Signing(words=provider, date=written(days[-1], style), label=label(chance, "signature")),
    )


def _session(chance: random.Random, date: str, tale: str, *, coordination: bool) -> Session:
    start = chance.choice((8, 9, 10, 11, 13, 14)) * 60 + chance.choice((0, 15, 30))
    activity = "Coordination of Services" if coordination else "Direct"
    return Session(date, clock(start), clock(start + _SESSION), activity, coordination, tale)


def note_sheet(note: Note, seed: int) -> Sheet:
    """The note on a form: its sessions one below the other, or as rows of a table."""
    chance = drawn_by(seed, "note form")
    service = note.service
    head = (
        (label(chance, "child"), note.child),
        (label(chance, "birth"), note.birth),
        (label(chance, "provider"), note.provider),
        (label(chance, "service"), service),
    )
    in_rows = len(note.sessions) > 1 and chance.random() < 1 / 2
    sessions = _rows(note, chance) if in_rows else _blocks(note, chance)
    extra = tuple(Prose("", line) for line in note.extra)
    return Sheet(note.agency, note.title, (Fields(head), *sessions, *extra, *signatures(note.signing, chance)))


def _blocks(note: Note, chance: random.Random) -> tuple[Block, ...]:
    date, start, end = (label(chance, each) for each in ("date", "start", "end"))
    activity, narrative = label(chance, "activity"), label(chance, "narrative")
    blocks: list[Block] = []
    for session in note.sessions:
        times = ((date, session.date), (activity, session.activity), (start, session.start), (end, session.end))
        blocks.append(Fields((*times, *((("Duration", session.length),) if session.length else ()))))
        if session.medicaid is not None:
            twin = (("Meets Medicaid requirements", True),) if session.meets else ()
            blocks.append(Boxes("", ((BOX, session.medicaid), *twin)))
        blocks.append(Prose(narrative, session.notes))
    return tuple(blocks)


def _rows(note: Note, chance: random.Random) -> tuple[Block, ...]:
    heads = [label(chance, each) for each in ("date", "start", "end", "activity", "narrative")]
    boxed = any(session.medicaid is not None for session in note.sessions)
    timed = any(session.length for session in note.sessions)
    rows: list[tuple[Value, ...]] = [
        (
            *(each.date, each.start, each.end, each.activity, each.notes),
            *([each.length or ""] if timed else ()),
            *([bool(each.medicaid)] if boxed else ()),
        )
        for each in note.sessions
    ]
    heads += [*(["Duration"] if timed else ()), *([BOX] if boxed else ())]
    return (Table(tuple(heads), tuple(rows)),)


def signatures(signing: Signing, chance: random.Random) -> tuple[Signature, ...]:
    """The line to sign; who signed electronically may have done it in one of several ways."""
    ways: tuple[How, ...] = ("electronic", "electronic", "picture", "slash")
    how = chance.choice(ways) if signing.how == "electronic" else signing.how
    return (Signature(signing.label, signing.words, signing.date, how),) if signing.label else ()
