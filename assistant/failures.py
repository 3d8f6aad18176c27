"""What to say of an error that nobody foresaw: its kind and the module, and nothing that it holds.

The words of an exception may be those of a document or a question, so they are never shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import FrameType, TracebackType

_OURS = ("assistant", "checkers", "knowledge")


def where(failure: BaseException) -> str:
    """The kind of the error and Tandem's module it came from: "KeyError in assistant.tui.screens.check"."""
    modules = [str(frame.f_globals.get("__name__", "?")) for frame in frames(failure.__traceback__)]
    ours = [module for module in modules if module.partition(".")[0] in _OURS]
    return f"{type(failure).__name__} in {(ours or modules or ['?'])[-1]}"


def frames(trace: TracebackType | None) -> Iterator[FrameType]:
    """The calls that led to an error, the last one at the end."""
    while trace is not None:
        yield trace.tb_frame
        trace = trace.tb_next
