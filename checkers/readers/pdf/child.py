"""The child process in which PDFium reads, and its parent's side.

PDFium is fast and knows the odd files that are about, but a hostile one can make it take all memory or end its
process. So it runs apart: with a limit on memory and on time, without a file written or a connection opened; bytes go
in and pages come out through pipes. One child serves file after file, and a new one is begun where it was lost.
"""

from __future__ import annotations

import atexit
import json
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO

from checkers.readers.pdf.shapes import Page
from checkers.unreadable import Unreadable

SECONDS = 60
"""How long one file may take."""
_MEMORY = 2 * 2**30
_LENGTH = 8
_BEGIN = """\
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from checkers.readers.pdf.child import serve
serve()
"""

_lock = threading.Lock()
_child: subprocess.Popen[bytes] | None = None


def pages_of(data: bytes) -> list[Page]:
    """All pages of a PDF, as `pdfium.pages_of` gives them.

    Raises:
        Unreadable: as there; and where the file brought the child down or took too long.
    """
    with _lock:
        child = _running()
        timer = threading.Timer(SECONDS, child.kill)
        timer.start()
        try:
            answer = _exchange(child, data)
        except (OSError, EOFError, pickle.UnpicklingError):
            _end()
            raise Unreadable(
                "This PDF could not be taken in: it is damaged, or far too large inside.",
                "Print it to a new PDF, and check that.",
            ) from None
        finally:
            timer.cancel()
    if isinstance(answer, Unreadable):
        raise answer
    return answer


def _exchange(child: subprocess.Popen[bytes], data: bytes) -> list[Page] | Unreadable:
    if child.stdin is None or child.stdout is None:
        raise EOFError
    _send(child.stdin, data)
    answer = _receive(child.stdout)
    if answer is None:
        raise EOFError
    pages: list[Page] | tuple[str, str] = pickle.loads(answer)  # noqa: S301 - see the import
    return Unreadable(*pages) if isinstance(pages, tuple) else pages


def _running() -> subprocess.Popen[bytes]:
    global _child  # noqa: PLW0603 - one child for the whole process, however many files there are
    if _child is None or _child.poll() is not None:
        _end()
        _child = subprocess.Popen(  # noqa: S603 - this Python, with this program's own code
            [sys.executable, "-P", "-c", _BEGIN, json.dumps(sys.path)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    return _child


@atexit.register
def _end() -> None:
    """End the child, if there is one."""
    global _child  # noqa: PLW0603 - as above
    if _child is None:
        return
    for pipe in (_child.stdin, _child.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()
    _child.kill()
    _child.wait()
    _child = None


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(len(data).to_bytes(_LENGTH))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """One message, None where the other side has gone."""
    head = pipe.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head)
    data = pipe.read(length)
    return data if len(data) == length else None


def serve() -> None:
    """The child's own life: file after file, until the parent has gone."""
    with suppress(ImportError):  # Windows knows no such limits
        import resource  # noqa: PLC0415

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the document
    from checkers.readers.pdf import pdfium  # noqa: PLC0415 - only the child loads the library

    while (data := _receive(sys.stdin.buffer)) is not None:
        answer: list[Page] | tuple[str, str]
        try:
            answer = pdfium.pages_of(data)
        except Unreadable as refusal:
            answer = (refusal.reason, refusal.advice)
        except (Exception, MemoryError):  # noqa: BLE001 - whatever a hostile file brings about, by its effect alone
            answer = ("This PDF is damaged.", "Export it again from the program it was made with, and check that.")
        _send(sys.stdout.buffer, pickle.dumps(answer))
