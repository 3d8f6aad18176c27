"""What holds for every test: no network, no configuration of whoever runs it, the same generated input every time."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Any

from hypothesis import settings

HERE = {None, "", "localhost", "127.0.0.1", "::1"}

os.environ["XDG_CONFIG_HOME"] = str(Path(__file__) / "none")  # below a file, where nothing can be

gc.set_threshold(50_000, 20, 50)  # what is loaded once stays: garbage is looked for less often

settings.register_profile("tandem", deadline=None, derandomize=True)  # no clock and no luck decides over a change
settings.load_profile("tandem")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case that is a file by its argument: the bytes of a Word file hold the time at which it was made."""
    return argname if isinstance(val, bytes) else None


def refuse_network(event: str, args: tuple[Any, ...]) -> None:
    """Let nothing but this machine be looked up or connected to: Tandem works offline, and so do its tests."""
    if event == "socket.getaddrinfo":
        host = args[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple):
        host = args[1][0]
    else:
        return
    if (host.decode() if isinstance(host, bytes) else host) not in HERE:
        message = f"A test tried to reach {host!r}: nothing may leave this machine."
        raise PermissionError(message)


sys.addaudithook(refuse_network)
