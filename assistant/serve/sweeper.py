"""A process that outlives the server: waits until the server is gone, and deletes the folder that it is told.

It has nothing but the reading end of a pipe that the server holds open. It is started as a module, with the folder.
"""

from __future__ import annotations

import shutil
import signal
import sys
import time
from pathlib import Path

_TRIES, _BETWEEN = 100, 0.3
"""The session's own processes take a moment to go, and on Windows a file that is open cannot be deleted."""


def main(folder: Path) -> None:
    """Wait, and delete. Nothing but being killed keeps it from it."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    sys.stdin.buffer.read()
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            break
        time.sleep(_BETWEEN)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
