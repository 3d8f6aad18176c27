"""Checking as a row of steps, so that each can be shown and it can be stopped between any two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.waivers import check_with_waivers
from checkers.check import FileReport, Options
from checkers.collect import collect


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


def check_all(paths: Sequence[Path], options: Options) -> Iterator[Step]:
    """Look through the paths, then check each document that was found; its report is a step too."""
    where = ", ".join(path.name or str(path) for path in paths)
    yield Looking(where, 0)
    files: list[Path] = []
    for path in collect(paths):
        files.append(path)
        yield Looking(where, len(files))
    for number, path in enumerate(files, start=1):
        yield Reading(number, len(files), path.name)
        yield check_with_waivers(path, options)
