"""What is noted of the asker and the child: heard, and corrected one by one or forgotten."""

from __future__ import annotations

from assistant.conversation.context import commanded, known
from assistant.conversation.told import in_words
from assistant.plain.menus import Choice, Menu, offer
from assistant.plain.session import Session
from assistant.plain.who import choose_place, choose_role

_CORRECTED = (
    ("the program", "/program", "early intervention, or preschool special education"),
    ("the services", "/services", "speech therapy, OT"),
    ("the child's age", "/age", "2 years"),
)
"""What is corrected in words, by which command of the conversation, and an example."""


def correct(session: Session) -> None:
    """Say what is noted, and let it be corrected, until somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    offer(session.console, lambda: _menu(session))


def _menu(session: Session) -> Menu:
    noted = in_words(session.base, known(session.state)) or "Nothing is noted of you or the child."
    corrections = [
        Choice(f"Correct {what}", lambda what=what, command=command, such=such: _say(session, what, command, such))  # type: ignore[misc]
        for what, command, such in _CORRECTED
    ]
    return Menu(
        noted,
        [
            Choice("Choose the place", lambda: choose_place(session)),
            Choice("Choose your role", lambda: choose_role(session)),
            *corrections,
            Choice("Forget all of it", lambda: _command(session, "/forget")),
        ],
        "It is kept only while Tandem runs, and used to choose the right answer.",
    )


def _say(session: Session, what: str, command: str, such: str) -> None:
    said = session.console.ask(f"Say {what}, such as {such}; or none:", "none forgets what is noted of it.")
    _command(session, f"{command} {said or 'none'}")


def _command(session: Session, words: str) -> None:
    if changed := commanded(session.base, session.state, words):
        session.state, reply = changed
        session.console.say(reply.text)
