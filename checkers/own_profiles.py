"""The profiles that a county or an agency wrote itself: read, held against what is known, set beside those shipped.

Which files these are is the caller's to say: nothing here looks into a user's folders.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from checkers.checked_toml import Checked, WrongFile, nearest, read_checked, shown
from checkers.profile import Profile, Profiles, built_upon, shipped, shipped_profiles
from checkers.profile_keys import FIGURES, profile_keys
from checkers.understand.labelled import key_of
from checkers.words import plain

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NEEDED = {
    "id": 'a short name for it, such as id = "albany-preschool"',
    "name": 'its name, such as name = "Albany County: preschool special education"',
    "extends": 'the profile it builds on, such as extends = "ny-preschool"',
}


def with_own(paths: Iterable[Path], chosen: Path | None = None) -> Profiles:
    """The shipped profiles with those of the user's files; what is wrong in a file is in `broken`, in one line.

    `chosen` is the file that the user named for this run: it takes the place of another one with its id.
    """
    own, broken = [], {}
    for path in dict.fromkeys([*paths, *([chosen] if chosen else [])]):
        try:
            own.append(read_own(path))
        except WrongFile as wrong:
            broken[path] = str(wrong)
    if chosen:
        ids = {each.values["id"] for each in own if each.path == chosen}
        own = [each for each in own if each.path == chosen or each.values["id"] not in ids]
    profiles = adding(shipped_profiles(), own)
    return replace(profiles, broken={**broken, **profiles.broken})


def read_own(path: Path, data: bytes | None = None) -> Checked:
    """One profile's file, or its content where that is at hand.

    Raises:
        WrongFile: it is no profile.
    """
    file = read_checked(path, profile_keys(), data)
    for key, what in _NEEDED.items():
        if key not in file.values:
            raise file.wrong(f"“{key}” is missing: write {what}.")
    profile_id = file.values["id"]
    if not _ID.fullmatch(profile_id):
        raise file.wrong(f"the id {shown(profile_id)} has to be small letters, figures and hyphens alone.", "id")
    if profile_id in shipped():
        raise file.wrong(f"{shown(profile_id)} is the id of a profile that ships with Tandem: choose another.", "id")
    recognise, labels = file.values.get("recognise", {}), file.values.get("labels", {})
    for part, key in (*(("recognise", key) for key in recognise), *(("labels", key) for key in labels)):
        _hold_words(file, part, key)
    _hold_form(file)
    for day in file.values.get("closed_days", ()):
        try:
            datetime.date.fromisoformat(day)
        except ValueError:
            what = 'write a day as year-month-day, such as 2026-12-24 = "Winter recess"'
            raise file.wrong(f"{shown(day)} is no day: {what}.", "closed_days", day) from None
    return file


def _hold_form(file: Checked) -> None:
    """Hold a form that was learned against what is needed to know a copy of it, and its places."""
    if "form" not in file.values:
        if part := next((each for each in ("means", "holds") if file.values.get(each)), ""):
            first = next(iter(file.values[part]))
            raise file.wrong(f"[{part}] is about a form, and there is none: write [form] with its kind.", part, first)
        return
    for key, about in profile_keys()["form"].items():
        if key in _NEEDED_OF_FORM and not file.values["form"].get(key):
            raise file.wrong(f"“{key}” is missing under [form]: it says {about.about}.")
    for label, meanings in file.values.get("means", {}).items():
        if not plain(label) or not meanings:
            what = "has no letters or figures" if meanings else "has no meaning"
            raise file.wrong(f"the label {shown(label)} {what}: {_HOW_TO_MEAN}", "means", label)


_NEEDED_OF_FORM = ("kind", "printed")
_HOW_TO_MEAN = 'write the words of the form and what they mean, such as "Seen on" = ["service_date"].'


def _hold_words(file: Checked, part: str, key: str) -> None:
    """Hold the words by which papers and labels are known against what they are compared by, and what is known."""
    for word in file.values[part][key]:
        if not plain(word):
            raise file.wrong(
                f"{shown(word)} has no letter from a to z and no figure to be known by.", part, key, item=word
            )
        if part == "labels" and (meaning := key_of(word)) not in (None, key):
            told = f"{shown(word)} is read as {meaning} on every form: leave it out here."
            raise file.wrong(told, part, key, item=word)


def adding(profiles: Profiles, own: Sequence[Checked]) -> Profiles:
    """The profiles with those of the files beside them, and what is wrong with one another."""
    files: dict[str, Checked] = {}
    wrong = []
    for file in own:
        profile_id = file.values["id"]
        first = files.setdefault(profile_id, file)
        if first is not file:
            wrong.append(file.wrong(f"{shown(profile_id)} is the id of {first.path} too: choose another.", "id"))
    built = built_upon(profiles.by_id, ((file.values, file.path) for file in files.values()))
    wrong += [_not_built(file, files, built) for name, file in files.items() if name not in built]
    wrong += filter(None, (_without_figure(file, built[name]) for name, file in files.items() if name in built))
    broken = {each.path: str(each) for each in wrong}
    sound = {name: profile for name, profile in built.items() if profile.file not in broken}
    return Profiles(sound, {**profiles.broken, **broken})


def _not_built(file: Checked, files: Mapping[str, Checked], known: Iterable[str]) -> WrongFile:
    """Why a file's profile could not be built."""
    lineage = [file.values["id"]]
    while (base := files[lineage[-1]].values["extends"]) in files and base not in lineage:
        lineage.append(base)
    if base in lineage:
        circle = " → ".join([*lineage[lineage.index(base) :], base])
        return file.wrong(f"a profile cannot build on itself: {circle}.", "extends")
    if len(lineage) > 1:
        return file.wrong(f"it builds on {shown(lineage[1])}, which is not right itself.", "extends")
    return file.wrong(f"there is no profile {shown(base)} to build on{nearest(base, [*known])}", "extends")


def _without_figure(file: Checked, profile: Profile) -> WrongFile | None:
    """What is wrong where a rule runs without a figure that it cannot do without."""
    for name, figure in FIGURES.items():
        if name not in profile.figures and (codes := profile.rules.intersection(figure.rules)):
            what = f"{min(codes)} needs the figure “{name}” ({figure.about}): write it under [figures]"
            return file.wrong(f"{what}, or take the rule out.", "rules", item=min(codes))
    return None
