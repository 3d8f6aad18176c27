"""What the commands that write a profile share: asking, where its file may go, and writing it once it is sound."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from assistant.settings import profile_folder
from checkers.checked_toml import WrongFile
from checkers.own_profiles import adding, read_own
from checkers.profile import Profile, Profiles, shipped_profiles
from checkers.visible import visible_line

Answer = TypeVar("Answer")
USUAL_BASE = "ny-preschool"
"""The profile that most others build on."""


class Stopped(Exception):
    """Nothing is written; the message says why."""


def refuse(path: Path, *, force: bool) -> None:
    """Stop where the file may not be written.

    Raises:
        Stopped: it is no .toml file, or there already.
    """
    if path.suffix != ".toml":
        raise Stopped(f"a profile is a .toml file, such as albany.toml; {path} is none.")
    if path.exists() and not force:
        raise Stopped(f"{path} is there already: name another file, or say --force to write over it.")


def said(words: str, *, otherwise: str) -> str:
    """The next line of standard input, without what frames it; a person at a terminal is shown the words first.

    Raises:
        Stopped: the input has ended; `otherwise` names the option that does without.
    """
    if sys.stdin.isatty():
        print(words, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise Stopped(f"the input ended before all was answered, so nothing was written; {otherwise} takes the rest.")
    return line.strip()


def until_right(words: str, read: Callable[[str], Answer], *, otherwise: str) -> Answer:
    """What `read` makes of the answer; where it says `Stopped`, a person at a terminal is asked again, a pipe is not.

    Raises:
        Stopped: the input has ended, or a pipe's answer was not right.
    """
    while True:
        answer = said(words, otherwise=otherwise)
        try:
            return read(answer)
        except Stopped as slip:
            if not sys.stdin.isatty():
                raise
            print(visible_line(str(slip)), file=sys.stderr)


def in_one_line(words: str) -> str:
    """The words without what frames them. Raises `ValueError` for none, and for control characters."""
    if not words.strip() or not words.isprintable():
        raise ValueError("write it in one line, without control characters.")
    return words.strip()


def checked_id(words: str, profiles: Profiles, path: Path) -> str:
    """The id of a profile to be written to a path. Raises `ValueError` for what is no id, or is taken."""
    if words != id_from(words):
        raise ValueError(f"use small letters, figures and hyphens, such as {id_from(words)}.")
    there = profiles.by_id.get(words)
    if there and there.file != path:
        raise ValueError("a profile of that id is there already.")
    return words


def id_from(name: str) -> str:
    """A name as an id: "Albany County" is "albany-county"."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "own"


def toml(value: Any) -> str:
    """A value as TOML: text, numbers, yes or no, and lists are written as in JSON."""
    return json.dumps(value, ensure_ascii=False)


def write(path: Path, text: str, profile_id: str, profiles: Profiles) -> Profile:
    """Write the profile, once it is found sound; where the folder of the user's profiles is not there, make it.

    Raises:
        Stopped: it is not sound, or cannot be written there.
    """
    data = text.encode("utf-8")
    try:
        others = [each.file for name, each in profiles.by_id.items() if each.file and name != profile_id]
        known = adding(shipped_profiles(), [*map(read_own, others), read_own(path, data)])
        if path in known.broken:
            raise Stopped(known.broken[path])
        if path.parent == profile_folder():
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except WrongFile as wrong:
        raise Stopped(str(wrong)) from None
    except OSError as failure:
        raise Stopped(f"{path} cannot be written ({failure.strerror}); name a file in a folder of yours.") from None
    return known.find(profile_id)


def how_to_use(path: Path, profile: Profile, *, kept: bool) -> Iterator[str]:
    """What to do with the file that was written; `kept`: it is among the user's profiles."""
    named = profile.id if kept else str(path)
    yield f"Written: {path}"
    yield f"It runs {len(profile.rules)} rules. All of it: tandem profile show {named}"
    yield f"Check documents by it: tandem check --profile {named} FILE"
    if not kept:
        yield f"Put the file into {profile_folder()} to have it found without its path."
