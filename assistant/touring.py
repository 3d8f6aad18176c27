"""The tour: a sample note with a gap, in a private folder of its own; mended, and checked again as any document is."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.waivers import check_with_waivers
from checkers.check import FileReport, Options

QUESTION = "Who coordinates when a child has speech and OT, and no SEIT?"
_SAMPLE = Path(__file__).parent / "samples" / "to-mend" / "speech-note.txt"
_MENDED = (
    ("Child's Name: [Child's Name]", "Child's Name: Rosa Diaz"),
    ("Session Notes:", "Session Notes: Rosa named 8 of 10 pictures with one prompt, and asked for two by herself."),
)
"""Each line of the sample that wants something, and how it reads when it is mended."""


class SampleNote:
    """A copy of a sample note, to be checked and mended; its folder is gone when it is closed."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="tandem-tour-", ignore_cleanup_errors=True)
        self.path = Path(self._folder.name) / _SAMPLE.name
        shutil.copyfile(_SAMPLE, self.path)

    def check(self, options: Options) -> FileReport:
        """Check it, as a command and the app check any document."""
        return check_with_waivers(self.path, options)

    def mend(self) -> list[str]:
        """Write what is missing into the copy; gives the lines as they read now."""
        text = self.path.read_text(encoding="utf-8")
        lines = [dict(_MENDED).get(line.strip(), line) for line in text.splitlines()]
        self.path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return [after for _, after in _MENDED]

    def close(self) -> None:
        """Delete the copy with its folder."""
        self._folder.cleanup()
