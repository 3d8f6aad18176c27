"""One path, asked for until it is there."""

from __future__ import annotations

from pathlib import Path

from assistant.paths import is_there, paths_in
from assistant.plain.console import Console


def one_path(console: Console, words: str) -> Path:
    """The file or folder that somebody types, pastes or drops.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    while True:
        paths = paths_in(console.ask(words, "Type, paste or drop one path."))
        if len(paths) == 1 and is_there(paths[0]):
            return paths[0]
        console.say("Name one path." if len(paths) != 1 else f"There is nothing at {paths[0]}; look at the spelling.")
