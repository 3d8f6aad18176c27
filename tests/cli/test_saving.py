"""`--save FILE` of `topic` and `ask`: what is written, where that is said, and that nothing is overwritten unasked."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from assistant.cli import main
from knowledge import load

TOPIC = "ct/documentation"


@pytest.mark.parametrize("ending", [".docx", ".md", ".DOCX"])
def test_a_topic_is_saved_and_the_path_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str) -> None:
    """On standard error; on standard output stands the topic as ever."""
    path = tmp_path / f"handout{ending}"
    assert main(["topic", TOPIC, "--save", str(path)]) == 0
    out, err = capsys.readouterr()
    assert err == f"Written: {path}\n"
    assert "Where it stands:" in out
    assert path.stat().st_size > 500


def test_a_file_that_is_there_is_kept_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how to replace it, and then does."""
    path = tmp_path / "handout.md"
    path.write_text("mine", "utf-8")
    assert main(["topic", TOPIC, "--save", str(path)]) == 2
    err = capsys.readouterr().err
    assert "there is a file" in err
    assert "--force" in err
    assert err.count("\n") == 1
    assert path.read_text("utf-8") == "mine"
    assert main(["topic", TOPIC, "--save", str(path), "--force"]) == 0
    assert load().by_id[TOPIC].question in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("handout.pdf", "“handout.pdf” ends neither in .docx"),
        ("handout", "“handout” ends neither in .docx"),
        ("no/such/folder/handout.md", "cannot be written: there is no folder"),
        ("han\x00dout.md", "cannot be written"),
        (".", "ends neither"),
    ],
)
def test_a_wrong_name_gives_2_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    """It says what to name instead."""
    assert main(["topic", TOPIC, "--save", str(tmp_path / name)]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_an_answered_question_is_saved_under_its_own_words(tmp_path: Path) -> None:
    """As the reader asked it."""
    path = tmp_path / "answer.docx"
    assert main(["ask", "is a SEIT paid extra in Schenectady?", "--save", str(path)]) == 0
    page = docx.Document(str(path))
    assert page.paragraphs[0].text == "is a SEIT paid extra in Schenectady?"


@pytest.mark.parametrize(
    "words",
    [
        ["ask", "What is the SEIT rate in Suffolk County?"],
        ["ask", "hello"],
        ["topic", "limits/other-states"],
    ],
)
def test_what_is_no_answer_is_not_saved(tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """A decline and small talk."""
    assert main([*words, "--save", str(tmp_path / "x.md")]) == 2
    assert "Only an answer can be made a handout." in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_saving_goes_with_one_question(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not with a list of them, and --force not alone."""
    assert main(["ask", "--stdin", "--save", str(tmp_path / "x.md")]) == 2
    assert "--save takes one answer" in capsys.readouterr().err
    assert main(["topic", TOPIC, "--force"]) == 2
    assert "--force goes with --save FILE" in capsys.readouterr().err
