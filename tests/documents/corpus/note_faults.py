"""One fault planted in a clean progress note, by the rule that has to find it.

Each takes the note and a source of chance and gives the note with the fault, or None where that note cannot have it.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from dataclasses import replace

from tests.documents.corpus.drawing import TODAY, written
from tests.documents.papers import Note

Fault = Callable[[Note, random.Random], Note | None]

_STAND_INS = ("Signature on file", "[sign here]", "XXXX", "TBD", "to be signed")
_NO_DAYS = ("2/30/2026", "13/45/2025", "April 31, 2026")
_AFTER = TODAY + datetime.timedelta(days=23)


def _unsigned(note: Note, _: random.Random) -> Note:
    return replace(note, signing=replace(note.signing, how="blank", date=""))


def _no_line(note: Note, _: random.Random) -> Note:
    return replace(note, signing=replace(note.signing, label=""))


def _undated(note: Note, chance: random.Random) -> Note:
    return replace(note, signing=replace(note.signing, date=chance.choice((None, ""))))


def _stand_in(note: Note, chance: random.Random) -> Note:
    return replace(note, signing=replace(note.signing, how="words", words=chance.choice(_STAND_INS)))


def _typed_name(note: Note, _: random.Random) -> Note:
    return replace(note, signing=replace(note.signing, how="words"))


def _signed_before(note: Note, _: random.Random) -> Note:
    return replace(note, signing=replace(note.signing, date="9/2/2025"))


def _in_one(note: Note, chance: random.Random, **changes: object) -> Note | None:
    """The note with one session changed, one that took place."""
    places = [at for at, session in enumerate(note.sessions) if session.start]
    at = chance.choice(places)
    changed = replace(note.sessions[at], **changes)  # type: ignore[arg-type]  # the names are checked by replace
    return replace(note, sessions=(*note.sessions[:at], changed, *note.sessions[at + 1 :]))


def _no_service_date(note: Note, chance: random.Random) -> Note | None:
    return _in_one(note, chance, date="")


def _no_such_day(note: Note, chance: random.Random) -> Note | None:
    return _in_one(note, chance, date=chance.choice(_NO_DAYS))


def _ahead(note: Note, chance: random.Random) -> Note | None:
    day = written(_AFTER, chance.randrange(4))
    found = replace(note, sessions=(*note.sessions[:-1], replace(note.sessions[-1], date=day)))
    return replace(found, signing=replace(found.signing, date=day))


def _ends_before_it_starts(note: Note, chance: random.Random) -> Note | None:
    return _in_one(note, chance, start="10:30 AM", end="10:00 AM")


def _before_birth(note: Note, _: random.Random) -> Note:
    return replace(note, birth="6/1/2026")


def _no_times(note: Note, chance: random.Random) -> Note | None:
    return _in_one(note, chance, start="", end="", length="")


def _no_narrative(note: Note, chance: random.Random) -> Note | None:
    return _in_one(note, chance, notes="")


def _coordinates(note: Note) -> bool:
    return note.sessions[0].activity.startswith("Coordination")


def _box_open(note: Note, chance: random.Random) -> Note | None:
    return _in_one(note, chance, medicaid=False) if _coordinates(note) else None


def _no_box(note: Note, _: random.Random) -> Note | None:
    sessions = tuple(replace(session, medicaid=None) for session in note.sessions)
    return replace(note, sessions=sessions) if _coordinates(note) else None


def _no_child(note: Note, _: random.Random) -> Note:
    return replace(note, child="")


def _placeholder(note: Note, chance: random.Random) -> Note | None:
    if chance.random() < 1 / 2:
        return replace(note, child=chance.choice(("[Child's Name]", "{{name}}", "XXXX")))
    return _in_one(note, chance, notes=chance.choice(("{{narrative}}", "[Describe the session]", "Lorem ipsum dolor.")))


def _untitled(note: Note, _: random.Random) -> Note:
    """Nothing tells the signer's profession."""
    return replace(note, provider="Chris Doe", signing=replace(note.signing, words="Chris Doe"))


def _unsupervised(note: Note, _: random.Random) -> Note | None:
    if _coordinates(note):
        return None
    assistant = "Pat Quinn, COTA/L"
    found = replace(note, service="Occupational Therapy", provider=assistant)
    return replace(found, signing=replace(note.signing, words=assistant))


def _copied(note: Note, _: random.Random) -> Note | None:
    """The last session tells what the one before it did."""
    held = [session for session in note.sessions if session.start]
    if len(held) <= 1:
        return None
    return replace(note, sessions=(*note.sessions[:-1], replace(note.sessions[-1], notes=held[-2].notes)))


def _another_child(note: Note, chance: random.Random) -> Note | None:
    if _coordinates(note):
        return None
    tale = "Wyatt named six pictures. Wyatt asked for a turn twice. Then Wyatt waited."
    return _in_one(note, chance, notes=tale)


def _no_coordination(note: Note, chance: random.Random) -> Note | None:
    return _in_one(note, chance, notes="Sorted toys and cleaned the therapy room.") if _coordinates(note) else None


def _other_length(note: Note, chance: random.Random) -> Note | None:
    return _in_one(note, chance, length="50 minutes") if note.sessions[-1].length else None


def _both_boxes(note: Note, chance: random.Random) -> Note | None:
    """On a form with a block for its one session, where there is room for two boxes."""
    boxed = len(note.sessions) == 1 and note.sessions[0].medicaid is not None
    return _in_one(note, chance, medicaid=True, meets=True) if boxed else None


NOTE_FAULTS: tuple[tuple[str, Fault], ...] = (
    ("SIG001", _unsigned),
    ("SIG001", _no_line),
    ("SIG002", _undated),
    ("SIG003", _untitled),
    ("SIG004", _stand_in),
    ("SIG005", _typed_name),
    ("SIG006", _signed_before),
    ("SIG007", _unsupervised),
    ("DAT001", _no_service_date),
    ("DAT002", _no_such_day),
    ("DAT003", _ahead),
    ("DAT004", _ends_before_it_starts),
    ("DAT004", _before_birth),
    ("TIM001", _no_times),
    ("TIM004", _other_length),
    ("ACT001", _no_coordination),
    ("ACT002", _no_narrative),
    ("ACT003", _copied),
    ("MED001", _box_open),
    ("MED002", _no_box),
    ("MED004", _both_boxes),
    ("DOC004", _no_child),
    ("DOC005", _placeholder),
    ("DOC006", _another_child),
)
