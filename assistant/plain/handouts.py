"""An answer saved as a one-page handout."""

from __future__ import annotations

from pathlib import Path

from assistant.cli.output import free_name
from assistant.handout import NothingToSave, handout_of
from assistant.handout.saving import ENDINGS, save
from assistant.plain.session import Session
from assistant.plain.targets import sentence, write_to
from knowledge.compose import Answer


def can_be_saved(session: Session, answer: Answer) -> bool:
    """Whether it is an answer that can be handed out, and no question back."""
    try:
        handout_of(session.base, answer, session.options.day())
    except NothingToSave:
        return False
    return True


def save_answer(session: Session, answer: Answer) -> None:
    """Ask where, and write it; where there is nothing to save, say so."""
    try:
        handout = handout_of(session.base, answer, session.options.day())
    except NothingToSave as nothing:
        session.console.say(sentence(str(nothing)))
        return
    name = answer.topic.replace("/", "-") or "answer"
    write_to(
        session.console,
        free_name(Path(), name, next(iter(ENDINGS))),
        lambda path, *, replace: save(handout, path, replace=replace),
        helps=" ".join(f"A name that ends in {ending} is for {what}." for ending, what in ENDINGS.items()),
    )
