"""Text for the ear: harmless, in words, in lines that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plain.spoken import spoken, spoken_line, wrapped
from tests.plain.plain_driver import harmless


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("☐ Yes ☒ No", "[empty box] Yes [checked box] No"),
        ("[ ] Does not meet, [x] meets", "[empty box] Does not meet, [checked box] meets"),
        ("Session 2 · 3/4/2026 · direct", "Session 2, 3/4/2026, direct"),
        ("Name\tDate", "Name; Date"),
        ("2 × 30 minutes", "2 times 30 minutes"),
        ("Signed: __________", "Signed: [blank]"),
        ("│ a │ b │", "  a   b  "),
        ("a\x1b[2J\x07b", "a[control sign][2J[control sign]b"),
        ("a\u202eb", "a[unreadable sign]b"),
        ("one\r\ntwo", "one\ntwo"),
        ("“It’s – well… fine”", "“It’s – well… fine”"),
    ],
)
def test_signs_become_words(text: str, told: str) -> None:
    """Those of boxes, tables and control; quotation marks and dashes stay."""
    assert spoken(text) == told


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("☐☒│▶✗\x1b\x9b\u202e\u2066\t·×_[x] "))))
def test_nothing_harmful_comes_through(text: str) -> None:
    """Of any text at all; and what is in words already stays as it is."""
    once = harmless(spoken(text))
    assert spoken(once) == once
    assert "\n" not in harmless(spoken_line(text))


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1), st.integers(20, 72))
def test_no_word_is_lost_and_lines_fit(words: list[str], width: int) -> None:
    """A word that is longer than a line has one of its own."""
    lines = wrapped(" ".join(words), width)
    assert " ".join(lines).split() == " ".join(words).split()
    assert all(len(line) <= width or len(line.split()) == 1 for line in lines)


def test_empty_lines_and_line_breaks_stay() -> None:
    """So that paragraphs can be told apart."""
    assert wrapped("one\n\ntwo", 72) == ["one", "", "two"]
    assert wrapped("", 72) == [""]
