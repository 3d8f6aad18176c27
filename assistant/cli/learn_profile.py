"""`tandem profile learn`: reads an agency's empty form, shows what it takes each place to be, and writes a profile.

What is wrong can be put right by options, or in a dialogue that a person or a pipe answers. The profile is written once
all is settled, and nothing else is written anywhere.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from assistant.cli.exits import Exit
from assistant.cli.form_places import KINDS, as_told, doubts, found, places_in_words, put_right, wrapped
from assistant.cli.profile_file import (
    USUAL_BASE,
    Stopped,
    checked_id,
    how_to_use,
    id_from,
    in_one_line,
    refuse,
    until_right,
    write,
)
from assistant.forms import Named, knows_any, profile_text, read_form, title_of, why_not_empty
from assistant.profiles import known_profiles
from assistant.settings import profile_folder
from checkers.checked_toml import nearest, shown
from checkers.form import FormKind
from checkers.learning import Learned, as_form, filled_in
from checkers.profile import Profiles
from checkers.unreadable import Unreadable
from checkers.visible import visible_line

_SIGNS_SHOWN = 3


def add_parser_learn(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `learn`."""
    parser = commands.add_parser(
        "learn",
        help="learn an agency's form from an empty copy",
        description="Reads an empty form, shows the fields, boxes and signature lines it finds and what it takes each "
        "to be, lets you put that right, and writes a profile. Filled copies of the form are then known by it.",
    )
    parser.add_argument("blank", type=Path, metavar="BLANK", help="the empty form, a .docx, .pdf or .txt file")
    parser.add_argument("--name", metavar="NAME", help="its name, as reports print it")
    parser.add_argument("--id", metavar="ID", help="its short name, for --profile")
    parser.add_argument("--extends", metavar="ID", help="the profile whose rules it is checked by")
    parser.add_argument("--kind", metavar="KIND", help=f"what the form is for: {', '.join(FormKind)}")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="LABEL=MEANING",
        help="what a label, or the place of that number, is for; may be given again",
    )
    parser.add_argument(
        "--keep", action="append", default=[], metavar="LABEL", help="what the blank has there is right on every copy"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to write it (default: among your profiles)")
    parser.add_argument("--yes", action="store_true", help="ask nothing: take what is proposed")
    parser.add_argument("--blank", dest="is_blank", action="store_true", help="it is empty, though it looks filled in")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="json: show what was found, and write nothing"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Learn the form; exit code 2 where nothing could be learned or written."""
    try:
        if args.output:
            refuse(args.output, force=args.force)
        profiles = known_profiles()
        _hold_names(args, profiles)
        learned = read_form(args.blank)
        if args.format != "json":
            _hold_empty(learned, args)
        learned = as_told(learned, args.set, args.keep)
        if args.format == "json":
            print(json.dumps(found(args.blank, learned), indent=1))
            return Exit.FINE
        print("\n".join(places_in_words(args.blank, learned)))
        if not args.yes:
            learned = put_right(learned)
        _hold_known(learned)
        kind = _kind(learned, args)
        _hold_empty(learned, args)
        named = _named(learned, args, profiles)
        refuse(named.path, force=args.force)
        profile = write(named.path, profile_text(learned, kind, named), named.id, profiles)
    except (Stopped, Unreadable) as stopped:
        print(f"tandem profile learn: {visible_line(str(stopped))}", file=sys.stderr)
        return Exit.WRONG
    print()
    print("\n".join(map(visible_line, how_to_use(named.path, profile, kept=args.output is None))))
    if args.output is None and as_form(learned, kind).tells_itself:
        print("Filled copies of this form are known by what it prints, without --profile.")
    for line in doubts(learned, kind):
        print("\n".join(wrapped(line, 0)))
    return Exit.FINE


def _hold_names(args: argparse.Namespace, profiles: Profiles) -> None:
    """Stop at a kind or a profile that is none."""
    if args.kind:
        _kind_named(args.kind)
    if args.extends:
        _base(args.extends, profiles)


def _hold_known(learned: Learned) -> None:
    if not knows_any(learned):
        raise Stopped("Tandem knows none of its labels: say what they are for, with --set or without --yes.")


def _hold_empty(learned: Learned, args: argparse.Namespace) -> None:
    """Stop at a form that looks filled in, unless the call says that it is empty."""
    if not args.is_blank and (signs := filled_in(learned)):
        raise Stopped(f"{why_not_empty(signs)} Name an empty copy, or say --blank if all of this stands on every copy.")


# --- what it is called ---------------------------------------------------------------------------------------------


def _kind(learned: Learned, args: argparse.Namespace) -> FormKind:
    """What the form is for: by the option, else as somebody says, else as its title and labels tell."""

    def read(words: str) -> FormKind:
        if words:
            return _kind_named(words)
        if learned.kind is None:
            raise Stopped(f"nothing on the form tells what it is for: say --kind with one of {', '.join(FormKind)}.")
        return learned.kind

    if args.kind or args.yes:
        return read(args.kind or "")
    print("\n".join(f"  {kind:<17}  {what}" for kind, what in KINDS.items()))
    default = f" [{learned.kind}]" if learned.kind else ""
    return until_right(f"What the form is for{default}: ", read, otherwise="--yes")


def _kind_named(words: str) -> FormKind:
    name = words.strip().lower().replace(" ", "_").replace("-", "_")
    if name not in list(FormKind):
        raise Stopped(f"there is no kind of form {shown(words)}{nearest(name, [*FormKind])}")
    return FormKind(name)


def _base(words: str, profiles: Profiles) -> str:
    if words not in profiles.by_id:
        raise Stopped(f"there is no profile {shown(words)}{nearest(words, [*profiles.by_id])}")
    return words


def _named(learned: Learned, args: argparse.Namespace, profiles: Profiles) -> Named:
    """The profile's name, id and base: by their options, else as somebody says."""

    def path(profile_id: str) -> Path:
        return args.output or profile_folder() / f"{profile_id}.toml"

    def ask(given: str | None, words: str, default: str, read: Callable[[str], str]) -> str:
        def read_line(answer: str) -> str:
            try:
                return read(in_one_line(answer or default))
            except ValueError as slip:
                raise Stopped(f"{words}: {shown(answer or default)} will not do; {slip}") from None

        if given is not None or args.yes:
            return read_line(default if given is None else given)
        return until_right(f"{words} [{default}]: ", read_line, otherwise="--yes")

    name = ask(args.name, "Name of the form", title_of(learned), str)
    profile_id = ask(
        args.id, "Short name, for --profile", id_from(name), lambda words: checked_id(words, profiles, path(words))
    )
    base = ask(args.extends, "Profile whose rules it is checked by", USUAL_BASE, lambda words: _base(words, profiles))
    return Named(profile_id, name, base, path(profile_id))
