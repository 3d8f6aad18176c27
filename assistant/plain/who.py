"""Whose rules are meant, and who asks: the place and the role, in words, and choosing them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.plain.menus import choose
from assistant.plain.session import Session
from knowledge.schema import ROLES


def in_words(session: Session) -> str:
    """Place and role as they are set."""
    place = session.base.places.get(session.state.place)
    return f"Place: {place.name if place else 'not set'}. Role: {session.state.role or 'not said'}."


def _choose(session: Session, title: str, choices: Sequence[tuple[str, str]], take: Callable[[str], None]) -> None:
    take(choices[choose(session.console, title, [words for _, words in choices])][0])
    session.console.say(in_words(session))


def choose_place(session: Session) -> None:
    """Choose whose rules are meant."""
    places = [("", "Not set"), *((place.id, place.name) for place in session.base.places.values())]

    def take(place: str) -> None:
        session.state = replace(session.state, place=place, elsewhere="")

    _choose(session, "Whose rules do you want?", places, take)


def choose_role(session: Session) -> None:
    """Say who asks."""
    roles = [("", "Not said"), *((role, role.capitalize()) for role in ROLES)]

    def take(role: str) -> None:
        session.state = replace(session.state, role=role, title="")

    _choose(session, "Who are you?", roles, take)
