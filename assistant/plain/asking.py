"""Ask a question: the conversation, as `tandem chat` has it, with numbers for all that can be done next."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial

from assistant.cli.answers import reply_as_text
from assistant.conversation import Reply, cues, say
from assistant.conversation.choices import meant, next_questions
from assistant.conversation.rules import about_rule
from assistant.handout import to_hand_out
from assistant.plain.console import Back
from assistant.plain.handouts import of_the_conversation, save_all, save_answer
from assistant.plain.menus import Choice
from assistant.plain.noted import correct
from assistant.plain.portions import pick
from assistant.plain.session import Session
from assistant.wording import term_in_words
from checkers.rule import Rule
from knowledge.answer import LONGEST_QUESTION
from knowledge.glossary import terms_of
from knowledge.settings import settings

_HELLO = (
    "Ask in your own words, as you would ask a friend. For example: Who is in charge of my son's therapies?",
    "You hear where each answer stands, or that it is not known here. It is information, not legal advice.",
)
_HELPS = (
    "Type a question, then Enter. A number takes what has that number. After an answer you may also say: and in "
    "Connecticut? say that more simply; where does that stand? what else should I know?"
)


def converse(session: Session) -> None:
    """Answer question after question, until somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    session.console.say("", "Ask a question.", *_HELLO)
    while True:
        _turn(session)


def ask_about(session: Session, rule: Rule) -> None:
    """Tell what the knowledge base says about a rule of checking, and go on conversing.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    session.state, reply = about_rule(session.base, session.state, rule)
    _tell(session, f"About {rule.code}: {rule.name}", reply)
    while True:
        _turn(session)


def _turn(session: Session) -> None:
    """Ask, and answer or do what was chosen by its number."""
    console, last = session.console, session.last
    besides = _besides(session, last) if last else []
    before = (len(session.state.options) or len(next_questions(last))) if last else 0
    if besides:
        numbered = enumerate(besides, start=before + 1)
        console.say("", f"Or by number: {', '.join(f'{number} {each.words}' for number, each in numbered)}.")
    said = console.ask("Your question:", _HELPS)
    if not said:
        console.say("Type a question, or b to go back.")
    elif 0 < cues.number_in(said) - before <= len(besides):
        with suppress(Back):
            besides[cues.number_in(said) - before - 1].do()
    else:
        if len(said) > LONGEST_QUESTION:
            too_long = settings()["words"]["too_long"]
            console.say(f"{too_long} Only the first {LONGEST_QUESTION:,} characters are kept.")
        related = next_questions(last) if last else ()
        question = meant(session.state, related, said[:LONGEST_QUESTION])
        session.state, reply = say(session.base, session.state, question)
        _tell(session, question, reply)


def _tell(session: Session, said: str, reply: Reply) -> None:
    session.turns.append((said, reply))
    _hear(session, said, reply)


def _hear(session: Session, said: str, reply: Reply) -> None:
    session.last = reply
    console = session.console
    console.say("", f"You: {said}", "", *reply_as_text(reply, said, console.columns))


def _besides(session: Session, last: Reply) -> list[Choice]:
    """What can be done after a reply besides asking on."""
    answer = last.answer
    saved, all_saved = to_hand_out([answer] if answer else []), of_the_conversation(session)
    topic = session.base.topic(answer.topic) if answer else None
    words = [term_in_words(term) for term in terms_of(topic)] if topic else []
    return [
        *(Choice("save this answer", partial(save_answer, session, each)) for each in saved),
        *([Choice(f"save all {len(all_saved)} answers", partial(save_all, session))] if all_saved[1:] else []),
        Choice("what is noted of you", lambda: correct(session)),
        *([Choice("its words explained", lambda: session.console.say("", *words))] if words else []),
        Choice("the last question again", lambda: _again(session)),
        Choice("an earlier answer again", lambda: _earlier(session)),
        Choice("a new subject", lambda: _begin_anew(session)),
    ]


def _again(session: Session) -> None:
    """Ask what was asked last once more, by what is noted now."""
    said = session.turns[-1][0]
    session.state, reply = say(session.base, replace(session.state, options=()), said)
    _tell(session, said, reply)


def _earlier(session: Session) -> None:
    """Find an answer of before by words in it or in its question, and hear it again."""
    console = session.console
    words = console.ask(
        "Words in it, or Enter for all that was asked:", "A question is listed where it, or its answer, has them."
    ).casefold()
    turns = [turn for turn in reversed(session.turns) if words in f"{turn[0]} {turn[1].text}".casefold()]
    if not turns:
        console.say("Nothing that was asked or answered has these words.")
        return

    def hear(index: int) -> None:
        session.state = replace(session.state, options=())
        _hear(session, *turns[index])
        raise Back

    title = "What was asked, the last first. A number or the first words:"
    with suppress(Back):
        pick(console, lambda: title, lambda: [said for said, _ in turns], hear)


def _begin_anew(session: Session) -> None:
    """Forget the subject; what is noted of the asker stays."""
    session.state = session.state.anew()
    session.last = None
    session.console.say("A new subject. Place, role and what else is noted of you stay.")
