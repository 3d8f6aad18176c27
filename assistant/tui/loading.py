"""What the app needs beyond its first frame: the user's settings, the screens, what checks and answers take.

All of it is loaded in a thread while the first screen is read: first what is needed to go on, then what the first check
and the first question would wait for.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.tui.main_screens import MAIN_SCREENS

if TYPE_CHECKING:
    from assistant.beginning import Begun

SAMPLES = Path(__file__).parents[1] / "samples"
"""The sample documents that ship with Tandem; everybody in them is invented."""


def unconfigured() -> Begun:
    """The beginning without any configuration."""
    from assistant.beginning import Begun  # noqa: PLC0415 - after the first frame, as all else here
    from assistant.conversation import State  # noqa: PLC0415
    from checkers.check import Options  # noqa: PLC0415

    return Begun(Options(), State())


def as_configured() -> Begun:
    """The beginning as the user's configuration has it; where that is wrong, it says so, and is as without it."""
    from assistant import beginning  # noqa: PLC0415 - as above

    return beginning.as_configured()


def load_screens() -> None:
    """Load all that the screens show."""
    from knowledge import load  # noqa: PLC0415 - as above

    load()
    for entry in MAIN_SCREENS:
        entry.load()


def load_engines() -> Iterator[None]:
    """Load what the first question and the first check would wait for, a step at a time, so that it can be left off.

    It is the index of the topics, spaCy, the readers, the calendar; whatever a sample makes use of.
    """
    from assistant.tui.finder import open_finder  # noqa: PLC0415 - as above
    from checkers.check import check_file  # noqa: PLC0415
    from checkers.words.pipeline import language  # noqa: PLC0415

    open_finder()
    yield
    language()
    yield
    check_file(SAMPLES / "to-mend" / "coordination-note.docx")
    gc.freeze()  # all of this stays: no collector is to go through it while a key waits, which takes half a second
