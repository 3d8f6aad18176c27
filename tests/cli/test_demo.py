"""`tandem demo`: the sample documents are copied, checked, and a question is asked."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.demo import QUESTION
from checkers.collect import collect
from knowledge import load
from knowledge.answer import answer

SAMPLES = Path(str(files("assistant"))) / "samples"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str, int]:
    """The demo in a folder of its own: the folder, both streams and the exit code."""
    folder = tmp_path_factory.mktemp("demo") / "samples"
    with pytest.MonkeyPatch.context() as patch:
        out, err = folder.with_name("out"), folder.with_name("err")
        with out.open("w", encoding="utf-8") as one, err.open("w", encoding="utf-8") as other:
            patch.setattr("sys.stdout", one)
            patch.setattr("sys.stderr", other)
            code = main(["demo", str(folder)])
    return folder, out.read_text("utf-8"), err.read_text("utf-8"), code


def test_it_copies_every_sample_and_nothing_else(shown: tuple[Path, str, str, int]) -> None:
    """Byte for byte."""
    folder, _, err, code = shown
    assert (code, err) == (0, "")
    copied = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert copied == {
        path.relative_to(SAMPLES).as_posix(): path.read_bytes()
        for path in SAMPLES.rglob("*")
        if path.suffix in (".docx", ".pdf", ".txt")
    }
    assert len(copied) == 9


def test_it_checks_them(shown: tuple[Path, str, str, int]) -> None:
    """Those to mend have findings, the finished ones have none that is certain; the findings are no error."""
    folder, out, _, _ = shown
    paths = list(collect([folder]))
    assert len(paths) == 9
    for path in paths:
        assert str(path) in out
    assert "MED001" in out
    assert "Nothing to correct" in out


def test_it_asks_a_question(shown: tuple[Path, str, str, int]) -> None:
    """And answers it; then it says what to try."""
    folder, out, _, _ = shown
    given = answer(load(), QUESTION)
    assert given.status == "answered"
    behind = out.partition(f"And a question:\n> {QUESTION}\n\n")[2]
    assert " ".join(behind.split()).startswith(" ".join(given.answer.split())[:100])
    assert f"Now try: tandem check {folder}, tandem ask" in out
    assert "\x1b" not in out


def test_a_second_time_is_no_fault_and_other_files_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder's name is tandem-demo, here, where none is given."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("assistant.cli.demo.collect", lambda _: ())  # what is found in them is looked at above
    (tmp_path / "tandem-demo").mkdir()
    (tmp_path / "tandem-demo" / "own.txt").write_text("mine", encoding="utf-8")
    assert main(["demo"]) == 0
    assert main(["demo"]) == 0
    assert (tmp_path / "tandem-demo" / "own.txt").read_text("utf-8") == "mine"
    assert (tmp_path / "tandem-demo" / "to-mend" / "speech-note.txt").is_file()
    assert "in the folder tandem-demo. Everybody in them is invented." in capsys.readouterr().out


def test_nobodys_work_is_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who has mended a sample keeps it: the samples come to the next folder then."""
    monkeypatch.setattr("assistant.cli.demo.collect", lambda _: ())
    folder = tmp_path / "mine"
    assert main(["demo", str(folder)]) == 0
    mended = folder / "to-mend" / "speech-note.txt"
    mended.write_text("mended", encoding="utf-8")
    capsys.readouterr()
    assert main(["demo", str(folder)]) == 0
    assert mended.read_text("utf-8") == "mended"
    assert (tmp_path / "mine-2" / "to-mend" / "speech-note.txt").read_text("utf-8") != "mended"
    assert f"in the folder {folder}-2. " in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_gives_2_with_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what to do; nothing is checked."""
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert main(["demo", str(tmp_path / "file" / "below")]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("tandem: cannot write to ")
    assert err.endswith("Name another folder.\n")
    assert err.count("\n") == 1
