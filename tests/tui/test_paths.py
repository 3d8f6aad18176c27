"""Paths typed, pasted and dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tui.paths import completion, is_there, paths_in


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
    assert completion(f"{tmp_path}/no") == f"{tmp_path}/notes/"
    assert completion(f"{tmp_path}/x") == ""
    assert completion("") == ""
    assert completion("/nowhere/at/all/") == ""
