"""Linear mode itself: where it reads and writes, the main menu, and how it ends."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import TextIO

from assistant.beginning import as_configured
from assistant.cli.exits import Exit
from assistant.failures import where
from assistant.plain.asking import converse
from assistant.plain.console import EVERYWHERE, Back, Console, Left, ToMenu
from assistant.plain.counting import count
from assistant.plain.documents import check_documents
from assistant.plain.glossary import explain_words
from assistant.plain.library import browse
from assistant.plain.menus import Choice, Menu, offer
from assistant.plain.session import Session
from assistant.plain.tour import tour
from assistant.plain.who import KEEP, choose_place, choose_role, in_words, keep_both
from knowledge import load

_WHAT_IT_IS = "Tandem, in lines. Nothing leaves this computer, nor is kept unasked."
_GO_ON = "Report this line, without any document. You are at the main menu, and what you did is kept."
_NO_INPUT = (
    "tandem: the app needs a terminal, and there is nothing on standard input to go by. Use `tandem chat` to ask, "
    "`tandem check FILE` to check, or `tandem --help`.\n"
)
_HELPS = (
    "Type the number of what you want, or its first words, then Enter.",
    EVERYWHERE,
    "Enter alone says a menu again, or goes on in a list. Long lists come in portions.",
    "A wrong answer changes nothing. Ctrl+C stops a check, and keeps what is done.",
    "Documents are only read. Whatever is written is named first, and no file is written over unless you say so.",
    "The commands of Tandem do the same without menus: tandem --help lists them.",
)
PARTS: tuple[tuple[str, Callable[[Session], object]], ...] = (
    ("Check documents", check_documents),
    ("Ask a question", converse),
    ("Browse the library", browse),
    ("The glossary", explain_words),
    ("Deadlines and calculations", count),
    ("Choose the place", choose_place),
    ("Choose your role", choose_role),
    (KEEP, keep_both),
    ("A tour on sample documents", tour),
    ("Help", lambda session: session.console.say("", *_HELPS)),
)
"""The main menu."""


def converse_in_lines(session: Session) -> None:
    """Offer the main menu until somebody leaves, or the input ends."""
    console = session.console
    console.would_lose = session.would_lose
    try:
        console.say(_WHAT_IT_IS, in_words(session), EVERYWHERE)
        while True:
            try:
                offer(console, partial(_menu, session))
            except (Back, ToMenu):
                continue
            except (Left, BrokenPipeError):
                raise
            except KeyboardInterrupt:
                console.say("", "Stopped. You are at the main menu, and what was done is kept.")
            except Exception as failure:  # noqa: BLE001 - said by its kind alone, no text of a document; all else is kept
                console.say("", f"Something went wrong inside Tandem ({where(failure)}).", _GO_ON)
    except Left:
        console.say("Goodbye.")


def _menu(session: Session) -> Menu:
    choices = [Choice(words, partial(do, session)) for words, do in PARTS]
    return Menu("Main menu.", choices, _HELPS[0], zero=Choice("Leave", session.console.leave))


def run() -> int:
    """Run on standard input and output; exit code 2, with a line on standard error, where nothing comes in at all."""
    lines = _lines(sys.stdin)
    if lines is None:
        sys.stderr.write(_NO_INPUT)
        return Exit.WRONG
    console = Console(
        lines,
        sys.stdout.write,
        flush=sys.stdout.flush,
        width=lambda: shutil.get_terminal_size().columns,
        echo=not sys.stdin.isatty(),
    )
    begun = as_configured()
    if begun.wrong:
        console.say(begun.wrong)
    converse_in_lines(Session(console, load(), begun.state, begun.options))
    if console.heard:
        return Exit.FINE
    sys.stderr.write(_NO_INPUT)
    return Exit.WRONG


def _lines(source: TextIO | None) -> Callable[[], str] | None:
    """What gives the lines of the input; None where it is closed or empty, as far as that can be told without waiting.

    Whoever is behind a pipe may wait for the first words before saying anything.
    """
    if source is None or source.closed:
        return None
    with suppress(AttributeError):  # a stand-in for standard input
        source.reconfigure(errors="surrogateescape")  # type: ignore[attr-defined]  # any byte may come
    if source.isatty() or _is_pipe(source):
        return source.readline
    first = source.readline()
    if not first:
        return None
    return partial(next, chain([first], iter(source.readline, "")), "")


def _is_pipe(source: TextIO) -> bool:
    try:
        kind = os.fstat(source.fileno()).st_mode
    except (OSError, ValueError):  # it is no file of the system's; io.UnsupportedOperation is both
        return False
    return stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind)
