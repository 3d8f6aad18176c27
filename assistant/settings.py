"""What a user keeps in the configuration folder: profiles of their own, and which profile to go by. It is only read.

`profiles/*.toml` are profiles; `config.toml` may hold `profile = "ID"`, and `place` and `role` for questions.
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path

from knowledge.schema import ROLES


class Unusable(Exception):
    """What the user named or keeps cannot be used; the message is one line that says why and what to do."""


def folder() -> Path:
    """Where this user's configuration is kept; it need not be there."""
    return user_config_path("tandem", appauthor=False)


def config_file() -> Path:
    """The user's configuration; it need not be there."""
    return folder() / "config.toml"


def profile_folder() -> Path:
    """Where this user's own profiles are kept; it need not be there."""
    return folder() / "profiles"


def kept(key: str) -> str:
    """What the configuration says of `profile`, `place` or `role`, "" where it says nothing.

    Raises:
        Unusable: the configuration is not sound.
    """
    if not config_file().exists():
        return ""
    from checkers.checked_toml import Key, Shape, WrongFile, read_checked  # noqa: PLC0415 - most users have none

    keys = {
        "profile": Key("the id of the profile to check documents by", Shape.TEXT),
        "place": Key("whose rules questions are about, as --place has it", Shape.TEXT),
        "role": Key("who asks", Shape.TEXT, lambda: ROLES, "role"),
    }
    try:
        return str(read_checked(config_file(), {"": keys}).values.get(key, ""))
    except WrongFile as wrong:
        raise Unusable(str(wrong)) from None
