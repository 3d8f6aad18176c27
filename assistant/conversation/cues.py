"""What a turn of a conversation says it is, by the words of `cues.toml`: a choice, a follow-up, a place, a role."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

_LONGEST_FOLLOW_UP = 12
"""In words; a longer question tells its subject itself."""


def is_fresh_start(said: str) -> bool:
    """Whether to begin anew."""
    return not said.strip() or _is("fresh_start", said)


def asks_for_sources(said: str) -> bool:
    """Whether it asks where the last answer stands, or whether that is sure."""
    return _is("sources", said)


def asks_again(said: str) -> bool:
    """Whether the last answer is to be said again."""
    return _is("again", said)


def asks_for_more(said: str) -> bool:
    """Whether it asks what else there is to know."""
    return _is("more", said)


def refuses(said: str) -> bool:
    """Whether none of what was offered is meant."""
    return _is("refusal", said, "words")


def follows_up(said: str) -> bool:
    """Whether a turn leans on what was said before."""
    return bool(_cue("follow_up").search(_plain(said))) and len(said.split()) <= _LONGEST_FOLLOW_UP


def supposes(said: str) -> bool:
    """Whether it asks how things are if something else holds: "and if there is a SEIT?"."""
    return bool(_cue("what_if").search(_plain(said)))


def number_in(said: str) -> int:
    """The number that a turn consists of, in figures or words ("the second one"); 0 for none."""
    plain = _plain(said)
    if re.fullmatch(r"\d{1,2}", plain):
        return int(plain)
    return next((int(number) for number in _cues()["ordinals"] if _cue("ordinals", number).fullmatch(plain)), 0)


def says_nothing_beside(said: str, names: tuple[str, ...]) -> bool:
    """Whether a turn names a place, by one of `names`, and asks nothing: "and in Connecticut?", "I live in CT"."""
    rest = re.sub(r"[^\w\s.]", " ", _plain(said))
    for name in sorted(names, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest)
    return not re.search(r"[a-z]{2}|\bi\b", _cue("beside_a_place").sub(" ", rest))


def role_in(said: str, known: str) -> str:
    """Who speaks ("family", "provider", "trainer", "" for nobody known).

    What a person says to be goes before the role `known` so far, and this before what their words only hint at.
    """
    return _role("roles", said) or known or _role("role_hints", said)


def _role(cues: str, said: str) -> str:
    return next((role for role in _cues()[cues] if _cue(cues, role).search(_plain(said))), "")


def _is(name: str, said: str, *path: str) -> bool:
    return bool(_cue(name, *path).fullmatch(_plain(said)))


def _plain(said: str) -> str:
    return " ".join(said.lower().replace("’", "'").split()).strip(" .!?")


@cache
def _cues() -> dict[str, Any]:
    return tomli.loads(files("assistant.conversation").joinpath("cues.toml").read_text("utf-8"))


@cache
def _cue(name: str, *path: str) -> re.Pattern[str]:
    found = _cues()[name]
    for step in path:
        found = found[step]
    return re.compile(found)
