"""What a case is made of: a clean note or IEP with one change, written in several layouts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from checkers.check import FileReport, Options, judge
from checkers.profile import load_profile
from checkers.rule import Case
from tests.documents.paper_docx import iep_table, note_grid, note_paragraphs, note_rows
from tests.documents.paper_pdf import iep_printed, note_form, note_printed
from tests.documents.paper_text import iep_text, note_text
from tests.documents.papers import COORDINATION, Iep, Note, Service

TODAY = datetime.date(2026, 6, 15)
FOLDER = Path(__file__).parent
USERS_FIGURES = {"SIG008": {"contemporaneous_days": 7}}
"""Figures that no shipped profile sets: what a user's profile has to say before the rule asks."""

NOTE = Note()
IEP = Iep()
COORD = Note(title="Progress Note", service="Coordination of Services", sessions=(COORDINATION,))
SEIT = Service("Special Education Itinerant Teacher (SEIT)", "10 hours weekly", "2 hours")
SPEECH = Service("Speech-Language Therapy")
OT = Service("Occupational Therapy", "1 x weekly")

WRITERS: dict[str, tuple[str, Callable[[Note], bytes]]] = {
    "grid": ("docx", note_grid),
    "paragraphs": ("docx", note_paragraphs),
    "rows": ("docx", note_rows),
    "printed": ("pdf", note_printed),
    "form": ("pdf", note_form),
    "typed": ("txt", lambda note: note_text(note).encode()),
}
IEP_WRITERS: dict[str, tuple[str, Callable[[Iep], bytes]]] = {
    "table": ("docx", iep_table),
    "printed": ("pdf", iep_printed),
    "typed": ("txt", lambda iep: iep_text(iep).encode()),
}


def profile_with(code: str) -> str:
    """The profile under which a rule's cases are judged: Schenectady's, or Connecticut's for a rule of its own."""
    return next(each for each in ("ny-schenectady-preschool", "ct-birth-to-three") if code in load_profile(each).rules)


@dataclass(frozen=True)
class CaseFile:
    """A document with the rule it is for and the outcome expected."""

    code: str
    verdict: str
    name: str
    suffix: str
    content: bytes

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return FOLDER / self.code / f"{self.verdict}-{self.name}.{self.suffix}"


def with_users_figures(code: str, report: FileReport, today: datetime.date) -> FileReport:
    """The same report where the rule of that code needs none, else judged anew with a user's figures for it."""
    if code not in USERS_FIGURES or report.doc is None or report.profile is None:
        return report
    profile = replace(report.profile, figures=report.profile.figures | USERS_FIGURES[code])
    return replace(
        report, profile=profile, outcomes=tuple(judge(Case(report.doc, profile, today), Options(today=today)))
    )


def note(code: str, verdict: str, name: str, paper: Note, *layouts: str) -> Iterator[CaseFile]:
    """The same note in several layouts."""
    for layout in layouts or WRITERS:
        suffix, write = WRITERS[layout]
        yield CaseFile(code, verdict, f"{name}-{layout}", suffix, write(paper))


def iep(code: str, verdict: str, name: str, paper: Iep, *layouts: str) -> Iterator[CaseFile]:
    """The same IEP in several layouts."""
    for layout in layouts or IEP_WRITERS:
        suffix, write = IEP_WRITERS[layout]
        yield CaseFile(code, verdict, f"{name}-{layout}", suffix, write(paper))


def text(code: str, verdict: str, name: str, content: str) -> CaseFile:
    """A text file as somebody typed it."""
    return CaseFile(code, verdict, name, "txt", content.encode())


def signed(**changes: object) -> Note:
    """The clean note with another signature."""
    return replace(NOTE, signing=replace(NOTE.signing, **changes))  # type: ignore[arg-type]


def session(**changes: object) -> Note:
    """The clean note with another session."""
    return replace(NOTE, sessions=(replace(NOTE.sessions[0], **changes),))  # type: ignore[arg-type]


def coordination(**changes: object) -> Note:
    """The clean coordination note with another session."""
    return replace(COORD, sessions=(replace(COORDINATION, **changes),))  # type: ignore[arg-type]


LETTER = "Dear families,\n\nthe picnic is on Saturday at noon. Bring a blanket.\n\nThe preschool team\n"
RUNNING = (
    "Progress notes\nChild: Ben Katz\nMonth: March 2026\n"
    "3/4/2026 9:00-9:30 at daycare. Worked on scissors, 4/5 trials with one cue. J. Doe OTR/L 3/4/2026\n"
)
