"""Hostile files: each is read, or refused with the bound that it breaks, within 5 seconds and 300 MB.

The seconds are those of the processor at the pace of an ordinary laptop, told by a small fixed piece of work that the
measuring process does just before and after each file (`tests/checkers/pace.py`): the same file would take up to 1.6
times as many where other programs share the machine. `python -m tests.checkers.bounded` measures every file of
`tests/documents/hostile.py`; here is a choice of them, at least one for each way to do harm.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.documents.hostile import HOSTILE, OUTSIDE

if sys.platform == "win32":
    pytest.skip("needs a system that can fork", allow_module_level=True)

from tests.checkers.bounded import SECONDS, Measured, measured
from tests.checkers.pace import ORDINARY, at_ordinary_pace

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
    "word: log of 5,000 signed rows": "10,000 lines",
    "word: 20,000 boxes": "10,000 lines",
    "word: one million runs": "250,000 letters",
    "word: many text boxes": "10,000 lines",
    "xml: laughing entities": "type declaration",
    "xml: one large entity": "type declaration",
    "xml: entity of a file": "type declaration",
    "xml: entity of a network": "type declaration",
    "xml: entity of a network in UTF-16": "type declaration",
    "xml: parameter entity": "type declaration",
    "xml: outside DTD": "type declaration",
    "pdf: bomb": "memory",
    "pdf: bomb packed three times": "memory",
    "pdf: pages in themselves": "damaged",
    "pdf: form object in itself": "memory",
    "pdf: form objects that double": "memory",
    "pdf: one page 10,000 times": "pages",
    "pdf: 30,000 letters at all heights": "page of this PDF holds more",
    "pdf: 20,000 notes": "page of this PDF holds more",
    "text: one line of 50 MB": "250,000 letters",
    "text: a million lines": "10,000 lines",
    "text: 50 MB of UTF-16": "10,000 lines",
}
"""What has to be refused, with a word of the reason."""
READ = (
    "word: log of 1,600 signed rows", "word: 1,600 sessions below one another", "word: 3,600 electronic signatures",
    "word: 4,000 empty signature lines", "word: 4,200 boxes", "word: 50,000 runs", "word: 50,000 boxes in a line",
    "word: table of 60 x 160", "word: table of 5 x 1,900", "word: many headers", "word: many relationships",
    "word: many signatures", "word: 80 nested tables", "word: 120 nested controls", "xml: external relationships",
    "pdf: 20 pages of 600 words", "pdf: 2,000 squares", "pdf: outside of the PDF",
    "text: one line of '_'", "text: one line of ' '", "text: one line of '\\t'", "text: one line of '__ '",
    "text: one line of '**a'", "text: one line of 'Electronically signed by '", "text: one line of '/s/ A'",
    "text: one line of '1'", "text: one line of '['", "text: one line of 'a@'", "text: one line of '-'",
    "text: one line of '1:'", "text: one line of 'aA '", "text: one line of '☐ '", "text: one line of 'x: '",
    "text: one line of 'Date: '", "text: one line of 'Signature: '", "text: one line of '. '", "text: one line of '| '",
    "text: lines of 'a'", "text: lines of 'Date of Service: 2/10/2026'", "text: lines of 'Signature: ____________'",
    "text: lines of 'Therapist Signature: Maria Lopez'", "text: lines of 'I do not give consent. Signature: ____'",
    "text: lines of 'Electronically signed by Maria Lopez on 2/10/2026'",
    "text: lines of '[x] Does not meet Medicaid requirements'", "text: lines of 'FOR OFFICE USE ONLY'",
)  # fmt: skip
"""What is as long as a document may be, and is read."""
READ_OR_REFUSED = (
    "word: 300,000 runs", "word: 200,000 fields", "word: many styles", "pdf: picture of gigabytes",
    "pdf: parents of fields", "pdf: fields in themselves", "pdf: table of objects in itself",
    "pdf: 5,000 letters at all heights", "pdf: 20,000 strokes", "pdf: grid of 1,400 x 1,400", "pdf: 2,900 rules",
    "pdf: many text operators", "pdf: deep array", "pdf: 20,000 fields", "pdf: 30,000 squares",
    "pdf: ticked squares in one place", "pdf: grid beyond the page",
)  # fmt: skip
CHOSEN = (*REFUSED, *READ, *READ_OR_REFUSED)


@pytest.fixture(scope="module")
def results() -> dict[str, Measured]:
    """What became of all files, measured by two processes at a time."""
    with ThreadPoolExecutor(2) as pool:
        batches = [pool.submit(measured, each) for each in (CHOSEN[::2], CHOSEN[1::2])]
        return {each.name: each for batch in batches for each in batch.result()}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bound_is_kept_and_named(results: dict[str, Measured], name: str) -> None:
    """Such a file is refused, in words about what is wrong with it."""
    found = results[name]
    assert found.within, found
    assert REFUSED[name] in found.refused
    assert "could not finish" not in found.refused


@pytest.mark.parametrize("name", READ)
def test_a_document_as_long_as_may_be_is_read(results: dict[str, Measured], name: str) -> None:
    """Whatever it is full of, within the bounds."""
    found = results[name]
    assert found.within, found
    assert not found.refused


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


def test_the_listener_and_the_watch_see_what_they_watch_for() -> None:
    """A file that is obeyed would be noticed; one that takes too long is ended."""
    slow = measured(["watch: connects", "watch: takes long", "watch: takes memory"], guard=3)
    connects, long, memory = slow
    assert {"socket.connect", "the listener"} <= set(connects.reached)
    assert long.ended
    assert not memory.within


def test_the_same_work_counts_the_same_on_a_machine_that_is_slower_now() -> None:
    """A file just within the bound stays there; one beyond it stays beyond, however fast the machine."""
    for slower in (0.5, 1.0, 1.6, 3.0):
        pace = ORDINARY * slower
        assert at_ordinary_pace(SECONDS * slower, pace, pace) == pytest.approx(SECONDS)
    assert at_ordinary_pace(8.0, ORDINARY, ORDINARY * 3) == pytest.approx(4.0)


def test_every_file_is_there() -> None:
    """By its name."""
    assert set(CHOSEN) <= set(HOSTILE)
    assert len(set(CHOSEN)) == len(CHOSEN)
