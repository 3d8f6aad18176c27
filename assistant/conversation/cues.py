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


def asks_simpler(said: str) -> bool:
    """Whether the last answer is to be said in simpler words, and nothing else is asked."""
    plain = _plain(said)
    rest = _cue("beside_simpler").sub(" ", _cue("simpler").sub(" ", plain))
    return bool(_cue("simpler").search(plain)) and not re.search(r"[a-z]{2}", rest)


def asks_for_more(said: str) -> bool:
    """Whether it asks what else there is to know."""
    return _is("more", said)


def small_talk(said: str) -> str:
    """Of what kind a turn is that asks nothing: "thanks", "goodbye", "greeting" or "worn", else ""."""
    if len(said.split()) > _LONGEST_FOLLOW_UP or "?" in said.rstrip("?!. "):
        return ""
    return next((kind for kind in _cues()["small"] if _is("small", said, kind)), "")


def refuses(said: str) -> bool:
    """Whether none of what was offered is meant."""
    return _is("refusal", said, "words")


def follows_up(said: str) -> bool:
    """Whether a turn leans on what was said before."""
    return bool(_cue("follow_up").search(_plain(said))) and len(said.split()) <= _LONGEST_FOLLOW_UP


def supposes(said: str) -> bool:
    """Whether it asks how things are if something else holds: "and if there is a SEIT?"."""
    return bool(_cue("what_if").search(_plain(said)))


def asks_the_same(said: str) -> bool:
    """Whether it asks the last question for somebody or something else: "same for OT?"."""
    return bool(_cue("same").search(_plain(said)))


def number_in(said: str) -> int:
    """The number that a turn consists of, in figures or words ("the second one"); 0 for none."""
    plain = re.sub(
        r"^(?:i (?:mean|choose|want|pick|take) |ok |please |yes |make it )+|[ ,]+(?:please|then|thanks)$",
        "",
        _plain(said),
    )
    if re.fullmatch(r"\d{1,2}", plain):
        return int(plain)
    numbers = (each for each in _cues()["ordinals"] if each != "last")
    return next((int(number) for number in numbers if _cue("ordinals", number).fullmatch(plain)), 0)


def is_the_last(said: str) -> bool:
    """Whether the last of what was offered is chosen."""
    return _is("ordinals", said, "last")


def says_nothing_beside(said: str, names: tuple[str, ...]) -> bool:
    """Whether a turn names a place, by one of `names`, and asks nothing: "and in Connecticut?", "I live in CT"."""
    rest = re.sub(r"[^\w\s.']", " ", _plain(said))
    for name in sorted(names, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest)
    return not re.search(r"[a-z]{2}|\bi\b", _cue("beside", "words").sub(" ", rest))


def asks_what_that_is(said: str, names: tuple[str, ...]) -> bool:
    """Whether it asks what a place's program is, whose name is one of `names`: "what is Early Steps?"."""
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return bool(re.search(rf"\bwhat(?:'s| is)(?: the)? (?:{named})(?!\w)", _plain(said)))


def tells_nothing_else(said: str, names: tuple[str, ...]) -> bool:
    """Whether nothing is left of a turn without the place's names, the programme, the services and the age it tells."""
    rest = _plain(said)
    for kind in ("programmes", "services"):
        for each in _cues()[kind]:
            rest = re.sub(rf"\b{_cues()[kind][each]}\b", " ", rest)
    for name in ("months", "years", "bare"):
        rest = _cue("age", name).sub(" ", rest)
    for role in _cues()["roles"]:
        rest = _cue("roles", role).sub(" ", rest)
    return says_nothing_beside(rest, names)


def only_tells(clause: str) -> bool:
    """Whether a clause tells of the asker or the child, and asks nothing."""
    plain = " ".join(clause.lower().replace("’", "'").split())
    return bool(_cue("beside", "tells").search(plain)) and not _cue("beside", "asks").search(plain)


def is_question(said: str) -> bool:
    """Whether a turn is put as a question."""
    return bool(_cue("beside", "asks").search(" ".join(said.lower().replace("’", "'").split())))


def corrected(said: str) -> str:
    """What a turn says instead of what was said before: "no, I meant the summer" gives "the summer"; "" for none."""
    plain = " ".join(said.replace("’", "'").split())
    begun = re.match(_cue("correction", "begins").pattern, plain, re.IGNORECASE)
    return plain[begun.end() :] if begun else ""


def role_in(said: str, known: str) -> str:
    """Who speaks ("family", "provider", "trainer", "" for nobody known).

    What a person says to be goes before the role `known` so far, and this before what their words only hint at.
    """
    return stated_role(said) or known or _first("role_hints", said)


def stated_role(said: str) -> str:
    """The role that a person says to have, "" for none."""
    return _first("roles", said)


def title_in(said: str) -> str:
    """What a person says to be by profession ("SEIT"), "" for none or who says to be no provider."""
    stated = _cue("roles", "provider").search(_plain(said))
    titles = _cues()["titles"]
    return next((each for each in titles if stated and re.search(titles[each], stated.group())), "")


def role_words(role: str) -> str:
    """A role as it is said to a person: "a provider"."""
    return str(_cues()["role_words"].get(role, "a provider"))


def programme_in(said: str) -> str:
    """The programme that is named, where only one is; else ""."""
    named = [each for each in _cues()["programmes"] if _cue("programmes", each).search(_plain(said))]
    return named[0] if len(named) == 1 else ""


def programme_words(programme: str) -> str:
    """A programme as it is said to a person."""
    return str(_cues()["programme_words"][programme])


def age_in(said: str) -> str:
    """The child's age as told, "2 years" or "18 months"; "" for none."""
    plain, numbers = _plain(said), _cues()["age"]["numbers"]
    for name, unit in (("months", "month"), ("years", "year"), ("bare", "year")):
        if found := _cue("age", name).search(plain):
            number = int(numbers.get(found["n"], found["n"]) if not found["n"].isdigit() else found["n"])
            return f"{number} {unit}{'' if number == 1 else 's'}"
    return ""


def service_names() -> tuple[str, ...]:
    """The services that are understood, by their names."""
    return tuple(_cues()["services"])


def services_named(said: str) -> frozenset[str]:
    """The services that are named, whoever has them."""
    return frozenset(name for name, words in _cues()["services"].items() if re.search(rf"\b{words}\b", _plain(said)))


def services_in(said: str) -> tuple[str, ...]:
    """The services a child is said to have, by their names; "no SEIT" for one it has not."""
    plain, found = _plain(said), []
    for name, words in _cues()["services"].items():
        if re.search(rf"{_cues()['has']['no']}{words}\b", plain):
            found.append(f"no {name}")
        elif re.search(rf"{_cues()['has']['yes']}{words}\b", plain):
            found.append(name)
    return tuple(found)


def _first(cues: str, said: str) -> str:
    return next((each for each in _cues()[cues] if _cue(cues, each).search(_plain(said))), "")


def _is(name: str, said: str, *path: str) -> bool:
    return bool(_cue(name, *path).fullmatch(_plain(said)))


def _plain(said: str) -> str:
    return " ".join(said.lower().replace("’", "'").split()).strip(" .!?…")


@cache
def _cues() -> dict[str, Any]:
    return tomli.loads(files("assistant.conversation").joinpath("cues.toml").read_text("utf-8"))


@cache
def _cue(name: str, *path: str) -> re.Pattern[str]:
    found = _cues()[name]
    for step in path:
        found = found[step]
    return re.compile(found)
