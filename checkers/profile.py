"""Profiles: which rules run, with which figures, for one jurisdiction and programme.

A profile is a TOML file; `extends` names the profile it builds on. Keys:

- `id`, `name`, `extends`;
- `rules`: codes that run, added to those of the profile it extends; `without`: codes taken out again;
- `[figures]`: numbers a rule reads by name;
- `[recognise]`: `names` of the place, its agencies and forms, and `counties` ("Albany", told as "Albany County"), which
  tell that a document asks for the profile; `default_for`: kinds of document that do where no name tells.
- `[settings]`: `typed_signature` = "review", "accept" or "reject"; `signatures_dated` = true where a note's or log's
  signature needs a date even if no line asks for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import tomli

from checkers.document import Document
from checkers.words import plain

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
    signatures_dated: bool = False
    names: frozenset[str] = frozenset()
    """What tells that a document asks for this profile, made `plain`; not inherited."""
    default_for: frozenset[str] = frozenset()
    depth: int = 0
    """How many profiles it builds on: the more, the more particular it is."""


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
    base = load_profile(own["extends"]) if "extends" in own else Profile("", "", frozenset(), {}, depth=-1)
    recognise = own.get("recognise", {})
    counties = (each for name in recognise.get("counties", ()) for each in (f"{name} county", f"county of {name}"))
    return Profile(
        id=own["id"],
        name=own["name"],
        rules=(base.rules | frozenset(own.get("rules", ()))) - frozenset(own.get("without", ())),
        figures=base.figures | own.get("figures", {}),
        typed_signature=own.get("settings", {}).get("typed_signature", base.typed_signature),
        signatures_dated=own.get("settings", {}).get("signatures_dated", base.signatures_dated),
        names=frozenset(map(plain, (*recognise.get("names", ()), *counties))),
        default_for=frozenset(recognise.get("default_for", ())),
        depth=base.depth + 1,
    )


@dataclass(frozen=True, slots=True)
class Recognised:
    """The profile that a document asks for, with the reason in words."""

    id: str
    reason: str


def recognise_profile(doc: Document) -> Recognised:
    """The profile whose place, agency or form a document names in a title, heading or other short line.

    Of several the most particular one, and of these the one named oftenest; where none is named, the kind decides.
    """
    texts = [f" {plain(line.text)} " for line in doc.lines if 0 < len(line.text.split()) <= _SHORT]
    named = []
    for profile in map(load_profile, shipped()):
        found = [name for name in profile.names for text in texts if f" {name} " in text]
        if found:
            named.append((profile.depth, len(found), profile.id, found[0]))
    if named:
        _, _, profile_id, name = max(named)
        return Recognised(profile_id, f"The document names “{name}”.")
    default = next(profile for profile in map(load_profile, shipped()) if doc.kind in profile.default_for)
    return Recognised(default.id, "The document names no place; this is the usual one for its kind.")


_SHORT = 14
"""In words: a longer line is running text, which may speak of any place."""
