"""Whose rules are meant, and who asks: the place and the role in words, choosing them, and keeping them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.beginning import as_configured
from assistant.conversation.context import choosing
from assistant.plain.menus import choose
from assistant.plain.session import Session
from assistant.settings import Unusable, config_file, keep
from knowledge.schema import ROLES

KEEP = "Keep place and role for the next time"
"""What the main menu calls keeping."""


def in_words(session: Session) -> str:
    """Place and role as they are set."""
    place = session.base.places.get(session.state.place)
    return f"Place: {place.name if place else 'not set'}. Role: {session.state.role or 'not said'}."


def choose_place(session: Session) -> None:
    """Choose whose rules are meant."""
    places = [("", "Not set"), *((place.id, place.name) for place in session.base.places.values())]
    _choose(session, "Whose rules do you want?", "place", places)


def choose_role(session: Session) -> None:
    """Say who asks."""
    _choose(session, "Who are you?", "role", [("", "Not said"), *((role, role.capitalize()) for role in ROLES)])


def keep_both(session: Session) -> None:
    """Have the place and the role kept for the next time, where they are not; the file is named before it is written.

    Raises:
        Back, ToMenu, Left: somebody wants to go there; nothing is kept.
    """
    console, values = session.console, _not_kept(session)
    console.say(in_words(session))
    if not values:
        console.say("That is how Tandem begins the next time too: there is nothing to keep.")
        return
    console.say(f"It is written to {config_file()}. Nothing else in that file is changed.")
    if console.sure("Keep it for the next time?"):
        try:
            console.say(f"Kept in {keep(values)}.")
        except Unusable as wrong:
            console.say(str(wrong))


def _choose(session: Session, title: str, what: str, choices: Sequence[tuple[str, str]]) -> None:
    value = choices[choose(session.console, title, [words for _, words in choices])][0]
    session.state = choosing(session.state, **{what: value})
    session.console.say(in_words(session))
    if _not_kept(session):
        session.console.say(f"It holds until you leave. The main menu has: {KEEP}.")


def _not_kept(session: Session) -> dict[str, str]:
    """The place and the role, where the configuration has them otherwise or not at all."""
    begun, now = as_configured().state, session.state
    kept = {"place": begun.place, "role": begun.role}
    return {what: value for what, value in {"place": now.place, "role": now.role}.items() if value != kept[what]}
