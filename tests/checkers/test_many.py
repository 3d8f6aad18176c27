"""Many files: the same reports whoever checks them, in order, in memory that does not grow, whatever one does."""

from __future__ import annotations

import datetime
import os
import tracemalloc
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from checkers import many, workers
from checkers.check import Options, check_file
from checkers.document import Document
from checkers.many import check_many, worker_count
from checkers.profile import Profiles, Recognised, shipped_profiles
from checkers.registry import find_rule
from checkers.reports.formats import STATISTICS, WRITERS
from checkers.reports.lean import lean
from checkers.reports.manner import Manner

SAMPLES = Path(__file__).parents[2] / "assistant" / "samples"
OPTIONS = Options(today=datetime.date(2026, 6, 1))
MANNER = Manner("1.0", datetime.date(2026, 6, 1))


@pytest.fixture
def notes(tmp_path: Path) -> list[Path]:
    """Text, Word and PDF, an empty file and one that is not there."""
    texts = [tmp_path / f"note-{number}.txt" for number in range(8)]
    for number, path in enumerate(texts):
        rule = find_rule("SIG001")
        path.write_text(rule.bad if number % 2 else rule.good, encoding="utf-8")
    (tmp_path / "empty.docx").write_bytes(b"")
    samples = sorted(path for path in SAMPLES.rglob("*") if path.suffix in {".docx", ".pdf"})
    return [*samples, tmp_path / "empty.docx", tmp_path / "nowhere.pdf", *texts]


def test_workers_give_the_same_reports_in_the_same_order(notes: list[Path]) -> None:
    """And every format the same text."""
    alone = list(check_many(notes, OPTIONS))
    assert [report.path for report in alone] == [str(path) for path in notes]
    assert alone == [lean(check_file(path, OPTIONS)) for path in notes]
    together = list(check_many(notes, OPTIONS, 2))
    assert together == alone
    for write in (*WRITERS.values(), *STATISTICS.values()):
        assert list(write(together, MANNER)) == list(write(alone, MANNER))


def test_no_file_is_taken_far_ahead_and_who_stops_early_ends_the_workers(
    notes: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So nothing piles up while the results are slow to be written, or while one file takes long."""
    monkeypatch.setattr(workers, "WINDOW", 2)
    taken: list[Path] = []

    def paths() -> Iterator[Path]:
        for path in notes:
            taken.append(path)
            yield path

    before = set(active_children())
    reports = check_many(paths(), OPTIONS, 2)
    for given, report in enumerate(reports, start=1):
        assert report.path == str(notes[given - 1])
        assert len(taken) <= given + 4
        if given == 6:
            reports.close()
    assert set(active_children()) <= before
    assert len(taken) < len(notes)


class Deadly(Profiles):
    """Profiles in whose company some documents end the process: always, or (there is a file for it) the first time."""

    def recognise(self, doc: Document) -> Recognised:
        """Tell the profile, or die."""
        for line in doc.lines:
            if line.text == "Ends every worker":
                os._exit(3)
            if line.text.startswith("Ends one worker: "):
                once = Path(line.text.removeprefix("Ends one worker: "))
                if once.exists():
                    once.unlink()
                    os._exit(3)
        return super().recognise(doc)


def test_a_file_that_ends_its_worker_is_refused_and_the_others_go_on(tmp_path: Path) -> None:
    """One that could be checked the second time is not blamed."""
    (tmp_path / "once").touch()
    good = find_rule("MED001").good
    ends = {1: "Ends every worker", 4: f"Ends one worker: {tmp_path / 'once'}"}
    paths = [tmp_path / f"{number}.txt" for number in range(8)]
    for number, path in enumerate(paths):
        path.write_text(f"{good}\n{ends.get(number, '')}\n", encoding="utf-8")
    options = Options(today=OPTIONS.today, profiles=Deadly(shipped_profiles().by_id))
    reports = list(check_many(paths, options, 2))
    assert [report.path for report in reports] == [str(path) for path in paths]
    lost = reports.pop(1)
    assert (lost.sha256, [outcome.rule for outcome in lost.outcomes]) == (None, ["DOC001"])
    assert lost.error
    assert lost.error.startswith("Checking this file ended the program that did it")
    assert not (tmp_path / "once").exists()
    assert reports == [lean(check_file(path, OPTIONS)) for path in (*paths[:1], *paths[2:])]


@pytest.mark.parametrize(
    ("asked", "files", "cores", "workers"),
    [(0, 1, 8, 1), (0, 199, 8, 1), (0, 200, 8, 2), (0, 10_000, 8, 8), (0, 10_000, 1, 1), (0, 0, 8, 1),
     (3, 10_000, 8, 3), (3, 2, 8, 2), (3, 0, 8, 1), (16, 10_000, 8, 16), (9_999, 10_000, 8, 60), (1, 10_000, 8, 1)],
)  # fmt: skip
def test_few_files_need_no_second_worker(
    asked: int, files: int, cores: int, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless it is asked for; and never one without a file."""
    monkeypatch.setattr(many, "_cores", lambda: cores)
    assert worker_count(asked, files) == workers


@pytest.mark.parametrize("name", ["jsonl", "csv", "text"])
def test_memory_does_not_grow_with_the_number_of_files(name: str, tmp_path: Path) -> None:
    """Eight times the notes, the same peak, where results are written as they come."""
    note = tmp_path / "note.txt"
    note.write_text(find_rule("SIG001").bad, encoding="utf-8")

    def peak(count: int) -> int:
        tracemalloc.reset_peak()
        reports = check_many((note for _ in range(count)), OPTIONS)
        assert sum(len(piece) for piece in WRITERS[name](reports, MANNER)) > count * 100
        return tracemalloc.get_traced_memory()[1]

    tracemalloc.start()
    try:
        peak(5)  # what is loaded and remembered once
        assert peak(80) < 1.2 * peak(10)
    finally:
        tracemalloc.stop()
