"""Invented progress notes for measuring: of one to three sessions, in three layouts, the same at every run.

    python -m tests.benchmarks.notes FOLDER [COUNT] [untold]

With "untold" no form names its activity or service, so that only the narratives tell what the time went to.
Everybody and everything in them is made up.
"""

from __future__ import annotations

import datetime
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.documents.paper_docx import note_grid, note_paragraphs, note_rows
from tests.documents.papers import COORDINATION, Note, Session, Signing

SEED = 20260301
FIRST_DAY = datetime.date(2025, 9, 8)
SCHOOL_WEEKS = tuple(week for week in range(24) if week not in {5, 9, 11, 15, 16, 19, 23})
"""Those in which no federal holiday falls, counted from the first day."""
LAYOUTS = (note_grid, note_paragraphs, note_rows)
CHILDREN = ("Jayden Rivera", "Ava Chen", "Noah Okafor", "Mila Novak", "Samir Haddad", "Grace O’Neill", "Leo Park")
PROVIDERS = (
    ("Maria Lopez, MS, CCC-SLP", "Speech-Language Therapy"),
    ("Dana Whitfield, OTR/L", "Occupational Therapy"),
    ("Chris Bauer, PT, DPT", "Physical Therapy"),
    ("Ruth Abrams, MSEd", "Special Education Itinerant Teacher"),
)
TASKS = (
    "named pictures of animals", "copied a circle and a cross", "walked up the stairs with one hand held",
    "followed two-step directions", "strung large beads", "matched colors during circle time", "asked for a turn",
)  # fmt: skip
RESULTS = (
    "in {right} of {trials} trials after a spoken cue.", "in {right} of {trials} trials, with a visual schedule.",
    "with touch support, {right} times out of {trials}.",
)  # fmt: skip
CLOSINGS = (
    "He stayed with the group for ten minutes before he asked for a break.",
    "Materials were sent to the classroom teacher for practice.",
    "The parent was told about today's work at pick-up.",
)


def write_notes(folder: Path, count: int, *, told: bool = True) -> Iterator[Path]:
    """Write `count` Word files into the folder; yield each path. `told`: the forms name what was done."""
    chance = random.Random(SEED)  # noqa: S311 - variety, not secrecy
    for number in range(count):
        note = _note(chance)
        path = folder / f"note-{number:04}.docx"
        path.write_bytes(LAYOUTS[number % len(LAYOUTS)](note if told else _untold(note)))
        yield path


def _note(chance: random.Random) -> Note:
    provider, service = chance.choice(PROVIDERS)
    first = FIRST_DAY + datetime.timedelta(weeks=chance.choice(SCHOOL_WEEKS), days=chance.randrange(3))
    days = [first + datetime.timedelta(days=day) for day in range(chance.randint(1, 3))]
    return Note(
        child=chance.choice(CHILDREN),
        birth=_written(datetime.date(2021, 1, 1) + datetime.timedelta(days=chance.randrange(500))),
        provider=provider,
        service=service,
        sessions=tuple(_session(chance, day, seit=provider.endswith("MSEd")) for day in days),
        signing=Signing(words=provider, date=_written(days[-1])),
    )


def _untold(note: Note) -> Note:
    return replace(note, service="", sessions=tuple(replace(session, activity="") for session in note.sessions))


def _session(chance: random.Random, day: datetime.date, *, seit: bool) -> Session:
    hour = chance.randint(8, 11)
    blank = Session(date=_written(day), start=f"{hour}:00 AM", end=f"{hour}:30 AM")
    if chance.random() < 0.1:  # about one in ten is coordination of services
        told = f"{COORDINATION.notes} Agreed on {day:%A}, and that {chance.choice(TASKS)} is a goal for all."
        return replace(blank, activity=COORDINATION.activity, medicaid=True, notes=told)
    trials = chance.randint(5, 10)
    sentences = [
        f"Child {task} {chance.choice(RESULTS).format(right=chance.randint(1, trials), trials=trials)}"
        for task in chance.sample(TASKS, 3)
    ]
    told_by_form = seit or chance.random() < 0.8  # one in five of the others leaves it to the service type to tell
    activity = blank.activity if told_by_form else ""
    return replace(blank, activity=activity, notes=" ".join([*sentences, chance.choice(CLOSINGS)]))


def _written(day: datetime.date) -> str:
    return f"{day.month}/{day.day}/{day.year}"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    number_wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    written = list(write_notes(target, number_wanted, told="untold" not in sys.argv))
    print(len(written), "notes written")
