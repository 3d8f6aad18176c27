"""What people type: a place by its name, help on one command, a wrong option; and what is told how often."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import COMMANDS, main
from assistant.cli.demo import run as run_demo
from knowledge import load

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "assistant" / "samples"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


# --- places --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("NY", "ny"),
        ("New York State", "ny"),
        ("ny schenectady", "ny-schenectady"),
        ("Schenectady County, New York", "ny-schenectady"),
        ("connecticut", "ct"),
        ("Federal", "federal"),
    ],
)
def test_a_place_is_named_as_people_name_it(words: str, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In `ask`, `chat` and `topics` alike."""
    assert main(["topics", "--format", "json", "--place", words]) == 0
    named = capsys.readouterr().out
    assert main(["topics", "--format", "json", "--place", place]) == 0
    assert named == capsys.readouterr().out
    assert main(["ask", "--place", words, "thanks"]) == 0


def test_every_place_is_found_by_its_id_and_all_its_names(capsys: pytest.CaptureFixture[str]) -> None:
    """None of them is taken for another place."""
    for place in load().places.values():
        for words in (place.id, place.name, *place.names):
            assert main(["topics", "--place", words]) == 0, words


@pytest.mark.parametrize("command", [["ask", "thanks"], ["chat"], ["topics"]], ids=lambda words: words[0])
def test_a_place_that_is_not_there_is_quoted_once(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And those that are there are named."""
    assert main([*command, "--place", "mars"]) == 2
    assert "there is no place “mars”. There are: federal, ny" in capsys.readouterr().err


# --- help ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_help_on_a_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`tandem help check` is `tandem check --help`."""
    assert main(["help", name]) == 0
    asked = capsys.readouterr().out
    assert main([name, "--help"]) == 0
    assert asked == capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_a_wrong_option_shows_the_usage_of_its_own_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And not a list of all commands."""
    assert main([name, "--nonsense", "x"]) == 2
    assert capsys.readouterr().err.startswith(f"usage: tandem {name} ")


def test_help_on_what_is_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    """With the nearest one."""
    assert main(["help", "chek"]) == 2
    assert "Did you mean “check”?" in capsys.readouterr().err


# --- chat ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["quit", "exit", "Bye.", "/quit"])
def test_a_person_ends_the_conversation_in_words(
    end: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program's line is a question, whatever it says."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{end}\nthanks\n"))
    assert main(["chat"]) == 0
    assert not capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("bye\nthanks\n"))
    assert main(["chat", "--format", "json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("said", ["9", "the second one", "12"])
def test_a_number_without_a_question_is_told(
    said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no question about nine of anything."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{said}\n"))
    assert main(["chat", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["status"], found["topic"]) == ("declined", None)
    assert found["answer"].startswith("There is no question ")


def test_a_number_that_was_not_offered_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With those that were; the choice stands."""
    monkeypatch.setattr("sys.stdin", io.StringIO("how must coordination be documented\n9\n2\n"))
    assert main(["chat"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "There is no question 9. Please choose a number from 1 to 2" in out
    assert " ".join(load().by_id["ct/documentation"].short.split()) in out


# --- check ---------------------------------------------------------------------------------------------------------


def test_an_empty_folder_gives_an_empty_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program can read it; the note is for people, and the exit code for both: nothing was checked."""
    assert main(["check", str(tmp_path), "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["summary"]["files"] == 0
    assert "no document to check" in err
    for words in (["--format", "jsonl"], []):
        assert main(["check", str(tmp_path), *words]) == 2
        assert not capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_unreadable_file_is_told_once_on_a_terminal(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where results and errors are read in one place; elsewhere each has its own."""
    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setattr("sys.stderr", screen)
    assert main(["check", str(tmp_path / "nowhere.txt"), "--format", form]) == 2
    told = screen.getvalue().replace('"error": "There is', "").replace('"message": "There is', "")
    assert told.count("There is no file of this name") == 1


def test_a_reader_that_goes_away_is_told_by_the_code() -> None:
    """As with `| head -1`: there may be errors that nobody read."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "check", str(SAMPLES / "to-mend" / "speech-note.txt")],
            cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (141, "")


# --- demo ----------------------------------------------------------------------------------------------------------


def test_the_demo_overwrites_nobodys_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sample that was mended stays; new ones go to a folder of their own, which is said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(f"{run_demo.__module__}.collect", lambda _: ())
    mine = tmp_path / "tandem-demo" / "to-mend" / "speech-note.txt"
    assert main(["demo"]) == 0
    mine.write_text("mended", encoding="utf-8")
    capsys.readouterr()
    for _ in range(2):
        assert main(["demo"]) == 0
        assert "Samples in tandem-demo were changed, so that folder stays as it is." in capsys.readouterr().out
    assert mine.read_text("utf-8") == "mended"
    (tmp_path / "tandem-demo-2" / "finished" / "ot-log.docx").write_bytes(b"")
    assert main(["demo"]) == 0
    assert "are in the folder tandem-demo-3." in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tandem-demo", "tandem-demo-2", "tandem-demo-3"]
