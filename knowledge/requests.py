"""What a question asks of Tandem in so many words: a thing no rule answers, or one that a topic may not hold.

The first is a prediction, a judgement, work to be done: `requests.toml`. The second is a price, a telephone number: the
slots of `answering.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

import tomli

from knowledge.settings import settings


def requested(question: str) -> str:
    """The id of the topic that declines such a request, "" where a question is none."""
    text = _plain(question)
    found = (topic for topic, asks, unless in _requests() if asks.search(text) and not unless.search(text))
    return next(found, "")


@lru_cache(maxsize=8)  # asked more than once on the way to an answer
def asked_for(question: str) -> tuple[str, ...]:
    """The names of the slots that a question asks for: `price`, `contact`."""
    text = _plain(question)
    return tuple(name for name, asks, unless in _slots() if asks.search(text) and not unless.search(text))


def _plain(question: str) -> str:
    return " ".join(question.lower().replace("’", "'").split()).strip(" .!?")


@cache
def _requests() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    entries = tomli.loads(files("knowledge").joinpath("requests.toml").read_text("utf-8"))["request"]
    return tuple((each["topic"], _any_of(each["asks"]), _any_of(each["unless"])) for each in entries)


@cache
def _slots() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    slots = settings()["slots"].items()
    return tuple((name, _any_of(each["asks"]), _any_of(each["unless"])) for name, each in slots)


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """One pattern for all; of none, one that finds nothing."""
    return re.compile("|".join(patterns) or "(?!)")
