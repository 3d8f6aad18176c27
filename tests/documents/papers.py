"""Invented papers as values, from which the same note or IEP is written as Word, PDF or text.

Everybody and everything in them is made up. A clean `Note` and a clean `Iep` break no rule of the Schenectady profile;
`dataclasses.replace` makes what a case needs of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Signing:
    """What stands on a signature line. `how`: electronic text, a picture, words (typed as they are), or nothing.

    `label` "" leaves the line out altogether; `date` None leaves the date label out.
    """

    how: Literal["electronic", "picture", "words", "blank"] = "electronic"
    words: str = "Maria Lopez, MS, CCC-SLP"
    date: str | None = "2/10/2026"
    label: str = "Therapist Signature"


@dataclass(frozen=True)
class Session:
    """One session. `medicaid`: the box "Does not meet Medicaid requirements"; None for a form without it.

    `meets`: its twin "Meets Medicaid requirements" is printed too, and ticked.

    `length` and `units` are as written; None for a form that does not ask for them.
    """

    date: str = "2/10/2026"
    start: str = "9:00 AM"
    end: str = "9:30 AM"
    activity: str = "Direct"
    medicaid: bool | None = False
    notes: str = "Jayden named six of eight pictures after one spoken cue. He took turns twice with a peer."
    length: str | None = None
    units: str | None = None
    meets: bool = False

    @property
    def amounts(self) -> tuple[tuple[str, str], ...]:
        """The labels and values of what the form asks for in numbers."""
        asked = (("Duration", self.length), ("Units", self.units))
        return tuple((label, value) for label, value in asked if value is not None)


@dataclass(frozen=True)
class Note:
    """A progress note."""

    title: str = "Daily Progress Note"
    agency: str = "Schenectady County Preschool Special Education"
    child: str = "Jayden Rivera"
    birth: str = "3/14/2021"
    provider: str = "Maria Lopez, MS, CCC-SLP"
    service: str = "Speech-Language Therapy"
    sessions: tuple[Session, ...] = (Session(),)
    signing: Signing = Signing()
    extra: tuple[str, ...] = ()
    """More lines above the signature."""


@dataclass(frozen=True)
class Service:
    """A service line of an IEP."""

    name: str
    frequency: str = "2 x weekly"
    duration: str = "30 minutes"
    location: str = "Preschool classroom"
    start: str = "9/8/2026"


@dataclass(frozen=True)
class Iep:
    """A draft IEP. A date or section of None leaves its label out, "" (no goals: an empty tuple) leaves it blank."""

    title: str = "DRAFT Individualized Education Program (IEP)"
    district: str = "Mohawk Valley Central School District"
    child: str = "Ava Chen"
    birth: str = "4/2/2022"
    meeting: str | None = "5/12/2026"
    start: str | None = "9/8/2026"
    review: str | None = "5/11/2027"
    services: tuple[Service, ...] = (
        Service("Speech-Language Therapy"),
        Service("Occupational Therapy", frequency="1 x weekly"),
    )
    coordinator: str | None = "Speech-Language Pathologist"
    levels: str | None = "Ava uses three-word sentences and follows two-step directions with a gesture."
    goals: tuple[str, ...] | None = (
        "Ava will answer who and what questions in 8 of 10 trials over three sessions.",
        "Ava will cut along a straight line in 4 of 5 trials over three sessions.",
    )
    progress: str | None = "A written report goes home at the end of every quarter."
    participation: str | None = "Ava spends the whole day with children without disabilities."
    transition: str | None = None
    signing: Signing = Signing(label="Prepared by", words="Maria Lopez, MS, CCC-SLP", date="5/1/2026")
    extra: tuple[str, ...] = ()


COORDINATION = Session(
    activity="Coordination of Services",
    medicaid=True,
    notes="Telephone conference with the occupational therapist to arrange the weekly schedule and to share progress.",
)
"""A clean session of coordination."""
