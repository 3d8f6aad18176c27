"""Whatever is typed, and wherever the input ends: it never breaks down, and always ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.checking import check_all
from assistant.plain import checks
from tests.plain.plain_driver import TO_MEND, heard

SCRIPTS = {
    "check": ["1", "1", "note.txt", "", "1", "", "2", "4", "why", "who", "", "yes", "b", "2", "6", "1", "no"],
    "report": ["1", "1", "note.txt", "", "5", "1", "1", "no", "r.txt", "", "5", "1", "1", "no", "r.txt", "", "yes"],
    "batch": ["1", "5", "note.txt", "4", "note.txt", "2", "2", "1"],
    "ask": [
        "2",
        "Who coordinates when there is no SEIT?",
        "1",
        "4",
        "a.md",
        "",
        "5",
        "3",
        "none",
        "b",
        "and in Florida?",
    ],
    "library": ["3", "1", "2", "1", "1", "1", "1", "b", "b", "b", "b", "b", "2", "bus", "1", "b", "b", "3", "1", "1"],
    "words": ["4", "SEIT", "1", "b", "b", "", "", "3"],
    "count": [
        "5",
        "1",
        "10",
        "3/2/2026",
        "2026-03-05",
        "1",
        "b",
        "save",
        "due.txt",
        "",
        "b",
        "b",
        "2",
        "45",
        "",
        "",
        "no",
    ],
    "who": ["6", "2", "7", "1"],
    "tour": ["9", "", "", "", "", ""],
}
"""To as many depths as there are."""


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a note in it, and nothing else in the folder around it: whoever goes up there must not find a thousand."""
    folder = tmp_path / "notes"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shutil.copy(TO_MEND, folder / "note.txt")


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_end_of_the_input_ends_it_at_every_depth(name: str) -> None:
    """And leaves no half of a file."""
    script = SCRIPTS[name]
    for end in range(len(script) + 1):
        assert heard(*script[:end]).endswith("Goodbye.\n")
        for path in Path().iterdir():
            if path.name != "note.txt":
                assert path.stat().st_size
                path.unlink()


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("way", ["b", "m", "?", "xyzzy", "", "0"])
def test_every_prompt_takes_every_way(name: str, way: str) -> None:
    """Back, menu, help, a wrong answer, Enter, nought: said at each depth, and after it the rest."""
    script = SCRIPTS[name]
    for depth in range(0, len(script) + 1, 3):
        assert heard(*script[:depth], way, *script[depth:]).endswith("Goodbye.\n")


LINES = st.one_of(
    st.sampled_from(
        ["b", "m", "q", "?", "", "0", "no", "yes", "y", "note.txt", "r.txt", "a.md", "3/2/2026", "all", "/place"]
    ),
    st.integers(-1, 25).map(str),
    st.text(max_size=20).filter(lambda text: "/" not in text and "\\" not in text and "~" not in text),
    st.none(),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(LINES, max_size=25))
def test_any_lines_lead_to_an_end(lines: list[str | None]) -> None:
    """Ctrl+C among them. No folder is looked through, as it might be a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "check_all", _the_note_alone)
        text = heard(*((line if line is None else line.replace("\n", " ").replace("\r", " ")) for line in lines))
    assert text.endswith("Goodbye.\n")


def _the_note_alone(paths: object, options: object) -> object:
    del paths
    yield from check_all([Path("note.txt")], options)  # type: ignore[arg-type]
