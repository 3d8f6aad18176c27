"""What is known of the asker and the child: taken in from what is said, and set or taken back by command.

"/place Connecticut", "/role family", "/program early intervention", "/services speech therapy, OT", "/age 2 years",
"/context" shows it all, "/forget" forgets it; "none" behind a command forgets that one.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation import cues
from assistant.conversation.state import Reply, State
from assistant.conversation.told import Told, in_words, told_in, words_for
from knowledge import KnowledgeBase
from knowledge.danger import tells_of_danger
from knowledge.find.places import find_places
from knowledge.schema import ROLES

_NONE = frozenset({"", "none", "no", "clear", "forget"})
_HOW = "/place Connecticut, /role family, /program early intervention, /services OT, /age 2 years; none forgets one."


def taking_in(base: KnowledgeBase, state: State, told: Told, said: str) -> State:
    """The state with what a turn tells, and in which words; what it does not speak of stays."""
    after = replace(
        state,
        place=told.place or state.place,
        elsewhere="" if told.place else state.elsewhere,
        role=told.role or cues.role_in(said, state.role),
        programme=told.programme or state.programme,
        services=_together(state.services, told.services),
        age=told.age or state.age,
        title=told.title or ("" if told.role not in ("", state.role) else state.title),
    )
    now, before = set(_facts(after)), set(_facts(state))
    own = {*_facts(told), *(now - before)}
    words = {fact: words for fact, words in words_for(base, said).items() if fact in own}
    return replace(after, heard=tuple((dict(state.heard) | words).items())) if words else after


def _facts(known: State | Told) -> list[str]:
    """The names of the facts that are known."""
    names = ("place", "role", "programme", "age", "title")
    return [name for name in names if getattr(known, name)] + [each.removeprefix("no ") for each in known.services]


def _together(known: tuple[str, ...], told: tuple[str, ...]) -> tuple[str, ...]:
    """The services known, with those told now, which go before: "no SEIT" takes SEIT away."""
    names = {each.removeprefix("no ") for each in told}
    return (*(each for each in known if each.removeprefix("no ") not in names), *told)


def known(state: State) -> Told:
    """What the state knows of the asker and the child."""
    return Told(state.place, state.role, state.programme, state.services, state.age, state.title)


# --- as it is chosen -----------------------------------------------------------------------------------------------


def choosing(state: State, **facts: str) -> State:
    """The state with `place`, `role`, `programme` or `age` as the asker chooses it, "" for not said.

    What was taken from the asker's words before, and what went with it, no longer counts.
    """
    beside = {"place": "elsewhere", "role": "title"}
    cleared = {beside[each]: "" for each in facts if each in beside}
    return _unheard(replace(state, **cleared, **facts), *facts, *cleared)  # type: ignore[arg-type]  # all are texts


def choosing_service(state: State, name: str, *, has: bool | None) -> State:
    """The state with a service that the child has, has not, or (None) that nothing is said of."""
    others = tuple(each for each in state.services if each.removeprefix("no ") != name)
    own = {True: (name,), False: (f"no {name}",), None: ()}[has]
    return _unheard(replace(state, services=(*others, *own)), name)


def forgetting(state: State) -> State:
    """The state without anything that is known of the asker and the child."""
    return replace(state, place="", elsewhere="", role="", programme="", services=(), age="", title="", heard=())


def _unheard(state: State, *facts: str) -> State:
    return replace(state, heard=tuple(each for each in state.heard if each[0] not in facts))


# --- as it is commanded --------------------------------------------------------------------------------------------


def commanded(base: KnowledgeBase, state: State, said: str) -> tuple[State, Reply] | None:
    """The reply to a command, None where a turn is none."""
    name, _, value = said.strip().partition(" ")
    value = value.strip()
    if name.lower() == "/context":
        return state, Reply(in_words(base, known(state)) or f"Nothing is noted of you. {_HOW}")
    if name.lower() == "/forget":
        return forgetting(state), Reply("Forgotten. Ask anew.")
    if name.lower() not in _COMMANDS or tells_of_danger(value):
        return None
    changed = _changed(base, state, name.lower(), "" if value.lower() in _NONE else value)
    if changed is None:
        return state, Reply(f"I don't know that for {name.lower()}. For example: {_HOW}")
    return changed, Reply(in_words(base, known(changed)) or "Nothing is noted of you now.")


_COMMANDS = ("/place", "/role", "/program", "/programme", "/services", "/age")


def _changed(base: KnowledgeBase, state: State, command: str, value: str) -> State | None:
    """The state with that changed; None where the value says nothing."""
    if command == "/place":
        covered = (value,) if value in base.places else find_places(base, value.replace("-", " ")).covered
        return choosing(state, place=covered[0] if value else "") if not value or len(covered) == 1 else None
    if command == "/role":
        role = value.lower() if value.lower() in ROLES else cues.stated_role(f"I am a {value}")
        chosen = replace(choosing(state, role=role), title=cues.title_in(f"I am a {value}"))
        return chosen if role or not value else None
    if command in ("/program", "/programme"):
        programme = cues.programme_in(value)
        return choosing(state, programme=programme) if programme or not value else None
    if command == "/age":
        told = told_in(base, f"he is {value}")
        chosen = choosing(state, age=told.age, programme=told.programme)
        return chosen if told.age or not value else None
    services = cues.services_in(f"has {value}")
    chosen = _unheard(replace(state, services=services), *cues.service_names())
    return chosen if services or not value else None
