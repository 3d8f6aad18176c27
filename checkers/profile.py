"""Profiles: which rules run, with which figures, for one jurisdiction and programme.

A profile is a TOML file; `extends` names the profile it builds on. Keys:

- `id`, `name`, `extends`;
- `rules`: codes that run, added to those of the profile it extends; `without`: codes taken out again;
- `[figures]`: numbers a rule reads by name;
- `[settings]`: `typed_signature` = "review", "accept" or "reject".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import tomli

TypedSignature = Literal["review", "accept", "reject"]


class UnknownProfile(Exception):
    """No profile of that name is shipped; the message names those that are."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile with everything it inherits already in it."""

    id: str
    name: str
    rules: frozenset[str]
    figures: dict[str, int]
    typed_signature: TypedSignature = "review"


@cache
def shipped() -> tuple[str, ...]:
    """The ids of the profiles that ship with Tandem: the files of `checkers/profiles`."""
    return tuple(sorted(path.name.removesuffix(".toml") for path in files("checkers").joinpath("profiles").iterdir()))


@cache
def load_profile(profile_id: str) -> Profile:
    """Load a shipped profile by its id.

    Raises:
        UnknownProfile: there is no such profile.
    """
    if profile_id not in shipped():
        raise UnknownProfile(f"There is no profile “{profile_id}”. Choose one of: {', '.join(shipped())}.")
    own = tomli.loads(files("checkers").joinpath("profiles", f"{profile_id}.toml").read_text("utf-8"))
    return _profile(own)


def _profile(own: dict[str, Any]) -> Profile:
    base = load_profile(own["extends"]) if "extends" in own else Profile("", "", frozenset(), {})
    return Profile(
        id=own["id"],
        name=own["name"],
        rules=(base.rules | frozenset(own.get("rules", ()))) - frozenset(own.get("without", ())),
        figures=base.figures | own.get("figures", {}),
        typed_signature=own.get("settings", {}).get("typed_signature", base.typed_signature),
    )
