"""The README's pictures: each is there, described, small, and fetches nothing; Home is drawn as it is now."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tui.picture import DOCS, PICTURES, draw

SHOWN = {
    path: words
    for words, path in re.findall(r"!\[(.*?)\]\((docs/.*?)\)", (DOCS.parent / "README.md").read_text("utf-8"))
}
LARGEST = 150_000
"""In bytes: a page with all of them is still quick on a telephone."""


def test_each_is_drawn_by_the_script_and_shown_in_the_readme() -> None:
    """None is left over, and each says in words what is to be seen."""
    assert set(SHOWN) == {f"docs/{name}.svg" for name in PICTURES} == {f"docs/{path.name}" for path in DOCS.iterdir()}
    assert all(len(words.split()) > 8 for words in SHOWN.values())


@pytest.mark.parametrize("path", SHOWN)
def test_it_is_small_and_names_no_address(path: str) -> None:
    """Only the name that every SVG bears; whoever reads the README asks nobody else for anything."""
    picture = (DOCS.parent / Path(path)).read_text("utf-8")
    assert len(picture.encode()) < LARGEST
    assert set(re.findall(r"\w+://[^\"' )]+", picture)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\((?!#)", picture)


async def test_home_is_drawn_as_it_is_now() -> None:
    """Where it is not: `python -m tests.tui.picture`, which draws all of them."""
    assert (DOCS / "home.svg").read_text("utf-8") == await draw(*PICTURES["home"])
