"""`tandem ask`: one answer; or one for each line of standard input."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from assistant.cli.answers import as_json, as_note, as_text
from assistant.cli.exits import Exit
from assistant.cli.saving import add_saving, save_if_asked
from assistant.settings import Unusable, kept
from checkers.visible import visible_line
from knowledge import load
from knowledge.compose import Answer
from knowledge.schema import ROLES


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "ask",
        help="one question, one answer with its source",
        description="Answer a question on rights and procedures, with the source, or say that it is not known.",
    )
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="the question, in your own words")
    add_context(parser)
    parser.add_argument("--stdin", action="store_true", help="one question a line on standard input")
    parser.add_argument("--why", action="store_true", help="print which topics were near instead, and by what signals")
    add_saving(parser)
    parser.set_defaults(run=run)


def add_context(parser: argparse.ArgumentParser) -> None:
    """Add the options that `ask` and `chat` share: place, role and format."""
    parser.add_argument("--place", metavar="ID", default="", help=f"{places_in_words()}, or a place's name")
    parser.add_argument("--role", choices=ROLES, default="", help="who asks")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write the answer")


def places_in_words() -> str:
    """The ids of the places that Tandem knows."""
    return ", ".join(load().places)


def place_named(words: str) -> str | None:
    """The id of a place by its id or a name of it, in capitals or not; "" for no words, None where there is none."""
    plain = " ".join(words.lower().replace("-", " ").split())
    for place in load().places.values():
        if plain in (place.id.replace("-", " "), place.name.lower(), *place.names):
            return place.id
    return None if plain else ""


def settle_place(args: argparse.Namespace) -> bool:
    """Put the id in the place of a name; False, with a line on standard error, where there is no such place."""
    place = place_named(args.place)
    if place is None:
        wrong = visible_line(args.place)
        print(f"tandem: there is no place “{wrong}”. There are: {places_in_words()}.", file=sys.stderr)
        return False
    args.place = place
    return True


def settle_context(args: argparse.Namespace) -> bool:
    """Place and role as given, else as the user's configuration has them; False, with a line, where one is wrong."""
    try:
        args.place, args.role = args.place or kept("place"), args.role or kept("role")
    except Unusable as wrong:
        print(f"tandem: {wrong}", file=sys.stderr)
        return False
    return settle_place(args)


def run(args: argparse.Namespace) -> int:
    """Answer, and give the exit code: an answer that declines is an answer too."""
    if not settle_context(args):
        return Exit.WRONG
    if args.stdin:
        if args.save or args.force:
            print("tandem: --save takes one answer; ask one question without --stdin.", file=sys.stderr)
            return Exit.WRONG
        warned: set[str] = set()
        for line in sys.stdin:
            found = _answer(line.rstrip("\r\n"), args)
            _write(found, args, warned)
        return Exit.FINE
    question = " ".join(args.question)
    if not question.strip():
        print('tandem: ask what? For example: tandem ask "Who coordinates when there is no SEIT?"', file=sys.stderr)
        return Exit.WRONG
    found = _answer(question, args)
    _write(found, args, set())
    return Exit.FINE if save_if_asked(load(), found, args) else Exit.WRONG


def _answer(question: str, args: argparse.Namespace) -> Answer:
    from assistant.private import without_names  # noqa: PLC0415 - the finder takes its time to load; --help needs none
    from knowledge.asking import ask  # noqa: PLC0415 - the same

    base = load()
    nameless = without_names(base, question)
    found = ask(base, nameless, place=args.place, role=args.role)
    return found if nameless == question else replace(found, question=question)


def _write(found: Answer, args: argparse.Namespace, warned: set[str]) -> None:
    """Write an answer, and a gentle word on private details; `warned` keeps of which kinds it was said."""
    if args.why:
        from assistant.cli.why import why  # noqa: PLC0415

        print(*why(load(), found, place=args.place, role=args.role), sep="\n")
        return
    gentle = _gently(found, warned)
    if args.format == "json":
        print(as_json(found), flush=True)
        if gentle:
            print(f"tandem: {gentle}", file=sys.stderr)
        return
    for line in (*as_text(found), *as_note(gentle)):
        print(line)
    if args.stdin:
        print(flush=True)


def _gently(found: Answer, warned: set[str]) -> str:
    """That details of a child need not be told, where the question has any; nothing beside the help in danger."""
    from assistant.private import gently, private_in  # noqa: PLC0415 - the same

    if found.status == "crisis":
        return ""
    kinds = [kind for kind in private_in(load(), found.question) if kind not in warned]
    warned.update(kinds)
    return gently(kinds)
