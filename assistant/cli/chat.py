"""`tandem chat`: a conversation line by line, without the app, for screen readers and pipes."""

from __future__ import annotations

import argparse
import json
import sys

from assistant.cli.answers import as_json, reply_as_text
from assistant.cli.ask import add_context, settle_context
from assistant.cli.exits import Exit
from assistant.conversation import Reply, State, say
from assistant.conversation.choices import meant, next_questions
from knowledge import load
from knowledge.compose import Answer, Related

_ENDS = frozenset({"/quit", "/exit", "/q"})
_ENDS_IN_WORDS = frozenset({"quit", "exit", "bye", "goodbye"})
"""What a person may say; a program's question is never taken for the end."""

_HELLO = """\
Ask in your own words. An empty line or /new starts over; /quit or Ctrl-D ends. Nothing is kept.
/context shows what is noted of you; /place, /role, /program, /services and /age change it, /forget forgets it."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "chat",
        help="a conversation, line by line",
        description="A conversation, one line in, one answer out; the place, the role and the subject carry over.",
    )
    add_context(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Converse until the input ends."""
    if not settle_context(args):
        return Exit.WRONG
    state = State(place=args.place, role=args.role)
    related: tuple[Related, ...] = ()
    asking = sys.stdin.isatty() and args.format == "text"
    if asking:
        print(_HELLO, file=sys.stderr)
    while (line := _read(asking=asking)) is not None:
        said = line.strip().lower()
        if said in _ENDS or (args.format == "text" and said.rstrip(".!") in _ENDS_IN_WORDS):
            break
        if args.format == "text":
            line = meant(state, related, line)
        state, reply = say(load(), state, line)
        related = next_questions(reply)
        _write(reply, line, state, as_json_lines=args.format == "json")
    return Exit.FINE


def _read(*, asking: bool) -> str | None:
    if asking:
        print("> ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None


def _write(reply: Reply, said: str, state: State, *, as_json_lines: bool) -> None:
    if as_json_lines:
        fields = json.loads(as_json(reply.answer or Answer(said, "smalltalk", reply.text)))
        context = {
            "place": state.place or None,
            "role": state.role or None,
            "programme": state.programme or None,
            "services": list(state.services),
            "age": state.age or None,
        }
        print(json.dumps({**fields, "context": context}), flush=True)
        if reply.private:
            print(f"tandem: {reply.private}", file=sys.stderr)
        return
    for line in reply_as_text(reply, said):
        print(line)
    print(flush=True)
