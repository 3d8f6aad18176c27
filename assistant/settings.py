"""What a user keeps in the configuration folder: profiles of their own, and which profile to go by. It is only read.

`profiles/*.toml` are profiles; `config.toml` may hold `profile = "ID"`, and `place` and `role` for questions.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

from checkers.check import Options
from checkers.checked_toml import Checked, Key, Shape, WrongFile, read_checked
from checkers.profile import Profile, Profiles, UnknownProfile, shipped_profiles
from knowledge.schema import ROLES

CONFIG = {
    "": {
        "profile": Key("the id of the profile to check documents by", Shape.TEXT),
        "place": Key("whose rules questions are about, as --place has it", Shape.TEXT),
        "role": Key("who asks", Shape.TEXT, lambda: ROLES, "role"),
    }
}
"""The keys of `config.toml`."""


class Unusable(Exception):
    """What the user named or keeps cannot be used; the message is one line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The profiles to choose from, and the one that was chosen, None where each document is to tell."""

    profiles: Profiles
    profile: Profile | None = None

    def options(self) -> Options:
        """The choice as options of a check."""
        return Options(self.profile.id if self.profile else None, profiles=self.profiles)


def folder() -> Path:
    """Where this user's configuration is kept; it need not be there."""
    return user_config_path("tandem", appauthor=False)


def config_file() -> Path:
    """The user's configuration; it need not be there."""
    return folder() / "config.toml"


def profile_folder() -> Path:
    """Where this user's own profiles are kept; it need not be there."""
    return folder() / "profiles"


def known_profiles(chosen: Path | None = None) -> Profiles:
    """The profiles that ship with Tandem, those in the user's folder, and that of a file chosen for this run."""
    paths = sorted(profile_folder().glob("*.toml"))
    if not paths and not chosen:
        return shipped_profiles()
    from checkers.own_profiles import with_own  # noqa: PLC0415 - most users have none

    return with_own(paths, chosen)


def choose(named: str | None) -> Choice:
    """What is named by id or by file on the command line, else in the configuration, else left to the documents.

    Raises:
        Unusable: it is not there or not sound; or, where nothing is named, a profile is not sound that could be meant.
    """
    if named and _is_file(named):
        path = Path(named)
        profiles = known_profiles(path)
        found = next((each for each in profiles.by_id.values() if each.file == path), None)
        if found is None:
            raise Unusable(profiles.broken[path])
        return Choice(profiles, found)
    profiles = known_profiles()
    if named:
        return Choice(profiles, _find(profiles, named))
    if kept_profile := kept("profile"):
        try:
            return Choice(profiles, _find(profiles, kept_profile))
        except Unusable as wrong:
            raise Unusable(f"{config_file()}: {wrong}") from None
    if profiles.broken:
        raise Unusable(next(iter(profiles.broken.values())))
    return Choice(profiles)


def kept(key: str) -> str:
    """What the configuration says of `profile`, `place` or `role`, "" where it says nothing.

    Raises:
        Unusable: the configuration is not sound.
    """
    config = _config()
    return str(config.values.get(key, "")) if config else ""


def _is_file(named: str) -> bool:
    """Whether it is meant as a file: no id has a separator or an ending."""
    return named.endswith(".toml") or any(each in named for each in (os.sep, os.altsep) if each)


def _config() -> Checked | None:
    if not config_file().exists():
        return None
    try:
        return read_checked(config_file(), CONFIG)
    except WrongFile as wrong:
        raise Unusable(str(wrong)) from None


def _find(profiles: Profiles, profile_id: str) -> Profile:
    try:
        return profiles.find(profile_id)
    except UnknownProfile as unknown:
        # Its file is named after it as a rule: what is wrong there says more.
        broken = {path.stem: message for path, message in profiles.broken.items()}
        raise Unusable(broken.get(profile_id, str(unknown))) from None
