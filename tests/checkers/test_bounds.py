"""Hostile files: each is read, or refused with the bound that it breaks, within 5 seconds and 300 MB.

The seconds are those of the processor. `python -m tests.checkers.bounded` measures every file of
`tests/documents/hostile.py`; here is a choice of them, at least one for each way to do harm.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.documents.hostile import HOSTILE, OUTSIDE

if sys.platform == "win32":
    pytest.skip("needs a system that can fork", allow_module_level=True)

from tests.checkers.bounded import Measured, measured

REFUSED = {
    "zip: one large part": "unpack",
    "zip: one large picture": "unpack",
    "zip: many parts": "unpack",
    "zip: many large parts": "unpack",
    "zip: archive in archive": "zip archive",
    "zip: word file in itself": "unpack",
    "zip: smaller than it is": "damaged",
    "zip: larger than it is": "unpack",
    "zip: parts that overlap": "unpack",
    "zip: list of parts without end": "damaged",
    "zip: name ../": "point outside",
    "zip: name /": "point outside",
    "zip: name C:": "point outside",
    "zip: name with .. inside": "point outside",
    "word: 100,000 nested tables": "unpack",
    "word: 100,000 nested controls": "unpack",
    "word: table of 200 x 60,000": "unpack",
    "xml: laughing entities": "type declaration",
    "xml: one large entity": "type declaration",
    "xml: entity of a file": "type declaration",
    "xml: entity of a network": "type declaration",
    "xml: entity of a network in UTF-16": "type declaration",
    "xml: parameter entity": "type declaration",
    "xml: outside DTD": "type declaration",
    "pdf: bomb": "memory",
    "pdf: bomb packed twice": "memory",
    "pdf: bomb packed three times": "memory",
    "pdf: pages in themselves": "damaged",
    "pdf: pages by turns": "damaged",
    "pdf: form object in itself": "memory",
    "pdf: form objects that double": "memory",
    "pdf: 10,000 pages": "pages",
    "pdf: one page 10,000 times": "pages",
    "pdf: 30,000 letters at all heights": "page of this PDF holds more",
}
"""What has to be refused, with a word of the reason."""
READ_OR_REFUSED = (
    "word: 80 nested tables", "word: 120 nested controls", "word: log of 1,000 signed rows", "word: 300,000 runs",
    "word: 200,000 fields", "word: many headers", "word: many relationships", "word: many styles",
    "word: many signatures", "word: many text boxes", "xml: external relationships", "pdf: picture of gigabytes",
    "pdf: parents of fields", "pdf: fields in themselves", "pdf: table of objects in itself",
    "pdf: 20 pages of 600 words", "pdf: 5,000 letters at all heights", "pdf: 2,000 squares", "pdf: 20,000 strokes",
    "pdf: grid of 1,400 x 1,400", "pdf: 2,900 rules", "pdf: many text operators", "pdf: deep array",
    "pdf: outside of the PDF", "text: one line of '_'", "text: one line of ' '", "text: one line of '\\t'",
    "text: one line of '__ '", "text: one line of '**a'", "text: one line of 'Electronically signed by '",
    "text: one line of '/s/ A'", "text: one line of '1'", "text: one line of '['", "text: one line of 'a@'",
    "text: one line of '-'", "text: one line of '1:'",
)  # fmt: skip
KNOWN_UNNAMED: dict[str, str] = {
    "text: one line of 'aA '": "understand/narratives.py: spaCy takes a million letters and raises ValueError beyond",
}
"""What is refused without the bound being named, with the cause."""
CHOSEN = (*REFUSED, *READ_OR_REFUSED, *KNOWN_UNNAMED)


@pytest.fixture(scope="module")
def results() -> dict[str, Measured]:
    """What became of all files, measured by two processes at a time."""
    sound = (*REFUSED, *READ_OR_REFUSED, *KNOWN_UNNAMED)
    with ThreadPoolExecutor(2) as pool:
        batches = [pool.submit(measured, each) for each in (sound[::2], sound[1::2])]
        return {each.name: each for batch in batches for each in batch.result()}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bound_is_kept_and_named(results: dict[str, Measured], name: str) -> None:
    """Such a file is refused, in words about what is wrong with it."""
    found = results[name]
    assert found.within, found
    assert REFUSED[name] in found.refused
    assert "could not finish" not in found.refused


@pytest.mark.parametrize("name", READ_OR_REFUSED)
def test_what_is_read_keeps_within_the_bounds(results: dict[str, Measured], name: str) -> None:
    """Or it is refused: never by something that broke."""
    found = results[name]
    assert found.within, found
    assert "could not finish" not in found.refused


@pytest.mark.parametrize("name", CHOSEN)
def test_nothing_is_fetched(results: dict[str, Measured], name: str) -> None:
    """No connection, no look-up, and nothing of another file in what was read."""
    assert results[name].reached == ()
    assert not results[name].leaked


def test_there_are_files_that_ask_for_something_outside() -> None:
    """The listener hears of them if they are obeyed."""
    assert len(OUTSIDE & set(CHOSEN)) > 5


@pytest.mark.parametrize("name", KNOWN_UNNAMED)
def test_a_refusal_without_its_bound_is_still_one(results: dict[str, Measured], name: str) -> None:
    """As soon as the bound is named, or the file read, it goes to the others above."""
    assert "could not finish" in results[name].refused, "take it out of KNOWN_UNNAMED"


def test_the_listener_and_the_watch_see_what_they_watch_for() -> None:
    """A file that is obeyed would be noticed; one that takes too long is ended."""
    slow = measured(["watch: connects", "watch: takes long", "watch: takes memory"], guard=3)
    connects, long, memory = slow
    assert {"socket.connect", "the listener"} <= set(connects.reached)
    assert long.ended
    assert not memory.within


def test_every_file_is_there() -> None:
    """By its name."""
    assert set(CHOSEN) <= set(HOSTILE)
    assert len(set(CHOSEN)) == len(CHOSEN)
