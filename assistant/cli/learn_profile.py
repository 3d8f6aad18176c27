"""`tandem profile learn`: reads an agency's empty form, shows what it takes each place to be, and writes a profile.

What is wrong can be put right by options, or in a dialogue that a person or a pipe answers. The profile is written once
all is settled, and nothing else is written anywhere.
"""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.cli.exits import Exit
from assistant.cli.profile_file import (
    USUAL_BASE,
    Stopped,
    checked_id,
    how_to_use,
    id_from,
    in_one_line,
    refuse,
    said,
    toml,
    write,
)
from assistant.profiles import known_profiles
from assistant.settings import profile_folder
from checkers.checked_toml import nearest, shown
from checkers.form import UNKNOWN, FormKind, meanings
from checkers.guard import read_file, recognise
from checkers.layout import lines_of
from checkers.learning import Learned, Place, as_form, as_tables, filled_in, lacking, not_found_again, read_blank
from checkers.learning.blanks import Shape
from checkers.profile import Profiles
from checkers.profile_keys import profile_keys
from checkers.readers import read
from checkers.reports.json import location_object
from checkers.reports.wording import place_in_words
from checkers.unreadable import Unreadable
from checkers.visible import visible_line
from checkers.words import plain

_WIDTH = 80
_LONGEST_LABEL = 44
_SIGNS_SHOWN = 3
_KINDS = {
    FormKind.PROGRESS_NOTE: "a progress note",
    FormKind.COORDINATION_NOTE: "a note on coordination of services",
    FormKind.ATTENDANCE_LOG: "an attendance log",
    FormKind.CONTACT_LOG: "a log of contacts",
    FormKind.DRAFT_IEP: "an IEP or a draft of one",
    FormKind.IFSP: "an IFSP",
    FormKind.STAC1: "a STAC-1 form",
}


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
        learned = _as_told(learned, args)
        if args.format == "json":
            print(json.dumps(_found(args.blank, learned), indent=1))
            return Exit.FINE
        print("\n".join(_places_in_words(args.blank, learned)))
        if not args.yes:
            learned = _put_right(learned)
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
    if args.output is None:
        print("Filled copies of this form are known by what it prints, without --profile.")
    for line in _doubts(learned, kind):
        print("\n".join(_wrap(line, 0)))
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


# --- what was found ------------------------------------------------------------------------------------------------


def _found(path: Path, learned: Learned) -> dict[str, Any]:
    """What was found, as plain values."""
    return {
        "path": str(path),
        "kind": learned.kind.value if learned.kind else None,
        "filled": filled_in(learned),
        "places": [
            {
                "place": number,
                "label": place.blank.label,
                "shape": place.blank.shape.value,
                "means": place.meaning,
                "sure": place.sure,
                "holds": place.blank.holds,
                "keeps": place.keeps,
                "location": location_object(place.blank.spot),
            }
            for number, place in enumerate(learned.places, start=1)
        ],
        "left_out": [blank.label for blank in learned.unnamed],
        "meanings": meanings(),
        "kinds": {kind.value: words for kind, words in _KINDS.items()},
    }


def _places_in_words(path: Path, learned: Learned) -> Iterator[str]:
    """What was found, for people, numbered from 1."""
    yield from _wrap(f"{path}: {_count(len(learned.places), 'place')} to fill in", 0)
    for number in range(len(learned.places)):
        yield from _place_in_words(learned, number)


def _place_in_words(learned: Learned, number: int) -> Iterator[str]:
    place = learned.places[number]
    label = _short(place.blank.label)
    where = place_in_words(place.blank.spot.place)
    shape = {Shape.BOX: "box", Shape.COLUMN: "column"}.get(place.blank.shape, "")
    yield from _wrap(f"{number + 1:>3}. {label}  [{', '.join(each for each in (shape, where) if each)}]", 0, 5)
    yield from _wrap(_meaning_in_words(place), 5)
    if place.blank.holds:
        what = "stays on every copy" if place.keeps else "no value, to be written over"
        yield from _wrap(f"there already: “{_short(place.blank.holds)}” ({what})", 5)


def _meaning_in_words(place: Place) -> str:
    if place.meaning == UNKNOWN:
        return "? not known"
    return f"= {meanings()[place.meaning]}{'' if place.sure else ' (perhaps)'}"


def _doubts(learned: Learned, kind: FormKind) -> Iterator[str]:
    """What checks by this form will not be able to tell."""
    for blank in learned.unnamed:
        yield f"“{_short(blank.label)}” has no letter from a to z and no figure to be known by: it is left out."
    if missing := lacking(learned, kind):
        what = "; ".join(meanings()[each] for each in missing)
        yield f"No place is taken for: {what}. Checks will miss it in every copy: if it is on the form, learn it again."
    for number in not_found_again(learned, as_form(learned, kind)):
        label = _short(learned.places[number].blank.label)
        yield f"Place {number + 1}, “{label}”, stands where its value cannot be told: no check will ask for it."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _short(text: str) -> str:
    text = visible_line(text)
    return text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1] + "…"


def _wrap(text: str, indent: int, hanging: int | None = None) -> list[str]:
    behind = " " * (indent + 2 if hanging is None else hanging)
    return textwrap.wrap(
        visible_line(text), _WIDTH, initial_indent=" " * indent, subsequent_indent=behind, break_on_hyphens=False
    )


# --- putting it right ----------------------------------------------------------------------------------------------


