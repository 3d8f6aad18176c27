"""Forms whose labels Tandem knows anyway: learned from their blanks, their copies have the findings that they had."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import pytest

from checkers.check import FileReport, Options, check_bytes
from checkers.form import SHARE, FormKind
from checkers.guard import recognise
from checkers.layout import lines_of
from checkers.learning import as_form, as_tables, not_found_again, read_blank
from checkers.profile import Profiles, built_upon, shipped_profiles
from checkers.readers import read
from tests.documents.paper_docx import iep_table, note_grid, note_paragraphs, note_rows
from tests.documents.paper_pdf import iep_printed, note_form, note_printed
from tests.documents.paper_text import iep_text, note_text
from tests.documents.papers import COORDINATION, Iep, Note, Service, Session, Signing

TODAY = datetime.date(2026, 6, 1)
BLANK_NOTE = Note(
    child="", birth="", provider="", service="",
    sessions=(Session("", "", "", "", medicaid=False, notes=""),), signing=Signing("blank", "", ""),
)  # fmt: skip
BLANK_IEP = Iep(
    child="", birth="", district="", meeting="", start="", review="", services=(Service("", "", "", "", ""),),
    coordinator="", levels="", goals=(), progress="", participation="", signing=Signing("blank", "", "", "Prepared by"),
)  # fmt: skip


Paper = TypeVar("Paper", Note, Iep, Session)


def without(paper: Paper, part: str) -> Paper:
    """The paper with one part of it left blank."""
    changes: Any = {part: ""}
    return replace(paper, **changes)


def notes() -> Iterator[Note]:
    """A sound note of direct service and one of coordination, and each with one thing wrong."""
    for note in (Note(), Note(sessions=(COORDINATION,))):
        yield note
        yield from (without(note, part) for part in ("child", "birth", "provider", "service"))
        (session,) = note.sessions
        for part in ("date", "start", "end", "notes", "activity"):
            yield replace(note, sessions=(without(session, part),))
        yield replace(note, sessions=(replace(session, medicaid=not session.medicaid),))
        yield replace(note, signing=replace(note.signing, how="blank"))
        yield replace(note, signing=replace(note.signing, date=""))


def plans() -> Iterator[Iep]:
    """A sound IEP, and others with one thing missing."""
    yield Iep()
    parts = ("child", "meeting", "start", "review", "coordinator", "levels", "progress", "participation")
    yield from (without(Iep(), part) for part in parts)
    yield replace(Iep(), goals=())
    yield replace(Iep(), signing=replace(Iep().signing, how="blank"))


@pytest.mark.parametrize(
    ("write", "ending"),
    [(note_grid, "docx"), (note_paragraphs, "docx"), (note_rows, "docx"), (note_form, "pdf"), (note_printed, "pdf"),
     (note_text, "txt"), (iep_table, "docx"), (iep_printed, "pdf"), (iep_text, "txt")],
)  # fmt: skip
def test_what_was_found_without_learning_is_found_with_it(write: Callable[..., bytes | str], ending: str) -> None:
    """The proposals are taken as they are."""
    is_plan = write.__name__.startswith("iep")
    blank = _bytes(write(BLANK_IEP if is_plan else BLANK_NOTE))
    learned = read_blank(read(blank, recognise(blank, f"blank.{ending}")))
    kind = FormKind.DRAFT_IEP if is_plan else FormKind.PROGRESS_NOTE
    assert learned.kind is kind
    assert all(place.sure for place in learned.places)
    assert not_found_again(learned, as_form(learned, kind)) == []
    own = {"id": "own", "name": "Own", "extends": "ny-schenectady-preschool", **as_tables(learned, kind)}
    known = Profiles(built_upon(shipped_profiles().by_id, [(own, None)]))
    for paper in plans() if is_plan else notes():
        data = _bytes(write(paper))
        with_form = check_bytes(data, f"copy.{ending}", Options(today=TODAY, profiles=known))
        without = check_bytes(data, f"copy.{ending}", Options(today=TODAY))
        assert with_form.profile
        assert with_form.profile.id == "own"
        assert _told(with_form) == _told(without), paper


@pytest.mark.parametrize("write", [note_grid, note_paragraphs, note_printed, note_text])
def test_another_agencys_form_with_the_same_labels_is_another_form(write: Callable[..., bytes | str]) -> None:
    """What any form prints tells none: the agency and the title do."""
    reading = read(data := _bytes(write(BLANK_NOTE)), recognise(data, "blank"))
    form = as_form(read_blank(reading), FormKind.PROGRESS_NOTE)
    others = Note(agency="Otter Creek Children", title="Session Note")
    for paper, same in ((Note(), True), (others, False)):
        copy = read(data := _bytes(write(paper)), recognise(data, "copy"))
        assert (form.share(lines_of(copy.blocks)) >= SHARE) is same


def _bytes(written: bytes | str) -> bytes:
    return written.encode() if isinstance(written, str) else written


def _told(report: FileReport) -> list[tuple[str, str, str]]:
    return [(each.rule, each.verdict.value, each.message) for each in report.findings]
