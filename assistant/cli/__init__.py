"""The `tandem` command: finds the command called, imports its module alone, and turns what goes wrong into a sentence.

Each command is a module of this package with `add_parser(subparsers)` and `run(args) -> int`. `COMMANDS` names them
with their one line of help, so that `tandem --help` loads none of them.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from assistant.cli.exits import Exit

COMMANDS = {
    "check": ("check", "check progress notes and draft IEPs"),
    "annotate": ("annotate", "a copy of a document with the findings as comments"),
    "ask": ("ask", "one question, one answer with its source"),
    "chat": ("chat", "a conversation, line by line"),
    "waive": ("waive", "let a finding stand, with a reason"),
    "gate": ("gate", "whether a whole folder is ready to go"),
    "verify": ("verify", "whether the files are those of a sheet"),
    "rule": ("rule", "explain one rule"),
    "rules": ("rule", "list the rules"),
    "topics": ("topics", "list what the knowledge base answers"),
    "topic": ("topics", "show one topic"),
    "glossary": ("glossary", "explain the field's words"),
    "calc": ("calc", "work out units and amounts, step by step"),
    "when": ("when", "the deadlines that follow from an event"),
    "inspect": ("inspect", "show what was read of a document"),
    "profile": ("profile", "the rules a county goes by, and its forms"),
    "demo": ("demo", "the sample documents: check them, ask a question"),
    "serve": ("serve", "the app in a browser, on this computer"),
    "doctor": ("doctor", "say what is installed and whether all is sound"),
}
"""Each command's module and help."""

PLAIN = "--plain"
"""The option that starts linear mode."""
_ABOUT = """\
Answers on coordinating a young child's services, with their sources, and checks of
progress notes and draft IEPs before they are sent. Without a command: the app.
With --plain, with TANDEM_PLAIN=1, or without a terminal: the same in numbered
lines, for screen readers and pipes.
Nothing leaves this computer, and nothing is kept."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the words name (those of the process by default) and give its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a symbol an old console cannot show
    try:
        return _dispatch(words)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) has gone: point standard output elsewhere, so that closing it says nothing either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.CUT_OFF
    except Exception as failure:  # noqa: BLE001 - the edge: one line by its kind alone, no text of a document
        from assistant.failures import where  # noqa: PLC0415 - seldom needed

        _say(f"something went wrong inside Tandem ({where(failure)}). Report this line, without any document.")
        return Exit.WRONG


def _dispatch(words: list[str]) -> int:
    if not words:
        return _face()
    name = words[0]
    if name == PLAIN:
        return _in_lines(words[1:])
    if name in ("-V", "--version"):
        print(f"tandem {version()}")
        return Exit.FINE
    if name == "help" and words[1:]:
        return _dispatch([words[1], "--help"])
    if name in COMMANDS:
        return _run(name, words[1:])
    if name not in ("-h", "--help", "help"):
        _say(f"there is no command “{_shown(name)}”.{_nearest(name)} `tandem --help` lists them.")
        return Exit.WRONG
    print(_help())
    return Exit.FINE


def _face() -> int:
    """The app where there is a terminal to draw on; else, and where `TANDEM_PLAIN` asks for that, linear mode."""
    plain = os.environ.get("TANDEM_PLAIN", "0") not in ("", "0")
    if plain or not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return _in_lines([])
    from assistant.tui.app import run as run_app  # noqa: PLC0415 - loads textual

    return run_app()


def _in_lines(words: list[str]) -> int:
    if words:
        _say(f"{PLAIN} stands alone; “{_shown(words[0])}” is too much. Place and role are chosen in its menu.")
        return Exit.WRONG
    from assistant.plain.start import run as run_in_lines  # noqa: PLC0415 - loads what checks and answers

    return run_in_lines()


def _run(name: str, words: list[str]) -> int:
    """Import the command's module, let its own parser read the words, and run it. A wrong option gives exit code 2."""
    module = importlib.import_module(f"assistant.cli.{COMMANDS[name][0]}")
    subparsers = argparse.ArgumentParser(prog="tandem").add_subparsers()
    module.add_parser(subparsers)
    try:
        args = subparsers.choices[name].parse_args(words)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else Exit.WRONG
    return int(args.run(args))


def _help() -> str:
    lines = ["usage: tandem [COMMAND] …", "       tandem --plain", "", _ABOUT, "", "commands:"]
    lines += [f"  {name:<9} {text}" for name, (_, text) in COMMANDS.items()]
    return "\n".join([*lines, "", "`tandem COMMAND --help` tells more of one of them; `tandem --version` the version."])


def version() -> str:
    """Tandem's version, "0" where it is not installed."""
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415 - slow to load
    from importlib.metadata import version as installed  # noqa: PLC0415

    try:
        return installed("tandem-assistant")
    except PackageNotFoundError:
        return "0"


def _nearest(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistyped command

    near = get_close_matches(name, COMMANDS, n=1)
    return f" Did you mean “{near[0]}”?" if near else ""


def _shown(text: str) -> str:
    from checkers.visible import visible_line  # noqa: PLC0415

    return visible_line(text)


def _say(text: str) -> None:
    print(f"tandem: {text}", file=sys.stderr)
