"""One fault planted in a clean attendance log or contact log, by the rule that has to find it.

As in `note_faults`: None where that log cannot have the fault.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from tests.documents.corpus.logs import ContactLog, Log

LogFault = Callable[[Log, random.Random], Log | None]
ContactFault = Callable[[ContactLog, random.Random], ContactLog | None]


def _in_one(log: Log, chance: random.Random, **changes: str | bool) -> Log:
    """The log with one row changed."""
    at = chance.randrange(len(log.rows))
    changed = replace(log.rows[at], **changes)  # type: ignore[arg-type]  # the names are checked by replace
    return replace(log, rows=(*log.rows[:at], changed, *log.rows[at + 1 :]))


def _unsigned(log: Log, _: random.Random) -> Log:
    return replace(log, signing=replace(log.signing, how="blank", date=""))


def _undated(log: Log, _: random.Random) -> Log:
    return replace(log, signing=replace(log.signing, date=""))


def _signed_before(log: Log, _: random.Random) -> Log:
    return replace(log, signing=replace(log.signing, date="9/2/2025"))


def _no_date(log: Log, chance: random.Random) -> Log:
    return _in_one(log, chance, date="")


def _no_such_day(log: Log, chance: random.Random) -> Log:
    return _in_one(log, chance, date="2/30/2026")


def _no_times(log: Log, chance: random.Random) -> Log:
    return _in_one(log, chance, start="", end="")


def _ends_before(log: Log, chance: random.Random) -> Log:
    return _in_one(log, chance, start="10:30 AM", end="10:00 AM")


def _on_a_sunday(log: Log, chance: random.Random) -> Log:
    return _in_one(log, chance, date="3/8/2026")


def _no_child(log: Log, _: random.Random) -> Log:
    return replace(log, child="")


def _no_service(log: Log, _: random.Random) -> Log | None:
    """Only where nothing else tells the service."""
    if _coordinates(log):
        return None
    bare = replace(log, service="", title="Attendance Log", provider="Chris Doe")
    return replace(bare, signing=replace(log.signing, words="Chris Doe"))


def _overlapping(log: Log, _: random.Random) -> Log:
    first = log.rows[0]
    twice = replace(first, start="9:15 AM", end="9:45 AM")
    return replace(log, rows=(replace(first, start="9:00 AM", end="9:30 AM"), twice, *log.rows[1:]))


def _too_many_units(log: Log, chance: random.Random) -> Log | None:
    return _in_one(log, chance, units="3") if _coordinates(log) else None


def _too_many_a_year(log: Log, _: random.Random) -> Log | None:
    """Eleven units of coordination in one school year."""
    if not _coordinates(log):
        return None
    days = ("9/10/2025", "10/8/2025", "11/12/2025", "12/10/2025", "1/14/2026", "2/11/2026", "3/11/2026", "4/15/2026")
    more = tuple(replace(log.rows[0], date=day) for day in (*days, "4/22/2026", "5/13/2026", "5/20/2026"))
    return replace(log, rows=more, signing=replace(log.signing, date="5/21/2026"))


def _box_open(log: Log, chance: random.Random) -> Log | None:
    return _in_one(log, chance, medicaid=False) if _coordinates(log) else None


def _box_on_direct(log: Log, chance: random.Random) -> Log | None:
    if _coordinates(log) or log.rows[0].medicaid is None:
        return None
    return _in_one(log, chance, medicaid=True)


def _no_activity(log: Log, chance: random.Random) -> Log | None:
    return _in_one(log, chance, activity="") if _by_seit(log) else None


def _paid_twice(log: Log, chance: random.Random) -> Log | None:
    return _in_one(log, chance, activity="Coordination of Services") if _by_seit(log) else None


def _coordinates(log: Log) -> bool:
    return log.rows[0].activity.startswith("Coordination")


def _by_seit(log: Log) -> bool:
    return "SEIT" in log.service


LOG_FAULTS: tuple[tuple[str, LogFault], ...] = (
    ("SIG001", _unsigned),
    ("SIG002", _undated),
    ("SIG006", _signed_before),
    ("DAT001", _no_date),
    ("DAT002", _no_such_day),
    ("DAT004", _ends_before),
    ("DAT008", _on_a_sunday),
    ("TIM001", _no_times),
    ("TIM002", _too_many_units),
    ("TIM003", _too_many_a_year),
    ("TIM005", _overlapping),
    ("TIM006", _no_activity),
    ("TIM007", _paid_twice),
    ("MED001", _box_open),
    ("MED003", _box_on_direct),
    ("DOC004", _no_child),
    ("DOC008", _no_service),
)


def _month_left_out(log: ContactLog, _: random.Random) -> ContactLog | None:
    """Where there are three months or more, one in the middle goes."""
    if len(log.contacts) <= 2:
        return None
    return replace(log, contacts=(log.contacts[0], *log.contacts[2:]))


def _contact_undated(log: ContactLog, _: random.Random) -> ContactLog:
    return replace(log, contacts=(replace(log.contacts[0], date=""), *log.contacts[1:]))


def _contact_without_note(log: ContactLog, _: random.Random) -> ContactLog:
    return replace(log, contacts=(replace(log.contacts[0], notes=""), *log.contacts[1:]))


def _contacts_unsigned(log: ContactLog, _: random.Random) -> ContactLog:
    return replace(log, signing=replace(log.signing, how="blank", date=""))


CONTACT_FAULTS: tuple[tuple[str, ContactFault], ...] = (
    ("CON001", _month_left_out),
    ("DAT001", _contact_undated),
    ("ACT002", _contact_without_note),
    ("SIG001", _contacts_unsigned),
)
