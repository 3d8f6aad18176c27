"""`tandem profile learn`: reads an agency's empty form, shows what it takes each place to be, and writes a profile.

What is wrong can be put right by options, or in a dialogue that a person or a pipe answers. The profile is written once
all is settled, and nothing else is written anywhere.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.cli.exits import Exit
from assistant.cli.form_places import KINDS, LONGEST_LABEL, as_told, doubts, found, places_in_words, put_right, wrapped
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
from checkers.checked_toml import nearest, shown
from checkers.form import UNKNOWN, FormKind
from checkers.guard import read_file, recognise
from checkers.layout import lines_of
from checkers.learning import Learned, as_form, as_tables, filled_in, read_blank
from checkers.profile import Profiles
from checkers.profile_keys import profile_keys
from checkers.readers import read
from checkers.unreadable import Unreadable
from checkers.visible import visible_line

_SIGNS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Named:
    """What the profile is called, what it builds on and where it goes."""

    id: str
    name: str
    extends: str
    path: Path


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
        if args.kind:
            _kind_named(args.kind)
        if args.extends:
            _base(args.extends, profiles)
        learned = _read(args.blank)
        if args.format != "json":
            _refuse_filled(learned, is_blank=args.is_blank)
        learned = as_told(learned, args.set, args.keep)
        if args.format == "json":
            print(json.dumps(found(args.blank, learned), indent=1))
            return Exit.FINE
        print("\n".join(places_in_words(args.blank, learned)))
        if not args.yes:
            learned = put_right(learned)
        _refuse_unknown(learned)
        kind = _kind(learned, args)
        _refuse_filled(learned, is_blank=args.is_blank)
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


def _read(path: Path) -> Learned:
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


def _refuse_filled(learned: Learned, *, is_blank: bool) -> None:
    signs = [] if is_blank else filled_in(learned)
    if signs:
        more = f" and {len(signs) - _SIGNS_SHOWN} more" if len(signs) > _SIGNS_SHOWN else ""
        raise Stopped(
            f"this looks filled in ({'; '.join(signs[:_SIGNS_SHOWN])}{more}). A profile keeps what the form prints, so "
            "it has to come from an empty copy: name that, or say --blank if all of this stands on every copy."
        )


def _refuse_unknown(learned: Learned) -> None:
    if all(place.meaning == UNKNOWN for place in learned.places):
        raise Stopped("Tandem knows none of its labels: say what they are for, with --set or without --yes.")


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

    name = ask(args.name, "Name of the form", _title(learned), str)
    profile_id = ask(
        args.id, "Short name, for --profile", id_from(name), lambda words: checked_id(words, profiles, path(words))
    )
    base = ask(args.extends, "Profile whose rules it is checked by", USUAL_BASE, lambda words: _base(words, profiles))
    return Named(profile_id, name, base, path(profile_id))


def _title(learned: Learned) -> str:
    """The first two lines that the form prints, as its name."""
    labels = {place.blank.spot.text for place in learned.places}
    lines = (line.text.strip() for line in lines_of(learned.reading.blocks) if line.place.part == "body")
    titles = [text for text in lines if text and text not in labels and len(text) <= LONGEST_LABEL][:2]
    return visible_line(": ".join(titles)) or "My form"


# --- the file ------------------------------------------------------------------------------------------------------


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
