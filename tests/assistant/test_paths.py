"""Paths typed, pasted and dropped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.paths import completions, in_one_line, is_there, paths_in


def nothing_is_there(path: Path) -> bool:
    """A disk without files."""
    del path
    return False


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{0}/a note.docx", ["a note.docx"]),
        ("'{0}/a note.docx'", ["a note.docx"]),
        ('"{0}/a note.docx"', ["a note.docx"]),
        ("{0}/a\\ note.docx", ["a note.docx"]),
        ("file://{0}/a%20note.docx", ["a note.docx"]),
        ("  {0}/a\\ note.docx '{0}/Ana.pdf' ", ["a note.docx", "Ana.pdf"]),
        ("{0}/a note.docx\n{0}/Ana.pdf\n", ["a note.docx", "Ana.pdf"]),
        ("{0}/Ana's note.txt", ["Ana's note.txt"]),
        ("{0}", [""]),
    ],
)
def test_every_way_of_writing_a_path(text: str, names: list[str], tmp_path: Path) -> None:
    """Quotes, escaped spaces, addresses, several at once, an apostrophe."""
    for name in ("a note.docx", "Ana.pdf", "Ana's note.txt"):
        (tmp_path / name).touch()
    assert paths_in(text.format(tmp_path)) == [tmp_path / name for name in names]


def test_what_is_not_there_stays_whole() -> None:
    """So that the message names what was typed."""
    assert paths_in("my note.docx", nothing_is_there) == [Path("my note.docx")]
    assert paths_in("  ") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{0}/*.txt", ["Ana.txt", "[x].txt", "b.txt"]),
        ("{0}/[x].txt", ["[x].txt"]),
        ("{0}/[ab].txt {0}/Ana.txt", ["b.txt", "Ana.txt"]),
        ("$NOTES/b.txt", ["b.txt"]),
        ("${{NOTES}}/?.txt", ["b.txt"]),
        ("{0}/*.pdf", ["*.pdf"]),
        ("'{0}/b.txt' '{0}/gone.txt'", ["b.txt", "gone.txt"]),
        ("'{0}/gone.txt' '{0}/lost.txt'", ["gone.txt", "lost.txt"]),
    ],
)
def test_patterns_and_variables_are_read_as_by_a_shell(
    text: str, names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless a file has just that name; what fits nothing stays as it is."""
    monkeypatch.setenv("NOTES", str(tmp_path))
    for name in ("Ana.txt", "[x].txt", "b.txt"):
        (tmp_path / name).touch()
    assert paths_in(text.format(tmp_path)) == [tmp_path / name for name in names]


def test_several_lines_can_stand_in_one(tmp_path: Path) -> None:
    """Whatever is in the names, and whether they are there or not."""
    names = ["a note.docx", "it's.txt", "b\\c.pdf", "gone.txt"]
    for name in names[:-1]:
        (tmp_path / name).touch()
    line = in_one_line("\n".join(f"{tmp_path}/{name}" for name in names))
    assert "\n" not in line
    assert paths_in(line) == [tmp_path / name for name in names]
    assert in_one_line(f"{tmp_path}/a note.docx\n") == f"{tmp_path}/a note.docx"
    assert in_one_line("\n") == ""


@given(st.text(max_size=80))
def test_any_text_gives_paths(text: str) -> None:
    """No quote, escape or control character raises."""
    for path in paths_in(text, nothing_is_there):
        assert isinstance(path, Path)
    assert is_there(Path(text)) in (True, False)


def test_a_path_is_completed_from_its_folder(tmp_path: Path) -> None:
    """With a stroke behind a folder; hidden names are not offered."""
    (tmp_path / "notes").mkdir()
    (tmp_path / ".secret").touch()
    assert completions(f"{tmp_path}/no")[0] == f"{tmp_path}/notes/"
    assert completions(f"{tmp_path}/x") == []
    assert completions("") == []
    assert completions("/nowhere/at/all/") == []


def test_a_name_that_would_show_as_another_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control and direction characters, bytes that are no text; the next one is."""
    for name in ("a\x1b]0;x\x07.txt", "a\u202etxt", os.fsdecode(b"a\xff.txt"), "az.txt"):
        (tmp_path / name).touch()
    assert completions(f"{tmp_path}/a")[0] == f"{tmp_path}/az.txt"
    monkeypatch.setenv("HOME", str(tmp_path))
    assert completions("~/a")[0] == "~/az.txt"
    assert completions("$HOME/a")[0] == "$HOME/az.txt"
    assert completions("~") == []


def test_all_ways_to_go_on_are_offered_in_order(tmp_path: Path) -> None:
    """Hidden ones to whoever types the dot; those in other letters where none begins so."""
    for name in ("march.txt", "may.txt", ".hidden.txt", "Report.docx"):
        (tmp_path / name).touch()
    (tmp_path / "march-notes").mkdir()
    found = completions(f"{tmp_path}/ma")
    assert found == [f"{tmp_path}/{name}" for name in ("march-notes/", "march.txt", "may.txt")]
    assert completions(f"{tmp_path}/.h") == [f"{tmp_path}/.hidden.txt"]
    assert completions(f"{tmp_path}/rep") == [f"{tmp_path}/Report.docx"]
    assert completions(f"{tmp_path}/") == [f"{tmp_path}/{name}" for name in sorted(("Report.docx", *NAMES))]


NAMES = ("march-notes/", "march.txt", "may.txt")


def test_what_is_quoted_or_escaped_goes_on_too(tmp_path: Path) -> None:
    """The last of several paths goes on; what is taken is found again as it stands."""
    folder = tmp_path / "my notes"
    folder.mkdir()
    (folder / "one.txt").touch()
    (folder / "Dana's.txt").touch()
    assert completions(f"{tmp_path}/my no") == [f"{tmp_path}/my notes/"]
    assert completions(f"{tmp_path}/my\\ no") == [f"{tmp_path}/my notes/"]
    assert completions(f"'{tmp_path}/my no") == [f"'{tmp_path}/my notes/"]
    assert completions(f"'{tmp_path}/my notes/o") == [f"'{tmp_path}/my notes/one.txt'"]
    assert completions(f"{tmp_path}/none.txt '{tmp_path}/my notes/o") == [
        f"{tmp_path}/none.txt '{tmp_path}/my notes/one.txt'"
    ]
    (both,) = completions(f"'{folder}/one.txt' \"{folder}/D")
    assert paths_in(both) == [folder / "one.txt", folder / "Dana's.txt"]
    assert paths_in(f"'{folder}/") == [folder]


@given(st.text(max_size=60))
def test_any_text_goes_on_or_not(text: str) -> None:
    """No quote, escape or control character raises, and what goes on begins as the line did."""
    start = text.rpartition("/")[0].strip("'\"")
    assert all(os.sep in path or not start for path in completions(text))
