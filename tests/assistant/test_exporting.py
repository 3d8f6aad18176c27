"""Reports and annotated copies in files: what they hold, what is never written over, and how it is told."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import re
from pathlib import Path

import pytest

from assistant.cli.output import Taken, Unwritable
from assistant.exporting import ENDINGS, Wanted, annotated_copy, write_copy, write_report
from assistant.waivers import check_with_waivers
from checkers.check import FileReport, Options
from checkers.reports.formats import WRITERS
from checkers.reports.manner import Order
from tests.checkers.annotate.copies import comments_in

SAMPLES = Path(__file__).parents[2] / "assistant" / "samples" / "to-mend"
OPTIONS = Options(today=datetime.date(2026, 6, 15))


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A note to mend, in a folder of its own."""
    path = tmp_path / "notes" / "march.docx"
    path.parent.mkdir()
    path.write_bytes((SAMPLES / "coordination-note.docx").read_bytes())
    return path


@pytest.fixture
def report(note: Path) -> FileReport:
    """What is found in it."""
    return check_with_waivers(note, OPTIONS)


@pytest.mark.parametrize("name", WRITERS)
def test_a_report_is_written_in_every_format(name: str, report: FileReport, tmp_path: Path) -> None:
    """Each has a name ending, and tells of every finding."""
    path = tmp_path / f"report{ENDINGS[name]}"
    write_report([report], Wanted(name), OPTIONS, path)
    text = path.read_text("utf-8")
    assert report.findings
    assert all(each.rule in text for each in report.findings)
    if name == "csv":
        assert len(list(csv.reader(io.StringIO(text)))) == 1 + len(report.findings)
    if name in ("json", "sarif"):
        assert json.loads(text)


def test_a_report_is_put_together_by_who_can_mend_it(report: FileReport, tmp_path: Path) -> None:
    """As the command does."""
    path = tmp_path / "report.txt"
    write_report([report], Wanted(by=Order.OWNER), OPTIONS, path)
    assert " can mend " in path.read_text("utf-8").split("\n")[0]


@pytest.mark.parametrize("name", WRITERS)
def test_a_report_without_names_has_none(name: str, report: FileReport, tmp_path: Path) -> None:
    """Not even that of the file."""
    path = tmp_path / "report"
    write_report([report], Wanted(name, redact=True), OPTIONS, path)
    text = path.read_text("utf-8")
    assert re.search(r"document( |%20)1", text)
    assert "march" not in text


def test_nothing_is_written_over_unasked_and_a_document_never(note: Path, report: FileReport, tmp_path: Path) -> None:
    """Neither by a report nor by a copy."""
    before = hashlib.sha256(note.read_bytes()).digest()
    there = tmp_path / "there.docx"
    there.write_bytes(b"mine")
    copy = annotated_copy(note, OPTIONS)
    with pytest.raises(Taken, match="already"):
        write_report([report], Wanted(), OPTIONS, there)
    with pytest.raises(Taken, match="already"):
        write_copy(copy, there)
    assert there.read_bytes() == b"mine"
    with pytest.raises(Unwritable, match="one of the documents"):
        write_report([report], Wanted(), OPTIONS, note, replace=True)
    with pytest.raises(Unwritable, match="the document itself"):
        write_copy(copy, note.parent / ".." / "notes" / "march.docx", replace=True)
    assert hashlib.sha256(note.read_bytes()).digest() == before
    write_copy(copy, there, replace=True)
    assert len(comments_in(there.read_bytes())) == len(copy.annotated.anchors) > 0


@pytest.mark.parametrize("name", ["none/report.docx", "folder", "a\x00b.docx", f"{'long' * 80}.docx"])
def test_what_cannot_be_written_is_told(name: str, report: FileReport, tmp_path: Path) -> None:
    """In one sentence, as one kind of error."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(Unwritable) as refusal:
        write_report([report], Wanted(), OPTIONS, tmp_path / name)
    assert str(tmp_path) in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_what_cannot_hold_comments_is_told(tmp_path: Path) -> None:
    """With the name of the document."""
    note = tmp_path / "note.txt"
    note.write_bytes((SAMPLES / "speech-note.txt").read_bytes())
    with pytest.raises(Unwritable, match=r"note\.txt: Only Word files and PDFs can hold comments\."):
        annotated_copy(note, OPTIONS)
    with pytest.raises(Unwritable, match="gone"):
        annotated_copy(tmp_path / "gone.docx", OPTIONS)
