"""What the matrix is made of: a paper with one item filled or empty, in one container or encoding.

Everybody in the papers is made up. Each paper is properly filled in but for the one item, so that a reading of it can
be told right or wrong by that item alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Item = Literal["signature", "date", "coordinator", "box"]
Format = Literal["Word", "PDF", "PDF by LibreOffice", "Word by LibreOffice", "text"]
Pair = tuple[str, str]
"""A label, and what stands at it; "" for nothing."""

ITEMS: tuple[Item, ...] = ("signature", "date", "coordinator", "box")

CHILD, BIRTH = "Jayden Rivera", "3/14/2021"
PROVIDER = "Maria Lopez, MS, CCC-SLP"
SERVICE = "Speech-Language Therapy"
AGENCY = "Schenectady County Preschool Special Education"
DISTRICT = "Mohawk Valley CSD"
DAY, TIME = "2/10/2026", "9:00 AM - 9:30 AM"
SERVICE_DAY = datetime.date(2026, 2, 10)
COORDINATOR = "Maria Lopez, Speech-Language Pathologist"
SIGNED = f"Electronically signed by {PROVIDER}"
NOTE_TITLE, COORDINATION_TITLE = "Daily Progress Note", "Coordination of Services Note"
IEP_TITLE = "DRAFT Individualized Education Program (IEP)"
NARRATIVE = "Jayden named six of eight pictures after one spoken cue. He took turns twice with a peer."
CALL = "Telephone conference with the occupational therapist to arrange the weekly schedule and to share progress."
LEVELS = "Jayden uses three-word sentences and follows two-step directions with a gesture."
GOAL = "Jayden will answer who and what questions in 8 of 10 trials over three sessions."
SERVICES = (
    "Speech-Language Therapy: 2 x weekly, 30 minutes, Preschool classroom",
    "Occupational Therapy: 1 x weekly, 30 minutes, Preschool classroom",
)
LABELS: dict[Item, str] = {
    "signature": "Therapist Signature",
    "date": "Date of Service",
    "coordinator": "Coordinator of Services",
    "box": "Does not meet Medicaid requirements",
}
VALUES: dict[Item, str] = {"signature": PROVIDER, "date": DAY, "coordinator": COORDINATOR, "box": "☒"}
BESIDE: dict[Item, tuple[Pair, ...]] = {
    "signature": (("Date", DAY),),
    "date": (("Time", TIME),),
    "coordinator": (("School District", DISTRICT),),
    "box": (),
}
"""What the form asks for on the same line."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of the item in its paper: its label, its value ("" where it is empty), and what stands beside it."""

    item: Item
    label: str
    value: str
    beside: tuple[Pair, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All labels of the place with their values, the item first."""
        return ((self.label, self.value), *self.beside)

    def holding(self, value: str) -> Slot:
        """The place with another value."""
        return replace(self, value=value)


def slot(item: Item, filled: bool) -> Slot:
    """An item's place, filled or empty; an empty box is an empty box."""
    empty = "☐" if item == "box" else ""
    return Slot(item, LABELS[item], VALUES[item] if filled else empty, BESIDE[item])


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's lines as values: its title, the labels above the item's place, and those below it."""

    agency: str
    title: str
    above: tuple[tuple[Pair, ...], ...]
    below: tuple[tuple[Pair, ...], ...]
    heading: tuple[str, tuple[str, ...]] | None = None
    """The heading of a list, and its lines; they stand right above the item's place."""


def paper(item: Item) -> Paper:
    """The paper that an item stands in, without the item."""
    if item == "coordinator":
        return Paper(
            "County of Schenectady, Committee on Preschool Special Education",
            IEP_TITLE,
            (
                (("Student Name", CHILD), ("Date of Birth", BIRTH)),
                (("Date of Meeting", "5/12/2026"),),
                (("Projected Date IEP is to be Implemented", "9/8/2026"),),
                (("Projected Date of Annual Review", "5/11/2027"),),
                (("Present Levels of Performance", LEVELS),),
                (("Annual Goal", GOAL),),
            ),
            ((("Prepared by", SIGNED), ("Date", "5/1/2026")),),
            ("Recommended Special Education Programs and Services", SERVICES),
        )
    coordination = item == "box"
    above: list[tuple[Pair, ...]] = [
        (("Child's Name", CHILD), ("DOB", BIRTH)),
        (("Provider", PROVIDER), ("Service Type", "Coordination of Services" if coordination else SERVICE)),
    ]
    below: list[tuple[Pair, ...]] = [(("Session Notes", CALL if coordination else NARRATIVE),)]
    activity = (("Activity", "Coordination of Services" if coordination else "Direct"),)
    day: tuple[Pair, ...] = (("Date of Service", DAY), ("Time", TIME))
    if item == "date":
        below.insert(0, activity)
    else:
        above += [day, activity]
    if item == "signature":
        above.append(below.pop())
    else:
        below.append((("Therapist Signature", SIGNED), ("Date", DAY)))
    return Paper(AGENCY, COORDINATION_TITLE if coordination else NOTE_TITLE, tuple(above), tuple(below))


@dataclass(frozen=True, slots=True)
class Variant:
    """One row of the matrix for one item: `make` gives the whole file, with the item filled or empty."""

    format: Format
    name: str
    item: Item
    make: Callable[[bool], bytes]
    suffix: str
    sides: tuple[bool, ...] = (True, False)
    """Which of filled (True) and empty (False) there are."""
    unclear: bool = False
    """Whether "cannot tell" is a right answer too."""
    looks: frozenset[str] = frozenset()
    """Rules that rightly ask a person to look at this paper."""


@dataclass(frozen=True, slots=True)
class Case:
    """A variant, filled or empty."""

    variant: Variant
    filled: bool

    @property
    def key(self) -> str:
        """Its name in the lists: "Word | cell beside | date | filled"."""
        side = "filled" if self.filled else "empty"
        return f"{self.variant.format} | {self.variant.name} | {self.variant.item} | {side}"

    @property
    def file_name(self) -> str:
        """The name under which the file is checked."""
        return f"paper{self.variant.suffix}"

    def data(self) -> bytes:
        """The file."""
        return self.variant.make(self.filled)


def cases_of(variants: Sequence[Variant]) -> tuple[Case, ...]:
    """Every side of the variants."""
    return tuple(Case(variant, filled) for variant in variants for filled in variant.sides)
