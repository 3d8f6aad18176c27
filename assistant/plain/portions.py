"""Long lists in portions: "21 to 40 of 150. Enter for more"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn

from assistant.plain.console import Back, Console
from assistant.plain.menus import Unclear, chosen, possible
from assistant.plain.spoken import spoken_line

PORTION = 20
"""So many lines at a time."""


def portion(number: int, total: int) -> range:
    """The indexes of one portion of so many; after the last comes the first."""
    portions = max(1, -(-total // PORTION))
    first = number % portions * PORTION
    return range(first, min(first + PORTION, total))


def heading(shown: range, total: int) -> str:
    """Which of all are shown: "21 to 40 of 150."; "" where all are."""
    return "" if len(shown) == total else f"{shown.start + 1} to {shown.stop} of {total}."


def pick(
    console: Console,
    title: Callable[[], str],
    items: Callable[[], Sequence[str]],
    do: Callable[[int], object],
    helps: str = "",
) -> NoReturn:
    """Have one after another picked from a list, made anew each time, until somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    number, heard = 0, ("", [""])
    while True:
        words = list(items())
        shown = portion(number, len(words))
        where = " ".join(filter(None, (title(), heading(shown, len(words)))))
        is_heard = heard == (where, words)  # whoever comes back to a list need not hear all of it again
        console.say("", where, *(() if is_heard else (f"{index + 1}. {spoken_line(words[index])}" for index in shown)))
        heard = where, words
        picked = _picked(console, words, _enter(shown, len(words), is_heard=is_heard), helps)
        if picked is not None:
            with suppress(Back):
                do(picked)
        elif is_heard:
            heard = "", []
        else:
            number += 1


def read(console: Console, lines: Sequence[str], *, first: int = 0, helps: str = "") -> None:
    """Read lines out in portions, from the one of index `first` on, until all are read or somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    while first < len(lines):
        shown = range(first, min(first + PORTION, len(lines)))
        console.say("", *filter(None, (heading(shown, len(lines)),)), *(lines[index] for index in shown))
        first = shown.stop
        if first < len(lines):
            _go_on(console, helps)


def _go_on(console: Console, helps: str) -> None:
    while console.ask("Enter for more, b back:", helps):
        console.say("Enter alone reads on.")


def _enter(shown: range, total: int, *, is_heard: bool) -> str:
    """What Enter alone does, in words; "" where it only says the list again."""
    if is_heard:
        return "Enter to hear the list, "
    if len(shown) == total:
        return ""
    return "Enter for more, " if shown.stop < total else "Enter for the first again, "


def _picked(console: Console, words: Sequence[str], enter: str, helps: str) -> int | None:
    """The index of what is picked; None for Enter alone."""
    while True:
        said = console.ask(f"Number, {enter}b back:", helps)
        if not said:
            return None
        if said == "0":
            raise Back
        try:
            return chosen(said, words)
        except Unclear as unclear:
            console.say(str(unclear) if words else possible(0))
