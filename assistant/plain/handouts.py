"""Answers saved as a handout: one on its page, or all of a conversation, one after another."""

from __future__ import annotations

from pathlib import Path

from assistant.cli.output import free_name
from assistant.handout import Handout, NothingToSave, handout_of, handout_of_all, to_hand_out
from assistant.handout.saving import ENDINGS, save
from assistant.plain.session import Session
from assistant.plain.targets import write_to
from assistant.wording import sentence
from knowledge.compose import Answer


def of_the_conversation(session: Session) -> list[Answer]:
    """The answers of the conversation that can be handed out, each once."""
    return to_hand_out(reply.answer for _, reply in session.turns if reply.answer)


def save_answer(session: Session, answer: Answer) -> None:
    """Ask where, and write it; where there is nothing to save, say so."""
    try:
        handout = handout_of(session.base, answer, session.options.day())
    except NothingToSave as nothing:
        session.console.say(sentence(str(nothing)))
        return
    _write(session, handout, answer.topic.replace("/", "-") or "answer")


def save_all(session: Session) -> None:
    """Ask where, and write all answers of the conversation, of which there is one at least, as one handout."""
    _write(session, handout_of_all(session.base, of_the_conversation(session), session.options.day()), "answers")


def _write(session: Session, handout: Handout, name: str) -> None:
    write_to(
        session.console,
        free_name(Path(), name, next(iter(ENDINGS))),
        lambda path, *, replace: save(handout, path, replace=replace),
        helps=" ".join(f"A name that ends in {ending} is for {what}." for ending, what in ENDINGS.items()),
    )
