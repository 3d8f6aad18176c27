"""From TOML files to the knowledge base; a file that cannot be read is told with what is wrong in it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
import tomli

from knowledge import checks, load
from knowledge.checks import Problem, check
from knowledge.checks.reading import unreadable
from knowledge.loader import read, topic_files
from knowledge.schema import Citation, Currency, Place, Topic
from tests.knowledge.little_base import (
    FILE,
    GLOSSARY_TOML,
    PLACES,
    PLACES_TOML,
    SOURCE,
    SOURCES_TOML,
    TERM,
    TOPIC_TOML,
    little_base,
)
from tests.knowledge.little_base import toml_folder as folder_of

TOPICS = Path(str(files("knowledge"))) / "topics"
SHIPPED = dict(topic_files(TOPICS))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_topic_file_loads(name: str) -> None:
    """All its topics come to the knowledge base, in their order; it holds nothing but topics."""
    tables = tomli.loads(SHIPPED[name])
    assert tables.keys() == {"topic"}
    assert [each["id"] for each in tables["topic"]] == [each.id for each in load().topics if each.file == name]


def test_no_topic_file_is_left_out() -> None:
    """However deep it lies."""
    assert set(SHIPPED) == {path.relative_to(TOPICS).as_posix() for path in TOPICS.rglob("*.toml")}
    assert {each.file for each in load().topics} == set(SHIPPED)
    assert set(load().by_id) == {each.id for each in load().topics}


def test_it_is_read_once() -> None:
    """The second question waits for no file."""
    assert load() is load()


def test_a_topic_has_all_that_its_table_has(tmp_path: Path) -> None:
    """Lists become values that cannot be changed; what is left out has its default."""
    base = read(folder_of(tmp_path))
    assert base.topics == (
        Topic(
            id="ny/folders",
            question="How long are folders kept?",
            short="Six years.",
            file=FILE,
            phrasings=(
                "folder years",
                "folder storage",
                "folder retention",
                "folder shelf",
                "folder archive",
                "folder attic",
            ),
            more="The county's handbook says so.",
            places=("ny",),
            roles=("family",),
            currency=Currency("2026-01", "current"),
            citations=(Citation("handbook", "page 1"),),
        ),
    )
    assert base.topic("ny/folders") is base.topics[0]
    assert base.topic("ny/nothing") is None


def test_sources_places_and_what_is_not_covered(tmp_path: Path) -> None:
    """Each by its id."""
    base = read(folder_of(tmp_path))
    assert base.sources == {"handbook": SOURCE}
    assert list(base.places.values()) == [
        Place("federal", "the United States", ("federal",)),
        Place("ny", "New York State", ("new york",), "federal"),
    ]
    assert {"albany", "texas"} <= set(base.not_covered)
    assert {"troy", "wa"} <= set(base.not_covered_careful)


def test_a_term_has_all_that_its_table_has(tmp_path: Path) -> None:
    """And the words in capitals that are no term."""
    base = read(folder_of(tmp_path))
    assert base.glossary == (TERM,)
    assert base.plain_capitals == ("AM",)


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Folders with those below them; what is no TOML file is left alone."""
    (tmp_path / "b").mkdir()
    for name in ("c.toml", "b/z.toml", "b/notes.txt", "a.toml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert list(topic_files(tmp_path)) == [("a.toml", "a.toml"), ("b/z.toml", "b/z.toml"), ("c.toml", "c.toml")]


# --- what cannot be read -------------------------------------------------------------------------------------------


def test_a_sound_folder_has_nothing_unreadable(tmp_path: Path) -> None:
    """So that what is told below is the fault that was put in."""
    assert list(unreadable(folder_of(tmp_path))) == []
    assert check(base=read(tmp_path)) == ()


@pytest.mark.parametrize(
    ("old", "new", "where", "words"),
    [
        ('short = "Six years."', 'shrot = "Six years."', f"topics/{FILE}, ny/folders", "'shrot'"),
        ('short = "Six years."\n', "", f"topics/{FILE}, ny/folders", "missing 1 required positional argument: 'short'"),
        ('question = "How long are folders kept?"\n', "", f"topics/{FILE}, ny/folders", "'question'"),
        ('id = "ny/folders"\n', "", f"topics/{FILE}, topic 1", "'id'"),
        ('locator = "page 1", ', "", f"topics/{FILE}, ny/folders", "'locator'"),
        ('source = "handbook", ', "", f"topics/{FILE}, ny/folders", "'source'"),
        ('as_of = "2026-01"', 'asof = "2026-01"', f"topics/{FILE}, ny/folders", "'asof'"),
        ("related = []", 'contrasts = [{ topic = "ny/x" }]', f"topics/{FILE}, ny/folders", "'difference'"),
        ("related = []", "related = [", f"topics/{FILE}", "is no TOML"),
        ('places = ["ny"]', 'places = ["ny"', f"topics/{FILE}", "line 10"),
    ],
)
def test_a_topic_that_does_not_keep_to_the_schema_is_told(
    tmp_path: Path, old: str, new: str, where: str, words: str
) -> None:
    """With its file, its id (or which topic of the file it is) and the key; broken TOML with the line."""
    assert old in TOPIC_TOML
    (found,) = unreadable(folder_of(tmp_path, TOPIC_TOML.replace(old, new)))
    assert found.where == where
    assert words in found.what


def test_every_unreadable_topic_is_told(tmp_path: Path) -> None:
    """The first one hides no other."""
    bad = TOPIC_TOML.replace('short = "Six years."', 'shrot = "Six years."')
    two = f"{bad}\n{bad.replace('ny/folders', 'ny/shelves')}"
    assert [each.where for each in unreadable(folder_of(tmp_path, two))] == [
        f"topics/{FILE}, ny/folders",
        f"topics/{FILE}, ny/shelves",
    ]


@pytest.mark.parametrize(
    ("sources", "where", "words"),
    [
        (f'[handbook]\n{SOURCES_TOML}\npages = "12"\n', "sources.toml, handbook", "'pages'"),
        ('[handbook]\ntitle = "Records handbook"\n', "sources.toml, handbook", "'publisher'"),
        ("[handbook\n", "sources.toml", "is no TOML"),
    ],
)
def test_a_source_that_does_not_keep_to_the_schema_is_told(
    tmp_path: Path, sources: str, where: str, words: str
) -> None:
    """With its id and the key."""
    (found,) = unreadable(folder_of(tmp_path, sources=sources))
    assert found.where == where
    assert words in found.what


@pytest.mark.parametrize(
    ("old", "new", "where", "words"),
    [
        ('parent = "federal"', 'within = "federal"', "places.toml, ny", "'within'"),
        ('names = ["new york"]\n', "", "places.toml, ny", "'names'"),
        ("[[place]]", "[[place]", "places.toml", "is no TOML"),
    ],
)
def test_a_place_that_does_not_keep_to_the_schema_is_told(
    tmp_path: Path, old: str, new: str, where: str, words: str
) -> None:
    """With its id and the key."""
    (found,) = unreadable(folder_of(tmp_path, places=PLACES_TOML.replace(old, new)))
    assert found.where == where
    assert words in found.what


@pytest.mark.parametrize(
    ("old", "new", "where", "words"),
    [
        ('source = "handbook"\n', "", "glossary.toml, handbook", "missing 1 required positional argument: 'source'"),
        ('name = "handbook"\n', "", "glossary.toml, term 1", "'name'"),
        ("others =", "other =", "glossary.toml, handbook", "unexpected 'other'"),
        ('others = ["HB"]', 'others = "HB"', "glossary.toml, handbook", "a list is wanted at “others”"),
        ('[plain]\nwords = ["AM"]\n', "", "glossary.toml", "has no “plain”"),
        ('words = ["AM"]', 'words = "AM"', "glossary.toml", "a list is wanted at “words”"),
        ("[[term]]", "[[terms]]", "glossary.toml", "has “terms” at its top, where only [[term]] stands"),
        ("[[term]]", "[[term]", "glossary.toml", "is no TOML"),
    ],
)
def test_a_term_that_does_not_keep_to_the_schema_is_told(
    tmp_path: Path, old: str, new: str, where: str, words: str
) -> None:
    """With its name, or which one of the file it is, and the key."""
    assert old in GLOSSARY_TOML
    folder = folder_of(tmp_path)
    (folder / "glossary.toml").write_text(GLOSSARY_TOML.replace(old, new, 1), encoding="utf-8")
    (found,) = unreadable(folder)
    assert found.where == where
    assert words in found.what


def test_what_cannot_be_read_is_told_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check of what ships begins with reading it, and everything else waits until that works."""
    broken = folder_of(tmp_path, TOPIC_TOML.replace("short =", "shrot ="))
    monkeypatch.setattr(checks, "files", lambda _: broken)
    (found,) = check(cited_elsewhere={"a source that is not there"})
    assert str(found).startswith(f"topics/{FILE}, ny/folders: is not as the schema has it:")
    assert isinstance(found, Problem)


# --- places --------------------------------------------------------------------------------------------------------


def test_a_place_lies_in_others() -> None:
    """The nearest first; an unknown place lies nowhere."""
    assert load().line_of("ny-schenectady") == ("ny-schenectady", "ny", "federal")
    assert load().line_of("federal") == ("federal",)
    assert load().line_of("mars") == load().line_of("") == ()


def test_places_that_lie_in_each_other_come_to_an_end() -> None:
    """A mistake in places.toml hangs nothing."""
    base = little_base(places=[*PLACES, Place("a", "A", ("a",), "b"), Place("b", "B", ("b",), "a")])
    assert base.line_of("a") == ("a", "b")


def test_every_place_lies_in_the_united_states() -> None:
    """Federal rules hold everywhere, so each line of places ends there."""
    assert {load().line_of(place)[-1] for place in load().places} == {"federal"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('short = "Six years."', "short = 5", "a text is wanted at “short”"),
        ("locator =", "suports = [], locator =", "'suports'"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Instead of a breakdown of the check."""
    text = TOPIC_TOML.replace(old, new, 1)
    assert text != TOPIC_TOML
    assert words in " ".join(each.what for each in unreadable(folder_of(tmp_path, text)))


def test_topics_under_another_name_are_told(tmp_path: Path) -> None:
    """They would vanish."""
    found = list(unreadable(folder_of(tmp_path, TOPIC_TOML.replace("[[topic]]", "[[topics]]"))))
    assert any("topics" in each.what for each in found)
