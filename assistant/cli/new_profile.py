"""`tandem profile new`: asks what differs between counties, and writes the profile, with a word on each key.

Each question has a default and an option that answers it beforehand; answers may come from a person or a pipe. The file
is written once all is answered and found sound, so that whoever stops leaves nothing behind.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from assistant.cli.exits import Exit
from assistant.cli.profile_file import (
    USUAL_BASE,
    Stopped,
    checked_id,
    how_to_use,
    id_from,
    in_one_line,
    refuse,
    toml,
    until_right,
    write,
)
from assistant.profiles import known_profiles
from assistant.settings import profile_folder
from checkers.checked_toml import Key, Shape, nearest, shown
from checkers.profile import Profile, Profiles, TypedSignature, load_profile
from checkers.profile_keys import FIGURES, profile_keys
from checkers.registry import all_rules
from checkers.visible import visible_line

NONE = "none"


@dataclass(frozen=True, slots=True)
class _Answers:
    """What was answered so far, by the questions' names; the profiles to build on; the file that was named, if any."""

    profiles: Profiles
    file: Path | None
    given: dict[str, Any] = field(default_factory=dict)

    @property
    def base(self) -> Profile:
        """The profile that the new one builds on."""
        return self.profiles.find(self.given["extends"])

    def path(self, profile_id: str) -> Path:
        """Where a profile of that id is to be written."""
        return self.file or profile_folder() / f"{profile_id}.toml"


@dataclass(frozen=True, slots=True)
class _Question:
    """One question: its option's name, its words, its default, and how an answer is read (a `ValueError` says no)."""

    name: str
    words: str
    default: Callable[[_Answers], str]
    read: Callable[[str, _Answers], Any]
    metavar: str


