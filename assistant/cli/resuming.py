"""`--resume FILE`: results as JSON lines that a run goes on from, and that hold when it is broken off anywhere.

While files are checked, each result is put at the end of FILE as one line. Once all are done, the lines are put in
order, and those that hold no more are left out: the same bytes as of a run that did all at once. An old line holds
where path, SHA-256 sum, day and basis (`checkers.basis`) are still the same, and no waivers are or were beside the
file, which change without it. Nothing is kept anywhere else.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from assistant.cli.output import Unwritable, results, target_of
from checkers.check import FINDINGS
from checkers.guard import read_file
from checkers.reports.manner import Manner
from checkers.reports.tally import Tally
from checkers.unreadable import Unreadable
from checkers.waivers.beside import beside

_BEGINNING = b'{"path": "'


class Foreign(Exception):
    """The file holds something else than results to go on from; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where a file's result stands, and what it rests on."""

    offset: int
    sha256: str | None
    today: str
    basis: str
    has_waivers: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier run left: the last line of each file by its path, and where the last whole line ends."""

    lines: Mapping[str, Line]
    end: int

    def holds(self, file: Path, manner: Manner) -> bool:
        """Whether there is a result for the file as it is now, made on the same day and the same basis."""
        line = self.lines.get(str(file))
        if line is None or line.has_waivers or beside(file).exists():
            return False
        return _rests_on(line, manner) and line.sha256 == _sum(file) is not None


def _rests_on(line: Line, manner: Manner) -> bool:
    return (line.today, line.basis) == (manner.today.isoformat(), manner.basis)


def _sum(file: Path) -> str | None:
    try:
        return hashlib.sha256(read_file(file)).hexdigest()
    except Unreadable:
        return None


def to_go_on_from(path: Path, files: Sequence[Path]) -> Earlier:
    """What stands in the file of results, if it is about some of the files.

    Raises:
        Foreign: it holds something else, or results of other files alone.
        Unwritable: it cannot be read.
    """
    earlier = read_earlier(path)
    if earlier.lines and not any(str(file) in earlier.lines for file in files):
        raise Foreign(
            f"{path} holds the results of other files, such as {next(iter(earlier.lines))}: name another file."
        )
    return earlier


def read_earlier(path: Path) -> Earlier:
    """What stands in the file of results; nothing where there is none. A last line that was broken off does not count.

    Raises:
        Foreign: it holds something else.
        Unwritable: it cannot be read.
    """
    lines, end = {}, 0
    target = target_of(path)
    if target.exists() and not target.is_file():
        raise Unwritable(f"{path} cannot be gone on from: it is no ordinary file. Name another.")
    try:
        with path.open("rb") as source:
            for offset, length, found in _results_in(source, path):
                has_waivers = bool(found.get("waivers") or found.get("waiver_error"))
                lines[found["path"]] = Line(offset, found["sha256"], found["today"], found["basis"], has_waivers)
                end = offset + length
    except FileNotFoundError:
        pass
    except OSError:
        raise Unwritable(f"{path} cannot be read; name a file that is yours.") from None
    return Earlier(lines, end)


def _results_in(source: BinaryIO, path: Path) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Each whole line, by its place, its length and what it says."""
    offset = 0
    for number, line in enumerate(source, start=1):
        if not line.endswith(b"\n") and line.startswith(_BEGINNING[: len(line)]):
            return
        found = _result(line)
        if found is None:
            raise Foreign(
                f"line {number} of {path} is no result to go on from, such as --format jsonl writes without --redact: "
                "name another file, or a new one."
            )
        yield offset, len(line), found
        offset += len(line)


def _result(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
        words = (found["path"], found["today"], found["basis"], found["sha256"] or "")
        return found if all(isinstance(each, str) for each in words) and isinstance(found["outcomes"], list) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def why_not(earlier: Earlier, files: Sequence[Path], manner: Manner) -> Iterator[str]:
    """A sentence on each reason but the files themselves for which results do not hold any more."""
    lines = [line for file in files if (line := earlier.lines.get(str(file)))]
    days = Counter(line.today for line in lines if line.today != manner.today.isoformat())
    for day, number in sorted(days.items()):
        yield f"{number} of the results there are of {day}, and are made anew for today; --today {day} keeps them."
    if others := sum(line.today == manner.today.isoformat() and line.basis != manner.basis for line in lines):
        yield f"{others} of the results there were made with other options or another Tandem, and are made anew."


@contextmanager
def going_on(path: Path, earlier: Earlier) -> Iterator[TextIO]:
    """The file opened behind its last whole line, for results to be added.

    Raises:
        Unwritable: nothing can be written there.
    """
    try:
        with path.open("ab") as file:
            file.truncate(earlier.end)
        out = path.open("a", encoding="ascii", newline="")
    except OSError:
        raise Unwritable(f"{path} cannot be written; name a file in a folder that is there and is yours.") from None
    with out:
        yield out


def put_in_order(path: Path, files: Sequence[Path]) -> None:
    """Leave one line for each file in the file of results, in this order; at one stroke, or not at all.

    Raises:
        Unwritable: nothing can be written there.
    """
    lines = read_earlier(path).lines
    wanted = [lines[str(file)].offset for file in files]
    with path.open("rb") as source:
        if wanted == [offset for offset, _, _ in _results_in(source, path)]:
            return
    with results(path) as out, path.open("rb") as source:
        for offset in wanted:
            source.seek(offset)
            out.write(source.readline().decode("ascii"))


def tally_in(path: Path) -> Tally:
    """What is told by all results of the file together."""
    tally = Tally()
    with path.open("rb") as source:
        for _, _, found in _results_in(source, path):
            asking = (each for each in found["outcomes"] if each["outcome"] in FINDINGS and not each.get("waived"))
            tally.waived += sum("waived" in each for each in found["outcomes"])
            tally.wrong_waivers += bool(found.get("waiver_error"))
            tally.count((each["severity"] or each["outcome"] for each in asking), unreadable=found["error"] is not None)
    return tally
