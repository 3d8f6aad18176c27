"""The profiles that a user has to choose from, and which one was chosen: by an option or in the configuration."""

from __future__ import annotations

import os
from pathlib import Path

from assistant.settings import Unusable, config_file, kept, profile_folder
from checkers.check import Options
from checkers.profile import Profile, Profiles, UnknownProfile, shipped_profiles


def known_profiles(chosen: Path | None = None) -> Profiles:
    """The profiles that ship with Tandem, those in the user's folder, and that of a file chosen for this run."""
    paths = sorted(profile_folder().glob("[!.]*.toml"))
    if not paths and not chosen:
        return shipped_profiles()
    from checkers.own_profiles import with_own  # noqa: PLC0415 - most users have none

    return with_own(paths, chosen)


def choose(named: str | None) -> Options:
    """To check by what is named by id or by file, else by what the configuration names, else by what documents tell.

    Raises:
        Unusable: it is not there or not sound; or, where nothing is named, a profile is not sound that could be meant.
    """
    if named and _is_file(named):
        path = Path(named)
        profiles = known_profiles(path)
        found = next((each for each in profiles.by_id.values() if each.file == path), None)
        if found is None:
            raise Unusable(profiles.broken[path])
        return Options(found.id, profiles=profiles)
    profiles = known_profiles()
    if named:
        return Options(_find(profiles, named).id, profiles=profiles)
    if kept_profile := kept("profile"):
        try:
            return Options(_find(profiles, kept_profile).id, profiles=profiles)
        except Unusable as wrong:
            raise Unusable(f"{config_file()}: {wrong}") from None
    if profiles.broken:
        raise Unusable(next(iter(profiles.broken.values())))
    return Options(profiles=profiles)


def choices(options: Options) -> list[tuple[str, str]]:
    """What can be checked by: nothing in particular (""), or a profile by its id; each in words."""
    named = ((each.id, each.name) for each in options.known().by_id.values())
    return [("", "What each document says itself, or is by its kind"), *sorted(named, key=lambda each: each[1])]


def in_words(options: Options) -> str:
    """What is checked by."""
    profile = options.known().find(options.profile).name if options.profile else "what each document says itself"
    return f"Checked by: {profile}."


def _is_file(named: str) -> bool:
    """Whether it is meant as a file: no id has a separator or an ending."""
    return named.endswith(".toml") or any(each in named for each in (os.sep, os.altsep) if each)


def _find(profiles: Profiles, profile_id: str) -> Profile:
    try:
        return profiles.find(profile_id)
    except UnknownProfile as unknown:
        # Its file is named after it as a rule: what is wrong there says more.
        broken = {path.stem: message for path, message in profiles.broken.items()}
        raise Unusable(broken.get(profile_id, str(unknown))) from None
