"""The real command on a real pseudo-terminal, with as much of a terminal as it takes to read its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
COLUMNS, ROWS = 80, 24
F2, F3, F6, RIGHT, ENTER, ESCAPE, CTRL_C = (
    b"\x1bOQ", b"\x1bOR", b"\x1b[17~", b"\x1b[C", b"\r", b"\x1b", b"\x03",
)  # fmt: skip

PATIENCE = 60.0
"""Seconds until what has to come is given up: far more than it takes."""
_PART = re.compile(
    r"\x1b\[(?P<numbers>[0-?]*)[ -/]*(?P<kind>[@-~])|\x1b\]22;[a-z]+(?:\x07|\x1b\\)"
    r"|(?P<text>[^\x1b\x00-\x08\x0b-\x1f]+|\r)"
)
"""What Textual sends: sequences that move the cursor, colour or ask, the shape of the mouse pointer, and text."""

_FRAMES = re.compile(r"[│┃▁▂▃▄▅▆▇█]")


def pasted(data: bytes) -> bytes:
    """What a terminal sends when this is pasted, or dropped onto it."""
    return b"\x1b[200~" + data + b"\x1b[201~"


def in_one_line(screen: str) -> str:
    """The words of a screen, however they are wrapped and framed."""
    return " ".join(_FRAMES.sub(" ", screen).split())


def drawn(raw: bytes, columns: int, lines: int) -> str:
    """What is to be seen of what came from the app, row by row."""
    rows = [[" "] * columns for _ in range(lines)]
    y = x = 0
    for part in _PART.finditer(raw.decode("utf-8", "replace")):
        if part["kind"] == "H":
            y, x = ((int(number or 1) - 1) for number in (part["numbers"] or "1;1").split(";"))
        elif part["kind"] == "h" and part["numbers"] == "?1049":
            rows = [[" "] * columns for _ in range(lines)]
        for letter in part["text"] or "":
            if letter == "\n":
                y, x = y + 1, 0
            elif letter == "\r":
                x = 0
            elif y < lines and x < columns:
                rows[y][x] = letter
                x += 1
    return "\n".join("".join(row).rstrip() for row in rows)


class Terminal:
    """A window of 80 by 24 with the command in it."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.raw = b""
        """All that came from the command."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        own = {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "assistant", *words],
            cwd=folder, env={**os.environ, **own}, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        )  # fmt: skip
        os.close(slave)

    def send(self, *keys: bytes) -> None:
        """Press keys."""
        for key in keys:
            os.write(self._master, key)

    def until(self, condition: Callable[[str], bool]) -> str:
        """Wait until the screen is so, and give it; fail where it does not come about."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if condition(screen := self.screen()):
                return screen
            if not self._read(0.1) and self._process.poll() is not None:
                break
        raise AssertionError(self.screen())

    def until_shown(self, *words: str) -> str:
        """Wait until all of these are on the screen at once, however they are wrapped and framed.

        A screen comes in pieces: what is to be seen together has to be waited for together.
        """
        return self.until(lambda screen: all(part in in_one_line(screen) for part in words))

    def ended(self) -> int:
        """Wait for the end, and give the exit code."""
        end = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        while self._read(0.1):
            pass
        return self._process.wait(0)

    def screen(self) -> str:
        """What is to be seen, row by row."""
        return drawn(self.raw, COLUMNS, ROWS)

    def left_over(self) -> str:
        """What was sent besides text and Textual's own sequences."""
        return _PART.sub("", self.raw.decode("utf-8", "replace"))

    def _read(self, patience: float) -> bool:
        """Read what there is, waiting a little; False where nothing came."""
        if not select.select([self._master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return False
        self.raw += data
        return bool(data)

    def close(self) -> None:
        """End it, with all that it started."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(PATIENCE)
        os.close(self._master)


@contextmanager
def terminal(folder: Path, *words: str) -> Iterator[Terminal]:
    """The command in a window, ended at the end."""
    window = Terminal(folder, *words)
    try:
        yield window
    finally:
        window.close()
