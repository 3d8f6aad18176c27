"""Work in the worker: what a hostile file does to it ends with that file."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checkers.readers.apart import MEGABYTES, apart, end
from checkers.unreadable import Unreadable


def length(data: bytes) -> int:
    """Work that ends well."""
    return len(data)


def refuse(_: bytes) -> int:
    """Work that knows why it cannot be done."""
    raise Unreadable("This PDF is locked.", "Unlock it.")


def fail(_: bytes) -> int:
    """Work that a broken file makes fail."""
    raise IndexError("Jayden Rivera")


def take_long(_: bytes) -> int:
    """Work that waits without an end."""
    time.sleep(60)
    return 0


def take_the_processor(_: bytes) -> int:
    """Work without an end."""
    while True:
        pass


def wait_a_while(data: bytes) -> int:
    """Work that another program keeps from the processor."""
    time.sleep(0.5)
    return len(data)


def take_memory(data: bytes) -> int:
    """A bomb."""
    return len(data * 2**20 * MEGABYTES)


def connect(_: bytes) -> str:
    """A library that would fetch or report something, and what becomes of it."""
    try:
        socket.create_connection(("127.0.0.1", 9))
    except OSError as failure:
        return type(failure).__name__
    return "connected"


def die(_: bytes) -> int:
    """A crash of a native library."""
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def test_what_the_work_gives_comes_back() -> None:
    """And a refusal with both of its sentences."""
    assert apart(length, b"abc") == 3
    with pytest.raises(Unreadable) as refusal:
        apart(refuse, b"")
    assert (refusal.value.reason, refusal.value.advice) == ("This PDF is locked.", "Unlock it.")


_IN_THE_APP = """
import sys
class Captured:
    def write(self, text): return len(text)
    def flush(self): pass
    def fileno(self): return -1  # as Textual answers while it draws
if __name__ == "__main__":
    sys.stderr = Captured()
    from checkers.readers.apart import apart
    from tests.checkers.readers.test_apart import length
    print(apart(length, b"abc"))
"""


def test_it_works_where_standard_error_is_captured() -> None:
    """As in the app, which has no true standard error to give to a new process."""
    command = [sys.executable, "-c", _IN_THE_APP]
    done = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, text=True, check=False)
    assert done.stdout == "3\n"


@pytest.mark.parametrize(
    ("work", "words"),
    [(take_long, "more than 0.2 seconds"), (take_the_processor, "more than 0.2 seconds"),
     (take_memory, f"more than {MEGABYTES} MB"), (die, "memory"), (fail, "damaged")],
)  # fmt: skip
def test_a_file_that_ruins_the_work_is_refused_and_the_next_is_read(work: Callable[[bytes], int], words: str) -> None:
    """The bound is named, and nothing of the file."""
    with pytest.raises(Unreadable, match=words) as refusal:
        apart(work, b"x", seconds=0.2)
    assert "Jayden" not in str(refusal.value)
    assert apart(length, b"abc") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no process by the processor's time")
def test_only_the_processors_time_counts_while_a_busy_machine_keeps_it_waiting() -> None:
    """A good plan is not called damaged for that."""
    assert apart(wait_a_while, b"abc", seconds=0.2) == 3


def test_work_with_a_larger_bound_has_a_worker_of_its_own() -> None:
    """What is too much for one is done by the other, and both serve on; ended, they begin anew."""
    with pytest.raises(Unreadable, match=f"more than {MEGABYTES} MB"):
        apart(take_memory, b"x")
    assert apart(take_memory, b"x", megabytes=3 * MEGABYTES) == MEGABYTES * 2**20
    assert apart(length, b"abc") == 3
    end()
    assert apart(length, b"abc", megabytes=3 * MEGABYTES) == 3


def test_no_worker_can_open_a_connection() -> None:
    """It is refused before anybody is asked."""
    assert apart(connect, b"") == "PermissionError"
