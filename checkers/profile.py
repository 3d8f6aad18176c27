"""Profiles: which rules run, with which figures, for one jurisdiction and programme.

A profile is a TOML file; `extends` names the profile it builds on. `checkers/profile_keys.py` tells what may stand in
it. Those that ship with Tandem are read here; those that a county wrote itself are read, and told what is wrong with
them, by `checkers/own_profiles.py`. A `Profiles` holds both; the caller says which files are its user's own.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import tomli

from checkers.document import Document, Kind
from checkers.form import SHARE, SHARE_IF_CHOSEN, Form
from checkers.layout import Line
from checkers.words import plain

TypedSignature = Literal["review", "accept", "reject"]


class UnknownProfile(Exception):
    """There is no profile of that name; the message names those that are there."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile with everything it inherits already in it."""

    id: str
    name: str
    rules: frozenset[str]
    figures: dict[str, int]
    typed_signature: TypedSignature = "review"
    signatures_dated: bool = False
    entry_dates_signature: bool = False
    names: frozenset[str] = frozenset()
    """What tells that a document asks for this profile, made `plain`; not inherited."""
    default_for: frozenset[str] = frozenset()
    closed_days: Mapping[datetime.date, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    """Labels of its forms, made `plain`, with what they mean: a key of words/labels.toml."""
    form: Form | None = field(default=None, repr=False)
    """The form that it was learned from; not inherited."""
    base: Profile | None = field(default=None, repr=False)
    """The profile it builds on."""
    file: Path | None = None
    """The user's own file that it was read from; None for one that ships with Tandem."""

    @property
    def lineage(self) -> tuple[Profile, ...]:
        """The profile, the one it builds on, and so on: from the most particular to the most general."""
        return (self, *self.base.lineage) if self.base else (self,)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The profile that a document asks for, with the reason in words."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Profiles:
    """The profiles that a run knows, by their ids; `broken` says in one line each what is wrong with a user's file."""

    by_id: Mapping[str, Profile]
    broken: Mapping[Path, str] = field(default_factory=dict)

    def find(self, profile_id: str) -> Profile:
        """The profile of that id.

        Raises:
            UnknownProfile: there is none.
        """
        if profile_id not in self.by_id:
            raise UnknownProfile(f"There is no profile “{profile_id}”. Choose one of: {', '.join(self.by_id)}.")
        return self.by_id[profile_id]

    @property
    def labels(self) -> dict[str, str]:
        """The labels of all profiles: a document is understood before it can be told which one it asks for."""
        return {label: key for profile in self.by_id.values() for label, key in profile.labels.items()}

    def recognise(self, doc: Document) -> Recognised:
        """The profile whose place, agency or form a document names in a title, heading or other short line.

        A form that the user taught goes before all else. Of several names the most particular profile's, of these the
        user's own, then the one named oftenest; where none is named, the kind decides.
        """
        if taught := self.of_form(doc.lines):
            return Recognised(taught.id, f"It is made from the form “{taught.name}”, which you taught Tandem.")
        texts = [f" {plain(line.text)} " for line in doc.lines if 0 < len(line.text.split()) <= _SHORT]
        together = "\n".join(texts)
        named = []
        for profile in self.by_id.values():
            found = [name for name in profile.names if name in together for text in texts if f" {name} " in text]
            if found:
                named.append((*_particular(profile), len(found), profile.id, found[0]))
        if named:
            *_, profile_id, name = max(named)
            return Recognised(profile_id, f"The document names “{name}”.")
        default = self._usual(doc.kind)
        return Recognised(default.id, "The document names no place; this is the usual one for its kind.")

    def of_form(self, lines: Sequence[Line], chosen: Profile | None = None) -> Profile | None:
        """The profile whose form a document with these lines was made from: of several the one that it holds most of.

        The form of a profile that was `chosen` needs less of its words, as somebody said that it is the one.
        """
        if chosen and chosen.form and chosen.form.share(lines) >= SHARE_IF_CHOSEN:
            return chosen
        shares = [
            (each.form.share(lines), each.id) for each in self.by_id.values() if each.form and each.form.tells_itself
        ]
        share, profile_id = max(shares, default=(0.0, ""))
        return self.by_id[profile_id] if share >= SHARE else None

    def _usual(self, kind: Kind) -> Profile:
        """The profile for documents of a kind that name no place: the user's own before one that is shipped."""
        usual = (profile for profile in self.by_id.values() if kind in profile.default_for)
        return max(usual, key=lambda profile: (profile.file is not None, len(profile.lineage), profile.id))


def _particular(profile: Profile) -> tuple[int, bool]:
    """The more profiles it builds on, the more particular it is; of equal ones the user's own is more so."""
    return len(profile.lineage), profile.file is not None


@cache
def shipped() -> tuple[str, ...]:
    """The ids of the profiles that ship with Tandem: the files of `checkers/profiles`."""
    return tuple(sorted(path.name.removesuffix(".toml") for path in files("checkers").joinpath("profiles").iterdir()))


@cache
def shipped_profiles() -> Profiles:
    """The profiles that ship with Tandem."""
    folder = files("checkers").joinpath("profiles")
    tables = [tomli.loads(folder.joinpath(f"{name}.toml").read_text("utf-8")) for name in shipped()]
    built = built_upon({}, ((own, None) for own in tables))
    return Profiles({name: built[name] for name in shipped()})


def load_profile(profile_id: str) -> Profile:
    """A shipped profile by its id.

    Raises:
        UnknownProfile: there is no such profile.
    """
    return shipped_profiles().find(profile_id)


def built_upon(
    known: Mapping[str, Profile], tables: Iterable[tuple[Mapping[str, Any], Path | None]]
) -> dict[str, Profile]:
    """The known profiles, and those of all tables (each with its file) that build on one of them or on one another.

    What builds on a profile that is not there, or in a circle on itself, is left out.
    """
    built, waiting = dict(known), list(tables)
    while ready := [each for each in waiting if each[0].get("extends") in {None, *built}]:
        built |= {own["id"]: _profile(own, built.get(own.get("extends", "")), file) for own, file in ready}
        waiting = [each for each in waiting if each not in ready]
    return built


def _profile(own: Mapping[str, Any], base: Profile | None, file: Path | None) -> Profile:
    inherited = base or Profile("", "", frozenset(), {})
    recognise = own.get("recognise", {})
    counties = (each for name in recognise.get("counties", ()) for each in (f"{name} county", f"county of {name}"))
    return Profile(
        id=own["id"],
        name=own["name"],
        rules=(inherited.rules | frozenset(own.get("rules", ()))) - frozenset(own.get("without", ())),
        figures=inherited.figures | own.get("figures", {}),
        typed_signature=own.get("settings", {}).get("typed_signature", inherited.typed_signature),
        signatures_dated=own.get("settings", {}).get("signatures_dated", inherited.signatures_dated),
        entry_dates_signature=own.get("settings", {}).get("entry_dates_signature", inherited.entry_dates_signature),
        names=frozenset(map(plain, (*recognise.get("names", ()), *counties))),
        default_for=frozenset(recognise.get("default_for", ())),
        closed_days={**inherited.closed_days, **_days(own.get("closed_days", {}))},
        labels={**inherited.labels, **_labels(own.get("labels", {}))},
        form=Form.of(own) if "form" in own else None,
        base=base,
        file=file,
    )


def _labels(variants: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {plain(label): key for key, labels in variants.items() for label in labels}


def _days(named: Mapping[str, str]) -> dict[datetime.date, str]:
    return {datetime.date.fromisoformat(day): name for day, name in named.items()}


_SHORT = 14
"""In words: a longer line is running text, which may speak of any place."""
