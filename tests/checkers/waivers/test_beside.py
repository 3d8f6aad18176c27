"""The file of waivers beside a document: what is written is what is read, and what is wrong is said with its line."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.checked_toml import WrongFile
from checkers.collect import collect, document_of, others, waiver_files
from checkers.registry import all_rules
from checkers.waivers.beside import beside, content, parse, printable
from checkers.waivers.waiver import Waiver

PATH = Path("march.docx.tandem.toml")
WAIVER = Waiver("MED001", "The county took it.", "Ana Roe", datetime.date(2026, 3, 1), "ab" * 32)
TEXTS = st.text(st.characters()).map(printable).filter(bool)
WAIVERS = st.builds(
    Waiver,
    st.sampled_from([rule.code for rule in all_rules() if rule.code != "DOC001"]),
    TEXTS,
    TEXTS,
    st.dates(),
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.none() | st.integers(1, 1000),
    st.none() | st.dates(),
)


@given(st.lists(WAIVERS, max_size=5))
def test_what_is_written_is_what_is_read(waivers: list[Waiver]) -> None:
    """Whatever the reason and the name are made of."""
    assert parse(PATH, content(waivers)) == tuple(waivers)


@given(st.text(st.characters()))
def test_a_text_made_printable_is_one_line_that_can_be_seen(text: str) -> None:
    """And stays as it is the second time."""
    assert printable(text).isprintable()
    assert printable(printable(text)) == printable(text)


def _with(old: str, new: str) -> str:
    return content([WAIVER]).decode().replace(old, new)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_with('"MED001"', '"MED01"'), "line 6: there is no rule “MED01”; the nearest is “MED001”."),
        (_with('"MED001"', '"DOC001"'), "line 6: DOC001 cannot be waived"),
        (_with("2026-03-01", '"2026-03-01"'), "line 9: “on” has to be a day as year-month-day without quotes"),
        (_with("2026-03-01", "2026-03-01T09:00:00"), "line 9: “on” has to be a day"),
        (_with("reason", "reasons"), "line 7: there is no key “reasons” under [[waiver]]; the nearest is “reason”."),
        (_with('by = "Ana Roe"\n', ""), "line 5: “by” is missing under this [[waiver]]: who decided it."),
        (
            _with("[[waiver]]", "[waiver]"),
            "line 5: “waiver” is a part of the file, with keys of its own: write [[waiver]]",
        ),
        (_with("[[waiver]]", ""), "line 6: “rule” stands in the wrong part: write it below the line [[waiver]]."),
        (_with("2026-03-01", "2026-03-41"), "line 9: this is not written as TOML"),
        (_with('"MED001"', '"MED001"\nentry = 0'), "line 7: “entry” has to be a whole number from 1"),
        ("waiver = 3\n", "line 1: “waiver” is a part of the file"),
    ],
)
def test_what_is_wrong_is_said_with_the_file_and_the_line(text: str, told: str) -> None:
    """And with what to write instead."""
    with pytest.raises(WrongFile) as wrong:
        parse(PATH, text.encode())
    assert str(wrong.value).startswith(f"{PATH}, {told}")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("MED001", "MED01", 13), ("2026-03-01", "3", 16), ("reason", "reasons", 14), ("by", "# by", 12)],
)
def test_the_line_is_that_of_the_waiver_that_is_wrong(old: str, new: str, line: int) -> None:
    """Of two that look alike; of a key that is missing, that of the heading."""
    before, _, after = content([WAIVER, WAIVER]).decode().rpartition(old)
    with pytest.raises(WrongFile) as wrong:
        parse(PATH, f"{before}{new}{after}".encode())
    assert str(wrong.value).startswith(f"{PATH}, line {line}: ")


def test_a_document_and_its_file_of_waivers_are_found_from_one_another() -> None:
    """By their names alone."""
    assert document_of(beside(Path("notes/march.docx"))) == Path("notes/march.docx")
    assert document_of(Path("notes/march.toml")) is None
    assert document_of(Path(".tandem.toml")) is None


def test_files_of_waivers_are_no_documents(tmp_path: Path) -> None:
    """Neither in a folder nor where they are named."""
    for name in ("a.txt", "a.txt.tandem.toml", "song.mp3", ".hidden.txt", "~$a.docx"):
        (tmp_path / name).write_text("…", encoding="utf-8")
    for paths in ([tmp_path], [tmp_path / "a.txt", tmp_path / "a.txt.tandem.toml"]):
        assert list(collect(paths)) == [tmp_path / "a.txt"]
        assert list(waiver_files(paths)) == [tmp_path / "a.txt.tandem.toml"]
    assert list(others(tmp_path)) == [tmp_path / "song.mp3"]
