"""`tandem profile`: the profiles there are, what one amounts to, writing one, and learning an agency's form."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from assistant.cli import learn_profile, new_profile
from assistant.cli.exits import Exit
from assistant.profiles import choose, known_profiles
from assistant.settings import Unusable, profile_folder
from checkers.form import Form, meanings
from checkers.profile import Profile, Profiles
from checkers.profile_keys import FIGURES, profile_keys
from checkers.registry import find_rule
from checkers.visible import visible_line

_WIDTH = 80


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its own commands."""
    parser = subparsers.add_parser(
        "profile",
        help="the rules a county goes by, and its forms",
        description="Which rules run, with which figures, for a county or an agency.",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="list|show|new|learn")
    listing = commands.add_parser("list", help="list the profiles", description="List the profiles there are.")
    listing.set_defaults(run=_list)
    showing = commands.add_parser(
        "show",
        help="show all that a profile amounts to",
        description="Show a profile's rules, figures and settings, and which it has from those it builds on.",
    )
    showing.add_argument("profile", metavar="ID|FILE", help="its id, or the .toml file of one")
    showing.set_defaults(run=_show)
    for command in (listing, showing):
        command.add_argument("--format", choices=("text", "json"), default="text", help="how to write it")
    new_profile.add_parser_new(commands)
    learn_profile.add_parser_learn(commands)


def _list(args: argparse.Namespace) -> int:
    """List the profiles; what is wrong with one of the user's own is said, with exit code 2."""
    profiles = known_profiles()
    if args.format == "json":
        print(json.dumps([_summary(profile) for profile in profiles.by_id.values()], indent=1))
    else:
        print("\n".join(_list_lines(profiles)))
    for message in profiles.broken.values():
        _say(message)
    return Exit.WRONG if profiles.broken else Exit.FINE


def _show(args: argparse.Namespace) -> int:
    """Show one profile; exit code 2 where it is not there, or not sound."""
    try:
        options = choose(args.profile)
    except Unusable as wrong:
        _say(str(wrong))
        return Exit.WRONG
    profile = options.known().find(options.profile or args.profile)
    if args.format == "json":
        print(json.dumps(described(profile), indent=1))
    else:
        print("\n".join(_show_lines(described(profile))))
    return Exit.FINE


def _summary(profile: Profile) -> dict[str, Any]:
    return {
        "id": profile.id,
        "name": profile.name,
        "extends": profile.base.id if profile.base else None,
        "file": str(profile.file) if profile.file else None,
        "rules": len(profile.rules),
    }


def _list_lines(profiles: Profiles) -> Iterator[str]:
    for profile in profiles.by_id.values():
        base = f"on {profile.base.id}, " if profile.base else ""
        yield f"{profile.id}  ({base}{len(profile.rules)} rules, {'your own' if profile.file else 'shipped'})"
        yield visible_line(f"    {profile.name}")
        if profile.file:
            yield visible_line(f"    {profile.file}")
    yield ""
    yield visible_line(f"Your own go into {profile_folder()}.")
    yield "“tandem profile show ID” tells all of one, “tandem profile new” writes one,"
    yield "“tandem profile learn BLANK” learns an agency's form from an empty copy."


def described(profile: Profile) -> dict[str, Any]:
    """All that a profile amounts to, as plain values; `from` is the id of the profile that each thing comes from."""
    inherited = profile.base.rules if profile.base else frozenset[str]()
    return _summary(profile) | {
        "lineage": [each.id for each in profile.lineage],
        "rules": [
            {"code": code, "name": find_rule(code).name, "from": _origin(profile, "rules", code)}
            for code in sorted(profile.rules)
        ],
        "without": sorted(inherited - profile.rules),
        "figures": [
            {"figure": name, "value": value, "about": FIGURES[name].about, "from": _origin(profile, "figures", name)}
            for name, value in profile.figures.items()
        ],
        "settings": [
            {"setting": name, "value": getattr(profile, name), "about": key.about, "from": _origin(profile, name)}
            for name, key in profile_keys()["settings"].items()
        ],
        "recognise": {"names": sorted(profile.names), "default_for": sorted(profile.default_for)},
        "labels": [
            {"label": label, "means": key, "from": _origin(profile, "labels", label)}
            for label, key in profile.labels.items()
        ],
        "form": _form(profile.form) if profile.form else None,
        "closed_days": [
            {"day": str(day), "name": name, "from": _origin(profile, "closed_days", day)}
            for day, name in sorted(profile.closed_days.items())
        ],
    }


