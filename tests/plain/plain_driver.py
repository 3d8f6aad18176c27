"""What the tests of linear mode share: a session that is driven by lines, and what may not come out of any."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from assistant.conversation import State
from assistant.plain.console import Console
from assistant.plain.session import Session
from assistant.plain.start import converse_in_lines
from checkers.check import Options
from knowledge import load

SAMPLES = Path(__file__).parents[2] / "assistant" / "samples"
TO_MEND = SAMPLES / "to-mend" / "speech-note.txt"
TODAY = datetime.date(2026, 6, 15)
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DRAWN = re.compile("[\u2500-\u259f\u25a0-\u25ff]")
_SIGNS = re.compile("[☐☒☑✓✗•→]")


def session(lines: Sequence[str | None], *, width: int = 80, echo: bool = True) -> tuple[Session, list[str]]:
    """A session that hears these lines (None is Ctrl+C), and what it writes, piece by piece."""
    written: list[str] = []
    ends = [f"{line}\n" if line is not None else None for line in lines]

    def read() -> str:
        line = ends.pop(0) if ends else ""
        if line is None:
            raise KeyboardInterrupt
        return line

    console = Console(read, written.append, width=lambda: width, echo=echo)
    return Session(console, load(), State(), Options(today=TODAY)), written


def heard(*lines: str | None, width: int = 80, echo: bool = True) -> str:
    """All that linear mode says to somebody who types these lines from its beginning on."""
    held, written = session(lines, width=width, echo=echo)
    converse_in_lines(held)
    assert "Something went wrong" not in "".join(written)
    return harmless("".join(written))


def harmless(text: str) -> str:
    """The text; fails where it holds what moves a terminal, or what a screen reader speaks badly."""
    controls = {each for each in text if unicodedata.category(each) in ("Cc", "Cs") and each != "\n"}
    assert not controls
    assert not _DIRECTION.search(text)
    assert not _DRAWN.search(text)
    assert not _SIGNS.search(text)
    return text


def flat(text: str) -> str:
    """The words of a text, however they are wrapped."""
    return " ".join(text.split())
