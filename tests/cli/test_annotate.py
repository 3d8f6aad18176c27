"""`tandem annotate`: the copy, what is said of it, exit codes, and that nothing else is ever written to."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import main, output
from checkers.registry import find_rule
from tests.cases.making import FOLDER
from tests.checkers.annotate.copies import comments_in, notes_in

TODAY = ("--today", "2026-06-15")
BAD = FOLDER / "MED001" / "violation-unchecked-grid.docx"
GOOD = FOLDER / "MED001" / "pass-checked-grid.docx"
FORM = FOLDER / "MED001" / "violation-unchecked-form.pdf"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A faulty note in a folder of its own."""
    path = tmp_path / "march.docx"
    path.write_bytes(BAD.read_bytes())
    return path


def digest(path: Path) -> str:
    """What a file holds."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_word_file_gets_a_copy_with_comments(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what was found and where the copy is; the original is as it was."""
    before, out = digest(note), note.with_name("checked.docx")
    assert main(["annotate", str(note), "-o", str(out), *TODAY]) == 1
    told, err = capsys.readouterr()
    assert "".join(told.split()) == "".join(
        f"{note}: 1 error. Written: {out}, a copy with 1 comment and a summary.".split()
    )
    assert not err
    assert digest(note) == before
    assert len(comments_in(out.read_bytes())) == 1
    assert sorted(path.name for path in note.parent.iterdir()) == ["checked.docx", "march.docx"]


def test_a_pdf_gets_a_copy_with_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The ending may be in capitals."""
    out = tmp_path / "checked.PDF"
    assert main(["annotate", str(FORM), "--output", str(out), *TODAY]) == 1
    assert "1 note and a summary" in " ".join(capsys.readouterr().out.split())
    assert len(notes_in(out.read_bytes())) == 2


def test_a_clean_document_gives_0_and_a_copy_that_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The copy is written all the same: whoever asked for one may hand it on."""
    out = tmp_path / "checked.docx"
    assert main(["annotate", str(GOOD), "-o", str(out), *TODAY]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "nothing to correct." in told
    assert "a copy with a summary that says so." in told
    assert out.exists()


def test_the_choices_of_check_hold(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rule that is left out leaves no comment."""
    out = note.with_name("checked.docx")
    assert main(["annotate", str(note), "-o", str(out), "--ignore", "MED", *TODAY]) == 0
    assert main(["annotate", str(note), "-o", str(out), "--select", "MED001", "--force", *TODAY]) == 1
    assert main(["annotate", str(note), "-o", str(out), "--profile", "federal-part-b", "--force", *TODAY]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "say where the copy goes, such as -o march-annotated.docx"),
        (["-o", "checked.pdf"], "the copy of this document ends in .docx; name it so, such as checked.docx"),
        (["-o", "checked"], "ends in .docx"),
        (["-o", "no/such/checked.docx"], "there is no folder"),
        (["-o", "march.docx"], "march.docx is the document itself, which is never written to"),
        (["-o", "march.docx", "--force"], "march.docx is the document itself, which is never written to"),
        (["-o", "link.docx", "--force"], "link.docx is the document itself, which is never written to"),
        (["-o", "other.docx"], "there is a file other.docx already; name another, or add --force to replace it."),
        (["-o", "folder.docx", "--force"], "is a folder"),
        (["-o", "checked.docx", "--today", "soon"], "“soon” is no day"),
        (["-o", "checked.docx", "--select", "XX"], "There is no rule “XX”"),
        (["-o", "checked.docx", "--profile", "nowhere"], "nowhere"),
        (["-o", f"{'long' * 80}.docx"], "look whether its name is too long"),
    ],
    ids=lambda each: None if isinstance(each, str) else " ".join(each)[:40] or "nothing",
)
def test_a_wrong_call_gives_2_with_one_line_and_writes_nothing(
    note: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    """Whatever is there stays as it is."""
    monkeypatch.chdir(note.parent)
    Path("other.docx").write_bytes(b"mine")
    Path("folder.docx").mkdir()
    Path("link.docx").symlink_to("march.docx")
    before = {path.name: path.is_file() and digest(path) for path in note.parent.iterdir()}
    assert main(["annotate", "march.docx", *words]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert told in err
    assert err.startswith("tandem annotate: ")
    assert err.count("\n") == 1
    assert {path.name: path.is_file() and digest(path) for path in note.parent.iterdir()} == before


def test_force_replaces_a_file_of_that_name(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And no other."""
    out = note.with_name("checked.docx")
    out.write_bytes(b"mine")
    assert main(["annotate", str(note), "-o", str(out), "--force", *TODAY]) == 1
    assert len(comments_in(out.read_bytes())) == 1
    capsys.readouterr()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("note.txt", find_rule("MED001").bad.encode(), "Only Word files and PDFs can hold comments."),
        ("note.docx", b"", "The file is empty."),
        ("note.docx", BAD.read_bytes()[:900], "The file is damaged"),
        ("note.pdf", FORM.read_bytes()[:300], "This PDF is damaged."),
    ],
    ids=["text", "empty", "cut", "cut pdf"],
)
def test_what_cannot_be_annotated_gives_2_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, told: str
) -> None:
    """It says why, and what to do."""
    path, out = tmp_path / name, tmp_path / f"out{Path(name).suffix}"
    path.write_bytes(content)
    assert main(["annotate", str(path), "-o", str(out)]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1
    assert not out.exists()


def test_a_name_that_would_move_the_cursor_is_shown_harmless(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In what is said on either stream."""
    path = tmp_path / "a\x1b[2Jb.docx"
    path.write_bytes(BAD.read_bytes())
    assert main(["annotate", str(path), "-o", str(tmp_path / "c\x1b[2Jd.docx"), *TODAY]) == 1
    assert "\x1b" not in "".join(capsys.readouterr())


def test_a_failure_while_writing_leaves_what_was_there(tmp_path: Path) -> None:
    """Half a file is none."""
    target = tmp_path / "checked.docx"
    target.write_bytes(b"mine")

    def write() -> None:
        with output.whole_file(target) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert target.read_bytes() == b"mine"
    assert [path.name for path in tmp_path.iterdir()] == ["checked.docx"]


KILLED = """
import os, signal, sys
from pathlib import Path
from assistant.cli import output
with output.whole_file(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that no program can catch")
def test_a_program_killed_in_the_middle_leaves_no_half_copy(tmp_path: Path) -> None:
    """The name is taken only by a file that is whole."""
    target = tmp_path / "checked.docx"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", KILLED, str(target)], cwd=root, check=False, env={**os.environ})
    assert done.returncode == -signal.SIGKILL
    assert not target.exists()
