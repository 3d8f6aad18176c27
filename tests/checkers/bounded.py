"""Files checked under watch: how long each takes, how much memory, whether it reaches outside.

    python -m tests.checkers.bounded [WORDS]      a line for each hostile file with these words in its name
    python -m tests.checkers.bounded --names      a line of JSON for each file named on a line of the input

Every file is made in a process of its own and checked in another, both forked from this one, which has all libraries
loaded; so neither the making nor the file before counts. The checking process may take `MOST_MEMORY` and `GUARD`
seconds, and is ended then. Needs a system that can fork.

The seconds told are those of the processor at the pace of an ordinary laptop (`tests/checkers/pace.py`): a small fixed
piece of work is timed just before and after each file, so that what else the machine does is no fault of the file.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

from checkers.check import Options, check_bytes
from checkers.readers import apart
from tests.checkers.pace import ORDINARY, at_ordinary_pace, seconds_of_fixed_work
from tests.documents.hostile import HOSTILE, listened
from tests.documents.paper_docx import note_grid
from tests.documents.paper_text import note_text
from tests.documents.papers import Note

SECONDS, MEGABYTES = 5.0, 300
"""What a file may take."""
GUARD = 20.0
MOST_SECONDS = 6
"""What a process may take of the processor, at the ordinary pace, before it is ended: a little more than a file may."""
_SPARE = 1.5
"""The machine may become slower after its pace was taken."""
LONGEST_MAKING = 120.0
MOST_MEMORY = 3 * 2**30
_MB = 2**20
SPOKEN = b"Progress Note\nDate: 2/10/2026\nNotes: We played a game and spoke of the schedule.\n"
"""A note whose activity only its narrative tells."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of a file. `refused` is why it was not read, "" if it was; `ended`: why the process had to be ended.

    `seconds` are those of the processor, of the worker process too, at the pace of an ordinary laptop; `memory` is the
    largest that any of the processes had, in megabytes, without what it had before the file.
    """

    name: str
    seconds: float
    memory: float
    size: int
    refused: str = ""
    ended: str = ""
    reached: tuple[str, ...] = ()
    """Connections and look-ups that were tried."""
    leaked: bool = False
    """Whether something stands in the reading that only another file holds."""

    @property
    def within(self) -> bool:
        """Whether it kept both bounds."""
        return not self.ended and self.seconds <= SECONDS and self.memory <= MEGABYTES


def measured(names: Iterable[str], guard: float = GUARD, processor: int = MOST_SECONDS) -> list[Measured]:
    """What becomes of these files, in a process of its own; each is ended after so many seconds of the processor."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.checkers.bounded", "--names", str(guard), str(processor)],
        input="\n".join(names), stdout=subprocess.PIPE, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    return [
        Measured(**each | {"reached": tuple(each["reached"])}) for each in map(json.loads, done.stdout.splitlines())
    ]


def main(names: Iterable[str], guard: float, processor: int) -> Iterator[Measured]:
    """Make and check each file."""
    for data in (note_text(Note()).encode(), note_grid(Note()), SPOKEN):
        check_bytes(data, "note")  # words, rules, profiles and libraries are loaded here, once for all
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as listener:
        path = Path(folder, "file")
        for name in names:
            suffix = HOSTILE[name][1] if name in HOSTILE else ".txt"
            made = _forked(partial(_written, name, path, listener.getsockname()[1]), LONGEST_MAKING)
            if not made.isdigit():
                raise RuntimeError(f"{name} could not be made: {made}")
            before = seconds_of_fixed_work()
            most = ceil(processor * max(before / ORDINARY, 1) * _SPARE)
            found = _forked(partial(_checked, path, suffix), guard, most)
            told: dict[str, Any] = {"seconds": float(processor), "memory": 0.0, "ended": found}
            if found.startswith("{"):
                told = json.loads(found)
                told["seconds"] = round(at_ordinary_pace(told["seconds"], before, seconds_of_fixed_work()), 2)
            heard = ["the listener"] if select.select([listener], [], [], 0)[0] else []
            if heard:
                listener.accept()[0].close()
            reached = (*told.pop("reached", ()), *heard)
            yield Measured(name=name, size=path.stat().st_size, reached=reached, **told)


