"""What a conversation carries on from turn to turn, and what is said back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.compose import Answer

_LONGEST_MEMORY = 50
"""So many topics are remembered as told, the last ones."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said back; `answer` is None where nothing was asked; `noted` says what was understood of the asker.

    `private` says gently that a detail of the child need not be told.
    """

    text: str
    answer: Answer | None = None
    noted: str = ""
    private: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What a conversation carries on: place and role ("" for not known), the last topic, the choices last offered."""

    place: str = ""
    role: str = ""
    topic: str = ""
    options: tuple[tuple[str, str], ...] = ()
    """Words to choose by, each with the id of its topic."""
    asked: str = ""
    """The last question that was answered or asked back about."""
    programme: str = ""
    """Which programme is spoken of, "" for not known."""
    services: tuple[str, ...] = ()
    """The services the child has; "no SEIT" for one it has not."""
    age: str = ""
    elsewhere: str = ""
    """The place that the asker is said to be in, where that is not covered."""
    title: str = ""
    """What the asker is by profession: "SEIT"."""
    told: tuple[str, ...] = ()
    """The ids of the topics that were told."""
    heard: tuple[tuple[str, str], ...] = ()
    """Facts by their names ("place", "age"; a service by its own), each with the words it was taken from."""
    warned: tuple[str, ...] = ()
    """Of which kinds of private details it was said already that they need not be told."""

    def anew(self) -> State:
        """The state with the subject forgotten; what is known of the asker and the child stays."""
        return replace(self, topic="", options=(), asked="", told=())

    def after(self, found: Answer, *, noted: str = "", asked: str = "", moved: bool = False) -> tuple[State, Reply]:
        """The state after an answer, with the reply.

        `asked` is the question in full words, where what was said only hints at it; `moved`: it was the last question
        again, for another place.
        """
        options = tuple((words, item.topic) for words, item in zip(found.options, found.related, strict=False))
        is_topic = found.status == "answered" and bool(found.topic)
        told = (*(each for each in self.told if each != found.topic), found.topic) if is_topic else self.told
        state = replace(
            self,
            topic=found.topic if is_topic else self.topic,
            asked=(asked or found.question) if (is_topic or options) and not moved else self.asked,
            options=options,
            told=told[-_LONGEST_MEMORY:],
        )
        return state, Reply(found.answer, found, noted)