def _as_told(learned: Learned, args: argparse.Namespace) -> Learned:
    """What was found, with what the options say of it."""
    for each in args.set:
        words, sign, meant = each.rpartition("=")
        if not sign or not words.strip():
            raise Stopped(f'--set takes LABEL=MEANING, such as --set "Lad/Lass=child_name", and not {shown(each)}.')
        meaning = _meaning(meant)
        for number in _numbers(learned, words):
            learned = learned.taken_for(number, meaning)
    for each in args.keep:
        for number in _numbers(learned, each):
            learned = learned.kept(number)
    return learned


def _numbers(learned: Learned, words: str) -> list[int]:
    """The indexes of the places that are named by their label, or by their number."""
    labels = [plain(place.blank.label) for place in learned.places]
    if found := [index for index, label in enumerate(labels) if label == plain(words)]:
        return found
    if words.strip().isdecimal() and 0 < int(words) <= len(labels):
        return [int(words) - 1]
    known = list(dict.fromkeys(place.blank.label for place in learned.places))
    raise Stopped(f"the form has no label {shown(words)}{nearest(words, known)}")


def _meaning(words: str) -> str:
    """The meaning that is named by its short name, or in the words by which it is told."""
    by_words = {plain(each): name for name, each in meanings().items()}
    name = words.strip().lower().replace(" ", "_")
    if found := name if name in meanings() else by_words.get(plain(words)):
        return found
    within = {told: each for told, each in by_words.items() if plain(words) and f" {plain(words)} " in f" {told} "}
    begun = [each for told, each in within.items() if _begins(told, plain(words))]
    near = begun if len(begun) == 1 else [*within.values()]
    if len(near) == 1:
        return near[0]
    which = f"; it may be {' or '.join(near)}." if near else nearest(name, [*meanings()])
    raise Stopped(f"there is no meaning {shown(words)}{which}")


def _begins(told: str, words: str) -> bool:
    return told.removeprefix("the ").startswith(words.removeprefix("the "))


def _put_right(learned: Learned) -> Learned:
    """Ask what each place is for that nothing tells, and then which are taken for something else than they are."""
    for number, place in enumerate(learned.places):
        if place.meaning == UNKNOWN and place.blank.shape is not Shape.HEADING:
            learned = _asked_of(learned, number)
    while answer := said("Number to put right, ? for what there is, Enter when all is right: ", otherwise="--yes"):
        if answer == "?":
            print("\n".join(_all_meanings()))
            continue
        try:
            number = _numbers(learned, answer)[0]
        except Stopped as slip:
            _say_again(slip)
            continue
        learned = _asked_of(learned, number)
        print("\n".join(_place_in_words(learned, number)))
    return learned


def _asked_of(learned: Learned, number: int) -> Learned:
    """What somebody says that one place is for; Enter leaves it as it is."""
    label = _short(learned.places[number].blank.label)
    while answer := said(f"{number + 1}. “{label}” is for (? lists what, Enter leaves it): ", otherwise="--yes"):
        if answer == "?":
            print("\n".join(_all_meanings()))
            continue
        try:
            return _changed(learned, number, answer)
        except Stopped as slip:
            _say_again(slip)
    return learned


def _say_again(slip: Stopped) -> None:
    """Tell a person what was not understood; a pipe cannot say it again."""
    if not sys.stdin.isatty():
        raise slip
    print(visible_line(str(slip)), file=sys.stderr)


def _changed(learned: Learned, number: int, answer: str) -> Learned:
    return learned.kept(number) if answer.lower() == "keep" else learned.taken_for(number, _meaning(answer))


def _all_meanings() -> Iterator[str]:
    """Every meaning by its short name, with its words."""
    width = max(map(len, meanings()))
    for name, words in meanings().items():
        yield from _wrap(f"  {name:<{width}}  {words}", 0, width + 4)
    yield f"  {'keep':<{width}}  what stands there in the blank is right on every copy"


def _kind(learned: Learned, args: argparse.Namespace) -> FormKind:
    """What the form is for: by the option, else as somebody says, else as its title and labels tell."""
    words = args.kind
    if words is None and not args.yes:
        print("\n".join(f"  {kind:<17}  {what}" for kind, what in _KINDS.items()))
        words = said(f"What the form is for{f' [{learned.kind}]' if learned.kind else ''}: ", otherwise="--yes")
    if words:
        return _kind_named(words)
    if learned.kind is None:
        raise Stopped(f"nothing on the form tells what it is for: say --kind with one of {', '.join(FormKind)}.")
    return learned.kind


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

    def ask(given: str | None, words: str, default: str) -> str:
        if given is None:
            given = default if args.yes else said(f"{words} [{default}]: ", otherwise="--yes") or default
        try:
            return in_one_line(given)
        except ValueError as slip:
            raise Stopped(f"{words}: {slip}") from None

    name = ask(args.name, "Name of the form", _title(learned))
    profile_id = ask(args.id, "Short name, for --profile", id_from(name))
    path = args.output or profile_folder() / f"{profile_id}.toml"
    try:
        checked_id(profile_id, profiles, path)
    except ValueError as slip:
        raise Stopped(f"{shown(profile_id)} cannot be its short name: {slip}") from None
    base = _base(ask(args.extends, "Profile whose rules it is checked by", USUAL_BASE), profiles)
    return Named(profile_id, name, base, path)


def _title(learned: Learned) -> str:
    """The first two lines that the form prints, as its name."""
    labels = {place.blank.spot.text for place in learned.places}
    lines = (line.text.strip() for line in lines_of(learned.reading.blocks) if line.place.part == "body")
    titles = [text for text in lines if text and text not in labels and len(text) <= _LONGEST_LABEL][:2]
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
