"""Which file is being read, on a terminal, in one line that is written over."""

from __future__ import annotations

import sys
from pathlib import Path

from checkers.visible import visible_line


def show_progress(number: int = 0, total: int = 0, path: Path | None = None) -> None:
    """Say on a terminal which file is being read; without a path, take it away again."""
    if sys.stderr.isatty():
        words = f"Checking {number} of {total}: {visible_line(str(path))}" if path else ""
        sys.stderr.write(f"\r\x1b[K{words[:78]}")
        sys.stderr.flush()
