"""Cases of the rules on what an IEP says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import IEP, OT, SEIT, SPEECH, CaseFile, iep, text
from tests.documents.papers import Iep, Service

_OLDER = replace(IEP, birth="3/11/2010", levels="Ava reads short texts and plans a task with a list.")
_FRAGMENT = """\
Individualized Education Program (IEP)
Student Name: Ava Chen
Recommended Special Education Programs and Services
Speech-Language Therapy: 2 x weekly, 30 minutes, individual, Preschool classroom
Occupational Therapy: 1 x weekly, 30 minutes, individual, Preschool classroom
"""
_LETTER = """\
Draft IEP
Dear Mrs. Chen,
the meeting on the draft IEP of Ava will be on Thursday. Please call us if you cannot come.
The preschool office
"""


def cases() -> Iterator[CaseFile]:
    """IEP001 to IEP008."""
    yield from _sections("IEP001", "levels")
    yield from _sections("IEP004", "progress")
    yield from _sections("IEP006", "participation")
    yield from _goals()
    yield from _services()
    yield from _transition()
    headless = replace(IEP, levels=None, extra=("At present Ava uses three-word sentences and names six pictures.",))
    yield from iep("IEP001", "incomplete", "told-without-heading", headless, "table", "typed")
    said = replace(IEP, progress=None, extra=("Progress reports are sent to the parents every ten weeks.",))
    yield from iep("IEP004", "pass", "told-in-a-sentence", said, "table", "typed")
    said = replace(IEP, participation=None, extra=("She attends a regular class with nondisabled peers all day.",))
    yield from iep("IEP006", "pass", "told-in-a-sentence", said, "table", "typed")
    for code in ("IEP001", "IEP002", "IEP004", "IEP006"):
        yield text(code, "inapplicable", "services-alone", _FRAGMENT)
        yield text(code, "inapplicable", "letter", _LETTER)


def _sections(code: str, name: str) -> Iterator[CaseFile]:
    """A section that is blank, absent, still to be written, and there."""
    yield from iep(code, "violation", "blank", _with(name, ""))
    yield from iep(code, "violation", "absent", _with(name, None))
    yield from iep(code, "inapplicable", "to-be-determined", _with(name, "TBD"), "table", "typed")
    yield from iep("DOC005", "violation", f"{name}-to-be-determined", _with(name, "TBD"), "table", "typed")
    yield from iep(code, "pass", "written", IEP)


def _with(name: str, value: str | None) -> Iep:
    return replace(IEP, **{name: value})  # type: ignore[arg-type]


def _goals() -> Iterator[CaseFile]:
    yield from iep("IEP002", "violation", "blank", replace(IEP, goals=()))
    yield from iep("IEP002", "violation", "absent", replace(IEP, goals=None))
    yield from iep("IEP002", "pass", "written", IEP)

    vague = replace(IEP, goals=("Ava will improve her articulation.", IEP.goals[1]))  # type: ignore[index]
    yield from iep("IEP003", "incomplete", "words-only", vague)
    helped = replace(IEP, goals=("Ava will ask for a toy with a sentence, without prompts.", "Ava will dress daily."))
    yield from iep("IEP003", "pass", "level-of-help", helped)
    yield from iep("IEP003", "pass", "figures", IEP)

    other = replace(IEP, goals=("Ava will answer who and what questions in 8 of 10 trials.",))
    yield from iep("IEP008", "incomplete", "no-goal-for-ot", other)
    yield from iep("IEP008", "pass", "a-goal-each", IEP)
    training = replace(IEP, services=(SPEECH, Service("Parent Counseling and Training", "1 x monthly", "60 minutes")))
    yield from iep("IEP008", "pass", "parent-training", training, "table", "typed")
    general = replace(IEP, goals=(*other.goals, "Ava will follow the classroom routine on 4 of 5 days."))  # type: ignore[misc]
    yield from iep("IEP008", "pass", "goal-in-general-words", general, "table", "typed")


def _services() -> Iterator[CaseFile]:
    def services(*lines: Service) -> Iep:
        return replace(IEP, services=lines)

    yield from iep("IEP005", "violation", "no-place", services(replace(SPEECH, location=""), OT))
    yield from iep("IEP005", "violation", "no-length", services(SPEECH, replace(OT, duration="")))
    yield from iep("IEP005", "violation", "no-frequency", services(replace(SPEECH, frequency=""), OT))
    one_cell = replace(SPEECH, frequency="2 x 30 min weekly", duration="")
    yield from iep("IEP005", "pass", "in-one-cell", services(one_cell, OT))
    yield from iep("IEP005", "pass", "all-there", services(SEIT, SPEECH))
    bus = Service("Special Transportation", "", "", "")
    device = Service("Assistive Technology", "as needed", "", "")
    yield from iep("IEP005", "pass", "transportation-and-device", services(SPEECH, OT, bus, device), "table", "typed")
    consult = Service("Physical Therapy consultation", "as needed", "", "")
    yield from iep("IEP005", "inapplicable", "consultation-alone", services(consult), "table")


def _transition() -> Iterator[CaseFile]:
    yield from iep("IEP007", "violation", "blank", replace(_OLDER, transition=""))
    yield from iep("IEP007", "violation", "absent", _OLDER)
    yield from iep("IEP007", "pass", "written", replace(_OLDER, transition="Ava will train as a baker."))
    yield from iep("IEP007", "inapplicable", "preschooler", IEP)
    yield from iep("IEP007", "inapplicable", "day-before-15", replace(_OLDER, birth="9/9/2011"), "typed")
    yield from iep("IEP007", "violation", "on-the-day-15", replace(_OLDER, birth="9/8/2011"), "typed")
