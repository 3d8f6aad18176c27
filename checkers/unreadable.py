"""The one way in which a file is refused."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be read: `reason` says what is wrong, `advice` what its owner can do next.

    Both are whole sentences without any text of the document. Rule DOC001 shows them.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason} {advice}")
        self.reason = reason
        self.advice = advice

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, str]]:
        """Pickled by its two parts, so that it comes whole out of a worker process."""
        return Unreadable, (self.reason, self.advice)
