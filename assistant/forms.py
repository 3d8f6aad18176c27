"""A form that is learned from an empty copy: read, named, and written as a profile, for the command and the app."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.cli.form_places import LONGEST_LABEL
from assistant.cli.profile_file import Stopped, toml
from checkers.form import UNKNOWN, FormKind
from checkers.guard import read_file, recognise
from checkers.layout import lines_of
from checkers.learning import Learned, as_tables, read_blank
from checkers.profile_keys import profile_keys
from checkers.readers import read
from checkers.visible import visible_line

_SIGNS_SHOWN = 3
_BLANK = re.compile(r"(?:[\s:_\-–—]|\.{2,}|…)+$")


@dataclass(frozen=True, slots=True)
class Named:
    """What the profile is called, what it builds on and where it goes."""

    id: str
    name: str
    extends: str
    path: Path


def read_form(path: Path) -> Learned:
    """The places of the blank.

    Raises:
        Stopped: nothing in it can be written on.
        Unreadable: it cannot be read.
    """
    data = read_file(path)
    reading = read(data, recognise(data, str(path)))
    learned = read_blank(reading)
    if not learned.places:
        scan = reading.unread_pages or reading.ocr_pages
        what = "It is a picture of a page: take the file it was printed from." if scan else "Is it the empty form?"
        raise Stopped(f"{path} has no field, box or line to fill in that Tandem can see. {what}")
    if not as_tables(learned, FormKind.PROGRESS_NOTE)["form"]["printed"]:
        raise Stopped(f"{path} prints too little to be known by: a copy of it could not be told from other papers.")
    return learned


def why_not_empty(signs: Sequence[str]) -> str:
    """Why a form with these signs of being filled in is not to be learned."""
    more = f" and {len(signs) - _SIGNS_SHOWN} more" if len(signs) > _SIGNS_SHOWN else ""
    return (
        f"this looks filled in ({'; '.join(signs[:_SIGNS_SHOWN])}{more}). A profile keeps what the form prints, so "
        "it has to come from an empty copy."
    )


def knows_any(learned: Learned) -> bool:
    """Whether it is known of any place what it is for."""
    return any(place.meaning != UNKNOWN for place in learned.places)


def title_of(learned: Learned) -> str:
    """The first two lines that the form prints, as its name; what is there to write on is no part of it.

    Labels are no names. But where the very first line means nothing that is known, it is a heading with a blank behind.
    """
    labels = {_printed(place.blank.spot.text): place.meaning for place in learned.places}
    lines = (_printed(line.text) for line in lines_of(learned.reading.blocks) if line.place.part == "body")
    printed = [text for text in lines if text and len(text) <= LONGEST_LABEL]
    first = [text for text in printed[:1] if labels.get(text, UNKNOWN) == UNKNOWN]
    titles = [*first, *(text for text in printed[1:] if text not in labels)][:2]
    return visible_line(": ".join(titles)) or "My form"


def _printed(line: str) -> str:
    """A line without the blank at its end, and the colon before that."""
    return _BLANK.sub("", line.strip())


def profile_text(learned: Learned, kind: FormKind, named: Named) -> str:
    """The profile's file: what it builds on, and the form in its parts, with a word on each."""
    keys, tables = profile_keys(), as_tables(learned, kind)
    lines = [
        f"# {named.name}: a form that Tandem learned from an empty copy, so nothing in it is about a child.",
        f"# What it amounts to: tandem profile show {named.id}",
        "",
        *(
            f"{key} = {toml(value)}"
            for key, value in (("id", named.id), ("name", named.name), ("extends", named.extends))
        ),
    ]
    for part, values in tables.items():
        lines += ["", f"[{part}]"]
        if about := keys[part].get("*"):
            lines.append(f"# Each is {about.about}.")
        for name, value in values.items():
            if part == "form":
                lines += [f"# {keys[part][name].about}", f"{name} = {_list(value)}"]
            else:
                lines.append(f"{toml(name)} = {toml(value)}")
    return "\n".join(lines) + "\n"


def _list(value: str | Sequence[str]) -> str:
    """A value as TOML, a list of texts with one a line."""
    if isinstance(value, str):
        return toml(value)
    return "[\n" + "".join(f"    {toml(each)},\n" for each in value) + "]" if value else "[]"
