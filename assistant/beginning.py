"""What a face of Tandem begins with: the options of every check and what is known of the asker, as configured."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.cli.ask import place_named
from assistant.conversation import State
from assistant.profiles import choose
from assistant.settings import Unusable, kept
from checkers.check import Options


@dataclass(frozen=True, slots=True)
class Begun:
    """The options of every check, what is known of the asker, and what to say of a configuration that is wrong."""

    options: Options
    state: State
    wrong: str = ""


def as_configured() -> Begun:
    """The beginning as the user's configuration has it; where that is wrong, it says so, and is as without it."""
    try:
        place = place_named(kept("place"))
        wrong = "" if place is not None else f"In your configuration, there is no place “{kept('place')}”."
        return Begun(choose(None), State(place=place or "", role=kept("role")), wrong)
    except Unusable as wrong:
        return Begun(Options(), State(), f"Your own settings are not used: {wrong}")
