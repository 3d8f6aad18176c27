"""The real command in tmux, a terminal that people use: what `terminal_driver` does, on a server of its own."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tui.terminal_driver import COLUMNS, PATIENCE, ROOT, ROWS, in_one_line

_LEFT = "Left with "
_CONFIGURATION = "set -g status off\nset -s escape-time 0\n"


class Tmux:
    """A window of 80 by 24 with the command in it; after it, `cat` shows whatever a terminal answers too late."""

    def __init__(self, folder: Path, *words: str) -> None:
        self._own = tempfile.TemporaryDirectory(prefix="tandem-")  # a test's own folder is too long for a socket
        configuration = folder / "tmux.conf"
        configuration.write_text(_CONFIGURATION, "utf-8")
        command = f"{shlex.join([sys.executable, '-m', 'assistant', *words])}; echo {_LEFT}$?; exec cat"
        own = {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        self._tmux(
            "-u", "-f", str(configuration), "new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), command,
            folder=folder, environment={**os.environ, **own},
        )  # fmt: skip

    def _tmux(self, *words: str, folder: Path | None = None, environment: dict[str, str] | None = None) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(Path(self._own.name) / "socket"), *words],  # noqa: S607 - the one there is
            cwd=folder, env=environment, check=True, capture_output=True, encoding="utf-8",
        )  # fmt: skip
        return done.stdout

    def send(self, *keys: bytes) -> None:
        """Press keys."""
        for key in keys:
            self._tmux("send-keys", "-H", *(f"{byte:x}" for byte in key))

    def until(self, condition: Callable[[str], bool]) -> str:
        """Wait until the screen is so, and give it; fail where it does not come about."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if condition(screen := self.screen()):
                return screen
            time.sleep(0.1)
        raise AssertionError(self.screen())

    def until_shown(self, *words: str) -> str:
        """Wait until all of these are on the screen at once, however they are wrapped and framed."""
        return self.until(lambda screen: all(part in in_one_line(screen) for part in words))

    def ended(self) -> int:
        """Wait for the end, and give the exit code."""
        return int(self.until_shown(_LEFT).partition(_LEFT)[2].split()[0])

    def screen(self) -> str:
        """What is to be seen, row by row."""
        return self._tmux("capture-pane", "-p")

    def left_over(self) -> str:
        """What is to be seen after the end, besides the exit code."""
        return "".join(line for line in self.screen().splitlines() if not line.startswith(_LEFT)).strip()

    def close(self) -> None:
        """End the server, with all that it started."""
        self._tmux("kill-server")
        self._own.cleanup()


@contextmanager
def tmux(folder: Path, *words: str) -> Iterator[Tmux]:
    """The command in a window of tmux, ended at the end."""
    window = Tmux(folder, *words)
    try:
        yield window
    finally:
        window.close()
