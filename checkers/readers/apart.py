"""Work that a hostile file could ruin, done apart: in a worker process with limits on its time and its memory.

Native libraries are fast and know the odd files that are about, but a file can make one take all memory or end its
process. One worker serves file after file; where it is lost, that file is refused and a new worker begun for the next.
No file is written and no connection opened: bytes go in and values come out through pipes.
"""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from checkers.unreadable import Unreadable

if TYPE_CHECKING:
    from pebble import ProcessPool

SECONDS = 5.0
"""How long a file may take; a plan of twenty dense pages takes one."""
MEGABYTES = 300
"""How much memory the worker may ask for. It begins with about 40."""

Result = TypeVar("Result")


def apart(work: Callable[[bytes], Result], data: bytes, *, seconds: float = SECONDS) -> Result:
    """Give what `work` gives for `data`, done in the worker; `work` is a function of a module.

    Raises:
        Unreadable: `work` raised it; or the file brought the worker down, or took longer than `seconds`.
    """
    from pebble import ProcessExpired  # noqa: PLC0415 - the first PDF pays for it, and no other command

    task = _pool().schedule(work, args=[data], timeout=seconds)
    try:
        result: Result = task.result()
    except Unreadable:
        raise
    except TimeoutError:
        raise _too_much(f"more than {seconds:g} seconds") from None
    except (ProcessExpired, MemoryError):
        raise _too_much(f"more than {MEGABYTES} MB of memory") from None
    except Exception:  # noqa: BLE001 - whatever a hostile file brings about, by its effect alone
        raise Unreadable(
            "The file is damaged.", "Export it again from the program it was made with, and check that."
        ) from None
    return result


def _too_much(what: str) -> Unreadable:
    return Unreadable(
        f"Reading the file would take {what}: it is damaged, or far larger inside than a note or plan can be.",
        "Print it to a new PDF, or split it into one file for each document, and check that.",
    )


@cache
def _pool() -> ProcessPool:
    from multiprocessing import get_context, resource_tracker  # noqa: PLC0415 - as above

    from pebble import ProcessPool  # noqa: PLC0415

    with redirect_stderr(sys.__stderr__):  # Python's own helper process needs a true one, which the app has captured
        resource_tracker.ensure_running()
    pool = ProcessPool(max_workers=1, initializer=limit, context=get_context("spawn"))
    atexit.register(end)
    return pool


def end() -> None:
    """End the worker, if there is one; the next file begins another."""
    if _pool.cache_info().currsize:
        _pool().stop()  # type: ignore[no-untyped-call]  # the library leaves this one untyped
        _pool().join()
        _pool.cache_clear()


def limit() -> None:
    """Set the worker's limits; Windows knows none of these."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the document
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))
