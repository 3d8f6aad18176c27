"""`tandem check`: options, formats, streams and exit codes."""

import argparse
import io
import json
import os
from pathlib import Path

import pytest

from assistant.cli import check, inspect, rule
from checkers import many
from checkers.registry import find_rule
from checkers.reports.formats import WRITERS


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
        (("--by", "child"), "“child”; choose file, rule, owner"),
        (("--by", "rule", "--format", "json"), "--by is for text"),
        (("--statistics", "--by", "rule"), "--by is for text"),
        (("--statistics", "--format", "csv"), "--statistics is written as text or json"),
        (("--format", "yaml"), "no format “yaml”"),
        (("--today", "tomorrow"), "“tomorrow” is no day"),
        (("--profile", "mars"), "no profile “mars”"),
        (("--select", "MED009"), "no rule “MED009”"),
        (("--output", "/nowhere/at/all.txt"), "there is no folder /nowhere/at. Make it"),
        (("--output", "/"), "it is a folder"),
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


@pytest.mark.parametrize("name", WRITERS)
def test_files_named_in_another_order_give_the_same_bytes(
    notes: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """And so does a second run."""
    (notes / "empty.docx").write_bytes(b"")
    paths = [str(path) for path in (notes / "good.txt", notes / "empty.docx", notes / "march")]
    written = set()
    for order in (paths, paths, paths[::-1]):
        assert call("check", *order, "--format", name, *TODAY) == 2
        written.add(capsys.readouterr().out)
    assert len(written) == 1
    assert "MED001" in written.pop()


def test_a_report_for_programs_has_its_own_line_ends_and_letters(
    notes: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """As RFC 4180 wants them, in UTF-8, on standard output as in a file, which stays empty then."""
    target = notes / "report.out"
    assert call("check", str(notes), "--format", "csv", *TODAY) == 1
    out = capfdbinary.readouterr().out
    assert out.startswith("\ufefffile,".encode())
    assert out.count(b"\r\n") == out.count(b"\n") == 2
    assert call("check", str(notes), "--format", "csv", "--output", str(target), *TODAY) == 1
    assert target.read_bytes() == out
    assert not capfdbinary.readouterr().out


def test_a_report_that_is_not_finished_does_not_take_the_place_of_the_last(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does it leave anything else behind."""
    target = notes / "report.json"
    target.write_text("the last report", encoding="utf-8")
    before = sorted(notes.iterdir())

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(many, "check_file", interrupted)
    with pytest.raises(KeyboardInterrupt):
        call("check", str(notes), "--output", str(target))
    assert target.read_text("utf-8") == "the last report"
    assert sorted(notes.iterdir()) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_link_is_followed_and_a_device_is_written_to(notes: Path) -> None:
    """What stood there stays what it was: a link, a device."""
    link = notes / "latest.json"
    link.symlink_to(notes / "real.json")
    assert call("check", str(notes), "--format", "json", "--output", str(link), *TODAY) == 1
    assert link.is_symlink()
    assert json.loads((notes / "real.json").read_text("utf-8"))["summary"]["files"] == 2
    device = Path(os.devnull)
    assert call("check", str(notes), "--output", str(device), *TODAY) == 1
    assert device.is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_a_disk_without_room_is_told(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In one line, with what to do."""
    assert call("check", str(notes), "--output", "/dev/full", *TODAY) == 2
    assert "/dev/full cannot be written; name a file in a folder" in capsys.readouterr().err


def test_by_rule_by_owner_and_in_numbers(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same findings, put together otherwise."""
    assert call("check", str(notes), "--by", "rule", *TODAY) == 1
    assert capsys.readouterr().out.startswith("MED001: A coordination note leaves its Medicaid box unchecked\n")
    assert call("check", str(notes), "--by", "owner", *TODAY) == 1
    assert capsys.readouterr().out.startswith("The provider can mend 1 finding\n")
    assert call("check", str(notes), "--statistics", *TODAY) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 finding in 2 files."
    assert call("check", str(notes), "--statistics", "--format", "json", *TODAY) == 1
    assert [(each["rule"], each["count"]) for each in json.loads(capsys.readouterr().out)] == [("MED001", 1)]


def test_a_redacted_report_names_no_file_on_either_stream(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file may be called like the child."""
    (notes / "maya-sample.docx").write_bytes(b"")
    assert call("check", str(notes), "--redact", "--format", "jsonl", *TODAY) == 2
    out, err = capsys.readouterr()
    assert "maya" not in f"{out}{err}".casefold()
    names = [json.loads(line)["path"].partition(" (")[0] for line in out.splitlines()]
    assert names == ["document 1", "document 2", "document 3"]
    assert err.startswith("tandem check: document 3 (sha256 e3b0c442): The file cannot be read.")


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
    assert "Checking: 0 of 2" in errors.getvalue()
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
    assert "who can mend it: the provider\n" in out
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
    assert {"code", "name", "severity", "owner", "citations", "bad", "good"} <= rules[0].keys()
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
