"""What is kept of a user's choices: the one value changes, and everything else stays as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from assistant import settings
from assistant.settings import Unusable, keep, kept, with_value

KEYS = ("profile", "place", "role", "theme", "start")
WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
REMARKS = st.sampled_from(["", "  # mine", ' # place = "elsewhere"', "# it's"])
QUOTED = st.sampled_from(['"{}"', "'{}'", '"""{}"""'])


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the configuration, which is not there yet."""
    monkeypatch.setattr(settings, "folder", lambda: tmp_path / "tandem")
    return tmp_path / "tandem" / "config.toml"


@st.composite
def configurations(draw: st.DrawFn) -> str:
    """Configurations as people write them: keys in any order, remarks, blank lines, either kind of line end."""
    lines = []
    for key in draw(st.lists(st.sampled_from(KEYS), unique=True)):
        word = draw(WORDS.filter(lambda text: not set(text) & set("\"'\\")))
        lines += [*draw(st.lists(st.sampled_from(["", '# place = "old"']), max_size=2))]
        lines += [f"{key} = {draw(QUOTED).format(word)}{draw(REMARKS)}"]
    return draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""])


@given(configurations(), st.sampled_from(KEYS), WORDS)
def test_one_value_changes_and_all_else_stays(text: str, key: str, value: str) -> None:
    """The lines of other keys and all remarks are there to the letter; the file is TOML and says what was meant."""
    changed = with_value(text, key, value)
    before, after = tomli.loads(text), tomli.loads(changed)
    assert after == before | {key: value}
    kept_lines = [line for line in text.splitlines() if line.strip() and not line.startswith(f"{key} ")]
    assert [line for line in changed.splitlines() if line in kept_lines] == kept_lines
    assert with_value(changed, key, value) == changed


@given(configurations(), st.sampled_from(KEYS))
def test_a_value_can_be_taken_out(text: str, key: str) -> None:
    """The others stay."""
    assert tomli.loads(with_value(text, key, "")) == {
        name: each for name, each in tomli.loads(text).items() if name != key
    }


def test_the_remark_beside_a_value_stays() -> None:
    """In its line."""
    assert with_value('place = "ny"  # for now\n', "place", "ct") == 'place = "ct"  # for now\n'


def test_what_cannot_be_changed_soundly_is_left_alone() -> None:
    """It says how to write it oneself."""
    with pytest.raises(Unusable, match='write it as place = "ct"'):
        with_value("[elsewhere]\nx = 1\n", "place", "ct")


def test_choices_are_kept_and_read_again(own: Path) -> None:
    """The folder is made; a second time changes the same lines."""
    assert keep({"place": "ct", "role": "family"}) == own
    assert (kept("place"), kept("role"), kept("theme")) == ("ct", "family", "")
    keep({"role": "", "theme": "light"})
    assert own.read_text("utf-8") == 'place = "ct"\ntheme = "light"\n'


def test_a_configuration_that_is_not_sound_is_not_written(own: Path) -> None:
    """What is wrong is said, and the file stays."""
    own.parent.mkdir()
    own.write_text("plaice = 1\n", "utf-8")
    with pytest.raises(Unusable, match="plaice"):
        keep({"place": "ct"})
    assert own.read_text("utf-8") == "plaice = 1\n"
    assert [path.name for path in own.parent.iterdir()] == ["config.toml"]