def _written(name: str, path: Path, port: int) -> str:
    return str(path.write_bytes(listened(name, port) if name in HOSTILE else f"{name} {port}".encode()))


def _checked(path: Path, suffix: str) -> str:
    """Check the file and tell what it took."""
    reached: list[str] = []

    def watch(event: str, args: tuple[object, ...]) -> None:
        if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request") or (
            event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple)
        ):
            reached.append(event)

    sys.addaudithook(watch)
    data = path.read_bytes()
    before = high_water(os.getpid())
    start = time.process_time()
    _try_the_watch(data)
    report = check_bytes(data, f"hostile{suffix}", Options())
    seconds = time.process_time() - start
    memory = high_water(os.getpid()) - before
    workers = [high_water(each) for each in children()]
    apart.end()
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = "" if report.doc is None else "\n".join(line.text for line in report.doc.lines[:2_000])
    return json.dumps(
        {
            "seconds": round(seconds + ended.ru_utime + ended.ru_stime, 2),
            "memory": round(max(memory, *workers, 0) / _MB, 1),
            "refused": report.error or "",
            "reached": reached,
            "leaked": bool(_secret()) and _secret() in words,
        }
    )


def _try_the_watch(data: bytes) -> None:
    """Do what no file may bring about, where the content is one of the names that ask for it."""
    if data.startswith(b"watch: takes long"):
        while True:
            pass
    if data.startswith(b"watch: takes memory"):
        bytearray(b"x" * (2 * MEGABYTES * _MB)).clear()
    if data.startswith(b"watch: connects"):
        with socket.create_connection(("127.0.0.1", int(data.split()[-1]))):
            pass


def _secret() -> str:
    """What stands in the file that a hostile file asks for."""
    try:
        return Path("/etc/hostname").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def children() -> list[int]:
    """The processes that this one has begun."""
    found = Path(f"/proc/self/task/{os.getpid()}").parent.glob("*/children")
    return [int(each) for path in found for each in path.read_text().split()]


def high_water(process: int) -> int:
    """The most memory that a process had, in bytes; 0 where that is not told."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def _forked(work: Callable[[], str], guard: float, processor: int = 0) -> str:
    """What `work` gives, done in a process of its own; else why that was ended. `processor` 0: without limits."""
    receiving, sending = os.pipe()
    process = os.fork()
    if not process:
        os.close(receiving)
        os.setsid()
        status = 1
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if processor:
                resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
                resource.setrlimit(resource.RLIMIT_CPU, (processor, processor + 1))
            with os.fdopen(sending, "w") as pipe:
                pipe.write(work())
            status = 0
        finally:
            os._exit(status)
    os.close(sending)
    with os.fdopen(receiving) as pipe:
        ready = select.select([pipe], [], [], guard)[0]
        told = pipe.read() if ready else ""
    if not ready:
        os.killpg(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    if not ready:
        return f"took more than {guard:g} seconds"
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return f"took more than {processor} seconds of the processor"
    return told or f"ended with status {status}, perhaps for want of memory"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--names"]:
        for result in main(sys.stdin.read().splitlines(), float(sys.argv[2]), int(sys.argv[3])):
            print(json.dumps(asdict(result)), flush=True)
    else:
        words = " ".join(sys.argv[1:])
        print("seconds      MB  size, MB  file, and what became of it")
        for result in main([name for name in HOSTILE if words in name], GUARD, MOST_SECONDS):
            told = result.ended or result.refused or "read"
            mark = "  " if result.within else "! "
            print(
                f"{mark}{result.seconds:5.1f} {result.memory:7.0f} {result.size / _MB:9.2f}  {result.name}: {told}",
                flush=True,
            )
