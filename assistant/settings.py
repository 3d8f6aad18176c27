"""What a user keeps in the configuration folder: profiles of their own, and choices that hold for the next time too.

`profiles/*.toml` are profiles; `config.toml` may hold `profile = "ID"`, `place` and `role` for questions, and for the
app `theme` and `start`, the screen to begin with. It is read; only `keep` writes it, where the user asked for that.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path

if TYPE_CHECKING:
    from checkers.checked_toml import Key

THEMES = ("dark", "light", "contrast")
STARTS = ("home", "ask", "check", "library", "count")
_VALUE = re.compile(r"""[^=]+=\s*(?:"(?:[^"\\]|\\.)*"|'[^']*')(?P<rest>\s*(?:\#.*)?)""")


class Unusable(Exception):
    """What the user named or keeps cannot be used; the message is one line that says why and what to do."""


def folder() -> Path:
    """Where this user's configuration is kept; it need not be there. `TANDEM_CONFIG` names another folder."""
    return Path(os.environ.get("TANDEM_CONFIG") or user_config_path("tandem", appauthor=False))


def config_file() -> Path:
    """The user's configuration; it need not be there."""
    return folder() / "config.toml"


def profile_folder() -> Path:
    """Where this user's own profiles are kept; it need not be there."""
    return folder() / "profiles"


def kept(key: str) -> str:
    """What the configuration says of `profile`, `place`, `role`, `theme` or `start`, "" where it says nothing.

    Raises:
        Unusable: the configuration is not sound.
    """
    return _read()[1].get(key, "") if config_file().exists() else ""


def keep(values: Mapping[str, str]) -> Path:
    """Write values into the configuration, "" to take one out; all else in it stays as it is. Gives the file's path.

    Raises:
        Unusable: what is there is not sound, or it cannot be written.
    """
    from assistant.cli.output import Unwritable, whole_file  # noqa: PLC0415 - only where something is kept

    path = config_file()
    text = _read()[0] if path.exists() else ""
    changed = reduce(lambda each, item: with_value(each, *item), values.items(), text)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as file:
            file.write(changed.encode("utf-8"))
    except (OSError, Unwritable):
        raise Unusable(f"{path} cannot be written, so nothing is kept: see whether its folder is yours.") from None
    return path


def with_value(text: str, key: str, value: str) -> str:
    """A configuration with one value changed, added, or for "" taken out; its other lines and its remarks stay.

    Raises:
        Unusable: the value is written in a way that cannot be changed without touching what stands around it.
    """
    import tomli  # noqa: PLC0415 - as above

    from checkers.checked_toml import line_of  # noqa: PLC0415

    plain = text.replace("\r\n", "\n")
    lines = plain.rstrip("\n").split("\n") if plain.strip() else []
    at = line_of(plain, (key,))
    entry = f"{key} = {json.dumps(value, ensure_ascii=False)}"
    if at is None:
        lines += [entry] if value else []
    elif value:
        there = _VALUE.fullmatch(lines[at - 1])
        lines[at - 1] = f"{entry}{there['rest'] if there else ''}"
    else:
        del lines[at - 1]
    changed = ("\r\n" if plain != text else "\n").join([*lines, ""])
    wanted = {name: each for name, each in tomli.loads(text).items() if name != key} | ({key: value} if value else {})
    try:
        if tomli.loads(changed) == wanted:
            return changed
    except ValueError:
        pass
    raise Unusable(f"{config_file()}: “{key}” is written there in a way that Tandem cannot change; write it as {entry}")


def _read() -> tuple[str, dict[str, str]]:
    """The configuration as it is written, and the value of each key."""
    from checkers.checked_toml import WrongFile, read_checked  # noqa: PLC0415 - most users have none

    try:
        checked = read_checked(config_file(), {"": _keys()})
    except WrongFile as wrong:
        raise Unusable(str(wrong)) from None
    return checked.text, checked.values


def _keys() -> Mapping[str, Key]:
    from checkers.checked_toml import Key, Shape  # noqa: PLC0415 - as above
    from knowledge.schema import ROLES  # noqa: PLC0415

    return {
        "profile": Key("the id of the profile to check documents by", Shape.TEXT),
        "place": Key("whose rules questions are about, as --place has it", Shape.TEXT),
        "role": Key("who asks", Shape.TEXT, lambda: ROLES, "role"),
        "theme": Key("the colors of the app", Shape.TEXT, lambda: THEMES, "theme"),
        "start": Key("the screen that the app begins with", Shape.TEXT, lambda: STARTS, "screen"),
    }
