"""How hard the answers for families are to read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge import load
from knowledge.checks import check, reading_level
from knowledge.checks.reading_level import HARDEST, NoTextstat, grade, too_hard
from tests.knowledge.little_base import FILE, TERM, little_base, topic

HARD = "Interdisciplinary deliberations necessitate comprehensive administrative documentation of eligibility."
EASY = "You may ask the school for a copy. It must give you one for free."
BASE = little_base(glossary=[replace(TERM, name="individualized education program", others=("IEP",))])


def test_what_ships_is_easy_to_read() -> None:
    """Every short answer for families, and every explanation of the glossary."""
    assert list(too_hard(load())) == []


def test_long_words_are_harder_than_short_ones() -> None:
    """By far."""
    assert grade(EASY, BASE) < 4 < HARDEST < 15 < grade(HARD, BASE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ask for the individualized education program today.", "Ask for the word today."),
        ("Look at both IEPs today.", "Look at both word today."),
        ("They do it in New York State each year.", "They do it in word each year."),
        ("It cost $1,200 in the end.", "It cost ten in the end."),
        ("See 34 CFR 300.613(a)(2). It is short and plain.", "See ten CFR ten. It is short and plain."),
        (
            "Two can come here:\n\n- you and your friend\n- your son too",
            "Two can come here:. you and your friend. your son too",
        ),
    ],
)
def test_what_counts_as_one_easy_word(one: str, other: str) -> None:
    """A term of the glossary, a place, a figure; and the end of a line ends a sentence."""
    assert grade(one, BASE) == grade(other, BASE)


def test_only_what_families_read_must_be_easy() -> None:
    """A topic for providers may use the words of their work."""
    hard = topic(short=HARD)
    (found,) = too_hard(little_base(hard))
    assert found.where == f"topics/{FILE}, ny/folders"
    assert "“short” reads at grade" in found.what
    assert "; 8 is the hardest" in found.what
    assert list(too_hard(little_base(replace(hard, roles=("provider", "trainer"))))) == []
    assert list(too_hard(little_base(topic(short=EASY, more=HARD)))) == []


def test_an_explanation_must_be_easy() -> None:
    """The term itself is excepted, and other terms are."""
    (found,) = too_hard(little_base(glossary=[replace(TERM, explanation=HARD)]))
    assert found.where == "glossary.toml, handbook"
    assert "is explained at grade" in found.what


def test_it_is_reckoned_where_it_is_asked_for() -> None:
    """Together with the rest; not on its own account, as the library is not there for everyone."""
    base = little_base(topic(short=HARD))
    assert check(base=base) == ()
    assert check(base=base, with_reading_level=True) == tuple(too_hard(base)) != ()


@pytest.fixture
def without_textstat(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where Tandem is only run."""
    monkeypatch.setitem(sys.modules, "textstat", None)
    reading_level._flesch_kincaid.cache_clear()
    yield
    reading_level._flesch_kincaid.cache_clear()


@pytest.mark.usefixtures("without_textstat")
def test_without_the_library_it_says_what_to_do() -> None:
    """And nothing passes unchecked."""
    with pytest.raises(NoTextstat, match=r"needs the library textstat.* `python3 run\.py test`"):
        list(too_hard(little_base(topic())))


OFFLINE = """
import sys
def refuse(event, args):
    if event.startswith("socket."):
        raise PermissionError(event)
sys.addaudithook(refuse)
from knowledge import load
from knowledge.checks.reading_level import grade
print(grade("Reimbursement of evaluations.", load()))
"""


def test_the_library_opens_no_connection() -> None:
    """Its dictionary comes with it: in a fresh process that may open no socket at all it reckons all the same."""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", OFFLINE], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout)