def add_parser_new(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `new` with an option for each question."""
    parser = commands.add_parser(
        "new",
        help="write a profile for a county or an agency",
        description="Asks what differs between counties (Enter takes the default) and writes a profile. "
        "What an option answers is not asked.",
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="where to write it (default: ID.toml among your profiles)"
    )
    for question in QUESTIONS:
        parser.add_argument(f"--{question.name.replace('_', '-')}", metavar=question.metavar, help=question.words)
    parser.add_argument("--defaults", action="store_true", help="ask nothing: take the default of all else")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Ask, write, and say how to go on; exit code 2 where nothing could be written."""
    try:
        if args.file:
            refuse(args.file, force=args.force)
        answers = _ask_all(args)
        path = answers.path(answers.given["id"])
        refuse(path, force=args.force)
        text = profile_text(answers.given, answers.base)
        profile = write(path, text, answers.given["id"], answers.profiles)
    except Stopped as stopped:
        print(f"tandem profile new: {visible_line(str(stopped))}", file=sys.stderr)
        return Exit.WRONG
    print("\n".join(map(visible_line, _how_to_go_on(path, profile, answers, kept=args.file is None))))
    return Exit.FINE


def _ask_all(args: argparse.Namespace) -> _Answers:
    """The answers to all questions, each from its option, its default or standard input."""
    answers = _Answers(known_profiles(), args.file)
    for question in QUESTIONS:
        given = getattr(args, question.name)
        answers.given[question.name] = (
            _read(question, given, answers) if given is not None else _ask(question, answers, silent=args.defaults)
        )
    return answers


def _ask(question: _Question, answers: _Answers, *, silent: bool) -> Any:
    """The answer to one question; a person at a terminal is asked again after a slip."""
    default = question.default(answers)
    if silent:
        return _read(question, default, answers)
    words = f"{question.words} [{default}]: "
    return until_right(words, lambda given: _read(question, given or default, answers), otherwise="--defaults")


def _read(question: _Question, given: str, answers: _Answers) -> Any:
    try:
        return question.read(in_one_line(given), answers)
    except ValueError as slip:
        raise Stopped(f"{question.words}: {shown(given)} will not do; {slip}") from None


# --- the questions -------------------------------------------------------------------------------------------------


def _short(answers: _Answers) -> str:
    """The name without what follows: "Albany County" of "Albany County, New York"."""
    return re.split("[,:]", answers.given["name"])[0].strip() or NONE


def _id(words: str, answers: _Answers) -> str:
    return checked_id(words, answers.profiles, answers.path(words))


def _base(said: str, answers: _Answers) -> str:
    there = [each for each in answers.profiles.by_id if each != answers.given["id"]]
    if said not in there:
        raise ValueError(f"there is no such profile{nearest(said, there)}")
    return said


def _yes_or_no(said: str, _: _Answers) -> bool:
    if said.lower() not in ("y", "yes", "n", "no"):
        raise ValueError("answer yes or no.")
    return said.lower().startswith("y")


def _figure(name: str) -> Callable[[str, _Answers], int | None]:
    key = FIGURES[name]

    def read(said: str, answers: _Answers) -> int | None:
        if said.lower() == NONE and name not in answers.base.figures:
            return None
        if not said.isdecimal() or not key.least <= int(said) <= key.most:
            otherwise = "." if name in answers.base.figures else f", or {NONE}."
            raise ValueError(f"write a whole number from {key.least} to {key.most}{otherwise}")
        return int(said)

    return read


def _signature(said: str, _: _Answers) -> str:
    choices = get_args(TypedSignature)
    if said not in choices:
        raise ValueError(f"answer {', '.join(choices[:-1])} or {choices[-1]}.")
    return said


def _days(said: str, _: _Answers) -> dict[str, str]:
    """Days with their names: "2026-12-24 Winter recess, 2027-01-18"."""
    if said.lower() == NONE:
        return {}
    days: dict[str, str] = {}
    for each in filter(None, map(str.strip, said.split(","))):
        day, name = (*each.split(maxsplit=1), "Closed")[:2]
        try:
            days[datetime.date.fromisoformat(day).isoformat()] = name
        except ValueError:
            raise ValueError("write each as year-month-day and a name: 2026-12-24 Winter recess, 2026-12-25.") from None
    return days


def _names(said: str, _: _Answers) -> list[str]:
    names = [name.strip() for name in said.split(",") if name.strip()]
    return [] if said.lower() == NONE else names


def _inherited(figure: str) -> Callable[[_Answers], str]:
    return lambda answers: str(answers.base.figures.get(figure, NONE))


def _number(figure: str) -> _Question:
    about = FIGURES[figure].about
    return _Question(figure, about[0].upper() + about[1:], _inherited(figure), _figure(figure), "NUMBER")


def _box_rules() -> frozenset[str]:
    """The rules on a coordination note's Medicaid box: those that Schenectady County has and its State has not."""
    county = load_profile("ny-schenectady-preschool")
    medicaid = {rule.code for rule in all_rules() if rule.family == "medicaid"}
    return (county.rules - load_profile("ny-preschool").rules) & medicaid


QUESTIONS = (
    _Question("name", "Name of the county or agency", lambda _: "My county", lambda said, _: said, "NAME"),
    _Question("id", "Short name, for --profile", lambda answers: id_from(_short(answers)), _id, "ID"),
    _Question("extends", "Profile that it builds on", lambda _: USUAL_BASE, _base, "ID"),
    _Question(
        "medicaid_box",
        "Must a coordination note's box “Does not meet Medicaid requirements” be checked",
        lambda answers: "yes" if _box_rules() <= answers.base.rules else "no",
        _yes_or_no,
        "yes|no",
    ),
    _number("coordination_units_school_year"),
    _number("coordination_units_summer"),
    _number("coordination_units_month"),
    _number("block_minutes"),
    _Question(
        "typed_signature",
        "Does a typed name count as a signature (accept, reject, or review: a person looks)",
        lambda answers: answers.base.typed_signature,
        _signature,
        "|".join(get_args(TypedSignature)),
    ),
    _number("contemporaneous_days"),
    _Question("closed_days", "Days without service (2026-12-24 Winter recess, …)", lambda _: NONE, _days, "DAYS"),
    _Question("names", "Words in a heading that tell its papers, apart by commas", _short, _names, "NAMES"),
)
"""In the order in which they are asked: a default may rest on what was answered before."""


# --- the file ------------------------------------------------------------------------------------------------------


def profile_text(given: Mapping[str, Any], base: Profile) -> str:
    """The profile's file: what was answered, and as remarks what it has from its base and may change."""
    keys = profile_keys()
    figures = {name: given[name] for name in FIGURES if given.get(name) not in (None, base.figures.get(name))}
    signature = (
        {"typed_signature": given["typed_signature"]} if given["typed_signature"] != base.typed_signature else {}
    )
    parts: dict[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = {
        "": ({name: given[name] for name in ("id", "name", "extends")} | _rules(given, base, figures), {}),
        "figures": (figures, base.figures),
        "settings": (signature, {name: getattr(base, name) for name in keys["settings"]}),
        "recognise": ({"names": given["names"]} if given["names"] else {}, {}),
    }
    lines = [
        f"# {given['name']}: a profile of Tandem, the rules that its documents are checked by.",
        f"# What it amounts to: tandem profile show {given['id']}",
        f"# Lines that begin with # are remarks, or what it has from {base.id}: take the # away to change it here.",
    ]
    for part, (own, inherited) in parts.items():
        lines += ["", f"[{part}]"] if part else [""]
        for name, key in keys[part].items():
            lines += [f"# {key.about}", _entry(name, own, inherited, key)]
    lines += ["", *_ASIDE_LABELS, "", "[closed_days]", *_ASIDE_DAYS]
    lines += [f"{day} = {toml(name)}" for day, name in given["closed_days"].items()]
    return "\n".join(lines) + "\n"


_ASIDE_LABELS = (
    "# Labels of your forms that Tandem does not know yet, each with what it asks for:",
    "# [labels]",
    '# service_date = ["Day of the visit"]',
)
_ASIDE_DAYS = ("# Days without service, each with its name:", '# 2026-12-24 = "Winter recess"')


def _entry(name: str, own: Mapping[str, Any], inherited: Mapping[str, Any], key: Key) -> str:
    """One key with its value; as a remark where the profile does not set it itself."""
    if name in own:
        return f"{name} = {toml(own[name])}"
    if name in inherited:
        return f"# {name} = {toml(inherited[name])}"
    return f"# {name} = {'NUMBER' if key.shape is Shape.NUMBER else '[]'}"


def _rules(given: Mapping[str, Any], base: Profile, figures: Mapping[str, int]) -> dict[str, list[str]]:
    """The rules that the answers ask for and the base does not run, and those of its rules that they take out."""
    box = _box_rules()
    there, known = {*base.figures, *figures}, {rule.code for rule in all_rules()}
    needed = {code: {name for name, key in FIGURES.items() if code in key.rules} for code in known}
    wanted = {code for code in known if needed[code] & figures.keys() and needed[code] <= there}
    rules = (wanted | (box if given["medicaid_box"] else set())) - base.rules
    without = set() if given["medicaid_box"] else box & base.rules
    return {name: sorted(codes) for name, codes in (("rules", rules), ("without", without)) if codes}


def _how_to_go_on(path: Path, profile: Profile, answers: _Answers, *, kept: bool) -> Iterator[str]:
    """What to do with the file that was written."""
    yield from how_to_use(path, profile, kept=kept)
    if kept and (names := answers.given["names"]):
        yield f"Documents with {' or '.join(map(shown, names))} in a heading are checked by it without --profile."
