"""`tandem check --watch`."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli import main, watch
from checkers.extras import has_watch
from checkers.registry import find_rule

ROOT = Path(__file__).parents[2]
TODAY = ("--today", "2026-06-01")


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two notes that break MED001 in the current folder; one of them."""
    monkeypatch.chdir(tmp_path)
    for name in ("bad.txt", "other.txt"):
        Path(name).write_text(find_rule("MED001").bad, encoding="utf-8")
    return Path("bad.txt")


def test_each_saved_document_is_told_with_the_time_and_all_at_the_end(
    note: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing of the others."""

    def saved(*_: object) -> Iterator[set[Path]]:
        note.write_text(find_rule("MED001").good, encoding="utf-8")
        yield {note}
        Path("other.txt").unlink()
        yield {Path("other.txt")}
        yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.cli.check.has_watch", lambda: True)
    monkeypatch.setattr(watch, "saved", saved)
    assert main(["check", "--watch", ".", *TODAY]) == 130
    first, mended, gone = capsys.readouterr().out.split("--- ")
    assert first.splitlines()[-1] == "2 files checked: 2 errors."
    assert re.match(r"\d\d:\d\d:\d\d\nbad.txt\n", mended)
    assert "Nothing to correct" in mended
    assert "other.txt" not in mended
    assert gone.splitlines()[1:] == [
        "other.txt",
        "  It is no longer there.",
        "",
        "",
        "1 file checked: nothing to correct.",
    ]


def test_the_summary_is_that_of_what_is_there_now(
    note: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the first check nobody saved anything."""

    def saved(*_: object) -> Iterator[set[Path]]:
        yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.cli.check.has_watch", lambda: True)
    monkeypatch.setattr(watch, "saved", saved)
    assert main(["check", "--watch", ".", *TODAY]) == 130
    out, err = capsys.readouterr()
    assert out.splitlines().count("2 files checked: 2 errors.") == 2
    assert err == "Watching .. Save a document, and it is checked again; Ctrl-C ends.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "json"), "--watch writes on the screen, document by document; leave out --format."),
        (("--by", "rule", "--output", "x"), "leave out --by and --output."),
        (("--redact", "--statistics"), "leave out --statistics and --redact."),
    ],
)
def test_what_does_not_go_with_it_is_refused(
    note: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    """In one line."""
    assert main(["check", "--watch", ".", *words]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err


def test_without_its_library_it_says_how_to_get_it(
    note: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And checks nothing."""
    monkeypatch.setattr("assistant.cli.check.has_watch", lambda: False)
    assert main(["check", "--watch", "."]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "run “python3 run.py watch” once in Tandem's folder" in err


@pytest.mark.skipif(not has_watch() or os.name == "nt", reason="watchfiles is not installed")
def test_a_saved_note_is_checked_again_until_ctrl_c(note: Path) -> None:
    """With the real library, in a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", "check", "--watch", ".", *TODAY],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        while "Watching" not in process.stderr.readline():
            pass
        said: list[str] = []
        while not any("Nothing to correct" in line for line in said):
            note.write_text(find_rule("MED001").good + "\n" * len(said), encoding="utf-8")
            said.append(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
    assert process.returncode == 130
    assert rest.splitlines()[-1] == "2 files checked: 1 error."
