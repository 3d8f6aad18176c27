"""What a person tells of themselves and the child in passing: place, role, programme, services, age."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from assistant.conversation import cues
from knowledge import KnowledgeBase
from knowledge.find.places import find_places

_UNDER_EI_END, _UNDER_SCHOOL_AGE = 3, 5
"""Early intervention is for children under three, preschool special education for those of three and four
(20 U.S.C. 1432(5), 1419)."""


@dataclass(frozen=True, slots=True)
class Told:
    """Facts of the asker; "" or () for what was not told. `services` are names, with "no " before one not given."""

    place: str = ""
    role: str = ""
    programme: str = ""
    services: tuple[str, ...] = ()
    age: str = ""
    title: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    def beside(self, known: Told) -> Told:
        """What of it is not known yet."""
        return Told(
            place=self.place if self.place != known.place else "",
            role=self.role if self.role != known.role else "",
            programme=self.programme if self.programme != known.programme else "",
            services=tuple(each for each in self.services if each not in known.services),
            age=self.age if self.age != known.age else "",
            title=self.title if self.title != known.title else "",
        )


def told_in(base: KnowledgeBase, said: str) -> Told:
    """The facts that a turn tells. A place counts where it is the only one named and is covered."""
    named = find_places(base, said)
    age = cues.age_in(said)
    return Told(
        place=named.covered[0] if len(named.covered) == 1 and not named.other else "",
        role=cues.stated_role(said),
        programme=cues.programme_in(said) or _programme_at(age),
        services=cues.services_in(said),
        age=age,
        title=cues.title_in(said),
    )


def words_for(base: KnowledgeBase, said: str) -> dict[str, str]:
    """For each fact that a turn tells, by its name, the clause that tells it; a service goes by its own name."""
    found: dict[str, str] = {}
    for clause in map(str.strip, _clauses(said)):
        told = told_in(base, clause)
        facts = {each.name: getattr(told, each.name) for each in fields(told) if each.name != "services"}
        names = [name for name, value in facts.items() if value] + [each.removeprefix("no ") for each in told.services]
        if cues.role_in(clause, ""):
            names.append("role")
        found = dict.fromkeys(names, clause) | found
    return found


def _programme_at(age: str) -> str:
    """The programme for a child of that age ("18 months", "4 years"), "" for none told."""
    if not age:
        return ""
    number, unit = age.split()
    years = int(number) / (12 if unit.startswith("month") else 1)
    if years < _UNDER_EI_END:
        return "part-c"
    return "part-b-preschool" if years < _UNDER_SCHOOL_AGE else "part-b-school-age"


def in_words(base: KnowledgeBase, told: Told) -> str:
    """The facts in a sentence: "Noted: you are a provider, in Connecticut; the child is 2 years old."; "" for none."""
    parts = list(_parts(base, told))
    return f"Noted: {'; '.join(parts)}." if parts else ""


def _parts(base: KnowledgeBase, told: Told) -> Iterator[str]:
    if told.role or told.title:
        yield f"you ask as {cues.role_words(told.role)}{f' ({told.title})' if told.title else ''}".replace("  ", " ")
    if told.place:
        yield f"the place is {base.places[told.place].name}"
    if told.age:
        yield f"the child is {told.age} old"
    if told.programme:
        yield f"the program is {cues.programme_words(told.programme)}"
    if told.services:
        yield f"services: {', '.join(told.services)}"


def asks(said: str) -> str:
    """What of a turn asks something: its clauses but those that only tell of the asker; "" where it only tells.

    "I'm an OT in CT. Who signs the note?" asks "Who signs the note?".
    """
    return " ".join(each.strip() for each in _clauses(said) if not cues.only_tells(each))


def _clauses(said: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.!?;:])\s+|\s*,\s+(?=and\b|so\b|but\b)|\n", said) if each.strip()]
