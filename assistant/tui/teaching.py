"""The course of learning an agency's form from an empty copy, and of writing the profile by which it is known."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.form_places import KINDS, doubts
from assistant.cli.output import Taken, Unwritable
from assistant.cli.profile_file import USUAL_BASE, Stopped, checked_id, id_from, in_one_line, write
from assistant.forms import Named, knows_any, profile_text, read_form, title_of, why_not_empty
from assistant.profiles import known_profiles
from assistant.settings import profile_folder
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.name import Name
from assistant.tui.dialogs.places import Places
from assistant.tui.dialogs.save import Offer
from assistant.tui.dialogs.which import Which
from assistant.wording import sentence
from checkers.form import FormKind
from checkers.learning import Learned, filled_in
from checkers.profile import Profiles
from checkers.unreadable import Unreadable

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp

Tell = Callable[[str], None]

_ABOUT = "The empty form, .docx, .pdf or .txt, as it is before anybody writes on it."


async def learn_form(app: TandemApp, tell: Tell) -> None:
    """Ask for an empty form, show what each place is taken to be, and offer the profile."""
    blank = await app.push_screen_wait(Which("Which form?", _ABOUT))
    if blank is None:
        return
    tell(f"Reading {blank.name}.")
    try:
        learned = await asyncio.to_thread(_read, blank)
        profiles = await asyncio.to_thread(known_profiles)
    except (Stopped, Unreadable) as wrong:
        tell(sentence(str(wrong)))
        return
    tell(f"{blank.name} is read. Nothing is written yet.")
    put_right = await app.push_screen_wait(Places(blank.name, learned))
    if put_right is None:
        return
    if not knows_any(put_right):
        tell("Nothing is written: say of one place at least what it is for.")
        return
    if (kind := await _kind_of(app, put_right)) and (named := await _named(app, put_right, profiles)):
        offer = Offer(
            "Write the profile by which copies of this form are known",
            f"{named.name}: {KINDS[kind]}",
            named.id,
            {".toml": "a profile"},
            partial(_write, put_right, kind, named, profiles),
            profile_folder(),
        )
        app.offer_file(offer, lambda path: _take(app, put_right, kind, path, tell))


def _read(blank: Path) -> Learned:
    """The places of the form. Raises `Stopped` or `Unreadable`."""
    learned = read_form(blank)
    if signs := filled_in(learned):
        raise Stopped(f"{why_not_empty(signs)} Name an empty copy.")
    return learned


async def _kind_of(app: TandemApp, learned: Learned) -> FormKind | None:
    """What the form is for."""
    kinds = [(kind.value, words) for kind, words in KINDS.items()]
    kind = await app.push_screen_wait(Choose("What is the form for?", kinds, learned.kind or ""))
    return FormKind(kind) if kind else None


async def _named(app: TandemApp, learned: Learned, profiles: Profiles) -> Named | None:
    """What the profile is called, and by whose rules copies of the form are checked."""

    def wrong(words: str) -> str:
        try:
            name = in_one_line(words)
            checked_id(id_from(name), profiles, Path())
        except ValueError as slip:
            return sentence(str(slip))
        return ""

    name = await app.push_screen_wait(Name("What is the form called?", title_of(learned), wrong))
    if name is None:
        return None
    bases = [(each, profile.name) for each, profile in profiles.by_id.items()]
    base = await app.push_screen_wait(Choose("By whose rules is it checked?", bases, USUAL_BASE))
    return Named(id_from(name), name, base, Path()) if base else None


def _write(learned: Learned, kind: FormKind, named: Named, profiles: Profiles, path: Path) -> None:
    """Write the profile. Raises `Unwritable`."""
    if path.exists():
        raise Taken(f"there is a file {path} already")
    try:
        write(path, profile_text(learned, kind, named), named.id, profiles)
    except Stopped as stopped:
        raise Unwritable(str(stopped)) from None


def _take(app: TandemApp, learned: Learned, kind: FormKind, path: Path, tell: Tell) -> None:
    """Go by the new profile from now on, and say what checks by it will not be able to tell."""
    app.options = replace(app.options, profiles=known_profiles(path))
    known = "Copies of this form are known by it from now on."
    tell(" ".join([f"Written: {path}.", known, *doubts(learned, kind)]))
