"""Names that come from a browser: whatever they are, a file of that name lands in its folder and can be seen there."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.serve.names import LONGEST, numbered, safe_name
from checkers.collect import is_hidden
from checkers.visible import visible_line


@given(st.text(max_size=300) | st.text(alphabet='./\\:~$ \0\n\u202eaCONnulx1"*', max_size=40))
def test_any_name_becomes_one_that_every_system_can_have(name: str) -> None:
    """One part of a path, no hidden file, nothing that is not seen, no device of Windows'; twice safe is once safe."""
    safe = safe_name(name)
    assert safe
    assert PurePosixPath(safe).parts == PureWindowsPath(safe).parts == (safe,)
    assert not PureWindowsPath(safe).is_reserved()
    assert not is_hidden(safe)
    assert safe == visible_line(safe) == safe.strip(". ")
    assert not any(unicodedata.category(letter).startswith("C") or letter in '<>:"|?*' for letter in safe)
    assert len(safe.encode()) <= LONGEST + 1
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("march note.docx", "march note.docx"),
        ("Jaz’s plan (draft).pdf", "Jaz’s plan (draft).pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\maria\\note.txt", "note.txt"),
        ("note\u202ecod.txt", "notecod.txt"),
        ("a\nb.txt", "a b.txt"),
        ("CON.txt", "_CON.txt"),
        ("lpt1", "_lpt1"),
        (".hidden.txt", "hidden.txt"),
        ("~$march.docx", "march.docx"),
        ("note.txt. . ", "note.txt"),
        ("", "document"),
        ("..", "document"),
        ("note.docx.tandem.toml", "note.docx.tandem.toml"),
        ("x" * 200 + ".docx", "x" * (LONGEST - 5) + ".docx"),
    ],
)
def test_what_becomes_of_names(name: str, safe: str) -> None:
    """What can stay stays, the ending above all."""
    assert safe_name(name) == safe


@given(st.lists(st.sampled_from(["note.txt", "Note.txt", "note (2).txt", "plan"]), max_size=12))
def test_no_two_files_have_the_same_name(names: list[str]) -> None:
    """The second gets a number, before the ending."""
    there: set[str] = set()
    for name in names:
        free = numbered(name, lambda each: each.lower() in there)
        assert free.lower() not in there
        assert free.rpartition(".")[2] == name.rpartition(".")[2] or "." not in name
        there.add(free.lower())
    assert numbered("note.txt", {"note.txt", "note (2).txt"}.__contains__) == "note (3).txt"
