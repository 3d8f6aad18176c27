"""What became of documents, in words."""

from __future__ import annotations

from pathlib import Path

from assistant.checking import check_all
from assistant.cli import main
from assistant.verdicts import mended, state_of, verdict
from assistant.waivers import check_with_waivers
from checkers.check import FileReport, Options, check_bytes, check_file
from checkers.waivers.beside import beside
from tests.tui.app_driver import SAMPLES, TODAY

OPTIONS = Options(today=TODAY)
BAD = (SAMPLES / "to-mend" / "speech-note.txt").read_text("utf-8")


def checked(text: str, name: str = "note.txt") -> FileReport:
    """A note checked."""
    return check_bytes(text.encode(), name, OPTIONS)


def test_the_verdict_counts_what_was_checked_and_what_was_not(tmp_path: Path) -> None:
    """A file that is not there, or cannot be read, was not checked."""
    good = check_file(SAMPLES / "finished" / "speech-notes.docx", OPTIONS)
    missing = check_file(tmp_path / "nowhere.txt", OPTIONS)
    broken = check_bytes(b"PK\x03\x04 cut off", "broken.docx", OPTIONS)
    assert [state_of(each) for each in (good, missing, broken)] == [
        ("✓", "ready to send"), ("!", "not found"), ("!", "not read"),
    ]  # fmt: skip
    assert verdict([good, checked(BAD)]) == "2 checked: 1 ready to send, 1 to mend."
    assert verdict([good, good, missing, broken]) == "2 checked: 2 ready to send. 1 not read, 1 not found."
    assert verdict([missing]) == "1 not found."


def test_what_is_mended_is_counted() -> None:
    """By rule and session, so that lines may move."""
    better = BAD.replace("Session Notes: ", "Session Notes: Practised /s/ with picture cards; 8 of 10 were right.")
    assert len(checked(BAD).findings) == 3
    assert mended(checked(BAD), checked(f"\n{BAD}")) == "Checked again: note.txt: 0 of 3 mended, 3 remain."
    assert mended(checked(BAD), checked(better)) == "Checked again: note.txt: 1 of 3 mended, 2 remain."


def test_all_mended_and_something_new() -> None:
    """Nothing that remains is no word of it; a new finding is told."""
    good = check_file(SAMPLES / "finished" / "speech-notes.docx", OPTIONS)
    assert mended(checked(BAD), good) == "Checked again: speech-notes.docx: 3 of 3 mended."
    assert mended(good, good) == "Checked again: speech-notes.docx: still nothing to correct."
    assert mended(good, checked(BAD)) == "Checked again: note.txt: 3 new."


def test_a_document_that_has_gone_is_told(tmp_path: Path) -> None:
    """And not as one with a fault."""
    gone = check_file(tmp_path / "gone.txt", OPTIONS)
    assert mended(checked(BAD), gone) == "Checked again: gone.txt: not found."


def test_what_is_waived_is_counted_and_no_longer_to_mend(tmp_path: Path) -> None:
    """With the file of waivers that the command writes; one that is not right is told, and waives nothing."""
    note = tmp_path / "note.txt"
    note.write_text(BAD, "utf-8")
    assert state_of(check_with_waivers(note, OPTIONS)) == ("✗", "2 errors, 1 to look at")
    by = ["--reason", "printed overleaf", "--by", "A. Supervisor", "--today", TODAY.isoformat()]
    assert main(["waive", str(note), "DOC005", *by]) == 0
    (report,) = (step for step in check_all([note], OPTIONS) if isinstance(step, FileReport))
    assert state_of(report) == ("✗", "1 error, 1 to look at, 1 waived")
    beside(note).write_text("[[waiver]]\nrule = 3\n", "utf-8")
    assert state_of(check_with_waivers(note, OPTIONS)) == ("?", "2 errors, 1 to look at; its waivers cannot be read")
