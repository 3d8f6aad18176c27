"""Work that a hostile file could ruin, done apart: in a worker process with limits on its time and its memory.

Native libraries are fast and know the odd files that are about, but a file can make one take all memory or end its
process. One worker for each bound on memory serves file after file; where it is lost, that file is refused and a new
worker begun for the next. No file is written and no connection can be opened: bytes go in and values come out through
pipes.
"""

from __future__ import annotations

import atexit
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from typing import TYPE_CHECKING, Any, TypeVar

from checkers.unreadable import Unreadable

if TYPE_CHECKING:
    from pebble import ProcessPool

SECONDS = 2.5
"""So much of the processor a file may take; a plan of twenty dense pages takes one."""
PATIENCE = 5
"""So many times as long it may take by the clock: a busy or slow computer is no fault of the file."""
MEGABYTES = 300
"""How much memory the worker may ask for. It begins with about 40."""

Result = TypeVar("Result")

_pools: dict[int, ProcessPool] = {}
"""The workers that have begun, by how much memory they may ask for."""


def apart(
    work: Callable[[bytes], Result], data: bytes, *, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> Result:
    """Give what `work` gives for `data`, done in a worker; `work` is a function of a module.

    Raises:
        Unreadable: `work` raised it; or the file brought the worker down, or took more than `seconds` of the processor
            (on Windows, which does not end a process by those: by the clock, `PATIENCE` times as many).
    """
    from pebble import ProcessExpired  # noqa: PLC0415 - the first PDF pays for it, and no other command

    task = _pool(megabytes).schedule(_timed, args=[work, data, seconds], timeout=PATIENCE * seconds)
    try:
        result: Result = task.result()
    except Unreadable:
        raise
    except TimeoutError:
        raise _too_long(seconds) from None
    except ProcessExpired as ended:
        if sys.platform != "win32" and ended.exitcode == -signal.SIGPROF:
            raise _too_long(seconds) from None
        raise _too_much(f"more than {megabytes:,} MB of memory") from None
    except MemoryError:
        raise _too_much(f"more than {megabytes:,} MB of memory") from None
    except Exception:  # noqa: BLE001 - whatever a hostile file brings about, by its effect alone
        raise Unreadable(
            "The file is damaged.", "Export it again from the program it was made with, and check that."
        ) from None
    return result


def _timed(work: Callable[[bytes], Result], data: bytes, seconds: float) -> Result:
    """In the worker: do the work, and end by a signal where it takes more of the processor; Windows has none."""
    if sys.platform == "win32":
        return work(data)
    else:  # noqa: RET505 - so that types are checked for each system
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            return work(data)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


def _too_long(seconds: float) -> Unreadable:
    return _too_much(f"more than {seconds:.2g} seconds")


def _too_much(what: str) -> Unreadable:
    return Unreadable(
        f"Reading the file would take {what}: it is damaged, or far larger inside than a note or plan can be.",
        "Print it to a new PDF, or split it into one file for each document, and check that.",
    )


def _pool(megabytes: int) -> ProcessPool:
    if megabytes in _pools:
        return _pools[megabytes]
    pool = one_worker(limit, megabytes)
    if not _pools:
        atexit.register(end)
    _pools[megabytes] = pool
    return pool


def one_worker(begin: Callable[..., None], *args: int) -> ProcessPool:
    """A worker process that does one piece of work after the other; it calls `begin` first, and again if it is lost."""
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    from pebble import ProcessPool  # noqa: PLC0415

    if sys.platform != "win32":  # where processes need no helper
        from multiprocessing import resource_tracker  # noqa: PLC0415

        with redirect_stderr(sys.__stderr__):  # the helper needs a true one, which the app has captured
            resource_tracker.ensure_running()
    context: Any = get_context("spawn")  # the library's types know the pipes of POSIX alone
    return ProcessPool(max_workers=1, initializer=begin, initargs=args, context=context)


def end() -> None:
    """End the workers, if there are any; the next file begins another."""
    while _pools:
        _, pool = _pools.popitem()
        pool.stop()  # type: ignore[no-untyped-call]  # the library leaves this one untyped
        pool.join()


def limit(megabytes: int) -> None:
    """Set a worker's limits; Windows knows none on memory."""
    sys.addaudithook(_stay_here)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # to end at once, and not when the library's own code is done
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the document
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))


def _stay_here(event: str, _: object) -> None:
    """Let no library, whatever it would fetch or report, open a connection where documents are read."""
    if event.startswith("socket."):
        raise PermissionError(event)
