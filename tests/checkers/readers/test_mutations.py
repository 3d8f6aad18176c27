"""Damaged files: each gets an answer, none breaks the reading, and what is read lies inside of the file."""

from __future__ import annotations

import datetime
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from checkers.check import FileReport, Options, check_bytes
from checkers.layout import Place, lines_of
from tests.documents.damaged import damaged, damages_of, installed, originals

OPTIONS = Options(today=datetime.date(2026, 6, 15))
ROUNDS = 2
"""How often each file is damaged in each way."""
HANG = 20
NAMES = tuple(originals())


class TakesTooLong(BaseException):
    """A file that hangs. No `Exception`, so that nobody but the test catches it."""


@contextmanager
def no_hang() -> Iterator[None]:
    """End what takes longer than `HANG` seconds, where the system knows alarms."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ended(*_: object) -> None:
        raise TakesTooLong

    old = signal.signal(signal.SIGALRM, ended)
    signal.setitimer(signal.ITIMER_REAL, HANG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def assert_sound(report: FileReport, what: str) -> None:
    """It is an answer: a refusal for a reason that is known, or a document whose places are its own."""
    if report.doc is None:
        assert report.error, what
        assert "could not finish" not in report.error, f"{what}: {report.error}"
        return
    reading = report.doc.reading
    lines = list(lines_of(reading.blocks))
    assert list(report.doc.lines) == lines, what
    places = {line.place for line in lines} or {Place()}  # a file without a line has no place
    for line in lines:
        assert "\n" not in line.text, what
        assert all(0 <= mark.start < mark.end <= len(line.text) for mark in line.marks), what
        assert all(0 <= piece.start <= piece.end <= len(line.text) for piece in line.segments or ()), what
        assert reading.pages is None or 1 <= (line.place.page or 0) <= reading.pages, what
    numbered = len(report.doc.entries) or len(report.doc.goals) + len(report.doc.services)
    for outcome in report.outcomes:
        assert outcome.spot is None or outcome.spot.place in places, f"{what}: {outcome.rule}"
        assert "could not finish" not in outcome.message, f"{what}: {outcome.rule}"
        assert outcome.entry is None or 1 <= outcome.entry <= numbered, f"{what}: {outcome.rule}"
    doc = report.doc
    found = [(each.spot, each.order) for group in (doc.fields, doc.boxes, doc.signatures, doc.dates) for each in group]
    assert all(spot.place in places and 0 <= order < len(lines) for spot, order in found), what
    assert all(0 <= entry.first <= entry.last < len(lines) for entry in doc.entries), what


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_file_is_read(name: str) -> None:
    """The files that are damaged below are themselves in order."""
    with no_hang():
        report = check_bytes(originals()[name], name, OPTIONS)
    assert report.doc is not None
    assert_sound(report, name)


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_gets_an_answer(name: str) -> None:
    """In each way of damage, with the same damage at every run."""
    for damage in damages_of(name):
        for number in range(ROUNDS):
            what = f"{name}, {damage.__name__} {number}"
            data = damaged(name, damage, number)
            with no_hang():
                report = check_bytes(data, name, OPTIONS)
            assert_sound(report, what)


def test_a_time_in_prose_has_a_place() -> None:
    """Whoever is told that a session ends before it starts wants to know where that stands."""
    report = check_bytes(b"Progress Notes\n3/2/2026 10:00 - 9:30 AM Played a game with two peers.\n", "a.txt", OPTIONS)
    assert [each.spot for each in report.findings if each.rule == "DAT004" and each.spot and each.spot.place.line == 2]


def test_documents_of_installed_libraries_are_among_them() -> None:
    """Where any are installed."""
    if not installed():
        pytest.skip("no installed library brings a document")
    assert set(installed()) <= set(NAMES)
