"""How the bytes that a terminal sends are read."""

from __future__ import annotations

import sys
from codecs import getincrementaldecoder
from functools import partial


def read_any_byte() -> None:
    """Let no byte end the app: one that is no UTF-8, as in a paste in an old encoding, is read as in file names.

    Textual's reader is strict, and its thread dies at such a byte. It takes its decoder by this name.
    """
    if sys.platform != "win32":  # where whole characters are read, no bytes
        from textual.drivers import linux_driver  # noqa: PLC0415 - not there on Windows

        linux_driver.getincrementaldecoder = lambda encoding: partial(  # type: ignore[attr-defined]
            getincrementaldecoder(encoding), "surrogateescape"
        )
