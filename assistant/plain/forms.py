"""Learning an agency's form: the dialogue of `tandem profile learn`, held at this console."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import replace

from assistant.cli import learn_profile
from assistant.cli.exits import Exit
from assistant.cli.profile_file import Stopped
from assistant.forms import read_form, why_not_empty
from assistant.plain.asked import one_path
from assistant.plain.console import Console
from assistant.plain.session import Session
from assistant.profiles import choose
from assistant.settings import Unusable
from assistant.wording import sentence
from checkers.learning import filled_in
from checkers.unreadable import Unreadable


def learn_form(session: Session) -> None:
    """Ask for an empty form, and have somebody say what its places are; its profile is then one to check by.

    Raises:
        Back, ToMenu, Left: somebody wants to go there; nothing is written.
    """
    console = session.console
    path = one_path(console, "The empty form:")
    words = ["--", str(path)]
    try:
        signs = filled_in(read_form(path))
    except (Stopped, Unreadable) as wrong:
        console.say(sentence(str(wrong)))
        return
    if signs:
        console.say(sentence(why_not_empty(signs)))
        if not console.sure("Does all of this stand on every copy?"):
            console.say("Name an empty copy.")
            return
        words = ["--blank", *words]
    commands = argparse.ArgumentParser().add_subparsers()
    learn_profile.add_parser_learn(commands)
    with _at(console):
        code = learn_profile.run(commands.choices["learn"].parse_args(words))
    if code == Exit.FINE:
        try:
            session.options = replace(choose(None), today=session.options.today)
        except Unusable as wrong:
            console.say(sentence(str(wrong)))


class _Streams(io.TextIOBase):
    """Standard input and output for a command that a person sits at: what is written last is what is asked."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._begun = ""

    def isatty(self) -> bool:
        """As a person can be asked again."""
        return True

    def write(self, text: str) -> int:
        """Say whole lines; what is begun is asked with the next `readline`."""
        *lines, self._begun = f"{self._begun}{text}".split("\n")
        self._console.say(*lines)
        return len(text)

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # text, as of any stream of text
        """The answer to what was written last."""
        del size
        words, self._begun = self._begun, ""
        return f"{self._console.line(words)}\n"


@contextmanager
def _at(console: Console) -> Iterator[None]:
    """Within this block, standard input and output are at the console."""
    streams, before = _Streams(console), sys.stdin
    with redirect_stdout(streams), redirect_stderr(streams):
        sys.stdin = streams
        try:
            yield
        finally:
            sys.stdin = before
