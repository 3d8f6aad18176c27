"""What is asked of Tandem that no rule answers: a prediction, a judgement, work to be done. Words: `requests.toml`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import tomli


def requested(question: str) -> str:
    """The id of the topic that declines such a request, "" where a question is none."""
    text = " ".join(question.lower().replace("’", "'").split()).strip(" .!?")
    found = (topic for topic, asks, unless in _requests() if asks.search(text) and not unless.search(text))
    return next(found, "")


@cache
def _requests() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    entries = tomli.loads(files("knowledge").joinpath("requests.toml").read_text("utf-8"))["request"]
    return tuple((each["topic"], re.compile(each["asks"]), re.compile(each["unless"])) for each in entries)
