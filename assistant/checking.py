"""Checking as a row of steps, so that each can be shown and it can be stopped between any two."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assistant.waivers import check_with_waivers, with_waivers
from checkers.check import FileReport, Options
from checkers.collect import collect
from checkers.many import check_many, worker_count


@dataclass(frozen=True, slots=True)
class Looking:
    """Documents are being looked for; so many are found."""

    where: str
    found: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A document is about to be read: the `number`-th of `total`."""

    number: int
    total: int
    name: str


Step = Looking | Reading | FileReport


def check_all(paths: Sequence[Path], options: Options) -> Generator[Step]:
    """Look through the paths, then check each document that was found; its report is a step too.

    Many are checked side by side. Their reports are lean, so that a year of notes has room: see `has_page`. Whoever
    stops early closes the generator.
    """
    where = ", ".join(path.name or str(path) for path in paths)
    yield Looking(where, 0)
    files: list[Path] = []
    for path in collect(paths):
        files.append(path)
        yield Looking(where, len(files))
    with closing(_reports(files, options)) as reports:
        for number, path in enumerate(files, start=1):
            yield Reading(number, len(files), path.name)
            yield next(reports)


def _reports(files: Sequence[Path], options: Options) -> Generator[FileReport]:
    workers = worker_count(0, len(files))
    if workers > 1:
        with closing(check_many(files, options, workers)) as reports:
            yield from (with_waivers(report, Path(report.path), options) for report in reports)
    else:
        yield from (check_with_waivers(path, options) for path in files)


def has_page(report: FileReport) -> bool:
    """Whether a report holds its document, to be shown; a lean one does not."""
    return report.doc is None or bool(report.doc.reading.blocks)
