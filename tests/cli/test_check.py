"""`tandem check`: options, formats, streams and exit codes."""

import argparse
import io
import json
from pathlib import Path

import pytest

from assistant.cli import check, inspect, rule
from checkers.registry import find_rule


def call(*words: str) -> int:
    """Call a command as the command line does."""
    parser = argparse.ArgumentParser(prog="tandem")
    subparsers = parser.add_subparsers(required=True)
    for command in (check, rule, inspect):
        command.add_parser(subparsers)
    args = parser.parse_args(words)
    code: int = args.run(args)
    return code


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with a good note, a faulty one below, and what is no document."""
    (tmp_path / "good.txt").write_text(find_rule("MED001").good, encoding="utf-8")
    (tmp_path / "march").mkdir()
    (tmp_path / "march" / "bad.txt").write_text(find_rule("MED001").bad, encoding="utf-8")
    (tmp_path / "march" / "~$bad.docx").write_bytes(b"lock")
    (tmp_path / "song.mp3").write_bytes(b"la")
    return tmp_path


TODAY = ("--today", "2026-06-01")


def test_a_good_note_gives_0(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing on standard error, which is no terminal here."""
    assert call("check", str(notes / "good.txt"), *TODAY) == 0
    out, err = capsys.readouterr()
    assert "Nothing to correct" in out
    assert "\x1b" not in out
    assert not err


def test_a_folder_is_checked_with_all_below_it(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In path order; lock files and songs are no documents."""
    assert call("check", str(notes), "--format", "jsonl", *TODAY) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [Path(json.loads(line)["path"]).name for line in lines] == ["good.txt", "bad.txt"]


def test_json_is_one_object(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the day that was given and the sums."""
    assert call("check", str(notes), "--format", "json", *TODAY) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["today"] == "2026-06-01"
    assert found["summary"]["violations"] == {"error": 1, "warning": 0, "advice": 0}


def test_exit_zero_and_strict(notes: Path, tmp_path: Path) -> None:
    """Errors count unless they are waved through; warnings count only when it is strict."""
    assert call("check", str(notes), "--exit-zero", *TODAY) == 0
    warning = tmp_path / "iep.txt"
    warning.write_text(find_rule("COO002").good.replace("Lee Example, SEIT", "____________"), encoding="utf-8")
    assert call("check", str(warning), *TODAY) == 0
    assert call("check", str(warning), "--strict", *TODAY) == 1


def test_select_and_ignore_choose_rules(notes: Path) -> None:
    """Whole codes or their beginnings, in any letters."""
    bad = str(notes / "march" / "bad.txt")
    assert call("check", bad, "--select", "sig,DAT", *TODAY) == 0
    assert call("check", bad, "--select", "MED", *TODAY) == 1
    assert call("check", bad, "--ignore", "MED001", *TODAY) == 0


def test_an_unreadable_file_gives_2_and_stops_no_other(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on standard error says what to do."""
    (notes / "broken.docx").write_bytes(b"PK\x03\x04 cut off")
    assert call("check", str(notes), str(notes / "nowhere.txt"), "--exit-zero", *TODAY) == 2
    out, err = capsys.readouterr()
    assert "bad.txt" in out
    assert [line.startswith("tandem check: ") for line in err.splitlines()] == [True, True]
    assert "nowhere.txt: There is no file of this name." in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "sarif"), "not available yet"),
        (("--format", "yaml"), "no format “yaml”"),
        (("--today", "tomorrow"), "“tomorrow” is no day"),
        (("--profile", "mars"), "no profile “mars”"),
        (("--select", "MED009"), "no rule “MED009”"),
        (("--output", "/nowhere/at/all.txt"), "cannot be written"),
    ],
)
def test_a_wrong_call_gives_2_with_one_line(
    notes: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    """On standard error; nothing is checked."""
    assert call("check", str(notes), *words) == 2
    out, err = capsys.readouterr()
    assert not out
    assert told in err
    assert len(err.splitlines()) == 1


def test_results_can_go_to_a_file_but_never_over_a_document(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The note that is to be checked is safe."""
    target = notes / "result.json"
    assert call("check", str(notes / "good.txt"), "--format", "json", "--output", str(target), *TODAY) == 0
    assert json.loads(target.read_text("utf-8"))["summary"]["files"] == 1
    assert not capsys.readouterr().out
    before = (notes / "good.txt").read_bytes()
    assert call("check", str(notes / "good.txt"), "--output", str(notes / "good.txt")) == 2
    assert (notes / "good.txt").read_bytes() == before


def test_a_folder_without_documents_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever checks a folder wants to know that nothing was checked."""
    assert call("check", str(tmp_path)) == 2
    assert f"no document to check in {tmp_path}" in " ".join(capsys.readouterr().err.split())


def test_an_empty_folder_beside_others_is_named(
    notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are checked all the same."""
    empty = tmp_path / "nothing here"
    empty.mkdir()
    assert call("check", str(notes / "good.txt"), str(empty), *TODAY) == 0
    assert f"no document to check in {empty}" in " ".join(capsys.readouterr().err.split())


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_colour_and_progress_on_a_terminal_only(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless NO_COLOR is set; progress goes to standard error."""
    screen, errors = Terminal(), Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setattr("sys.stderr", errors)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    call("check", str(notes), *TODAY)
    assert "\x1b[31m" in screen.getvalue()
    assert "Checking 1 of 2" in errors.getvalue()
    screen.seek(0)
    screen.truncate()
    monkeypatch.setenv("NO_COLOR", "1")
    call("check", str(notes), *TODAY)
    assert "\x1b" not in screen.getvalue()


def test_rule_explains_and_rules_lists(capsys: pytest.CaptureFixture[str]) -> None:
    """With source and examples; an unknown code gives 2."""
    assert call("rule", "med001") == 0
    out = capsys.readouterr().out
    assert out.startswith("MED001  A coordination note leaves its Medicaid box unchecked\n")
    assert "The Reimbursement Process, item 5" in " ".join(out.split())
    assert "  | [ ] Does not meet Medicaid requirements" in out
    assert call("rules") == 0
    assert "MED001" in capsys.readouterr().out
    assert call("rule", "MED009") == 2
    assert "MED001, MED002" in capsys.readouterr().err


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A list for `rules`, one object for `rule`."""
    assert call("rules", "--format", "json") == 0
    rules = json.loads(capsys.readouterr().out)
    assert {"code", "name", "severity", "citations", "bad", "good"} <= rules[0].keys()
    assert call("rule", "SIG005", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["severity"] is None


def test_inspect_shows_what_was_read(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Fields, boxes, signatures and sessions with their places."""
    bad = str(notes / "march" / "bad.txt")
    assert call("inspect", bad) == 0
    out = capsys.readouterr().out
    assert "Progress note (sure to 95%). Its title says" in out
    assert "Does not meet Medicaid requirements: not ticked  [line 6]" in out
    assert call("inspect", bad, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["boxes"][0]["checked"] is False
    assert found["entries"][0]["activity"] == "coordination"
    assert found["signatures"][0]["evidence"] == "electronic"
    assert call("inspect", str(notes / "nowhere.txt")) == 2
