"""How quick the app is as a person feels it, in a terminal of its own: first frame, key to repaint, and idle.

    python -m tests.benchmarks.app [ROUNDS]

The first frame is measured beside that of a Textual app which shows the same words and nothing else; the two take
turns, so that a busy moment of the machine hits both, and each is run once beforehand. From a key to its repaint it is
with 100 documents checked and listed, then with 1,000 (copies of the samples to mend). Idle time is the processor's, of
the app and its threads, as the system counts it (Linux).
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).parents[2]
TO_MEND = ROOT / "assistant" / "samples" / "to-mend"
SAMPLES = [TO_MEND / name for name in ("coordination-note.docx", "draft-iep.docx", "speech-note.txt")]
WORDS = b"What do you want to do?"
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("What do you want to do?")
Bare().run()
"""
DOCUMENTS = (100, 1000)
KEYS = 40
IDLE_SECONDS = 10
_QUIET = 0.05
"""So many seconds without a byte end a repaint; they are not counted."""
_PATIENCE = 180.0
_F3, _UP, _DOWN = b"\x1bOR", b"\x1b[A", b"\x1b[B"


class Window:
    """A command in a terminal of 80 by 24."""

    def __init__(self, command: list[str], folder: str) -> None:
        self._begun = time.perf_counter()
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        own = {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": folder}
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._process = subprocess.Popen(
            command, cwd=folder, env=inherited | own, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
        )
        os.close(slave)

    def until(self, words: bytes) -> float:
        """Wait for words; gives the seconds since the command was begun."""
        seen, end = b"", time.perf_counter() + _PATIENCE
        while time.perf_counter() < end:
            seen += self._read(0.5)
            if words in seen:
                return time.perf_counter() - self._begun
        sys.exit(f"{words.decode()!r} did not come")

    def press(self, keys: bytes) -> float:
        """Press keys; gives the seconds until the last byte of the repaint."""
        pressed = last = time.perf_counter()
        os.write(self._master, keys)
        while self._read(_QUIET if last > pressed else _PATIENCE):
            last = time.perf_counter()
        return last - pressed

    def settle(self) -> None:
        """Wait until nothing more is drawn."""
        while self._read(1.0):
            pass

    def idle_seconds(self) -> float:
        """What the command takes of the processor while it is left alone."""
        before = self._processor_seconds()
        time.sleep(IDLE_SECONDS)
        return self._processor_seconds() - before

    def _processor_seconds(self) -> float:
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _read(self, patience: float) -> bytes:
        if not select.select([self._master], [], [], patience)[0]:
            return b""
        try:
            return os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return b""

    def close(self) -> None:
        """End the command."""
        self._process.terminate()
        self._process.wait(_PATIENCE)
        os.close(self._master)


def main(rounds: int) -> None:
    """Measure and print the table."""
    app, bare = [sys.executable, "-m", "assistant"], [sys.executable, "-c", BARE]
    with tempfile.TemporaryDirectory() as folder:
        first_frame(app, folder)
        first_frame(bare, folder)
        taken = [(first_frame(app, folder), first_frame(bare, folder)) for _ in range(rounds)]
        own, others = (statistics.median(each) for each in zip(*taken, strict=True))
        print("| | ms |\n| --- | ---: |")
        tell(f"first frame, median of {rounds}", own)
        tell("first frame of a bare Textual app, in turn with it", others)
        tell("the one later than the other by", statistics.median(one - other for one, other in taken))
        for count in DOCUMENTS:
            documents = Path(folder) / f"notes-{count}"
            documents.mkdir()
            for number, sample in zip(range(count), cycle(SAMPLES), strict=False):
                shutil.copyfile(sample, documents / f"{number:04}-{sample.name}")
            working(app, folder, documents.name, count)


def tell(what: str, seconds: float) -> None:
    """Print a row of the table."""
    print(f"| {what} | {1000 * seconds:.0f} |", flush=True)


def first_frame(command: list[str], folder: str) -> float:
    """Seconds from the start of the command to its first words on the screen."""
    window = Window(command, folder)
    try:
        return window.until(WORDS)
    finally:
        window.close()


def working(command: list[str], folder: str, documents: str, count: int) -> None:
    """Leave the app alone, then check the documents and go through the findings, then leave it alone again."""
    window = Window(command, folder)
    try:
        window.until(b"Place: not set")
        time.sleep(IDLE_SECONDS)  # until all is loaded
        window.settle()
        tell(f"processor time of {IDLE_SECONDS} idle seconds, at Home", window.idle_seconds())
        window.press(_F3)
        window.press(f"{documents}\r".encode())
        window.until(f"{count} checked:".encode())
        window.settle()
        keys = [b"n"] * KEYS + [_UP, _DOWN] * (KEYS // 2)
        repaints = sorted(map(window.press, keys))
        tell(f"key to repaint, {count} documents listed, median of {len(keys)}", statistics.median(repaints))
        tell("95 of 100 below", repaints[int(0.95 * len(repaints))])
        tell("the longest", repaints[-1])
        tell(f"processor time of {IDLE_SECONDS} idle seconds, with the documents listed", window.idle_seconds())
    finally:
        window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
