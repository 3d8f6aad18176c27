"""Choices with numbers: what a menu is, which choice an answer means, and asking until one is made.

A choice is made by its number or by the first words of it. An answer that is none says what is possible, and loses
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

from assistant.plain.console import Back, Console
from assistant.plain.spoken import spoken_line

_LONGEST = 40
"""In characters: of a wrong answer no more is repeated."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen, in words, and what then happens."""

    words: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Menu:
    """What is offered, from 1 on.

    `title` says where one is. `zero` is what 0 does, None for going back; `enter` what Enter alone does, None for
    having the menu said again. `brief`: the choices in a sentence without a title, for what is asked again and again.
    """

    title: str
    choices: Sequence[Choice]
    helps: str = ""
    zero: Choice | None = None
    enter: Choice | None = None
    brief: bool = False


class Unclear(Exception):
    """An answer is no choice, or might be several; the message says what is possible."""


def chosen(said: str, words: Sequence[str]) -> int:
    """The index of the one that is meant by its number, or by its first words.

    Raises:
        Unclear: it is none, or more than one.
    """
    if said.isdecimal() and said.isascii() and 0 < int(said[:9]) <= len(words):
        return int(said) - 1
    plain = [" ".join(each.casefold().split()) for each in words]
    begun = " ".join(said.casefold().split())
    if begun in plain:
        return plain.index(begun)
    near = [index for index, each in enumerate(plain) if begun and each.startswith(begun)]
    if len(near) == 1:
        return near[0]
    if near:
        alike = "; ".join(f"{index + 1}. {words[index]}" for index in near)
        raise Unclear(f"Which of these do you mean? {alike}.")
    raise Unclear(f"There is no choice “{_short(said)}”. {possible(len(words))}")


def possible(number: int) -> str:
    """What can be answered where so many are offered."""
    if not number:
        return "There is nothing to choose here."
    return "Type 1 or the first words." if number == 1 else f"Type a number from 1 to {number}, or the first words."


def offer(console: Console, menu: Callable[[], Menu]) -> NoReturn:
    """Offer a menu, made anew each time, until somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    while True:
        now = menu()
        _say(console, now)
        choice = _choose(console, now)
        if choice is not None:
            with suppress(Back):
                choice.do()


def choose(console: Console, title: str, words: Sequence[str], helps: str = "") -> int:
    """Offer things to choose from until one is chosen; gives its index.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    menu = Menu(title, [Choice(each, str) for each in words], helps)
    made = None
    while made is None:
        _say(console, menu)
        made = _choose(console, menu)
    return next(index for index, each in enumerate(menu.choices) if each is made)


def _say(console: Console, menu: Menu) -> None:
    if menu.brief:
        return
    console.say("", menu.title)
    for number, choice in enumerate(menu.choices, start=1):
        console.say(f"{number}. {spoken_line(choice.words)}")
    console.say(f"0. {menu.zero.words if menu.zero else 'Back'}")


def _choose(console: Console, menu: Menu) -> Choice | None:
    """The choice that is made; None for having the menu said again."""
    while True:
        said = console.ask(_prompt(menu), f"{menu.helps} {possible(len(menu.choices))}".strip())
        if not said or (menu.enter and menu.enter.words.startswith(said.casefold())):
            return menu.enter
        if said == "0" and menu.zero is None:
            raise Back
        if said == "0":
            return menu.zero
        try:
            return menu.choices[chosen(said, [choice.words for choice in menu.choices])]
        except Unclear as unclear:
            console.say(str(unclear))


def _prompt(menu: Menu) -> str:
    if not menu.brief:
        return "Your choice:"
    numbered = ", ".join(f"{number} {choice.words}" for number, choice in enumerate(menu.choices, start=1))
    enter = f"Enter: {menu.enter.words}. " if menu.enter else ""
    return f"{enter}{numbered}:"


def _short(said: str) -> str:
    shown = spoken_line(said)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
