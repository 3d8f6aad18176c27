"""Where a file is to be written: named before anything is written, and nothing written over unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from assistant.cli.output import Taken, Unwritable
from assistant.paths import expanded
from assistant.plain.console import Console
from assistant.wording import sentence


class Write(Protocol):
    """Writes a file whole or not at all. Raises `Unwritable`, and `Taken` for one that is there."""

    def __call__(self, path: Path, *, replace: bool) -> object:
        """Write it to a path; `replace` also over one that is there."""


def write_to(console: Console, usual: Path, write: Write, helps: str = "") -> Path:
    """Ask where to write, until it is written; gives the path.

    Raises:
        Back, ToMenu, Left: somebody wants to go there; nothing is written.
    """
    path = usual.absolute()
    while True:
        console.say(f"To be written: {path}")
        said = console.ask("Enter writes it, or type another name:", helps or "A path to a file that is not there yet.")
        if said:
            path = expanded(said.strip("'\"")).absolute()
        elif _written(console, path, write):
            console.say(f"Written: {path}")
            return path


def _written(console: Console, path: Path, write: Write) -> bool:
    try:
        write(path, replace=False)
    except Taken:
        if not console.sure("There is a file of that name already. Write over it?"):
            console.say("It is left as it is.")
            return False
        return _tried(console, lambda: write(path, replace=True))
    except Unwritable as wrong:
        return _refused(console, wrong)
    return True


def _tried(console: Console, write: Callable[[], object]) -> bool:
    try:
        write()
    except Unwritable as wrong:
        return _refused(console, wrong)
    return True


def _refused(console: Console, wrong: Unwritable) -> bool:
    console.say(sentence(str(wrong)))
    return False
