"""Whether a question tells of danger to a child or to the person who writes: in doubt, yes. Words: `danger.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import tomli

_GAP = r"(?:\W+\w+){0,5}?\W+"


def tells_of_danger(question: str) -> bool:
    """Whether the words of a question tell of danger, those about everyday matters left out."""
    text = without_everyday(question).lower()  # many times quicker than patterns that heed no capitals
    return any(_pattern(name).search(text) for name in ("danger", "signs")) or _tells_together(text)


@lru_cache(maxsize=8)  # a question is asked for more than once on its way
def without_everyday(question: str) -> str:
    """The question without words of danger that stand for everyday matters: a child who bites others, dying to know."""
    return _pattern("everyday").sub(" ", " ".join(question.replace("’", "'").split()))


def _tells_together(text: str) -> bool:
    """Whether words of several groups stand in it that alone would tell of nothing: an injury, and fear."""
    return any(all(_word(name).search(text) for name in groups) for groups in _words()["together"]["groups"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    patterns = (f"(?:{_filled(each)})" for each in _words()[name]["patterns"])
    return re.compile("|".join(patterns), re.IGNORECASE if name == "everyday" else 0)


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_filled(f'<{name}>')}\b")


def _filled(pattern: str) -> str:
    """The pattern with the words of each group it names, which may name groups themselves."""
    groups: dict[str, str] = _words()["words"]
    while names := [name for name in re.findall(r"<(\w+)>", pattern) if name in groups]:
        for name in names:
            pattern = pattern.replace(f"<{name}>", groups[name])
    return pattern.replace(" .. ", _GAP)


@cache
def _words() -> dict[str, Any]:
    return tomli.loads(files("knowledge").joinpath("danger.toml").read_text("utf-8"))
