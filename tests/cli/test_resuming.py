"""`tandem check --resume`: wherever a run is broken off, the next one ends in the same bytes as one that did all."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkers import many
from checkers.check import FileReport, Options, check_file
from checkers.registry import find_rule
from tests.cli.test_check import TODAY, call

ROOT = Path(__file__).parents[2]
NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "e.docx")


def write_notes(folder: Path) -> None:
    """Good notes, bad ones, and one that cannot be read."""
    for number, name in enumerate(NAMES[:-1]):
        rule = find_rule("MED001")
        (folder / name).write_text(rule.bad if number % 2 else rule.good, encoding="utf-8")
    (folder / NAMES[-1]).write_bytes(b"")


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder of notes."""
    folder = tmp_path / "notes"
    folder.mkdir()
    write_notes(folder)
    return folder


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are checked from now on."""
    names: list[str] = []

    def noting(path: Path, options: Options) -> FileReport:
        names.append(path.name)
        return check_file(path, options)

    monkeypatch.setattr(many, "check_file", noting)
    return names


def names_in(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def all_at_once(folder: Path, *words: str) -> bytes:
    """What a run without `--resume` writes."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        call("check", str(folder), "--format", "jsonl", *TODAY, *words)
    return out.getvalue().encode()


def test_the_first_run_writes_the_same_and_the_next_checks_nothing(
    notes: Path, tmp_path: Path, checked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """With the exit code of all results together, and a sentence on standard error."""
    file = tmp_path / "results.jsonl"
    assert call("check", str(notes), "--resume", str(file), *TODAY) == 2
    assert checked == list(NAMES)
    out, err = capsys.readouterr()
    assert not out
    assert err.splitlines()[-1] == f"tandem check: 5 files checked: 2 errors, 1 file not read. See {file}."
    before = file.read_bytes()
    assert before == all_at_once(notes)
    checked.clear()
    assert call("check", str(notes), "--resume", str(file), *TODAY) == 2
    assert not checked
    assert file.read_bytes() == before
    assert "5 files checked (5 of them before): 2 errors, 1 file not read." in capsys.readouterr().err
    (notes / NAMES[-1]).unlink()
    assert call("check", str(notes), "--resume", str(file), *TODAY) == 1
    assert call("check", str(notes), "--resume", str(file), "--exit-zero", *TODAY) == 0
    assert not checked
    assert file.read_bytes() == all_at_once(notes)


def test_what_is_new_or_changed_is_checked_and_what_is_gone_is_left_out(
    notes: Path, tmp_path: Path, checked: list[str]
) -> None:
    """All in path order."""
    file = tmp_path / "results.jsonl"
    file.write_bytes(all_at_once(notes))
    (notes / "b.txt").write_text(find_rule("SIG001").bad, encoding="utf-8")
    (notes / "c.txt").unlink()
    (notes / "aa.txt").write_text(find_rule("SIG001").good, encoding="utf-8")
    checked.clear()
    call("check", str(notes), "--resume", str(file), *TODAY)
    assert checked == ["aa.txt", "b.txt"]
    assert file.read_bytes() == all_at_once(notes)


def test_results_of_another_day_or_of_other_options_are_made_anew(
    notes: Path, tmp_path: Path, checked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """And it is said why, and what keeps them."""
    file = tmp_path / "results.jsonl"
    call("check", str(notes), "--resume", str(file), *TODAY)
    checked.clear()
    call("check", str(notes), "--resume", str(file), "--today", "2026-06-02")
    assert checked == list(NAMES)
    assert "5 of the results there are of 2026-06-01, and are made anew" in capsys.readouterr().err
    checked.clear()
    call("check", str(notes), "--resume", str(file), "--today", "2026-06-02", "--select", "MED")
    assert checked == list(NAMES)
    assert "5 of the results there were made with other options" in capsys.readouterr().err
    assert file.read_bytes() == all_at_once(notes, "--today", "2026-06-02", "--select", "MED")


@cache
def lines_of(*words: str) -> list[bytes]:
    """The results for a folder called `notes`, seen from the one above."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("notes").mkdir()
        write_notes(Path("notes"))
        return all_at_once(Path("notes"), *words).splitlines(keepends=True)


def resumed(earlier: bytes) -> bytes:
    """What `--resume` makes of a file with that content."""
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(folder),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        Path("notes").mkdir()
        write_notes(Path("notes"))
        Path("results.jsonl").write_bytes(earlier)
        assert call("check", "notes", "--resume", "results.jsonl", *TODAY) == 2
        assert names_in(Path()) == ["notes", "results.jsonl"]
        return Path("results.jsonl").read_bytes()


@settings(max_examples=40)
@given(st.data())
def test_a_file_cut_off_anywhere_is_gone_on_from(data: st.DataObject) -> None:
    """In the middle of a line, too: only whole ones count."""
    whole = b"".join(lines_of())
    assert resumed(whole[: data.draw(st.integers(0, len(whole)))]) == whole


@settings(max_examples=40)
@given(st.data())
def test_whatever_old_results_there_are_the_new_ones_are_the_same(data: st.DataObject) -> None:
    """In any order, some twice; of another day, other options, another content, or of files that are gone."""
    current = lines_of()
    other = [
        *lines_of("--today", "2026-05-01"),
        *lines_of("--all"),
        *(json.dumps(json.loads(line) | {"sha256": "0" * 64}).encode() + b"\n" for line in current),
    ]
    gone = [line.replace(b"notes/", b"notes/gone-") for line in current]
    some = data.draw(st.lists(st.sampled_from([*current, *other]), min_size=1))
    earlier = data.draw(st.permutations([*some, *data.draw(st.lists(st.sampled_from(gone)))]))
    assert resumed(b"".join(earlier)) == b"".join(current)


@pytest.mark.parametrize(
    "content",
    [b"hello", b"hello\n", b"{}\n", b"[1]\n", b"\n", b"\xff\xfe\x00\n", b'{"path": "a.txt", "outcomes": []}\n',
     b'{"path": 1, "today": "", "basis": "", "sha256": null, "outcomes": []}\n', b"[" * 100_000 + b"\n"],
)  # fmt: skip
def test_a_file_with_something_else_is_refused_and_stays_as_it_is(
    content: bytes, notes: Path, tmp_path: Path, checked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be somebody's work."""
    file = tmp_path / "mine.jsonl"
    file.write_bytes(content)
    assert call("check", str(notes), "--resume", str(file), *TODAY) == 2
    assert file.read_bytes() == content
    assert not checked
    (line,) = capsys.readouterr().err.splitlines()
    assert f"line 1 of {file} is no result to go on from" in line


def test_redacted_results_and_those_of_another_folder_are_refused(
    notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first do not say of which file they are; the others would all be lost."""
    file, elsewhere = tmp_path / "results.jsonl", tmp_path / "elsewhere"
    file.write_bytes(all_at_once(notes, "--redact"))
    assert call("check", str(notes), "--resume", str(file), *TODAY) == 2
    assert "without --redact" in capsys.readouterr().err
    file.write_bytes(all_at_once(notes))
    elsewhere.mkdir()
    write_notes(elsewhere)
    before = file.read_bytes()
    assert call("check", str(elsewhere), "--resume", str(file), *TODAY) == 2
    assert "holds the results of other files" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert call("check", str(tmp_path / "empty"), "--resume", str(file), *TODAY) == 2
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--resume", "{notes}"), "it is a folder"),
        (("--resume", "{notes}/a.txt"), "is one of the documents to check"),
        (("--resume", "/nowhere/at/all.jsonl"), "there is no folder"),
        (("--resume", os.devnull), "it is no ordinary file"),
        (("--resume", "r.jsonl", "--format", "html"), "--resume writes its own file"),
        (("--resume", "r.jsonl", "--redact"), "--resume writes its own file"),
        (("--resume", "r.jsonl", "--output", "x"), "--resume writes its own file"),
        (("--jobs", "many"), "“many” is no number"),
        (("--jobs", "-1"), "“-1” is no number"),
    ],
)
def test_a_wrong_call_gives_2_with_one_line(
    notes: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is checked or written."""
    with contextlib.chdir(notes.parent):
        assert call("check", str(notes), *(word.format(notes=notes) for word in words)) == 2
    out, err = capsys.readouterr()
    assert not out
    assert told in err
    assert len(err.splitlines()) == 1
    assert names_in(notes.parent) == ["notes"]
    assert names_in(notes) == list(NAMES)


BREAK_OFF = """
import os, signal, sys
from assistant.cli import check, main
count = check.ProgressBar.count
done = []
def counting(bar, findings):
    count(bar, findings)
    done.append(findings)
    if len(done) == 5:
        os.kill(os.getpid(), int(sys.argv[1]))
check.ProgressBar.count = counting
if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def many_notes(tmp_path: Path) -> Path:
    """PDFs first, so that each worker has a process for them, then notes."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number, path in enumerate(sorted((ROOT / "assistant" / "samples").rglob("*.pdf"))):
        (folder / f"{number}.pdf").write_bytes(path.read_bytes())
    for number in range(40):
        (folder / f"note-{number:02}.txt").write_text(find_rule("MED001").bad, encoding="utf-8")
    return folder


def broken_off(by: int, notes: Path, file: Path, *, to: str = "--resume") -> subprocess.CompletedProcess[str]:
    """Let a run with two workers send itself a signal at its fifth result.

    Its output is read to the end, which comes only when no process is left that could write there: neither a worker
    nor one that reads PDFs.
    """
    words = ("check", str(notes), "--format", "jsonl", to, str(file), "--jobs", "2", *TODAY)
    return subprocess.run(
        [sys.executable, "-c", BREAK_OFF, str(by), *words],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
@pytest.mark.parametrize("by", ["SIGKILL", "SIGINT"])
def test_a_run_that_is_broken_off_in_the_middle_goes_on(
    by: str, many_notes: Path, tmp_path: Path, checked: list[str]
) -> None:
    """What was done is there, in whole lines; no process stays behind; the end is the same. Ctrl-C says so, and 130."""
    file = tmp_path / "results.jsonl"
    number = getattr(signal, by)
    done = broken_off(number, many_notes, file)
    whole = all_at_once(many_notes)
    before = file.read_bytes()
    assert before.endswith(b"\n")
    assert whole.startswith(before)
    assert 4 <= before.count(b"\n") < whole.count(b"\n")
    assert names_in(tmp_path) == ["many", "results.jsonl"]
    if by == "SIGINT":
        assert done.returncode == 130
        stopped = f"tandem check: stopped. The same command goes on from what is in {file}."
        assert done.stderr.splitlines() == [stopped]
    checked.clear()
    assert call("check", str(many_notes), "--resume", str(file), *TODAY) == 1
    assert len(checked) == whole.count(b"\n") - before.count(b"\n")
    assert file.read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
@pytest.mark.parametrize(("by", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
def test_without_it_a_run_that_is_broken_off_leaves_nothing(by: str, code: int, many_notes: Path) -> None:
    """Neither the file nor a part of it under another name."""
    file = many_notes.parent / "report.jsonl"
    done = broken_off(getattr(signal, by), many_notes, file, to="--output")
    assert (done.returncode, done.stderr) == (code, "")
    assert names_in(many_notes.parent) == ["many"]


def test_ctrl_c_leaves_what_was_done(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With one worker, and without a second process."""
    file = tmp_path / "results.jsonl"
    whole = all_at_once(notes)

    def interrupted(path: Path, options: Options) -> FileReport:
        if path.name == "c.txt":
            raise KeyboardInterrupt
        return check_file(path, options)

    monkeypatch.setattr(many, "check_file", interrupted)
    with pytest.raises(KeyboardInterrupt):
        call("check", str(notes), "--resume", str(file), *TODAY)
    assert file.read_bytes() == b"".join(whole.splitlines(keepends=True)[:2])
    assert "stopped. The same command goes on" in capsys.readouterr().err