def _form(form: Form) -> dict[str, Any]:
    return {
        "kind": form.kind.value,
        "printed": list(form.printed),
        "places": [
            {"label": form.labels[label], "means": list(means), "holds": list(form.holds.get(label, ()))}
            for label, means in form.means.items()
        ],
    }


def _origin(profile: Profile, part: str, key: Any = None) -> str:
    """The most general of the profiles that a part, or one key of it, was handed down from, one to the next."""

    def held(each: Profile) -> Any:
        whole = getattr(each, part)
        return whole if key is None else whole.get(key) if isinstance(whole, Mapping) else key in whole

    return [each.id for each in takewhile(lambda each: held(each) == held(profile), profile.lineage)][-1]


def _show_lines(profile: dict[str, Any]) -> Iterator[str]:
    """What `described` gives, for people: first what is the profile's own, then what it has from each of the others."""
    yield from _wrap(f"{profile['id']}  {profile['name']}", 0)
    yield visible_line(f"Your own: {profile['file']}") if profile["file"] else "It ships with Tandem."
    if profile["extends"]:
        yield f"It builds on {', which builds on '.join(profile['lineage'][1:])}."
    yield from ("", f"Rules ({len(profile['rules'])})")
    yield from _by_origin(profile, profile["rules"], lambda rule: f"{rule['code']}  {rule['name']}")
    if profile["without"]:
        yield from _wrap(f"taken out: {', '.join(profile['without'])}", 2)
    yield from _part(profile, "figures", lambda each: f"{each['figure']} = {each['value']}  {each['about']}")
    yield from _part(profile, "settings", lambda each: f"{each['setting']} = {_toml(each['value'])}  {each['about']}")
    yield from _part(profile, "labels", lambda each: f"“{each['label']}” asks for: {each['means'].replace('_', ' ')}")
    yield from _part(profile, "closed_days", lambda each: f"{each['day']}  {each['name']}")
    if form := profile["form"]:
        yield from ("", "Form")
        yield from _wrap(f"{form['kind'].replace('_', ' ')}, known by {len(form['printed'])} things that it prints", 2)
        for place in form["places"]:
            yield from _wrap(
                f"“{place['label']}” is for: {', then '.join(meanings()[each] for each in place['means'])}", 4
            )
    names, kinds = (", ".join(profile["recognise"][part]) for part in ("names", "default_for"))
    yield from ("", "Recognized")
    yield from _wrap(f"by these words in a title or heading: {names or 'none'}", 2)
    if kinds:
        yield from _wrap(f"where no place is named, by the kind of document: {kinds.replace('_', ' ')}", 2)


def _part(profile: dict[str, Any], part: str, words: Callable[[dict[str, Any]], str]) -> Iterator[str]:
    if profile[part]:
        yield from ("", part.replace("_", " ").capitalize())
        yield from _by_origin(profile, profile[part], words)


def _by_origin(
    profile: dict[str, Any], things: Sequence[dict[str, Any]], words: Callable[[dict[str, Any]], str]
) -> Iterator[str]:
    """One thing a line, below the profile that it comes from."""
    for origin in profile["lineage"]:
        here = [thing for thing in things if thing["from"] == origin]
        if here:
            yield "  its own" if origin == profile["id"] else f"  from {origin}"
        for thing in here:
            yield from _wrap(words(thing), 4)


def _toml(value: str | bool) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _wrap(text: str, indent: int) -> list[str]:
    return textwrap.wrap(
        visible_line(text),
        _WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 4),
        break_on_hyphens=False,
    )


def _say(message: str) -> None:
    print(f"tandem profile: {message}", file=sys.stderr)
